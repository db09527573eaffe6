"""Offsets of the source and positions of the protocol.

The protocol counts lines from 0 and columns in UTF-16 code units, unless the editor agreed to
another unit. Lines end at LF, CRLF and CR, as everywhere here; the split of ``str.splitlines``
would count a form feed too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

_BREAK = re.compile(r"\r\n|\r|\n")
_WIDTHS = {
    types.PositionEncodingKind.Utf8: lambda text: len(text.encode("utf-8", "surrogatepass")),
    types.PositionEncodingKind.Utf16: lambda text: (
        len(text.encode("utf-16-le", "surrogatepass")) // 2
    ),
    types.PositionEncodingKind.Utf32: len,
}


@dataclass(frozen=True)
class Positions:
    """The lines of one text, and columns in the unit the editor counts in."""

    source: str
    encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts."""
        return [0, *(match.end() for match in _BREAK.finditer(self.source))]

    def _line_end(self, line: int) -> int:
        starts = self.line_starts
        end = starts[line + 1] if line + 1 < len(starts) else len(self.source)
        while end > starts[line] and self.source[end - 1] in "\r\n":
            end -= 1
        return end

    def position(self, offset: int) -> types.Position:
        """Give the position of an offset."""
        offset = max(0, min(offset, len(self.source)))
        line = bisect_right(self.line_starts, offset) - 1
        before = self.source[self.line_starts[line] : offset]
        return types.Position(line, _WIDTHS[self.encoding](before))

    def offset(self, position: types.Position) -> int:
        """Give the offset of a position; one beyond its line means the end of that line."""
        if position.line >= len(self.line_starts):
            return len(self.source)
        start, end = self.line_starts[position.line], self._line_end(position.line)
        if self.encoding is types.PositionEncodingKind.Utf32:
            return min(start + position.character, end)
        width, units = _WIDTHS[self.encoding], 0
        for offset in range(start, end):
            if units >= position.character:
                return offset
            units += width(self.source[offset])
        return end

    def range(self, start: int, end: int) -> types.Range:
        """Give the range of two offsets."""
        return types.Range(self.position(start), self.position(end))
