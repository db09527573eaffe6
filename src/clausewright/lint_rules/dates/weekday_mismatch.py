"""A weekday that is not the weekday of its date.

"Monday, 3 March 2026" names two days: 3 March 2026 is a Tuesday. A deadline, a hearing or a change
window then has two candidates.

Told only where the date has its year and can be read one way.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.date_forms import WEEKDAYS
from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each date that stands beside the wrong weekday."""
    for mention in draft.dates:
        if mention.weekday is None or mention.date is None:
            continue
        actual = WEEKDAYS[mention.date.weekday()]
        if actual != mention.weekday:
            written = draft.document.text_of(mention.span)
            yield Finding(
                mention.span,
                f"{written} is a {actual.title()}, the text says {mention.weekday.title()}",
            )


RULE = Rule(
    code="DAT004",
    name="weekday-mismatch",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Correct the weekday or the date, or leave the weekday out.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            "The review meeting takes place on Monday, «3 March 2026».",
            instead="The review meeting takes place on Tuesday, 3 March 2026.",
        ),
        Bad("The Service moves to the new site on Friday, «May 2, 2026»."),
        Bad("Acceptance ends on «2026-06-15» (Tuesday)."),
        Good("The review meeting takes place on Tuesday, 3 March 2026."),
        Good("Reports are due on the first Monday after 3 March 2026.", note="No weekday of it."),
        Good("The term ends on Wednesday, December 31, 2025."),
    ),
)
