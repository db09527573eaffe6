"""A worked example of a credit that comes out wrong.

"10% of 20,000 EUR = 200 EUR" will be quoted by whichever side it helps. An example explains the
formula only if it follows from it.

Recomputed are sums written out, products and shares of amounts and percentages with their result,
in sentences that speak of credits; and examples in words: the credit that a percentage of one fee
comes to, and the availability that some downtime leaves of a month. Results may be rounded to the
digits written. An example with several fees or several credits is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.equations import equations
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.quantity_units import DAY
from clausewright.analysis.statements import Statement
from clausewright.lint_rules.metrics.budgets import DAYS_OF
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

PHRASES = ("{example|examples|for instance|e.g.|suppose|assuming}",)
_OF_A_FEE = regex(
    r"\b(?:fees?|charges?|price|invoice|bill|subscription)\b(?:\s[\w'\u2019-]+){0,6}\s$",
    re.IGNORECASE,
)
_OF_A_CREDIT = regex(
    r"\b(?:credits?|refund|compensation|receives?|credited|refunded)\b(?:\s[\w'\u2019-]+){0,4}\s$",
    re.IGNORECASE,
)
_CREDIT_AFTER = regex(r"\s(?:service\s)?(?:credit|refund)\b|\s(?:of|on)\s", re.IGNORECASE)
_IN_PARTS = regex(
    r"\b(?:per\s(?:user|day|hour|unit|seat)|each|pro[ -]?rata|prorated|cap(?:ped)?|maximum|twice|"
    r"half|year\w*|annual\w*|x|times|multiplied)\b",
    re.IGNORECASE,
)
_DOWN_AFTER = regex(
    r"\s(?:of\s)?(?:unplanned\s|total\s)?(?:downtime|outages?|unavailability)\b", re.IGNORECASE
)
_LEVEL_BEFORE = regex(
    r"\b(?:availability|uptime)\b(?:\s[\w'\u2019-]+){0,5}\s(?:is|of|was|to|equals)\s$",
    re.IGNORECASE,
)
_SHORTEST_MONTH: Final = 28 * DAY
_LONGEST_MONTH: Final = 31 * DAY


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Recompute each sum in a sentence on credits, and each example in words."""
    said: set[Span] = set()
    for statement in draft.statements:
        if not statement.has(Cue.CREDIT) or len(statement.quantities) < 2:
            continue
        for equation in equations(draft.text, statement.span):
            said.add(statement.span)
            if not equation.holds:
                yield Finding(
                    equation.result_span,
                    f"{equation.left} is {equation.right:,.10g}; the text says {equation.said}",
                )
    for passage in _examples(draft, hits):
        if not any(one.span in said for one in passage):
            yield from _credit(draft.text, passage)
            yield from _level(draft.text, passage)


def _examples(draft: Draft, hits: Sequence[Hit]) -> Iterator[list[Statement]]:
    """Give the rest of each paragraph from the sentence that calls itself an example."""
    starts = {draft.sentence_at(hit.span.start).start for hit in hits}
    for _, block in groupby(draft.statements, key=lambda one: one.block.index):
        sentences = list(block)
        for at, statement in enumerate(sentences):
            if statement.span.start in starts and statement.block.cell is None:
                yield sentences[at:]
                break


def _credit(text: str, passage: Sequence[Statement]) -> Iterator[Finding]:
    """Compare the credit of an example with its share of the fee."""
    quantities = [one for statement in passage for one in statement.quantities]
    amounts = [one for one in quantities if one.dimension is Dimension.MONEY]
    shares = [one for one in quantities if _is_share(text, one)]
    if len(amounts) != 2 or len(shares) != 1 or amounts[0].unit != amounts[1].unit:
        return
    whole = Span(passage[0].span.start, passage[-1].span.end)
    if _IN_PARTS.search(text, whole.start, whole.end) or _is_open(amounts):
        return
    fee, credit = amounts
    if not _OF_A_FEE.search(text, max(whole.start, fee.span.start - 60), fee.span.start):
        return
    if not _OF_A_CREDIT.search(text, max(whole.start, credit.span.start - 60), credit.span.start):
        return
    right = fee.base * shares[0].value / 100
    if abs(right - credit.base) > max(10.0**-credit.decimals, 0.005 * right):
        yield Finding(
            credit.span,
            f"{shares[0].value:g}% of {fee.base:,.10g} is {right:,.10g}; the text says "
            f"{credit.base:,.10g}",
        )


def _is_share(text: str, one: Quantity) -> bool:
    """Tell the percentage of a credit from a level of service."""
    if one.dimension is not Dimension.PERCENT or one.high is not None or one.placeholder:
        return False
    before = _OF_A_CREDIT.search(text, max(0, one.span.start - 60), one.span.start)
    return before is not None or _CREDIT_AFTER.match(text, one.span.end) is not None


def _is_open(quantities: Sequence[Quantity]) -> bool:
    return any(one.placeholder or one.high is not None or one.comparator for one in quantities)


def _level(text: str, passage: Sequence[Statement]) -> Iterator[Finding]:
    """Compare the availability of an example with what its downtime leaves of the month."""
    quantities = [one for statement in passage for one in statement.quantities]
    down = [one for one in quantities if _is_downtime(text, one)]
    levels = [
        one
        for one in quantities
        if one.dimension is Dimension.PERCENT
        and _LEVEL_BEFORE.search(text, max(0, one.span.start - 60), one.span.start)
    ]
    if len(down) != 1 or len(levels) != 1 or _is_open([*down, *levels]):
        return
    months = [one.base for one in quantities if _is_month(one)] or [
        days * DAY for days in DAYS_OF["month"]
    ]
    reached = [100.0 * (1 - down[0].base / month) for month in months]
    step = 10.0 ** -levels[0].decimals
    if all(abs(one - levels[0].value) > step for one in reached):
        yield Finding(
            levels[0].span,
            f"{down[0].value:g} {down[0].unit} of downtime leave {reached[0]:.5g}% of the month; "
            f"the text says {levels[0].value:g}%",
        )


def _is_downtime(text: str, one: Quantity) -> bool:
    timed = one.dimension is Dimension.DURATION and not one.business
    return timed and _DOWN_AFTER.match(text, one.span.end) is not None


def _is_month(one: Quantity) -> bool:
    timed = one.dimension is Dimension.DURATION and not one.business
    return timed and _SHORTEST_MONTH <= one.base <= _LONGEST_MONTH


RULE = Rule(
    code="CRD008",
    name="example-does-not-compute",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Correct the result or the factors of the example.",
    options=NoOptions(),
    phrases=PHRASES,
    always=True,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "Example of a service credit: $100,000 x 10% x 50% x 40% = «$20,000».",
            instead="Example of a service credit: $100,000 x 10% x 50% x 40% = $2,000.",
        ),
        Bad("For a monthly fee of 20,000 EUR the credit is 10% of 20,000 EUR = «200 EUR»."),
        Bad("Credit = 1,500 USD × 5% = «70 USD»."),
        Bad(
            "For instance, with a monthly charge of $4,000 and a credit of 15% the Customer gets "
            "a credit of «$400».",
        ),
        Bad(
            "Example: the invoice for May is 900 EUR and uptime was 97.2%. The credit is then 20%. "
            "The Customer receives «90 EUR».",
        ),
        Bad(
            "For example, 72 hours of downtime in a month of 720 hours give an uptime of «99.0%».",
        ),
        Good(
            "For instance, with a monthly charge of $4,000 and a credit of 15% the Customer gets "
            "a credit of $600.",
        ),
        Good(
            "For example, 7.2 hours of downtime in a month of 720 hours give an uptime of 99.0%.",
        ),
        Good(
            "Example: the yearly fee is 12,000 EUR. The credit is 10% of the monthly fee. The "
            "Customer receives 100 EUR.",
            note="The share is one of another fee.",
        ),
        Good("Example of a service credit: 100,000 x 10% x 50% x 40% = 2,000."),
        Good("The credit is 3% of 1,999 EUR = 60 EUR.", note="Rounded to whole euros."),
        Good("The credit is 10% of the monthly fee, at most 2,000 EUR."),
    ),
)
