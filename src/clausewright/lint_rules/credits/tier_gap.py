"""A level of service that falls between two bands of a credit scale.

Bands "99.0% to 99.8%" and "95.0% to 98.9%" leave 98.95% in none: the level is missed and no credit
is due, or the parties argue which is. Bands that end "less than" the value at which the next one
begins have no gap.

Ranges of anything else (hours of downtime, users, gigabytes, shares) that stand in the first column
of a table or under the name of what is counted, in a row of grades (green, amber, red), open the
items of a list or are three in a paragraph, are told as a hint where a value falls between two.

Tolerated: bands open downwards ("less than 99%", "less than 95%"); steps of one unit of the last
digit where the text says that levels are rounded. A step of one hundredth or less is a warning
only: levels with so many decimals may well be rounded. A promised level above the best band is told
as a warning: no credit just below the target may be meant. It is info where it is one step above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausewright.analysis.draft import Draft
from clausewright.analysis.ranges import between
from clausewright.analysis.span_index import SpanIndex
from clausewright.lint_rules.credits.scales import is_nested, scales, shown
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import CreditTier
from clausewright.model.finding import Severity

ROUNDING = (
    "{rounded|rounding|rounds|round} {to|up|down|off|half|}",
    "nearest {tenth|hundredth|0.1|0.01|one}",
)
_TINY = 1e-9
_HUNDREDTH = 0.01


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each gap between bands, under the last one and above the first."""
    for bands in scales(draft):
        if not is_nested(bands):
            yield from _between(bands, rounded=bool(hits))
            yield from _under(bands[-1])
        yield from _above(draft, bands[0], rounded=bool(hits))
    if not hits:
        yield from _ranges(draft)


def _between(bands: Sequence[CreditTier], *, rounded: bool) -> Iterator[Finding]:
    for upper, lower in pairwise(bands):
        if upper.low is None or lower.high is None:
            continue
        width = upper.low - lower.high
        open_edge = abs(width) < _TINY and not (upper.low_included or lower.high_included)
        step = 10.0 ** -max(upper.decimals, lower.decimals)
        if open_edge or width > (step + _TINY if rounded else _TINY):
            inside = upper.low if open_edge else (upper.low + lower.high) / 2
            is_fine = not open_edge and width < _HUNDREDTH + _TINY and width < step + _TINY
            yield Finding(
                lower.span,
                f"{inside:.6g}% falls in no band: between {shown(lower)} and {shown(upper)}",
                severity=Severity.WARNING if is_fine else None,
            )


def _ranges(draft: Draft) -> Iterator[Finding]:
    """Speak of values between two ranges of a scale that is no level in percent."""
    told = SpanIndex(tier.span for tier in draft.credit_tiers)
    for scale in draft.range_scales:
        for lower, upper in pairwise(scale):
            width = between(lower, upper)
            if width is not None and width > 0 and not told.meets(upper.span):
                said = f'a value between "{lower.shown}" and "{upper.shown}" falls in neither'
                yield Finding(upper.span, said, severity=Severity.INFO)


def _under(lowest: CreditTier) -> Iterator[Finding]:
    if lowest.low is not None and lowest.low > 0:
        below = "below" if lowest.low_included else "at or below"
        yield Finding(lowest.span, f"no band holds a level {below} {lowest.low:g}%")


def _above(draft: Draft, best: CreditTier, *, rounded: bool) -> Iterator[Finding]:
    levels = {
        one.target.value
        for one in draft.sure_metrics
        if one.name == "availability" and one.target and one.target.unit == "%"
    }
    if len(levels) != 1 or best.high is None:
        return
    level = levels.pop()
    step = 10.0**-best.decimals
    if best.high + (step if rounded else 0.0) + _TINY < level <= 100:
        is_step = best.high_included and level < best.high + step + _TINY
        yield Finding(
            best.span,
            f"a level between {best.high:g}% and the promised {level:g}% earns no credit",
            severity=Severity.INFO if is_step else Severity.WARNING,
        )


RULE = Rule(
    code="CRD001",
    name="tier-gap",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help='Let each band begin where the next one ends: "less than 99.9% but at least 99.0%".',
    options=NoOptions(),
    phrases=ROUNDING,
    always=True,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| 99.0% to 99.8% | 5% of the monthly fee |\n"
            "| «95.0% to 98.9%» | 10% of the monthly fee |\n"
            "| Below 95.0% | 25% of the monthly fee |\n",
            instead="| Monthly uptime | Service credit |\n| --- | --- |\n"
            "| Less than 99.9% but at least 99.0% | 5% of the monthly fee |\n"
            "| Less than 99.0% but at least 95.0% | 10% of the monthly fee |\n"
            "| Below 95.0% | 25% of the monthly fee |\n",
        ),
        Bad(
            "| Availability | Credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 5% |\n| «< 98.0% and >= 95.0%» | 10% |\n| < 95.0% | 20% |\n",
        ),
        Bad(
            "| Availability | Credit |\n| --- | --- |\n"
            "| < 99.5% and >= 99.0% | 5% |\n| «< 99.0% and >= 95.0%» | 10% |\n",
        ),
        Bad(
            "Monthly uptime shall be at least 99.9%.\n\n"
            "| Monthly uptime | Credit |\n| --- | --- |\n"
            "| «Less than 99.8% but at least 99.0%» | 5% |\n| Less than 99.0% | 10% |\n",
            note="Told as a warning.",
        ),
        Bad(
            "| Availability | Credit on the fee |\n| --- | --- |\n| 98.00% - 99.49% | 5% |\n"
            "| «95.00% - 97.99%» | 10% |\n| below 95.00% | 20% |\n",
            note="A warning: two decimals may be all that is counted.",
        ),
        Bad(
            "The Customer receives these credits on the monthly fee:\n\n"
            "- uptime from 98.0% to less than 99.5%: 10%\n- «uptime of less than 97.0%: 30%»\n",
        ),
        Bad(
            "| Outage | Credit |\n| --- | --- |\n| 1 to 4 hours | 5% |\n| «6 to 8 hours» | 10% |\n"
            "| more than 8 hours | 20% |\n",
            note="A hint.",
        ),
        Bad(
            "The credit is 5% for 1 to 2 hours of outage, 10% for «4 to 6 hours» and 20% for more "
            "than 6 hours.",
            note="A hint.",
        ),
        Bad(
            "| Goal | Green | Amber | Red |\n| --- | --- | --- | --- |\n"
            "| Solved | «> 95%» | 85% - 90% | < 85% |\n",
            note="A hint.",
        ),
        Good(
            "| Seats | Response |\n| --- | --- |\n| 1-50 | 4 hours |\n| 51-200 | 2 hours |\n"
            "| more than 200 | 1 hour |\n",
            note="Between 50 and 51 seats there is nothing.",
        ),
        Good(
            "| Availability | Credit |\n| --- | --- |\n"
            "| < 99.9% and >= 99.0% | 5% |\n| < 99.0% and >= 95.0% | 10% |\n| < 95.0% | 20% |\n",
        ),
        Good(
            "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 5% |\n| < 99.0% | 10% |\n"
            "| < 95.0% | 20% |\n",
            note="Bands that are open downwards leave nothing out.",
        ),
        Good(
            "Levels are rounded to one decimal place.\n\n| Uptime | Credit |\n| --- | --- |\n"
            "| 99.0% to 99.8% | 5% |\n| 95.0% to 98.9% | 10% |\n| 0% to 94.9% | 25% |\n",
        ),
    ),
)
