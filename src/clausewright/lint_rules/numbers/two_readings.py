"""Support around the clock and on weekdays only; a calendar month and a month of thirty days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit, readings
from clausewright.analysis.statements import Statement, statement_at
from clausewright.model.document import BlockKind
from clausewright.model.finding import Finding, Severity
from clausewright.pattern import regex

_ALWAYS: Final = ("{24/7|24x7|24/7/365|24x7x365|24 hours a day|around the clock|round the clock}",)
_WEEKDAYS: Final = (
    "{monday|mon} {to|through|thru|until|-|\u2013} {friday|fri}",
    "{monday|mon} {friday|fri}",
    "{on|during} weekdays",
)
_CALENDAR: Final = ("calendar {month|months}",)
_COUNTED: Final = (
    "{28|30|31} day {month|months|period|periods|billing cycle}",
    "{month|months} of {28|30|31} days",
    "{28|30|31} days {per|a|each} month",
)
PHRASES: Final = (*_ALWAYS, *_WEEKDAYS, *_CALENDAR, *_COUNTED)
_SUPPORT = regex(r"\b(?:support|help\s?desk|service desk|hotline)\b", re.IGNORECASE)
_CASES = regex(
    r"\b(?:plan|plans|package|tier|basic|premium|professional|enterprise|gold|silver|bronze|except|unless|"
    r"emergency|emergencies|urgent|critical|severe|priority|severity|sev|p[1-5]|on.call|outside|monitor\w*|"
    r"portal|ticket|tickets|website|status|outages?|incidents?|"
    r"services? is|services? are|available for use|business hours|optional|additional)\b",
    re.IGNORECASE,
)
_CHANNEL = regex(r"\b(?:e-?mail|phone|telephone|chat)\b", re.IGNORECASE)


def read_in_two_ways(draft: Draft, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Tell the later of two sections that give support, or the month, two lengths."""
    always, weekdays = (
        [hit for hit in hits if hit.phrase in readings(phrases) and _is_of_support(draft, hit)]
        for phrases in (_ALWAYS, _WEEKDAYS)
    )
    for channel in dict.fromkeys(_channel(draft, hit) for hit in (*always, *weekdays)):
        yield from _later(
            draft,
            [hit for hit in always if _channel(draft, hit) == channel],
            [hit for hit in weekdays if _channel(draft, hit) == channel],
            apart=True,
        )
    calendar, counted = (
        [hit for hit in hits if hit.phrase in readings(phrases)]
        for phrases in (_CALENDAR, _COUNTED)
    )
    yield from _later(draft, calendar, counted, apart=False)


def _later(
    draft: Draft, one: Sequence[Hit], other: Sequence[Hit], *, apart: bool
) -> Iterator[Finding]:
    """Set the first place of each reading against the other; ``apart``: in two sections."""
    if not one or not other:
        return
    first, second = sorted((one[0], other[0]))
    sections = [draft.document.section_at(hit.span.start) for hit in (first, second)]
    if apart and sections[0] is sections[1]:
        return
    said, before = (draft.document.text_of(hit.span) for hit in (second, first))
    line = draft.document.line_name(first.span.start)
    yield Finding(
        second.span, f'"{said}" here and "{before}" in {line}', severity=Severity.INFO
    )


def _is_of_support(draft: Draft, hit: Hit) -> bool:
    """Tell hours that a sentence gives to support as a whole."""
    statement: Statement = statement_at(draft.statements, hit.span.start)
    if statement.block.kind is BlockKind.HEADING:
        return False
    section = draft.document.section_of(statement.block)
    said = f"{draft.document.text_of(statement.span)} {section.title if section else ''}"
    return _SUPPORT.search(said) is not None and _CASES.search(said) is None


def _channel(draft: Draft, hit: Hit) -> str:
    """Give the one channel that a sentence speaks of; empty where it speaks of none or of all."""
    statement = statement_at(draft.statements, hit.span.start)
    named = {one.lower() for one in _CHANNEL.findall(draft.document.text_of(statement.span))}
    return named.pop() if len(named) == 1 else ""
