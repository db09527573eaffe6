"""A cap that lies below a credit of the scale.

Where credits end at 15% of the monthly fee, a band that earns 25% of it can never be paid. Either
the cap or the band is not meant.

Compared only for caps and credits on the same base: a share of the monthly fee against a share of
the monthly fee. A cap on a year's fees is no cap on one month's credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.credits.bases import base_after, period_of
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import CreditTier, Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.pattern import regex

CAPS = (
    "{not|never} exceed",
    "not to exceed",
    "{capped|limited} {at|to}",
    (
        "{maximum|total|aggregate|cumulative} {amount of|} {service|financial|uptime|} "
        "{credit|credits}"
    ),
    "{maximum|cap} {is|of|shall be|will be}",
    "no more than",
    "up to a maximum of",
)
_CREDITS = regex(r"\bcredits?\b|\bcompensation\b|\brefunds?\b", re.IGNORECASE)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Compare each cap on credits with the highest credit on the same base."""
    tiers = [one for one in draft.credit_tiers if one.unit == "%" and one.credit is not None]
    if not tiers:
        return
    said: set[int] = set()
    for hit in hits:
        sentence = draft.sentence_at(hit.span.start)
        if sentence.start in said or not _CREDITS.search(draft.document.text_of(sentence)):
            continue
        for cap in draft.quantities_in(sentence):
            highest = _highest_above(draft, cap, tiers)
            if cap.span.start > hit.span.start and highest is not None:
                said.add(sentence.start)
                yield Finding(
                    cap.span,
                    f"credits end at {cap.value:g}%, but the scale grants up to {highest:g}%",
                )
                break


def _highest_above(draft: Draft, cap: Quantity, tiers: list[CreditTier]) -> float | None:
    """Give the highest credit that a cap on the same base cuts off."""
    if cap.dimension is not Dimension.PERCENT or cap.placeholder:
        return None
    period = period_of(base_after(draft.text, cap.span.end))
    if period is None:
        return None
    granted = [one.credit for one in tiers if one.credit and period_of(one.base) == period]
    highest = max(granted, default=0.0)
    return highest if highest > cap.value else None


RULE = Rule(
    code="CRD004",
    name="cap-below-tier",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="raise the cap to the highest credit, or lower the credit to the cap",
    options=NoOptions(),
    phrases=CAPS,
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
