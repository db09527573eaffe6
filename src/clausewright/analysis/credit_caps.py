"""Caps on service credits: the most that all credits of a period may come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.credit_bases import base_after
from clausewright.model.facts import CreditCap, Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES = (
    "{not|never} exceed",
    "not to exceed",
    "{capped|limited} {at|to}",
    (
        "{maximum|total|aggregate|cumulative} {amount of|} {service|financial|uptime|} "
        "{credit|credits}"
    ),
    "{maximum|cap} {is|of|shall be|will be}",
    "no more than",
    "up to a maximum of",
    "{upper limit|ceiling} {is|of|shall be|will be}",
)
_CREDITS = regex(r"\bcredits?\b|\bcompensation\b|\brefunds?\b", re.IGNORECASE)


def credit_caps_of(draft: Draft) -> tuple[CreditCap, ...]:
    """Find the caps on credits in percent, in order of place."""
    found: list[CreditCap] = []
    seen: set[int] = set()
    for hit in draft.hits_of("credit_caps"):
        sentence = draft.sentence_at(hit.span.start)
        if sentence.start not in seen and _CREDITS.search(draft.document.text_of(sentence)):
            seen.add(sentence.start)
            found.extend(_caps_in(draft, sentence, hit.span.start))
    return tuple(found)


def _caps_in(draft: Draft, sentence: Span, after: int) -> Iterator[CreditCap]:
    """Give the shares of a fee that a sentence on a cap names; else the first bare share."""
    shares = [
        CreditCap(one, base_after(draft.text, one.span.end), sentence)
        for one in draft.quantities_in(sentence)
        if one.dimension is Dimension.PERCENT and not one.placeholder and one.span.start > after
    ]
    return iter([one for one in shares if one.base is not None] or shares[:1])
