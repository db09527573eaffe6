"""Over which period a metric is measured, or in which hours its clock runs.

Decided in this order: the unit itself ("business hours"), the statement or the table row, the
header over the column, the lead-in of the list or table, the section, and, for availability, the
sentences that say how availability is reckoned. Never the document at large.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    r"meetings?|reviews?|credits?|service fees?|amounts?|price|rent|allotment|quota|plan|basis fee)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = frozenset({"response time", "resolution time", "update interval"})
_BY_PERIOD: Final = frozenset({"availability", "error rate", "throughput", "other", "latency"})


class Windows:
    """Finds the window of each commitment of one document."""

    def __init__(
        self, document: Document, statements: Sequence[Statement], contexts: Sequence[Context]
    ) -> None:
        self._document = document
        self._statements = statements
        self._contexts = {
            id(one): context for one, context in zip(statements, contexts, strict=True)
        }
        self._cells = {one.block.index: one for one in statements if one.block.cell is not None}

    def window_of(self, candidate: Candidate) -> Span | None:
        """Give the words of the window, or None where the document gives none."""
        own = self._of_unit(candidate) or self._of_row(candidate)
        if own is not None:
            return own
        found = self._in_statement(candidate, candidate.statement)
        if found is not None:
            return found
        context = self._contexts.get(id(candidate.statement))
        if context is None or candidate.name in {"notice", "maintenance limit", "rto", "rpo"}:
            return None
        for above in (*context.leads, *context.titles[:1]):
            found = self._in_statement(candidate, above)
            if found is not None:
                return found
        if candidate.name in _PEOPLE:
            return self._hours_of_section(candidate)
        return self._period_of_availability(candidate) if candidate.name == "availability" else None

    def _of_unit(self, candidate: Candidate) -> Span | None:
        quantity = candidate.quantity
        if quantity is None or not quantity.business or quantity.number_span is None:
            return None
        folded = self._document.text[quantity.span.start : quantity.span.end].lower()
        at = folded.rfind(quantity.unit)
        if at < 0:
            return quantity.span
        return Span(quantity.span.start + at, quantity.span.start + at + len(quantity.unit))

    def _of_row(self, candidate: Candidate) -> Span | None:
        for kind, span in candidate.row:
            if kind in {Column.WINDOW, Column.HOURS}:
                return span
            statement = self._cells.get(self._document.block_at(span.start).index)
            if statement and kind == Column.METHOD:
                found = self._in_statement(candidate, statement)
                if found is not None or statement.has(Cue.PERIOD):
                    return found or statement.places(Cue.PERIOD)[0]
        return None

    def _in_statement(self, candidate: Candidate, statement: Statement) -> Span | None:
        if candidate.name in _PEOPLE:
            return self._hours(statement)
        period = self._period(statement)
        if period is not None:
            return period
        if statement is candidate.statement and candidate.name == "availability":
            return self._hours(statement)
        return None

    def _hours(self, statement: Statement) -> Span | None:
        places = [
            place
            for place in statement.places(Cue.HOURS)
            if not any(one.span.overlaps(place) for one in statement.quantities if one.business)
        ]
        return _longest_from_first(places)

    def _period(self, statement: Statement) -> Span | None:
        text = self._document.text
        places = [
            place
            for place in statement.places(Cue.PERIOD)
            if not _OF_SOMETHING_ELSE.match(text, place.end)
        ]
        return _longest_from_first(places)

    def _hours_of_section(self, candidate: Candidate) -> Span | None:
        section = self._document.section_of(candidate.statement.block)
        if section is None:
            return None
        for statement in self._statements:
            own = self._document.section_of(statement.block)
            if own is None or own.index not in {section.index, section.parent}:
                continue
            if statement.quantities or not statement.has(Cue.HOURS):
                continue
            if statement.has(Cue.RESPONSE, Cue.RESOLUTION):
                return self._hours(statement)
        return None

    def _period_of_availability(self, candidate: Candidate) -> Span | None:
        for statement in self._statements:
            if statement.has(Cue.AVAILABILITY) and statement.has(Cue.PERIOD):
                found = self._period(statement)
                if found is not None:
                    return found
        return None


def _longest_from_first(places: Sequence[Span]) -> Span | None:
    """Join the first place with those that overlap it ("each billing cycle")."""
    if not places:
        return None
    first = places[0]
    for place in places[1:]:
        if place.overlaps(first):
            first = Span(min(first.start, place.start), max(first.end, place.end))
    return first
