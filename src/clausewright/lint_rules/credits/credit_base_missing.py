"""A credit in percent of nothing.

"10%" of the monthly fee, of the fee of the service that failed, of the year's charges: the three
lie far apart. Say of what each credit is a share, and for which period.

Tolerated: a base in the cell, in the header of the column, or in a sentence on credits anywhere in
the text. Each scale is told once, and the first of the credits that sentences grant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.credit_bases import base_after
from clausewright.lint_rules.credits.scales import scales
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_OF_A_FEE = regex(
    r"(?:percent(?:age)?s?|%|portion|share|proportion|pro[- ]?rata|multiplied by|times|"
    r"equal to|based on|"
    r"applied to|against|deducted from|refund(?:ed)?|calculated)[^.]{0,120}?"
    r"\b(?:fees?|charges?|bill|invoices?|price|payments?|costs?|subscription|spend|"
    r"amounts? paid)\b",
    re.IGNORECASE,
)

_GRANT_BEFORE = regex(
    r"\b(?:credit|refund|compensation|rebate)s?\s(?:of|is|are|shall be|will be|amounts? to|equals?)"
    r"\s$",
    re.IGNORECASE,
)
_GRANT_AFTER = regex(
    r"\s(?:service\s|uptime\s|availability\s)?(?:credit|refund|rebate)s?\b", re.IGNORECASE
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each scale in percent whose base nothing gives."""
    if any(
        one.has(Cue.CREDIT) and _OF_A_FEE.search(draft.document.text_of(one.span))
        for one in draft.statements
    ):
        return
    for bands in scales(draft):
        bare = [one for one in bands if one.unit == "%" and one.credit and one.base is None]
        if bare and len(bare) == sum(1 for one in bands if one.credit):
            yield Finding(bare[0].span, _message(f"{bare[0].credit:g}"))
            return
    for one in _granted(draft):
        yield Finding(one.span, _message(f"{one.value:g}"))
        return


def _message(percent: str) -> str:
    return f"{percent}% of what: nothing names the fee or charge that the credit is a share of"


def _granted(draft: Draft) -> Iterator[Quantity]:
    """Give the credits in percent that sentences grant without a base."""
    for statement in draft.statements:
        if not statement.has(Cue.CREDIT) or not statement.is_prose:
            continue
        for one in statement.quantities:
            if one.dimension is not Dimension.PERCENT or one.placeholder:
                continue
            start = max(statement.span.start, one.span.start - 48)
            named = _GRANT_BEFORE.search(draft.text, start, one.span.start) or _GRANT_AFTER.match(
                draft.text, one.span.end
            )
            if named and base_after(draft.text, one.span.end) is None:
                yield one


RULE = Rule(
    code="CRD005",
    name="credit-base-missing",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help='Say of what: "10% of the monthly fee for the affected service".',
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| «< 99.9% and >= 99.0%» | 10% |\n| < 99.0% | 25% |\n",
            instead="| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 10% of the monthly fee |\n"
            "| < 99.0% | 25% of the monthly fee |\n",
        ),
        Bad(
            "| Availability | Penalty |\n| --- | --- |\n| «below 99.5%» | 5% |\n"
            "| below 98% | 15% |\n"
        ),
        Bad(
            "The Customer may claim a credit.\n\n| Uptime | Credit percentage |\n| --- | --- |\n"
            "| «99.0% to < 99.5%» | 10% |\n| below 99.0% | 20% |\n",
        ),
        Bad(
            "When uptime in a month is lower than 99.7%, the Provider gives the Customer a refund "
            "of «15%»."
        ),
        Bad("A «10%» service credit is due for each month with less than 99% availability."),
        Good(
            "A 10% service credit is due for each month with less than 99% availability. Credits "
            "are a percentage of the subscription charge for that month."
        ),
        Good(
            "| Uptime | Credit (% of monthly fee) |\n| --- | --- |\n| < 99.9% | 10% |\n"
            "| < 99.0% | 25% |\n",
        ),
        Good(
            "Service credits are calculated as a percentage of the charges for the month.\n\n"
            "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 10% |\n| < 99.0% | 25% |\n",
        ),
        Good("| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 2 days |\n| < 99.0% | 5 days |\n"),
    ),
)
