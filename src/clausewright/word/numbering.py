"""Compute automatic numbers as Word shows them, from numbering.xml and the styles.

Source: ISO/IEC 29500-1, 17.9. Counters belong to the abstract definition: numbering instances of
one definition go on counting together, unless an instance overrides a start, which then holds from
its first use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clausewright.word.markup import Element
from clausewright.word.names import MC_NS, w
from clausewright.word.numerals import numeral
from clausewright.word.styles import Styles, integer, is_on
from clausewright.word.symbols import UNKNOWN, plain

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_CUSTOM_ZEROS = re.compile(r"(0+)1\s*,")
_BULLETS = frozenset({"bullet"})
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and looks. ``restart`` is w:lvlRestart, None where absent."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None
    font: str | None = None


_UNSAID = Level()


@dataclass(frozen=True, slots=True)
class ListNumber:
    """The number of a paragraph.

    ``label`` is what Word shows ("4.2", "(a)", "Article IV"); ``bullet`` tells that it is a sign
    and no number; ``level`` counts from 0. ``parents`` are the labels of the levels above that the
    label does not repeat, outermost first.
    """

    label: str
    level: int
    bullet: bool
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]  # start overrides by level


@dataclass(frozen=True, slots=True)
class _Counters:
    """Where each level stands; ``skipped`` are those that only a deeper one implies."""

    values: dict[int, int]
    skipped: set[int]


class Numbering:
    """The lists of a package, and the counters of a reading in progress."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._instances: dict[str, Element] = {}
        for node in root if root is not None else ():
            if node.tag == w("abstractNum"):
                self._abstracts[node.get(w("abstractNumId"), "")] = node
            elif node.tag == w("num"):
                self._instances[node.get(w("numId"), "")] = node
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, _Counters] = {}
        self._started: set[tuple[str, int]] = set()

    def next_number(self, properties: Element | None) -> ListNumber | None:
        """Count one paragraph by its properties; None where it has no number."""
        number_id, level = self._numbering_of(properties)
        if number_id is None or number_id == "0":
            return None
        found = self._list(number_id)
        if found is None:
            return None
        level = min(max(level, 0), _LEVELS - 1)
        return _shown(found, self._count(number_id, found, level), level)

    def _numbering_of(self, properties: Element | None) -> tuple[str | None, int]:
        """Give numbering instance and level of a paragraph: its own word, else its style's.

        A style's level is the one its list links to it (17.9.3), else the one the style states.
        """
        own_id = own_level = style_id = None
        if properties is not None:
            style_id = _value(properties.find(w("pStyle")))
            numbering = properties.find(w("numPr"))
            if numbering is not None:
                own_id = _value(numbering.find(w("numId")))
                own_level = integer(_value(numbering.find(w("ilvl"))))
        if own_id is not None:
            return own_id, own_level or 0
        style = self._styles.paragraph(style_id)
        if style.number_id is None:
            return None, 0
        if own_level is None:
            found = self._list(style.number_id)
            own_level = None if found is None else _linked_level(found, style_id)
        return style.number_id, own_level if own_level is not None else style.level or 0

    def _list(self, number_id: str) -> _List | None:
        if number_id not in self._lists:
            self._lists[number_id] = self._read_list(number_id, set())
        return self._lists[number_id]

    def _read_list(self, number_id: str, seen: set[str]) -> _List | None:
        instance = self._instances.get(number_id)
        if instance is None or number_id in seen:
            return None
        seen.add(number_id)
        abstract_id = _value(instance.find(w("abstractNumId"))) or ""
        abstract = self._abstracts.get(abstract_id)
        if abstract is None:
            return None
        levels: dict[int, Level] = {}
        linked = _value(abstract.find(w("numStyleLink")))
        if linked is not None:
            other = self._read_list(self._styles.numbering_of(linked) or "", seen)
            if other is not None:
                abstract_id, levels = other.abstract, dict(other.levels)
        levels |= _levels_under(abstract)
        starts: dict[int, int] = {}
        for override in instance.iter(w("lvlOverride")):
            index = integer(override.get(w("ilvl"))) or 0
            levels |= _levels_under(override)
            start = integer(_value(override.find(w("startOverride"))))
            if start is not None:
                starts[index] = start
        return _List(abstract_id, levels, starts)

    def _count(self, number_id: str, found: _List, level: int) -> _Counters:
        counters = self._counters.setdefault(found.abstract, _Counters({}, set()))
        values = counters.values
        first_use = (number_id, level) not in self._started
        self._started.add((number_id, level))
        if first_use and level in found.starts:
            values[level] = found.starts[level]
        elif level in values:
            values[level] += 1
        else:
            values[level] = found.starts.get(level, found.levels.get(level, _UNSAID).start)
        counters.skipped.discard(level)
        for above in range(level):
            if above not in values:
                values[above] = found.levels.get(above, _UNSAID).start
                counters.skipped.add(above)
        for below in range(level + 1, _LEVELS):
            restart = found.levels.get(below, _UNSAID).restart
            if restart is None or (restart and level < restart):
                values.pop(below, None)
                counters.skipped.discard(below)
        return counters


def _shown(found: _List, counters: _Counters, level: int) -> ListNumber | None:
    definition = found.levels.get(level, _UNSAID)
    if definition.kind in _BULLETS:
        sign = plain(definition.text, definition.font).strip().replace(UNKNOWN, _BULLET)
        return ListNumber(sign or _BULLET, level, bullet=True)
    label = _label(found, counters.values, level)
    if not label:
        return None
    return ListNumber(label, level, bullet=False, parents=_parents(found, counters, level))


def _parents(found: _List, counters: _Counters, level: int) -> tuple[str, ...]:
    """Give the labels above that neither the label itself nor a label between them repeats."""
    labels: list[str] = []
    first = _first_named(found, level)
    for above in range(level - 1, -1, -1):
        definition = found.levels.get(above)
        if above >= first or above in counters.skipped or definition is None:
            continue
        label = "" if definition.kind in _BULLETS else _label(found, counters.values, above)
        if label:
            labels.insert(0, label)
            first = _first_named(found, above)
    return tuple(labels)


def _first_named(found: _List, level: int) -> int:
    """Give the highest level that a label shows."""
    text = found.levels.get(level, _UNSAID).text
    return min((int(place[1]) - 1 for place in _PLACE.finditer(text)), default=level)


def _label(found: _List, counters: Mapping[int, int], level: int) -> str:
    definition = found.levels.get(level, _UNSAID)

    def counter(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if at > level:
            return ""
        other = found.levels.get(at, _UNSAID)
        kind = "decimal" if definition.legal and other.kind != "none" else other.kind
        return numeral(counters.get(at, other.start), kind)

    return _PLACE.sub(counter, definition.text).strip()


def _linked_level(found: _List, style_id: str | None) -> int | None:
    """Give the level that a list links to a style, None where it links none."""
    return next(
        (index for index, level in found.levels.items() if style_id and level.style == style_id),
        None,
    )


def _levels_under(node: Element) -> dict[int, Level]:
    found = {}
    for each in node.findall(w("lvl")):
        index = integer(each.get(w("ilvl")))
        if index is not None and 0 <= index < _LEVELS:
            found[index] = _level(each)
    return found


def _level(node: Element) -> Level:
    restart = integer(_value(node.find(w("lvlRestart"))))
    fonts = node.find(f"{w('rPr')}/{w('rFonts')}")
    text = _value(node.find(w("lvlText"))) or ""
    start = integer(_value(node.find(w("start"))))
    return Level(
        start=0 if start is None else start,
        kind=_kind(node),
        text=text,
        legal=bool(is_on(node.find(w("isLgl")))),
        restart=restart,
        style=_value(node.find(w("pStyle"))),
        font=None if fonts is None else fonts.get(w("ascii")),
    )


def _kind(node: Element) -> str:
    form = node.find(w("numFmt"))
    if form is None:
        form = node.find(f"{{{MC_NS}}}AlternateContent/{{{MC_NS}}}Choice/{w('numFmt')}")
    if form is None:
        return "decimal"
    kind: str = form.get(w("val"), "decimal")
    if kind == "custom":
        zeros = _CUSTOM_ZEROS.match(form.get(w("format"), ""))
        return "decimalZero" + (str(len(zeros[1]) + 1) if zeros and len(zeros[1]) > 1 else "")
    return kind


def _value(node: Element | None) -> str | None:
    return None if node is None else node.get(w("val"))
