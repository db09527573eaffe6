"""Topics that this draft leaves to another agreement.

Real service level agreements are short schedules: term, liability, law and the like live in the
main agreement above. That is good drafting as long as the main agreement really says so. Nobody
reads two documents side by side by chance, so the list is told once, for someone to look each topic
up.

Told are topics that the draft only points to ("fees are set out in the order form"), and, where it
says that it belongs to a main agreement, topics that its profile wants, that are absent here, and
that usually live there. Files linted together as a set are read together instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.lint_rules.wanted_topics import profile_of, title_of, topics_of_main_agreement
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of all topics that are left to another agreement."""
    profile = profile_of(draft)
    if profile is None:
        return
    wanted = {one.topic for one in profile.wanted}
    here = {
        name
        for companion in draft.companions
        for name, one in companion.topics.items()
        if not one.by_reference
    }
    pointed = [
        name
        for name, one in draft.topics.items()
        if one.by_reference and name in wanted and name not in here
    ]
    absent = [name for name in topics_of_main_agreement(draft, profile) if name not in pointed]
    if pointed or absent:
        names = ", ".join(title_of(topic) for topic in (*pointed, *absent))
        yield Finding(None, f"left to another agreement: {names}")


_LINES = """# Service levels

This schedule forms part of the master services agreement between Acme Ltd and Borel Inc.

The Provider shall keep the hosted ledger available for 99.5% of each calendar month.
"""

RULE = Rule(
    code="TOP004",
    name="only-by-reference",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Look each of them up in the main agreement, or lint both files as one set.",
    options=NoOptions(),
    examples=(
        Bad(_LINES, whole=True),
        Bad(
            "# Support terms\n\nThis document supplements the Cloud Terms of Service and is subject"
            " to them.\n\nThe help desk answers each ticket within 4 business hours.",
            whole=True,
        ),
        Bad(
            _LINES + "\nFees and payment are governed by section 9 of the master agreement.\n",
            whole=True,
        ),
        Good("The Provider shall keep the hosted ledger available for 99.5% of each month."),
        Good(
            'This agreement is made between Acme Ltd (the "Provider") and Borel Inc (the'
            ' "Customer").\n\nUptime is 99.5% a month.'
        ),
        Good(
            "This internal agreement forms part of the service catalogue.\n\nUptime is 99.5%.",
            profile="internal-sla",
            note="An agreement inside one house leaves nothing to a main agreement.",
        ),
    ),
)
