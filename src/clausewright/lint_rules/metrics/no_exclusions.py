"""An availability target without exclusions.

Without a list of what does not count, planned maintenance and the customer's own faults are
downtime to one side and not to the other. Say what is left out of the sum, or that nothing is.

Told once a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once where availability is promised and nothing is left out of it."""
    levels = [one for one in draft.sure_metrics if one.name == "availability" and one.target]
    if levels and not any(one.exclusions for one in levels):
        yield Finding(levels[0].span, "nothing says which downtime does not count")


RULE = Rule(
    code="MET007",
    name="no-exclusions",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="List what is left out (planned maintenance, the customer's faults), or say that "
    "nothing is.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "«Availability of the service shall be at least 99.5%» in each calendar month.",
            instead="Availability of the service shall be at least 99.5% in each calendar month, "
            "excluding planned maintenance.",
        ),
        Bad("The Supplier guarantees «99.9% uptime» per month. Credits apply below it."),
        Bad("| Service | Availability |\n| --- | --- |\n| Portal | «99.5%» |\n| Mail | 99.9% |\n"),
        Good(
            "Monthly uptime shall be at least 99.9%.\n\n## Exclusions\n\nFailures of the "
            "Customer's network do not count.",
        ),
        Good("The Supplier shall respond within 4 hours.", note="Only availability is told."),
        Good("Uptime is 99.9% a month. Downtime does not include planned maintenance."),
    ),
)
