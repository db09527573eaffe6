"""Commitments in tables: response and resolution matrices, level tables, plans in columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_cues import NAME_CUES, Cue
from clausewright.analysis.metric_frequencies import interval_of
from clausewright.analysis.metric_names import is_bare_level, name_above, name_beside
from clausewright.analysis.metric_sheets import (
    COLUMN_NAMES,
    NOTHING,
    Sheet,
    Slot,
    cell_candidate,
)
from clausewright.analysis.quantity_units import MINUTE
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column, column_of
from clausewright.analysis.table_units import quantity_by_header
from clausewright.model.facts import CreditTier, Dimension, Quantity, TableCell
from clausewright.pattern import regex

KINDS_WITHOUT: Final = frozenset({"credits", "definitions", "contacts", "signature", "versions"})
"""Kinds of table that promise nothing."""
_TIMES: Final = frozenset(
    {
        Column.RESPONSE, Column.RESOLUTION, Column.UPDATE, Column.NOTICE, Column.RTO, Column.RPO,
    }
)  # fmt: skip
_MEASURES: Final = _TIMES | {Column.AVAILABILITY, Column.TARGET}
_SUBJECTS: Final = frozenset({Column.SERVICE, Column.METRIC, Column.SEVERITY})
_TARGETS: Final = frozenset(
    {Dimension.DURATION, Dimension.PERCENT, Dimension.SCORE, Dimension.RATE}
)
_UNSET = regex(
    r"\b(?:best|reasonable) (?:effort|endeavou?r)s?|discretion|\bt\.?b\.?[cd]\b|"
    r"to be (?:determined|agreed)"
    r"|subject to|depend(?:s|ent|ing)? (?:up)?on|case[ -]by[ -]case|mutually"
    r"|immediate|prompt|as soon as|upon|without delay|\[[^\]]*\]|_{2,}",
    re.IGNORECASE,
)
_ONE_OF_SEVERAL = regex(r":\s*[*_]*[<>\u2264\u2265~]?\s?$")
_REQUEST_WORDS: Final = ("task", "request", "deliverable", "activity", "item", "work")
_LABELS: Final = 12  # leading columns that may say what a row is about
_SHORT: Final = 90  # characters of a cell that may hold a target and little else
_PLAN = regex(
    r"\b(?:plan|package|tier|standard|basic|premium|professional|pro|enterprise|business|starter|"
    r"free|gold|silver|bronze|platinum|essential|advanced|custom|team)\b",
    re.IGNORECASE,
)


def table_metrics(sheets: Iterable[Sheet]) -> Iterator[Candidate]:
    """Find commitments in tables."""
    for sheet in sheets:
        if sheet.table.kind in KINDS_WITHOUT or is_conversion(sheet.columns):
            continue
        if sheet.table.transposed:
            yield from _across(sheet)
        else:
            yield from _down(sheet)


def is_conversion(columns: Sequence[Column]) -> bool:
    """Tell a table that turns levels into downtime, and promises neither."""
    held = set(columns)
    return {Column.AVAILABILITY, Column.DOWNTIME} <= held and not held & _SUBJECTS


def _down(sheet: Sheet) -> Iterator[Candidate]:
    """Read a table whose rows are classes, services or metrics."""
    measured = [at for at, column in enumerate(sheet.columns) if column in _MEASURES]
    times_only = {sheet.columns[at] for at in measured} & (_TIMES | {Column.AVAILABILITY})
    if times_only:
        measured = [at for at in measured if sheet.columns[at] is not Column.TARGET]
    if not _hold_numbers(sheet, measured):
        measured = _plan_columns(sheet)
    plans = not any(sheet.columns[at] in _MEASURES for at in measured)
    for row in sheet.table.rows[sheet.table.header_rows :]:
        found = [
            candidate
            for at in measured
            if at < len(row) and (at == 0 or row[at] is not row[at - 1])
            for candidate in _of_cell(sheet, row, at)
        ]
        yield from _of_row(found, plans=plans)


def _hold_numbers(sheet: Sheet, measured: Sequence[int]) -> bool:
    """Tell whether columns that name a measure hold one (or leave it open) in some row."""
    cells = [
        row[at]
        for row in sheet.table.rows[sheet.table.header_rows :]
        for at in measured
        if at < len(row)
    ]
    return any(
        sheet.quantities(cell) or _UNSET.search(cell.text) or sheet.recurs(cell) for cell in cells
    ) or any(
        quantity_by_header(row[at], sheet.header(at))
        for row in sheet.table.rows[sheet.table.header_rows :]
        for at in measured
        if at < len(row)
    )


def _of_row(found: Sequence[Candidate], *, plans: bool) -> Iterator[Candidate]:
    """Leave out what a row says again for another plan, and what it leaves open beside a number."""
    said: set[str] = set()
    measured = {one.name for one in found if one.quantity is not None}
    for one in found:
        again = one.name in said and (plans or one.quantity is None)
        if again or (one.quantity is None and one.name in measured):
            continue
        said.add(one.name)
        yield one


def _plan_columns(sheet: Sheet) -> list[int]:
    """Find columns that hold short measured texts though their header names no measure."""
    rows = sheet.table.rows[sheet.table.header_rows :]
    found: list[int] = []
    for at, column in enumerate(sheet.columns):
        if column in {Column.PRICE, Column.NUMBER, Column.DATE, Column.CONTACT, Column.NOTE}:
            continue
        cells = [row[at] for row in rows if at < len(row) and not NOTHING.fullmatch(row[at].text)]
        measured = [
            cell
            for cell in cells
            if len(cell.text) <= _SHORT
            and any(one.dimension in _TARGETS for one in sheet.quantities(cell))
        ]
        if measured and 2 * len(measured) >= len(cells):
            found.append(at)
    return found


def _of_cell(sheet: Sheet, row: Sequence[TableCell], at: int) -> Iterator[Candidate]:
    cell = row[at]
    statement = sheet.statement(cell)
    if sheet.columns[at] is Column.TARGET and not cell.text.strip():
        yield from _left_empty(sheet, row, at)
    if statement is None or NOTHING.fullmatch(cell.text):
        return
    slot = Slot(sheet, row, at, statement)
    column = sheet.columns[at]
    quantities = [one for one in sheet.quantities(cell) if _fits(column, one)]
    if not quantities:
        written = quantity_by_header(cell, sheet.header(at))
        quantities = [written] if written is not None and _fits(column, written) else []
    if not quantities:
        yield from _without_number(slot)
        return
    for quantity in _targets(sheet, cell, quantities):
        own = sheet.statement_of(cell, quantity) or statement
        name = _name_of_cell(sheet, row, at, own, quantity)
        if name:
            yield cell_candidate(slot._replace(statement=own), name, quantity, quantity.span)


def _left_empty(sheet: Sheet, row: Sequence[TableCell], at: int) -> Iterator[Candidate]:
    """Read a row that names a metric and leaves the cell of its target empty."""
    for column, cell in enumerate(row[:at]):
        statement = sheet.statement(cell) if sheet.columns[column] is Column.METRIC else None
        named = [cue for cue in NAME_CUES if statement and statement.has(cue)]
        if statement is not None and named:
            slot = Slot(sheet, row, column, statement)
            yield cell_candidate(slot, str(named[0]), None, cell.span)
            return


def _without_number(slot: Slot) -> Iterator[Candidate]:
    """Read "best effort", "immediate notification" and "daily" in a column of targets."""
    sheet, statement, cell = slot.sheet, slot.statement, slot.row[slot.at]
    name = COLUMN_NAMES.get(sheet.columns[slot.at])
    if name is None or len(cell.text) > _SHORT:
        return
    often = statement.places(Cue.FREQUENCY) if name == "update interval" else ()
    if often:
        interval = interval_of(sheet.text, often[0])
        yield cell_candidate(slot, name, interval, often[0])
    elif _UNSET.search(cell.text):
        told = name == "update interval" and statement.has(Cue.NOTICE)
        yield cell_candidate(slot, "notice" if told else name, None, cell.span)


def _fits(column: Column, quantity: Quantity) -> bool:
    if column in _TIMES:
        return quantity.dimension is Dimension.DURATION or not quantity.unit
    if column is Column.AVAILABILITY:
        return quantity.dimension is Dimension.PERCENT or is_bare_level(quantity)
    if column is Column.TARGET:
        return quantity.dimension not in {Dimension.MONEY, Dimension.TIME_OF_DAY}
    return quantity.dimension in _TARGETS


def _targets(sheet: Sheet, cell: TableCell, quantities: list[Quantity]) -> list[Quantity]:
    """Give the first target of a cell, or each that has its own line or says what it is for."""
    first = quantities[0]
    text_start = cell.span.start
    by_line = {
        sheet.text.count("\n", text_start, one.span.start): one
        for one in reversed(quantities)
        if one.dimension is first.dimension
    }
    if len(by_line) > 1:
        return [by_line[line] for line in sorted(by_line)]
    named = [
        one
        for one in quantities
        if _ONE_OF_SEVERAL.search(cell.text, 0, max(0, one.span.start - text_start))
    ]
    return named if len(named) > 1 else [first]


def _name_of_cell(
    sheet: Sheet, row: Sequence[TableCell], at: int, statement: Statement, quantity: Quantity
) -> str | None:
    named = COLUMN_NAMES.get(sheet.columns[at])
    if named == "response time" and quantity.unit and 0 < quantity.base < MINUTE / 2:
        return "latency"
    if named:
        return named
    beside = name_beside(statement, quantity)
    if beside and beside.cue is not Cue.OTHER:
        return beside.name
    heads = " ".join(sheet.header(column) for column in range(min(at, _LABELS))).lower()
    task = quantity.dimension is Dimension.DURATION and any(one in heads for one in _REQUEST_WORDS)
    for other in () if task else row[: min(at, _LABELS)]:
        over = sheet.statement(other)
        found = name_above(over, quantity) if over and len(other.text) <= _SHORT else None
        if found and found.cue is not Cue.OTHER:
            return found.name
    return _name_over_table(sheet, at, quantity)


def _name_over_table(sheet: Sheet, at: int, quantity: Quantity) -> str | None:
    for column in (at, *range(min(at, _LABELS))):
        header = column_of(sheet.header(column))
        if header in COLUMN_NAMES and (header is Column.AVAILABILITY) == (
            quantity.dimension is Dimension.PERCENT
        ):
            return COLUMN_NAMES[header]
    for above in sheet.context:
        found = name_above(above, quantity)
        if found and found.cue is not Cue.OTHER:
            return found.name
    if sheet.columns[at] is not Column.TARGET and sheet.columns[at] is not Column.WINDOW:
        return None
    return "resolution time" if quantity.dimension is Dimension.DURATION else "other"


def _across(sheet: Sheet) -> Iterator[Candidate]:
    """Read a table whose rows are measures and whose columns are classes or plans."""
    for row in sheet.table.rows[sheet.table.header_rows :]:
        column = column_of(row[0].text) if row else Column.UNKNOWN
        if column not in _MEASURES:
            continue
        name, plan_said = COLUMN_NAMES.get(column), False
        for at, cell in enumerate(row[1:], 1):
            statement = sheet.statement(cell)
            quantities = [one for one in sheet.quantities(cell) if _fits(column, one)]
            plan = _PLAN.search(sheet.header(at)) is not None
            if statement is None or not quantities or (plan and plan_said):
                continue
            plan_said = plan_said or plan
            yield Candidate(
                name=name or _name_over_table(sheet, at, quantities[0]) or "other",
                label=row[0].text,
                span=quantities[0].span,
                statement=statement,
                quantity=quantities[0],
                service=sheet.header(at) if plan else None,
                severity=None if plan else sheet.header(at),
                table=sheet.table.index,
            )


def credit_table_metrics(
    tiers: Sequence[CreditTier], statements: Sequence[Statement], found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Take the top of a credit scale as the level promised, where no words promise one."""
    if any(one.name == "availability" and one.quantity is not None for one in found):
        return
    for _, group in groupby(tiers, key=lambda tier: tier.group):
        top = max(group, key=lambda tier: tier.high or 0.0)
        if top.high is None:
            continue
        at = bisect_right(statements, top.span.start, key=lambda one: one.span.start) - 1
        for statement in statements[max(0, at) : at + 1]:
            edge = [one for one in statement.quantities if top.high in {one.value, one.high}]
            if edge:
                promised = replace(
                    edge[0], comparator=">=", value=top.high, base=top.high, high=None
                )
                yield Candidate(
                    name="availability",
                    label="availability",
                    span=edge[0].span,
                    statement=statement,
                    quantity=promised,
                )
