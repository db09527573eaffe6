"""A graver class that waits longer than a lesser one.

Critical incidents with 8 hours beside high ones with 4 turn the order of urgency upside down. Most
often two cells were swapped.

Compared within one column or list, for times that run by the same clock. Classes that are only
numbered may count upwards or downwards: a column that falls or rises all the way is taken as
meant, unless words ("critical", "low") give the order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausewright.analysis.draft import Draft
from clausewright.analysis.severities import class_rank, is_worded_class
from clausewright.lint_rules.metrics.clocks import columns, comparable, seconds
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Metric
from clausewright.model.finding import Severity

_Ranked = tuple[int, Metric]


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of the first step in each column that goes the wrong way."""
    for column in columns(draft, draft.sure_metrics):
        ranked = _ranked(column)
        if len(ranked) < 2 or not all(comparable(column[0], one) for one in column):
            continue
        times = [seconds(metric) for _, metric in ranked]
        if not _is_certain(ranked) and times == sorted(times, reverse=True):
            continue
        for (_, graver), (_, lesser) in pairwise(ranked):
            if seconds(graver) > seconds(lesser) and graver.target and lesser.target:
                yield Finding(
                    graver.span,
                    f"{graver.severity} waits {graver.target.value:g} {graver.target.unit}, "
                    f"{lesser.severity} only {lesser.target.value:g} {lesser.target.unit}",
                )
                break


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
