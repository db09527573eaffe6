"""A target whose number has no unit.

"Response time: 4" is four minutes to one side and four days to the other. Write the unit beside
the number or in the header of its column.

Tolerated: a bare number under a header that gives the unit ("Response (hours)", "Uptime %").
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.groups import and_more, by_place
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each target that is a bare number."""
    bare = (one for one in draft.metrics if one.target is not None and not one.target.unit)
    for metric, count in by_place(draft, bare):
        number = metric.target.value if metric.target else 0
        yield Finding(
            metric.span, f"the {metric.name} target {number:g} has no unit{and_more(count)}"
        )


RULE = Rule(
    code="MET003",
    name="no-unit",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="write the unit beside the number or in the header of its column",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Priority | Response time |\n| --- | --- |\n| High | «1» |\n| Low | 8 |\n",
            instead="| Priority | Response time (hours) |\n| --- | --- |\n| High | 1 |\n"
            "| Low | 8 |\n",
        ),
        Bad(
            "«Availability of the service shall be at least 99.9» in each calendar month.",
            instead="Availability of the service shall be at least 99.9% in each calendar month.",
        ),
        Bad(
            "| Service | Availability |\n| --- | --- |\n| Portal | «99.5» |\n",
            instead="| Service | Availability (%) |\n| --- | --- |\n| Portal | 99.5 |\n",
        ),
        Good("| Service | Uptime % |\n| --- | --- |\n| Portal | 99.5 |\n"),
        Good("| Severity | Resolution (business days) |\n| --- | --- |\n| 1 | 2 |\n| 2 | 5 |\n"),
        Good("The help desk shall answer at least 200 calls in each working day."),
    ),
)
