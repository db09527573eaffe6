"""Downtime that does not follow from the availability beside it.

"99.9%, that is 4.32 hours a month" holds two promises: 99.9% of a 30-day month leaves 43.2
minutes. Whoever reads the larger figure will rely on it. Let the figure follow from the level, or
leave it out.

Every usual reading is right: months of 28 to 31 days or of 30.44, years of 360 to 366 days, within
2.5% or one unit of the last digit written, 10% beside "about". The same holds for the share that
complements the level: 99.9% up is 0.1% down. Sentences on maintenance, exclusions and credits are
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column, columns_of, header_text
from clausewright.lint_rules.metrics.budgets import (
    USUAL,
    agrees,
    budget,
    period_in,
    runs_together,
    shown,
    total,
)
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity, Table
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_DOWN = regex(r"down\s?time|unavailab|outage|interruption|\bdown\b", re.IGNORECASE)
_EQUATES = regex(
    r"(?:equates? to|equals?|equal to|equivalent to|corresponds? to|translates? (?:in)?to|i\.e\.,?|"
    r"that is,?|leaves|leaving|allows?(?: for)?|allowing(?: for)?|permits?|means?|amounts to|"
    r"no more than|at most|up to|[=(\u2248~])\s?"
    r"(?:an?\s)?(?:(?:approximately|about|around|roughly|some|maximum|max|total|unplanned|of|"
    r"downtime|allowed)\.?\s?){0,5}$",
    re.IGNORECASE,
)
_ROUGH = regex(r"approximately|about|around|roughly|approx|nearly|~|\u2248", re.IGNORECASE)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Compare each level with the downtime said beside it."""
    for statement in draft.statements:
        if statement.block.cell is None and len(statement.quantities) > 1:
            yield from _in_sentence(draft.text, statement)
    for table in draft.tables:
        yield from _in_table(draft, table)


def _in_sentence(text: str, statement: Statement) -> Iterator[Finding]:
    if statement.has(Cue.MAINTENANCE, Cue.EXCLUSION, Cue.CREDIT, Cue.CONDITION):
        return
    levels = [one for one in statement.quantities if _is_level(one)]
    said = text[statement.span.start : statement.span.end]
    if len(levels) != 1 or not _DOWN.search(said):
        return
    level = levels[0]
    yield from _complement(text, statement, level)
    for parts in _durations(text, statement.quantities):
        first = parts[0]
        lead = text[max(statement.span.start, first.span.start - 60) : first.span.start]
        found = _EQUATES.search(lead)
        if first.span.start < level.span.end or found is None:
            continue
        period = period_in(text[parts[-1].span.end : statement.span.end]) or period_in(said)
        if period is not None:
            yield from _compared(level.value, parts, period, rough=bool(_ROUGH.search(found[0])))
            return  # what follows in brackets says the same again


def _is_level(quantity: Quantity) -> bool:
    percent = quantity.dimension is Dimension.PERCENT and not quantity.placeholder
    return percent and 90 <= quantity.value < 100 and quantity.high is None


def _complement(text: str, statement: Statement, level: Quantity) -> Iterator[Finding]:
    for one in statement.quantities:
        if one.dimension is not Dimension.PERCENT or one is level or one.value >= 10:
            continue
        after = text[one.span.end : one.span.end + 16]
        if one.span.start > level.span.end and _DOWN.search(after) and not one.placeholder:
            down = 100.0 - level.value
            if abs(down - one.value) > 10.0**-6 + 0.025 * down:
                yield Finding(
                    one.span,
                    f"{level.value:g}% up leaves {down:.4g}% down; the text says {one.value:g}%",
                )


def _durations(text: str, quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    parts: list[Quantity] = []
    for one in quantities:
        if parts and runs_together(text, parts[-1], one):
            parts.append(one)
            continue
        if parts:
            yield parts
        timed = one.dimension is Dimension.DURATION and not one.business and one.value > 0
        parts = [one] if timed and one.high is None and not one.placeholder else []
    if parts:
        yield parts


def _compared(
    level: float, parts: Sequence[Quantity], period: str, *, rough: bool
) -> Iterator[Finding]:
    seconds, digit = total(parts)
    if agrees(level, seconds, digit, period, rough=rough):
        return
    days = USUAL[period]
    over = f"a {days:g}-day {period}" if period in {"month", "quarter", "year"} else f"a {period}"
    yield Finding(
        Span(parts[0].span.start, parts[-1].span.end),
        f"{level:g}% of {over} leaves {shown(budget(level, days))}; the text allows "
        f"{shown(seconds)}",
    )


def _in_table(draft: Draft, table: Table) -> Iterator[Finding]:
    columns = columns_of(table.rows, table.header_rows)
    if Column.AVAILABILITY not in columns or Column.DOWNTIME not in columns:
        return
    level_at = columns.index(Column.AVAILABILITY)
    for at in (at for at, column in enumerate(columns) if column is Column.DOWNTIME):
        period = period_in(header_text(table.rows, table.header_rows, at))
        for row in table.rows[table.header_rows :] if period else ():
            if max(at, level_at) >= len(row):
                continue
            levels = [one for one in draft.quantities_in(row[level_at].span) if _is_level(one)]
            times = list(_durations(draft.text, draft.quantities_in(row[at].span)))
            if len(levels) == 1 and len(times) == 1 and period:
                rough = bool(_ROUGH.search(row[at].text))
                yield from _compared(levels[0].value, times[0], period, rough=rough)


RULE = Rule(
    code="MET011",
    name="downtime-mismatch",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Correct the downtime or the level so that one follows from the other.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "Uptime shall be 99.9%, which equates to downtime of «4.32 hours» per month.",
            instead="Uptime shall be 99.9%, which equates to downtime of 43.2 minutes per month.",
        ),
        Bad(
            "| Availability | Allowed downtime per year |\n| --- | --- |\n"
            "| 99.9% | 8 hours 45 minutes |\n| 99.99% | «8.8 hours» |\n",
        ),
        Bad(
            "The service is available 99.9% of the time, that is «0.01%» downtime.",
            instead="The service is available 99.9% of the time, that is 0.1% downtime.",
        ),
        Good(
            "Uptime is 99.9%, allowing 43.8 minutes of downtime per month.",
            note="A month of 30.44 days is as right as one of 30.",
        ),
        Good("Uptime is 99.5%, this equates to downtime of approximately 3 1/2 hours per month."),
        Good(
            "Uptime of 99.9% per month excludes up to 4 hours of planned downtime a month.",
            note="Excluded time is no downtime that the level allows.",
        ),
        Good("Below 99.9% uptime, each 2 hours of downtime in a month earn a credit."),
    ),
)
