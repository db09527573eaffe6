"""Puts a document's one text together and keeps the exact way back to the source.

A reader adds blocks in reading order. Each block is a list of fragments: text, and the run of the
source it came from. Where both have the same length the characters correspond one to one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.model.document import BlockKind, Cell, Mark, MarkKind
from clausewright.model.span import Piece, Place, Span


class Fragment(NamedTuple):
    """A run of text and the run of the source it was read from."""

    text: str
    source: int
    source_length: int


class RawMark(NamedTuple):
    """Formatting on a run of one block, in offsets from the start of its first fragment."""

    kind: MarkKind
    start: int
    end: int
    target: str | None = None


class RawBlock(NamedTuple):
    """A block as its reader found it, before headings, numbers and attachments are decided.

    ``heading`` is the heading level where the format itself says so ("#", a Word heading style, an
    outline level), else 0. ``depth`` is the list depth of an item, else 0. ``number`` is a number
    that is not written in the text: computed by Word, or the marker of an ordered list. ``title``:
    the format calls it the title of the document. ``contents``: the format calls it an entry of a
    table of contents. ``centred`` tells how the line stands.
    """

    kind: BlockKind
    span: Span
    text: str
    marks: tuple[Mark, ...] = ()
    heading: int = 0
    depth: int = 0
    number: str | None = None
    marker: str | None = None
    quoted: bool = False
    cell: Cell | None = None
    place: Place | None = None
    centred: bool = False
    title: bool = False
    contents: bool = False


@dataclass
class Assembly:
    """The text under construction."""

    blocks: list[RawBlock] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        """The blocks added so far, one LF between two."""
        return "\n".join(self._texts)

    def add(
        self,
        kind: BlockKind,
        fragments: Iterable[Fragment],
        marks: Sequence[RawMark] = (),
        **hints: object,
    ) -> RawBlock | None:
        """Add a block, white space at its ends cut off; give None where nothing is left.

        ``hints`` are further fields of RawBlock. Empty cells are kept: a table needs its grid.
        """
        run, lead = _trimmed(list(fragments))
        if not run and kind is not BlockKind.CELL:
            return None
        start = self._length + (1 if self._texts else 0)
        text = "".join(fragment.text for fragment in run)
        end = start + len(text)
        self._place(run, start)
        span = Span(start, end)
        block = RawBlock(
            kind,
            span,
            text,
            _marks(marks, start - lead, span),
            **hints,  # type: ignore[arg-type]
        )
        self.blocks.append(block)
        self._texts.append(text)
        self._length = end
        return block

    def _place(self, run: Sequence[Fragment], start: int) -> None:
        at = start
        pieces = self.pieces
        for fragment in run:
            length = len(fragment.text)
            last = pieces[-1] if pieces else None
            if (
                last is not None
                and length == fragment.source_length
                and last.length == last.source_length
                and last.text + last.length == at
                and last.source + last.source_length == fragment.source
            ):
                pieces[-1] = Piece(
                    last.text, last.source, last.length + length, last.length + length
                )
            else:
                pieces.append(Piece(at, fragment.source, length, fragment.source_length))
            at += length


def _marks(marks: Sequence[RawMark], shift: int, within: Span) -> tuple[Mark, ...]:
    placed = []
    for mark in marks:
        start = max(within.start, mark.start + shift)
        end = min(within.end, mark.end + shift)
        if start < end:
            placed.append(Mark(mark.kind, Span(start, end), mark.target))
    return tuple(sorted(placed, key=lambda mark: mark.span.start))


def _trimmed(fragments: list[Fragment]) -> tuple[list[Fragment], int]:
    """Cut white space from both ends; give also the length cut at the start."""
    lead = 0
    first, last = 0, len(fragments)
    while first < last and (not fragments[first].text or fragments[first].text.isspace()):
        lead += len(fragments[first].text)
        first += 1
    while last > first and (not fragments[last - 1].text or fragments[last - 1].text.isspace()):
        last -= 1
    run = [fragment for fragment in fragments[first:last] if fragment.text]
    if not run:
        return [], lead
    head = run[0]
    cut = len(head.text) - len(head.text.lstrip())
    if cut and len(head.text) == head.source_length:
        run[0] = Fragment(head.text[cut:], head.source + cut, head.source_length - cut)
        lead += cut
    tail = run[-1]
    kept = len(tail.text.rstrip())
    if kept < len(tail.text) and len(tail.text) == tail.source_length:
        run[-1] = Fragment(tail.text[:kept], tail.source, kept)
    return run, lead
