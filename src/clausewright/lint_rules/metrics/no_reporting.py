"""Targets that nobody reports on.

A level that is measured and not reported is known to one side only. Say who reports the levels, to
whom, how often, or where they can be seen.

Told once a document, where nothing says how levels are reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once where there are targets and no reporting of them."""
    targets = [one for one in draft.sure_metrics if one.target is not None]
    drafts = (draft, *draft.companions)
    if targets and not any(_is_reported(one) for one in drafts):
        yield Finding(targets[0].span, "nothing says who reports the levels, to whom and how often")


def _is_reported(draft: Draft) -> bool:
    """Tell whether anything says that levels are reported, or promises reports or statistics."""
    return "reporting" in draft.topics or any(one.reporting for one in draft.sure_metrics)


RULE = Rule(
    code="MET019",
    name="no-reporting",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Say who reports the levels, to whom and how often, or where they can be seen.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Supplier shall keep «availability at or above 99.9%» in each calendar month.",
            instead="The Supplier shall keep availability at or above 99.9% in each calendar month "
            "and shall report it to the Customer within 10 days of the end of the month.",
        ),
        Bad("The Provider shall «respond to each ticket within 4 business hours»."),
        Bad("| Service | Availability |\n| --- | --- |\n| Portal | «99.5%» |\n"),
        Good("Uptime shall be 99.9% per month. Current uptime is shown on the status page."),
        Good(
            "The Provider shall respond within 4 hours.\n\n## Reporting\n\n"
            "The Provider sends a report on all service levels every month.",
        ),
        Good(
            "Uptime shall be 99.9% per month.\n\nAt the end of each quarter the Provider gives the "
            "Customer statistics on tickets and on the use of the portal, in a written summary.",
        ),
        Good("The parties meet every month."),
    ),
)
