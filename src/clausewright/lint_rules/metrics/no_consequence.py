"""A target whose miss has no consequence.

A level that may be missed for nothing is a hope. Say what follows: a service credit, a corrective
action plan, an escalation, a right to end the agreement. Between departments it need not be money.

A consequence stated for all service levels serves each of them. Each kind of metric is told once a
document. Notices and maintenance limits are not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.groups import PERIODIC, and_more, by_name, needs_clock
from clausewright.lint_rules.metrics.owed import owed_metrics
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity

_BEARING: Final = PERIODIC | {"rto", "rpo"}


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of each kind of metric that may be missed for nothing."""
    idle = (
        one
        for one in owed_metrics(draft)
        if one.target is not None
        and not one.consequence
        and (one.name in _BEARING or needs_clock(one))
    )
    for metric, count in by_name(idle):
        more = and_more(count, "of this kind")
        yield Finding(metric.span, f"nothing follows when the {metric.name} target is missed{more}")


RULE = Rule(
    code="MET005",
    name="no-consequence",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say what follows a miss: a credit, a corrective action plan, an escalation, an exit.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "«Availability of the portal shall be at least 99.5%» in each calendar month.",
            instead="Availability of the portal shall be at least 99.5% in each calendar month. If "
            "availability falls below 99.5%, the Customer receives a credit of 5% of the "
            "monthly fee.",
        ),
        Bad(
            "The Provider shall «resolve each critical incident within 8 hours».",
            instead="The Provider shall resolve each critical incident within 8 hours. If a target "
            "is missed, the Provider shall present a corrective action plan within 5 days.",
        ),
        Bad(
            "| Priority | Response time |\n| --- | --- |\n| High | «1 hour» |\n| Low | 8 hours |\n",
            instead="| Priority | Response time | Service credit |\n| --- | --- | --- |\n"
            "| High | 1 hour | 50 EUR |\n| Low | 8 hours | 10 EUR |\n",
        ),
        Good(
            "The Supplier shall respond within 4 hours and restore service within 8 hours. If a "
            "service level is missed, a service credit is due.",
            note="A consequence for all service levels serves each.",
        ),
        Good(
            "Uptime shall be 99.9% in each month.\n\n"
            "| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| Less than 99.9% | 10% of the monthly fee |\n",
        ),
        Good("The Supplier shall give 5 days' notice of planned maintenance."),
        Good(
            "In the last year the average response time of the help desk was about 3 hours.",
            note="Told, not promised.",
        ),
        Good("Based on statistics of past months, the mean response time is less than 2 hours."),
        Good(
            "With each support request you allow us to spend up to 2 hours on resolving it.",
            note="How long the work may take at most, not by when it is done.",
        ),
    ),
)
