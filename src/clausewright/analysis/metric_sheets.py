"""A table with what is known of its columns, and what a row tells about a target in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_labels import CLASS_NAME
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column, columns_of, header_text
from clausewright.model.document import Cell
from clausewright.model.facts import Quantity, Table, TableCell
from clausewright.model.span import Span
from clausewright.pattern import regex

_IN_ROW: Final = frozenset(
    {
        Column.WINDOW, Column.HOURS, Column.METHOD, Column.CREDIT, Column.REPORTING,
        Column.BASELINE, Column.EXCLUSIONS, Column.FREQUENCY,
    }
)  # fmt: skip
_TELLING: Final = _IN_ROW | {Column.SEVERITY, Column.SERVICE, Column.METRIC}
NOTHING = regex(r"(?:n/?a|none|nil|not applicable|no|yes|[-\u2013\u2014\s.]*)\.?", re.IGNORECASE)
_SHORT: Final = 60
"""Characters of a cell that may hold hours and nothing else."""
COLUMN_NAMES: Final = {
    Column.RESPONSE: "response time",
    Column.RESOLUTION: "resolution time",
    Column.UPDATE: "update interval",
    Column.NOTICE: "notice",
    Column.RTO: "rto",
    Column.RPO: "rpo",
    Column.AVAILABILITY: "availability",
}


class Sheet(NamedTuple):
    """A table with what is known of its columns and of its cells."""

    table: Table
    columns: tuple[Column, ...]
    telling: tuple[int, ...]
    text: str
    cells: Mapping[int, list[Statement]]
    context: Context

    def told(self, row: Sequence[TableCell]) -> Iterator[tuple[Column, TableCell]]:
        """Give the cells of a row that tell about its targets, with what their columns hold."""
        for at in self.telling:
            if at < len(row):
                yield self.columns[at], row[at]

    def header(self, column: int) -> str:
        """Give the words over a column."""
        return header_text(self.table.rows, self.table.header_rows, column)

    def statement(self, cell: TableCell) -> Statement | None:
        """Give the first sentence of a cell."""
        found = self.cells.get(cell.block)
        return found[0] if found else None

    def statement_of(self, cell: TableCell, quantity: Quantity) -> Statement | None:
        """Give the sentence of a cell in which a number stands, or None where its header counts."""
        parts = self.cells.get(cell.block, ())
        return next((one for one in parts if quantity in one.quantities), None)

    def says_hours(self, cell: TableCell) -> bool:
        """Tell whether a cell names hours or a period."""
        found = self.statement(cell)
        return found is not None and found.has(Cue.HOURS, Cue.PERIOD)

    def recurs(self, cell: TableCell) -> bool:
        """Tell whether a cell says how often something is done."""
        found = self.statement(cell)
        return found is not None and found.has(Cue.FREQUENCY)

    def quantities(self, cell: TableCell) -> list[Quantity]:
        """Give the numbers of a cell."""
        return [one for part in self.cells.get(cell.block, ()) for one in part.quantities]


class Slot(NamedTuple):
    """A cell in its row."""

    sheet: Sheet
    row: Sequence[TableCell]
    at: int
    statement: Statement


def sheets_of(
    text: str, tables: Sequence[Table], statements: Sequence[Statement], contexts: Sequence[Context]
) -> Mapping[int, Sheet]:
    """Give the tables of a document by their number, each with its cells and columns."""
    cells: dict[int, list[Statement]] = {}
    above: dict[int, Context] = {}
    first: dict[Cell, int] = {}
    for statement, context in zip(statements, contexts, strict=True):
        cell = statement.block.cell
        if cell is not None:
            index = first.setdefault(cell, statement.block.index)
            cells.setdefault(index, []).append(statement)
            above.setdefault(cell.table, context)
    found = {}
    for table in tables:
        columns = columns_of(table.rows, table.header_rows)
        telling = tuple(at for at, one in enumerate(columns) if one in _TELLING)
        over = above.get(table.index, Context((), ()))
        found[table.index] = Sheet(table, columns, telling, text, cells, over)
    return found


def slot_of(sheets: Mapping[int, Sheet], statement: Statement) -> Slot | None:
    """Give the place in its table of a sentence, or None outside tables."""
    cell = statement.block.cell
    sheet = sheets.get(cell.table) if cell is not None else None
    if cell is None or sheet is None or cell.row >= len(sheet.table.rows):
        return None
    row = sheet.table.rows[cell.row]
    return Slot(sheet, row, cell.column, statement) if cell.column < len(row) else None


def cell_candidate(slot: Slot, name: str, quantity: Quantity | None, span: Span) -> Candidate:
    """Make a commitment of a cell, with what its row tells of it."""
    sheet, row, at = slot.sheet, slot.row, slot.at
    service = severity = None
    label = sheet.header(at)
    beside: tuple[tuple[str, Span], ...] = ()
    for column, cell in sheet.told(row):
        if cell is row[at]:
            continue
        if column is Column.SEVERITY and severity is None:
            severity = cell.text
        elif column is Column.SERVICE and service is None:
            service = cell.text
        elif column is Column.METRIC:
            label = cell.text
        elif column in _IN_ROW and not NOTHING.fullmatch(cell.text):
            beside += ((str(column), cell.span),)
    if severity is None and row and CLASS_NAME.match(row[0].text):
        severity = row[0].text
    if sheet.columns[at] in {Column.HOURS, Column.WINDOW}:
        beside += tuple(
            (str(sheet.columns[at]), head[at].span)
            for head in sheet.table.rows[: sheet.table.header_rows]
            if at < len(head) and sheet.says_hours(head[at])
        )
    beside += tuple(
        (str(Column.UNKNOWN), cell.span)
        for cell in dict.fromkeys(row)
        if cell is not row[at] and 0 < len(cell.text) <= _SHORT
    )
    unnamed = sheet.columns[at] not in COLUMN_NAMES and label == sheet.header(at)
    if unnamed and row[0] is not row[at]:
        label = row[0].text or label
    return Candidate(
        name=name,
        label=label,
        span=span,
        statement=slot.statement,
        quantity=quantity,
        service=service,
        severity=severity,
        row=beside,
        table=sheet.table.index,
    )
