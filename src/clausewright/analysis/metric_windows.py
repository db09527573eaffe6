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
from functools import cached_property
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_window_clauses import LevelClauses, speaks_of_all_times
from clausewright.analysis.metric_window_places import (
    NOTHING_COUNTED,
    SAME_WINDOW,
    WEEKDAYS,
    hours_of,
    hours_places,
    period_of,
    period_places,
)
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column, column_of
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

_COUNTED = regex(
    r"\b(?:counted|measured|calculated|reckoned|running|runs?)\s(?:(?:in|during|within|over|on)\s)?"
    r"(?:the\s|its\s|our\s)?$",
    re.IGNORECASE,
)
_LOOSE = regex(r"(?:the|a|one|in) (?:week|month|quarter|year)", re.IGNORECASE)
_TOTAL = regex(r"\b(?:minutes|hours|seconds|time)\s(?:in|of|during|for|within)\s$", re.IGNORECASE)
_MEASURED = regex(r"measur|evaluat|calculat|assess|window|frequency", re.IGNORECASE)
_ALL_DAY = regex(r"(?:24|twenty[- ]four)[ -]?(?:h|hrs?|hours?)", re.IGNORECASE)
_WINDOW_LABEL = regex(
    r"[\s*_-]{0,4}(?:measurement|measuring|evaluation|calculation|reporting)?\s?"
    r"(?:window|period|interval|measured|measurement|measured over)[\s*_]{0,3}:[\s*_]{0,4}",
    re.IGNORECASE,
)
_HOURS_LABEL = regex(
    r"[^:]{0,40}\b(?:hours?|coverage|availability|times?)\b[^:]{0,20}:", re.IGNORECASE
)
_TIMED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})
_PEOPLE: Final = frozenset({"response time", "resolution time", "update interval"})
_MAY_NAME_PERIOD: Final = frozenset({Column.METHOD, Column.FREQUENCY})
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
        self._in_table = {
            (one.block.cell.table, one.block.cell.row, one.block.cell.column): one
            for one in reversed(statements)
            if one.block.cell is not None
        }
        self._rows_of_windows = self._rows_by_table()
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
        self._for_all = [one for one in by_hours if speaks_of_all_times(one)]
        self._clauses = LevelClauses(document, statements)
        self._children: dict[int | None, list[int]] = {}
        for section in document.sections:
            self._children.setdefault(section.parent, []).append(section.index)
        self._hours_found: dict[int | None, Span | None] = {}
        self._hours_below: dict[int, Span | None] = {}
        self._availability = self._period_of_availability(
            one for one in statements if one.has(Cue.AVAILABILITY)
        )

    def _by_section(self, statements: Iterable[Statement]) -> dict[int | None, list[Statement]]:
        found: dict[int | None, list[Statement]] = {}
        for one in statements:
            section = self._document.section_of(one.block)
            found.setdefault(section.index if section else None, []).append(one)
        return found

    def _rows_by_table(self) -> dict[int, list[tuple[int, Column]]]:
        """Give the rows of each table whose first cell says that hours or periods follow."""
        found: dict[int, list[tuple[int, Column]]] = {}
        for (table, row, column), one in self._in_table.items():
            text = self._document.text_of(one.block.span)
            kind = column_of(text) if column == 0 else None
            if kind is Column.HOURS or (kind is Column.WINDOW and _MEASURED.search(text)):
                found.setdefault(table, []).append((row, kind))
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
            or self._of_column(candidate)
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
        if candidate.name == "availability" and self._availability is not None:
            return self._availability
        return self._clauses.period_for(candidate.statement)

    def _of_unit(self, candidate: Candidate) -> Span | None:
        quantity = candidate.quantity
        if quantity is None or not quantity.business:
            return None
        folded = self._document.text[quantity.span.start : quantity.span.end].lower()
        at = folded.rfind(quantity.unit.split()[0])
        if at < 0:  # the unit stands in the header of the column
            return None
        return Span(quantity.span.start + at, quantity.span.end)

    def _of_header(self, candidate: Candidate) -> Span | None:
        cell = candidate.statement.block.cell
        if cell is None:
            return None
        heads = (
            self._heads.get((cell.table, column)) for column in dict.fromkeys((cell.column, 0))
        )
        found = (self._in_statement(candidate, head) for head in heads if head is not None)
        return next((one for one in found if one is not None), None)

    def _of_column(self, candidate: Candidate) -> Span | None:
        """Give what a row of hours or periods says in the column of a target: plans, classes."""
        cell = candidate.statement.block.cell
        if cell is None:
            return None
        for row, kind in self._rows_of_windows.get(cell.table, ()):
            there = self._in_table.get((cell.table, row, cell.column))
            if row == cell.row or there is None:
                continue
            if kind is Column.HOURS and candidate.name not in _PEOPLE:
                continue
            if _is_window(there, kind):
                return there.span
        return None

    def _counted_in(self, candidate: Candidate) -> Span | None:
        """Give the hours that a statement itself counts in: "..., counted 24x7"."""
        statement = candidate.statement
        for place in sorted(hours_places(statement, own=True)):
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
        for place in period_places(statement):
            if 0 <= place.start - quantity.span.end <= SAME_WINDOW:
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
                days = WEEKDAYS.search(text, span.start, span.end)
                if days and candidate.name in _PEOPLE:
                    return Span(*days.span())
            elif statement and kind in {Column.WINDOW, Column.HOURS}:
                if _is_window(statement, kind):
                    return span
            elif statement and kind in _MAY_NAME_PERIOD and statement.has(Cue.PERIOD):
                return self._in_statement(candidate, statement) or statement.places(Cue.PERIOD)[0]
        return None

    def _in_statement(self, candidate: Candidate, statement: Statement) -> Span | None:
        own = statement is candidate.statement
        quantity = candidate.quantity
        counted = quantity.span if quantity else NOTHING_COUNTED
        timed = quantity is not None and quantity.dimension is Dimension.DURATION
        if candidate.name in _PEOPLE or (candidate.name == "other" and timed):
            hours = hours_of(statement, own=own)
            if hours is not None or (timed and candidate.share is None):
                return hours
            return period_of(statement, counted)
        period = period_of(statement, counted)
        if period is None and own and candidate.name == "availability":
            return hours_of(statement, own=True)
        return period

    def _hours_of_section(self, candidate: Candidate) -> Span | None:
        """Find the sentence that says in which hours the clock runs, near or for all times."""
        section = self._document.section_of(candidate.statement.block)
        index = section.index if section else None
        if index not in self._hours_found:
            parent = section.parent if section else None
            self._hours_found[index] = (
                _first_hours(self._in_section(index))
                or (None if parent is None else self._hours_around(parent))
                or self._hours_for_all
            )
        return self._hours_found[index]

    def _hours_around(self, parent: int) -> Span | None:
        """Give the hours that a section and the sections under it name."""
        if parent not in self._hours_below:
            self._hours_below[parent] = _first_hours(self._in_and_under(parent))
        return self._hours_below[parent]

    @cached_property
    def _hours_for_all(self) -> Span | None:
        return _first_hours(self._for_all)

    def _in_section(self, index: int | None) -> Iterator[Statement]:
        """Give the sentences of a section that set the hours of its times."""
        for statement in self._by_hours.get(index, ()):
            if statement.binds_customer:
                continue
            labelled = statement.block.kind in _LABELLED and _HOURS_LABEL.match(
                self._document.text, statement.span.start, statement.span.end
            )
            if labelled or statement.has(Cue.RESPONSE, Cue.RESOLUTION, Cue.REQUEST):
                yield statement

    def _in_and_under(self, parent: int) -> Iterator[Statement]:
        """Give the sentences on hours and times of a section and of those under it."""
        for index in (parent, *self._children.get(parent, ())):
            for statement in self._by_hours.get(index, ()):
                if statement.has(Cue.RESPONSE, Cue.RESOLUTION):
                    yield statement

    def _period_of_availability(self, statements: Iterable[Statement]) -> Span | None:
        text = self._document.text
        for statement in statements:
            found = period_of(statement)
            if found is None:
                continue
            low = max(statement.span.start, found.start - 20)
            if not _LOOSE.match(text, found.start, found.end) or _TOTAL.search(
                text, low, found.start
            ):
                return found
        return None


def _first_hours(statements: Iterable[Statement]) -> Span | None:
    """Give the first hours that sentences name."""
    found = (hours_of(statement, own=False) for statement in statements)
    return next((hours for hours in found if hours is not None), None)


def _is_window(statement: Statement, kind: str) -> bool:
    """Tell a cell that gives hours or a period from one that gives another target."""
    if statement.has(Cue.PERIOD, Cue.HOURS):
        return True
    if _ALL_DAY.fullmatch(statement.text, statement.span.start, statement.span.end):
        return kind == Column.HOURS
    if any(one.dimension is Dimension.TIME_OF_DAY for one in statement.quantities):
        return True
    timed = any(one.dimension in _TIMED for one in statement.quantities)
    return kind == Column.WINDOW and not timed


_LABELLED: Final = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})
