"""A worse level of service that earns a smaller credit.

A scale pays more the worse the service was. Where a lower band earns less than the one above it,
two cells were swapped, or a digit is missing.

Compared for credits in one unit and on one base.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.credits.scales import scales, shown
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each band that earns less than the one above it."""
    for bands in scales(draft):
        for upper, lower in pairwise(bands):
            if upper.credit is None or lower.credit is None:
                continue
            if (upper.unit, upper.base) != (lower.unit, lower.base):
                continue
            if lower.credit < upper.credit:
                unit = upper.unit if upper.unit == "%" else f" {upper.unit}"
                yield Finding(
                    lower.span,
                    f"{shown(lower)} earns {lower.credit:g}{unit}, the better "
                    f"{shown(upper)} earns {upper.credit:g}{unit}",
                )


RULE = Rule(
    code="CRD003",
    name="tier-not-monotone",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Let the credit grow from band to band as the level falls.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 10% |\n| «< 99.0% and >= 95.0%» | 5% |\n| < 95.0% | 25% |\n",
            instead="| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 5% |\n| < 99.0% and >= 95.0% | 10% |\n| < 95.0% | 25% |\n",
        ),
        Bad(
            "| Availability | Credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 10% of the monthly fee |\n"
            "| «< 99.0%» | 2.5% of the monthly fee |\n",
        ),
        Bad(
            "| Uptime | Credit |\n| --- | --- |\n| 99.0% to < 99.5% | 3 days |\n"
            "| «below 99.0%» | 1 day |\n".replace("1 day ", "1 days "),
        ),
        Bad(
            "Service credits for each month:\n\n- uptime below 99.8% but at least 99.0%: 20%\n"
            "- «uptime below 99.0%: 10%»\n",
        ),
        Good(
            "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 5% |\n| < 99.0% | 10% |\n"
            "| < 95.0% | 10% |\n",
        ),
        Good(
            "| Uptime | Credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 10% of the monthly fee |\n"
            "| < 99.0% | 5% of the annual fee |\n",
            note="Two bases are not compared.",
        ),
        Good(
            "| Uptime | Credit |\n| --- | --- |\n| 99.9% or higher | none |\n"
            "| below 99.9% | 10% |\n",
        ),
    ),
)
