"""A phrase that looks like a defined term and is not quite it.

"Monthly Uptime Percentage" is defined, and the credits follow the "Uptime Percentage". Either the
same is meant, then the text should say so, or something else, then it is not defined.

Told once a phrase, at its first use: the words of a defined term of two or more words in another
order, or with one of them missing, added or replaced.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each variant of a defined term."""
    for term in draft.undefined_terms:
        if term.near is not None:
            yield Finding(
                term.uses[0],
                f'"{term.name}" is not defined; the term defined is "{term.near.name}"',
            )


RULE = Rule(
    code="DEF005",
    name="term-variant",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Use the defined term, or define the variant where another thing is meant.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            '"Monthly Uptime Percentage" means the share of minutes the Service was up. "Fees" '
            "means "
            "the fees.\n\nCredits follow the «Uptime Percentage».",
            instead='"Monthly Uptime Percentage" means the share of minutes the Service was up. '
            '"Fees" '
            "means the fees.\n\nCredits follow the Monthly Uptime Percentage.",
        ),
        Bad(
            'A credit (a "Monthly Service Credit") is due. "Fees" means the fees.\n\nThe «Service '
            "Credit» is paid monthly. The Service Credit is capped."
        ),
        Bad(
            '"Planned Maintenance Period" means Sunday night. "Fees" means the fees.\n\nWork '
            "outside "
            "the «Planned Maintenance Window» needs consent."
        ),
        Good(
            '"Support Hours" means 9:00 to 17:00. "Fees" means the fees.\n\nCalls outside the '
            "Support "
            "Hours are charged; one support hour costs 90 USD."
        ),
        Good(
            '"Support Hours" means 9:00 to 17:00. "Service Fees" means the fees.\n\nThe Service '
            "Fees "
            "cover calls in the Support Hours."
        ),
        Good('"Recovery Time" means the time to restore. The Recovery Time is two hours.'),
    ),
)
