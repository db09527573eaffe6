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
_BESIDE_HOURS = re.compile(
    r"(?:\bnon[- ]|\boutside(?: of)?(?: the| our| normal)? |\bafter |\bbeyond )$", re.IGNORECASE
)
_PER_DAY = re.compile(r"(?:per|each|every|a) (?:day|week)", re.IGNORECASE)
_FOR_ALL_TIMES = re.compile(
    r"\b(?:all|any|these|the above|stated|listed|such|the)\b[^.]{0,30}\b(?:times?|hours|days|"
    r"periods|targets|clocks?)\b[^.]{0,40}\b(?:refer|measured|counted|calculated|reckoned|runs?|"
    r"appl(?:y|ies)|based|expressed|are in|means?)\b",
    re.IGNORECASE,
)
_TIMED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})
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
        self._by_hours = [
            one
            for one in statements
            if one.has(Cue.HOURS) and not any(part.dimension in _TIMED for part in one.quantities)
        ]
        self._by_period = [
            one for one in statements if one.has(Cue.AVAILABILITY) and one.has(Cue.PERIOD)
        ]
        self._cells = {one.block.index: one for one in statements if one.block.cell is not None}

    def window_of(self, candidate: Candidate) -> Span | None:
        """Give the words of the window, or None where the document gives none."""
        found = (
            self._in_statement(candidate, candidate.statement)
            or self._of_unit(candidate)
            or self._of_row(candidate)
        )
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
        return self._period_of_availability() if candidate.name == "availability" else None

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
            statement = self._cells.get(self._document.block_at(span.start).index)
            if statement is None:
                continue
            if kind in {Column.WINDOW, Column.HOURS}:
                timed = any(part.dimension in _TIMED for part in statement.quantities)
                if not timed or statement.has(Cue.PERIOD, Cue.HOURS):
                    return span
            elif kind == Column.METHOD:
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
        text = self._document.text
        places = [
            place
            for place in statement.places(Cue.HOURS)
            if not any(one.span.overlaps(place) for one in statement.quantities if one.business)
            and not _BESIDE_HOURS.search(text, max(0, place.start - 16), place.start)
        ]
        return _joined(places)

    def _period(self, statement: Statement) -> Span | None:
        text = self._document.text
        places = [
            place
            for place in statement.places(Cue.PERIOD)
            if not _OF_SOMETHING_ELSE.match(text, place.end)
            and not _PER_DAY.fullmatch(text, place.start, place.end)
        ]
        exact = [place for place in places if " " in text[place.start : place.end]]
        return _joined(exact or places)

    def _hours_of_section(self, candidate: Candidate) -> Span | None:
        """Find the sentence that says in which hours the clock runs, near or for all times."""
        section = self._document.section_of(candidate.statement.block)
        for statement in self._by_hours:
            own = self._document.section_of(statement.block)
            here = own is section
            beside = (
                own is not None
                and section is not None
                and section.parent is not None
                and section.parent in {own.index, own.parent}
            )
            general = _FOR_ALL_TIMES.search(self._document.text_of(statement.span))
            if (
                general
                or (here and statement.has(Cue.RESPONSE, Cue.RESOLUTION, Cue.REQUEST))
                or (beside and statement.has(Cue.RESPONSE, Cue.RESOLUTION))
            ):
                found = self._hours(statement)
                if found is not None:
                    return found
        return None

    def _period_of_availability(self) -> Span | None:
        for statement in self._by_period:
            found = self._period(statement)
            if found is not None:
                return found
        return None


def _joined(places: Sequence[Span]) -> Span | None:
    """Join the first place with those that overlap it ("each" + "billing cycle")."""
    if not places:
        return None
    first = places[0]
    for place in places[1:]:
        if place.overlaps(first):
            first = Span(min(first.start, place.start), max(first.end, place.end))
    return first
