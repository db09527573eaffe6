"""Which metric a number belongs to: the nearest words that can measure it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.quantity_units import MINUTE
from clausewright.analysis.statements import Statement
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.span import Span
from clausewright.pattern import regex

_FITS: Final[dict[Dimension, tuple[Cue, ...]]] = {
    Dimension.PERCENT: (
        Cue.AVAILABILITY, Cue.RESPONSE, Cue.RESOLUTION, Cue.ERROR, Cue.OTHER, Cue.LEAD,
    ),
    Dimension.DURATION: (
        Cue.RESPONSE, Cue.RESOLUTION, Cue.UPDATE, Cue.MAINTENANCE, Cue.NOTICE, Cue.RTO, Cue.RPO,
        Cue.LATENCY, Cue.AVAILABILITY, Cue.OTHER,
    ),
    Dimension.TIME_OF_DAY: (Cue.MAINTENANCE,),
    Dimension.RATE: (Cue.THROUGHPUT,),
    Dimension.DATA: (Cue.THROUGHPUT,),
    Dimension.COUNT: (
        Cue.AVAILABILITY, Cue.THROUGHPUT, Cue.ERROR, Cue.MAINTENANCE, Cue.OTHER, Cue.LEAD,
    ),
    Dimension.SCORE: (Cue.OTHER,),
    Dimension.MONEY: (),
}  # fmt: skip

# Narrow meanings win over the wide words they are made of ("recovery time", "error rate").
_NARROW: Final = (Cue.RPO, Cue.RTO, Cue.ERROR, Cue.LATENCY)
_WORDS_OF_OTHERS: Final = frozenset({Cue.RESPONSE, Cue.RESOLUTION})
_IS_CORRECT = regex(r"(?:\b|^)(?:is|are|be)?\s?correct\s(?:in|for)\b", re.IGNORECASE)
_FASTEST_PERSON: Final = MINUTE / 2
"""Below this many seconds a response is a machine's."""
_OTHER_CLAUSE: Final = 60.0
_DENIED = regex(
    r"(?:\bnot (?:necessarily |be |to )?|\blast |\bfirst[ -](?:call|contact) )$", re.IGNORECASE
)
_PEOPLE = regex(
    r"\b(?:(?<!api )calls?|phones?|telephone|chats?|agents?|desk|tickets?)\b", re.IGNORECASE
)
_ON_TIME = regex(
    r"\bdeliver(?:y|ies|ed|s)?\b[^.;]{0,30}\bon[- ](?:time|schedule)\b"
    r"|\bon[- ](?:time|schedule)[- ]deliver(?:y|ies)\b",
    re.IGNORECASE,
)
_OF_A_DESK = regex(
    r"\s(?:\w+\s)?(?:calls?|requests?|tickets?|agreements?|contracts?|fees?|charges?|staff|teams?)\b",
    re.IGNORECASE,
)
_ADJECTIVE = regex(r"\s(?:complete|correct)", re.IGNORECASE)
_NEXT_CLAUSE = regex(r"[,;]|\b(?:and|or|but|while|whereas)\b")
_OPENS_CONDITION = regex(r"[\s\W\d]{0,12}(?:If|Where|When|Whenever|Should|Once)\b")
_MAIN_CLAUSE = regex(r",\s[^,;]{2,80}?\b(?:shall|will|must|may)\b", re.IGNORECASE)
_LEAST_BARE_LEVEL: Final = 90.0
_AFTER: Final = 1.5
"""How much farther a word after the number counts than one before it."""
_OTHER_IS_FAR: Final = 25.0
"""Characters by which the weak words of "other" stand behind those of a named metric."""


class Named(NamedTuple):
    """The meaning of a number and the words that give it."""

    cue: Cue
    span: Span
    distance: float

    @property
    def name(self) -> str:
        """The name of the metric."""
        return "other" if self.cue is Cue.LEAD else str(self.cue)


def name_beside(statement: Statement, quantity: Quantity) -> Named | None:
    """Tell what a quantity measures from the words of its own statement."""
    found = sorted(_candidates(statement, quantity), key=lambda named: named.distance)
    if not found:
        return None
    narrow = [named for named in found if named.cue in _NARROW]
    best = narrow[0] if narrow else found[0]
    return _adjusted(statement, quantity, best)


def name_above(statement: Statement, quantity: Quantity) -> Named | None:
    """Tell what a quantity measures from a heading or lead-in over it."""
    fitting = _FITS[quantity.dimension]
    if quantity.dimension is Dimension.COUNT and not is_bare_level(quantity):
        fitting = fitting[1:]
    if quantity.dimension is Dimension.DURATION and not statement.has(Cue.OUTAGE):
        fitting = tuple(cue for cue in fitting if cue is not Cue.AVAILABILITY)
    places = [
        Named(cue, place, 0.0)
        for cue in fitting
        for place in statement.places(cue)[:1]
        if not (cue is Cue.OTHER and statement.has(*fitting[: fitting.index(cue)]))
    ]
    if not places:
        return None
    narrow = [named for named in places if named.cue in _NARROW]
    return _adjusted(statement, quantity, (narrow or places)[0])


def _candidates(statement: Statement, quantity: Quantity) -> Iterable[Named]:
    first = _start_of_duty(statement, quantity)
    for cue in _FITS[quantity.dimension]:
        places = tuple(place for place in statement.places(cue) if place.start >= first)
        if cue is Cue.AVAILABILITY and quantity.dimension is Dimension.COUNT:
            places = places if is_bare_level(quantity) else ()
        elif cue is Cue.AVAILABILITY and quantity.dimension is Dimension.DURATION:
            outages = statement.places(Cue.OUTAGE)
            places = tuple(place for place in places if place in outages)
        for place in places:
            denied = _DENIED.search(statement.text, max(0, place.start - 18), place.start)
            if denied and cue in {Cue.RESPONSE, Cue.RESOLUTION, Cue.UPDATE}:
                continue
            if cue is Cue.RESOLUTION and _ADJECTIVE.fullmatch(
                statement.text, quantity.span.end, place.end
            ):
                continue  # "100% complete"
            if cue in _WORDS_OF_OTHERS and _is_of_a_longer_name(statement, place):
                continue
            if cue is Cue.MAINTENANCE and _OF_A_DESK.match(statement.text, place.end):
                continue
            if cue is Cue.RESOLUTION and _IS_CORRECT.match(statement.text, max(0, place.start - 4)):
                continue
            inside = place.overlaps(quantity.span)
            if inside and quantity.dimension not in {Dimension.COUNT, Dimension.RATE}:
                continue
            distance = 0.0 if inside else _distance(statement.text, place, quantity.span)
            if cue in {Cue.OTHER, Cue.LEAD}:
                distance += _OTHER_IS_FAR
            yield Named(cue, place, distance)


def _is_of_a_longer_name(statement: Statement, place: Span) -> bool:
    """Tell "first contact", which is part of "first contact resolution"."""
    return any(
        longer.start <= place.start and place.end <= longer.end and len(longer) > len(place)
        for longer in statement.places(Cue.OTHER)
    )


def _start_of_duty(statement: Statement, quantity: Quantity) -> int:
    """Give where the words on a number start: after the condition that opens the sentence."""
    start = statement.span.start
    if _OPENS_CONDITION.match(statement.text, start, quantity.span.start):
        duty = _MAIN_CLAUSE.search(statement.text, start, quantity.span.start)
        return duty.start() if duty else start
    return start


def is_bare_level(quantity: Quantity) -> bool:
    """Tell whether a number without a unit reads as a level in percent ("at least 99.9")."""
    return not quantity.unit and _LEAST_BARE_LEVEL <= quantity.value <= 100


def _distance(text: str, place: Span, span: Span) -> float:
    if place.end <= span.start:
        return float(span.start - place.end)
    gap = text[span.end : place.start]
    next_clause = _OTHER_CLAUSE if _NEXT_CLAUSE.search(gap) else 0.0
    return len(gap) * _AFTER + next_clause


def _adjusted(statement: Statement, quantity: Quantity, named: Named) -> Named:
    """Tell people's times from machines', and warnings from the work they warn of."""
    cue = named.cue
    if cue is Cue.RESOLUTION and quantity.dimension is Dimension.PERCENT:
        if _ON_TIME.search(statement.text, statement.span.start, statement.span.end):
            cue = Cue.OTHER
    elif cue is Cue.LEAD and named.span.overlaps(quantity.span):
        cue = Cue.THROUGHPUT
    elif quantity.dimension is Dimension.DURATION:
        if (
            cue in _WORDS_OF_OTHERS
            and 0 < quantity.base < _FASTEST_PERSON
            and not _PEOPLE.search(statement.text, statement.span.start, statement.span.end)
        ):
            cue = Cue.LATENCY
        elif cue is Cue.LATENCY and quantity.base > 10 * MINUTE:
            cue = Cue.RESPONSE
        elif cue is Cue.MAINTENANCE and statement.has(Cue.NOTICE):
            cue = Cue.NOTICE
    return Named(cue, named.span, named.distance)
