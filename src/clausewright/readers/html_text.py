"""Text inside HTML that stands in Markdown: tags go, what a person reads stays."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.model.document import BlockKind, Cell, MarkKind
from clausewright.pattern import regex
from clausewright.readers.assembly import Fragment, RawMark
from clausewright.readers.content import Content

_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_PART = regex(r"<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|\n")
_ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HIDDEN = frozenset(("script", "style", "template", "head"))
_BREAKING = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main "
    "menu nav ol optgroup option p pre section summary table tbody td tfoot th thead title tr "
    "ul".split()
)
MARKED_TAGS = {
    "strong": MarkKind.BOLD,
    "b": MarkKind.BOLD,
    "em": MarkKind.ITALIC,
    "i": MarkKind.ITALIC,
    "u": MarkKind.UNDERLINE,
    "ins": MarkKind.UNDERLINE,
    "code": MarkKind.CODE,
}
STRUCK_TAGS = frozenset(("s", "del", "strike"))


class Tag(NamedTuple):
    """An HTML tag: its name in lower case, and whether it closes."""

    name: str
    closing: bool
    attributes: str


def read_tag(text: str, at: int = 0) -> tuple[Tag, int] | None:
    """Read the tag at an offset; give it and the offset after it."""
    match = _TAG.match(text, at)
    if match is None:
        return None
    return Tag(match[2].lower(), bool(match[1]), match[3]), match.end()


@dataclass
class HtmlState:
    """What stays open from one HTML block to the next (blank lines cut HTML in Markdown)."""

    tables: int = 0
    open_tables: list[int] = field(default_factory=list)
    row: int = -1
    column: int = -1
    cell: Cell | None = None
    lists: list[str] = field(default_factory=list)
    item: bool = False

    def next_table(self) -> int:
        """Give the ordinal of a new table."""
        self.tables += 1
        return self.tables - 1

    def enter(self, tag: Tag) -> None:
        """Follow an opening tag of a table or a list."""
        if tag.name == "table":
            self.open_tables.append(self.next_table())
            self.row = self.column = -1
        elif tag.name == "tr":
            self.row += 1
            self.column = -1
        elif tag.name in ("td", "th"):
            self._enter_cell(tag)
        elif tag.name in ("ul", "ol"):
            self.lists.append(tag.name)
        elif tag.name == "li":
            self.item = True

    def _enter_cell(self, tag: Tag) -> None:
        if not self.open_tables:
            self.open_tables.append(self.next_table())
        self.row = max(self.row, 0)
        self.column += 1
        across = _spanned(tag.attributes, "colspan")
        self.cell = Cell(
            self.open_tables[-1],
            self.row,
            self.column,
            header=tag.name == "th",
            row_span=_spanned(tag.attributes, "rowspan"),
            column_span=across,
        )
        self.column += across - 1

    def leave(self, tag: Tag) -> None:
        """Follow a closing tag of a table or a list."""
        if tag.name == "table" and self.open_tables:
            self.open_tables.pop()
            self.cell = None
        elif tag.name in ("td", "th", "tr"):
            self.cell = None
        elif tag.name in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag.name == "li":
            self.item = False


def _spanned(attributes: str, name: str) -> int:
    match = re.search(rf"{name}\s*=\s*[\"']?([0-9]{{1,3}})", attributes, re.IGNORECASE)
    return max(1, int(match[1])) if match else 1


class HtmlBlock(NamedTuple):
    """A block found in HTML."""

    kind: BlockKind
    fragments: tuple[Fragment, ...]
    marks: tuple[RawMark, ...]
    heading: int = 0
    depth: int = 0
    cell: Cell | None = None


class HtmlComment(NamedTuple):
    """A comment found in HTML; ``before`` counts the blocks that end before it or hold it."""

    text: str
    source: int
    alone: bool
    before: int


@dataclass
class HtmlReading:
    """Reads one HTML block of a Markdown file: blocks, remarks, and ranges that are not shown."""

    content: Content
    state: HtmlState
    blocks: list[HtmlBlock] = field(default_factory=list)
    comments: list[HtmlComment] = field(default_factory=list)
    hidden: list[tuple[int, int, str, bool]] = field(default_factory=list)  # range, reason, visible
    _fragments: list[Fragment] = field(default_factory=list)
    _length: int = 0
    _marks: list[RawMark] = field(default_factory=list)
    _open: list[tuple[MarkKind, int]] = field(default_factory=list)
    _heading: int = 0
    _pre: bool = False

    def run(self) -> None:
        """Read it all."""
        text = self.content.text
        at = 0
        while at < len(text):
            match = _PART.search(text, at)
            stop = match.start() if match else len(text)
            self._text(at, stop)
            if match is None:
                break
            if match[0] == "\n":
                self._line_end(stop)
                at = stop + 1
            elif match[0] == "&":
                at = self._entity(stop)
            elif text.startswith(("<!", "<?"), stop):
                at = self._declaration(stop)
            else:
                at = self._tag(stop)
        self._flush()

    def _text(self, start: int, stop: int) -> None:
        if not self._pre and (not self._length or self._fragments[-1].text[-1:] == " "):
            start += len(self.content.text[start:stop]) - len(
                self.content.text[start:stop].lstrip()
            )
        for fragment in self.content.fragments(start, stop):
            self._fragments.append(fragment)
            self._length += len(fragment.text)

    def _whole(self, text: str, start: int, stop: int) -> None:
        self._fragments.append(Fragment(text, self.content.source(start), stop - start))
        self._length += len(text)

    def _line_end(self, at: int) -> None:
        if self._pre or self.content.text[at + 1 : at + 2] in ("", "\n"):
            self._flush()
        elif self._length and self._fragments[-1].text[-1:] != " ":
            self._whole(" ", at, at + 1)

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self.content.text, at)
        text = html.unescape(match[0]) if match else "&"
        stop = match.end() if match else at + 1
        self._whole(" " if text in ("\n", "\r") else text, at, stop)
        return stop

    def _declaration(self, at: int) -> int:
        text = self.content.text
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
            if end < 0:
                self.hidden.append((at, len(text), "an HTML comment that is never closed", True))
                return len(text)
            before = text[text.rfind("\n", 0, at) + 1 : at]
            after = text[end + 3 :].partition("\n")[0]
            alone = not (before + after).strip() and not self._length
            pending = any(not fragment.text.isspace() for fragment in self._fragments)
            self.comments.append(
                HtmlComment(
                    text[at + 4 : end],
                    self.content.source(at),
                    alone,
                    len(self.blocks) + int(pending),
                )
            )
            return end + 3
        end = text.find(">", at)
        return len(text) if end < 0 else end + 1

    def _tag(self, at: int) -> int:
        text = self.content.text
        read = read_tag(text, at)
        if read is None:
            self._text(at, at + 1)
            return at + 1
        tag, after = read
        if tag.name in _HIDDEN and not tag.closing:
            return self._skip(tag.name, after)
        if tag.name == "br":
            if self._length:
                self._whole(" ", at, after)
        elif tag.name in MARKED_TAGS:
            self._mark(MARKED_TAGS[tag.name], closing=tag.closing)
        elif tag.name in _BREAKING:
            self._flush()
            self._follow(tag)
        return after

    def _skip(self, name: str, at: int) -> int:
        close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.content.text, at)
        end = close.start() if close else len(self.content.text)
        text = self.content.text
        at += len(text[at:end]) - len(text[at:end].lstrip())
        what = "the content of an HTML" if close else "an unclosed HTML"
        self.hidden.append((at, end, f"{what} <{name}> element", close is None))
        return close.end() if close else end

    def _mark(self, kind: MarkKind, *, closing: bool) -> None:
        if not closing:
            self._open.append((kind, self._length))
            return
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is kind:
                _, start = self._open.pop(index)
                if start < self._length:
                    self._marks.append(RawMark(kind, start, self._length))
                return

    def _follow(self, tag: Tag) -> None:
        if len(tag.name) == 2 and tag.name[0] == "h" and tag.name[1].isdigit():
            self._heading = 0 if tag.closing else int(tag.name[1])
        elif tag.name == "pre":
            self._pre = not tag.closing
        elif tag.closing:
            self.state.leave(tag)
        else:
            self.state.enter(tag)

    def _flush(self) -> None:
        fragments, marks = tuple(self._fragments), tuple(self._marks)
        self._fragments.clear()
        self._marks.clear()
        self._open = [(kind, 0) for kind, _ in self._open]
        self._length = 0
        if not any(fragment.text.strip() for fragment in fragments):
            return
        state = self.state
        heading = self._heading
        if state.cell is not None:
            kind = BlockKind.CELL
            heading = 0
        elif heading:
            kind = BlockKind.HEADING
        elif self._pre:
            kind = BlockKind.CODE
        elif state.item and state.lists:
            kind = BlockKind.ITEM
            state.item = False
        else:
            kind = BlockKind.PARAGRAPH
        depth = len(state.lists) if kind is BlockKind.ITEM else 0
        self.blocks.append(HtmlBlock(kind, fragments, marks, heading, depth, state.cell))
