"""Dates in an order that cannot be meant: versions that get older, reviews before the draft."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.dates.version_rows import versions_of
from clausewright.model.facts import DateMention, Table
from clausewright.model.finding import Finding, Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEXT_REVIEW = regex(
    r"\b(?:next\s(?:scheduled\s|planned\s)?review|review\s(?:date|due|by)|due\sfor\sreview"
    r"|(?:to|will|shall)\sbe\sreviewed|reviewed\sby)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_LAST_REVIEW = regex(
    r"\b(?:last|latest|previous)\s(?:review(?:ed)?|updated?|revised|revision)\b[^.\n]{0,24}$",
    re.IGNORECASE,
)
_OF_THE_TERM = regex(
    r"\b(?:agreement|sla|term|contract|valid(?:ity)?|expir\w+\sdate|end\sdate)\b", re.IGNORECASE
)
_FAR: Final = 20
"""Years between a date and all others of a document that show a slip of the pen."""
_STATES: Final = frozenset(("version", "effective", "signature"))
_REACH: Final = 60
_FIRST_YEAR: Final = 2000


def out_of_order(draft: Draft) -> Iterator[Finding]:
    """Tell versions, reviews and states of a draft whose dates contradict each other."""
    if len(draft.dates) < 2:
        return
    for table in draft.tables:
        yield from _versions(draft, table)
    yield from _reviews(draft)
    yield from _ended(draft)
    yield from _far_away(draft)


def _versions(draft: Draft, table: Table) -> Iterator[Finding]:
    """Compare the dates of neighbouring versions in a table of changes."""
    rows = versions_of(table, lambda span: _dates_in(draft, span))
    dated = sorted((one for one in rows if one.date.date is not None), key=lambda one: one.number)
    for before, after in pairwise(dated):
        if before.date.date is None or after.date.date is None or before.number == after.number:
            continue
        if after.date.date < before.date.date:
            yield Finding(
                after.date.span,
                f"version {after.written} is dated before version {before.written}"
                f" ({before.date.date.isoformat()})",
                severity=Severity.INFO,
            )


def _dates_in(draft: Draft, span: Span) -> list[DateMention]:
    first = bisect_left(draft.dates, span.start, key=lambda one: one.span.start)
    following = islice(draft.dates, first, None)
    return list(takewhile(lambda one: one.span.end <= span.end, following))


def _reviews(draft: Draft) -> Iterator[Finding]:
    """Compare the day of the next review with the last day on which the draft was changed."""
    reviews = [one for one in draft.dates if _is_next_review(draft, one)]
    states = [one for one in draft.dates if one not in reviews and _is_of_the_past(draft, one)]
    if len(reviews) != 1 or not states:
        return
    review = reviews[0]
    later = [one for one in states if _is_before(draft, review, one)]
    if later:
        said = draft.document.text_of(later[-1].span)
        past = "the date of the draft" if later[-1].kind in _STATES else "the last review"
        yield Finding(
            review.span,
            f"the next review is due before {said}, {past}",
            severity=Severity.INFO,
        )


def _ended(draft: Draft) -> Iterator[Finding]:
    """Compare the one end of a term with the last day on which the draft was changed."""
    ends = [one for one in draft.dates if one.kind == "end" and _is_of_the_term(draft, one)]
    states = [one for one in draft.dates if one.kind == "version"]
    later = [one for one in states if len(ends) == 1 and _is_before(draft, ends[0], one)]
    if later:
        said = draft.document.text_of(later[-1].span)
        yield Finding(
            ends[0].span,
            f"the term ends before {said}, the date of the draft",
            severity=Severity.INFO,
        )


def _is_of_the_term(draft: Draft, mention: DateMention) -> bool:
    sentence = draft.sentence_at(mention.span.start)
    return _OF_THE_TERM.search(draft.text, sentence.start, mention.span.start) is not None


def _is_next_review(draft: Draft, mention: DateMention) -> bool:
    start = mention.span.start
    cell = draft.document.block_at(start).cell is not None
    before = draft.text[max(0, start - _REACH) : start]
    return _NEXT_REVIEW.search(before.rstrip().replace("\n", " ") if cell else before) is not None


def _is_of_the_past(draft: Draft, mention: DateMention) -> bool:
    """Tell the day of a version, a signature or a review that was held."""
    if mention.kind in _STATES:
        return True
    start = mention.span.start
    return _LAST_REVIEW.search(draft.text, max(0, start - _REACH), start) is not None


def _is_before(draft: Draft, one: DateMention, other: DateMention) -> bool:
    """Compare two dates, by their years where day and month can be read in two ways."""
    if one.date is not None and other.date is not None:
        return one.date < other.date
    years = [_YEAR.search(draft.document.text_of(mention.span)) for mention in (one, other)]
    return bool(years[0] and years[1] and int(years[0][0]) < int(years[1][0]))


def _far_away(draft: Draft) -> Iterator[Finding]:
    """Tell a date on which the draft was signed or changed, decades after all others."""
    dated = sorted((one for one in draft.dates if one.date is not None), key=_day)
    if len(dated) < 2 or dated[-1].kind not in _STATES | {"other"}:
        return
    before, last = dated[-2:]
    if _year(last) - _year(before) >= _FAR and _year(before) >= _FIRST_YEAR:
        yield Finding(
            last.span,
            f"{_year(last)} is {_year(last) - _year(before)} years after all other dates",
            severity=Severity.INFO,
        )


def _day(mention: DateMention) -> str:
    return mention.date.isoformat() if mention.date else ""


def _year(mention: DateMention) -> int:
    return mention.date.year if mention.date else 0
