"""A claim that is due before the report that proves it.

Where a credit must be claimed within 5 days of the end of the month and the report on the levels
comes after 15, the customer has to claim in the dark or loses the credit. Let the claim run from
the report, or give it more days than the report.

Compared where both are counted from the end of the same month or period, in business days or not,
or where the report has its day in the month after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import Statement, statements_with
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

PHRASES = (
    "{claim|claims|claimed|claiming}",
    (
        "{request|requests|requested|apply|applies} {a|the|its|any|for a|for the|such|} "
        "{service credit|service credits|credit|credits|refund}"
    ),
    "credit {request|requests|claim|claims}",
)
_DAY: Final = 86_400.0
_BUSINESS_DAY: Final = 1 / 3  # a business day counts as 8 hours, as quantities convert it
_AFTER_PERIOD = regex(
    r"\s?(?:of|after|from|following)\s(?:(?:the\s)?(?:end|close|last day)\sof\s)?(?:the\s|each\s|"
    r"every\s|that\s|such\s|any\s|a\s)?(?:[\w-]+\s){0,2}?"
    r"(?P<period>month|quarter|period|cycle|year)\b",
    re.IGNORECASE,
)
_ON_A_DAY = regex(
    r"\b(?:on|by|before|until|than)\sthe\s(?P<day>\d{1,2})(?:st|nd|rd|th)\s(?:calendar\s)?"
    r"(?:(?P<business>business|working)\s)?day\s(?:of|in)\s(?:the\s|each\s|every\s)?"
    r"(?:following\s|next\s|subsequent\s)(?:calendar\s)?(?P<period>month|quarter)\b",
    re.IGNORECASE,
)


class _Deadline(NamedTuple):
    """A number of days after the end of a period."""

    days: float
    shown: str
    business: bool
    period: str
    span: Span


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Compare each deadline of a claim with the deadline of the report on the same period."""
    if not hits:
        return
    claims: list[_Deadline] = []
    reports: dict[tuple[str, bool], _Deadline] = {}
    claiming = {statement.span: inside for statement, inside in statements_with(draft, hits)}
    for statement in draft.statements:
        of_claims = claiming.get(statement.span, ())
        if of_claims and not statement.has(Cue.CREDIT):
            continue
        for one in _deadlines(draft.text, statement):
            if _is_claim(statement, one, of_claims):
                claims.append(one)
            elif statement.has(Cue.REPORT):
                reports[one.period, one.business] = one
    for claim in claims:
        report = reports.get((claim.period, claim.business))
        if report is not None and claim.days < report.days:
            yield Finding(
                claim.span,
                f"the claim is due {claim.shown} after the {claim.period}, the report that proves "
                f"it {report.shown} after",
            )


def _is_claim(statement: Statement, deadline: _Deadline, hits: Sequence[Hit]) -> bool:
    """Tell whether a deadline is that of the claim a sentence speaks of, not of its report.

    A sentence with one deadline gives that of the claim; of several each belongs to the words
    since the one before it.
    """
    before = [
        one.span.end
        for one in _deadlines(statement.text, statement)
        if one.span.end <= deadline.span.start
    ]
    several = len(list(_deadlines(statement.text, statement))) > 1
    start = before[-1] if before else statement.span.start
    since = [hit for hit in hits if start <= hit.span.start < deadline.span.start]
    return bool(since) if several else bool(hits)


def _deadlines(text: str, statement: Statement) -> Iterator[_Deadline]:
    for one in statement.quantities:
        if one.dimension is not Dimension.DURATION:
            continue
        anchor = _AFTER_PERIOD.match(text, one.span.end)
        if anchor and one.comparator in {"<=", "<", None}:
            shown = f"{one.value:g} {one.unit}"
            period = anchor["period"].lower()
            yield _Deadline(one.base / _DAY, shown, one.business, period, one.span)
    if not statement.has(Cue.REPORT, Cue.CREDIT):
        return
    for day in _ON_A_DAY.finditer(text, statement.span.start, statement.span.end):
        unit = "business days" if day["business"] else "days"
        yield _Deadline(
            days=float(day["day"]) * (_BUSINESS_DAY if day["business"] else 1.0),
            shown=f"{day['day']} {unit}",
            business=bool(day["business"]),
            period=day["period"].lower(),
            span=Span(*day.span()),
        )


RULE = Rule(
    code="CRD006",
    name="claim-before-report",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Let the time for the claim run from the report, or make it longer than the report's.",
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
        Bad(
            "The Provider publishes the uptime figures by the 12th day of the next month in its "
            "report.\n\nCredits that are not claimed within «10 days» after the end of the month "
            "lapse."
        ),
        Bad(
            "The monthly report follows within 15 business days after the end of the month; "
            "credits are to be claimed within «10 business days» after the end of the month."
        ),
        Good(
            "The monthly report follows within 5 business days after the end of the month; "
            "credits are to be claimed within 10 business days after the end of the month."
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
