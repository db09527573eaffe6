"""A document as its reader understood it: text, blocks, sections, the way to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from clausewright.model.span import Piece, Place, Position, Span


class BlockKind(StrEnum):
    """What a block is to a person who reads the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # the first paragraph of a list item
    CELL = "cell"
    CODE = "code"
    NOTE = "note"  # footnote or endnote
    HEADER = "header"  # page header or footer
    BOX = "box"  # text box


class MarkKind(StrEnum):
    """How a run of text is set."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    CODE = "code"
    LINK = "link"  # target = the address
    FIELD = "field"  # a Word field result; target = the field instruction


@dataclass(frozen=True, slots=True)
class Mark:
    """Formatting on a run of ``Document.text``."""

    kind: MarkKind
    span: Span
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a table cell: table ordinal in the document, row and column from 0."""

    table: int
    row: int
    column: int
    header: bool = False
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or cell.

    ``span`` lies in ``Document.text``. ``number`` is the clause number without its closing
    punctuation ("4.2(a)", "IV"), whether written in the text or computed by Word; ``label`` is the
    part of the text that writes it (empty for automatic numbers); ``body`` starts after the label.
    ``level`` is the heading level or the list depth, from 1. ``quoted`` blocks stand in a
    quotation. ``marks`` come in order of their starts.
    """

    index: int
    kind: BlockKind
    span: Span
    level: int = 0
    number: str | None = None
    label: Span | None = None
    marker: str | None = None
    quoted: bool = False
    cell: Cell | None = None
    place: Place | None = None
    marks: tuple[Mark, ...] = ()
    path: str | None = None
    contents: bool = False

    @property
    def body(self) -> Span:
        """The text after a written number."""
        return Span(self.label.end, self.span.end) if self.label else self.span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it, subsections included.

    ``heading`` is the index of the block that opens it. A run-in heading ("11.1 Audits. The
    Supplier shall ...") opens a section with the same block as its first text. ``title_span`` is
    where the title is written. ``blocks`` are indices, end exclusive. ``parent`` is the index of
    the section above, or None. ``attachment`` is the index of the attachment it belongs to.
    """

    index: int
    number: str | None
    title: str
    title_span: Span
    level: int
    heading: int
    end_block: int
    parent: int | None
    run_in: bool = False
    attachment: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A schedule, annex, appendix, exhibit or attachment inside the document."""

    kind: str
    number: str | None
    title: str
    first_block: int
    end_block: int


class CommentKind(StrEnum):
    """Where a remark beside the text comes from."""

    HTML = "html"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark that is not part of the agreement.

    ``line`` is where it starts in the source. ``block`` is the index of the block it stands in or
    right after (None before the first); ``alone`` tells that it has lines of its own. ``span`` is
    the commented text, where known (Word), else None. ``text`` is without its delimiters.
    ``source`` is where the remark itself stands in ``Document.source``; empty, at the place it
    speaks of, for a remark of Word, which stands beside the text.
    ``resolved`` tells that Word shows it as done.
    """

    kind: CommentKind
    text: str
    line: int
    block: int | None
    alone: bool
    author: str | None = None
    span: Span | None = None
    source: Span | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """Source that no block covers: where it is, in code points of the source, and why.

    ``visible`` is false where a person who reads the page would not see it as text either.
    """

    start: int
    end: int
    reason: str
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change of a Word draft: kind "insertion", "deletion" or "move"."""

    kind: str
    author: str | None
    date: str | None
    text: str
    block: int | None


@dataclass(frozen=True)
class Document:
    """A document as read; it knows its text and layout and nothing of their meaning.

    ``text`` is what a person reads: blocks in reading order, one LF between two; markup is gone and
    a soft line break is a space. All spans of blocks, facts and findings lie in it. ``source`` is
    the decoded file (Markdown, text) or the paragraphs joined by LF (Word). ``line_starts`` are
    offsets in ``source`` (a Word paragraph is one line whatever breaks it holds).
    ``recorded_pages`` is what the writing application stored, where it did. ``properties`` are
    facts of the file itself: document properties of Word.
    """

    name: str
    format: str
    source: str
    text: str
    pieces: tuple[Piece, ...]
    line_starts: tuple[int, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    comments: tuple[Comment, ...] = ()
    revisions: tuple[Revision, ...] = ()
    unread: tuple[Unread, ...] = ()
    front_matter: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    recorded_pages: int | None = None
    notes: tuple[str, ...] = ()

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _attachment_starts(self) -> list[int]:
        return [attachment.first_block for attachment in self.attachments]

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.text for piece in self.pieces]

    @cached_property
    def _sections_by_block(self) -> tuple[int | None, ...]:
        owner: list[int | None] = [None] * len(self.blocks)
        for section in self.sections:  # in reading order, so that the innermost wins
            owner[section.heading : section.end_block] = [section.index] * (
                section.end_block - section.heading
            )
        return tuple(owner)

    def block_at(self, offset: int) -> Block:
        """Give the block in which (or right after which) a text offset stands."""
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def text_of(self, span: Span) -> str:
        """Give the text of a span."""
        return self.text[span.start : span.end]

    def section_index(self, block: Block) -> int | None:
        """Give the index of the innermost section a block stands in."""
        return self._sections_by_block[block.index]

    def section_of(self, block: Block) -> Section | None:
        """Give the innermost section a block stands in."""
        index = self.section_index(block)
        return None if index is None else self.sections[index]

    def section_at(self, offset: int) -> Section | None:
        """Give the innermost section of a text offset."""
        return self.section_of(self.block_at(offset)) if self.blocks else None

    def attachment_of(self, block: Block) -> Attachment | None:
        """Give the attachment a block belongs to, or None for the body."""
        at = bisect_right(self._attachment_starts, block.index) - 1
        if at < 0 or block.index >= self.attachments[at].end_block:
            return None
        return self.attachments[at]

    def source_offset(self, offset: int, *, end: bool = False) -> int:
        """Map a text offset to the source; with ``end``, the offset after the last character."""
        at = offset - 1 if end else offset
        index = bisect_right(self._piece_starts, at) - 1
        if index < 0:
            return self.pieces[0].source if self.pieces else 0
        piece = self.pieces[index]
        within = at - piece.text
        if within >= piece.length:  # between two pieces: the break after a block
            return piece.source + piece.source_length
        if piece.length != piece.source_length:
            return piece.source + (piece.source_length if end else 0)
        return piece.source + within + (1 if end else 0)

    @cached_property
    def _pieces_by_source(self) -> list[Piece]:
        return sorted(self.pieces, key=lambda piece: piece.source)

    def text_offset(self, source: int) -> int | None:
        """Map a source offset to the text, or None where no text was read from it.

        The offset right after a run of text still counts as that run's.
        """
        pieces = self._pieces_by_source
        index = bisect_right(pieces, source, key=lambda piece: piece.source) - 1
        if index < 0:
            return None
        piece = pieces[index]
        within = source - piece.source
        if within > piece.source_length:
            return None
        if piece.length != piece.source_length:
            return piece.text + (piece.length if within == piece.source_length else 0)
        return piece.text + within

    def position(self, offset: int, *, end: bool = False) -> Position:
        """Give line and column of a text offset (``end``: of the end of a span)."""
        return self.source_position(self.source_offset(offset, end=end))

    def line_name(self, offset: int) -> str:
        """Name the line of a text offset for people; what Word writes has paragraphs, no lines."""
        kind = "paragraph" if self.format in {"docx", "odt"} else "line"
        return f"{kind} {self.position(offset).line}"

    def source_position(self, offset: int) -> Position:
        """Give line and column of a source offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)
