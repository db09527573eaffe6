"""A response that may take longer than the resolution.

Whoever resolves within 4 hours has responded within 4 hours. A response time of 8 hours beside it
says nothing, or one of the two is a slip of the pen.

Compared within one row, list item or sentence, for one class and service, and only where both
clocks run alike: business hours are not compared with hours of the day. In a table, a column or row
has to name the resolution: times of preparing or sending a message are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.clocks import comparable, rows, seconds
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Metric, Target
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_RESOLVES = regex(
    r"resol|restor|recover|repair|fix|solution|solv|clos|complet|remed|correct|workaround"
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each response that is slower than its resolution."""
    for row in rows(draft, draft.sure_metrics):
        responses = [one for one in row if one.name == "response time"]
        resolutions = [one for one in row if one.name == "resolution time"]
        if len(responses) == 1 and len(resolutions) == 1 and _names_it(draft, resolutions[0]):
            yield from _compared(responses, resolutions)


def _names_it(draft: Draft, resolution: Metric) -> bool:
    """Tell whether the table of a resolution time calls it one, in its column or row."""
    cell = draft.document.block_at(resolution.span.start).cell
    if cell is None:
        return True
    table = next((one for one in draft.tables if one.index == cell.table), None)
    if table is None or cell.row >= len(table.rows):
        return True
    heads = [row[cell.column].text for row in table.rows[: max(1, table.header_rows)]]
    around = " ".join([*heads, *(one.text for one in table.rows[cell.row])])
    return _RESOLVES.search(around.lower()) is not None


def _compared(responses: Sequence[Metric], resolutions: Sequence[Metric]) -> Iterator[Finding]:
    response, resolution = responses[0], resolutions[0]
    if response.severity != resolution.severity or response.service != resolution.service:
        return
    if response.target is None or resolution.target is None:
        return
    if comparable(response, resolution) and seconds(response) > seconds(resolution):
        yield Finding(
            response.span,
            f"a response within {_shown(response.target)} comes after the resolution "
            f"within {_shown(resolution.target)}",
        )


def _shown(target: Target) -> str:
    quantity = target.quantity
    value = quantity.high if quantity and quantity.high is not None else target.value
    return f"{value:g} {target.unit}"


RULE = Rule(
    code="MET012",
    name="response-exceeds-resolution",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Correct the one or the other; a response comes before the resolution.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 1 hour | 8 hours |\n| Low | «72 hours» | 2 days |\n",
            instead="| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 1 hour | 8 hours |\n| Low | 24 hours | 2 days |\n",
        ),
        Bad(
            "The Provider shall «respond to critical incidents within 6 hours» and resolve them "
            "within 4 hours.",
        ),
        Bad(
            "| Severity | Initial response | Restoration |\n| --- | --- | --- |\n"
            "| 1 | «90 minutes» | 1 hour |\n| 2 | 4 hours | 8 hours |\n",
        ),
        Bad(
            "For each fault the «response time is 4 working days» and the resolution time is one "
            "working day.",
        ),
        Good(
            "| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 10 hours | 1 business day |\n",
            note="Hours of the day and business days cannot be compared.",
        ),
        Good(
            "| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 4 hours | 4 hours |\n",
        ),
        Good("The Provider shall respond within 1 hour and resolve within 2 days."),
        Good(
            "| Message | Prepared within | Response expected |\n| --- | --- | --- |\n"
            "| Urgent notice | 1 hour | 2 hours |\n| Newsletter | 4 hours | 24 hours |\n",
            note="Nothing is resolved here: the columns tell when a message is ready and answered.",
        ),
    ),
)
