"""Tables ruled between their rows alone: the gaps in the text tell the columns."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clausewright.readers.labels import read_label
from clausewright.readers.pdf_grids import Grid, Line, Slot
from clausewright.readers.pdf_painting import Painted, Stroke
from clausewright.readers.text_lines import BULLET

_SAME = 3.0  # points between the ends of two lines of one table
_LEVEL = 1.0  # points between the feet of letters that stand on one height
_CHARACTER = 0.5  # font sizes of a character whose width is not told
_WORDS = 0.9  # font sizes between two words of one cell at most
_GUTTER = 6.0  # points between two columns at least
_UNDER = 0.4  # font sizes below the foot of its letters at most, of a line that underlines them
_LARGEST = 30.0  # points of a font whose underlines are looked for
_HEAD = 1.6  # font sizes above the first line at most, of the head of a table
_MOST_COLUMNS = 12


class _Text(NamedTuple):
    """Text that stands together: what one cell may hold of a height."""

    start: float
    end: float
    size: float
    words: str


class Level(NamedTuple):
    """A height of the page and what stands on it, from the left, with where each text starts."""

    y: float
    texts: list[_Text]
    starts: list[float]

    def within(self, line: Line) -> list[_Text]:
        """Give the texts that stand above or below a line."""
        first = bisect_left(self.starts, line.start - _SAME)
        last = bisect_right(self.starts, line.end)
        return [one for one in self.texts[first:last] if one.end <= line.end + _SAME]


def levels_of(pieces: Sequence[Painted]) -> list[Level]:
    """Give the heights on which text stands, from below."""
    levels: list[tuple[float, list[Painted]]] = []
    for piece in sorted((one for one in pieces if one.text.strip()), key=lambda one: one.y):
        if levels and piece.y - levels[-1][0] <= _LEVEL:
            levels[-1][1].append(piece)
        else:
            levels.append((piece.y, [piece]))
    found = []
    for y, painted in levels:
        texts = _texts(painted)
        found.append(Level(y, texts, [text.start for text in texts]))
    return found


def _texts(painted: Sequence[Painted]) -> list[_Text]:
    """Join the pieces of a height that stand no further apart than words."""
    runs: list[list[Painted]] = []
    end = 0.0
    for piece in sorted(painted, key=lambda one: one.x):
        if not runs or piece.x - end > _WORDS * piece.size:
            runs.append([])
            end = 0.0
        runs[-1].append(piece)
        end = max(end, _end(piece))
    return [
        _Text(
            run[0].x,
            max(map(_end, run)),
            max(piece.size for piece in run),
            "".join(piece.text for piece in run).strip(),
        )
        for run in runs
    ]


def _end(piece: Painted) -> float:
    text = piece.text.rstrip()
    if piece.end is None:
        return piece.x + _CHARACTER * piece.size * len(text)
    return piece.x + (piece.end - piece.x) * len(text) / len(piece.text)


def without_underlines(strokes: Sequence[Stroke], levels: Sequence[Level]) -> list[Stroke]:
    """Leave out the lines drawn right below the words they underline."""
    return [one for one in strokes if not (one.across and _underlines(one, levels))]


def _underlines(stroke: Stroke, levels: Sequence[Level]) -> bool:
    first = bisect_left(levels, stroke.y0, key=lambda level: level.y)
    for level in levels[first:]:
        if level.y - stroke.y0 > _UNDER * _LARGEST:
            return False
        at = bisect_right(level.starts, stroke.x0 + _SAME) - 1
        if at >= 0:
            text = level.texts[at]
            if level.y - stroke.y0 <= _UNDER * text.size and stroke.x1 <= text.end + _SAME:
                return True
    return False


def open_grids(lines: Sequence[Line], levels: Sequence[Level]) -> Iterator[Grid]:
    """Find the tables between lines of the same length that lie below each other."""
    for run in _runs(lines):
        rows = [
            [level.within(run[0]) for level in _between(levels, low.at, high.at)]
            for high, low in itertools.pairwise(run)
        ]
        columns = _columns(run[0], rows)
        if columns:
            yield _grid(run, rows, columns, levels)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the lines of the same length that follow each other, from the top."""
    run: list[Line] = []
    for line in sorted(lines, reverse=True):
        if run and max(abs(line.start - run[0].start), abs(line.end - run[0].end)) > _SAME:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _between(levels: Sequence[Level], low: float, high: float) -> Sequence[Level]:
    first = bisect_left(levels, low, key=lambda level: level.y)
    return levels[first : bisect_left(levels, high, key=lambda level: level.y)]


def _columns(line: Line, rows: Sequence[Sequence[Sequence[_Text]]]) -> tuple[float, ...]:
    """Give the edges of columns that two rows or more show; none where the text is no table."""
    parted = [row for row in rows if any(len(texts) > 1 for texts in row)]
    texts = sorted(text for row in parted for level in row for text in level)
    edges = []
    end = texts[0].end if texts else 0.0
    for text in texts:
        if text.start - end >= _GUTTER:
            edges.append(text.start - 2.0)
        end = max(end, text.end)
    if len(parted) < 2 or not 0 < len(edges) < _MOST_COLUMNS:
        return ()
    if all(_is_label(text.words) for text in texts if text.start < edges[0]):
        return ()  # numbered clauses between rules
    return (line.start, *edges, line.end)


def _is_label(words: str) -> bool:
    label = read_label(words)
    return (label is not None and label.end == len(words)) or bool(BULLET.match(words + " x"))


def _grid(
    run: Sequence[Line],
    rows: Sequence[Sequence[Sequence[_Text]]],
    columns: tuple[float, ...],
    levels: Sequence[Level],
) -> Grid:
    top = run[0].at
    edges = [line.at for line in run]
    above = _between(levels, top, top + _HEAD * _LARGEST)[:1]
    head = above[0].within(run[0]) if above else []
    cut = [any(_crosses(text, columns) for level in row for text in level) for row in rows]
    if head and above[0].y - top <= _HEAD * head[0].size and _heads(head, columns):
        edges = [above[0].y + 1.2 * head[0].size, *edges]
        cut = [False, *cut]
    across = len(columns) - 1
    slots = []
    for row, whole in enumerate(cut):
        if whole:
            slots.append(Slot(row, 0, 1, across))
        else:
            slots += [Slot(row, column) for column in range(across)]
    return Grid(columns, tuple(edges), tuple(slots))


def _heads(texts: Sequence[_Text], columns: Sequence[float]) -> bool:
    """Tell the head of a table that stands above its first line."""
    if any(_crosses(text, columns) for text in texts):
        return False
    return len(texts) > 1 or texts[0].start >= columns[1] - _SAME


def _crosses(text: _Text, columns: Sequence[float]) -> bool:
    return any(text.start < edge - _SAME and text.end > edge + _SAME for edge in columns[1:-1])
