"""A term whose stated length is not the length between its two dates.

"For three years, from 1 January 2026 to 31 December 2027" gives two ends. The party that wants out
will rely on the shorter one, the other on the longer.

Compared are the length ("for three years", "the 12-month trial", or in brackets behind the end)
and the two dates of one sentence.
Either way of counting is right: to the
day before the anniversary or to the anniversary itself; a length in days may differ by one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import DateMention, Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_LENGTH_BEFORE = regex(
    r"\b(?:term|period|duration)\s+(?:of|is|shall be|will be)\s+(?:\w+\s+)?$"
    r"|\bfor\s+(?:an?\s+)?(?:(?:initial|fixed|total|full)\s+)*(?:of\s+)?$",
    re.IGNORECASE,
)
_LENGTH_AFTER = regex(
    r"[\s-](?:(?:initial|fixed|free|paid|total|subscription|contract|pilot|trial)\s)?"
    r"(?:term|period|trial|pilot|subscription|agreement|contract|engagement|project|phase|licen[cs]e)\b"
    r"(?!\s(?:notice|review))",
    re.IGNORECASE,
)
_RENEWAL = regex(
    r"\b(?:renew\w*|exten\w+|each|additional|further|successive|notice)\b", re.IGNORECASE
)
_BOUND_BEFORE = regex(
    r"\b(?:from|commenc\w+|start\w*|begin\w*|until|through|to|end\w*|expir\w+|and)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_MONTHS = {"year": 12, "years": 12, "month": 1, "months": 1}
_DAYS = {"day": 1, "days": 1, "calendar days": 1, "week": 7, "weeks": 7}


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak where a sentence gives two dates and a length that does not fit them."""
    for start, end in pairwise(draft.dates):
        if start.date is None or end.date is None or not start.date < end.date:
            continue
        sentence = draft.sentence_at(start.span.start)
        if not sentence.contains(end.span) or not _bound(draft, sentence, start, end):
            continue
        lengths = [
            one
            for one in draft.quantities_in(sentence)
            if _is_length(draft, one) or _is_in_brackets(draft.text, end, one)
        ]
        if len(lengths) == 1 and not _fits(lengths[0], start.date, end.date):
            written = draft.document.text_of(lengths[0].span)
            yield Finding(
                lengths[0].span,
                f"from {start.date.isoformat()} to {end.date.isoformat()} are "
                f"{_said(start.date, end.date)}, the text says {written}",
            )


def _bound(draft: Draft, sentence: Span, start: DateMention, end: DateMention) -> bool:
    if start.kind not in ("start", "effective") or end.kind != "end":
        return False
    first = draft.text[sentence.start : start.span.start]
    second = draft.text[start.span.end : end.span.start]
    return bool(_BOUND_BEFORE.search(first) and _BOUND_BEFORE.search(second)) and len(second) < 80


def _is_length(draft: Draft, quantity: Quantity) -> bool:
    if quantity.dimension is not Dimension.DURATION or quantity.business:
        return False
    if quantity.high is not None or quantity.unit not in {*_MONTHS, *_DAYS}:
        return False
    before = draft.text[max(0, quantity.span.start - 60) : quantity.span.start]
    if _RENEWAL.search(before):
        return False
    if _LENGTH_BEFORE.search(before) is not None:
        return True
    joined = "-" in draft.document.text_of(quantity.span)
    return joined and _LENGTH_AFTER.match(draft.text, quantity.span.end) is not None


def _is_in_brackets(text: str, end: DateMention, quantity: Quantity) -> bool:
    """Tell a length in brackets right behind the end: "to 31 December 2026 (two years)"."""
    if quantity.unit not in {*_MONTHS, *_DAYS} or quantity.high is not None:
        return False
    between = text[end.span.end : quantity.span.start].strip()
    return (
        between in {"(", "(i.e.", "(for"} and text[quantity.span.end : quantity.span.end + 1] == ")"
    )


def _fits(length: Quantity, start: datetime.date, end: datetime.date) -> bool:
    if length.unit in _DAYS:
        return abs((end - start).days + 0.5 - length.value * _DAYS[length.unit]) <= 1.5
    months = length.value * _MONTHS[length.unit]
    after = end + datetime.timedelta(days=1)
    return any(abs(_months(start, day) - months) < 0.05 for day in (end, after))


def _months(start: datetime.date, end: datetime.date) -> float:
    """Give the months between two days, a part of a month in thirtieths."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole + (end.day - start.day) / 30


def _said(start: datetime.date, end: datetime.date) -> str:
    months = _months(start, end + datetime.timedelta(days=1))
    if abs(months - round(months)) < 0.05 and round(months) >= 1:
        return f"{round(months)} months"
    return f"{(end - start).days + 1} days"


RULE = Rule(
    code="DAT005",
    name="term-length-mismatch",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Correct the length or one of the dates, or leave the length out.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            "This Agreement runs for «three years», from 1 January 2026 to 31 December 2027.",
            instead="This Agreement runs for two years, from 1 January 2026 to 31 December 2027.",
        ),
        Bad(
            "The Initial Term is a period of «12 months» commencing on 1 April 2026 and ending on "
            "30 September 2026."
        ),
        Bad("The pilot lasts for «90 days», starting on 2026-03-01 and ending on 2026-04-30."),
        Bad(
            "The «six-month» pilot of the portal begins on 1 January 2026 and ends on 31 July 2026."
        ),
        Bad("This Agreement is valid from 1 January 2026 to 31 December 2026 («two years»)."),
        Good("The 24-month contract starts on 1 May 2026 and ends on 30 April 2028."),
        Good("The term of 24 months starts on 1 May 2026 and ends on 30 April 2028."),
        Good(
            "The Initial Term runs for one year, from 1 May 2026 until 1 May 2027.",
            note="Counted to the anniversary.",
        ),
        Good(
            "From 1 May 2026 to 30 June 2026 the Provider answers within 5 days.",
            note="The days are no length of the term.",
        ),
    ),
)
