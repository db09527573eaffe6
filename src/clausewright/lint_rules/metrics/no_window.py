"""A target without the period or the hours it is measured in.

99.9% of a day leaves 86 seconds of downtime, 99.9% of a year leaves 8.76 hours in one piece. Four
hours that run around the clock are not four hours of a working day. Say over which period a level
is measured ("in each calendar month"), and in which hours a clock runs ("in Support Hours").

Tolerated: a window that the table, the section or the definition of the metric sets once for all
its targets. Targets of one table or list are told once. Notices, maintenance limits and recovery
objectives need no window.

A hint only, for a time in hours, where the text tells the hours of the service or of its support:
readers will count in them, but the text does not say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.quantity_units import DAY
from clausewright.lint_rules.metrics.groups import (
    PERIODIC,
    and_more,
    by_place,
    is_capacity,
    needs_clock,
    quoted,
)
from clausewright.lint_rules.metrics.owed import owed_metrics
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Metric
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_PLACES: Final = 3
"""Places without hours up to which each is told: where there are more, one clause mends all."""
_WEEK: Final = 7 * DAY
_ROUND_THE_CLOCK = regex(
    r"\b24\s?[x/\u00d7-]\s?7\b|\b24 hours\b[^.\n]{0,20}\b7 days\b", re.IGNORECASE
)
_OVER_MANY = regex(
    r"\b(?:average|mean|median|percentile|p\d\d|\d{2,3}(?:\.\d+)?\s?%)", re.IGNORECASE
)
"""What makes a latency a figure of many requests."""


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each target whose number depends on a window that nobody sets."""
    measured = {_level(one) for one in draft.sure_metrics if one.window is not None}
    lacking = [
        one
        for one in owed_metrics(draft)
        if _lacks_window(one) and not (one.name in PERIODIC and _level(one) in measured)
    ]
    for metric, count in by_place(draft, (one for one in lacking if one.name in PERIODIC)):
        yield _of_period(draft, metric, count)
    timed = [one for one in lacking if one.name not in PERIODIC]
    places = list(by_place(draft, (one for one in timed if not _in_days(one))))
    if len(places) > _PLACES:
        total = sum(count for _, count in places)
        more = f" (and {total - 1} more in {len(places)} places)"
        yield _of_hours(draft, places[0][0], more)
    else:
        for metric, count in places:
            yield _of_hours(draft, metric, and_more(count))
    for metric, count in by_place(draft, filter(_in_days, timed)):
        yield Finding(
            metric.span,
            f"{quoted(draft, metric)}: say whether calendar or business days{and_more(count)}",
            help='Write "calendar days", or "business days" and which days these are.',
            severity=Severity.INFO,
        )


def _level(metric: Metric) -> tuple[str, float]:
    """Give what a level that is said again has in common with the first."""
    return metric.name, metric.target.value if metric.target else 0.0


def _of_period(draft: Draft, metric: Metric, count: int) -> Finding:
    words = quoted(draft, metric)
    if metric.name == "latency" and not _is_over_many(draft, metric):
        return Finding(
            metric.span,
            f"{words} may hold for each request or on average: say which{and_more(count)}",
            help='Write "for each request", or "on average over each calendar month".',
            severity=Severity.INFO,
        )
    return Finding(
        metric.span, f"{words} is measured over no period: say over which period{and_more(count)}"
    )


def _of_hours(draft: Draft, metric: Metric, more: str) -> Finding:
    words = quoted(draft, metric)
    if _gives_hours(draft):
        message = f"{words}: nothing says whether it counts in the hours that the text gives{more}"
        return Finding(metric.span, message, severity=Severity.INFO)
    return Finding(metric.span, f"{words}: nothing says in which hours the clock runs{more}")


def _gives_hours(draft: Draft) -> bool:
    """Tell whether a passage on service hours has times of the day or runs around the clock."""
    topic = draft.topics.get("hours")
    return topic is not None and any(
        _ROUND_THE_CLOCK.search(draft.text, passage.start, passage.end) is not None
        or any(one.dimension is Dimension.TIME_OF_DAY for one in draft.quantities_in(passage))
        for passage in topic.passages
    )


def _is_over_many(draft: Draft, metric: Metric) -> bool:
    sentence = draft.sentence_at(metric.span.start)
    return _OVER_MANY.search(draft.text, sentence.start, sentence.end) is not None


def _in_days(metric: Metric) -> bool:
    """Tell a time in days: the hours of a day do not matter to it."""
    return metric.target is not None and metric.target.unit.startswith("day")


def _lacks_window(metric: Metric) -> bool:
    if metric.target is None or metric.window is not None or is_capacity(metric):
        return False
    quantity = metric.target.quantity
    if metric.name not in PERIODIC and quantity is not None and quantity.base >= _WEEK:
        return False
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
        Bad(
            "Support is open from 9:00 to 17:00.\n\n## Faults\n\nThe Provider shall «respond to "
            "critical incidents within 4 hours».",
            note="A hint: hours are given, and may not be meant.",
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
        Good(
            "Monthly uptime of the portal shall be at least 99.9%.\n\n"
            "| Level | Probe |\n| --- | --- |\n| 99.9% uptime | every minute |\n",
            note="The same level, said again.",
        ),
        Good("Each line carries up to 500 Gbps."),
        Good("A person who leaves is replaced within 30 days by one of like skill."),
        Good("Up to 4 hours of free support are given to each team in a year."),
        Good(
            "## Disputes\n\nThe managers shall respond to a notice of dispute within 48 hours.",
            note="A step of a procedure is no level of the service.",
        ),
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
