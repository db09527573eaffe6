"""Markdown: CommonMark with tables, each character with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from clausewright.model.document import BlockKind, Cell, Comment, CommentKind, Document, Unread
from clausewright.model.span import Span
from clausewright.pattern import regex
from clausewright.readers.assembly import Assembly
from clausewright.readers.content import Content, content_of
from clausewright.readers.coverage import unaccounted
from clausewright.readers.flattened import ClauseRun
from clausewright.readers.front_matter import FrontMatter, read_front_matter
from clausewright.readers.html_state import HtmlState
from clausewright.readers.html_text import HtmlReading
from clausewright.readers.inline_text import Inline
from clausewright.readers.markdown_inline import parser, read_inline
from clausewright.readers.rows import cell_ranges
from clausewright.readers.set_as_code import is_prose
from clausewright.readers.source_lines import SourceLines, source_lines
from clausewright.readers.structure import structure
from clausewright.readers.text import TextReading

_TASK_BOX = regex(r"\[[ xX]\]\s+")
_LEAVES = frozenset(("inline", "fence", "code_block", "html_block", "hr"))
_CELL_PART = regex(r"(?:\\(?=\|))?((?:\||[^|\\]+|\\(?!\|))(?:[^|\\]+|\\(?!\|))*)")
_CONTAINER = regex(r"[\s>]*(?:(?:[-*+]|[0-9]{1,9}[.)])(?:\s+|$)[\s>]*)*")


def read_markdown(name: str, text: str, notes: Sequence[str] = ()) -> Document:
    """Read a Markdown file that has been decoded."""
    source = source_lines(text)
    reading = _Reading(source)
    matter = read_front_matter(source.lines)
    reading.run(matter)
    found = structure(reading.assembly.blocks)
    read = [
        *reading.unread,
        *(Unread(c.source.start, c.source.end, "") for c in reading.comments if c.source),
    ]
    left = unaccounted(source, reading.assembly.pieces, read, matter.end if matter else 0)
    return Document(
        name=name,
        format="markdown",
        source=text,
        text=reading.assembly.text,
        pieces=tuple(reading.assembly.pieces),
        line_starts=source.starts,
        blocks=found.blocks,
        sections=found.sections,
        attachments=found.attachments,
        comments=tuple(reading.comments),
        unread=tuple(sorted((*reading.unread, *left), key=lambda one: one.start)),
        front_matter=matter.values if matter else {},
        notes=(*notes, *((matter.note,) if matter and matter.note else ())),
    )


@dataclass
class _List:
    ordered: bool
    number: str = ""
    marker: str = ""
    fresh: bool = False  # the item has no paragraph yet


@dataclass
class _Reading:
    """Walks the block tokens of one file."""

    source: SourceLines
    assembly: Assembly = field(default_factory=Assembly)
    comments: list[Comment] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    html: HtmlState = field(default_factory=HtmlState)
    lists: list[_List] = field(default_factory=list)
    quotes: int = 0
    env: dict[str, Any] = field(default_factory=dict)
    clauses: ClauseRun = field(default_factory=ClauseRun)
    _heading: int = 0
    _in_cell: bool = False
    _grid: _Grid = field(default_factory=lambda: _Grid(0))
    _uncovered: Iterator[int] = field(default_factory=lambda: iter(()))
    _next_lost: int | None = None

    def run(self, matter: FrontMatter | None) -> None:
        """Read all blocks, and what no token covers as paragraphs in its place."""
        lines = self.source.lines
        first = matter.end if matter else 0
        for at, column, text in matter.remarks if matter else ():
            start = self.source.starts[at] + column
            place = Span(start, start + len(text))
            self.comments.append(Comment(CommentKind.HTML, text, at + 1, None, True, source=place))
        body = [*[""] * first, *lines[first:]]
        tokens = parser().parse("\n".join(body).replace("\0", "\ufffd"), self.env)
        self._uncovered = iter(self._lost(tokens, first))
        self._next_lost = next(self._uncovered, None)
        for token in tokens:
            if token.map is not None and token.type in _LEAVES:
                self._recover(token.map[0])
            self._token(token)
        self._recover(len(lines))

    def _lost(self, tokens: Sequence[Token], first: int) -> list[int]:
        """Give the lines with text that no token covers (nested too deeply to be parsed)."""
        covered: set[int] = set()
        for token in tokens:
            if token.map is None:
                continue
            if token.type in _LEAVES or token.type == "heading_open":
                covered.update(range(*token.map))
            elif token.type == "table_open":
                covered.add(token.map[0] + 1)
        references = [*self.env.get("references", {}).values(), *self.env.get("duplicate_refs", [])]
        for reference in references:
            covered.update(range(*reference["map"]))
            self._hide(reference["map"][0], reference["map"][1], "the target of a link")
        lines = self.source.lines
        return [
            index
            for index in range(first, len(lines))
            if index not in covered and _has_text(lines[index])
        ]

    def _hide(self, first: int, end: int, reason: str) -> None:
        starts, lines = self.source.starts, self.source.lines
        stop = starts[end - 1] + len(lines[end - 1])
        self.unread.append(Unread(starts[first], stop, reason, visible=False))

    def _recover(self, before: int) -> None:
        """Read lost lines up to a line as paragraphs."""
        while self._next_lost is not None and self._next_lost < before:
            index = self._next_lost
            line = self.source.lines[index]
            match = _CONTAINER.match(line)
            content = content_of(self.source, index, [line[match.end() if match else 0 :]])
            self._block(BlockKind.PARAGRAPH, read_inline(content, self.env))
            self._next_lost = next(self._uncovered, None)

    def _token(self, token: Token) -> None:
        kind = token.type
        if kind == "inline":
            self._inline(token)
        elif kind in ("fence", "code_block"):
            self._code(token)
        elif kind == "html_block":
            self._html(token)
        elif kind == "heading_open":
            self._heading = int(token.tag[1])
        elif kind == "heading_close":
            self._heading = 0
        elif kind in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(_List(ordered=kind.startswith("ordered")))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            item = self.lists[-1]
            item.fresh = True
            item.number = token.info
            item.marker = token.info + token.markup
        else:
            self._table(token)

    def _table(self, token: Token) -> None:
        kind = token.type
        if kind == "table_open":
            self._grid = _Grid(self.html.next_table())
        elif kind == "tr_open" and token.map:
            self._grid.enter(
                token.map[0], self.source.lines[token.map[0]], in_list=bool(self.lists)
            )
        elif kind == "tr_close":
            self._extra_cells()
            self._grid.header = False
        elif kind in ("th_open", "td_open"):
            self._grid.column += 1
            self._in_cell = True
        elif kind in ("th_close", "td_close"):
            self._in_cell = False

    def _extra_cells(self) -> None:
        """Read cells beyond the columns of the header, which the parser drops."""
        grid = self._grid
        while grid.column + 1 < grid.count:
            grid.column += 1
            self._cell()

    def _cell(self) -> None:
        grid = self._grid
        content = grid.content(self.source)
        self._block(BlockKind.CELL, read_inline(content, self.env), cell=grid.cell())

    def _inline(self, token: Token) -> None:
        if self._in_cell:
            self._cell()
            return
        first = token.map[0] if token.map else 0
        found = read_inline(content_of(self.source, first, token.content.split("\n")), self.env)
        if self.html.cell is not None:
            self._block(BlockKind.CELL, found, cell=self.html.cell)
        elif self._heading:
            self._block(BlockKind.HEADING, found, heading=self._heading)
        elif self.lists and self.lists[-1].fresh:
            self._item(found)
        else:
            self._block(BlockKind.PARAGRAPH, found)

    def _item(self, found: Inline) -> None:
        item = self.lists[-1]
        marker = item.marker
        box = _TASK_BOX.match("".join(fragment.text for fragment in found.fragments[:1]))
        if box:
            marker = box[0].strip()
            breaks, struck = found.breaks, found.struck
            found = found.cut(box.end(), found.length)
            found.breaks = [at - box.end() for at in breaks]
            found.struck = struck
        item.fresh = False
        number = item.number if item.ordered else None
        self._block(BlockKind.ITEM, found, depth=len(self.lists), number=number, marker=marker)

    def _block(self, kind: BlockKind, found: Inline, **hints: Any) -> None:  # noqa: ANN401  (hints)
        if kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            self._line(kind, found, **hints)
            return
        for number, line in enumerate(found.lines()):
            if number:
                self._line(BlockKind.PARAGRAPH, line)
            else:
                self._line(kind, line, **hints)

    def _line(self, kind: BlockKind, found: Inline, **hints: Any) -> None:  # noqa: ANN401  (hints)
        added = self.assembly.add(
            kind, found.fragments, found.marks, quoted=self.quotes > 0, **hints
        )
        index = len(self.assembly.blocks) - 1
        for comment in found.comments:
            block = index if index >= 0 else None
            self._comment(comment.text, comment.source, block, alone=added is None)
        for start, end in found.struck:
            self.unread.append(Unread(start, end, "text struck out", visible=False))

    def _comment(self, text: str, source: int, block: int | None, *, alone: bool) -> None:
        line = self.source.line_at(source)
        span = Span(source, source + len(f"<!--{text}-->"))
        self.comments.append(
            Comment(CommentKind.HTML, text.strip(), line + 1, block, alone, source=span)
        )

    def _code(self, token: Token) -> None:
        first = token.map[0] if token.map else 0
        if token.type == "fence":
            first += 1
        lines = token.content.split("\n")[:-1]
        if is_prose(lines, token.info):
            self._prose(first, lines)
            return
        for offset, line in enumerate(lines):
            content = content_of(self.source, first + offset, [line])
            self.assembly.add(
                BlockKind.CODE, content.fragments(0, len(content.text)), quoted=self.quotes > 0
            )

    def _prose(self, first: int, lines: Sequence[str]) -> None:
        """Read lines set as code that are prose: contracts copied with their indent."""
        placed = [content_of(self.source, first + at, [line]) for at, line in enumerate(lines)]
        within = SourceLines(
            self.source.source,
            tuple(content.text for content in placed),
            tuple(content.sources[0] for content in placed),
        )
        reading = TextReading(within, self.assembly, self.clauses, self.html.tables)
        reading.run()
        self.html.tables = reading.tables

    def _html(self, token: Token) -> None:
        first = token.map[0] if token.map else 0
        lines = token.content.split("\n")
        content = content_of(self.source, first, lines[:-1] if lines[-1] == "" else lines)
        earlier = len(self.assembly.blocks)
        reading = HtmlReading(content, self.html)
        reading.run()
        reading.add_to(self.assembly, quoted=self.quotes > 0)
        for comment in reading.comments:
            index = earlier + comment.before - 1
            self._comment(
                comment.text, comment.source, index if index >= 0 else None, alone=comment.alone
            )
        for start, end, reason, visible in reading.hidden:
            place = content.source(start), content.source(end)
            self.unread.append(Unread(*place, reason, visible=visible))


@dataclass
class _Grid:
    """The table being read."""

    table: int
    row: int = -1
    column: int = -1
    header: bool = True
    line: int = 0
    cells: list[tuple[int, int]] = field(default_factory=list)
    text: str = ""

    def enter(self, line: int, text: str, *, in_list: bool) -> None:
        """Begin a row."""
        self.row += 1
        self.column = -1
        self.line = line
        self.text = text
        self.cells = cell_ranges(text, _CONTAINER) if in_list else cell_ranges(text)

    @property
    def count(self) -> int:
        """The number of cells written in the row."""
        return len(self.cells)

    def cell(self) -> Cell:
        """Give the place of the current cell."""
        return Cell(self.table, self.row, self.column, header=self.header)

    def content(self, source: SourceLines) -> Content:
        """Give the text of the current cell, escaped pipes read as pipes."""
        base = source.starts[self.line]
        if self.column >= len(self.cells):
            end = base + len(self.text)
            return Content("", (0,), (end,))
        start, end = self.cells[self.column]
        parts, starts, sources = [], [], []
        at = 0
        for match in _CELL_PART.finditer(self.text, start, end):
            parts.append(match[1])
            starts.append(at)
            sources.append(base + match.start(1))
            at += len(match[1])
        return Content("".join(parts), tuple(starts) or (0,), tuple(sources) or (base + start,))


def _has_text(line: str) -> bool:
    match = _CONTAINER.match(line)
    return any(char.isalnum() for char in line[match.end() if match else 0 :])
