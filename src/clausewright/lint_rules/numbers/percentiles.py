"""Percentiles and shares of one time that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.analysis.statements import Statement
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Finding, Severity
from clausewright.pattern import regex

_RANK = regex(
    r"\b(?P<rank>\d{2}(?:\.\d)?)th[\s-]percentile|\bp(?P<short>\d{2})(?:\.?(?P<tenth>9))?\b",
    re.IGNORECASE,
)
_SHARE = regex(r"%\s(?:of\s)?[^,;.%]{0,50}?\b(?:within|in less than|in under)\s$", re.IGNORECASE)
_BETWEEN = regex(r",?\s(?:and\s|at\sleast\s|the\s(?:remaining|rest|other)\b)?", re.IGNORECASE)
_REST = regex(r"\b(?:remaining|rest|others?|remainder|low|lower|high|critical|urgent|[ps]\d)\b")
_NEAR: Final = 40


class _Point(NamedTuple):
    rank: float
    time: Quantity


def percentiles_out_of_order(draft: Draft, statement: Statement) -> Iterator[Finding]:
    """Tell a higher percentile that has the shorter time in one sentence."""
    points = list(_points(draft.text, statement))
    for one, other in combinations(points, 2):
        low, high = sorted((one, other), key=lambda point: point.rank)
        if low.rank < high.rank and low.time.base > high.time.base:
            yield Finding(
                high.time.span,
                f"the {high.rank:g}th percentile within {_time(high)} lies below the "
                f"{low.rank:g}th within {_time(low)}",
                severity=Severity.WARNING,
            )
            return


def _time(point: _Point) -> str:
    return f"{point.time.value:g} {point.time.unit}"


def _points(text: str, statement: Statement) -> Iterator[_Point]:
    """Pair each percentile with the time beside it; none where their numbers differ."""
    ranks = list(_RANK.finditer(text, statement.span.start, statement.span.end))
    times = [one for one in statement.quantities if one.dimension is Dimension.DURATION]
    if len(ranks) < 2 or len(ranks) != len(times):
        return
    for rank, time in zip(ranks, times, strict=True):
        if abs(rank.start() - time.span.start) > _NEAR:
            return
    for rank, time in zip(ranks, times, strict=True):
        value = float(rank["rank"] or rank["short"]) + (0.9 if rank["tenth"] else 0.0)
        yield _Point(value, time)


def shares_out_of_order(draft: Draft, statement: Statement) -> Iterator[Finding]:
    """Tell a smaller share of the same for the longer time ("90% in 4 hours, 80% in 8")."""
    quantities = statement.quantities
    pairs = [
        (share, time)
        for share, time in zip(quantities, quantities[1:], strict=False)
        if _is_share(draft.text, share, time)
    ]
    if len(pairs) != 2 or len(quantities) != 4:
        return
    (first, soon), (second, late) = pairs
    between = draft.text[soon.span.end : second.span.start]
    if not _BETWEEN.fullmatch(between) or _REST.search(draft.document.text_of(statement.span)):
        return
    if soon.base < late.base and second.value < first.value:
        yield Finding(
            second.span,
            f"{first.value:g}% within {soon.value:g} {soon.unit} leaves no meaning to "
            f"{second.value:g}% within {late.value:g} {late.unit}",
            severity=Severity.WARNING,
        )


def _is_share(text: str, share: Quantity, time: Quantity) -> bool:
    if share.dimension is not Dimension.PERCENT or time.dimension is not Dimension.DURATION:
        return False
    if share.business or time.business or share.placeholder or time.placeholder:
        return False
    return _SHARE.search(text, share.span.start, time.span.start) is not None


def in_statements(draft: Draft, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Look at the percentiles and the shares of each statement."""
    for statement in statements:
        if len(statement.quantities) < 2 or not statement.is_prose:
            continue
        if len(statement.quantities) == 4:
            yield from shares_out_of_order(draft, statement)
        yield from percentiles_out_of_order(draft, statement)
