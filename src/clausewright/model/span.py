"""Places in text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in ``Document.text``.

    A tuple, since a contract has a hundred thousand of them; its length is that of the text.
    """

    start: int
    end: int

    def __len__(self) -> int:
        """Give the number of code points."""
        return self.end - self.start

    def __contains__(self, offset: object) -> bool:
        """Tell whether an offset lies inside."""
        return isinstance(offset, int) and self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Position:
    """A place for people: line and column count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a Word package a paragraph stands.

    ``part`` is the part name without a leading slash, ``paragraph`` the ordinal of the paragraph in
    that part from 1, ``table`` the row and column of the cell from 1, ``number`` the computed
    automatic number.
    """

    part: str
    paragraph: int
    table: tuple[int, int] | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of ``Document.text`` that came from one run of ``Document.source``.

    Where both lengths are equal the characters correspond one to one (a line break in the source
    may read as a space). Where they differ (an entity, an escape) the run maps as a whole.
    """

    text: int
    source: int
    length: int
    source_length: int
