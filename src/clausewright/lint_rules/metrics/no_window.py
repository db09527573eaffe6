"""A target without the period or the hours it is measured in.

99.9% of a day leaves 86 seconds of downtime, 99.9% of a year leaves 8.76 hours in one piece. Four
hours that run around the clock are not four hours of a working day. Say over which period a level
is measured ("in each calendar month"), and in which hours a clock runs ("in Support Hours").

Tolerated: a window that the table, the section or the definition of the metric sets once for all
its targets. Targets of one table or list are told once. Notices, maintenance limits and recovery
objectives need no window.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.groups import PERIODIC, and_more, by_place, needs_clock, quoted
from clausewright.lint_rules.metrics.owed import owed_metrics
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Metric
from clausewright.model.finding import Severity

_AT_ONCE: Final = frozenset({Dimension.RATE, Dimension.DATA})
"""What a line or a disk holds at any moment: it needs no period."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each target whose number depends on a window that nobody sets."""
    for metric, count in by_place(draft, filter(_lacks_window, owed_metrics(draft))):
        where = "say over which period" if metric.name in PERIODIC else "say in which hours it runs"
        lacking = "no period" if metric.name in PERIODIC else "no hours"
        yield Finding(
            metric.span,
            f"{quoted(draft, metric)} is measured over {lacking}: {where}{and_more(count)}",
        )


def _lacks_window(metric: Metric) -> bool:
    if metric.target is None or metric.window is not None:
        return False
    if metric.name == "throughput":
        quantity = metric.target.quantity
        return quantity is None or quantity.dimension not in _AT_ONCE
    return metric.name in PERIODIC or needs_clock(metric)


RULE = Rule(
    code="MET002",
    name="no-window",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help='Add the measuring period ("in each calendar month") or the hours ("in Support Hours").',
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Supplier guarantees «99.9% availability» of the platform.",
            instead="The Supplier guarantees 99.9% availability of the platform in each "
            "calendar month.",
        ),
        Bad(
            "The Provider shall «respond to critical incidents within 4 hours».",
            instead="The Provider shall respond to critical incidents within 4 business hours.",
        ),
        Bad(
            "| Priority | Response time |\n| --- | --- |\n| High | «2 hours» |\n"
            "| Low | 8 hours |\n",
            instead="| Priority | Response time (24x7) |\n| --- | --- |\n| High | 2 hours |\n"
            "| Low | 8 hours |\n",
        ),
        Good("Monthly uptime of the service shall be at least 99.9%."),
        Good(
            "To receive a credit, you must:\n\n- contact the help desk within 10 days of the "
            "outage\n- tell it when the outage began and ended\n",
            note="What the customer has to do is no level of service.",
        ),
        Good(
            "Tickets that are received after business hours count as received the next morning, "
            "and the desk responds to them within 4 business hours.",
        ),
        Good("Each line carries up to 500 Gbps."),
        Good("The purpose of this page is to tell how we reach 99.9% uptime."),
        Good(
            "The Customer may terminate this agreement for a breach that is not rectified within "
            "30 days after a notice.",
        ),
        Good("So far our average response time for questions is about 2 days."),
        Good(
            "## Response\n\nResponse times are measured during Support Hours.\n\n"
            "- Critical incidents: response within 1 hour\n"
            "- Other incidents: response within 4 hours\n",
            note="The section sets the hours once for its targets.",
        ),
        Good(
            "The Supplier shall give at least 5 days' notice of planned maintenance.",
            note="A notice needs no window.",
        ),
    ),
)
