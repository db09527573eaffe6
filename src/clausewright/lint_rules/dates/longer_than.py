"""Reviews, measuring periods and runs of months that are longer than the term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_frequencies import interval_of
from clausewright.analysis.quantity_units import MONTH, QUARTER, YEAR
from clausewright.analysis.scan import readings
from clausewright.lint_rules.rule import Hit
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Finding
from clausewright.model.span import Span
from clausewright.pattern import regex

_REVIEWS: Final = ("{review|reviews|reviewed|revisit|revisited}",)
_RENEWALS: Final = (
    "{renew|renews|renewed|renewal|renewable|extend|extends|extended|extension}",
    "{continue|continues|remain|remains} in {force|effect}",
    "{indefinite|indefinitely|rolling basis}",
)
_RUNS: Final = ("{any|a rolling|the preceding} {12|twelve|24|6|six} {months|consecutive|month}",)
PHRASES: Final = (*_REVIEWS, *_RENEWALS, *_RUNS)
_OF_REVIEW, _OF_RENEWAL, _OF_RUN = (readings(phrases) for phrases in (_REVIEWS, _RENEWALS, _RUNS))
_EVERY = regex(r"\b(?:every|each)\s$", re.IGNORECASE)
_YEARLY = regex(r"\b(?:annually|yearly|(?:once|every|each)\s(?:an?\s)?(?:calendar\s)?year)\b", re.IGNORECASE)
_PERIODS: Final = (
    (regex(r"\b(?:year|annual|annum)", re.IGNORECASE), YEAR),
    (regex(r"\bquarter", re.IGNORECASE), QUARTER),
    (regex(r"\bmonth", re.IGNORECASE), MONTH),
)
_MISSED = regex(r"\b(?:miss|fail|breach|below|not me?et|chronic)", re.IGNORECASE)
_HELP: Final = "Choose a shorter period, or a longer term."
_SLACK: Final = 1.04
"""By how much a year of 365 days may exceed a term of twelve months of thirty."""


def longer_than_term(draft: Draft, term: Quantity, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Tell what cannot happen once within a term that ends for good."""
    if any(hit.phrase in _OF_RENEWAL for hit in hits):
        return
    limit = term.base * _SLACK
    for what, span, seconds in (*_reviews(draft, hits), *_windows(draft), *_runs(draft, hits)):
        if seconds > limit:
            said, length = (draft.document.text_of(one) for one in (span, term.span))
            yield Finding(span, f'{what} ("{said}") does not fit into a term of {length}', help=_HELP)


def _reviews(draft: Draft, hits: Sequence[Hit]) -> Iterator[tuple[str, Span, float]]:
    told: set[int] = set()
    for hit in hits:
        sentence = draft.sentence_at(hit.span.start)
        if hit.phrase not in _OF_REVIEW or sentence.start in told:
            continue
        told.add(sentence.start)
        for one in draft.quantities_in(sentence):
            lead = _EVERY.search(
                draft.text, max(sentence.start, one.span.start - 8), one.span.start
            )
            if lead and one.dimension is Dimension.DURATION:
                yield "a review", Span(lead.start(), one.span.end), one.base
        for found in _YEARLY.finditer(draft.text, hit.span.end, sentence.end):
            span = Span(*found.span())
            interval = interval_of(draft.text, span)
            yield "a review", span, interval.base if interval else YEAR


def _windows(draft: Draft) -> Iterator[tuple[str, Span, float]]:
    told: set[Span] = set()
    for metric in draft.sure_metrics:
        span = metric.window_span
        if metric.name != "availability" or span is None or span in told:
            continue
        told.add(span)
        words = draft.document.text_of(span)
        for pattern, seconds in _PERIODS:
            if pattern.search(words):
                yield "the measuring period", span, seconds
                break


def _runs(draft: Draft, hits: Sequence[Hit]) -> Iterator[tuple[str, Span, float]]:
    for hit in hits:
        if hit.phrase not in _OF_RUN:
            continue
        sentence = draft.sentence_at(hit.span.start)
        if not _MISSED.search(draft.text, sentence.start, sentence.end):
            continue
        for one in draft.quantities_in(sentence):
            if one.dimension is Dimension.DURATION and one.span.overlaps(hit.span):
                yield "a run of periods", one.span, one.base
