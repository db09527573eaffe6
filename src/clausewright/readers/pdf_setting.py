"""How the lines of a PDF are set, and which of them go on with the line above."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clausewright.readers.labels import read_label
from clausewright.readers.pdf_lines import PageLine

_CHARACTER = 0.5  # width of a character, as a share of the font size
_MOST_INDENT = 60  # characters
_NEW_PARAGRAPH = 1.15  # times the usual distance of two lines
_AROUND = 3  # lines before and after that show the distance of two lines of one paragraph
_SAME_SIZE = 0.1  # of the font size
_TERMINAL = ".:;!?"
_BLANK = "___"
_LONG = 25  # characters of a line that shows where the text ends at the right
_FEWEST = 12  # such lines of a page that may be set in columns
_STEP = 4.0  # points


class SetLine(NamedTuple):
    """A line with its indent in characters, or None for a blank one where a paragraph ends."""

    indent: str
    line: PageLine | None
    goes_on: bool = False  # with the line above


@dataclass(frozen=True)
class Setting:
    """Where the lines of a document begin, the usual distance of two, where each page ends them.

    ``rights`` are the right edges of the columns of each page, from the left.
    """

    left: float
    pitch: float
    rights: Mapping[int, tuple[float, ...]]

    def right(self, line: PageLine) -> float:
        """Give where the column of a line ends at the right."""
        edges = self.rights[line.page]
        return next((edge for edge in edges if line.x < edge), edges[-1])


def setting_of(lines: Sequence[PageLine]) -> Setting:
    """Measure the lines of a document."""
    pages: dict[int, list[PageLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    widest = _reach([line.end for line in lines if len(line.text) >= _LONG])
    return Setting(
        min((line.x for line in lines), default=0.0),
        _pitch(lines),
        {page: _rights(one, widest) for page, one in pages.items()},
    )


def _reach(ends: Sequence[float]) -> float:
    """Give where most of the longest lines end."""
    ordered = sorted(ends)
    return ordered[int(0.95 * (len(ordered) - 1))] if ordered else 0.0


def _rights(lines: Sequence[PageLine], widest: float) -> tuple[float, ...]:
    """Give the right edges of the columns of a page; a page of few lines ends as all do."""
    long = [line for line in lines if len(line.text) >= _LONG]
    if len(long) < _FEWEST:
        return (max([widest, *(line.end for line in long)]),)
    left, right = min(line.x for line in long), _reach([line.end for line in long])
    gutter = _gutter(long, left, right)
    if gutter is None:
        return (right,)
    return (_reach([line.end for line in long if line.end <= gutter]), right)


def _gutter(lines: Sequence[PageLine], left: float, right: float) -> float | None:
    """Find where hardly a line crosses the middle of a page and a third stand on either side."""
    best: tuple[int, float] | None = None
    at = left + 0.35 * (right - left)
    while at < left + 0.65 * (right - left):
        crossing = sum(line.x < at < line.end for line in lines)
        best = min(best, (crossing, at)) if best else (crossing, at)
        at += _STEP
    if best is None or best[0] > 0.15 * len(lines):
        return None
    before = sum(line.end <= best[1] for line in lines)
    after = sum(line.x >= best[1] for line in lines)
    return best[1] if min(before, after) >= 0.3 * len(lines) else None


def _pitch(lines: Sequence[PageLine]) -> float:
    """Give the usual distance of two lines, in font sizes."""
    counts: Counter[float] = Counter()
    above: PageLine | None = None
    for line in lines:
        if above is not None and above.page == line.page and above.size == line.size > 0:
            step = (above.y - line.y) / line.size
            if 0.8 < step < 3:
                counts[round(step, 1)] += 1
        above = line
    return counts.most_common(1)[0][0] if counts else 1.2


def set_lines(lines: Sequence[PageLine], setting: Setting) -> Iterator[SetLine]:
    """Give lines with their indent, and a blank one where a paragraph ends."""
    steps = [0.0, *(_step(above, line) for above, line in itertools.pairwise(lines))]
    above: PageLine | None = None
    for number, line in enumerate(lines):
        goes_on = False
        if above is not None:
            around = steps[max(1, number - _AROUND) : number + _AROUND + 1]
            below = [step for step in around if step > 0.8]
            pitch = max(setting.pitch, min(below)) if len(below) >= _AROUND else setting.pitch
            if _parts(above, line, steps[number], pitch):
                yield SetLine("", None)
            else:
                goes_on = _goes_on(above, line, setting.right(above))
        indent = (line.x - setting.left) / (_CHARACTER * max(line.size, 1.0))
        yield SetLine(" " * int(min(max(indent, 0), _MOST_INDENT)), line, goes_on)
        above = line


def _step(above: PageLine, line: PageLine) -> float:
    """Give the distance of two lines in font sizes, 0 where the second is not below the first."""
    if above.page != line.page or abs(above.size - line.size) > _SAME_SIZE * line.size:
        return 0.0
    return max(0.0, (above.y - line.y) / max(line.size, 1.0))


def _parts(above: PageLine, line: PageLine, step: float, pitch: float) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if abs(above.size - line.size) > _SAME_SIZE * max(above.size, line.size):
        return True
    if above.page != line.page or line.y > above.y:  # the next page or column
        return above.text.rstrip()[-1:] in _TERMINAL
    return step > _NEW_PARAGRAPH * pitch


def _goes_on(above: PageLine, line: PageLine, right: float) -> bool:
    """Tell whether a line goes on with the one above, which is full or no sentence's end."""
    ended = above.text.rstrip()[-1:] in _TERMINAL
    if line.text[0].islower() and not ended:
        return True
    if above.text.rstrip().endswith(_BLANK):
        return False  # a form to be filled in
    if ended and line.x > above.x + line.size and read_label(above.text) is None:
        return False  # the first line of a paragraph is set in
    word = line.text.split(None, 1)[0]
    room = len(word) / len(line.text) * (line.end - line.x) + 0.25 * line.size
    return above.end + room > right - 0.5 * line.size
