"""A target that nothing measures.

A level is worth what its measurement is worth. Without a formula, a source of data or the event
that starts and stops the clock, each side reads its own numbers. Say how the level is reckoned,
from whose data, and for times what starts and stops the clock.

Tolerated: a method given once for the metric, in a definition, a measurement section or a column
of the table. Each kind of metric is told once a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.groups import PERIODIC, and_more, by_name, needs_clock
from clausewright.lint_rules.metrics.owed import owed_metrics
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Metric
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of each kind of metric whose measurement is not told."""
    unmeasured = (
        one
        for one in owed_metrics(draft)
        if one.target is not None and not one.method and _is_measured(one)
    )
    for metric, count in by_name(unmeasured):
        yield Finding(
            metric.span,
            f"nothing says how {metric.name} is measured{and_more(count, 'of this kind')}",
        )


def _is_measured(metric: Metric) -> bool:
    """Tell a level or a time from the interval of updates, which anybody can count."""
    return metric.name in PERIODIC or (needs_clock(metric) and metric.name != "update interval")


RULE = Rule(
    code="MET004",
    name="no-measurement",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Give the formula or the clock's start and stop, the data source, and who measures.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "«Availability of the portal shall be at least 99.5%» in each calendar month.",
            instead="Availability of the portal shall be at least 99.5% in each calendar month. "
            "Availability is calculated as total minutes less downtime, divided by total minutes.",
        ),
        Bad(
            "The Provider shall «respond to each incident within 2 hours» in Support Hours.",
            instead="The Provider shall respond to each incident within 2 hours in Support Hours, "
            "measured from the time the ticket is recorded.",
        ),
        Bad(
            "| Service | Availability |\n| --- | --- |\n| Portal | «99.5% per month» |\n".replace(
                "«99.5% per month»", "«99.5%» per month"
            ),
            instead="| Service | Availability | Measurement |\n| --- | --- | --- |\n"
            "| Portal | 99.5% per month | Provider's external probe, every minute |\n",
        ),
        Good(
            "Monthly uptime shall be at least 99.9%. The Provider monitors uptime with a probe "
            "outside its network.",
        ),
        Good("The Supplier shall give 5 days' notice of planned maintenance."),
        Good("During an outage the Provider shall post updates every 30 minutes."),
        Good(
            "Calls and letters received outside office hours are dealt with on the next business "
            "day.",
            note="This says when a day begins, and sets no level.",
        ),
        Good(
            "Response time means the time from receipt of a ticket to the first reply of an "
            "engineer. The response time shall not exceed 4 business hours.",
        ),
    ),
)
