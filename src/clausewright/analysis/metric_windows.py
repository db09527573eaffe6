"""Over which period a metric is measured, or in which hours its clock runs.

Decided in this order: the statement or table cell, the unit itself ("business hours"), the rest of
the table row, the header over the column, a label beside it, the lead-in of the list or table, and
sentences that bind the clock of such times or say how such levels are reckoned. A commitment
without a number has the window of its own statement only: nothing else is measured. A period
somewhere else in the document is no window.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_window_clauses import StandingClauses
from clausewright.analysis.metric_window_forms import hours_in, periods_in
from clausewright.analysis.metric_window_places import (
    NOTHING_COUNTED,
    SAME_WINDOW,
    hours_beside,
    hours_of,
    hours_places,
    period_of,
    period_places,
)
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column
from clausewright.model.document import Document
from clausewright.model.facts import Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

_COUNTED = regex(
    r"\b(?:counted|measured|calculated|running|runs?)\s(?:(?:in|during|within|over|on)\s)?"
    r"(?:the\s|its\s|our\s)?$",
    re.IGNORECASE,
)
_ALL_DAY = regex(r"(?:24|twenty[- ]four)[ -]?(?:h|hrs?|hours?)", re.IGNORECASE)
_WINDOW_LABEL = regex(
    r"[\s*_-]{0,4}(?:(?P<of>measurement|measuring|evaluation|calculation)\s|reporting\s)?"
    r"(?:(?P<what>window|period|interval)|measured|measurement|measured over)"
    r"[\s*_]{0,3}:[\s*_]{0,4}",
    re.IGNORECASE,
)
_PER_PERIOD = regex(r"/\s?(?P<of>week|month|mo|quarter|year)\b", re.IGNORECASE)
_PER_EVENT = regex(r"(?:per|each|every)(?:\s[a-z-]+){1,3}", re.IGNORECASE)
_TIMED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})
_PEOPLE: Final = frozenset({"response time", "resolution time", "update interval"})
_MARKS: Final = " *_`"
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
        self._labelled: dict[int | None, list[Statement]] = {}
        for one in statements:
            if one.block.cell is None and _labels_window(one):
                self._labelled.setdefault(document.section_index(one.block), []).append(one)
        self._clauses = StandingClauses(document, statements)

    def window_of(self, candidate: Candidate) -> Span | None:
        """Give the words of the window, or None where the document gives none."""
        if candidate.name in _IN_OWN_WORDS:
            return (
                self._of_unit(candidate)
                or _counted_in(candidate.statement)
                or _right_after(candidate)
            )
        found = (
            self._in_statement(candidate, candidate.statement)
            or self._of_unit(candidate)
            or self._of_row(candidate)
            or self._of_header(candidate)
            or self._of_label(candidate)
        )
        if found is not None or candidate.vague:
            return found
        context = self._contexts.get(id(candidate.statement))
        for above in (*context.leads, *context.titles[:1]) if context else ():
            found = self._in_statement(candidate, above)
            if found is not None:
                return found
        if candidate.name in _PEOPLE or _is_time(candidate):
            return self._clauses.hours_for(candidate)
        return self._clauses.period_for(candidate.name)

    def _of_unit(self, candidate: Candidate) -> Span | None:
        quantity = candidate.quantity
        if quantity is None:
            return None
        if not quantity.business:
            per = _PER_PERIOD.search(self._document.text, quantity.span.start, quantity.span.end)
            return Span(*per.span("of")) if per else None
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

    def _of_label(self, candidate: Candidate) -> Span | None:
        """Give what stands after "Measurement period:" in the lines around a target."""
        beside = self._labelled.get(self._document.section_index(candidate.statement.block), [])
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
            if statement is None:
                continue
            if kind == Column.UNKNOWN and candidate.name in _PEOPLE:
                hours = hours_of(statement, own=True)
                if hours is not None and len(hours) >= len(
                    text[span.start : span.end].strip(_MARKS)
                ):
                    return hours  # a cell of nothing but hours
            elif kind in {Column.WINDOW, Column.HOURS}:
                if _is_window(statement, kind):
                    return span
            elif kind in _MAY_NAME_PERIOD:
                found = period_of(statement)
                if found is not None:
                    return found
                if _PER_EVENT.fullmatch(text[span.start : span.end].strip(_MARKS)):
                    return span
        return None

    def _in_statement(self, candidate: Candidate, statement: Statement) -> Span | None:
        own = statement is candidate.statement
        quantity = candidate.quantity
        counted = quantity.span if quantity else NOTHING_COUNTED
        timed = quantity is not None and quantity.dimension is Dimension.DURATION
        if candidate.name in _PEOPLE or _is_time(candidate):
            hours = hours_beside(statement, counted) if own else hours_of(statement, own=False)
            if hours is not None or (timed and candidate.share is None):
                return hours
            return period_of(statement, counted)
        period = period_of(statement, counted)
        if period is None and own and candidate.name == "availability":
            return hours_of(statement, own=True)
        return period


def _counted_in(statement: Statement) -> Span | None:
    """Give the hours that a statement itself counts in: "..., counted 24x7"."""
    for place in sorted(hours_places(statement, own=True)):
        low = max(statement.span.start, place.start - 40)
        if _COUNTED.search(statement.text, low, place.start):
            return place
    return None


def _right_after(candidate: Candidate) -> Span | None:
    """Give "per month" after a limit of hours; a notice is not measured over anything."""
    quantity = candidate.quantity
    if quantity is None or candidate.name != "maintenance limit":
        return None
    for place in period_places(candidate.statement):
        if 0 <= place.start - quantity.span.end <= SAME_WINDOW:
            return place
    return None


def _is_time(candidate: Candidate) -> bool:
    """Tell a time without a name of its own from a share or a count."""
    quantity = candidate.quantity
    return (
        candidate.name == "other"
        and quantity is not None
        and quantity.dimension is Dimension.DURATION
    )


def _labels_window(statement: Statement) -> bool:
    """Tell "Measurement period: calendar month" from "Measurement: by a probe"."""
    label = _WINDOW_LABEL.match(statement.text, statement.span.start, statement.span.end)
    if label is None:
        return False
    return bool(label["of"] and label["what"]) or _gives_one(statement)


def _gives_one(statement: Statement) -> bool:
    """Tell whether a statement gives hours or a period by a listed phrase or by its form."""
    if statement.has(Cue.PERIOD, Cue.HOURS):
        return True
    forms = (hours_in, periods_in)
    return any(any(form(statement.text, statement.span)) for form in forms)


def _is_window(statement: Statement, kind: str) -> bool:
    """Tell a cell that gives hours or a period from one that gives another target."""
    if _gives_one(statement):
        return True
    if _ALL_DAY.fullmatch(statement.text, statement.span.start, statement.span.end):
        return kind == Column.HOURS
    if any(one.dimension is Dimension.TIME_OF_DAY for one in statement.quantities):
        return True
    timed = any(one.dimension in _TIMED for one in statement.quantities)
    return kind == Column.WINDOW and not timed
