"""No line is lost in silence: what no block covers is markup, or is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausewright.model.document import Unread
from clausewright.model.span import Piece
from clausewright.pattern import regex
from clausewright.readers.source_lines import SourceLines

_MARKUP = regex(
    r"(?:>\s?)*(?:(?:[-*+]|\d{1,9}[.)])\s)*+"
    r"(?:(?:`{3,}|~{3,})[^\n]*|(?:</?[A-Za-z!?/][^<>]*+>?+\s*+)++|[^<>]*>\s*|(?:[-*+]|\d{1,9}[.)])?)$"
)
_PICTURE = regex(r"[\s>]*!\[\s*\]")


def unaccounted(
    source: SourceLines, pieces: Iterable[Piece], told: Iterable[Unread], first: int
) -> Iterator[Unread]:
    """Give the lines from ``first`` on that hold letters or digits and that nothing covers.

    ``told`` are ranges that need no more words (comments, text already reported). Lines of bare
    markup, a fence or an HTML tag, are given as not visible.
    """
    covered = bytearray(len(source.lines))
    ranges = [(piece.source, piece.source + piece.source_length) for piece in pieces]
    for start, end in (*ranges, *((one.start, one.end) for one in told)):
        low, high = source.line_at(start), source.line_at(max(start, end - 1))
        covered[low : high + 1] = b"\1" * (high + 1 - low)
    run: list[int] = []
    for index in range(first, len(source.lines)):
        line = source.lines[index]
        if not covered[index] and any(char.isalnum() for char in line):
            run.append(index)
        elif line.strip() and run:
            yield _told(source, run)
            run = []
    if run:
        yield _told(source, run)


def _told(source: SourceLines, run: list[int]) -> Unread:
    """Say what a run of lines is."""
    end = source.starts[run[-1]] + len(source.lines[run[-1]])
    text = "\n".join(" ".join(source.lines[index].split()) for index in run)
    if _MARKUP.match(text):
        return Unread(source.starts[run[0]], end, "markup", visible=False)
    what = "a picture without a description" if _PICTURE.match(text) else "no block took it up"
    return Unread(source.starts[run[0]], end, what)
