"""Levels that follow from others: of parts in series, and from failures and repairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import Statement, statements_with
from clausewright.lint_rules.rule import Hit
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Finding
from clausewright.pattern import regex

SERIES: Final = (
    "{parts|components|services|systems|layers|tiers|links|elements|providers} in series",
    "in series",
)
REPAIRS: Final = ("mean time between {failures|failure}", "mtbf")
_PARTS = regex(
    r"\b(?P<count>two|three|four|five|six|[2-6])\s(?:\w+\s){0,2}"
    r"(?:parts|components|services|systems|layers|tiers|links|elements|providers)\b",
    re.IGNORECASE,
)
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_TO_REPAIR = regex(r"mean time to (?:repair|restore|recover\w*)|\bMTTR\b", re.IGNORECASE)
_SLACK: Final = 0.005
"""Percentage points that rounding may take."""


def levels_of_parts(draft: Draft, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Tell a level of the whole above the product of the levels of its parts in series."""
    for statement, _ in statements_with(draft, hits):
        parts = _PARTS.search(draft.text, statement.span.start, statement.span.end)
        levels = [one for one in statement.quantities if _is_level(one)]
        if parts is None or not levels:
            continue
        count = _COUNTS.get(parts["count"].lower()) or int(parts["count"])
        if len(levels) == 1:
            levels = levels * count
        if len(levels) != count:
            continue
        product = 100.0
        for one in levels:
            product *= one.value / 100.0
        for whole in _of_the_whole(draft, statement):
            if whole.value > product + _SLACK:
                yield Finding(
                    whole.span,
                    f"{count} parts in series at {_shown(levels)} reach {product:.4g}%; the text "
                    f"promises {whole.value:g}%",
                )


def _shown(levels: Sequence[Quantity]) -> str:
    return " and ".join(dict.fromkeys(f"{one.value:g}%" for one in levels))


def _of_the_whole(draft: Draft, parts: Statement) -> Iterator[Quantity]:
    """Give the level that the rest of the section promises, sentence by sentence."""
    section = draft.document.section_at(parts.span.start)
    for statement in draft.statements:
        if statement is parts or statement.block.cell is not None:
            continue
        levels = [one for one in statement.quantities if _is_level(one)]
        if len(levels) != 1 or not (statement.has(Cue.PROMISE) and statement.has(Cue.AVAILABILITY)):
            continue
        if draft.document.section_at(statement.span.start) is section:
            yield levels[0]


def _is_level(one: Quantity) -> bool:
    return one.dimension is Dimension.PERCENT and 90 <= one.value < 100 and one.high is None


def level_from_repairs(draft: Draft, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Tell a level above what the mean times between failures and to repair give."""
    between = _one_time(draft, hits)
    if between is None:
        return
    section = draft.document.section_at(between.span.start)
    repairs: list[Quantity] = []
    levels: list[Quantity] = []
    for statement in draft.statements:
        if draft.document.section_at(statement.span.start) is not section:
            continue
        named = _TO_REPAIR.search(draft.text, statement.span.start, statement.span.end)
        for one in statement.quantities:
            if _is_level(one):
                levels.append(one)
            elif named and one.span.start > named.end() and one.dimension is Dimension.DURATION:
                repairs.append(one)
                named = None
    if len(repairs) != 1 or len(levels) != 1 or repairs[0].business or not repairs[0].base:
        return
    reached = 100.0 * between.base / (between.base + repairs[0].base)
    if levels[0].value > reached + _SLACK:
        yield Finding(
            levels[0].span,
            f"a failure every {between.value:g} {between.unit}, repaired in {repairs[0].value:g} "
            f"{repairs[0].unit}, gives {reached:.4g}%; the text promises {levels[0].value:g}%",
        )


def _one_time(draft: Draft, hits: Sequence[Hit]) -> Quantity | None:
    """Give the one mean time between failures of a draft."""
    found = [
        next((q for q in statement.quantities if q.span.start > inside[0].span.end), None)
        for statement, inside in statements_with(draft, hits)
    ]
    times = [one for one in found if one is not None and one.dimension is Dimension.DURATION]
    return times[0] if len(times) == 1 and not times[0].business else None
