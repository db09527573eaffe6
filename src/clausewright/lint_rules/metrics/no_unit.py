"""A target whose number has no unit.

"Response time: 4" is four minutes to one side and four days to the other. Write the unit beside
the number or in the header of its column.

Tolerated: a bare number under a header that gives the unit ("Response (hours)", "Uptime %").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.lint_rules.metrics.groups import and_more, by_place
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_TIMES: Final = (Cue.RESPONSE, Cue.RESOLUTION, Cue.LATENCY)
_TIME_LIMIT = regex(
    r"\b(?P<name>(?:response|resolution|repair|recovery|reaction)\stime|latency)\b[^.;]{0,70}?"
    r"\b(?:exceed|be|is|of|than|within|most)\s(?:at\smost\s|less\sthan\s|under\s|below\s)?$",
    re.IGNORECASE,
)
_NO_NOUN = regex(
    r"\s?(?:[,.;)]|$|for\b|in\b|of\sthe\scases|on\saverage|at\sthe\b|from\b)", re.IGNORECASE
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each target that is a bare number."""
    bare = (one for one in draft.sure_metrics if one.target is not None and not one.target.unit)
    for metric, count in by_place(draft, bare):
        number = metric.target.value if metric.target else 0
        yield Finding(
            metric.span, f"the {metric.name} target {number:g} has no unit{and_more(count)}"
        )
    told = [one.span for one in draft.sure_metrics]
    for name, quantity in _bare_limits(draft):
        if not any(span.contains(quantity.span) for span in told):
            yield Finding(quantity.span, f"the {name} target {quantity.value:g} has no unit")


def _bare_limits(draft: Draft) -> Iterator[tuple[str, Quantity]]:
    """Give each bare number that a sentence sets as the limit of a time."""
    for statement in draft.statements:
        if not statement.is_prose or not statement.has(*_TIMES):
            continue
        for one in statement.quantities:
            if one.dimension is not Dimension.COUNT or one.unit or one.comparator is None:
                continue
            low = max(statement.span.start, one.span.start - 120)
            said = _TIME_LIMIT.search(draft.text, low, one.span.start)
            if said and _NO_NOUN.match(draft.text, one.span.end):
                yield said["name"].lower(), one


RULE = Rule(
    code="MET003",
    name="no-unit",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Write the unit beside the number or in the header of its column.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Priority | Response time |\n| --- | --- |\n| High | «1» |\n| Low | 8 |\n",
            instead="| Priority | Response time (hours) |\n| --- | --- |\n| High | 1 |\n"
            "| Low | 8 |\n",
        ),
        Bad(
            "«Availability of the service shall be at least 99.9» in each calendar month.",
            instead="Availability of the service shall be at least 99.9% in each calendar month.",
        ),
        Bad(
            "| Service | Availability |\n| --- | --- |\n| Portal | «99.5» |\n",
            instead="| Service | Availability (%) |\n| --- | --- |\n| Portal | 99.5 |\n",
        ),
        Bad("The resolution time of a critical incident shall not exceed «8», from its report."),
        Bad("Latency is to be less than «250» for 99% of the calls in each month."),
        Good("The response time shall not exceed 4 hours, counted from the report."),
        Good("| Service | Uptime % |\n| --- | --- |\n| Portal | 99.5 |\n"),
        Good("| Severity | Resolution (business days) |\n| --- | --- |\n| 1 | 2 |\n| 2 | 5 |\n"),
        Good("The help desk shall answer at least 200 calls in each working day."),
    ),
)
