"""Words that were taken out and hidden.

A redacted copy cannot be checked: the hidden price, level or date may contradict the rest. Lint
the full text where you may see it; where this is the public copy, nothing needs to be done.

One finding speaks for all redactions of a document, at the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.placeholders import OpenKind, places_of
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak once a document, with the count."""
    places = tuple(places_of(draft, OpenKind.REDACTION))
    if not places:
        return
    many = f"{len(places)} places are" if len(places) > 1 else "1 place is"
    yield Finding(places[0].span, f"{many} redacted: what stands there was not checked")


RULE = Rule(
    code="DRF004",
    name="redaction",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Check the full text where you have it.",
    options=NoOptions(),
    examples=(
        Bad(
            "The price is «[***]» for each unit and [***] for each spare part.",
            instead="The price is EUR 40 for each unit and EUR 12 for each spare part.",
            format="text",
        ),
        Bad("The minimum order is «[*]» units a year."),
        Bad("The royalty is «[Confidential Treatment Requested]» of net sales."),
        Bad("Delivery takes place at «[Redacted]»."),
        Good("Delivery takes place at [Place of delivery]."),
        Good("The note marked * explains the price. [Signature page follows]"),
        Good("Prices are **fixed** for the first year [Reserved]."),
    ),
)
