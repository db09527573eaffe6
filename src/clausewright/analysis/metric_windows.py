"""Over which period a metric is measured, or in which hours its clock runs.

Decided in this order: the statement or table cell, the unit itself ("business hours"), the rest of
the table row, the header over the column, the lead-in of the list or table, sentences of the
section that speak of the same times, and, for availability, the sentences that say how
availability is reckoned. A period somewhere else in the document is no window.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_window_forms import hours_in, periods_in
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column
from clausewright.model.document import BlockKind, Document, Section
from clausewright.model.facts import Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

_OF_SOMETHING_ELSE = regex(
    r"\s(?:[\w-]+\s){0,2}?(?:fees?|charges?|bill|billing|invoices?|payments?|subscription|reports?|"
    r"meetings?|reviews?|credits?|amounts?|price|rent|allotment|quota|plan)\b",
    re.IGNORECASE,
)
_BESIDE_HOURS = regex(
    r"(?:\bnon[- ]|\boutside(?: of)?(?: the| our| normal)? |\bafter |\bbeyond )$", re.IGNORECASE
)
_COUNTED = regex(
    r"\b(?:counted|measured|calculated|reckoned|running|runs?)\s(?:(?:in|during|within|over|on)\s)?"
    r"(?:the\s|its\s|our\s)?$",
    re.IGNORECASE,
)
_NAMED_ONLY = regex(
    r"\s(?:are|is|will be|shall be|means?|may|can|ends?)\b|[*_]{0,2}\s?:", re.IGNORECASE
)
_EXACT = regex(
    r"(?!the |a |in |one )\S+ \S|(?:in )?(?:a|the|one|single) (?:calendar|billing|given)",
    re.IGNORECASE,
)
_LOOSE = regex(r"(?:the|a|one|in) (?:week|month|quarter|year)", re.IGNORECASE)
_PER_DAY = regex(r"(?:per|each|every|a) (?:day|week)", re.IGNORECASE)
_FOR_ALL_TIMES = regex(
    r"\b(?:all|any|these|the above|stated|listed|such|the)\b[^.]{0,30}\b(?:times?|hours|days|"
    r"periods|targets|clocks?)\b[^.]{0,40}\b(?:refer|measured|counted|calculated|reckoned|runs?|"
    r"appl(?:y|ies)|based|expressed|are in|means?)\b",
    re.IGNORECASE,
)
_DAY = r"(?:m|mon|tue|tues|wed|thu|thur|thurs|f|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?"
_WEEKDAYS = regex(
    rf"\b{_DAY}\b\.?\s{{0,2}}(?:-|\u2013|\u2014|to|through|thru|until)\s{{0,2}}{_DAY}\b",
    re.IGNORECASE,
)
_WINDOW_LABEL = regex(
    r"[\s*_-]{0,4}(?:measurement|measuring|evaluation|calculation|reporting)?\s?"
    r"(?:window|period|interval|measured|measurement|measured over)[\s*_]{0,3}:[\s*_]{0,4}",
    re.IGNORECASE,
)
_HOURS_LABEL = regex(
    r"[^:]{0,40}\b(?:hours?|coverage|availability|times?)\b[^:]{0,20}:", re.IGNORECASE
)
_NOTHING_COUNTED: Final = Span(0, 0)
_MOST_SIBLINGS: Final = 200  # sections beside one that are looked at for its hours
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
        self._heads = {
            (one.block.cell.table, one.block.cell.column): one
            for one in statements
            if one.block.cell is not None and one.block.cell.row == 0
        }
        self._labelled = self._by_section(
            one
            for one in statements
            if one.has(Cue.PERIOD, Cue.HOURS)
            and one.block.cell is None
            and _WINDOW_LABEL.match(document.text, one.span.start, one.span.end)
        )
        by_hours = [
            one
            for one in statements
            if one.has(Cue.HOURS) and not any(part.dimension in _TIMED for part in one.quantities)
        ]
        self._by_hours = self._by_section(by_hours)
        self._for_all = [
            one for one in by_hours if _FOR_ALL_TIMES.search(document.text_of(one.span))
        ]
        self._children: dict[int | None, list[int]] = {}
        for section in document.sections:
            self._children.setdefault(section.parent, []).append(section.index)
        self._hours_found: dict[int | None, Span | None] = {}
        self._availability = self._period_of_availability(
            one for one in statements if one.has(Cue.AVAILABILITY)
        )

    def _by_section(self, statements: Iterable[Statement]) -> dict[int | None, list[Statement]]:
        found: dict[int | None, list[Statement]] = {}
        for one in statements:
            section = self._document.section_of(one.block)
            found.setdefault(section.index if section else None, []).append(one)
        return found

    def window_of(self, candidate: Candidate) -> Span | None:
        """Give the words of the window, or None where the document gives none."""
        if candidate.name in _IN_OWN_WORDS:
            return (
                self._of_unit(candidate)
                or self._counted_in(candidate)
                or self._right_after(candidate)
            )
        found = (
            self._in_statement(candidate, candidate.statement)
            or self._of_unit(candidate)
            or self._of_row(candidate)
            or self._of_header(candidate)
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
        return self._availability if candidate.name == "availability" else None

    def _of_unit(self, candidate: Candidate) -> Span | None:
        quantity = candidate.quantity
        if quantity is None or not quantity.business:
            return None
        folded = self._document.text[quantity.span.start : quantity.span.end].lower()
        at = folded.rfind(quantity.unit)
        if at < 0:
            return quantity.span
        return Span(quantity.span.start + at, quantity.span.start + at + len(quantity.unit))

    def _of_header(self, candidate: Candidate) -> Span | None:
        cell = candidate.statement.block.cell
        head = self._heads.get((cell.table, cell.column)) if cell else None
        return self._in_statement(candidate, head) if head else None

    def _counted_in(self, candidate: Candidate) -> Span | None:
        """Give the hours that a statement itself counts in: "..., counted 24x7"."""
        statement = candidate.statement
        for place in sorted(self._hours_places(statement, own=True)):
            if _COUNTED.search(
                statement.text, max(statement.span.start, place.start - 40), place.start
            ):
                return place
        return None

    def _right_after(self, candidate: Candidate) -> Span | None:
        """Give "per month" after a limit of hours; a notice is not measured over anything."""
        quantity = candidate.quantity
        if quantity is None or candidate.name != "maintenance limit":
            return None
        statement = candidate.statement
        places = (*statement.places(Cue.PERIOD), *periods_in(statement.text, statement.span))
        for place in places:
            if 0 <= place.start - quantity.span.end <= _SAME_WINDOW:
                return place
        return None

    def _of_label(self, candidate: Candidate) -> Span | None:
        """Give what stands after "Measurement period:" in the lines around a target."""
        section = self._document.section_of(candidate.statement.block)
        beside = self._labelled.get(section.index if section else None, [])
        if not beside:
            return None
        at = bisect_left(beside, candidate.span.start, key=lambda one: one.span.start)
        nearest = min(
            beside[max(0, at - 1) : at + 1],
            key=lambda one: abs(one.span.start - candidate.span.start),
        )
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
                if _is_window(statement, kind):
                    return span
            elif statement and kind == Column.METHOD and statement.has(Cue.PERIOD):
                return self._in_statement(candidate, statement) or statement.places(Cue.PERIOD)[0]
        return None

    def _in_statement(self, candidate: Candidate, statement: Statement) -> Span | None:
        own = statement is candidate.statement
        quantity = candidate.quantity
        counted = quantity.span if quantity else _NOTHING_COUNTED
        timed = quantity is not None and quantity.dimension is Dimension.DURATION
        if candidate.name in _PEOPLE or (candidate.name == "other" and timed):
            hours = self._hours(statement, own=own)
            if hours is not None or (timed and candidate.share is None):
                return hours
            return self._period(statement, counted)
        period = self._period(statement, counted)
        if period is None and own and candidate.name == "availability":
            return self._hours(statement, own=True)
        return period

    def _hours(self, statement: Statement, *, own: bool) -> Span | None:
        """Give hours and days that stand together ("Monday to Friday, 9am-6pm")."""
        return _together(sorted(self._hours_places(statement, own=own)))

    def _hours_places(self, statement: Statement, *, own: bool) -> Iterator[Span]:
        text = self._document.text
        counted = [one.span for one in statement.quantities if one.business]
        for place in (*statement.places(Cue.HOURS), *hours_in(text, statement.span)):
            if any(span.overlaps(place) for span in counted):
                continue
            if _BESIDE_HOURS.search(text, max(0, place.start - 20), place.start):
                continue
            if not _NAMED_ONLY.match(text, place.end, statement.span.end):
                yield place
        for match in _WEEKDAYS.finditer(text, statement.span.start, statement.span.end):
            yield Span(*match.span())
        if own and not statement.has(Cue.HOURS):
            return
        for quantity in statement.quantities:
            if quantity.dimension is Dimension.TIME_OF_DAY and quantity.high is not None:
                yield quantity.span

    def _period(self, statement: Statement, counted: Span = _NOTHING_COUNTED) -> Span | None:
        text = self._document.text
        places = [
            place
            for place in (statement.places(Cue.PERIOD) or tuple(periods_in(text, statement.span)))
            if not place.overlaps(counted)
            and not _OF_SOMETHING_ELSE.match(text, place.end, statement.span.end)
            and not _PER_DAY.fullmatch(text, place.start, place.end)
        ]
        exact = [place for place in places if _EXACT.match(text, place.start, place.end)]
        return _together(exact or places, 0)

    def _hours_of_section(self, candidate: Candidate) -> Span | None:
        """Find the sentence that says in which hours the clock runs, near or for all times."""
        section = self._document.section_of(candidate.statement.block)
        index = section.index if section else None
        if index not in self._hours_found:
            self._hours_found[index] = self._first_hours(section)
        return self._hours_found[index]

    def _first_hours(self, section: Section | None) -> Span | None:
        for statement in self._near(section):
            found = self._hours(statement, own=False)
            if found is not None:
                return found
        return None

    def _near(self, section: Section | None) -> Iterator[Statement]:
        """Give sentences on hours: of the section, of those beside it, and those on all times."""
        for statement in self._by_hours.get(section.index if section else None, ()):
            labelled = statement.block.kind in _LABELLED and _HOURS_LABEL.match(
                self._document.text, statement.span.start, statement.span.end
            )
            if labelled or statement.has(Cue.RESPONSE, Cue.RESOLUTION, Cue.REQUEST):
                yield statement
        parent = section.parent if section else None
        if parent is not None:
            for index in (parent, *self._children.get(parent, ())[:_MOST_SIBLINGS]):
                for statement in self._by_hours.get(index, ()):
                    if statement.has(Cue.RESPONSE, Cue.RESOLUTION):
                        yield statement
        yield from self._for_all

    def _period_of_availability(self, statements: Iterable[Statement]) -> Span | None:
        text = self._document.text
        for statement in statements:
            found = self._period(statement)
            if found is not None and not _LOOSE.match(text, found.start, found.end):
                return found
        return None


def _is_window(statement: Statement, kind: str) -> bool:
    """Tell a cell that gives hours or a period from one that gives another target."""
    if statement.has(Cue.PERIOD, Cue.HOURS):
        return True
    if any(one.dimension is Dimension.TIME_OF_DAY for one in statement.quantities):
        return True
    timed = any(one.dimension in _TIMED for one in statement.quantities)
    return kind == Column.WINDOW and not timed


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
