"""The text of one OpenDocument paragraph, its marks, remarks, and what hangs at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.model.document import BlockKind, Cell, MarkKind
from clausewright.pattern import regex
from clausewright.readers.assembly import RawMark
from clausewright.readers.odt_names import q
from clausewright.readers.odt_styles import Styles, whole
from clausewright.word.markup import Element
from clausewright.word.numbering import ListNumber

_SPACE = regex(r"[ \t\r\n]+")
_MOST_SPACES = 200
SHAPES = frozenset(
    q(f"draw:{name}")
    for name in "frame custom-shape rect ellipse circle path polygon polyline g a".split()
)
_SILENT = frozenset(
    (
        q("text:soft-page-break"), q("text:script"), q("text:tracked-changes"),
        q("text:note-citation"), q("text:ruby-text"), q("text:bookmark"), q("office:forms"),
    )
)  # fmt: skip
_SPAN_MARKS = {q("text:a"): MarkKind.LINK}


def words_of(node: Element) -> str:
    """Give all text under a node."""
    return "".join(str(text) for text in node.itertext())


class Remark(NamedTuple):
    """A remark beside the text and the offset in the paragraph where it stands."""

    name: str
    text: str
    author: str | None
    resolved: bool
    paragraph: int
    offset: int


@dataclass
class OdtParagraph:
    """A paragraph as read: one line of the source."""

    index: int
    kind: BlockKind
    part: str
    text: str = ""
    heading: int = 0
    number: ListNumber | None = None
    cell: Cell | None = None
    title: bool = False
    contents: bool = False
    centred: bool = False
    marks: list[RawMark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    ends: dict[str, int] = field(default_factory=dict)  # offsets where commented text ends
    changes: list[tuple[str, str, int]] = field(default_factory=list)  # id, edge, offset
    notes: list[Element] = field(default_factory=list)
    shapes: list[Element] = field(default_factory=list)
    hidden: bool = False


@dataclass
class ParagraphReading:
    """Reads one text:p or text:h."""

    paragraph: OdtParagraph
    styles: Styles
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _spaced: bool = True  # the text so far ends in white space that takes up what follows

    def run(self, node: Element) -> OdtParagraph:
        """Read it all."""
        style = node.get(q("text:style-name"))
        look = self.styles.look("paragraph", style)
        self._content(node)
        if self._spaced and self._parts and self._parts[-1] == " ":
            self._parts.pop()
            self._length -= 1
        paragraph = self.paragraph
        paragraph.text = "".join(self._parts)
        paragraph.marks = [
            mark._replace(end=min(mark.end, self._length))
            for mark in paragraph.marks
            if mark.start < self._length
        ]
        paragraph.marks += [RawMark(kind, 0, self._length) for kind in look.marks if self._length]
        paragraph.centred = bool(look.centred)
        return paragraph

    def _content(self, node: Element) -> None:
        self._add(node.text)
        for child in node:
            if isinstance(child.tag, str):
                self._element(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        """Add text, each run of white space as one space, as the format defines it."""
        if not text:
            return
        text = _SPACE.sub(" ", text)
        if self._spaced:
            text = text.removeprefix(" ")
        self._write(text)
        if text:
            self._spaced = text.endswith(" ")

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _fixed(self, text: str) -> None:
        self._write(text)
        self._spaced = False

    def _element(self, node: Element) -> None:
        tag, paragraph = node.tag, self.paragraph
        if tag == q("text:s"):
            self._fixed(" " * min(max(whole(node.get(q("text:c")), 1), 1), _MOST_SPACES))
        elif tag == q("text:tab"):
            self._fixed("\t")
        elif tag == q("text:line-break"):
            self._fixed(" ")
        elif tag in (q("text:note"), q("loext:note")):
            paragraph.notes.append(node)
        elif tag == q("office:annotation"):
            paragraph.remarks.append(self._remark(node))
        elif tag == q("office:annotation-end"):
            paragraph.ends[node.get(q("office:name"), "")] = self._length
        elif tag in (q("text:change-start"), q("text:change-end"), q("text:change")):
            edge = tag.rpartition("}")[2]
            paragraph.changes.append((node.get(q("text:change-id"), ""), edge, self._length))
        elif tag in SHAPES:
            paragraph.shapes.append(node)
        elif tag in (q("text:hidden-text"), q("text:hidden-paragraph")):
            paragraph.hidden = paragraph.hidden or bool(words_of(node).strip())
        elif tag not in _SILENT:
            self._span(node)

    def _span(self, node: Element) -> None:
        look = self.styles.look("text", node.get(q("text:style-name")))
        if look.hidden:
            self.paragraph.hidden = True
            return
        start = self._length
        self._content(node)
        if self._length > start:
            ranges = [RawMark(kind, start, self._length) for kind in look.marks]
            if node.tag in _SPAN_MARKS:
                target = node.get(q("xlink:href"))
                ranges.append(RawMark(MarkKind.LINK, start, self._length, target))
            self.paragraph.marks += ranges

    def _remark(self, node: Element) -> Remark:
        lines = [words_of(each) for each in node.iter(q("text:p"), q("text:h"))]
        author = node.find(q("dc:creator"))
        return Remark(
            node.get(q("office:name"), ""),
            "\n".join(line for line in lines if line.strip()),
            None if author is None else author.text,
            node.get(q("loext:resolved")) == "true",
            self.paragraph.index,
            self._length,
        )
