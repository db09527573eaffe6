"""Tags of HTML, and what stays open from one to the next: tables, lists, parts of the page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.model.document import Cell
from clausewright.pattern import regex
from clausewright.word.numerals import numeral

_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9-]*+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>")
_QUOTED = regex(r"\"[^\"]*\"|'[^']*'")
_HIDDEN_NAME = regex(r"(?:^|\s)hidden(?=[\s=/]|$)", re.IGNORECASE)
_HIDING_STYLE = regex(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all",
    re.IGNORECASE,
)
_LIST_STYLE = regex(r"list-style(?:-type)?\s{0,3}:\s{0,3}([a-z-]+)", re.IGNORECASE)
_INTEGER = regex(r"\s*(-?[0-9]{1,6})")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_NUMERALS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}  # fmt: skip
_CONTENT = frozenset(("main", "article", "section"))
_FURNITURE = frozenset(("header", "footer", "nav"))
_LETTERS = 26  # items that HTML and Word count alike in letters


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


def attribute(tag: Tag, name: str) -> str | None:
    """Give the value of an attribute, None where the tag does not have it."""
    pattern = rf"(?:^|\s){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
    match = re.search(pattern, tag.attributes, re.IGNORECASE)
    if match is None:
        return None
    return html.unescape(next((one for one in match.groups() if one is not None), ""))


def is_hidden(tag: Tag) -> bool:
    """Tell a tag whose element a browser does not show, by its own attributes."""
    if tag.closing or not tag.attributes or tag.name in _VOID:
        return False
    if _HIDDEN_NAME.search(_QUOTED.sub('""', tag.attributes)):
        return True
    style = attribute(tag, "style")
    return style is not None and _HIDING_STYLE.search(style) is not None


@dataclass
class HtmlList:
    """A list: how its items are numbered ("" for bullets), and the number of the next one."""

    form: str
    next: int = 1

    def label(self, value: str | None) -> tuple[str | None, str]:
        """Count an item; give its number and its marker."""
        if not self.form:
            return None, "\u2022"
        stated = _INTEGER.match(value or "")
        count = int(stated[1]) if stated else self.next
        self.next = count + 1
        if "Letter" in self.form and not 0 < count <= _LETTERS:
            return str(count), f"{count}."
        written = numeral(count, self.form)
        return written, f"{written}."


@dataclass
class HtmlState:
    """What stays open from one HTML block to the next (blank lines cut HTML in Markdown)."""

    tables: int = 0
    open_tables: list[int] = field(default_factory=list)
    row: int = -1
    column: int = -1
    cell: Cell | None = None
    head: bool = False
    lists: list[HtmlList] = field(default_factory=list)
    item: tuple[str | None, str] | None = None
    parts: dict[str, list[bool]] = field(default_factory=dict)  # open parts; furniture or not
    content: int = 0  # open parts that hold what the page is about
    furniture: int = 0  # open parts that hold what comes on every page
    quotes: int = 0

    @property
    def is_furniture(self) -> bool:
        """Tell whether what stands here is furniture of the page."""
        return self.furniture > 0

    def take_item(self) -> tuple[str | None, str] | None:
        """Give number and marker of the item that opened here, once."""
        item, self.item = self.item, None
        return item

    def next_table(self) -> int:
        """Give the ordinal of a new table."""
        self.tables += 1
        return self.tables - 1

    def enter(self, tag: Tag) -> None:
        """Follow an opening tag of a table, a list or a part of the page."""
        if tag.name == "table":
            self.open_tables.append(self.next_table())
            self.row = self.column = -1
        elif tag.name == "thead":
            self.head = True
        elif tag.name == "tr":
            self.row += 1
            self.column = -1
        elif tag.name in ("td", "th"):
            self._enter_cell(tag)
        elif tag.name in ("ul", "ol"):
            self.lists.append(_list_of(tag))
        elif tag.name == "li":
            current = self.lists[-1] if self.lists else None
            self.item = current.label(attribute(tag, "value")) if current else None
        elif tag.name == "blockquote":
            self.quotes += 1
        elif tag.name in _CONTENT:
            self.content += 1
            self.parts.setdefault(tag.name, []).append(False)
        elif tag.name in _FURNITURE:
            furnishes = tag.name == "nav" or not self.content
            self.furniture += furnishes
            self.parts.setdefault(tag.name, []).append(furnishes)

    def _enter_cell(self, tag: Tag) -> None:
        if not self.open_tables:
            self.open_tables.append(self.next_table())
        self.row = max(self.row, 0)
        self.column += 1
        across = _spanned(tag, "colspan")
        self.cell = Cell(
            self.open_tables[-1],
            self.row,
            self.column,
            header=tag.name == "th" or self.head,
            row_span=_spanned(tag, "rowspan"),
            column_span=across,
        )
        self.column += across - 1

    def leave(self, tag: Tag) -> None:
        """Follow a closing tag of a table, a list or a part of the page."""
        if tag.name == "table" and self.open_tables:
            self.open_tables.pop()
            self.cell = None
        elif tag.name == "thead":
            self.head = False
        elif tag.name in ("td", "th", "tr"):
            self.cell = None
        elif tag.name in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag.name == "li":
            self.item = None
        elif tag.name == "blockquote":
            self.quotes = max(0, self.quotes - 1)
        elif self.parts.get(tag.name):
            furnishes = self.parts[tag.name].pop()
            self.furniture -= furnishes
            self.content -= tag.name in _CONTENT


def _list_of(tag: Tag) -> HtmlList:
    style = _LIST_STYLE.search(attribute(tag, "style") or "")
    stated = style[1].lower() if style else attribute(tag, "type") or ""
    if tag.name == "ul" or stated == "none" or _is_reversed(tag):
        return HtmlList("")
    first = _INTEGER.match(attribute(tag, "start") or "")
    return HtmlList(_NUMERALS.get(stated, "decimal"), int(first[1]) if first else 1)


def _is_reversed(tag: Tag) -> bool:
    return "reversed" in _QUOTED.sub("", tag.attributes).lower()


def _spanned(tag: Tag, name: str) -> int:
    stated = _INTEGER.match(attribute(tag, name) or "")
    return min(max(1, int(stated[1])), 1000) if stated else 1
