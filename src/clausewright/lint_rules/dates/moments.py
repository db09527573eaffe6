"""Days and months that labels set in the wrong order: a review or an end before the last change.

Looser than the dates of a document: "Next review: January 2025" names a month only, and "Approved
on" is no kind of date that other rules compare.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.lint_rules.dates.version_rows import versions_of
from clausewright.model.document import BlockKind
from clausewright.model.facts import Table
from clausewright.model.finding import Finding, Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTH_OF: Final = {name[:3]: at for at, name in enumerate(_MONTHS, 1)}
_YEAR = regex(r"\.?,?\s(?P<year>(?:19|20)\d\d)(?![\d-])")
_DAY_BEFORE = regex(r"\d(?:st|nd|rd|th)?(?: of)?[ .-]$", re.IGNORECASE)
_PAST = regex(
    r"\b(?:(?:last|latest)\s(?:updated?|review(?:ed)?|modified|revised|revision|change)|updated|approved"
    r"|approval|issued?|created|effective|start|commencement|published|adopted)"
    r"(?:\s(?:date|on|from|in|by))?\s?[:|]?[\s*_]{0,4}$",
    re.IGNORECASE,
)
_FUTURE = regex(
    r"\b(?:(?:next|upcoming)\s(?:scheduled\s|planned\s)?(?:review|revision|update)|review\s(?:due|date|by)"
    r"|due\sfor\sreview|expir(?:y|es|ation)|end|ends|valid\s(?:until|to|through|till))"
    r"(?:\s(?:date|on|in|by))?\s?[:|]?[\s*_]{0,4}$",
    re.IGNORECASE,
)
_REACH: Final = 40
_QUIET = frozenset((Role.CONTENTS, Role.CODE))


class Moment(NamedTuple):
    """A day, or a month where ``day`` is 0, and where it stands."""

    year: int
    month: int
    day: int
    span: Span

    def before(self, other: Moment) -> bool:
        """Tell whether it lies before another; of the same month only where both name a day."""
        if (self.year, self.month) != (other.year, other.month):
            return (self.year, self.month) < (other.year, other.month)
        return 0 < self.day < other.day


def out_of_turn(draft: Draft) -> Iterator[Finding]:
    """Tell a review or an end that is due before the last change, and versions that get older."""
    moments = sorted((*_days(draft), *_months(draft)), key=lambda one: one.span)
    if len(moments) < 2:
        return
    past = [one for one in moments if _is_labelled(draft, one, _PAST)]
    future = [one for one in moments if _is_labelled(draft, one, _FUTURE)]
    if past and len(future) == 1:
        late = next((one for one in reversed(past) if future[0].before(one)), None)
        if late is not None:
            said = draft.document.text_of(late.span)
            line = draft.document.line_name(late.span.start)
            message = f"this lies before {said} in {line}"
            yield Finding(future[0].span, message, severity=Severity.INFO)
    for table in draft.tables:
        yield from _versions(table, moments)


def _days(draft: Draft) -> Iterator[Moment]:
    for one in draft.dates:
        if one.date is not None:
            yield Moment(one.date.year, one.date.month, one.date.day, one.span)


def _months(draft: Draft) -> Iterator[Moment]:
    """Give the months that stand with a year and without a day."""
    for hit in draft.hits_of("dates"):
        name = hit.phrase[:3]
        year = _YEAR.match(draft.text, hit.span.end)
        if name not in _MONTH_OF or year is None or not draft.text[hit.span.start].isupper():
            continue
        if _DAY_BEFORE.search(draft.text, max(0, hit.span.start - 8), hit.span.start):
            continue
        yield Moment(int(year["year"]), _MONTH_OF[name], 0, Span(hit.span.start, year.end()))


def _is_labelled(draft: Draft, moment: Moment, label: re.Pattern[str]) -> bool:
    """Tell what a label right before a moment, or in the cell before it, calls it."""
    block = draft.document.block_at(moment.span.start)
    if block.kind is BlockKind.CODE or draft.outline.role(block) in _QUIET:
        return False
    start = block.span.start
    if block.cell is not None and moment.span.start - start <= 3 and block.index:
        start = draft.document.blocks[block.index - 1].span.start
    before = draft.text[max(start, moment.span.start - _REACH) : moment.span.start]
    return label.search(before.replace("\n", " ")) is not None


def _versions(table: Table, moments: list[Moment]) -> Iterator[Finding]:
    """Compare the months of neighbouring versions in a table of changes."""
    rows = versions_of(table, lambda span: _inside(moments, span))
    monthly = sorted(one for one in rows if not one.date.day)
    for (low, name, earlier), (high, written, later) in pairwise(monthly):
        if low != high and later.before(earlier):
            yield Finding(
                later.span,
                f"version {written} is dated before version {name}",
                severity=Severity.INFO,
            )


def _inside(moments: list[Moment], span: Span) -> Iterator[Moment]:
    first = bisect_left(moments, span.start, key=lambda one: one.span.start)
    for moment in moments[first:]:
        if moment.span.end > span.end:
            break
        yield moment
