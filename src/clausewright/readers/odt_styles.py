"""Styles of OpenDocument: how runs are set, what paragraphs are called, how lists count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.model.document import MarkKind
from clausewright.pattern import regex
from clausewright.readers.odt_names import q
from clausewright.word.markup import Element
from clausewright.word.numbering import ListNumber
from clausewright.word.numerals import numeral

_LEVELS = 10
_MOST_PARENTS = 32  # styles that are followed from one to the next
_KINDS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"
}  # fmt: skip
_PLACEHOLDER = regex(r"%(\d{1,2})%")
_WEIGHTS = frozenset(("bold", "600", "700", "800", "900"))
_NUMBER = q("text:list-level-style-number")
_BULLET = q("text:list-level-style-bullet")
_OUTLINE = q("text:outline-level-style")


class Look(NamedTuple):
    """What of the look of text matters to a reader; None where a style leaves it open."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None

    def over(self, below: Look) -> Look:
        """Give this look laid over another."""
        return Look(*(b if a is None else a for a, b in zip(self, below, strict=True)))

    @property
    def marks(self) -> tuple[MarkKind, ...]:
        """The marks it makes."""
        stated = (
            (self.bold, MarkKind.BOLD),
            (self.italic, MarkKind.ITALIC),
            (self.underline, MarkKind.UNDERLINE),
        )
        return tuple(kind for yes, kind in stated if yes)


class Level(NamedTuple):
    """How one level of a list counts; ``kind`` is "" for a level without number."""

    kind: str
    form: str
    start: int = 1
    bullet: str = ""


@dataclass(frozen=True)
class Styles:
    """The styles of a document by family and name, its list styles by name."""

    nodes: Mapping[tuple[str, str], Element]
    lists: Mapping[str, Mapping[int, Level]]
    outline: Mapping[int, Level]
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def chain(self, family: str, name: str | None) -> list[Element]:
        """Give a style and those it stands on, nearest first."""
        found: list[Element] = []
        while name and len(found) < _MOST_PARENTS:
            node = self.nodes.get((family, name))
            if node is None:
                break
            found.append(node)
            name = node.get(q("style:parent-style-name"))
        return found

    def look(self, family: str, name: str | None) -> Look:
        """Give the look that a style gives."""
        key = (family, name or "")
        if key not in self._looks:
            look = Look()
            for node in self.chain(family, name):
                look = look.over(_look_of(node))
            self._looks[key] = look
        return self._looks[key]

    def names(self, name: str | None) -> list[str]:
        """Give the names of a paragraph style and those it stands on, as people see them."""
        return [
            (node.get(q("style:display-name")) or node.get(q("style:name")) or "").replace(
                "_20_", " "
            )
            for node in self.chain("paragraph", name)
        ]

    def list_style(self, name: str | None) -> str | None:
        """Give the list style that a paragraph style names: "" for none, None where it is open."""
        for node in self.chain("paragraph", name):
            stated = node.get(q("style:list-style-name"))
            if stated is not None:
                return stated
        return None


def styles_of(roots: Iterable[Element]) -> Styles:
    """Read the styles of the parts of a document."""
    nodes: dict[tuple[str, str], Element] = {}
    lists: dict[str, Mapping[int, Level]] = {}
    outline: Mapping[int, Level] = {}
    for root in roots:
        for node in root.iter(q("style:style")):
            nodes[node.get(q("style:family"), ""), node.get(q("style:name"), "")] = node
        for node in root.iter(q("text:list-style")):
            lists[node.get(q("style:name"), "")] = _levels(node)
        for node in root.iter(q("text:outline-style")):
            outline = _levels(node)
    return Styles(nodes, lists, outline)


def _look_of(style: Element) -> Look:
    text = style.find(q("style:text-properties"))
    paragraph = style.find(q("style:paragraph-properties"))
    align = None if paragraph is None else paragraph.get(q("fo:text-align"))
    centred = None if align is None else align == "center"
    if text is None:
        return Look(centred=centred)
    weight, slant = text.get(q("fo:font-weight")), text.get(q("fo:font-style"))
    line, display = text.get(q("style:text-underline-style")), text.get(q("text:display"))
    return Look(
        None if weight is None else weight in _WEIGHTS,
        None if slant is None else slant in ("italic", "oblique"),
        None if line is None else line != "none",
        None if display is None else display == "none",
        centred,
    )


def whole(text: str | None, default: int) -> int:
    """Read a small whole number of an attribute."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else default


def _levels(style: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for node in style:
        number = whole(node.get(q("text:level")), 0)
        if not 0 < number <= _LEVELS:
            continue
        if node.tag == _BULLET:
            levels[number] = Level("", "", bullet=node.get(q("text:bullet-char")) or "\u2022")
        elif node.tag in (_NUMBER, _OUTLINE):
            levels[number] = _level(node, number)
    return levels


def _level(node: Element, number: int) -> Level:
    kind = _KINDS.get(node.get(q("style:num-format"), ""), "")
    shown = min(max(whole(node.get(q("text:display-levels")), 1), 1), number)
    form = node.get(q("loext:num-list-format"))
    if form is None:
        inner = ".".join(f"%{at}%" for at in range(number - shown + 1, number + 1))
        form = node.get(q("style:num-prefix"), "") + inner + node.get(q("style:num-suffix"), "")
    return Level(kind, form, whole(node.get(q("text:start-value")), 1))


class Counter:
    """Counts the items of one list, or the headings of a document."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self._skipped: set[int] = set()  # levels that count without an item of their own

    def count(self, levels: Mapping[int, Level], number: int, start: int | None) -> None:
        """Count an item of a level; deeper levels begin anew.

        A level above that has no item yet counts as begun: "1.1" may be followed by "2".
        """
        first = levels[number].start if number in levels else 1
        self._counts[number] = self._counts.get(number, first - 1) + 1 if start is None else start
        self._skipped.discard(number)
        for deeper in [level for level in self._counts if level > number]:
            del self._counts[deeper]
        for above in range(1, number):
            if above not in self._counts:
                self._counts[above] = levels[above].start if above in levels else 1
                self._skipped.add(above)

    def number(self, levels: Mapping[int, Level], number: int) -> ListNumber | None:
        """Give the number that stands before the item counted last."""
        level = levels.get(number)
        if level is None:
            return None
        if level.bullet:
            return ListNumber(level.bullet, number - 1, bullet=True)
        label, lowest = self._label(levels, number)
        if not level.kind or not label.strip():
            return None
        parents: list[str] = []
        while (above := self._above(levels, lowest)) is not None:
            parent, lowest = self._label(levels, above)
            lowest = min(lowest, above)
            parents.insert(0, parent)
        return ListNumber(label, number - 1, bullet=False, parents=tuple(parents))

    def _above(self, levels: Mapping[int, Level], number: int) -> int | None:
        counted = [
            at
            for at in self._counts
            if at < number and at not in self._skipped and at in levels and levels[at].kind
        ]
        return max(counted, default=None)

    def _label(self, levels: Mapping[int, Level], number: int) -> tuple[str, int]:
        """Give the label of a level and the outermost level that it shows."""
        shown = [number]

        def written(match: re.Match[str]) -> str:
            at = int(match[1])
            level = levels.get(at)
            if level is None or not level.kind or at > number:
                return ""
            shown.append(at)
            return numeral(self._counts.get(at, level.start), level.kind)

        return _PLACEHOLDER.sub(written, levels[number].form), min(shown)
