"""Ruled tables of a PDF: the text in each cell, tables that go on over pages."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from clausewright.pattern import regex
from clausewright.readers.labels import read_label
from clausewright.readers.pdf_grids import Grid, Slot, ruled
from clausewright.readers.pdf_lines import PageLine, lines_of
from clausewright.readers.pdf_open_tables import levels_of, open_grids, without_underlines
from clausewright.readers.pdf_painting import Painted, Painting
from clausewright.readers.text_lines import BULLET

_SAME_EDGE = 3.0  # points between the edges of one column on two pages
_RAISED = 0.2  # of the font size: from the foot of a letter into its cell
_GAP = 1.5  # font sizes between two lines of one paragraph at most, in a cell
_MOST_TABLES = 30  # of a page
_TERMINAL = ".:;!?"
_WORD = regex(r"\S+")


@dataclass
class TableCell:
    """A cell with its lines; ``width`` is the room for text in it, in points."""

    slot: Slot
    width: float
    lines: list[PageLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of all lines."""
        return " ".join(" ".join(line.text for line in self.lines).split())

    def paragraphs(self) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """Give the text of each paragraph, and which ranges of it are bold."""
        run: list[PageLine] = []
        for line in self.lines:
            if run and _ends(run[-1], line, self.width):
                yield _run_together(run)
                run = []
            run.append(line)
        if run:
            yield _run_together(run)


@dataclass
class PageTable:
    """A table on a page, with its cells in reading order."""

    page: int
    columns: tuple[float, ...]
    cells: list[TableCell]
    headed: bool = False  # a page repeats its first row, or only that is bold

    @property
    def lines(self) -> list[PageLine]:
        """The lines of all cells."""
        return [line for cell in self.cells for line in cell.lines]

    @property
    def head(self) -> list[TableCell]:
        """The cells of the first row."""
        return list(itertools.takewhile(lambda cell: cell.slot.row == 0, self.cells))

    @property
    def last(self) -> list[TableCell]:
        """The cells that begin in the last row."""
        number = self.cells[-1].slot.row
        return list(itertools.takewhile(lambda cell: cell.slot.row == number, reversed(self.cells)))

    def by_row(self) -> Iterator[list[TableCell]]:
        """Give the cells that begin in each row; a row of none is left out."""
        for _, row in itertools.groupby(self.cells, key=lambda cell: cell.slot.row):
            yield list(row)


class _Place(NamedTuple):
    """The cell a piece is painted in: the index of the grid, and of its cell."""

    grid: int
    cell: int


def parts_of(page: int, painting: Painting) -> list[PageLine | PageTable]:
    """Give lines and tables of a page, in the order in which they are painted."""
    grids = [] if painting.is_drawing else _grids(painting)
    places = _places(painting.pieces, grids)
    parts: list[PageLine | PageTable] = []
    seen: set[int] = set()
    flow: list[Painted] = []
    for piece, place in zip(painting.pieces, places, strict=True):
        if place is None:
            flow.append(piece)
        elif place.grid not in seen:
            seen.add(place.grid)
            parts += lines_of(page, flow)
            flow = []
            parts.append(_table(page, place.grid, grids[place.grid], painting.pieces, places))
    return parts + lines_of(page, flow)


def _grids(painting: Painting) -> list[Grid]:
    """Find the tables of a page, the smallest first, so that one in another comes first."""
    levels = levels_of(painting.pieces)
    found = ruled(without_underlines(painting.strokes, levels))
    grids = [*found.grids, *open_grids(found.alone, levels)]
    return sorted(grids, key=lambda grid: grid.area)[:_MOST_TABLES]


def _places(pieces: Sequence[Painted], grids: Sequence[Grid]) -> list[_Place | None]:
    """Find the cell of each piece; a grid with text in one cell alone is no table."""
    owners = [grid.owners() for grid in grids]
    found: list[_Place | None] = [None] * len(pieces)
    for number, grid in enumerate(grids):
        inside: dict[int, int] = {}
        for at, piece in enumerate(pieces):
            if found[at] is None and piece.text.strip():
                point = grid.place_at(piece.x + 1.0, piece.y + _RAISED * piece.size)
                if point is not None:
                    inside[at] = owners[number][point]
        if len(set(inside.values())) > 1:
            for at, cell in inside.items():
                found[at] = _Place(number, cell)
    return found


def _table(
    page: int,
    number: int,
    grid: Grid,
    pieces: Sequence[Painted],
    places: Sequence[_Place | None],
) -> PageTable:
    painted: dict[int, list[Painted]] = {}
    for piece, place in zip(pieces, places, strict=True):
        if place is not None and place.grid == number:
            painted.setdefault(place.cell, []).append(piece)
    cells = []
    for index, slot in enumerate(grid.slots):
        left, right = grid.columns[slot.column], grid.columns[slot.column + slot.column_span]
        lines = lines_of(page, painted.get(index, ()))
        margin = min((max(line.x - left, 2.0) for line in lines), default=2.0)
        cells.append(TableCell(slot, right - left - 2 * min(margin, 8.0), lines))
    table = _without_empty_edges(PageTable(page, grid.columns, cells))
    table.headed = _is_headed(table)
    return table


def _without_empty_edges(table: PageTable) -> PageTable:
    """Leave out rows above and below the text, which a frame drawn twice makes."""
    filled = [cell.slot.row for cell in table.cells if cell.lines]
    first, last = min(filled), max(filled)
    kept = [
        replace(cell, slot=cell.slot._replace(row=cell.slot.row - first))
        for cell in table.cells
        if first <= cell.slot.row <= last
    ]
    return replace(table, cells=kept)


def _is_headed(table: PageTable) -> bool:
    first = table.head
    below = [cell for cell in table.cells if cell.slot.row and cell.lines]
    if not below or len(first) < 2 or not all(cell.lines for cell in first):
        return False
    return all(map(_is_bold, first)) and not all(map(_is_bold, below))


def _is_bold(cell: TableCell) -> bool:
    return all(
        sum(end - start for start, end in line.bold) >= 0.8 * len(line.text.strip())
        for line in cell.lines
    )


def _ends(above: PageLine, line: PageLine, width: float) -> bool:
    """Tell whether a paragraph of a cell ends between two lines."""
    if above.page != line.page:
        return not line.text[:1].islower()
    size = max(above.size, line.size)
    if abs(above.size - line.size) > 0.1 * size or above.y - line.y > _GAP * size:
        return True
    label = read_label(line.text)
    if BULLET.match(line.text) or (label is not None and not label.weak):
        return True
    word = len(line.text.split(None, 1)[0]) / len(line.text) * (line.end - line.x)
    return above.end - above.x + word + 0.8 * size < width


def _run_together(lines: Sequence[PageLine]) -> tuple[str, list[tuple[int, int]]]:
    """Join lines, each run of white space read as one space; give also what is bold."""
    words: list[str] = []
    bold: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        for word in _WORD.finditer(line.text):
            start, length = length, length + len(word[0]) + 1
            words.append(word[0])
            at = bisect_right(line.bold, word.start(), key=lambda one: one[0]) - 1
            if at >= 0 and word.end() <= line.bold[at][1]:
                joins = bool(bold) and bold[-1][1] + 1 == start
                bold.append((bold.pop()[0] if joins else start, length - 1))
    return " ".join(words), bold


def goes_on(above: PageTable, below: PageTable) -> bool:
    """Tell whether a table goes on at the top of the next page."""
    return (
        below.page == above.page + 1
        and len(above.columns) == len(below.columns)
        and all(
            abs(one - other) <= _SAME_EDGE
            for one, other in zip(above.columns, below.columns, strict=True)
        )
    )


def join(above: PageTable, below: PageTable) -> list[PageLine]:
    """Add what goes on of a table to it; give the lines of a head told again."""
    head = below.head
    again = [cell.text for cell in above.head] == [cell.text for cell in head]
    rest = below.cells[len(head) :] if again else below.cells
    last = above.last
    if rest and _is_cut(last, [one for one in rest if one.slot.row == rest[0].slot.row]):
        ends = {cell.slot.column: cell for cell in last}
        cut = rest[0].slot.row
        for cell in rest:
            if cell.slot.row == cut and cell.slot.column in ends:
                ends[cell.slot.column].lines += cell.lines
        rest = [one for one in rest if one.slot.row > cut or one.slot.column not in ends]
        shift = last[0].slot.row - cut
    else:
        shift = last[0].slot.row + 1 - (rest[0].slot.row if rest else 0)
    above.cells += [replace(one, slot=one.slot._replace(row=one.slot.row + shift)) for one in rest]
    above.page = below.page
    above.headed = above.headed or again
    return [line for cell in head for line in cell.lines] if again else []


def _is_cut(last: Sequence[TableCell], row: Sequence[TableCell]) -> bool:
    """Tell whether the end of the page cuts a row in two: some of its cells end before."""
    ends = {cell.slot.column: cell.text for cell in last}
    return any(not cell.lines for cell in row) and any(
        cell.text[:1].islower() and ends.get(cell.slot.column, ".")[-1:] not in _TERMINAL
        for cell in row
    )
