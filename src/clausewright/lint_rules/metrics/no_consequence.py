"""A target whose miss has no consequence.

A level that may be missed for nothing is a hope. Say what follows: a service credit, a corrective
action plan, an escalation, a right to end the agreement. Between departments it need not be money.

A consequence stated for all service levels serves each of them, in whatever words: a sentence on
missed targets, the row of a table, a section on breaches. Told once a document, with all kinds of
target that lack one. Notices, maintenance limits, what a line can carry, and times for other
business are not told. A hint only, where the text says that nothing follows, or does not call
itself an agreement on service levels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.groups import PERIODIC, by_name, is_capacity, needs_clock
from clausewright.lint_rules.metrics.owed import owed_metrics
from clausewright.lint_rules.missed_levels import PHRASES, answers_in
from clausewright.lint_rules.part_of_contract import PERHAPS_NO_SERVICE_LEVELS
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Metric
from clausewright.model.finding import Severity

_BEARING: Final = PERIODIC | {"rto", "rpo"}
_CODE: Final = "MET005"


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of the kinds of metric that may be missed for nothing."""
    idle = [one for one in owed_metrics(draft) if not one.consequence and _bears(one)]
    if not idle:
        return
    answers = answers_in((draft, *draft.companions), _CODE)
    idle = [one for one in idle if not answers.serve(one.name)]
    if not idle:
        return
    doubt = ""
    if answers.denied:
        doubt = "; the text limits what follows on purpose"
    elif not draft.profile.claimed:
        doubt = f"; {PERHAPS_NO_SERVICE_LEVELS}"
    yield Finding(
        idle[0].span,
        f"nothing follows when {_targets(idle)}{doubt}",
        severity=Severity.INFO if doubt else Severity.WARNING,
    )


def _bears(metric: Metric) -> bool:
    if metric.target is None or is_capacity(metric):
        return False
    return metric.name in _BEARING or needs_clock(metric)


def _targets(metrics: Sequence[Metric]) -> str:
    """Name the kinds of target: "the availability target is missed"."""
    kinds = [f"{one.name} ({count})" if count > 1 else one.name for one, count in by_name(metrics)]
    if len(metrics) == 1:
        return f"the {kinds[0]} target is missed"
    return f"a target is missed: {', '.join(kinds)}"


RULE = Rule(
    code=_CODE,
    name="no-consequence",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say what follows a miss: a credit, a corrective action plan, an escalation, an exit.",
    options=NoOptions(),
    phrases=PHRASES,
    always=True,
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
            "The Contractor shall answer each call within 90 seconds, day and night.\n\nThe "
            "following occurs when the Contractor shows a poor KPI performance: it pays the Client "
            "EUR 1,000 for each point below zero.",
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
        Good(
            "The Supplier shall respond to each incident within 4 hours.\n\nIn case of violations "
            "of the agreed targets in two months in a row, the Supplier will look into the cause.",
            note="Any words for a miss and for what follows will do.",
        ),
        Good(
            "| Request | Turnaround |\n| --- | --- |\n| Contract draft | 3 business days |\n\n"
            "| Trigger | Goes to |\n| --- | --- |\n"
            "| Missed SLA twice in a quarter | Board review |\n",
        ),
        Good(
            "Uptime shall be 99.5% in each month. The partnership may be ended early if a partner "
            "doesn't meet the requirements of this service agreement.",
        ),
        Good("Each line carries up to 500 Gbps of traffic."),
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
