"""Notice periods: how long before its end a party must tell that it ends an agreement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausewright.model.facts import Dimension, Quantity
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_NOTICE_AFTER = regex(
    r"['\u2019]?\s{1,2}(?:(?:prior|advance|written|days?|before)['\u2019]?\s){0,3}notice\b"
    r"|\s(?:before|prior to)\s(?:the\s)?(?:end|expiry|expiration)\b",
    re.IGNORECASE,
)
_NOTICE_BEFORE = regex(
    r"\bnotice\s(?:period\s)?(?:of|is)\s(?:at least\s|not less than\s)?$", re.IGNORECASE
)
_ENDING = regex(
    r"\b(?:terminat\w+|renew\w*|non-renewal|cancel\w*|(?:may|can|to|party|parties)\send)\b",
    re.IGNORECASE,
)


def notice_periods_of(draft: Draft) -> tuple[Quantity, ...]:
    """Find the periods of notice of termination or non-renewal, in order of place.

    Periods in business time, and notice of anything else, are left out.
    """
    return tuple(one for one in draft.quantities if _is_notice(draft, one))


def announces_an_end(text: str, end: int) -> bool:
    """Tell whether the words after a duration make it a notice."""
    return _NOTICE_AFTER.match(text, end) is not None


def _is_notice(draft: Draft, quantity: Quantity) -> bool:
    if quantity.dimension is not Dimension.DURATION or quantity.business:
        return False
    start, end = quantity.span.start, quantity.span.end
    before = draft.text[max(0, start - 40) : start]
    if not (announces_an_end(draft.text, end) or _NOTICE_BEFORE.search(before)):
        return False
    return _ENDING.search(draft.document.text_of(draft.sentence_at(start))) is not None
