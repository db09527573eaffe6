"""Periods and hours by their form, for words that no list of phrases holds.

"Over any rolling 28-day period" and "in Service Desk Hours" follow the same forms as the commonest
windows; the forms are read only where the phrases say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.model.span import Span
from clausewright.pattern import regex

_COUNT: Final = r"(?:\d{1,3}|two|three|four|six|seven|twelve|thirty|sixty|ninety)"
_UNIT: Final = r"(?:hours?|days?|weeks?|months?|quarters?|years?)"
_PERIOD: Final = regex(
    rf"\b(?:(?:per|each|every|any|any given|a|one|single|in the|in a|over the|over a|during the|"
    rf"during a|for the|for a)\s(?:[a-z]{{2,14}}[ -]){{0,2}}?"
    rf"(?:month|quarter|year|week|period|cycle|semester|season)\b"
    rf"|(?:rolling|trailing|consecutive|preceding|previous|prior|past|last)\s{_COUNT}[ -]{_UNIT}\b"
    rf"|{_COUNT}[ -](?:calendar )?{_UNIT}\s(?:rolling |trailing |moving )?"
    rf"(?:period|window|cycle|average|basis)\b"
    rf"|(?:rolling|trailing|moving)\s(?:[a-z]{{2,12}}\s){{0,2}}?{_UNIT}\b"
    rf"|(?:over|during)\s(?:a |any |each )?{_COUNT}[ -]{_UNIT}\b"
    rf"|(?:monthly|quarterly|annually|annual|yearly|weekly|year-on-year|month-on-month|"
    rf"year to date)\b)",
    re.IGNORECASE,
)
_HOURS: Final = regex(
    r"(?:\b(?:365|24|16|14|12|11|10|9|8|7|5)\s{0,1}(?:x|\u00d7|/|\*|by)\s{0,1}(?:365|24|12|7|6|5)"
    r"(?:\s{0,1}(?:x|\u00d7|/|\*|by)\s{0,1}\d{1,3})?\b"
    r"|\b(?:a?round[- ]the[- ]clock|day and night|night and day|day or night)\b"
    r"|\b(?:24|twenty[- ]four|(?:\d{1,2}|eight|ten|twelve))[- ]hours?\s(?:a|per|each|every)\sday\b"
    r"|\b(?:24|twenty[- ]four)[- ]hours?,?\s(?:and\s)?(?:seven|7)\sdays\b"
    r"|\b(?:all|any|every)\shours?\b|\bany\stime\sof\s(?:the\s)?day\b"
    r"|\bhours\sof\s(?:operations?|business|service|support|work|coverage|opening)\b"
    r"|\b(?:after|out[- ]of|outside(?:\sof)?|non[- ]business)[- ]hours\b"
    r"|\b(?:seven|six|five|7|6|5)\sdays\s(?:a|per|each)\sweek\b"
    r"|\b(?:business|working|office|support|service|servicing|operating|operational|opening|"
    r"coverage|covered|core|staffed|manned|attended|desk|helpdesk|trading|banking|bank|school|"
    r"clinic|peak|regular|normal|standard|agreed|contracted|contract|maintenance|response|"
    r"production|day|daytime|local|store|call|prime)[ -](?:time\s)?(?:hours?|shifts?)\b"
    r"|\b(?:business|working|week|work|bank|banking|trading|calendar|operational)[ -]?days\b"
    r"|\b(?:during|within|in)\s(?:the\s|our\s)?(?:working|office|business|day)[ -]?(?:week|time)\b"
    r"|\b(?:weekdays?|weekends?|workdays?)\b"
    r"|\b(?:during|within|in|outside(?:\sof)?)\s(?:these|those|such|the\s(?:above|stated|said))\s"
    r"(?:hours|times|days)\b)",
    re.IGNORECASE,
)


def periods_in(text: str, span: Span) -> Iterator[Span]:
    """Give the measuring periods that a stretch of text names."""
    yield from (Span(*one.span()) for one in _PERIOD.finditer(text, span.start, span.end))


def hours_in(text: str, span: Span) -> Iterator[Span]:
    """Give the hours and days that a stretch of text names."""
    yield from (Span(*one.span()) for one in _HOURS.finditer(text, span.start, span.end))
