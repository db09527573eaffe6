"""A percentage that cannot be.

A service cannot be up for 100.5% of the time, nor can 110% of the calls be answered. Such a number
is a slip of the pen that nobody can meet or miss.

Told for availability, for shares of cases ("of calls", "of incidents") and for bands of a credit
scale. Growth, utilisation and over-delivery may well pass 100%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Severity
from clausewright.pattern import regex

_OF_CASES = regex(
    r"\s(?:of|for)\s(?:all\s|the\s|its\s|our\s)?(?:[\w-]+\s){0,3}?(?:calls|incidents|tickets|requests|cases|"
    r"emails|e-mails|queries|minutes|the\stime|time|deliveries|transactions|responses)\b",
    re.IGNORECASE,
)

_OF_UPTIME = regex(
    r"\b(?:uptime|availability)\b(?:\s(?:level|rate|percentage|target))?"
    r"(?:\s(?:of|is|shall|will|must|be|at|least|a|to)){1,5}\s$",
    re.IGNORECASE,
)


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of availability, shares of cases and credit bands above one hundred percent."""
    said: set[int] = set()
    for metric in draft.sure_metrics:
        quantity = metric.target.quantity if metric.target else None
        if metric.name == "availability" and quantity is not None and _is_too_much(quantity):
            said.add(quantity.span.start)
            yield Finding(quantity.span, _message(quantity, "availability"))
    for quantity in draft.quantities:
        if not _is_too_much(quantity) or quantity.span.start in said:
            continue
        start = max(0, quantity.span.start - 60)
        if _OF_UPTIME.search(draft.text, start, quantity.span.start):
            yield Finding(quantity.span, _message(quantity, "availability"))
        elif _OF_CASES.match(draft.text, quantity.span.end):
            yield Finding(quantity.span, _message(quantity, "a share of cases"))


def _is_too_much(quantity: Quantity) -> bool:
    return quantity.dimension is Dimension.PERCENT and quantity.value > 100


def _message(quantity: Quantity, what: str) -> str:
    return f"{what} of {quantity.value:g}% is {quantity.value - 100:g} points more than all"


RULE = Rule(
    code="MET010",
    name="impossible-percentage",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Correct the number; a share lies between 0% and 100%.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "The Provider guarantees «999.5%» availability in each month.",
            instead="The Provider guarantees 99.95% availability in each month.",
        ),
        Bad("The help desk shall answer «110%» of all calls within 20 seconds."),
        Bad("Availability of the portal shall be at least «100.5%» in each month."),
        Bad(
            "The service reaches an uptime of «199%» in a year, which leaves at most 40 hours of "
            "downtime.",
        ),
        Good("Marketing plans for lead growth of 120% in the first year."),
        Good("The Provider may burst to 150% of the agreed bandwidth."),
        Good("The Provider guarantees 99.95% availability in each month."),
    ),
)
