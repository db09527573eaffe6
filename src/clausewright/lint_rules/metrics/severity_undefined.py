"""Classes of urgency that have targets and no meaning.

"Critical: 1 hour" is worth nothing until both sides agree what is critical. Whoever classifies
decides which clock runs. Say for each class what makes an incident belong to it.

Tolerated: a meaning given anywhere (a table, a list, a definition, a matrix of impact and urgency),
or in another document that the text names. Told once a document, with the classes that lack one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.severities import class_rank
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Table
from clausewright.model.finding import Severity

ELSEWHERE: Final = (
    (
        "{severity|priority|priorities|severities|classification} {is|are|as} "
        "{defined|described|set out|set forth|specified} in"
    ),
    (
        "{severity|priority} {level|levels|class|classes} {is|are|as|} "
        "{defined|described|set out|set forth|specified} in"
    ),
    "{urgency and impact|impact and urgency|urgency and its impact|impact and its urgency}",
    "{urgency x impact|impact x urgency}",
)
_SHOWN: Final = 4


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of the classes that have targets and no meaning."""
    if hits or any(_is_matrix(table) for one in (draft, *draft.companions) for table in one.tables):
        return
    defined = {
        one.rank
        for other in (draft, *draft.companions)
        for one in other.severities
        if one.meaning is not None
    }
    used = {
        class_rank(one.severity, in_table=True)
        for one in draft.sure_metrics
        if one.severity and one.target
    }
    bare = [
        one
        for one in draft.severities
        if one.meaning is None and one.rank in used and one.rank not in defined
    ]
    if bare:
        names = ", ".join(f'"{one.name}"' for one in bare[:_SHOWN])
        verb = "has" if len(bare) == 1 else "have"
        yield Finding(bare[0].span, f"{names} {verb} targets and no meaning")


def _is_matrix(table: Table) -> bool:
    """Tell a matrix that makes the class of urgency and impact."""
    said = " ".join(cell.text for row in table.rows[:2] for cell in row[:3]).lower()
    said += " ".join(row[0].text for row in table.rows if row).lower()
    return "urgency" in said and "impact" in said


RULE = Rule(
    code="MET014",
    name="severity-undefined",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say for each class what makes an incident belong to it, and who decides.",
    options=NoOptions(),
    phrases=ELSEWHERE,
    always=True,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Priority | Response time |\n| --- | --- |\n"
            "| «Critical» | 1 hour |\n| High | 4 hours |\n| Low | 24 hours |\n",
            instead="| Priority | Meaning | Response time |\n| --- | --- | --- |\n"
            "| Critical | The service is down for all users | 1 hour |\n"
            "| High | A main function fails | 4 hours |\n| Low | Any other fault | 24 hours |\n",
        ),
        Bad("- «P1»: response within 30 minutes\n- P2: response within 4 hours\n"),
        Bad(
            "| Severity | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| «Severity 1» | 1 hour | 8 hours |\n| Severity 2 | 4 hours | 2 days |\n",
        ),
        Good(
            "- Critical: the service is down for all users\n- Low: any other fault\n\n"
            "| Priority | Response time |\n| --- | --- |\n| Critical | 1 hour |\n"
            "| Low | 8 hours |\n",
            note="The list gives the meaning, the table the times.",
        ),
        Good(
            "Priorities are defined in the Support Handbook.\n\n"
            "| Priority | Response time |\n| --- | --- |\n| Critical | 1 hour |\n"
            "| Low | 8 hours |\n",
        ),
        Good(
            "| Impact | Urgency: low | Urgency: high |\n| --- | --- | --- |\n"
            "| One user | Minor | Major |\n| All users | Major | Critical |\n\n"
            "| Class | Response time |\n| --- | --- |\n| Critical | 1 hour |\n"
            "| Major | 4 hours |\n| Minor | 2 days |\n",
            note="A matrix of impact and urgency gives the meaning.",
        ),
        Good("The Provider shall respond to each request within 4 hours."),
    ),
)
