"""Straight lines of a page as the grids of its tables."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from clausewright.readers.pdf_painting import Stroke

_NEAR = 4.0  # points between two lines that are drawn as one
_REACH = 3.0  # points by which two lines may miss each other
_ROOM = 12.0  # points that hold text
_MOST_ACROSS = 300
_MOST_DOWN = 100


class Slot(NamedTuple):
    """A cell of a grid: its place, and how many rows and columns it takes."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Grid(NamedTuple):
    """A ruled table: its edges from the left and from the top, and its cells in reading order."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    slots: tuple[Slot, ...]

    def place_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Give row and column of a point, None outside."""
        column = bisect_right(self.columns, x) - 1
        row = bisect_right(self.rows, -y, key=lambda edge: -edge) - 1
        inside = 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1
        return (row, column) if inside else None

    @property
    def area(self) -> float:
        """The room it takes, in square points."""
        return (self.columns[-1] - self.columns[0]) * (self.rows[0] - self.rows[-1])

    def owners(self) -> dict[tuple[int, int], int]:
        """Give the index of the cell that takes each place."""
        return {
            place: index
            for index, slot in enumerate(self.slots)
            for place in itertools.product(
                range(slot.row, slot.row + slot.row_span),
                range(slot.column, slot.column + slot.column_span),
            )
        }


class Line(NamedTuple):
    """A line at a height (or from the left), from a start to an end."""

    at: float
    start: float
    end: float


class Ruled(NamedTuple):
    """The grids that lines make, and the lines across the page that no line down touches."""

    grids: list[Grid]
    alone: list[Line]


def ruled(strokes: Sequence[Stroke]) -> Ruled:
    """Find the tables that lines rule."""
    across = _merged((one.y0, one.x0, one.x1) for one in strokes if one.across)
    down = _merged((one.x0, one.y0, one.y1) for one in strokes if not one.across)
    if not 0 < len(across) <= _MOST_ACROSS or len(down) > _MOST_DOWN:
        return Ruled([], [])
    grids: list[Grid] = []
    alone: list[Line] = []
    for rows, columns in _parts(across, down):
        grids += [_grid(rows, columns)] if rows and columns else []
        alone += rows if not columns else []
    return Ruled([grid for grid in grids if len(grid.slots) > 1], alone)


def _merged(lines: Iterable[tuple[float, float, float]]) -> list[Line]:
    """Join the lines that go on with each other or lie on each other."""
    merged: list[Line] = []
    level: list[Line] = []
    for at, start, end in sorted(lines):
        if level and at - level[-1].at > 1.0:
            merged += _joined(level)
            level = []
        level.append(Line(at, start, end))
    return merged + _joined(level)


def _joined(level: Sequence[Line]) -> list[Line]:
    joined: list[Line] = []
    for line in sorted(level, key=lambda one: one.start):
        if joined and line.start <= joined[-1].end + _REACH:
            last = joined[-1]
            joined[-1] = Line(last.at, last.start, max(last.end, line.end))
        else:
            joined.append(line)
    return joined


def _parts(across: Sequence[Line], down: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Give the lines that touch each other, part by part."""
    owner = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while owner[one] != one:
            owner[one] = owner[owner[one]]
            one = owner[one]
        return one

    heights = [line.at for line in across]
    for index, line in enumerate(down, len(across)):
        first = bisect_left(heights, line.start - _REACH)
        last = bisect_right(heights, line.end + _REACH)
        for touched in range(first, last):
            if across[touched].start - _REACH <= line.at <= across[touched].end + _REACH:
                owner[root(touched)] = root(index)
    parts: dict[int, tuple[list[Line], list[Line]]] = {}
    for index, line in enumerate((*across, *down)):
        parts.setdefault(root(index), ([], []))[index >= len(across)].append(line)
    yield from parts.values()


def _edges(places: Iterable[float]) -> list[float]:
    """Give the places in order, those drawn as one taken together."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _grid(across: Sequence[Line], down: Sequence[Line]) -> Grid:
    """Lay the cells out between lines that touch; an open side ends where the lines end."""
    columns = _edges(line.at for line in down)
    rows = _edges(line.at for line in across)
    left, right = min(line.start for line in across), max(line.end for line in across)
    low, high = min(line.start for line in down), max(line.end for line in down)
    columns = _with_sides(columns, left, right)
    rows = _with_sides(rows, low, high)
    rows.reverse()
    return Grid(tuple(columns), tuple(rows), tuple(_slots(columns, rows, across, down)))


def _with_sides(edges: list[float], low: float, high: float) -> list[float]:
    """Add an edge at a side that no line closes, where room for text lies there."""
    before = [low] if edges[0] - low > _ROOM else []
    after = [high] if high - edges[-1] > _ROOM else []
    return [*before, *edges, *after]


def _slots(
    columns: Sequence[float], rows: Sequence[float], across: Sequence[Line], down: Sequence[Line]
) -> Iterator[Slot]:
    walls = _Walls(columns, rows, across, down)
    taken: set[tuple[int, int]] = set()
    for row, column in itertools.product(range(len(rows) - 1), range(len(columns) - 1)):
        if (row, column) in taken:
            continue
        width = height = 1
        while column + width < len(columns) - 1 and (row, column + width) not in taken:
            if walls.right(row, column + width - 1):
                break
            width += 1
        while row + height < len(rows) - 1 and not any(
            walls.below(row + height - 1, at) for at in range(column, column + width)
        ):
            height += 1
        taken.update(itertools.product(range(row, row + height), range(column, column + width)))
        yield Slot(row, column, height, width)


class _Walls:
    """Where the cells of a grid are parted from those beside and below."""

    def __init__(
        self,
        columns: Sequence[float],
        rows: Sequence[float],
        across: Sequence[Line],
        down: Sequence[Line],
    ) -> None:
        middles = [(a + b) / 2 for a, b in itertools.pairwise(columns)]
        heights = [(a + b) / 2 for a, b in itertools.pairwise(rows)]
        self._right = _crossed(columns, down, heights)
        self._below = _crossed(rows, across, middles)

    def right(self, row: int, column: int) -> bool:
        """Tell whether a line stands at the right of a place."""
        return (column + 1, row) in self._right

    def below(self, row: int, column: int) -> bool:
        """Tell whether a line lies below a place."""
        return (row + 1, column) in self._below


def _crossed(
    edges: Sequence[float], lines: Sequence[Line], middles: Sequence[float]
) -> set[tuple[int, int]]:
    """Give the edges on which a line is drawn, with the indices of the middles it passes."""
    found: set[tuple[int, int]] = set()
    for line in lines:
        edge = min(range(len(edges)), key=lambda at: abs(edges[at] - line.at))
        found.update(
            (edge, index) for index, middle in enumerate(middles) if line.start < middle < line.end
        )
    return found
