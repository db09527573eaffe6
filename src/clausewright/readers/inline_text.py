"""The inline text of one block, with its way back to the source."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.readers.assembly import Fragment, RawMark


class InlineComment(NamedTuple):
    """A remark inside a block: its text, its place in the source and in the block's text."""

    text: str
    source: int
    at: int


@dataclass
class Inline:
    """What inline parsing found: text, formatting, remarks and struck text.

    ``breaks`` are the offsets at which the drafter began a new line on purpose.
    """

    fragments: list[Fragment] = field(default_factory=list)
    marks: list[RawMark] = field(default_factory=list)
    comments: list[InlineComment] = field(default_factory=list)
    struck: list[tuple[int, int]] = field(default_factory=list)  # source ranges
    breaks: list[int] = field(default_factory=list)
    length: int = 0

    def add(self, fragment: Fragment) -> None:
        """Append a fragment."""
        if fragment.text:
            self.fragments.append(fragment)
            self.length += len(fragment.text)

    @property
    def ends_in_space(self) -> bool:
        """Tell whether the text so far ends in a space."""
        return bool(self.fragments) and self.fragments[-1].text[-1] == " "

    @property
    def text(self) -> str:
        """The text as it is read."""
        return "".join(fragment.text for fragment in self.fragments)

    def lines(self) -> Iterator[Inline]:
        """Give the lines that the drafter parted, in order; one where there is no break."""
        if not self.breaks:
            yield self
            return
        edges = [0, *self.breaks, self.length]
        for number, (start, end) in enumerate(itertools.pairwise(edges)):
            line = self.cut(start, end)
            line.struck = self.struck if not number else []
            yield line

    def cut(self, start: int, end: int) -> Inline:
        """Give a range of the text. Fragments that map as a whole are kept whole."""
        part = Inline()
        at = 0
        for fragment in self.fragments:
            low, high = max(start - at, 0), min(end - at, len(fragment.text))
            if low < high:
                part.add(_sliced(fragment, low, high))
            at += len(fragment.text)
        part.marks = [
            RawMark(
                mark.kind, max(mark.start, start) - start, min(mark.end, end) - start, mark.target
            )
            for mark in self.marks
            if mark.start < end and mark.end > start
        ]
        last = end >= self.length
        part.comments = [c for c in self.comments if start <= c.at < end or (last and c.at >= end)]
        return part


def _sliced(fragment: Fragment, low: int, high: int) -> Fragment:
    if len(fragment.text) != fragment.source_length:
        return fragment
    return Fragment(fragment.text[low:high], fragment.source + low, high - low)
