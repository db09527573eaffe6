"""What a PDF page paints: pieces of text with the room they take, and straight lines."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_THIN = 3.0  # points; a filled shape no thicker is a line
_SHORTEST = 4.0  # points of a line that may part two cells
_MOST_STROKES = 4_000  # of a page; a page of more is a drawing
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_STROKES = frozenset((b"S", b"s", b"B", b"B*", b"b", b"b*"))
_ENDS = _FILLS | _STROKES | {b"n"}
_PATHS = frozenset((b"m", b"l", b"c", b"v", b"y", b"h", b"re"))
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_MOVES = frozenset((b"Td", b"TD", b"Tm", b"T*", b"'", b'"'))
_HERE: list[object] = [1, 0, 0, 1, 0, 0]  # operands of ``cm`` that change nothing
_DEFAULT_WIDTH = 500.0  # thousandths of the font size, where a font tells no width

Matrix = Sequence[float]


class Painted(NamedTuple):
    """A piece of text as painted: where it starts and ends, the size and weight of its font.

    ``end`` is None where the page does not tell it.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool
    end: float | None = None


class Stroke(NamedTuple):
    """A straight line across or down the page, from the left or from below."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def across(self) -> bool:
        """Tell a horizontal line."""
        return self.x1 - self.x0 >= self.y1 - self.y0


class _Show(NamedTuple):
    """The codes shown at one place, and the room (thousandths) that the page takes back."""

    cm: Matrix
    tm: Matrix
    codes: list[bytes]
    back: list[float]


Measure = Callable[[bytes], float]
Fonts = dict[int, tuple[Mapping[str, object], Measure]]
"""The fonts met, by identity: what measures their codes, and the font, kept so that none is new."""


def parted(operations: Iterable[tuple[object, bytes]]) -> Iterator[tuple[object, bytes]]:
    """Have the text told place by place: pypdf joins what is shown on one line.

    It tells what it has read whenever the page is moved, so a move by nothing goes before each.
    """
    shown = False
    for operands, operator in operations:
        if shown and operator in _MOVES:
            yield _HERE, b"cm"
        shown = operator in _SHOWS or (shown and operator not in _MOVES)
        yield operands, operator


@dataclass
class Painting:
    """Hears what pypdf tells of one page; ``fonts`` are those of pages before."""

    fonts: Fonts
    pieces: list[Painted] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    _shows: list[_Show] = field(default_factory=list)
    _path: list[list[tuple[float, float]]] = field(default_factory=list)

    def hear_text(
        self,
        text: str,
        cm: Matrix,
        tm: Matrix,
        font: Mapping[str, object] | None,
        size: float,
    ) -> None:
        """Take a piece of text."""
        shows, self._shows = self._shows, []
        if not text:
            return
        x, y = _placed(tm[4], tm[5], cm)
        end = self._end(shows, font, size)
        self.pieces.append(Painted(text, x, y, _size(cm, tm, size), _is_bold(font), end))

    def hear_operation(
        self, operator: bytes, operands: Sequence[object], cm: Matrix, tm: Matrix
    ) -> None:
        """Take a drawing instruction, before it is carried out."""
        if operator in _SHOWS:
            self._show(operands, cm, tm)
        elif operator in _PATHS:
            self._draw(operator, operands, cm)
        elif operator in _ENDS:
            self._paint(operator)

    def _show(self, operands: Sequence[object], cm: Matrix, tm: Matrix) -> None:
        last = self._shows[-1] if self._shows else None
        if last is None or list(last.tm) != list(tm) or list(last.cm) != list(cm):
            last = _Show(tuple(cm), tuple(tm), [], [])
            self._shows.append(last)
        shown = operands[-1] if operands else None
        for one in shown if isinstance(shown, list) else [shown]:
            if isinstance(one, bytes):
                last.codes.append(bytes(one))
            elif isinstance(one, str):
                last.codes.append(one.encode("latin-1", "replace"))
            elif isinstance(one, int | float):
                last.back.append(float(one))

    def _end(
        self, shows: Sequence[_Show], font: Mapping[str, object] | None, size: float
    ) -> float | None:
        if not shows or font is None:
            return None
        if id(font) not in self.fonts:
            self.fonts[id(font)] = (font, width_of(font))
        measure = self.fonts[id(font)][1]
        last = shows[-1]
        width = sum(map(measure, last.codes)) - sum(last.back)
        scale = abs(last.tm[0] * last.cm[0]) or 1.0
        return _placed(last.tm[4], last.tm[5], last.cm)[0] + width / 1000 * abs(size) * scale

    def _draw(self, operator: bytes, operands: Sequence[object], cm: Matrix) -> None:
        numbers = [float(one) for one in operands if isinstance(one, int | float)]
        if operator == b"re" and len(numbers) == 4:
            x, y, width, height = numbers
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
            self._path.append([_placed(*corner, cm) for corner in corners])
        elif operator == b"m" and len(numbers) == 2:
            self._path.append([_placed(numbers[0], numbers[1], cm)])
        elif self._path and operator == b"h":
            if self._path[-1]:
                self._path[-1].append(self._path[-1][0])
        elif self._path and operator == b"l" and len(numbers) == 2:
            self._path[-1].append(_placed(numbers[0], numbers[1], cm))
        elif self._path:  # a curve is no line: it ends one and begins the next
            self._path.append([_placed(numbers[-2], numbers[-1], cm)] if len(numbers) > 1 else [])

    def _paint(self, operator: bytes) -> None:
        paths, self._path = [path for path in self._path if path], []
        for path in paths:
            if operator in _STROKES:
                if operator in (b"s", b"b", b"b*"):
                    path.append(path[0])
                for (x0, y0), (x1, y1) in itertools.pairwise(path):
                    self._add(x0, y0, x1, y1)
            if operator in _FILLS:
                across, down = [x for x, _ in path], [y for _, y in path]
                self._add(min(across), min(down), max(across), max(down))

    def _add(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Take a line, or a filled shape thin enough to be one."""
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if len(self.strokes) <= _MOST_STROKES and max(x1 - x0, y1 - y0) >= _SHORTEST:
            if y1 - y0 <= _THIN:
                self.strokes.append(Stroke(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
            elif x1 - x0 <= _THIN:
                self.strokes.append(Stroke((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))

    @property
    def is_drawing(self) -> bool:
        """Tell a page of more lines than any table has."""
        return len(self.strokes) > _MOST_STROKES


def _placed(x: float, y: float, cm: Matrix) -> tuple[float, float]:
    return x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]


def _size(cm: Matrix, tm: Matrix, size: float) -> float:
    """Give the height of the font as it is seen."""
    scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
    return min(max(abs(size) * scale, 1.0), 1000.0)


def _is_bold(font: Mapping[str, object] | None) -> bool:
    name = str(font.get("/BaseFont", "")) if font else ""
    return any(word in name.lower() for word in ("bold", "black", "heavy"))


def width_of(font: Mapping[str, object]) -> Measure:
    """Give what measures codes shown in a font, in thousandths of its size."""
    if font.get("/Subtype") == "/Type0":
        descendants = _resolved(font.get("/DescendantFonts"))
        below = _resolved(descendants[0]) if isinstance(descendants, list) and descendants else None
        below = below if isinstance(below, Mapping) else {}
        known = _wide_widths(_resolved(below.get("/W")))
        default = _number(below.get("/DW"), 1000.0)

        def measure(codes: bytes) -> float:
            pairs = range(0, len(codes) - 1, 2)
            return sum(known.get(codes[at] << 8 | codes[at + 1], default) for at in pairs)

        return measure
    widths = _resolved(font.get("/Widths"))
    first = int(_number(font.get("/FirstChar"), 0.0))
    listed = [_number(one, 0.0) for one in widths[:256]] if isinstance(widths, list) else []
    table = [_DEFAULT_WIDTH] * 256
    for code, width in enumerate(listed, first):
        if 0 <= code < 256:
            table[code] = width
    return lambda codes: sum(table[code] for code in codes)


def _wide_widths(listed: object) -> dict[int, float]:
    """Read the widths of a font of many glyphs: ``first [w ...]`` or ``first last w``."""
    widths: dict[int, float] = {}
    run: list[int] = []
    for entry in listed if isinstance(listed, list) else ():
        one = _resolved(entry)
        if isinstance(one, list) and run:
            widths.update(enumerate((_number(width, 0.0) for width in one[:65536]), run[-1]))
            run = []
        elif len(run) == 2:
            width = _number(one, 0.0)
            widths.update((code, width) for code in range(run[0], min(run[1], run[0] + 65535) + 1))
            run = []
        else:
            run.append(int(_number(one, 0.0)))
        if len(widths) > 65536:
            break
    return widths


def _resolved(value: object) -> object:
    get = getattr(value, "get_object", None)
    return get() if get is not None else value


def _number(value: object, otherwise: float) -> float:
    found = _resolved(value)
    return float(found) if isinstance(found, int | float) else otherwise
