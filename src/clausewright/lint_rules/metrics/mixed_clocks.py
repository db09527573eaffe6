"""Clocks of two kinds in one promise.

"Response in 4 business hours, resolution in 6 hours": for a fault of Friday evening the resolution
is due on Friday night and the response on Monday. "Business hours (24x7)" are no hours at all. Let
the times of one row run by one clock.

A resolution in business time behind a response in plain hours is tolerated; where the words beside
the two times ("24x7", "in business hours") say that they run by two clocks, it is told. Told once
for each table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.metrics.clocks import is_business, rows
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Metric
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

PHRASES = (
    "{business|working|office} hours {24x7|24/7|24/7/365|24x7x365|24 x 7}",
    "{24x7|24/7|24/7/365|24x7x365|24 x 7} {business|working|office} hours",
    "{business|working|office} hours ({24x7|24/7|24/7/365|24x7x365}",
)

_CLOCK = regex(
    r"[,\s]{0,2}(?:\(|counted\s|measured\s|running\s|on\sa\s|within\s|during\s|in\s){0,2}"
    r"(?:(?P<always>24\s?[x/\u00d7]\s?7|(?:a)?round\sthe\sclock|at\sany\stime\sof\sday)"
    r"|(?:the\s|our\s|normal\s)?(?P<business>(?:business|working|office)\shours))\b",
    re.IGNORECASE,
)
_BUSINESS: Final = "in business hours"
_ALWAYS: Final = "around the clock"


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of business hours that run around the clock, and of rows with two clocks."""
    for _, same in groupby(hits, key=lambda hit: hit.span.start):
        span = max((hit.span for hit in same), key=len)
        yield Finding(span, "business hours do not run around the clock: which of the two counts")
    said: set[int] = set()
    for row in rows(draft, draft.sure_metrics):
        found = _two_clocks(draft, row)
        block = draft.document.block_at(row[0].span.start)
        place = block.cell.table if block.cell else -1 - block.index
        if found is not None and place not in said:
            said.add(place)
            yield Finding(*found)


def _two_clocks(draft: Draft, row: list[Metric]) -> tuple[Span, str] | None:
    responses = [one for one in row if one.name == "response time"]
    resolutions = [one for one in row if one.name == "resolution time"]
    if len(responses) != 1 or len(resolutions) != 1:
        return None
    response, resolution = responses[0], resolutions[0]
    if response.target is None or resolution.target is None:
        return None
    first, second = _clock(draft, response), _clock(draft, resolution)
    unsaid = first == _BUSINESS and second is None and resolution.window is None
    if not unsaid and {first, second} != {_BUSINESS, _ALWAYS}:
        return None
    return resolution.span, (
        f"the resolution runs in {_shown(resolution, second)}, the response before it in "
        f"{_shown(response, first)}"
    )


def _clock(draft: Draft, metric: Metric) -> str | None:
    """Tell by which clock a target runs: by its unit, or by the words right after it."""
    if is_business(metric):
        return _BUSINESS
    quantity = metric.target.quantity if metric.target else None
    if quantity is None:
        return None
    end = draft.sentence_at(quantity.span.start).end
    said = _CLOCK.match(draft.text, quantity.span.end, end)
    if said is None:
        return None
    return _ALWAYS if said["always"] else _BUSINESS


def _shown(metric: Metric, clock: str | None) -> str:
    unit = metric.target.unit if metric.target else ""
    return unit if clock is None or clock in unit or is_business(metric) else f"{unit} {clock}"


RULE = Rule(
    code="MET016",
    name="mixed-clocks",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Let the times of one row run by one clock, business hours or hours of the day.",
    options=NoOptions(),
    phrases=PHRASES,
    always=True,
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 4 business hours | «12 hours» |\n| Low | 1 business day | 5 days |\n",
            instead="| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 4 business hours | 12 business hours |\n"
            "| Low | 1 business day | 5 business days |\n",
        ),
        Bad("Response times run during «business hours (24/7»)."),
        Bad(
            "The Provider responds in 2 business hours and shall «resolve the fault within "
            "8 hours»."
        ),
        Bad(
            "| Class | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 15 minutes (24x7) | «6 business hours» |\n",
        ),
        Bad(
            "For each fault the response time is 45 minutes in working hours and the «resolution "
            "time is 5 hours» around the clock.",
        ),
        Good(
            "For each fault the response time is 45 minutes around the clock and the resolution "
            "time is 5 hours around the clock.",
        ),
        Good(
            "| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 1 hour | 2 business days |\n",
        ),
        Good("Support is 24x7 for critical incidents and in business hours for all others."),
        Good(
            "| Priority | Response time | Resolution time |\n| --- | --- | --- |\n"
            "| High | 30 minutes | 4 hours |\n",
        ),
    ),
)
