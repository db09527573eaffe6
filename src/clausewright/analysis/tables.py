"""Tables of a document as full grids: merged cells repeat, header rows are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from clausewright.analysis.table_columns import has_header_words, is_transposed, table_kind
from clausewright.model.document import Block, Cell, Document
from clausewright.model.facts import Table, TableCell
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_WIDEST = 512
"""Columns of a grid; what a broken span claims beyond it is not repeated."""

Grid = tuple[tuple[TableCell, ...], ...]


class _Placed(NamedTuple):
    """A cell with the text of all its blocks."""

    cell: Cell
    shown: TableCell


def tables_of(draft: Draft) -> tuple[Table, ...]:
    """Find the tables."""
    document = draft.document
    cells = (block for block in document.blocks if block.cell is not None)
    tables: list[Table] = []
    for index, blocks in groupby(cells, key=_table_of):
        placed = list(_placed(document, blocks))
        rows = _grid([one for one in placed if one.cell.row >= 0])
        if rows:
            marked = {one.cell.row for one in placed if one.cell.header}
            headers = _header_rows(rows, len(marked))
            kind = table_kind(rows, headers)
            tables.append(Table(index, rows, headers, kind, is_transposed(rows, headers)))
    return tuple(tables)


def _table_of(block: Block) -> int:
    return block.cell.table if block.cell else -1


def _placed(document: Document, blocks: Iterable[Block]) -> Iterator[_Placed]:
    def place(block: Block) -> tuple[int, int]:
        return (block.cell.row, block.cell.column) if block.cell else (-1, -1)

    for _, group in groupby(blocks, key=place):
        parts = list(group)
        cell = parts[0].cell
        if cell is not None:
            span = Span(parts[0].span.start, parts[-1].span.end)
            yield _Placed(cell, TableCell(parts[0].index, span, document.text_of(span).strip()))


def _grid(placed: Sequence[_Placed]) -> Grid:
    """Lay the cells out, those that span rows or columns repeated in each."""
    rows: dict[int, dict[int, TableCell]] = {}
    for one in placed:
        row = rows.setdefault(one.cell.row, {})
        column = one.cell.column
        while column in row:
            column += 1
        width = min(one.cell.column_span, _WIDEST - column)
        for at in range(one.cell.row, one.cell.row + one.cell.row_span):
            below = rows.setdefault(at, {})
            for across in range(column, column + max(1, width)):
                below.setdefault(across, one.shown)
    last = max((one.cell.row for one in placed), default=-1)
    return tuple(
        tuple(row[at] for at in sorted(row)) for n, row in sorted(rows.items()) if n <= last
    )


def _header_rows(rows: Grid, marked: int) -> int:
    """Count the leading rows that head the columns."""
    if marked:
        count = min(marked, len(rows))
        empty = all(not cell.text for row in rows[:count] for cell in row)
        spread = count == 1 and _spreads(rows[0])  # "Calculation" over "Frequency" and "Formula"
        if not (empty or spread) or len(rows) <= count + 1:
            return count
        return count + has_header_words(rows[count])
    return int(len(rows) > 1 and has_header_words(rows[0]))


def _spreads(row: Sequence[TableCell]) -> bool:
    """Tell whether a cell of a row stands over several columns, but not over all."""
    merged = any(left is right for left, right in pairwise(row) if left.text)
    return merged and any(left is not right for left, right in pairwise(row))
