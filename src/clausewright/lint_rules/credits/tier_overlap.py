"""A level of service that falls into two bands of a credit scale.

With "99.0% to 99.9%" and "95.0% to 99.0%" a level of 99.0% earns two credits, and nothing says
which. Let the lower band end "less than" the value at which the upper one begins.

Bands that are all open downwards ("less than 99%", "less than 95%") are told as a hint only:
readers take the lowest band reached, but the text does not say so. So are ranges of anything else
that stand in the first column of a table, open the items of a list or are three in a paragraph
(hours of downtime, users).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausewright.analysis.draft import Draft
from clausewright.analysis.ranges import between
from clausewright.analysis.span_index import SpanIndex
from clausewright.lint_rules.credits.scales import is_nested, scales, shown, top
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import CreditTier
from clausewright.model.finding import Severity

SAYS_WHICH = (
    "{only|single} {one|the} {highest|greater|higher|largest|lowest|credit|tier|band}",
    ("{highest|higher|greater|greatest|largest|lowest} {applicable|single|} "
    "{credit|tier|band|percentage|service credit|amount}"),
    "{not|are not|is not} cumulative", "instead of the {lower|previous}",
)  # fmt: skip
_TINY = 1e-9


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of each scale with neighbouring bands that share a level."""
    for bands in scales(draft):
        if is_nested(bands):
            if not hits:
                yield _nested(bands)
            continue
        found = [
            (shared, upper, lower)
            for upper, lower in pairwise(bands)
            if (shared := _shared(upper, lower)) is not None
        ]
        if found:
            shared, upper, lower = found[0]
            further = len(found) - 1
            more = f", and so on {further} more time{'s' if further > 1 else ''}" if further else ""
            said = f"{shared:g}% falls in two bands: {shown(upper)} and {shown(lower)}{more}"
            yield Finding(lower.span, said)
    yield from _ranges(draft)


def _ranges(draft: Draft) -> Iterator[Finding]:
    """Speak once of each scale that is no level in percent and gives a value two places."""
    told = SpanIndex(tier.span for tier in draft.credit_tiers)
    for scale in draft.range_scales:
        for lower, upper in pairwise(scale):
            width = between(lower, upper)
            if width is not None and width < 0 and not told.meets(upper.span):
                said = f'a value falls in two ranges: "{lower.shown}" and "{upper.shown}"'
                yield Finding(upper.span, said, severity=Severity.INFO)
                break


def _shared(upper: CreditTier, lower: CreditTier) -> float | None:
    if upper.low is None:
        return None if lower.low is None else min(top(upper), top(lower))
    least = max(upper.low, lower.low or 0.0)
    most = min(top(upper), top(lower))
    width = most - least
    if width > _TINY:
        return (least + most) / 2
    if abs(width) <= _TINY and upper.low_included and lower.high_included:
        return upper.low
    return None


def _nested(bands: Sequence[CreditTier]) -> Finding:
    return Finding(
        bands[-1].span,
        f"a level below {top(bands[-1]):g}% meets all {len(bands)} bands: nothing says that only the "
        "highest credit is due",
        help="Say that only the highest credit reached is due, or give each band both ends.",
        severity=Severity.INFO,
    )


RULE = Rule(
    code="CRD002",
    name="tier-overlap",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Give each band both ends, one of them excluded, or say that only the lowest band counts.",
    options=NoOptions(),
    phrases=SAYS_WHICH,
    always=True,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| 99.0% - 99.9% | 5% |\n| «95.0% - 99.0%» | 10% |\n| below 95.0% | 25% |\n",
            instead="| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| 99.0% - < 99.9% | 5% |\n| 95.0% - < 99.0% | 10% |\n| below 95.0% | 25% |\n",
        ),
        Bad(
            "| Availability | Credit |\n| --- | --- |\n"
            "| < 99.9% and >= 98.0% | 5% |\n| «< 99.0% and >= 95.0%» | 10% |\n| < 95.0% | 20% |\n",
        ),
        Bad(
            "| Uptime | Credit |\n| --- | --- |\n| «99% - 99.9%» | 5 USD |\n| > 95% | 50 USD |\n",
            note="99.45% lies in both bands.",
        ),
        Bad(
            "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 5% |\n| < 99.0% | 10% |\n"
            "| «< 95.0%» | 20% |\n",
            note="Told as a hint.",
        ),
        Bad(
            "Refunds in percent of the monthly charge:\n\n- uptime from 98.0% to 99.5%: 10%\n"
            "- «uptime from 95.0% to 98.0%: 20%»\n",
        ),
        Bad(
            "| Outage | Credit |\n| --- | --- |\n| 1 - 4 hours | 5% |\n| «4 - 8 hours» | 10% |\n"
            "| over 8 hours | 20% |\n",
            note="A hint.",
        ),
        Good(
            "| Class | Response |\n| --- | --- |\n| High | 1 - 2 hours |\n| Low | 2 - 4 hours |\n",
            note="Targets are no scale.",
        ),
        Good(
            "| Availability | Credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 5% |\n| < 99.0% and >= 95.0% | 10% |\n| < 95.0% | 20% |\n",
        ),
        Good(
            "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 5% |\n| < 99.0% | 10% |\n\n"
            "Only the highest credit reached is due.",
        ),
        Good(
            "| Uptime | Credit |\n| --- | --- |\n| 99.0% to less than 99.9% | 5% |\n"
            "| below 99.0% | 10% |\n",
        ),
    ),
)
