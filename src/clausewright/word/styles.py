"""Styles of a Word package: what a paragraph or run inherits from them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from clausewright.word.markup import Element
from clausewright.word.names import w

_OFF = frozenset({"0", "false", "off", "none"})
_SWITCHES = {w("b"): 0, w("i"): 1, w("u"): 2, w("vanish"): 3}
_RUN_STYLE = w("rStyle")
_BODY_TEXT = 9  # the outline level that means "no heading"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says, with what it inherits; None where nothing is said.

    ``outline`` counts from 0; ``number_id`` and ``level`` are its numbering.
    """

    name: str = ""
    outline: int | None = None
    number_id: str | None = None
    level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None


Switches = tuple[bool | None, bool | None, bool | None, bool | None]
"""Bold, italic, underline and hidden as said; None where nothing is said."""

_UNSAID: Switches = (None, None, None, None)
_NO_STYLE = ParagraphStyle()


class RunStyle(NamedTuple):
    """How a run is set."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False


def is_on(node: Element | None) -> bool | None:
    """Read a switch of Word: None where it is not there."""
    return None if node is None else node.get(w("val"), "true").lower() not in _OFF


def integer(text: str | None) -> int | None:
    """Read a whole number, None where there is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


class Styles:
    """All styles of a package by id."""

    def __init__(self, root: Element | None) -> None:
        self._nodes: dict[str, Element] = {}
        self._resolved: dict[str, ParagraphStyle] = {}
        self._runs: dict[tuple[str | None, str | None, Switches], RunStyle] = {}
        self.default = ""
        for node in root.iter(w("style")) if root is not None else ():
            style_id = node.get(w("styleId"), "")
            self._nodes.setdefault(style_id, node)
            is_default = node.get(w("default"), "0").lower() not in _OFF
            if is_default and node.get(w("type")) == "paragraph" and not self.default:
                self.default = style_id

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Give a style with all it inherits; an unknown id is the default style."""
        if style_id is None or style_id not in self._nodes:
            style_id = self.default
        found = self._resolved.get(style_id)
        if found is None:
            found = self._resolved[style_id] = self._inherited(style_id)
        return found

    def _inherited(self, style_id: str) -> ParagraphStyle:
        chain: list[str] = []
        at: str | None = style_id
        while at is not None and at in self._nodes and at not in chain:
            chain.append(at)
            based = self._nodes[at].find(w("basedOn"))
            at = None if based is None else based.get(w("val"))
        resolved = ParagraphStyle()
        for each in reversed(chain):
            own = _own(self._nodes[each])
            said = {
                field.name: getattr(own, field.name)
                for field in fields(own)
                if getattr(own, field.name) is not None
            }
            resolved = replace(resolved, **said)
        return resolved

    def run(self, paragraph_style: str | None, properties: Element | None) -> RunStyle:
        """Give how a run is set: its own switches, else those of its and the paragraph's style."""
        named, direct = (None, _UNSAID) if properties is None else _said(properties)
        found = self._runs.get((paragraph_style, named, direct))
        if found is None:
            found = self._set(self.paragraph(paragraph_style), named, direct)
            self._runs[paragraph_style, named, direct] = found
        return found

    def _set(self, base: ParagraphStyle, named: str | None, direct: Switches) -> RunStyle:
        own = None if named is None else self._nodes.get(named)
        style = _NO_STYLE if own is None else self.paragraph(own.get(w("styleId")))
        return RunStyle(
            bold=_toggled(direct[0], style.bold, base.bold),
            italic=_toggled(direct[1], style.italic, base.italic),
            underline=_last_said(direct[2], style.underline, base.underline),
            hidden=_toggled(direct[3], style.hidden, base.hidden),
        )

    def numbering_of(self, style_id: str) -> str | None:
        """Give the numbering instance that a numbering style stands for."""
        node = self._nodes.get(style_id)
        return None if node is None else self.paragraph(style_id).number_id


def _own(node: Element) -> ParagraphStyle:
    name = node.find(w("name"))
    paragraph = node.find(w("pPr"))
    run = node.find(w("rPr"))
    bold, italic, underline, hidden = _UNSAID if run is None else _said(run)[1]
    outline = number = level = None
    if paragraph is not None:
        outline = integer(_value(paragraph.find(w("outlineLvl"))))
        numbering = paragraph.find(w("numPr"))
        if numbering is not None:
            number = _value(numbering.find(w("numId")))
            level = integer(_value(numbering.find(w("ilvl"))))
    return ParagraphStyle(
        name="" if name is None else name.get(w("val"), ""),
        outline=outline,
        number_id=number,
        level=level,
        bold=bold,
        italic=italic,
        underline=underline,
        hidden=hidden,
    )


def _said(properties: Element) -> tuple[str | None, Switches]:
    """Give the style that run properties name, and what they say themselves; the first counts."""
    named: str | None = None
    said: list[bool | None] = [*_UNSAID]
    for node in properties:
        place = _SWITCHES.get(node.tag)
        if place is not None and said[place] is None:
            said[place] = is_on(node)
        elif node.tag == _RUN_STYLE and named is None:
            named = node.get(w("val"), "")
    bold, italic, underline, hidden = said
    return named, (bold, italic, underline, hidden)


def _toggled(direct: bool | None, style: bool | None, base: bool | None) -> bool:
    """Apply ISO/IEC 29500-1 17.7.3: a run's own word decides, two styles that both say yes undo."""
    return bool(direct) if direct is not None else bool(style) != bool(base)


def _last_said(*said: bool | None) -> bool:
    return next((bool(value) for value in said if value is not None), False)


def _value(node: Element | None) -> str | None:
    return None if node is None else node.get(w("val"))


def outline_level(level: int | None) -> int | None:
    """Give a heading level from 1, None for body text."""
    return None if level is None or not 0 <= level < _BODY_TEXT else level + 1
