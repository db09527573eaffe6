"""What speaks against calling a capitalised phrase an undefined term.

A document that amends, completes or hangs on another agreement may use its terms without a word;
an agreement that was signed was read by both sides, and a phrase used once or twice may be a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausewright.pattern import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausewright.analysis.draft import Draft
    from clausewright.model.span import Span

_OPENING = 2_500  # code points in which a document says what it belongs to
_SURE_USES = 3
_COMPLETES = regex(
    r"\b(?:amend(?:s|ed|ing|ments?)|addendum|supplements?|statement\sof\swork|work\sorder"
    r"|order\sform|task\sorder|change\sorder|playbook|additions\sand\smodifications)\b"
    r"|\b(?:attached\sto|(?:is|forms?)\s(?:a\s|an\sintegral\s)?part\sof|incorporated\s(?:into|in"
    r"|by\sreference\sin)|subject\sto|pursuant\sto|governed\sby|under|term\sof)\s"
    r"(?:the|that\scertain|our|your|its|an?)\s(?:[\w,&'\u2019/-]+\s){0,8}?"
    r"(?:agreement|contract|terms|conditions|msa)\b",
    re.IGNORECASE,
)
_REPLACES = regex(
    r"\b(?:add\sas\sa\snew|replace\s(?:the\s)?(?:section|clause|definition)"
    r"|(?:section|clause)\s[\d.]{1,8}\s[^.\n]{0,80}?is\s(?:hereby\s)?(?:deleted|replaced|amended))\b",
    re.IGNORECASE,
)
_FILED = regex(
    r"\bexhibit\s\d{1,3}\s?[.(-]\s?\w|\bconfidential treatment\b|\bSource: ", re.IGNORECASE
)
_SIGNED = "/s/"


def hangs_on_another_agreement(draft: Draft) -> bool:
    """Tell a document that amends, completes or is governed by another agreement."""
    return (
        _COMPLETES.search(draft.text, 0, _OPENING) is not None
        or _REPLACES.search(draft.text) is not None
    )


def is_concluded(draft: Draft) -> bool:
    """Tell a text that was signed, or is filed as the exhibit of a report."""
    return _SIGNED in draft.text.lower() or _FILED.search(draft.text, 0, _OPENING) is not None


def is_surely_a_term(uses: Sequence[Span]) -> bool:
    """Tell a phrase used often enough to be no name and no slip of the pen."""
    return len(uses) >= _SURE_USES
