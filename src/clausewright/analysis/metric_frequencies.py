"""Commitments to do recurring work: backups, scans, updates, so many times or so often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.quantity_units import DAY, HOUR, MONTH, QUARTER, WEEK, YEAR
from clausewright.analysis.scan import fold
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.span import Span
from clausewright.pattern import regex

_INTERVALS: Final = {
    "hourly": HOUR,
    "daily": DAY,
    "nightly": DAY,
    "weekly": WEEK,
    "fortnightly": 2 * WEEK,
    "biweekly": 2 * WEEK,
    "monthly": MONTH,
    "quarterly": QUARTER,
    "annually": YEAR,
    "yearly": YEAR,
}
_UNITS: Final = {
    "hour": HOUR,
    "day": DAY,
    "night": DAY,
    "week": WEEK,
    "month": MONTH,
    "quarter": QUARTER,
    "year": YEAR,
}
_TIMES: Final = {"once": 1.0, "one": 1.0, "twice": 2.0, "two": 2.0, "three": 3.0, "four": 4.0}
_OF_THE_DOCUMENT = regex(r"\b(?:last (?:updated|reviewed?)|next review|document)\b", re.IGNORECASE)
_NEAR: Final = 60
_NOT_WORK: Final = (Cue.MONEY, Cue.CREDIT, Cue.ENDING, Cue.AMENDMENT, Cue.LAW, Cue.CUSTOMER)


def frequency_metrics(document: Document, statements: Sequence[Statement]) -> Iterator[Candidate]:
    """Find recurring work with its frequency outside tables."""
    for statement in statements:
        if not statement.is_prose or statement.block.kind is BlockKind.HEADING:
            continue
        if not statement.has(Cue.CARE) or not statement.has(Cue.FREQUENCY):
            continue
        if statement.has(*_NOT_WORK, Cue.REPORT):
            continue
        if _OF_THE_DOCUMENT.search(document.text, statement.span.start, statement.span.end):
            continue
        found = _nearest(statement)
        if found is None:
            continue
        act, often = found
        name = "update interval" if act in statement.places(Cue.UPDATE) else "other"
        yield Candidate(
            name=name,
            label=document.text_of(act),
            span=Span(min(act.start, often.start), max(act.end, often.end)),
            statement=statement,
            quantity=interval_of(document.text, often),
        )


def _nearest(statement: Statement) -> tuple[Span, Span] | None:
    pairs = [
        (max(act.start - often.end, often.start - act.end), act, often)
        for act in statement.places(Cue.CARE)
        for often in statement.places(Cue.FREQUENCY)
        if not act.overlaps(often)
    ]
    if not pairs:
        return None
    gap, act, often = min(pairs, key=lambda pair: (pair[0], pair[1]))
    return (act, often) if gap <= _NEAR else None


def interval_of(text: str, span: Span) -> Quantity | None:
    """Read "daily" or "twice a day" as the interval it sets; None for "regular"."""
    written = fold(text[span.start : span.end])
    words = written.split()
    for word in words:
        if word in _INTERVALS:
            return _interval(span, 1.0, word, _INTERVALS[word])
    size = _UNITS.get(words[-1])
    if size is None:
        return None
    times = _TIMES.get(words[0], 1.0)
    unit = words[-1] if len(words) == 2 else " ".join(words[-2:])
    return _interval(span, times, unit, size / times)


def _interval(span: Span, value: float, unit: str, seconds: float) -> Quantity:
    return Quantity(
        span=span,
        value=value,
        unit=unit,
        dimension=Dimension.DURATION,
        base=seconds,
        comparator="<=",
        number_span=span,
    )
