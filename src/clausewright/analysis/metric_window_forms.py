"""Periods and hours by their form, for words that no list of phrases holds.

"Over any rolling 28-day period" and "in Service Desk Hours" follow the same forms as the commonest
windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.model.span import Span
from clausewright.pattern import regex

_COUNT: Final = (
    r"(?:(?:\d{1,3}|one|two|three|four|five|six|seven|eight|ten|twelve|thirteen|fourteen|thirty|"
    r"sixty|ninety|half)(?:\s\(\d{1,3}\))?)"
)
_UNIT: Final = r"(?:hours?|days?|weeks?|months?|quarters?|years?)"
_LENGTH: Final = rf"{_COUNT}[ -](?:(?:calendar|consecutive|rolling|full|whole)[ -])?{_UNIT}"
_NAME: Final = (
    r"(?:month|quarter|year|half[- ]year|week|period|cycle|semester|season|trimester|fortnight|"
    r"sprint)"
)
_ADVERBS: Final = (
    r"(?:(?:semi|bi)[- ]?)?(?:monthly|quarterly|annually|annual|yearly|weekly)|half[- ]yearly|"
    r"year-on-year|month-on-month|(?:month|quarter|week|year)[- ](?:by|to|on|over)[- ]"
    r"(?:month|quarter|week|year)|year to date|per annum|p\.\s?a\."
)
_PERIOD: Final = regex(
    rf"\b(?:(?:(?:over|during|in|within|for|across)\s)?(?:(?:a|any|each|every|the)\s)?"
    rf"(?:(?:rolling|moving|sliding|continuous)\s)?(?:period|window|cycle)s?\sof\s"
    rf"(?:(?:any|the|a)\s)?(?:(?:last|past|preceding|rolling)\s)?(?:a|{_COUNT})\s"
    rf"(?:(?:calendar|consecutive|rolling|full|whole)\s)?{_UNIT}\b"
    rf"|(?:per|each|every|any|any given|a|an|one|single|in|in the|in a|over|over the|over a|"
    rf"during|during the|during a|for the|for a|across the|across a|within a)\s"
    rf"(?:[a-z]{{2,14}}[ -]){{0,2}}?{_NAME}\b"
    rf"|(?:per|each|every|any)\s(?:school|academic|teaching|contract)\sterm\b"
    rf"|(?:measurement|measuring|evaluation|calculation|reporting|rolling)\swindow\b"
    rf"|(?:rolling|trailing|consecutive|preceding|previous|prior|past|last|moving|sliding)\s"
    rf"{_LENGTH}\b(?:\s(?:period|window|cycle)\b)?"
    rf"|{_LENGTH}\s(?:rolling |trailing |moving |sliding )?"
    rf"(?:period|window|cycle|average|basis)\b"
    rf"|(?:rolling|trailing|moving|sliding)\s(?:[a-z]{{2,12}}\s){{0,2}}?{_UNIT}\b"
    rf"|(?:over|during|across)\s(?:a |any |each |the )?{_LENGTH}\b"
    rf"|{_ADVERBS})(?!\w)"
    r"|(?<=[a-z])\s?/\s?(?:calendar )?(?:month|quarter|week|year)\b",
    re.IGNORECASE,
)
_BARE_PERIOD: Final = regex(
    r"(?:(?:per|each|every|any|any given|a|one|single|in|over|during|for)\s)?"
    r"(?:(?:the|a|any|such|that|this|each)\s)?(?:period|cycle|term)",
    re.IGNORECASE,
)
_PREPOSITION: Final = regex(r"(?:over|during|for|across|within|in)\s", re.IGNORECASE)
_CLOCKED: Final = (
    r"business|working|office|support|service|servicing|operating|operational|opening|coverage|"
    r"covered|core|staffed|manned|attended|desk|helpdesk|trading|market|banking|bank|school|clinic|"
    r"peak|regular|normal|standard|agreed|contracted|contract|maintenance|response|production|day|"
    r"daytime|local|store|shop|call|prime|on[- ]call|duty|work|extended|clock"
)
_DAY: Final = (
    r"(?:mo|mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|fr|sat|"
    r"saturday|sa|sun|sunday|su)s?"
)
_HOURS: Final = regex(
    r"(?:\b(?:365|24|16|14|12|11|10|9|8|7|5)\s{0,1}(?:x|\u00d7|/|\*|by)\s{0,1}(?:365|24|12|7|6|5)"
    r"(?:\s{0,1}(?:x|\u00d7|/|\*|by)\s{0,1}\d{1,3})?\b"
    r"|\b(?:a?round[- ]the[- ]clock|day and night|night and day|day or night)\b"
    r"|\b(?:24|twenty[- ]four|(?:\d{1,2}|eight|ten|twelve))[- ]hours?\s(?:a|per|each|every)\sday\b"
    r"|\b(?:24|twenty[- ]four)[- ]hours?,?\s(?:and\s)?(?:seven|7)\sdays\b"
    r"|\b(?:all|any|every)\shours?\b|\bat\s(?:all|any)\stimes?\b|\bany\stime\sof\s(?:the\s)?day\b"
    r"|\b(?:every|each|any)\sday\sof\sthe\s(?:week|month|year)\b|\b36[56]\sdays\b"
    r"|\b(?:all\s)?year[- ]round\b"
    r"|\bhours\sof\s(?:operations?|business|service|support|work|coverage|cover|opening)\b"
    r"|\b(?:after|out[- ]of|outside(?:\sof)?|non[- ]business)[- ]hours\b"
    r"|\b(?:seven|six|five|7|6|5)\sdays\s(?:a|per|each)\sweek\b"
    rf"|\b(?:{_CLOCKED})[ -](?:time\s)?(?:hours?|shifts?)\b"
    r"|\b(?:support|service|coverage|cover|opening|operating|working|business|attendance|staffing)\s"
    r"(?:window|period|times?)\b(?!\s(?:of|to|for|in|from|is|shall|will|be|frames?)\b)"
    r"|\b(?:business|working|week|work|bank|banking|trading|calendar|operational|school|support)"
    r"[ -]?days\b"
    r"|\b(?:during|within|in)\s(?:the\s|our\s)?(?:working|office|business|day)[ -]?(?:week|time)\b"
    r"|\b(?:weekdays?|weekends?|workdays?|public holidays)\b"
    rf"|\b{_DAY}\b\.?\s?(?:-|\u2013|\u2014|to|through|thru|until)\s?{_DAY}\b"
    r"|\b(?:while|when|whenever)\s(?:[\w']+\s){1,5}?(?:is|are)\s(?:open|staffed|manned|attended)\b"
    r"|\b(?:during|within|in|outside(?:\sof)?)\s(?:these|those|such|the\s(?:above|stated|said))\s"
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
