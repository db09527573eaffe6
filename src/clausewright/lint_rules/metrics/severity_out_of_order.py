"""A graver class that waits longer than a lesser one.

Critical incidents with 8 hours beside high ones with 4 turn the order of urgency upside down. Most
often two cells were swapped.

Compared within one column, list or sentence, for times that run by the same clock. Classes that
are only numbered may count upwards or downwards: a column that falls or rises all the way is taken
as meant, unless words ("critical", "low") or another column give the order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_labels import CLASS_NAME
from clausewright.analysis.severities import class_rank, is_worded_class
from clausewright.analysis.statements import Statement, statement_at
from clausewright.lint_rules.metrics.clocks import columns, comparable, is_timed, seconds
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Metric, Quantity
from clausewright.model.finding import Severity

_Ranked = tuple[int, Metric]


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of the first step in each column, and in each sentence, that goes the wrong way."""
    told = [_ranked(column) for column in columns(draft, draft.sure_metrics)]
    rising = any(map(_rises, told))
    for ranked in told:
        if _is_certain(ranked) or rising or not _falls(ranked):
            yield from _first_fault(ranked)
    yield from _in_sentences(draft, downwards=rising or not any(map(_falls, told)))


def _first_fault(ranked: Sequence[_Ranked]) -> Iterator[Finding]:
    """Compare each class with the next that runs by the same clock."""
    for at, (_, graver) in enumerate(ranked):
        for _, lesser in ranked[at + 1 :]:
            if not comparable(graver, lesser):
                continue
            if seconds(graver) > seconds(lesser) and graver.target and lesser.target:
                yield Finding(
                    graver.span,
                    f"{graver.severity} waits {graver.target.value:g} {graver.target.unit}, "
                    f"{lesser.severity} only {lesser.target.value:g} {lesser.target.unit}",
                )
                return
            break


def _rises(ranked: Sequence[_Ranked]) -> bool:
    """Tell whether the numbers of the classes are known to fall with urgency."""
    times = [seconds(metric) for _, metric in ranked]
    return len(times) > 1 and times == sorted(times) and times[0] < times[-1]


def _falls(ranked: Sequence[_Ranked]) -> bool:
    times = [seconds(metric) for _, metric in ranked]
    return len(times) > 1 and times == sorted(times, reverse=True)


def _in_sentences(draft: Draft, *, downwards: bool) -> Iterator[Finding]:
    """Compare "within 4 hours of a Severity 1 incident and within 2 hours of a Severity 2 one"."""
    seen: set[int] = set()
    for metric in draft.sure_metrics:
        statement = statement_at(draft.statements, metric.span.start)
        if not is_timed(metric) or not statement.is_prose or statement.span.start in seen:
            continue
        seen.add(statement.span.start)
        pairs = _pairs(draft, statement)
        for (graver, high, slow), (lesser, low, fast) in permutations(pairs, 2):
            certain = downwards or all(is_worded_class(one) for one in (graver, lesser))
            if certain and high < low and slow.base > fast.base and slow.business == fast.business:
                yield Finding(
                    slow.span,
                    f"{graver} waits {slow.value:g} {slow.unit}, "
                    f"{lesser} only {fast.value:g} {fast.unit}",
                )
                break


def _pairs(draft: Draft, statement: Statement) -> list[tuple[str, int, Quantity]]:
    """Give each class of a sentence with its rank and time, none where they do not alternate."""
    times = [one for one in statement.quantities if one.dimension is Dimension.DURATION]
    bounds = statement.span.start, statement.span.end
    classes = [one for one in CLASS_NAME.finditer(draft.text, *bounds) if class_rank(one[0])]
    if not 1 < len(times) == len(classes):
        return []
    order = sorted(
        [(one.span.start, "time") for one in times] + [(one.start(), "class") for one in classes]
    )
    if any(first[1] == second[1] for first, second in pairwise(order)):
        return []
    return [
        (one[0], class_rank(one[0]) or 0, time) for one, time in zip(classes, times, strict=True)
    ]


def _ranked(column: Sequence[Metric]) -> list[_Ranked]:
    """Give the metrics by rank, the gravest first; none where a class has no rank or two times."""
    ranks: dict[int, Metric] = {}
    for metric in column:
        rank = class_rank(metric.severity, in_table=True) if metric.severity else None
        if rank is None or rank in ranks:
            return []
        ranks[rank] = metric
    return sorted(ranks.items(), key=lambda one: one[0])


def _is_certain(ranked: Sequence[_Ranked]) -> bool:
    return all(metric.severity and is_worded_class(metric.severity) for _, metric in ranked)


RULE = Rule(
    code="MET013",
    name="severity-out-of-order",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Give the graver class the shorter time, or correct the class.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Priority | Response time |\n| --- | --- |\n"
            "| Critical | «8 hours» |\n| High | 4 hours |\n| Low | 24 hours |\n",
            instead="| Priority | Response time |\n| --- | --- |\n"
            "| Critical | 1 hour |\n| High | 4 hours |\n| Low | 24 hours |\n",
        ),
        Bad(
            "| Severity | Resolution time |\n| --- | --- |\n"
            "| Severity 1 | 4 hours |\n| Severity 2 | «3 days» |\n| Severity 3 | 2 days |\n",
        ),
        Bad(
            "| Priority | Initial response | Fix |\n| --- | --- | --- |\n"
            "| High | 1 hour | «5 days» |\n| Medium | 4 hours | 2 days |\n"
            "| Low | 8 hours | 9 days |\n",
        ),
        Bad(
            "The Provider shall respond to a critical incident within «4 hours» and to a minor "
            "incident within 30 minutes.",
            instead="The Provider shall respond to a critical incident within 30 minutes and to a "
            "minor incident within 4 hours.",
        ),
        Bad(
            "| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| Critical | «4 hours» | 1 day |\n| High | 1 hour | 2 days |\n"
            "| Low | 1 business day | 5 days |\n",
        ),
        Good(
            "| Level | Response time |\n| --- | --- |\n"
            "| Severity 1 | 24 hours |\n| Severity 2 | 8 hours |\n| Severity 3 | 1 hour |\n",
            note="Numbers alone may rise with urgency.",
        ),
        Good(
            "| Priority | Response time |\n| --- | --- |\n"
            "| Critical | 1 hour |\n| High | 1 hour |\n| Low | 1 business day |\n",
        ),
        Good(
            "| Priority | Response time |\n| --- | --- |\n| Critical | 12 hours |\n"
            "| Low | 1 business day |\n",
            note="Clock hours and business days are not compared.",
        ),
    ),
)
