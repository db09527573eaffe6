"""Walk the XML of one part in reading order: paragraphs, cells, boxes, fields, tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from clausewright.model.document import Cell, MarkKind
from clausewright.word.fields import MARKED_DEPTH, OpenField, unpaired
from clausewright.word.markup import Element
from clausewright.word.names import M_NS, MC_NS, r, w
from clausewright.word.nodes import BREAKS, boxes_under, choice, text_under, unread_under
from clausewright.word.paragraph import Builder
from clausewright.word.styles import RunStyle, Styles
from clausewright.word.symbols import PRIVATE, plain, shown
from clausewright.word.tables import GridCell, grid
from clausewright.word.text import Anchor, Change, CommentMark, Gap, Paragraph, Story, View

HIDDEN = {
    View.FINAL: frozenset({w("del"), w("moveFrom")}),
    View.ORIGINAL: frozenset({w("ins"), w("moveTo")}),
    View.ALL: frozenset[str](),
}
_CHANGES = {
    w("ins"): "insertion",
    w("del"): "deletion",
    w("moveTo"): "move",
    w("moveFrom"): "move",
}
_MARKS = frozenset({w("fldChar"), w("instrText"), w("commentReference")})
_RUN_PROPERTIES = w("rPr")
_TEXTS = frozenset({w("t"), w("delText")})
_WRAPPERS = frozenset({w("smartTag"), w("customXml"), w("dir"), w("bdo"), w("sdtContent")})
_SPACE = str.maketrans("\n\r\t", "   ")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Reading:
    """All that is read, part after part, in one order."""

    view: View
    styles: Styles
    paragraphs: list[Paragraph] = field(default_factory=list)
    comment_marks: list[CommentMark] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    notes: list[tuple[str, str, Anchor]] = field(default_factory=list)  # kind, id
    tables: int = 0


@dataclass(slots=True)
class _Place:
    """Where the walk is: the story, the cell, the paragraph that anchors it, open fields."""

    story: Story
    cell: Cell | None = None
    anchor: Anchor | None = None
    fields: list[OpenField] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Whether text is a field's result, or outside fields."""
        return not self.fields or self.fields[-1].shown


class Walker:
    """Reads one part, or one note of a part, into a ``Reading``."""

    def __init__(
        self,
        reading: Reading,
        part: str,
        links: Mapping[str, str],
        ordinals: Mapping[Element, int],
    ) -> None:
        self.reading = reading
        self.part = part
        self._ordinals = ordinals
        self._links = links
        self._hidden = HIDDEN[reading.view]
        self._broken: frozenset[Element] = frozenset()
        self._open: Builder | None = None
        self._place = _Place(Story.BODY)
        self._last_change: Element | None = None
        self._inline_handlers: Mapping[str, Callable[[Element], None]] = {
            w("r"): self._run,
            w("hyperlink"): self._hyperlink,
            w("fldSimple"): self._simple_field,
            w("sdt"): self._content_control,
            w("commentRangeStart"): self._comment_mark,
            w("commentRangeEnd"): self._comment_mark,
            f"{{{M_NS}}}oMath": self._math,
            f"{{{M_NS}}}oMathPara": self._math,
            f"{{{MC_NS}}}AlternateContent": lambda node: self._inline(choice(node)),
            **dict.fromkeys(_CHANGES, self._changed),
            **dict.fromkeys(_WRAPPERS, self._inline),
        }

    def story(self, root: Element, story: Story, *, anchor: Anchor | None = None) -> None:
        """Read the block content of an element: the body, one note, a header."""
        self._broken = unpaired(root, self._hidden)
        self._place = _Place(story, anchor=anchor)
        self._container(root)

    # blocks

    def _container(self, node: Element) -> None:
        """Read blocks; no tracked change joins paragraphs beyond the end of a container."""
        self._blocks(node)
        self._close()

    def _blocks(self, node: Element | None) -> None:
        for child in node if node is not None else ():
            tag = child.tag
            if tag == w("p"):
                self._paragraph(child)
            elif tag == w("tbl"):
                self._close()
                self._table(child)
            elif tag == w("sdt"):
                self._blocks(child.find(w("sdtContent")))
            elif tag in _CHANGES:
                if tag not in self._hidden:
                    self._blocks(child)
            elif tag in _WRAPPERS:
                self._blocks(child)
            elif tag == f"{{{MC_NS}}}AlternateContent":
                self._blocks(choice(child))
            elif tag == w("altChunk"):
                self._close()
                self._gap("an embedded file: open and save the document in Word")
            elif tag in (w("commentRangeStart"), w("commentRangeEnd")):
                self._comment_mark(child)

    def _paragraph(self, node: Element) -> None:
        if self._open is None:
            self._open = Builder(len(self.reading.paragraphs))
        builder = self._open
        properties = node.find(w("pPr"))
        builder.start(node, properties)
        self._last_change = None
        self._inline(node)
        mark = None if properties is None else properties.find(w("rPr"))
        for change in mark if mark is not None else ():
            if change.tag in _CHANGES:
                self._mark_change(change)
        if not builder.mark_is(self._hidden):
            self._close()

    def _close(self) -> None:
        """Finish the paragraph being read, then read the text boxes that hang on it."""
        builder, self._open = self._open, None
        if builder is None or (builder.length == 0 and builder.mark_is(self._hidden)):
            return
        place = self._place
        for each in place.fields[:MARKED_DEPTH]:
            if each.start is not None:
                builder.mark(MarkKind.FIELD, each.start, each.target)
                each.start = 0
        ordinal = self._ordinals[builder.first]
        self.reading.paragraphs.append(
            builder.finished(self.part, ordinal, place.story, place.cell, place.anchor)
        )
        if builder.boxes:
            for drawing, box in builder.boxes:
                anchor = place.anchor or Anchor(builder.index, drawing)
                self._place = _Place(Story.BOX, anchor=anchor)
                self._container(box)
            self._place = place

    def _table(self, node: Element) -> None:
        table = self.reading.tables
        self.reading.tables += 1
        place = self._place
        for row in grid(node, self._hidden):
            for kind, change in row.changes:
                self._row_change(kind, change, row.element)
            for cell in row.cells:
                at = Cell(table, row.index, cell.column, row.header, cell.rows, cell.columns)
                self._place = _Place(place.story, at, place.anchor, place.fields)
                self._cell(cell)
        self._place = place

    def _cell(self, cell: GridCell) -> None:
        """Read a cell, and what a merge hides behind it unless that is empty, as is usual."""
        self._container(cell.elements[0])
        for merged in cell.elements[1:]:
            if text_under(merged).strip():
                self._container(merged)

    # inside a paragraph

    def _inline(self, node: Element | None) -> None:
        handlers = self._inline_handlers
        for child in node if node is not None else ():
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child)

    def _content_control(self, node: Element) -> None:
        self._inline(node.find(w("sdtContent")))

    def _hyperlink(self, node: Element) -> None:
        builder = self._builder
        start = builder.length
        self._inline(node)
        target = self._links.get(node.get(r("id"), ""))
        anchor = node.get(w("anchor"))
        if target is None and anchor:
            target = f"#{anchor}"
        if target is not None:
            builder.mark(MarkKind.LINK, start, target)

    def _simple_field(self, node: Element) -> None:
        builder = self._builder
        start = builder.length
        self._inline(node)
        builder.mark(MarkKind.FIELD, start, " ".join(node.get(w("instr"), "").split()))

    def _changed(self, node: Element) -> None:
        kind = _CHANGES[node.tag]
        if node.tag != w("moveFrom"):
            self._record(kind, node, text_under(node))
        if node.tag not in self._hidden:
            self._inline(node)

    @property
    def _builder(self) -> Builder:
        if self._open is None:  # inline content is only read inside a paragraph
            raise AssertionError
        return self._open

    def _run(self, node: Element) -> None:
        builder = self._builder
        properties = node.find(w("rPr"))
        style = self.reading.styles.run(builder.style_id, properties)
        if style.hidden and self._place.shown and text_under(node).strip():
            self._gap("hidden text: take it out or show it")
        start = builder.length
        shown = self._place.shown
        for child in node:
            tag = child.tag
            if tag in _TEXTS:
                if shown and not style.hidden:
                    _add_text(builder, child, node, properties)
            elif tag != _RUN_PROPERTIES and (not style.hidden or tag in _MARKS):
                self._run_child(tag, child, node)
                shown = self._place.shown
        if builder.length > start:
            _set(builder, start, style)

    def _run_child(self, tag: str, child: Element, run: Element) -> None:
        builder, place = self._builder, self._place
        if tag == w("fldChar"):
            self._field_mark(child)
        elif tag == w("instrText"):
            if place.fields and place.fields[-1].start is None:
                place.fields[-1].instruction.append(child.text or "")
        elif not place.shown:
            return
        elif tag in BREAKS:
            builder.add(BREAKS[tag], child, run)
        elif tag == w("sym"):
            code = _code(child.get(w("char")))
            if code is not None:
                builder.add(shown(child.get(w("font")), code), child, run)
        elif tag in (w("footnoteReference"), w("endnoteReference")):
            kind = "footnote" if tag == w("footnoteReference") else "endnote"
            self.reading.notes.append((kind, child.get(w("id"), ""), Anchor(builder.index, child)))
        elif tag == w("commentReference"):
            self._comment_mark(child)
        elif tag == w("ruby"):
            self._inline(child.find(w("rubyBase")))
        elif tag in (w("drawing"), w("pict"), w("object"), f"{{{MC_NS}}}AlternateContent"):
            self._graphic(child)

    def _graphic(self, node: Element) -> None:
        self._builder.boxes.extend((node, box) for box in boxes_under(node))
        unread = unread_under(node)
        if unread is not None:
            self._gap(f"{unread}: check it by eye")

    def _field_mark(self, node: Element) -> None:
        if node in self._broken:
            return
        builder, fields = self._builder, self._place.fields
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            fields.append(OpenField(above=self._place.shown))
        elif not fields:
            return
        elif kind == "separate":
            fields[-1].start = builder.length if fields[-1].above else None
        elif kind == "end":
            ended = fields.pop()
            if ended.start is not None:
                builder.mark(MarkKind.FIELD, ended.start, ended.target)

    def _math(self, node: Element) -> None:
        """Read a formula as one line: a fraction as numerator / denominator."""
        for child in node:
            if child.tag == f"{{{M_NS}}}t" and self._place.shown:
                self._builder.add((child.text or "").translate(_SPACE), child, None)
            elif child.tag == f"{{{M_NS}}}f":
                self._fraction(child)
            elif child.tag == w("r"):
                self._run(child)
            else:
                self._math(child)

    def _fraction(self, node: Element) -> None:
        for name, between in (("num", " / "), ("den", "")):
            part = node.find(f"{{{M_NS}}}{name}")
            if part is None:
                continue
            compound = len(text_under(part).split()) > 1
            self._builder.add("(" if compound else "", part, None)
            self._math(part)
            self._builder.add((")" if compound else "") + between, part, None)

    # records

    def _comment_mark(self, node: Element) -> None:
        edge = {"commentRangeStart": "start", "commentRangeEnd": "end"}.get(
            node.tag.rpartition("}")[2], "reference"
        )
        if self._open is not None:
            at, offset = self._open.index, self._open.length
        elif edge == "start" or not self.reading.paragraphs:
            at, offset = len(self.reading.paragraphs), 0
        else:
            at = len(self.reading.paragraphs) - 1
            offset = len(self.reading.paragraphs[at].text)
        self.reading.comment_marks.append(CommentMark(node.get(w("id"), ""), edge, at, offset))

    def _record(self, kind: str, node: Element, text: str) -> None:
        changes, author, date = self.reading.changes, node.get(w("author")), node.get(w("date"))
        index = self._open.index if self._open is not None else len(self.reading.paragraphs) - 1
        if changes and self._last_change is not None:
            last = changes[-1]
            follows = node.getprevious() is self._last_change
            if follows and (last.kind, last.author, last.date) == (kind, author, date):
                changes[-1] = Change(kind, author, date, last.text + text, index)
                self._last_change = node
                return
        if text:
            changes.append(Change(kind, author, date, text, max(index, 0)))
            self._last_change = node

    def _mark_change(self, node: Element) -> None:
        """Record a tracked paragraph mark that no change of text before it tells."""
        kind, author = _CHANGES[node.tag], node.get(w("author"))
        known = any(
            change.paragraph == self._builder.index and change.kind == kind
            for change in self.reading.changes[-3:]
        )
        if not known and node.tag != w("moveFrom"):
            index = self._builder.index
            self.reading.changes.append(Change(kind, author, node.get(w("date")), "", index))

    def _row_change(self, kind: str, node: Element, row: Element) -> None:
        index = max(0, len(self.reading.paragraphs) - 1)
        self.reading.changes.append(
            Change(kind, node.get(w("author")), node.get(w("date")), text_under(row), index)
        )

    def _gap(self, reason: str) -> None:
        at = len(self.reading.paragraphs)
        offset = 0 if self._open is None else self._open.length
        self.reading.gaps.append(Gap(at, offset, reason))


def _add_text(builder: Builder, node: Element, run: Element, properties: Element | None) -> None:
    text = node.text or ""
    if node.get(_PRESERVE) != "preserve":
        text = text.strip(" \t\r\n")
    if not text.isprintable():
        text = text.translate(_SPACE)
    if not text.isascii() and PRIVATE.search(text):
        fonts = None if properties is None else properties.find(w("rFonts"))
        text = plain(text, None if fonts is None else fonts.get(w("ascii")))
    builder.add(text, node, run)


def _set(builder: Builder, start: int, style: RunStyle) -> None:
    if style.bold:
        builder.mark(MarkKind.BOLD, start)
    if style.italic:
        builder.mark(MarkKind.ITALIC, start)
    if style.underline:
        builder.mark(MarkKind.UNDERLINE, start)


def _code(text: str | None) -> int | None:
    try:
        return int(text or "", 16)
    except ValueError:
        return None
