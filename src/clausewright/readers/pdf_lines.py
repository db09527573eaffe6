"""Lines of a PDF page, put together from pieces of text and the places they are painted at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from clausewright.pattern import regex
from clausewright.readers.pdf_painting import Painted

_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)
_UNWRITABLE = regex("[\0\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = regex("[ \t]{2,}")
_PAGE_NUMBER = regex(
    r"[-\u2013\u2014\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_NUMBERED = regex(r"(?:article|section|clause|schedule)?\s?\(?(?:\d|[ivxlc]{1,6}\b)", re.IGNORECASE)
_DIGITS = regex(r"\d+")
_CHARACTER = 0.5  # width of a character, as a share of the font size
_WIDE = 2.5  # a gap of this many font sizes parts two columns
_WORD_GAP = 0.15  # a gap of this share of the font size parts two words
_EDGE = 2  # heights at the top and the bottom of a page whose lines may be its furniture


@dataclass
class PageLine:
    """A line of a page; ``bold`` are ranges of its text."""

    page: int
    x: float
    y: float
    size: float
    text: str = ""
    bold: list[tuple[int, int]] = field(default_factory=list)
    end: float = 0.0  # where its text ends
    _longest: int = 0  # characters of the piece whose size is that of the line

    def add(self, piece: Painted, text: str) -> None:
        """Append a piece."""
        if not text.strip():
            if piece.end is None and not self.text.endswith(" "):
                self.text += " "  # where places are known they tell the words apart
            return
        gap = piece.x - self.end
        if self.text and gap > _WIDE * self.size:
            self.text = self.text.rstrip() + "   "
        elif piece.end is not None and gap > _WORD_GAP * self.size and self.text:
            self.text += "" if self.text[-1] == " " else " "
        if self.text.endswith(" "):
            text = text.lstrip()
        if len(text) > self._longest:
            self._longest, self.size = len(text), piece.size
        start = len(self.text)
        self.text += text
        if piece.bold:
            self.bold.append((start, len(self.text)))
        estimated = piece.x + _CHARACTER * piece.size * len(text)
        self.end = estimated if piece.end is None else piece.end


def lines_of(page: int, pieces: Sequence[Painted]) -> list[PageLine]:
    """Put the lines of a page together, in the order in which they are painted."""
    lines: list[PageLine] = []
    current: PageLine | None = None
    for piece in pieces:
        text = _SPACES.sub(" ", _UNWRITABLE.sub(" ", piece.text.translate(_LIGATURES)))
        for number, part in enumerate(text.split("\n")):
            if number:
                current = None
            if not part or (current is None and not part.strip()):
                continue
            if current is None or (
                part.strip() and abs(piece.y - current.y) > 0.6 * max(current.size, piece.size)
            ):
                current = PageLine(page, piece.x, piece.y, piece.size)
                lines.append(current)
                part = part.lstrip()  # noqa: PLW2901  (the line begins at its first letter)
            current.add(piece, part)
    return [line for line in lines if line.text.strip()]


def furniture_of(pages: Sequence[Sequence[PageLine]]) -> set[int]:
    """Give the ids of lines at the edge of pages that number them or come again on others."""
    places: dict[tuple[str, str], list[PageLine]] = {}
    found: set[int] = set()
    for lines in pages:
        heights = _heights(lines)
        edges = [("top", one) for level in heights[:_EDGE] for one in level]
        edges += [("bottom", one) for level in heights[_EDGE:][-_EDGE:] for one in level]
        for edge, line in edges:
            if len(heights) > 2 * _EDGE and _PAGE_NUMBER.match(line.text.strip()):
                found.add(id(line))
            text = " ".join(line.text.split())
            same = text if _NUMBERED.match(text) else _DIGITS.sub("#", text)
            places.setdefault((edge, same), []).append(line)
    for again in places.values():
        if len({line.page for line in again}) >= 2 and _stand_alike(again):
            found.update(id(line) for line in again)
    return found


def _heights(lines: Sequence[PageLine]) -> list[list[PageLine]]:
    """Give the lines that stand beside each other, from the top of the page."""
    levels: list[list[PageLine]] = []
    for line in sorted(lines, key=lambda one: -one.y):
        if levels and levels[-1][0].y - line.y <= 0.3 * line.size:
            levels[-1].append(line)
        else:
            levels.append([line])
    return levels


def _stand_alike(lines: Sequence[PageLine]) -> bool:
    """Tell whether lines stand at the same height, as those of a header or footer do."""
    heights = Counter(round(line.y / 4) for line in lines)
    return heights.most_common(1)[0][1] >= 2
