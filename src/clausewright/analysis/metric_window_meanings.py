"""What the words of a window mean: "business hours (Monday to Friday, 9am-5pm)".

A window is often a name: business days, the support hours, a Measurement Period, or only "monthly".
Where the document says what it means, in a definition or in the sentence that gives the hours or
says how availability is reckoned, that meaning is the better half of the window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_window_forms import periods_in
from clausewright.analysis.statements import Statement, statement_at
from clausewright.model.document import Document
from clausewright.model.facts import Dimension, Term
from clausewright.model.span import Span
from clausewright.pattern import regex

_HOURS_NAME = regex(
    r"\b(?P<of>business|biz|working|work|office|support|service|operating|operational|opening|"
    r"coverage|core|trading|banking|desk)[ -]?(?:hours?|days?|week|minutes?)\b"
    r"|\bhours\sof\s(?P<for>operations?|business|service|support|work|coverage)\b",
    re.IGNORECASE,
)
_NAMED = regex(r"\bhours?\b|\b(?:business|working|work|support)\sdays?\b", re.IGNORECASE)
_DAY: Final = r"(?:mon|tues?|wed|thurs?|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?"
_DAYS_FORM: Final = (
    rf"\b{_DAY}\b\.?(?:,?\s{{0,2}}(?:-|\u2013|\u2014|to|through|thru|until|till|and)\s{{0,2}}{_DAY}\b)?"
    r"|\bweekdays?\b|\b(?:five|six|seven|[5-7])\sdays\s(?:a|per)\sweek\b|\b24\s?[x/]\s?7\b"
)
_DAYS = regex(_DAYS_FORM, re.IGNORECASE)
_SAID = regex(rf"{_DAYS_FORM}|\d\s?(?:[x/\u00d7*-]|by)\s?\d|\d\s?[ap]\.?m\b|\d:\d\d", re.IGNORECASE)
_LENGTHS: Final = ("week", "month", "quarter", "year")
_SAID_AS: Final = {"annual": "year", "annum": "year"}
_ADVERB = regex(
    r"(?:weekly|monthly|quarterly|annual|annually|yearly|per annum"
    r"|(?:on )?an? (?:weekly|monthly|quarterly|annual|yearly) basis)",
    re.IGNORECASE,
)
_PERIOD_NAME = regex(r"\b(?:period|cycle|window|term)s?\b", re.IGNORECASE)
_EXACT = regex(
    r"(?:\S+ ){0,3}(?:(?:calendar|billing|contract|service|fiscal|rolling|given|full|consecutive) "
    r"|\d{1,3}[ -])\S+",
    re.IGNORECASE,
)
_ARTICLE = regex(
    r"(?:(?:during|in|over|for|within|per|the|a|an|any|each|every|our|such|given|applicable|"
    r"relevant)\s)+",
    re.IGNORECASE,
)
_NEAR: Final = 40
"""Characters between the days and the times of one window."""
_WORDINGS: Final = 2
"""Wordings of one length that are kept: of two, one differs from the words asked about."""


class WindowMeanings:
    """Says what the windows of one document mean."""

    def __init__(
        self,
        document: Document,
        statements: Sequence[Statement],
        contexts: Sequence[Context],
        terms: Sequence[Term],
    ) -> None:
        self._text = document.text
        self._terms = {
            term.name.lower(): Span(
                term.span.end, statement_at(statements, term.span.start).span.end
            )
            for term in terms
            if _PERIOD_NAME.search(term.name) and not (term.pointer or term.elsewhere)
        }
        self._statements, self._contexts = statements, contexts

    def meaning_of(self, window: Span) -> Span | None:
        """Give the words that say what a window means, or None."""
        words = self._text[window.start : window.end]
        named = _HOURS_NAME.search(words)
        if named is not None:
            found = self._meaning_of_hours(named, window)
        else:
            found = self._meaning_of_period(words)
        return found if found is not None and not found.overlaps(window) else None

    def _meaning_of_hours(self, named: re.Match[str], window: Span) -> Span | None:
        if _SAID.search(self._text, window.start, window.end):
            return None
        kind = (named["of"] or named["for"] or "").lower()
        return self._hours.get(kind) or self._hours.get(None)

    def _meaning_of_period(self, words: str) -> Span | None:
        start = _ARTICLE.match(words)
        bare = words[start.end() if start else 0 :].lower()
        meaning = self._terms.get(bare)
        if meaning is not None:
            return (
                next(periods_in(self._text, meaning), None) if meaning.end > meaning.start else None
            )
        if not _ADVERB.fullmatch(words) and not _PERIOD_NAME.search(words):
            return None
        worded = self._periods.get(_length(words), {})
        return next((place for said, place in worded.items() if said != words.lower()), None)

    @cached_property
    def _hours(self) -> dict[str | None, Span]:
        """The first days and times given, by the kind of hours; None is any kind."""
        found: dict[str | None, Span] = {}
        for kinds, span in self._hours_given(self._statements, self._contexts):
            for kind in (None, *kinds):
                found.setdefault(kind, span)
        return found

    @cached_property
    def _periods(self) -> dict[str | None, dict[str, Span]]:
        """The first wordings of exact periods, by their length; None is any length."""
        found: dict[str | None, dict[str, Span]] = {}
        for place in self._periods_given(self._statements):
            said = self._text[place.start : place.end].lower()
            for length in {None, _length(said)}:
                worded = found.setdefault(length, {})
                if len(worded) < _WORDINGS:
                    worded.setdefault(said, place)
        return found

    def _periods_given(self, statements: Sequence[Statement]) -> Iterator[Span]:
        """Give the exact periods of sentences that say how availability is reckoned."""
        for one in statements:
            if one.has(Cue.AVAILABILITY, Cue.LEVELS) and one.has(Cue.METHOD, Cue.PERIOD):
                for place in (*one.places(Cue.PERIOD), *periods_in(self._text, one.span)):
                    if _EXACT.fullmatch(self._text, place.start, place.end):
                        yield place

    def _hours_given(
        self, statements: Sequence[Statement], contexts: Sequence[Context]
    ) -> Iterator[tuple[frozenset[str], Span]]:
        """Give the days and times of sentences that speak of hours, with what hours they are."""
        heads: dict[tuple[int, int], Statement] = {}
        for statement, context in zip(statements, contexts, strict=True):
            cell = statement.block.cell
            if cell is not None and cell.row == 0:
                heads[cell.table, cell.column] = statement
            clocks = [
                one.span
                for one in statement.quantities
                if one.dimension is Dimension.TIME_OF_DAY and one.high is not None
            ]
            if not (clocks or statement.has(Cue.HOURS)) or statement.has(Cue.MAINTENANCE):
                continue
            days = [Span(*one.span()) for one in _DAYS.finditer(self._text, *_bounds(statement))]
            above = (*context.leads[:1], *context.titles[:1])
            if cell is not None and (cell.table, cell.column) in heads:
                above = (heads[cell.table, cell.column], *above)
            own = self._text[statement.span.start : statement.span.end]
            over = " ".join(self._text[one.span.start : one.span.end] for one in above)
            named = _NAMED.search(own) if clocks else None
            if named or (days and (clocks or _NAMED.search(own) or _NAMED.search(over))):
                kinds = {
                    (one["of"] or one["for"] or "").lower()
                    for one in _HOURS_NAME.finditer(f"{own} {over}")
                }
                yield frozenset(kinds), _joined(sorted([*days, *clocks]))


def _bounds(statement: Statement) -> tuple[int, int]:
    return statement.span.start, statement.span.end


def _length(words: str) -> str | None:
    lowered = words.lower()
    for said, length in _SAID_AS.items():
        lowered = lowered.replace(said, length)
    return next((one for one in _LENGTHS if one in lowered), None)


def _joined(places: Sequence[Span]) -> Span:
    """Join the first place with those that follow closely."""
    first = places[0]
    for place in places[1:]:
        if place.start - first.end > _NEAR:
            break
        first = Span(first.start, max(first.end, place.end))
    return first
