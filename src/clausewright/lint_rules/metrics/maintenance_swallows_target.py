"""Planned maintenance larger than the downtime that the target leaves.

99.5% of a month leaves 3.6 hours of downtime. Where 20 hours of maintenance a month are left out
of the sum, the service may be down for 23.6 hours and keep its promise: 96.7% of the hours that a
user sees. That may be meant; it should be known.

Compared for a monthly availability and a monthly limit of maintenance in hours or minutes.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.quantity_units import DAY
from clausewright.lint_rules.metrics.budgets import budget, period_in, shown
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Metric, Quantity
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_MONTH = 30 * DAY
_MONTHLY = regex(
    r"[^.;]{0,60}?\b(?:per|a|each|every|any|in the|calendar|that|such|the\ssame)\s"
    r"(?:calendar\s)?month\b"
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of a monthly maintenance limit above the monthly budget of the strictest level."""
    levels = [one for one in draft.sure_metrics if _is_monthly_level(one)]
    if not levels:
        return
    level = max(one.target.value for one in levels if one.target)
    allowed = budget(level, 30)
    for quantity in _maintenance_limits(draft):
        if quantity.base > allowed:
            real = 100.0 * (1 - (allowed + quantity.base) / _MONTH)
            yield Finding(
                quantity.span,
                f"{level:g}% of a 30-day month leaves {shown(allowed)}; with "
                f"{shown(quantity.base)} "
                f"of maintenance users may see {real:.4g}%",
            )


def _is_monthly_level(metric: Metric) -> bool:
    target = metric.target
    return (
        metric.name == "availability"
        and target is not None
        and target.unit == "%"
        and target.value < 100
        and period_in(metric.window or "") == "month"
    )


def _maintenance_limits(draft: Draft) -> Iterator[Quantity]:
    for statement in draft.statements:
        if not statement.has(Cue.MAINTENANCE) or statement.block.cell is not None:
            continue
        for one in statement.quantities:
            if one.dimension is not Dimension.DURATION or one.comparator not in {"<=", "<"}:
                continue
            if _MONTHLY.match(draft.text, one.span.end, statement.span.end):
                yield one


RULE = Rule(
    code="MET015",
    name="maintenance-swallows-target",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Lower the limit of planned maintenance, or state the availability that users will see.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "Availability shall be at least 99.5% in each calendar month, excluding planned "
            "maintenance. Planned maintenance shall not exceed «20 hours» in any calendar month.",
            instead="Availability shall be at least 99.5% in each calendar month, excluding "
            "planned "
            "maintenance. Planned maintenance shall not exceed 2 hours in any calendar month.",
        ),
        Bad(
            "Monthly uptime shall be 99.9%. Maintenance windows take no more than «120 "
            "minutes» per "
            "month and are not downtime.",
        ),
        Bad(
            "The Supplier guarantees 99.95% availability per month. Up to «one hour» of scheduled "
            "maintenance a month is left out.",
        ),
        Bad(
            "In each month uptime is at least 99.8%, disregarding scheduled maintenance of at most "
            "«12 hours» in the same month.",
        ),
        Good(
            "Availability shall be 99% in each month. Planned maintenance shall not exceed 4 hours "
            "in any month.",
        ),
        Good(
            "Availability shall be 99.9% in each month. Each maintenance window lasts at "
            "most 4 hours.",
            note="A limit of one window says nothing of the month.",
        ),
        Good("Planned maintenance shall not exceed 20 hours in any calendar month."),
    ),
)
