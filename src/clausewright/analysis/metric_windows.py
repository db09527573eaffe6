"""Over which period a metric is measured, or in which hours its clock runs.

Decided in this order: the statement or table cell, the unit itself ("business hours"), the rest of
the table row, the header over the column, the lead-in of the list or table, sentences of the
section that speak of the same times, and, for availability, the sentences that say how
availability is reckoned. A period somewhere else in the document is no window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Dimension
from clausewright.model.span import Span

_OF_SOMETHING_ELSE = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:fees?|charges?|bill|billing|invoices?|payments?|subscription|reports?|"
    r"meetings?|reviews?|credits?|amounts?|price|rent|allotment|quota|plan)\b",
    re.IGNORECASE,
)
_BESIDE_HOURS = re.compile(
    r"(?:\bnon[- ]|\boutside(?: of)?(?: the| our| normal)? |\bafter |\bbeyond )$", re.IGNORECASE
)
_NAMED_ONLY = re.compile(r"\s(?:are|is|will be|shall be|means?|may|can|ends?)\b", re.IGNORECASE)
_EXACT = re.compile(r"(?!the |a |in |one )\S+ \S|(?:in )?(?:a|the|one|single) (?:calendar|billing|given)", re.IGNORECASE)
_PER_DAY = re.compile(r"(?:per|each|every|a) (?:day|week)", re.IGNORECASE)
_FOR_ALL_TIMES = re.compile(
    r"\b(?:all|any|these|the above|stated|listed|such|the)\b[^.]{0,30}\b(?:times?|hours|days|"
    r"periods|targets|clocks?)\b[^.]{0,40}\b(?:refer|measured|counted|calculated|reckoned|runs?|"
    r"appl(?:y|ies)|based|expressed|are in|means?)\b",
    re.IGNORECASE,
)
_DAY = r"(?:m|mon|tue|tues|wed|thu|thur|thurs|f|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?"
_WEEKDAYS = re.compile(
    rf"\b{_DAY}\b\.?\s{{0,2}}(?:-|\u2013|\u2014|to|through|thru|until)\s{{0,2}}{_DAY}\b",
    re.IGNORECASE,
)
_WINDOW_LABEL = re.compile(
    r"[\s*_-]{0,4}(?:measurement|measuring|evaluation|calculation|reporting)?\s?"
    r"(?:window|period|interval|measured|measurement|measured over)[\s*_]{0,3}:[\s*_]{0,4}",
    re.IGNORECASE,
)
_HOURS_LABEL = re.compile(
    r"[^:]{0,40}\b(?:hours?|coverage|availability|times?)\b[^:]{0,20}:", re.IGNORECASE
)
_SAME_WINDOW: Final = 26  # characters between the days and the times of one window
_TIMED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})
_PEOPLE: Final = frozenset({"response time", "resolution time", "update interval"})
_IN_OWN_WORDS: Final = frozenset({"notice", "maintenance limit", "rto", "rpo"})


class Windows:
    """Finds the window of each commitment of one document."""

    def __init__(
        self, document: Document, statements: Sequence[Statement], contexts: Sequence[Context]
    ) -> None:
        self._document = document
        self._contexts = {id(one): at for one, at in zip(statements, contexts, strict=True)}
        self._cells = {one.block.index: one for one in statements if one.block.cell is not None}
        self._labelled = [
            one
            for one in statements
            if one.has(Cue.PERIOD, Cue.HOURS)
            and one.block.cell is None
            and _WINDOW_LABEL.match(document.text, one.span.start, one.span.end)
        ]
        self._by_hours = [
            one
            for one in statements
            if one.has(Cue.HOURS) and not any(part.dimension in _TIMED for part in one.quantities)
        ]
        self._by_period = [
            one for one in statements if one.has(Cue.AVAILABILITY) and one.has(Cue.PERIOD)
        ]

    def window_of(self, candidate: Candidate) -> Span | None:
        """Give the words of the window, or None where the document gives none."""
        if candidate.name in _IN_OWN_WORDS:
            return self._of_unit(candidate) or self._right_after(candidate)
        found = (
            self._in_statement(candidate, candidate.statement)
            or self._of_unit(candidate)
            or self._of_row(candidate)
            or self._of_label(candidate)
        )
        if found is not None:
            return found
        context = self._contexts.get(id(candidate.statement))
        for above in (*context.leads, *context.titles[:1]) if context else ():
            found = self._in_statement(candidate, above)
            if found is not None:
                return found
        if candidate.name in _PEOPLE:
            return self._hours_of_section(candidate)
        return self._period_of_availability() if candidate.name == "availability" else None

    def _of_unit(self, candidate: Candidate) -> Span | None:
        quantity = candidate.quantity
        if quantity is None or not quantity.business:
            return None
        folded = self._document.text[quantity.span.start : quantity.span.end].lower()
        at = folded.rfind(quantity.unit)
        if at < 0:
            return quantity.span
        return Span(quantity.span.start + at, quantity.span.start + at + len(quantity.unit))

    def _right_after(self, candidate: Candidate) -> Span | None:
        """Give "per month" after a limit of hours; a notice is not measured over anything."""
        quantity = candidate.quantity
        if quantity is None or candidate.name != "maintenance limit":
            return None
        for place in candidate.statement.places(Cue.PERIOD):
            if 0 <= place.start - quantity.span.end <= _SAME_WINDOW:
                return place
        return None

    def _of_label(self, candidate: Candidate) -> Span | None:
        """Give what stands after "Measurement period:" in the lines around a target."""
        section = self._document.section_of(candidate.statement.block)
        beside = [
            one for one in self._labelled if self._document.section_of(one.block) is section
        ]
        if not beside:
            return None
        nearest = min(beside, key=lambda one: abs(one.span.start - candidate.span.start))
        label = _WINDOW_LABEL.match(self._document.text, nearest.span.start, nearest.span.end)
        return Span(label.end(), nearest.span.end) if label else None

    def _of_row(self, candidate: Candidate) -> Span | None:
        text = self._document.text
        for kind, span in candidate.row:
            statement = self._cells.get(self._document.block_at(span.start).index)
            if kind == Column.UNKNOWN:
                days = _WEEKDAYS.search(text, span.start, span.end)
                if days and candidate.name in _PEOPLE:
                    return Span(*days.span())
            elif statement and kind in {Column.WINDOW, Column.HOURS}:
                timed = any(part.dimension in _TIMED for part in statement.quantities)
                if not timed or statement.has(Cue.PERIOD, Cue.HOURS):
                    return span
            elif statement and kind == Column.METHOD and statement.has(Cue.PERIOD):
                return self._in_statement(candidate, statement) or statement.places(Cue.PERIOD)[0]
        return None

    def _in_statement(self, candidate: Candidate, statement: Statement) -> Span | None:
        own = statement is candidate.statement
        if candidate.name in _PEOPLE:
            return self._hours(statement, own=own)
        period = self._period(statement)
        if period is None and own and candidate.name == "availability":
            return self._hours(statement, own=True)
        return period

    def _hours(self, statement: Statement, *, own: bool) -> Span | None:
        """Give hours and days that stand together ("Monday to Friday, 9am-6pm")."""
        return _together(sorted(self._hours_places(statement, own=own)))

    def _hours_places(self, statement: Statement, *, own: bool) -> Iterator[Span]:
        text = self._document.text
        counted = [one.span for one in statement.quantities if one.business]
        for place in statement.places(Cue.HOURS):
            if any(span.overlaps(place) for span in counted):
                continue
            if _BESIDE_HOURS.search(text, max(0, place.start - 20), place.start):
                continue
            if own or not _NAMED_ONLY.match(text, place.end):
                yield place
        for match in _WEEKDAYS.finditer(text, statement.span.start, statement.span.end):
            yield Span(*match.span())
        if own:
            return
        for quantity in statement.quantities:
            if quantity.dimension is Dimension.TIME_OF_DAY and quantity.high is not None:
                yield quantity.span

    def _period(self, statement: Statement) -> Span | None:
        text = self._document.text
        places = [
            place
            for place in statement.places(Cue.PERIOD)
            if not _OF_SOMETHING_ELSE.match(text, place.end)
            and not _PER_DAY.fullmatch(text, place.start, place.end)
        ]
        exact = [place for place in places if _EXACT.match(text, place.start, place.end)]
        return _together(exact or places, 0)

    def _hours_of_section(self, candidate: Candidate) -> Span | None:
        """Find the sentence that says in which hours the clock runs, near or for all times."""
        section = self._document.section_of(candidate.statement.block)
        for statement in self._by_hours:
            if statement is candidate.statement:
                continue
            near = self._document.section_of(statement.block)
            spoken = statement.has(Cue.RESPONSE, Cue.RESOLUTION)
            here = near is section
            beside = (
                near is not None
                and section is not None
                and section.parent is not None
                and section.parent in {near.index, near.parent}
            )
            said = self._document.text_of(statement.span)
            if (
                (spoken and (here or beside))
                or (here and _HOURS_LABEL.match(said) and statement.block.kind in _LABELLED)
                or _FOR_ALL_TIMES.search(said)
            ):
                found = self._hours(statement, own=False)
                if found is not None:
                    return found
        return None

    def _period_of_availability(self) -> Span | None:
        for statement in self._by_period:
            found = self._period(statement)
            if found is not None:
                return found
        return None


_LABELLED: Final = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})


def _together(places: Sequence[Span], gap: int = _SAME_WINDOW) -> Span | None:
    """Join the first place with those that follow it closely."""
    if not places:
        return None
    first = places[0]
    for place in places[1:]:
        if place.start - first.end <= gap:
            first = Span(min(first.start, place.start), max(first.end, place.end))
    return first
