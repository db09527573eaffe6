"""Where a statement names hours or a measuring period, and which of them measures nothing.

A period that a fee, a report or a meeting goes by is no window, nor are hours that are only named
("Support hours:") or that the words before them leave out ("outside of business hours").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_window_forms import hours_in, periods_in
from clausewright.analysis.statements import Statement
from clausewright.model.facts import Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

NOTHING_COUNTED: Final = Span(0, 0)
SAME_WINDOW: Final = 26
"""Characters between the days and the times of one window."""
_OF_SOMETHING_ELSE = regex(
    r"\s(?:[\w-]+\s){0,2}?(?:fees?|charges?|bill|billing|invoices?|payments?|subscription|reports?|"
    r"meetings?|reviews?|credits?|amounts?|price|rent|allotment|quota|plan)\b"
    r"|\sof\s(?:[\w-]+\s){0,2}?(?:downtime|outages?|unavailability|interruption)\b",
    re.IGNORECASE,
)
_OF_WORK_OR_TIME_LOST = regex(
    r"\b(?:maintenance|grace|notice|cure|trial|transition|warranty|retention|renewal|outage|"
    r"downtime)\s(?:period|window|cycle)s?\Z",
    re.IGNORECASE,
)
_OUTSIDE = regex(
    r"(?:\bnon[- ]|\boutside(?: of)?(?: the| our| normal)? |\bafter |\bbeyond )$", re.IGNORECASE
)
_LEFT_OUT = regex(
    r"\b(?:except(?:ing)?|exclud(?:es?|ing)|exclusive of|other than|not|no)\b"
    r"(?:\s[\w-]+){0,5}?\s$",
    re.IGNORECASE,
)
_LIMIT = regex(
    r"\b(?:exceed(?:s|ing)?|(?:longer|more|less|greater|fewer) than|at least|up to)\s$",
    re.IGNORECASE,
)
_DURING = regex(
    r"\b(?:during|in|within|on|between)\s(?:(?:the|our|its|normal|regular|standard|local)\s){0,2}$",
    re.IGNORECASE,
)
_DURING_IT = regex(r"(?:during|in|within|on)\s", re.IGNORECASE)
_NAMED_ONLY = regex(
    r"\s(?:are|is|will be|shall be|means?|may|can|ends?)\b|[*_]{0,2}\s?:", re.IGNORECASE
)
_EXACT = regex(
    r"(?!the |a |in |one )\S+ \S|(?:in )?(?:a|the|one|single) (?:calendar|billing|given)",
    re.IGNORECASE,
)
_OF_A_CALENDAR = regex(r"\bdays[ -]$", re.IGNORECASE)


def hours_of(statement: Statement, *, own: bool) -> Span | None:
    """Give hours and days that stand together ("Monday to Friday, 9am-6pm").

    ``own`` tells that the statement sets the time itself: hours outside of which it counts, and
    times of day without another word on hours, are read in such a statement only.
    """
    return together(sorted(hours_places(statement, own=own)))


def hours_beside(statement: Statement, counted: Span) -> Span | None:
    """Give the hours that a statement sets for one of its numbers.

    Where it sets several ("1 hour (24x7), 4 hours (9am-5pm)"), they stand either after the numbers
    that they are for or before them, as the first of them does.
    """
    numbers = [
        one.span.start for one in statement.quantities if one.dimension is Dimension.DURATION
    ]
    told = _runs(sorted(hours_places(statement, own=True)), numbers)
    if len(told) < 2:
        return told[0] if told else None
    after = [one for one in told if one.start >= counted.end]
    before = [one for one in told if one.start < counted.end]
    follow = min(numbers, default=counted.start) < told[0].start
    return after[0] if after and (follow or not before) else before[-1]


def _runs(places: Sequence[Span], numbers: Sequence[int]) -> list[Span]:
    """Join places that stand closely together with no number between."""
    found: list[Span] = []
    for place in places:
        last = found[-1] if found else None
        if last is not None and place.start - last.end <= SAME_WINDOW:
            between = bisect_left(numbers, last.end)
            if between == len(numbers) or numbers[between] >= place.start:
                found[-1] = Span(min(last.start, place.start), max(last.end, place.end))
                continue
        found.append(place)
    return found


def hours_places(statement: Statement, *, own: bool) -> Iterator[Span]:
    """Give each place that names hours or days in which a clock runs."""
    text, start = statement.text, statement.span.start
    counted = [one.span for one in statement.quantities if one.business]
    for place in hours_in(text, statement.span):
        if any(span.overlaps(place) for span in counted):
            continue
        low = max(start, place.start - 30)
        outside = _OUTSIDE.search(text, low, place.start)
        if (outside and not own) or _LEFT_OUT.search(text, low, place.start):
            continue
        if not _is_only_named(statement, place, own=own):
            yield Span(outside.start(), place.end) if outside else place
    if own and statement.has(Cue.MAINTENANCE) and not statement.has(Cue.HOURS):
        return
    for quantity in statement.quantities:
        if quantity.dimension is Dimension.TIME_OF_DAY and quantity.high is not None:
            yield quantity.span


def _is_only_named(statement: Statement, place: Span, *, own: bool) -> bool:
    """Tell "support hours are ..." and "Support hours:" from "in support hours:"."""
    text = statement.text
    named = _NAMED_ONLY.match(text, place.end, statement.span.end)
    if named is None:
        return False
    if text[named.end() - 1] != ":":
        return True
    low = max(statement.span.start, place.start - 30)
    during = _DURING.search(text, low, place.start) or _DURING_IT.match(text, place.start)
    return not (own or during)


def period_of(statement: Statement, counted: Span = NOTHING_COUNTED) -> Span | None:
    """Give the measuring period that a statement names, an exact one before a loose one."""
    places = [place for place in period_places(statement) if not place.overlaps(counted)]
    exact = [place for place in places if _EXACT.match(statement.text, place.start, place.end)]
    return together(exact or places, 0)


def period_places(statement: Statement) -> Iterator[Span]:
    """Give each measuring period that a statement names, in order."""
    text, bounds = statement.text, (statement.span.start, statement.span.end)
    for place in periods_in(text, statement.span):
        low = max(bounds[0], place.start - 20)
        if not (
            _OF_SOMETHING_ELSE.match(text, place.end, bounds[1])
            or _OF_WORK_OR_TIME_LOST.search(text, place.start, place.end)
            or _LIMIT.search(text, low, place.start)
            or _OF_A_CALENDAR.search(text, low, place.start)
        ):
            yield place


def together(places: Sequence[Span], gap: int = SAME_WINDOW) -> Span | None:
    """Join the first place with those that follow it closely."""
    if not places:
        return None
    first = places[0]
    for place in places[1:]:
        if place.start - first.end <= gap:
            first = Span(min(first.start, place.start), max(first.end, place.end))
    return first
