"""A target that nothing measures.

A level is worth what its measurement is worth. Without a formula, a source of data or the event
that starts and stops the clock, each side reads its own numbers. Say how the level is reckoned,
from whose data, and for times what starts and stops the clock.

Tolerated: a method given once for the metric, in a definition, a measurement section or a column
of the table; a time whose sentence names the event it is counted from ("within 4 hours of its
report"), or whose clock the text speaks of anywhere, or that an example reckons; a share "of all
minutes of the month"; what a line can carry. Each kind of metric is told once a document, as a hint
where the text does not call itself an agreement on service levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.statements import statement_after, statement_at
from clausewright.lint_rules.metrics.groups import (
    PERIODIC,
    and_more,
    by_name,
    is_capacity,
    needs_clock,
)
from clausewright.lint_rules.metrics.owed import owed_metrics
from clausewright.lint_rules.part_of_contract import PERHAPS_NO_SERVICE_LEVELS
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Metric
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_CLOCK = "{clock starts|clock begins|clock runs|clock stops|clock is|time stamp|time stamps}"
_STAMP = "{timestamp|timestamps|timestamped|time stamped}"
_EVENT = (
    r"(?:receipt|receiv\w{1,4}|report\w{0,4}|submi\w{2,8}|detect\w{1,4}|discover\w{1,4}|aware"
    r"|noti\w{2,9}|request\w{0,3}|tickets?|calls?|e-?mails?|creation|created|opened|logg\w{1,3}"
    r"|raised|acknowledg\w{1,7}|assign\w{1,5}|confirm\w{1,6}|arriv\w{1,4}|incidents?|faults?"
    r"|failures?|release|outage|response|dispatch\w{0,3}|alert\w{0,3})"
)
_COUNTED = regex(
    rf"[^.;\n]{{0,24}}?\b(?:of|from|after|following|upon|since|once)\s[^.;\n]{{0,40}}?\b{_EVENT}\b",
    re.IGNORECASE,
)
_SPANS = regex(
    r"\b(?:time|period|duration|hours|interval)\s(?:elapsed\s)?(?:from|between)\b"
    r"|\b(?:measured|counted|counting|starting|running|calculated)\s(?:from|when|at|upon)\b",
    re.IGNORECASE,
)
_EXAMPLE = regex(r"\W{0,4}(?:for (?:example|instance)|e\.g\.)", re.IGNORECASE)
_SHARE = regex(
    r"\bof (?:the |all )?(?:total )?(?:(?:number|count|sum|amount) of )?"
    r"(?:minutes|hours|seconds|requests) (?:in|of|per|that make)\b",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once of each kind of metric whose measurement is not told."""
    unmeasured = (
        one
        for one in owed_metrics(draft)
        if one.target is not None
        and not one.method
        and _is_measured(one)
        and not _is_reckoned(draft, one, stamped=bool(hits))
    )
    sure = draft.profile.claimed
    doubt = "" if sure else f"; {PERHAPS_NO_SERVICE_LEVELS}"
    for metric, count in by_name(unmeasured):
        yield Finding(
            metric.span,
            f"nothing says how {metric.name} is measured{and_more(count, 'of this kind')}{doubt}",
            severity=Severity.WARNING if sure else Severity.INFO,
        )


def _is_reckoned(draft: Draft, metric: Metric, *, stamped: bool) -> bool:
    """Tell whether the words beside a target say from when, or of what, it is counted."""
    statement = statement_at(draft.statements, metric.span.start)
    bounds = statement.span.start, statement.span.end
    if not needs_clock(metric):
        return _SHARE.search(draft.text, *bounds) is not None
    quantity = metric.target.quantity if metric.target else None
    if stamped or _SPANS.search(draft.text, *bounds):
        return True
    after = statement_after(draft.statements, metric.span.start)
    if after is not None and _EXAMPLE.match(draft.text, after.span.start):
        return any(one.dimension is Dimension.TIME_OF_DAY for one in after.quantities)
    return quantity is not None and bool(
        _COUNTED.match(draft.text, quantity.span.end, statement.span.end)
    )


def _is_measured(metric: Metric) -> bool:
    """Tell a level or a time from the interval of updates, which anybody can count."""
    if is_capacity(metric):
        return False
    return metric.name in PERIODIC or (needs_clock(metric) and metric.name != "update interval")


RULE = Rule(
    code="MET004",
    name="no-measurement",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Give the formula or the clock's start and stop, the data source, and who measures.",
    options=NoOptions(),
    phrases=(_CLOCK, _STAMP),
    always=True,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "«Availability of the portal shall be at least 99.5%» in each calendar month.",
            instead="Availability of the portal shall be at least 99.5% in each calendar month. "
            "Availability is calculated as total minutes less downtime, divided by total minutes.",
        ),
        Bad(
            "The Provider shall «respond to each incident within 2 hours» in Support Hours.",
            instead="The Provider shall respond to each incident within 2 hours in Support Hours, "
            "measured from the time the ticket is recorded.",
        ),
        Bad(
            "| Service | Availability |\n| --- | --- |\n| Portal | «99.5% per month» |\n".replace(
                "«99.5% per month»", "«99.5%» per month"
            ),
            instead="| Service | Availability | Measurement |\n| --- | --- | --- |\n"
            "| Portal | 99.5% per month | Provider's external probe, every minute |\n",
        ),
        Good(
            "Monthly uptime shall be at least 99.9%. The Provider monitors uptime with a probe "
            "outside its network.",
        ),
        Good(
            "We answer each request within four working hours. For example, a mail of 4PM has an "
            "answer by 11AM of the next working day.",
        ),
        Good("Failed parts are replaced within 4 hours of detection, around the clock."),
        Good("First response within 30 business minutes of the Host becoming aware of the fault."),
        Good(
            "- **Longest wait:** (time from the arrival of your request to a first human reply) 1 "
            "working day\n",
        ),
        Good(
            "| Service | Turnaround |\n| --- | --- |\n| Contract review | 5 business days |\n\n"
            "The clock starts when the request is entered in the tracker.",
        ),
        Good("The portal is available for 99.9% of all minutes of a calendar month."),
        Good("The Supplier shall give 5 days' notice of planned maintenance."),
        Good("During an outage the Provider shall post updates every 30 minutes."),
        Good(
            "Calls and letters received outside office hours are dealt with on the next business "
            "day.",
            note="This says when a day begins, and sets no level.",
        ),
        Good(
            "Response time means the time from receipt of a ticket to the first reply of an "
            "engineer. The response time shall not exceed 4 business hours.",
        ),
    ),
)
