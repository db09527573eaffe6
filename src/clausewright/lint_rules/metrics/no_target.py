"""A commitment on performance without a number.

"The Supplier shall respond promptly" cannot be measured, so it cannot be missed, and no credit,
report or escalation can hang on it. Say a number with its unit.

Tolerated: a commitment whose sentence, or the next, sets a number; one that leads to a list, table
or section; one that a table sets for each class. Several in one table or list are told once. Words
that WRD001 and WRD002 look at ("promptly", "reasonable efforts") are left to those rules where they
are on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.statements import statement_after, statement_at
from clausewright.lint_rules.metrics.groups import and_more, by_place, quoted
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Metric
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_SAID_BY: Final = ("WRD001", "WRD002")
"""Rules that tell the vague words themselves; where they look, the words are left to them."""
_MEASURED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})
_LEADS_TO = regex(
    r":\s*$|\b(?:as|the|times?|targets?|levels?|table|list|schedule)\s(?:listed|specified|set out|"
    r"stated|shown|given|defined|agreed|below|following|follows)\b|\b"
    r"(?:in|by|under|to) (?:the )?(?:table|schedule|annex|appendix|exhibit|"
    r"section|clause|order form)\b",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each metric without a target."""
    vague = [hit.span for code in _SAID_BY for hit in draft.hits_of(code)]
    unset = (
        one
        for one in draft.sure_metrics
        if one.target is None
        and not any(one.span.overlaps(span) for span in _near(vague, one.span))
        and not _is_set_nearby(draft, one)
    )
    for metric, count in by_place(draft, unset):
        yield Finding(
            metric.span,
            f"{quoted(draft, metric)} sets no number for {_of(metric.name)}{and_more(count)}",
        )


def _near(spans: Sequence[Span], around: Span) -> Sequence[Span]:
    """Give the spans that may touch one, out of many in order."""
    first = bisect_left(spans, around.start, key=lambda one: one.end)
    last = bisect_left(spans, around.end, key=lambda one: one.start)
    return spans[first:last]


def _is_set_nearby(draft: Draft, metric: Metric) -> bool:
    """Tell whether the sentence leads to a number: in the next sentence, a list or a table."""
    statement = statement_at(draft.statements, metric.span.start)
    if statement.block.cell is not None:
        return False
    if _LEADS_TO.search(draft.text, statement.span.start, statement.span.end):
        return True
    after = statement_after(draft.statements, metric.span.start)
    return (
        after is not None
        and after.block is statement.block
        and any(one.dimension in _MEASURED for one in after.quantities)
    )


def _of(name: str) -> str:
    return "this commitment" if name == "other" else f"the {name}"


RULE = Rule(
    code="MET001",
    name="no-target",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Set a number with its unit and say what it is counted from, or leave the promise out.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Supplier shall «respond promptly» to each incident.",
            instead="The Supplier shall respond to each incident within 30 minutes of its report.",
        ),
        Bad(
            "The Provider will use «reasonable efforts to resolve» each support request.",
            instead="The Provider will resolve each support request within 2 business days.",
        ),
        Bad(
            "| Priority | Response time | Resolution time |\n"
            "| --- | --- | --- |\n"
            "| High | 1 hour | «Best effort» |\n",
            instead="| Priority | Response time | Resolution time |\n"
            "| --- | --- | --- |\n"
            "| High | 1 hour | 8 hours |\n",
        ),
        Good(
            "The Supplier shall respond promptly to each incident, and in any case within 30 "
            "minutes.",
            note="The limit is measured; the word only asks for more.",
        ),
        Good("The Supplier shall respond to each incident within the hour: within 45 minutes."),
        Bad(
            "The «availability of the portal is a service level» of this agreement.",
            instead="The availability of the portal is a service level of this agreement: at least "
            "99.5% in each month.",
        ),
        Bad(
            "| Metric | Target |\n| --- | --- |\n| Availability | 99.5% |\n| «Error rate» | |\n",
        ),
        Good(
            "The Supplier shall respond promptly to each incident. The response time of an urgent "
            "incident is 30 minutes.",
        ),
        Good("The Supplier shall respond to each incident promptly within the times listed below."),
        Good(
            "The Customer shall report each incident promptly.",
            note="A duty of the customer is no service level.",
        ),
    ),
)
