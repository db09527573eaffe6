"""A stretch of source with the markup of its containers taken off, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clausewright.readers.assembly import Fragment
from clausewright.readers.source_lines import SourceLines


class Content(NamedTuple):
    """Lines joined by LF, each the part of a source line that belongs to one block.

    ``starts`` are offsets in ``text``, ``sources`` the source offsets they stand for; a LF stands
    for the line end in the source.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, at: int) -> int:
        """Map an offset of the content to the source."""
        index = bisect_right(self.starts, at) - 1
        return self.sources[index] + at - self.starts[index]

    def fragments(self, start: int, end: int) -> Iterator[Fragment]:
        """Give a range as fragments, line ends read as a space."""
        index = bisect_right(self.starts, start) - 1
        while start < end:
            stop = end
            if index + 1 < len(self.starts):
                stop = min(end, self.starts[index + 1])
            text = self.text[start:stop]
            source = self.sources[index] + start - self.starts[index]
            yield Fragment(text.replace("\n", " "), source, len(text))
            start = stop
            index += 1


def content_of(source: SourceLines, first: int, lines: Sequence[str]) -> Content:
    """Place the lines of a block in the source lines from ``first`` on.

    Each is the end of its source line but for white space. A line that does not stand in its source
    line (a tab taken apart) is placed at the first character of it that does.
    """
    kept, starts, sources = [], [], []
    at = 0
    for index, given in enumerate(lines, first):
        line = source.lines[index] if index < len(source.lines) else ""
        column = line.rfind(given)
        text = given
        if column < 0:
            text = given.lstrip()
            column = line.rfind(text)
        if column < 0:
            text = text.rstrip()
            column = max(0, line.rfind(text))
            text = line[column : column + len(text)]
        kept.append(text)
        starts.append(at)
        sources.append((source.starts[index] if index < len(source.lines) else 0) + column)
        at += len(text) + 1
    return Content("\n".join(kept), tuple(starts), tuple(sources))
