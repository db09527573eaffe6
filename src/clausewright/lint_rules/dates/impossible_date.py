"""A date that no calendar holds.

A term that ends on 31 April, or a fee due on 29 February of a common year, leaves open which day
was meant, and with it when a right arises or lapses.

A date of digits alone is told only where neither order of day and month gives a day: 18/9/2008 is
18 September. A day without a year is told only where no year has it (31 June, 30 February).
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once for each date that does not exist."""
    for mention in draft.dates:
        if mention.impossible:
            written = draft.document.text_of(mention.span)
            yield Finding(mention.span, f"{written} is no day of the calendar")


RULE = Rule(
    code="DAT001",
    name="impossible-date",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Write the day that is meant.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            "This Agreement ends on «31 April 2026».",
            instead="This Agreement ends on 30 April 2026.",
        ),
        Bad("The first fee falls due on «February 29, 2027»."),
        Bad("Reports for the half-year are due by «31 June» of each year."),
        Bad("The pilot runs until «2026-02-30», and the review follows on «31/11/2026»."),
        Good("Signed on 18/9/2008.", note="Day first: 18 September 2008."),
        Good("The term starts on February 29, 2028.", note="2028 is a leap year."),
        Good("Support is open 24/7/365, and release 1.2.30 is covered.", note="No dates at all."),
        Good("Any failure in May 35 times or more counts as chronic.", note="No day of May."),
    ),
)
