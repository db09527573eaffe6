"""A commitment on performance without a number.

"The Supplier shall respond promptly" cannot be measured, so it cannot be missed, and no credit,
report or escalation can hang on it. Say a number with its unit.

Tolerated: a commitment whose sentence sets a number, and one that a table sets for each class.
Several in one table or list are told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.groups import and_more, by_place, quoted
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each metric without a target."""
    for metric, count in by_place(draft, (one for one in draft.sure_metrics if one.target is None)):
        yield Finding(
            metric.span,
            f"{quoted(draft, metric)} sets no number for {_of(metric.name)}{and_more(count)}",
        )


def _of(name: str) -> str:
    return "this commitment" if name == "other" else f"the {name}"


RULE = Rule(
    code="MET001",
    name="no-target",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Set a number with its unit and say what it is counted from, or leave the promise out.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Supplier shall «respond promptly» to each incident.",
            instead="The Supplier shall respond to each incident within 30 minutes of its report.",
        ),
        Bad(
            "The Provider will use «reasonable efforts to resolve» each support request.",
            instead="The Provider will resolve each support request within 2 business days.",
        ),
        Bad(
            "| Priority | Response time | Resolution time |\n"
            "| --- | --- | --- |\n"
            "| High | 1 hour | «Best effort» |\n",
            instead="| Priority | Response time | Resolution time |\n"
            "| --- | --- | --- |\n"
            "| High | 1 hour | 8 hours |\n",
        ),
        Good(
            "The Supplier shall respond promptly to each incident, and in any case within 30 "
            "minutes.",
            note="The limit is measured; the word only asks for more.",
        ),
        Good("The Supplier shall respond to each incident within the hour: within 45 minutes."),
        Good(
            "The Customer shall report each incident promptly.",
            note="A duty of the customer is no service level.",
        ),
    ),
)
