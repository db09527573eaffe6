"""A service that must never fail.

No service runs for ever: a target of 100% is missed by the first second of downtime. The side that
promises it prices the certain credit in, or does not mean it. Set the level that the service is
built for, and what it may miss.

Told for availability only: that all required fields are filled in, or all calls logged, may well
be promised in full.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.groups import and_more, by_place
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Metric
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each availability of one hundred percent."""
    for metric, count in by_place(draft, filter(_allows_nothing, draft.sure_metrics)):
        yield Finding(
            metric.span,
            f"100% availability leaves 0 minutes of downtime in any period{and_more(count)}",
        )


def _allows_nothing(metric: Metric) -> bool:
    target = metric.target
    return (
        metric.name == "availability"
        and target is not None
        and target.unit == "%"
        and target.value == 100
        and target.comparator != "<="
    )


RULE = Rule(
    code="MET008",
    name="target-of-100",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Set a level below 100% and say which downtime does not count.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Provider guarantees «100% network uptime» in each month.",
            instead="The Provider guarantees 99.99% network uptime in each month.",
        ),
        Bad("The platform shall be «available 100%» of the time."),
        Bad("| Service | Availability |\n| --- | --- |\n| Power | «100%» |\n"),
        Good("All required fields are filled in for 100% of the leads."),
        Good("Availability is downtime subtracted from 100%, calculated per month."),
        Good("The Provider guarantees 99.999% uptime in each month."),
    ),
)
