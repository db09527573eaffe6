"""A claim that is due before the report that proves it.

Where a credit must be claimed within 5 days of the end of the month and the report on the levels
comes after 15, the customer has to claim in the dark or loses the credit. Let the claim run from
the report, or give it more days than the report.

Compared where both are counted from the end of the same month or period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import Statement, statements_with
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.pattern import regex

PHRASES = (
    "{claim|claims|claimed|claiming}",
    (
        "{request|requests|requested|apply|applies} {a|the|its|any|for a|for the|such|} "
        "{service credit|service credits|credit|credits|refund}"
    ),
    "credit {request|requests|claim|claims}",
)
_AFTER_PERIOD = regex(
    r"\s?(?:of|after|from|following)\s(?:the\s)?(?:end|close|last day)\sof\s(?:the\s|each\s|"
    r"every\s|that\s|"
    r"such\s|any\s|a\s)?(?:[\w-]+\s){0,2}?(?P<period>month|quarter|period|cycle|year)\b",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Compare each deadline of a claim with the deadline of the report on the same period."""
    if not hits:
        return
    claims = [statement for statement, _ in statements_with(draft, hits)]
    claiming = {statement.span for statement in claims}
    reports = {
        period: one
        for statement in draft.statements
        if statement.has(Cue.REPORT) and statement.span not in claiming
        for one, period in _deadlines(draft.text, statement)
    }
    for statement in claims if reports else ():
        if not statement.has(Cue.CREDIT):
            continue
        for claim, period in _deadlines(draft.text, statement):
            report = reports.get(period)
            if report is not None and claim.base < report.base:
                yield Finding(
                    claim.span,
                    f"the claim is due {claim.value:g} {claim.unit} after the {period}, the report "
                    f"that proves it {report.value:g} {report.unit} after",
                )


def _deadlines(text: str, statement: Statement) -> Iterator[tuple[Quantity, str]]:
    for one in statement.quantities:
        if one.dimension is not Dimension.DURATION or one.business:
            continue
        anchor = _AFTER_PERIOD.match(text, one.span.end)
        if anchor and one.comparator in {"<=", "<", None}:
            yield one, anchor["period"].lower()


RULE = Rule(
    code="CRD006",
    name="claim-before-report",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="let the time for the claim run from the report, or make it longer than the report's",
    options=NoOptions(),
    phrases=PHRASES,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Provider shall send the uptime report within 15 days of the end of each "
            "month. The "
            "Customer shall claim a credit within «10 days» after the end of the month.",
            instead="The Provider shall send the uptime report within 15 days of the end of each "
            "month. The Customer shall claim a credit within 30 days after the end of the month.",
        ),
        Bad(
            "Credit requests must reach the Provider within «5 days» of the end of the month.\n\n"
            "A monthly report on service levels is issued within 2 weeks of the end of the month.",
        ),
        Bad(
            "Any claim for a service credit expires unless made within «7 days» of the end of the "
            "quarter. The Supplier publishes its report within 20 days of the end of the quarter.",
        ),
        Good(
            "The Provider reports uptime within 10 days of the end of each month. The "
            "Customer shall "
            "claim a credit within 30 days of the end of the month.",
        ),
        Good(
            "The Provider reports uptime within 10 days of the end of each month. The "
            "Customer shall "
            "claim a credit within 7 days of receipt of the report.",
            note="The claim runs from the report.",
        ),
        Good("The Customer shall claim a credit within 5 days of the end of the month."),
    ),
)
