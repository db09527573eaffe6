"""Targets without a baseline.

A target drawn from no past figure is a guess: too low, and it buys nothing; too high, and it is
missed from the first month. Say from which figures the targets are drawn, and how they are set
anew once there are better ones. Between departments a baseline is what makes a goal fair.

Told once a document, where no target has a baseline. Between sales and marketing it is a warning;
between other departments where a target is a count or a score, which only past figures can set, and
a hint where all targets are times and shares, as under other profiles.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.owed import is_level, owed_metrics
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Metric
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_COUNTED: Final = frozenset({Dimension.COUNT, Dimension.SCORE})
"""What only past figures can set a target for; a provider knows how fast and how safe he is."""


_HOURS_OF_WORK = regex(r"(?:hrs?|hours?|days?|minutes?)\b")
"""Units of an allowance ("20 hours a month"), which is no goal."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once where no target of the document has a baseline."""
    targets = [one for one in owed_metrics(draft) if one.target is not None and is_level(one)]
    drafts = (draft, *draft.companions)
    if not targets or any(one.baseline for other in drafts for one in other.sure_metrics):
        return
    counted = any(_is_counted(one) for one in targets)
    internal = draft.profile.name == "internal-sla"
    count = len(targets)
    said = "the one target has" if count == 1 else f"none of the {count} targets has"
    yield Finding(
        targets[0].span,
        f"{said} a baseline" if count > 1 else f"{said} no baseline",
        severity=Severity.INFO if internal and not (counted and draft.profile.claimed) else None,
    )


def _is_counted(metric: Metric) -> bool:
    quantity = metric.target.quantity if metric.target else None
    if quantity is None or quantity.dimension not in _COUNTED:
        return False
    return _HOURS_OF_WORK.match(quantity.unit) is None


RULE = Rule(
    code="MET006",
    name="no-baseline",
    severity=Severity.INFO,
    severities=MappingProxyType(
        {"sales-marketing-sla": Severity.WARNING, "internal-sla": Severity.WARNING}
    ),
    check=check,
    doc=__doc__ or "",
    help="State the past figure and its period, and when targets are set anew from new figures.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "«Availability shall be at least 99.5%» in each month. Response times are 4 hours.",
            instead="Availability shall be at least 99.5% in each month (baseline: 99.6% in 2024).",
        ),
        Bad(
            "Marketing shall hand over «at least 200 qualified leads per month».".replace(
                "«at least 200 qualified leads per month»",
                "at least «200 qualified leads» per month",
            ),
            profile="sales-marketing-sla",
            instead="Marketing shall hand over at least 200 qualified leads per month. The "
            "baseline "
            "is the average of the last year, 180 leads.",
        ),
        Bad(
            "| Priority | Response time |\n| --- | --- |\n| High | «1 hour» |\n| Low | 8 hours |\n"
        ),
        Good(
            "Uptime shall be 99.9% in each month. Targets are reviewed against historical uptime "
            "every six months.",
        ),
        Good("The parties meet every month.", note="No target, no baseline."),
        Good(
            "| Data set | Refresh |\n| --- | --- |\n| Prices | Daily |\n| Addresses | Monthly |\n\n"
            "The Provider announces maintenance 5 days ahead.",
            note="Recurring work and notices need no past figures.",
        ),
        Good(
            "| Metric | Baseline | Target |\n| --- | --- | --- |\n"
            "| Availability | 99.2% | 99.5% per month |\n",
        ),
    ),
)
