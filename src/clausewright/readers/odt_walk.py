"""Walks the body of an OpenDocument text: paragraphs in reading order, lists, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausewright.model.document import BlockKind, Cell
from clausewright.model.errors import InputError
from clausewright.readers.odt_names import q
from clausewright.readers.odt_paragraph import SHAPES, OdtParagraph, ParagraphReading
from clausewright.readers.odt_styles import Counter, Level, Styles, whole
from clausewright.word.markup import Element
from clausewright.word.numbering import ListNumber

_MOST_PARAGRAPHS = 500_000
_MOST_REPEATED = 100  # rows or cells that a table may say come again
_TITLES = frozenset(("title",))
_SKIPPED = frozenset(
    (
        q("text:sequence-decls"), q("text:variable-decls"), q("text:user-field-decls"),
        q("text:dde-connection-decls"), q("text:alphabetical-index-auto-mark-file"),
        q("office:forms"), q("table:shapes"), q("table:covered-table-cell"),
        q("text:tracked-changes"), q("text:soft-page-break"),
    )
)  # fmt: skip
_INDEXES = frozenset(
    q(f"text:{name}")
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index", "bibliography",
    )
)  # fmt: skip


@dataclass
class _List:
    """A list that is open: its style, its counter, and its depth from 1."""

    style: str | None
    counter: Counter
    depth: int
    pending: bool = False  # the item has no paragraph yet
    start: int | None = None
    header: bool = False
    levels: Mapping[int, Level] = field(default_factory=dict)


@dataclass
class Walk:
    """The paragraphs of one part, in reading order."""

    name: str
    styles: Styles
    part: str
    paragraphs: list[OdtParagraph]
    gaps: list[tuple[int, str]] = field(default_factory=list)  # paragraph, what was not read
    _lists: list[_List] = field(default_factory=list)
    _counters: dict[str, Counter] = field(default_factory=dict)  # by xml:id of a list
    _last: dict[str, Counter] = field(default_factory=dict)  # by list style
    _headings: Counter = field(default_factory=Counter)
    _tables: int = 0
    _cell: Cell | None = None
    _contents: bool = False
    _notes: list[Element] = field(default_factory=list)
    _kind: BlockKind = BlockKind.PARAGRAPH

    def body(self, node: Element) -> None:
        """Read the text of the document, then its notes."""
        self.content(node)
        notes, self._notes = self._notes, []
        self.aside(BlockKind.NOTE, [body for n in notes for body in n.iter(q("text:note-body"))])

    def aside(self, kind: BlockKind, nodes: list[Element]) -> None:
        """Read text that stands outside the flow."""
        kept = self._kind, self._cell, self._lists, self._contents
        self._kind, self._cell, self._lists, self._contents = kind, None, [], False
        for node in nodes:
            self.content(node)
        self._kind, self._cell, self._lists, self._contents = kept

    def content(self, node: Element) -> None:
        """Read what stands in an element, block by block."""
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag in (q("text:p"), q("text:h")):
                self._paragraph(child)
            elif tag == q("text:list"):
                self._list(child)
            elif tag == q("table:table"):
                self._table(child)
            elif tag in SHAPES:
                self._shape(child)
            elif tag in _INDEXES:
                kept, self._contents = self._contents, True
                for body in child.iterchildren(q("text:index-body")):
                    self.content(body)
                self._contents = kept
            elif child.get(q("text:display")) == "none":
                self._gap("a hidden section")
            else:
                self.content(child)

    def _gap(self, what: str) -> None:
        self.gaps.append((max(0, len(self.paragraphs) - 1), what))

    def _paragraph(self, node: Element) -> None:
        if len(self.paragraphs) >= _MOST_PARAGRAPHS:
            raise InputError(
                f"the file holds more than {_MOST_PARAGRAPHS:,} paragraphs: split it",
                where=self.name,
            )
        style = node.get(q("text:style-name"))
        heading = 0
        if node.tag == q("text:h"):
            heading = min(max(whole(node.get(q("text:outline-level")), 1), 1), 9)
        number = self._number(node, heading, style)
        names = self.styles.names(style)
        paragraph = OdtParagraph(
            len(self.paragraphs),
            self._kind,
            self.part,
            heading=heading if self._kind is BlockKind.PARAGRAPH else 0,
            number=number,
            cell=self._cell,
            title=any(name.lower() in _TITLES for name in names),
            contents=self._contents,
        )
        self.paragraphs.append(paragraph)
        ParagraphReading(paragraph, self.styles).run(node)
        if paragraph.hidden:
            self._gap("hidden text")
        self._notes += paragraph.notes
        for shape in paragraph.shapes:
            self._shape(shape)

    def _shape(self, node: Element) -> None:
        """Read the text of a frame, or of the shapes of a drawing; frames inside come with it."""
        if node.find(q("draw:object")) is not None:
            self._gap("an embedded object")
        if node.tag == q("draw:frame"):
            self.aside(BlockKind.BOX, node.findall(q("draw:text-box")))
        else:
            self.aside(BlockKind.BOX, [node])

    def _list(self, node: Element) -> None:
        above = self._lists[-1] if self._lists else None
        style = node.get(q("text:style-name")) or (above.style if above else None)
        if above is not None and style == above.style:
            counter = above.counter
        else:
            counter = self._counter(node, style)
        identity = node.get(q("xml:id"))
        if identity:
            self._counters[identity] = counter
        if style and above is None:
            self._last[style] = counter
        levels = self.styles.lists.get(style or "", {})
        current = _List(style, counter, above.depth + 1 if above else 1, levels=levels)
        self._lists.append(current)
        for item in node:
            if item.tag not in (q("text:list-item"), q("text:list-header")):
                continue
            current.pending = True
            current.header = item.tag == q("text:list-header")
            start = item.get(q("text:start-value"))
            current.start = whole(start, 1) if start else None
            override = item.get(q("text:style-override"))
            current.levels = self.styles.lists.get(override or style or "", {})
            self.content(item)
        self._lists.pop()

    def _counter(self, node: Element, style: str | None) -> Counter:
        """Give the counter that a list goes on with, or a new one."""
        continued = self._counters.get(node.get(q("text:continue-list"), ""))
        if continued is not None:
            return continued
        if node.get(q("text:continue-numbering")) == "true" and style in self._last:
            return self._last[style]
        return Counter()

    def _number(self, node: Element, heading: int, style: str | None) -> ListNumber | None:
        """Count the paragraph where it opens an item of a list or is a numbered heading."""
        if self._lists:
            return self._item()
        if not heading or node.get(q("text:is-list-header")) == "true":
            return None
        if self.styles.list_style(style) == "" or heading not in self.styles.outline:
            return None
        start = node.get(q("text:start-value"))
        self._headings.count(self.styles.outline, heading, whole(start, 1) if start else None)
        return self._headings.number(self.styles.outline, heading)

    def _item(self) -> ListNumber | None:
        current = self._lists[-1]
        if not current.pending or current.header:
            return None
        current.pending = False
        for above in self._lists[:-1]:
            above.pending = False
        current.counter.count(current.levels, current.depth, current.start)
        return current.counter.number(current.levels, current.depth)

    def _table(self, node: Element) -> None:
        table, self._tables = self._tables, self._tables + 1
        kept, lists = self._cell, self._lists
        self._lists = []
        for at, (row, header) in enumerate(_rows(node, header=False)):
            column = 0
            for cell in row:
                if cell.tag == q("table:covered-table-cell"):
                    column += _repeated(cell, "columns")
                    continue
                if cell.tag != q("table:table-cell"):
                    continue
                across = _spanned(cell, "columns")
                for _ in range(_repeated(cell, "columns")):
                    self._cell = Cell(table, at, column, header, _spanned(cell, "rows"), across)
                    self.content(cell)
                    column += 1
        self._cell, self._lists = kept, lists


def _rows(node: Element, *, header: bool) -> Iterator[tuple[Element, bool]]:
    for child in node:
        if child.tag == q("table:table-row"):
            for _ in range(_repeated(child, "rows")):
                yield child, header
        elif child.tag == q("table:table-header-rows"):
            yield from _rows(child, header=True)
        elif child.tag in (q("table:table-rows"), q("table:table-row-group")):
            yield from _rows(child, header=header)


def _repeated(node: Element, what: str) -> int:
    count = whole(node.get(q(f"table:number-{what}-repeated")), 1)
    return min(max(count, 1), _MOST_REPEATED)


def _spanned(node: Element, what: str) -> int:
    return min(max(whole(node.get(q(f"table:number-{what}-spanned")), 1), 1), 1000)
