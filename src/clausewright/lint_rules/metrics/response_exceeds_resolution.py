"""A response that may take longer than the resolution.

Whoever resolves within 4 hours has responded within 4 hours. A response time of 8 hours beside it
says nothing, or one of the two is a slip of the pen. The same holds for a restoration or workaround
that may take longer than the final resolution, and a warning tells updates promised so seldom that
the first falls due after the resolution.

Compared within one row, list item or sentence, for one class and service, and only where both
clocks run alike: business hours are not compared with hours of the day. In a table, a column or row
has to name the resolution: times of preparing or sending a message are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.clocks import comparable, rows, seconds
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Metric, Target
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_RESOLVES = regex(
    r"resol|restor|recover|repair|fix|solution|solv|clos|complet|remed|correct|workaround"
)

_RESTORES = regex(r"restor|recover|workaround|mitigat|temporary")
_FINAL = regex(r"resol|permanent|final|clos|root|\bfix")
_STEPS: Final = (
    ("response time", "a response within", None),
    ("update interval", "an update every", Severity.WARNING),
)
"""Steps before the end of an incident: the name of the metric, its words, how sure a slip is."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each step that is slower than the resolution it comes before."""
    for row in rows(draft, draft.sure_metrics):
        resolved = [one for one in row if one.name == "resolution time"]
        restored = [one for one in resolved if _is_restoration(draft, one)]
        final = [one for one in resolved if one not in restored]
        ends = final or restored
        if len(ends) != 1 or not _names_it(draft, ends[0]):
            continue
        if len(restored) == 1 and final:
            yield from _compared(restored[0], ends[0], "a restoration within")
        for name, step, severity in _STEPS:
            named = [one for one in row if one.name == name]
            if len(named) == 1:
                yield from _compared(named[0], ends[0], step, severity)


def _is_restoration(draft: Draft, metric: Metric) -> bool:
    """Tell a resolution time that ends with the service restored, and not with the cause mended."""
    said = f"{metric.label} {_around(draft, metric)[0]}".lower()
    return _RESTORES.search(said) is not None and _FINAL.search(said) is None


def _around(draft: Draft, metric: Metric) -> tuple[str, str]:
    """Give the header of a metric's column and the text of its row; empty outside tables."""
    cell = draft.document.block_at(metric.span.start).cell
    table = next((one for one in draft.tables if cell and one.index == cell.table), None)
    if cell is None or table is None or cell.row >= len(table.rows):
        return "", ""
    heads = [row[cell.column].text for row in table.rows[: max(1, table.header_rows)]]
    return " ".join(heads), " ".join(one.text for one in table.rows[cell.row])


def _names_it(draft: Draft, resolution: Metric) -> bool:
    """Tell whether the table of a resolution time calls it one, in its column or row."""
    around = " ".join(_around(draft, resolution)).lower().strip()
    return not around or _RESOLVES.search(around) is not None


def _compared(
    step: Metric, resolution: Metric, named: str, severity: Severity | None = None
) -> Iterator[Finding]:
    if step.severity != resolution.severity or step.service != resolution.service:
        return
    if step.target is None or resolution.target is None:
        return
    if comparable(step, resolution) and seconds(step) > seconds(resolution):
        yield Finding(
            step.span,
            f"{named} {_shown(step.target)} comes after the resolution "
            f"within {_shown(resolution.target)}",
            severity=severity,
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
    help="Correct the one or the other; each step comes before the resolution.",
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
        Bad(
            "| Severity | Restoration of service | Permanent resolution |\n| --- | --- | --- |\n"
            "| 1 | 2 hours | 5 days |\n| 2 | «4 days» | 3 days |\n",
            note="Service is restored before the cause is mended.",
        ),
        Bad(
            "The Provider shall send «updates on a critical incident every 8 hours» and resolve it "
            "within 4 hours.",
            note="A warning: the first update would fall due after the resolution.",
        ),
        Good(
            "| Severity | Restoration of service | Permanent resolution |\n| --- | --- | --- |\n"
            "| 1 | 2 hours | 5 days |\n| 2 | 8 hours | 20 days |\n",
        ),
        Good(
            "| Priority | Updates | Resolution time |\n| --- | --- | --- |\n"
            "| High | every 2 hours | 8 hours |\n| Low | every 2 days | 10 days |\n",
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
