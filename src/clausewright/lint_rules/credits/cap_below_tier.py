"""A cap that lies below a credit of the scale.

Where credits end at 15% of the monthly fee, a band that earns 25% of it can never be paid. Either
the cap or the band is not meant.

Compared only for caps and credits on the same base: a share of the monthly fee against a share of
the monthly fee. A cap on a year's fees is no cap on one month's credit.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.credit_bases import base_after, period_of
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import CreditCap, Dimension
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_GRANT_BEFORE = regex(
    r"\b(?:credit|refund|compensation)s?\s(?:of|is|are|shall be|will be|amounts? to|equals?)\s$"
    r"|\b(?:credited|refunded|compensated)\s(?:with|by|at)?\s?$",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Compare each cap on credits with the highest credit on the same base."""
    if not draft.credit_caps:
        return
    granted = list(_granted(draft, {one.sentence.start for one in draft.credit_caps}))
    said: set[int] = set()
    for cap in draft.credit_caps:
        highest = _highest_above(cap, granted)
        if highest is not None and cap.sentence.start not in said:
            said.add(cap.sentence.start)
            yield Finding(
                cap.quantity.span,
                f"credits end at {cap.quantity.value:g}%, but the text grants up to {highest:g}%",
            )


def _granted(draft: Draft, capped: Container[int]) -> Iterator[tuple[float, str | None]]:
    """Give each credit in percent with the period whose fee it is a share of.

    A sentence on a cap (``capped``, by its start) grants nothing.
    """
    for tier in draft.credit_tiers:
        if tier.unit == "%" and tier.credit:
            yield tier.credit, period_of(tier.base)
    for statement in draft.statements:
        if statement.span.start in capped or not statement.has(Cue.CREDIT):
            continue
        for one in statement.quantities:
            start = max(statement.span.start, one.span.start - 60)
            if one.dimension is Dimension.PERCENT and _GRANT_BEFORE.search(
                draft.text, start, one.span.start
            ):
                yield one.value, period_of(base_after(draft.text, one.span.end))


def _highest_above(cap: CreditCap, granted: Sequence[tuple[float, str | None]]) -> float | None:
    """Give the highest credit that a cap on the same base cuts off."""
    period = period_of(cap.base)
    if period is None:
        return None
    highest = max((credit for credit, other in granted if other == period), default=0.0)
    return highest if highest > cap.quantity.value else None


RULE = Rule(
    code="CRD004",
    name="cap-below-tier",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Raise the cap to the highest credit, or lower the credit to the cap.",
    options=NoOptions(),
    always=True,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Uptime | Credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 10% of the monthly fee |\n"
            "| < 99.0% | 25% of the monthly fee |\n\n"
            "Service credits shall not exceed «15%» of the monthly fee.",
            instead="| Uptime | Credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 10% of the monthly fee |\n"
            "| < 99.0% | 25% of the monthly fee |\n\n"
            "Service credits shall not exceed 25% of the monthly fee.",
        ),
        Bad(
            "| Uptime | Credit (% of monthly charges) |\n| --- | --- |\n| < 99.9% | 10% |\n"
            "| < 95% | 50% |\n\n"
            "Credits for one month are limited to «30%» of the monthly charges.",
        ),
        Bad(
            "The total service credits are capped at «10%» of the monthly fee.\n\n"
            "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 5% of the monthly fee |\n"
            "| < 99.0% | 20% of the monthly fee |\n",
        ),
        Bad(
            "Where uptime in a month falls below 98%, the Customer receives a credit of 40% of the "
            "monthly charge. Credits of one month are capped at «30%» of the monthly charge.",
        ),
        Bad(
            "Credits as a percentage of the monthly charge:\n\n- uptime below 99.9%: 10%\n"
            "- uptime below 99.0%: 35%\n\n"
            "All credits of a month together never exceed «20%» of the monthly charge.",
        ),
        Good(
            "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 10% of the monthly fee |\n"
            "| < 99.0% | 25% of the monthly fee |\n\n"
            "Service credits shall not exceed 8% of the annual fee.",
            note="A year's fee is another base.",
        ),
        Good(
            "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 10% of the monthly fee |\n"
            "| < 99.0% | 25% of the monthly fee |\n\n"
            "Service credits shall not exceed 50% of the monthly fee.",
        ),
        Good("Service credits shall not exceed 15% of the monthly fee."),
    ),
)
