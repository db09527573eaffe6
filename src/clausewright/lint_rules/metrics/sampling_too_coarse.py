"""Checks too rare to see whether the target is kept.

99.9% of a month leaves 43 minutes. A probe every 20 minutes sees downtime in steps of 20: two
failed checks are within the target and three are not, and an outage between two checks is not seen
at all. Let the interval be a small part of the downtime allowed.

Told where fewer than four checks fit into the downtime that the strictest monthly level leaves;
the option `least_checks` says how many must. Told too where a share is promised of so few events
that less than one miss is allowed: of 20 incidents a month, 99% allows 0.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.quantity_units import DAY
from clausewright.analysis.scan import readings
from clausewright.analysis.statements import Statement, statements_with
from clausewright.lint_rules.metrics import low_volume
from clausewright.lint_rules.metrics.budgets import budget, period_in, shown
from clausewright.lint_rules.metrics.low_volume import shares_of_few
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, Rule
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

PHRASES = (
    "{probe|probes|probed|ping|pings|pinged|poll|polls|polled|sample|samples|sampled|sampling}",
    "{checked|check|checks|monitored|tested|measured|queried|requested} every",
    "{minute|minutes|second|seconds|hour|hours} {interval|intervals}",
    "{once|one time} {a|an|per|each|every} {hour|minute|day}",
)
_PROBES, _VOLUMES = readings(PHRASES), readings(low_volume.PHRASES)
_CHECKS = regex(
    r"\b(?:check|prob|ping|poll|sampl|test|monitor|measur|quer)\w*\b[^.;]{0,60}$", re.IGNORECASE
)
_ONCE = regex(r"(?:once|one time)\s(?:an?|per|each|every)\s(hour|minute|day)", re.IGNORECASE)
_LENGTHS = {"minute": 60.0, "hour": 3600.0, "day": DAY}
_NEAR = 48  # characters between the word for checking and its interval
_EVERY = regex(r"(?:\bevery|\bonce (?:every|in)|\bat|\bof|\bin)\s$")
_INTERVAL = regex(r"\s(?:intervals?|checks?|probes?|polling|samples?)\b")


@dataclass(frozen=True)
class Options:
    """``least_checks``: how many checks must fit into the downtime allowed."""

    least_checks: float = 4.0


def check(draft: Draft, options: Options, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Compare each probing interval with the monthly budget."""
    yield from shares_of_few(draft, [h.span.start for h in hits if h.phrase in _VOLUMES])
    probes = tuple(hit for hit in hits if hit.phrase in _PROBES)
    levels = [
        one.target.value
        for one in draft.sure_metrics
        if one.name == "availability" and one.target and one.target.unit == "%"
        if one.target.value < 100 and period_in(one.window or "") == "month"
    ]
    if not levels or not probes:
        return
    allowed = budget(max(levels), 30)
    for statement, inside in statements_with(draft, probes):
        measured = [(one.span, one.base) for one in _intervals(draft.text, statement, inside)]
        for span, seconds in measured or _in_words(draft.text, statement, inside):
            if seconds * options.least_checks > allowed:
                yield Finding(
                    span,
                    f"{max(levels):g}% of a 30-day month leaves {shown(allowed)}; a check every "
                    f"{shown(seconds)} sees at most {allowed / seconds:.2g} of it",
                )


def _in_words(
    text: str, statement: Statement, hits: tuple[Hit, ...]
) -> Iterator[tuple[Span, float]]:
    """Give the intervals that are written without a number ("once an hour")."""
    if statement.has(Cue.CREDIT, Cue.MAINTENANCE):
        return
    for hit in hits:
        once = _ONCE.fullmatch(hit.phrase)
        if once and _CHECKS.search(text, statement.span.start, hit.span.start):
            yield hit.span, _LENGTHS[once[1]]


def _intervals(text: str, statement: Statement, hits: tuple[Hit, ...]) -> Iterator[Quantity]:
    if statement.has(Cue.CREDIT, Cue.MAINTENANCE):
        return
    for one in statement.quantities:
        if one.dimension is not Dimension.DURATION or one.business or one.base > DAY:
            continue
        if not any(-_NEAR < one.span.start - hit.span.end < _NEAR for hit in hits):
            continue
        every = _EVERY.search(text, max(statement.span.start, one.span.start - 12), one.span.start)
        named = _INTERVAL.match(text, one.span.end)
        if (every and every[0].startswith(("every", "once"))) or named:
            yield one


RULE = Rule(
    code="MET017",
    name="sampling-too-coarse",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Check more often, or set a level that the checks or the events can show.",
    options=Options(),
    phrases=(*PHRASES, *low_volume.PHRASES),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "Uptime shall be 99.9% in each calendar month. The portal is checked every «20 "
            "minutes».",
            instead="Uptime shall be 99.9% in each calendar month. The portal is checked "
            "every minute.",
        ),
        Bad("Monthly uptime of 99.99% is measured by probes at «5-minute» intervals."),
        Bad("Availability is 99.95% per month. A probe polls the service every «15 minutes»."),
        Bad("Uptime is 99.9% in each month. A probe tests the login page «once per hour»."),
        Bad(
            "The Provider shall resolve «99%» of incidents within 8 hours. The parties expect some "
            "20 incidents a month.",
            instead="The Provider shall resolve 90% of incidents within 8 hours. The parties "
            "expect some 20 incidents a month.",
        ),
        Good(
            "The Provider shall resolve 99% of incidents within 8 hours. The parties expect some "
            "400 incidents a month.",
        ),
        Good(
            "Uptime shall be 99.9% in each month. A probe runs every minute; its figures are sent "
            "once a day."
        ),
        Good("Uptime shall be 99% in each month. The portal is checked every 20 minutes."),
        Good(
            "Uptime shall be 99.9% in each month. Reports are sent every 30 days; probes run "
            "every minute."
        ),
        Good(
            "The portal is checked every 20 minutes.",
            note="Without a level there is nothing to miss.",
        ),
    ),
)
