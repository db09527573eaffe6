"""Sums that sentences give in words: instalments, counts for longer periods, leads for a goal."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import Statement
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Finding
from clausewright.model.span import Span
from clausewright.pattern import regex

_INSTALMENTS = regex(
    r"\b(?:(?P<number>\d{1,2})|twelve(?:\s\(12\))?)\s(?:equal\s)?(?:monthly\s)?"
    r"(?:instal?lments|payments)\sof\s(?:[A-Za-z]{1,8}\s){0,2}$",
    re.IGNORECASE,
)
_YEARLY_FEE = regex(r"\b(?:yearly|annual)\s(?:fee|charge|price)\b[^.;]{0,60}$", re.IGNORECASE)
_COUNTS = regex(
    r"(?<![\d.,])(?P<each>\d{1,3}(?:,\d{3})+|\d+)\s(?P<what>[a-z-]+(?:\s[a-z-]+){0,2})\s"
    r"(?:per|each|every|a)\s(?:calendar\s|working\s)?(?P<short>day|week|month|quarter)"
    r"(?:,?\s\(?(?:that is|i\.e\.|which is|which makes|in total|making|=),?\s|\s\()"
    r"(?P<result>(?P<total>\d{1,3}(?:,\d{3})+|\d+)(?:\s(?P=what))?)\s"
    r"(?:per|each|every|an?|in the|in an?)\s(?:calendar\s)?(?P<long>week|month|quarter|year)\b",
    re.IGNORECASE,
)
_PERIODS_IN: Final = {
    ("day", "week"): (5, 7),
    ("day", "month"): (20, 31),
    ("day", "quarter"): (60, 92),
    ("day", "year"): (220, 366),
    ("week", "month"): (4, 4.43),
    ("week", "quarter"): (12, 13.2),
    ("week", "year"): (46, 53),
    ("month", "quarter"): (3, 3),
    ("month", "year"): (12, 12),
    ("quarter", "year"): (4, 4),
}
"""How many of the shorter period the longer one holds, fewest and most, holidays left out or not."""
_REVENUE = regex(r"\b(?:revenue|turnover|sales goal)\b", re.IGNORECASE)
_PER_DEAL = regex(
    r"\b(?:average|each|per)\s(?:new\s)?(?:deal|sale|order|customer|contract)\b"
    r"|\b(?:deal|order|contract)\s(?:size|value)\b",
    re.IGNORECASE,
)
_RATE = regex(
    r"\b(?:close|closing|conversion|win|lead-to-\w+)[\s-](?:to-\w+\s)?rate\b", re.IGNORECASE
)
_NEAR: Final = 60


def sums_in_words(draft: Draft) -> Iterator[Finding]:
    """Recompute instalments, counts for longer periods, and leads from a goal."""
    before: Statement | None = None
    for statement in draft.statements:
        if statement.is_prose and statement.has(Cue.PERIOD, Cue.LEAD, Cue.MONEY):
            yield from _instalments(draft, statement)
            yield from _counts(statement)
            yield from _leads(draft, before, statement)
        before = statement


def _instalments(draft: Draft, statement: Statement) -> Iterator[Finding]:
    amounts = [one for one in statement.quantities if one.dimension is Dimension.MONEY]
    if len(amounts) != 2 or amounts[0].unit != amounts[1].unit:
        return
    whole, part = amounts
    start = statement.span.start
    said = _INSTALMENTS.search(draft.text, max(start, part.span.start - _NEAR), part.span.start)
    if said is None or not _YEARLY_FEE.search(draft.text, start, whole.span.start):
        return
    number = int(said["number"] or 12)
    if abs(number * part.base - whole.base) > max(1.0, 0.005 * whole.base):
        yield Finding(
            part.span,
            f"{number} times {part.base:,.10g} is {number * part.base:,.10g}, not "
            f"{whole.base:,.10g}",
        )


def _counts(statement: Statement) -> Iterator[Finding]:
    """Compare a count for a period with the same count for a longer one."""
    for found in _COUNTS.finditer(statement.text, statement.span.start, statement.span.end):
        short, long = found["short"].lower(), found["long"].lower()
        each, said = (float(found[name].replace(",", "")) for name in ("each", "total"))
        fewest, most = _PERIODS_IN.get((short, long), (0, math.inf))
        if fewest * each <= said <= math.ceil(most * each):
            continue
        shown = f"{fewest:g}" if fewest == most else f"{fewest:g} to {most:g}"
        sums = f"{fewest * each:,.10g}"
        if fewest != most:
            sums += f" to {math.ceil(most * each):,.10g}"
        yield Finding(
            Span(*found.span("result")),
            f"{shown} {short}s of {each:,.10g} are {sums}; the text says {said:,.10g}",
        )


def _leads(draft: Draft, before: Statement | None, statement: Statement) -> Iterator[Finding]:
    """Compare leads with goal / deal / rate, the goal said there or in the sentence before."""
    counts = [
        one
        for one in statement.quantities
        if one.dimension is Dimension.COUNT and one.unit.endswith("leads")
    ]
    rates = [one for one in statement.quantities if one.dimension is Dimension.PERCENT]
    if len(counts) != 1 or len(rates) != 1 or not rates[0].value:
        return
    said = [statement]
    if before is not None and before.block.index == statement.block.index:
        said.insert(0, before)
    amounts = [one for part in said for one in part.quantities if one.dimension is Dimension.MONEY]
    text = draft.text[said[0].span.start : statement.span.end]
    if len(amounts) != 2 or not (_REVENUE.search(text) and _RATE.search(text)):
        return
    if amounts[0].unit != amounts[1].unit or not _PER_DEAL.search(text) or _is_open(amounts):
        return
    goal, deal = max(one.base for one in amounts), min(one.base for one in amounts)
    if not deal:
        return
    needed = goal / deal / (rates[0].value / 100)
    if abs(needed - counts[0].value) > max(1.0, 0.01 * needed):
        yield Finding(
            counts[0].span,
            f"{goal:,.10g} / {deal:,.10g} / {rates[0].value:g}% is {needed:,.6g} leads; the text "
            f"says {counts[0].value:,.10g}",
        )


def _is_open(amounts: Sequence[Quantity]) -> bool:
    return any(one.high is not None or one.placeholder for one in amounts)
