"""A worked example of a credit that comes out wrong.

"10% of 20,000 EUR = 200 EUR" will be quoted by whichever side it helps. An example explains the
formula only if it follows from it.

Recomputed are sums written out: products and shares of amounts and percentages with their result,
in sentences that speak of credits. Results may be rounded to the digits written.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.equations import equations
from clausewright.analysis.metric_cues import Cue
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Recompute each sum in a sentence on credits."""
    for statement in draft.statements:
        if not statement.has(Cue.CREDIT) or len(statement.quantities) < 2:
            continue
        for equation in equations(draft.text, statement.span):
            if not equation.holds:
                yield Finding(
                    equation.result_span,
                    f"{equation.left} is {equation.right:,.10g}; the text says {equation.said}",
                )


RULE = Rule(
    code="CRD008",
    name="example-does-not-compute",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="correct the result or the factors of the example",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "Example of a service credit: $100,000 x 10% x 50% x 40% = «$20,000».",
            instead="Example of a service credit: $100,000 x 10% x 50% x 40% = $2,000.",
        ),
        Bad("For a monthly fee of 20,000 EUR the credit is 10% of 20,000 EUR = «200 EUR»."),
        Bad("Credit = 1,500 USD × 5% = «70 USD»."),
        Good("Example of a service credit: 100,000 x 10% x 50% x 40% = 2,000."),
        Good("The credit is 3% of 1,999 EUR = 60 EUR.", note="Rounded to whole euros."),
        Good("The credit is 10% of the monthly fee, at most 2,000 EUR."),
    ),
)
