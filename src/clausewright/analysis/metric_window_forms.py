"""Measuring periods and hours by their form: "over any rolling 28-day period", "in Desk Hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.model.span import Span
from clausewright.pattern import regex

_COUNTS: Final = r"one|two|three|four|five|six|seven|eight|ten|twelve|thirty|sixty|ninety"
_COUNT: Final = rf"(?:(?:\d{{1,3}}|{_COUNTS})(?:\s\(\d{{1,3}}\))?)"
_UNIT: Final = r"(?:hours?|days?|weeks?|months?|quarters?|years?)"
_LENGTH: Final = rf"{_COUNT}[ -](?:(?:calendar|consecutive|rolling|full)[ -])?{_UNIT}"
_MOVING: Final = r"(?:rolling|trailing|sliding|consecutive|preceding|previous|prior|past|last)"
_SPAN: Final = r"(?:period|window|cycle)"
_PERIOD: Final = regex(
    r"\b(?:(?:(?:over|during|in|within|for|across)\s)?(?:(?:any|each|every|the|a)\s)?"
    rf"(?:{_MOVING}\s)?{_SPAN}s?\sof\s(?:a|{_COUNT})\s"
    rf"(?:(?:calendar|consecutive|rolling|full)\s)?{_UNIT}\b"
    r"|(?:per|each|every|any|a|an|one|single|in|over|during|for|across|within)\s"
    r"(?:(?:the|a|any|each|every)\s)?(?:[a-z]{2,14}[ -]){0,2}?"
    r"(?:month|quarter|year|annum|week|period|cycle)\b"
    rf"|(?:over|during|across|{_MOVING})\s(?:(?:a|any|each|the)\s)?{_LENGTH}\b(?:\s{_SPAN}\b)?"
    rf"|{_LENGTH}\s(?:{_MOVING}\s)?(?:{_SPAN}|average|basis)\b"
    rf"|{_MOVING}\s(?:[a-z]{{2,12}}\s)?{_UNIT}\b"
    r"|(?:calendar|billing|contract|fiscal)\s(?:month|quarter|year|cycle)s?\b"
    r"|(?:semi-?|bi-?)?(?:monthly|quarterly|annually|annual|yearly|weekly)(?:\sbasis)?)(?!\w)",
    re.IGNORECASE,
)
_BARE_PERIOD: Final = regex(
    r"(?:(?:per|each|every|any|a|one|single|in|over|during|for|across|within)\s)?"
    r"(?:(?:the|a|any|each|every|such|that|this|given)\s)*(?:period|cycle)",
    re.IGNORECASE,
)
_PREPOSITION: Final = regex(r"(?:over|during|for|across|within|in)\s", re.IGNORECASE)
_CLOCKED: Final = (
    r"(?:business|working|office|support|service|operating|operational|opening|coverage|core|"
    r"staffed|desk|trading|banking|school|regular|normal|standard|work)"
)
_DAY: Final = r"(?:mo|fr|(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)(?:day|nesday|rsday|urday)?s?)"
_HOURS: Final = regex(
    r"\b(?:(?:365|24|16|14|12|11|10|9|8|7|5)\s?(?:x|\u00d7|/|\*|by)\s?(?:365|24|12|9|8|7|6|5)"
    r"(?:\s?(?:x|\u00d7|/|\*|by)\s?\d{1,3})?\b"
    r"|(?:a?round[- ]the[- ]clock|day (?:and|or) night)\b"
    r"|(?:\d{1,2}|twenty[- ]four|eight|ten|twelve)[- ]hours?[ -](?:a|per|each|every)[ -]day\b"
    r"|(?:seven|six|five|[5-7])[ -]days[ -](?:a|per|each)[ -]week\b"
    r"|(?:all|any|every)\shours?\b|at\s(?:all|any)\stimes?\b"
    r"|hours\sof\s(?:operations?|business|service|support|work|cover|coverage|opening)\b"
    r"|(?:after|out[- ]of|outside|non[- ]business)[- ]hours\b"
    rf"|(?:during\s)?{_CLOCKED}[ -](?:time\s)?(?:hours?|days?|week)\b"
    r"|(?:support|service|opening|operating|working|business)\s(?:window|period|times?)\b"
    r"(?!\s(?:of|to|for|in|from|is|shall|will|be|frames?)\b)"
    rf"|during\s(?:(?!(?:{_COUNTS}|first|last|next|few|several)\b)[a-z][\w'\u2019-]*\s+){{1,4}}"
    r"hours\b"
    r"|(?:weekdays?|weekends?|workdays?)\b"
    rf"|{_DAY}\b\.?\s?(?:-|\u2013|\u2014|to|through|thru|until)\s?{_DAY}\b"
    r"|(?:during|within|in|outside(?:\sof)?)\s(?:these|those|such|the\s(?:above|stated|said))\s"
    r"(?:hours|times|days)\b)",
    re.IGNORECASE,
)


def periods_in(text: str, span: Span) -> Iterator[Span]:
    """Give the measuring periods that a stretch of text names; "any period" names none."""
    for one in _PERIOD.finditer(text, span.start, span.end):
        if not _BARE_PERIOD.fullmatch(text, one.start(), one.end()):
            said = _PREPOSITION.match(text, one.start())
            yield Span(said.end() if said else one.start(), one.end())


def hours_in(text: str, span: Span) -> Iterator[Span]:
    """Give the hours and days that a stretch of text names."""
    yield from (Span(*one.span()) for one in _HOURS.finditer(text, span.start, span.end))
