"""A decoded file as lines. Lines end at LF, CRLF and CR, at nothing else."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from clausewright.pattern import regex

_LINE_END = regex(r"\r\n|\r|\n")


class SourceLines(NamedTuple):
    """The lines of a source without their ends, and the offset where each starts."""

    source: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """Give the index of the line in which an offset stands."""
        return bisect_right(self.starts, offset) - 1


def source_lines(source: str) -> SourceLines:
    """Cut a source into lines."""
    if "\r" not in source:
        lines = source.split("\n")
        starts, at = [], 0
        for line in lines:
            starts.append(at)
            at += len(line) + 1
        return SourceLines(source, tuple(lines), tuple(starts))
    ends = [match.span() for match in _LINE_END.finditer(source)]
    begins = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(source)]
    texts = tuple(source[a:b] for a, b in zip(begins, stops, strict=True))
    return SourceLines(source, texts, tuple(begins))
