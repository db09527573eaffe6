"""Text inside HTML, a whole page or a block of Markdown: tags go, what a person reads stays."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.model.document import BlockKind, Cell, MarkKind
from clausewright.pattern import regex
from clausewright.readers.assembly import Assembly, Fragment, RawMark
from clausewright.readers.content import Content
from clausewright.readers.html_state import HtmlState, Tag, attribute, is_hidden, read_tag

_PART = regex(r"<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|\n")
_ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_GAP = regex(r"[ \t\f\v]{2,}|[\t\f\v]")
_MOST_OPEN = 16  # formatting elements that are followed into each other
_HIDDEN = frozenset(("script", "style", "template", "title"))
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


class HtmlBlock(NamedTuple):
    """A block found in HTML; number and marker as of an item of a list."""

    kind: BlockKind
    fragments: tuple[Fragment, ...]
    marks: tuple[RawMark, ...]
    heading: int = 0
    depth: int = 0
    cell: Cell | None = None
    number: str | None = None
    marker: str | None = None
    quoted: bool = False


class HtmlComment(NamedTuple):
    """A comment found in HTML; ``before`` counts the blocks that end before it or hold it."""

    text: str
    source: int
    alone: bool
    before: int


@dataclass
class HtmlReading:
    """Reads HTML: blocks, remarks, and ranges that are not shown."""

    content: Content
    state: HtmlState
    blocks: list[HtmlBlock] = field(default_factory=list)
    comments: list[HtmlComment] = field(default_factory=list)
    hidden: list[tuple[int, int, str, bool]] = field(default_factory=list)  # range, reason, visible
    _fragments: list[Fragment] = field(default_factory=list)
    _length: int = 0
    _marks: list[RawMark] = field(default_factory=list)
    _open: list[tuple[MarkKind, int, str | None]] = field(default_factory=list)
    _heading: int = 0
    _pre: bool = False
    _entered: bool = False  # an element was opened and nothing has been read in it yet
    _unclosed: set[str] = field(default_factory=set)

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

    def add_to(self, assembly: Assembly, *, quoted: bool = False) -> None:
        """Add the blocks to the text under construction."""
        for block in self.blocks:
            assembly.add(
                block.kind,
                block.fragments,
                block.marks,
                heading=block.heading,
                depth=block.depth,
                cell=block.cell,
                number=block.number,
                marker=block.marker,
                quoted=quoted or block.quoted,
            )

    def _text(self, start: int, stop: int) -> None:
        """Read a run of text as a browser shows it, each run of white space as one space."""
        if self._pre:
            self._run(start, stop)
            return
        if not self._length or self._fragments[-1].text[-1:] == " ":
            text = self.content.text[start:stop]
            start += len(text) - len(text.lstrip())
        for gap in _GAP.finditer(self.content.text, start, stop):
            self._run(start, gap.start())
            self._whole(" ", *gap.span())
            start = gap.end()
        self._run(start, stop)

    def _run(self, start: int, stop: int) -> None:
        for fragment in self.content.fragments(start, stop):
            self._fragments.append(fragment)
            self._length += len(fragment.text)

    def _whole(self, text: str, start: int, stop: int) -> None:
        self._fragments.append(Fragment(text, self.content.source(start), stop - start))
        self._length += len(text)

    def _line_end(self, at: int) -> None:
        if self._pre:
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
            alone = _is_alone(text, at, end + 3) and not self._length
            pending = any(not fragment.text.isspace() for fragment in self._fragments)
            within = pending or (self._entered and not alone)
            self.comments.append(
                HtmlComment(
                    text[at + 4 : end], self.content.source(at), alone, len(self.blocks) + within
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
        if is_hidden(tag):
            return self._skip_element(tag.name, after)
        if tag.name in STRUCK_TAGS and not tag.closing:
            return self._skip_struck(tag.name, after)
        if tag.name == "br":
            if self._length:
                self._whole(" ", at, after)
        elif tag.name in MARKED_TAGS:
            self._mark(MARKED_TAGS[tag.name], closing=tag.closing)
        elif tag.name == "a":
            target = attribute(tag, "href")
            if target or tag.closing:
                self._mark(MarkKind.LINK, closing=tag.closing, target=target)
        elif tag.name in _BREAKING:
            self._flush()
            self._follow(tag)
            self._entered = not tag.closing
        return after

    def _skip(self, name: str, at: int) -> int:
        close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.content.text, at)
        end = close.start() if close else len(self.content.text)
        text = self.content.text
        at += len(text[at:end]) - len(text[at:end].lstrip())
        what = "the content of an HTML" if close else "an unclosed HTML"
        self.hidden.append((at, end, f"{what} <{name}> element", close is None))
        return close.end() if close else end

    def _skip_element(self, name: str, at: int) -> int:
        """Pass by an element that is not shown, with all in it."""
        depth, end, after = 1, len(self.content.text), len(self.content.text)
        for found in re.compile(rf"<(/?){name}(?=[\s/>])", re.IGNORECASE).finditer(
            self.content.text, at
        ):
            depth += -1 if found[1] else 1
            if not depth:
                end = found.start()
                close = self.content.text.find(">", end)
                after = after if close < 0 else close + 1
                break
        reason = "hidden text" if not depth else f"a hidden <{name}> that is never closed"
        self.hidden.append((at, end, reason, bool(depth)))
        return after

    def _skip_struck(self, name: str, at: int) -> int:
        if name in self._unclosed:
            return at
        close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.content.text, at)
        if close is None:
            self._unclosed.add(name)
            return at
        self.hidden.append((at, close.start(), "text struck out", False))
        return close.end()

    def _mark(self, kind: MarkKind, *, closing: bool, target: str | None = None) -> None:
        if not closing:
            self._open = [*self._open[-_MOST_OPEN:], (kind, self._length, target)]
            return
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is kind:
                _, start, target = self._open.pop(index)
                if start < self._length:
                    self._marks.append(RawMark(kind, start, self._length, target))
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
        fragments = tuple(self._fragments)
        still_open = [
            RawMark(kind, start, self._length, target)
            for kind, start, target in self._open
            if start < self._length
        ]
        marks = (*self._marks, *still_open)
        self._fragments.clear()
        self._marks.clear()
        self._open = [(kind, 0, target) for kind, _, target in self._open]
        self._length = 0
        if not any(fragment.text.strip() for fragment in fragments):
            return
        self._entered = False
        block = self._block(fragments, marks)
        self.blocks.append(block._replace(quoted=self.state.quotes > 0))

    def _block(self, fragments: tuple[Fragment, ...], marks: tuple[RawMark, ...]) -> HtmlBlock:
        """Say what a block is by the elements it stands in."""
        state = self.state
        if state.cell is not None:
            return HtmlBlock(BlockKind.CELL, fragments, marks, cell=state.cell)
        if self._heading:
            label = state.take_item()
            number, _ = label or (None, None)
            return HtmlBlock(BlockKind.HEADING, fragments, marks, self._heading, number=number)
        if state.is_furniture:
            return HtmlBlock(BlockKind.HEADER, fragments, marks)
        if self._pre:
            return HtmlBlock(BlockKind.CODE, fragments, marks)
        label = state.take_item()
        if label is None:
            return HtmlBlock(BlockKind.PARAGRAPH, fragments, marks)
        number, marker = label
        depth = len(state.lists)
        return HtmlBlock(
            BlockKind.ITEM, fragments, marks, depth=depth, number=number, marker=marker
        )


def _is_alone(text: str, start: int, end: int) -> bool:
    """Tell whether nothing else stands on the lines of a range."""
    stop = text.find("\n", end)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : len(text) if stop < 0 else stop]
    return not before.strip() and not after.strip()
