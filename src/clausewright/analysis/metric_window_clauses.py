"""Sentences that set the window of levels which stand elsewhere.

"Response times are measured during support hours" binds the clock of every response in its section;
"the support desk is open from 9 to 5" only says when somebody is there, and binds none. "Uptime
means the share of minutes in a billing cycle" says how availability is reckoned, wherever its level
stands; "all service levels are measured monthly" says it of every level.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_window_places import (
    hours_places,
    period_of,
    together,
)
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

_ALL_TIMES: Final = regex(
    r"\b(?:all|any|the|these)\s(?:[\w'/-]+\s){0,2}?(?:times?|clocks?|days|hours|targets)\b",
    re.IGNORECASE,
)
_BOUND: Final = regex(
    r"\b(?:during|within|in|on|to|only)\s(?:[\w'\u2019-]+\s){0,2}$", re.IGNORECASE
)
_BINDS: Final = regex(r"(?:during|within|in|on)\s", re.IGNORECASE)
_TIMES: Final = regex(
    r"(?<!at all )(?<!at any )\b(?:times?|clocks?|hours|days|targets)\b", re.IGNORECASE
)
_HOURS_LABEL: Final = regex(
    r"[^:\n]{0,40}\b(?:hours?|coverage|times?)\b[^:\n]{0,20}:[\s*_]{0,4}", re.IGNORECASE
)
_IN_A_ROW: Final = regex(r"\bconsecutive\b", re.IGNORECASE)
_LONGEST_LABEL: Final = 70
_OF_HOURS: Final = ("hour", "day", "week", "clock", "24", "times")
_TIMED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})
_NAMED: Final = {
    "response time": Cue.RESPONSE,
    "resolution time": Cue.RESOLUTION,
    "update interval": Cue.RESPONSE,
}


class StandingClauses:
    """The hours and measuring periods that sentences of one document set for other places."""

    def __init__(self, document: Document, statements: Sequence[Statement]) -> None:
        self._document = document
        self._clocks: dict[int | None, list[tuple[Statement, Span]]] = {}
        self._for_all_times: Span | None = None
        self._availability: Span | None = None
        self._levels: Span | None = None
        self._children: dict[int | None, list[int]] = {}
        self._found: dict[tuple[int, str], Span | None] = {}
        for section in document.sections:
            self._children.setdefault(section.parent, []).append(section.index)
        for one in statements:
            if _may_set_hours(one) and not one.binds_customer:
                self._read_hours(one)
            if one.has(Cue.METHOD, Cue.CONDITION) or _is_formula(one):
                self._read_period(one)

    def hours_for(self, candidate: Candidate) -> Span | None:
        """Give the hours that bind the clock of a time: in its section, beside it, or of all."""
        index, name = self._document.section_index(candidate.statement.block), candidate.name
        parent = None if index is None else self._document.sections[index].parent
        around = None if parent is None or name not in _NAMED else self._around(parent, name)
        return self._in_section(index, name) or around or self._for_all_times

    def period_for(self, name: str) -> Span | None:
        """Give the period over which the levels of a name are reckoned."""
        return (self._availability if name == "availability" else None) or self._levels

    def _in_section(self, index: int | None, name: str) -> Span | None:
        """Give the hours that a section sets for a time of this name, or for its times.

        A time without a name of its own may be any of those that the section speaks of.
        """
        for statement, span in self._clocks.get(index, ()):
            if (
                name not in _NAMED
                or statement.has(_NAMED[name])
                or not statement.has(Cue.RESPONSE, Cue.RESOLUTION)
            ):
                return span
        return None

    def _around(self, parent: int, name: str) -> Span | None:
        """Give the hours that a section and those under it set for a time of this name."""
        key = (parent, name)
        if key not in self._found:
            self._found[key] = next(
                (
                    span
                    for index in (parent, *self._children.get(parent, ()))
                    for statement, span in self._clocks.get(index, ())
                    if statement.has(_NAMED[name])
                ),
                None,
            )
        return self._found[key]

    def _read_hours(self, statement: Statement) -> None:
        if statement.block.kind is BlockKind.HEADING or statement.block.cell is not None:
            return
        if any(one.dimension in _TIMED for one in statement.quantities):
            return
        found = self._binding(statement)
        if found is None:
            return
        index = self._document.section_index(statement.block)
        self._clocks.setdefault(index, []).append((statement, found))
        if self._for_all_times is None and _speaks_of(_ALL_TIMES, statement, found):
            self._for_all_times = found

    def _binding(self, statement: Statement) -> Span | None:
        """Give the hours in which a statement lets times count, not those when a desk is open."""
        text, start = statement.text, statement.span.start
        places = sorted(hours_places(statement, own=False))
        if not places:
            return None
        label = _HOURS_LABEL.match(text, start, statement.span.end)
        if label and places[0].start <= label.end():
            said = together(places)
            rest = text[said.end : statement.span.end] if said else ""
            return None if rest.strip(" .)*_") else said
        if not statement.has(Cue.RESPONSE, Cue.RESOLUTION) and not _speaks_of(
            _TIMES, statement, places[0]
        ):
            return None
        for at, place in enumerate(places):
            low = max(start, place.start - 40)
            if _BINDS.match(text, place.start) or _BOUND.search(text, low, place.start):
                return together(places[at:])
        return None

    def _read_period(self, statement: Statement) -> None:
        if self._availability is None and statement.has(Cue.AVAILABILITY):
            self._availability = self._reckoned(statement)
        elif self._levels is None and statement.has(Cue.LEVELS) and not statement.has(Cue.REPORT):
            self._levels = self._reckoned(statement)

    def _reckoned(self, statement: Statement) -> Span | None:
        """Give the period of a sentence, but not "three consecutive months" of a condition."""
        found = period_of(statement)
        if found is None or statement.has(Cue.METHOD):
            return found
        return None if _IN_A_ROW.search(statement.text, found.start, found.end) else found


def _may_set_hours(statement: Statement) -> bool:
    """Tell whether a statement names hours, by a listed phrase or as a sentence or label may."""
    if statement.has(Cue.HOURS):
        return True
    start, end = statement.span.start, statement.span.end
    if statement.has(Cue.RESPONSE, Cue.RESOLUTION):
        said = statement.text[start:end].lower()
        return any(word in said for word in _OF_HOURS)
    if statement.text.find(":", start, min(end, start + _LONGEST_LABEL)) < 0:
        return False
    return _HOURS_LABEL.match(statement.text, start, end) is not None


def _speaks_of(times: re.Pattern[str], statement: Statement, hours: Span) -> bool:
    """Tell "all times are in business hours" from "support hours: 9 to 5"."""
    text, start = statement.text, statement.span.start
    labelled = _HOURS_LABEL.match(text, start, statement.span.end)
    return labelled is None and times.search(text, start, hours.start) is not None


def _is_formula(statement: Statement) -> bool:
    """Tell "Uptime = (total minutes in the month - downtime) / total minutes in the month"."""
    return (
        statement.has(Cue.AVAILABILITY)
        and statement.text.find(" = ", statement.span.start, statement.span.end) >= 0
    )
