"""The text of a paragraph and where each stretch of it stands in the XML."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from clausewright.model.document import Cell, MarkKind
from clausewright.word.markup import Element


class View(StrEnum):
    """How tracked changes are read: as accepted, as rejected, or both texts side by side."""

    FINAL = "final"
    ORIGINAL = "original"
    ALL = "all"


class Story(StrEnum):
    """What text a paragraph belongs to."""

    BODY = "body"
    BOX = "box"
    NOTE = "note"
    HEADER = "header"


class Atom(NamedTuple):
    """A stretch of a paragraph's text that stands in one node.

    ``start`` is its offset in the paragraph. ``node`` is the element that says it (w:t, w:tab,
    w:br, w:sym, m:t ...), ``run`` the w:r around it, None inside a formula.
    """

    start: int
    text: str
    node: Element
    run: Element | None

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)


class TextMark(NamedTuple):
    """Formatting of a stretch of a paragraph; ``target`` as in ``model.document.Mark``."""

    kind: MarkKind
    start: int
    end: int
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a text box hangs or a note is referred to: a paragraph, and what stands in its run."""

    paragraph: int
    node: Element


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the chosen view shows it.

    ``elements`` are its w:p: several where a tracked change joins paragraphs; the last one gives
    the properties. ``ordinal`` counts the w:p of its part from 1. ``anchor`` is where the text box
    or the note belongs.
    """

    index: int
    part: str
    ordinal: int
    story: Story
    elements: tuple[Element, ...]
    text: str
    atoms: tuple[Atom, ...]
    marks: tuple[TextMark, ...]
    cell: Cell | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class CommentMark:
    """A mark of a comment in the text: ``edge`` is "start", "end" or "reference"."""

    id: str
    edge: str
    paragraph: int
    offset: int


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change as found: ``kind`` is "insertion", "deletion" or "move"."""

    kind: str
    author: str | None
    date: str | None
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the file that are not read: where they stand, and what they are."""

    paragraph: int
    offset: int
    reason: str
