"""An operational level that does not support the service level above it.

An internal team that has 8 hours to resolve cannot support a promise of 4 hours to the customer.
Each time of the operational level agreement must lie within the time it supports, each
availability at or above it.

Compared within one table that gives both in one row ("OLA target", "SLA target"), and in a set of
files read as one agreement each level of an operational level agreement with the same level of the
agreements it supports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import fold
from clausewright.analysis.table_columns import header_text
from clausewright.lint_rules.commitments import commitments_of
from clausewright.lint_rules.rule import SLA_PROFILES, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Quantity, Table
from clausewright.model.finding import Severity
from clausewright.model.topics import OLA


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Compare the operational target of each row with the service target beside it."""
    for table in draft.tables:
        for supporting, supported in _pairs(table):
            for row in table.rows[table.header_rows :]:
                if max(supporting, supported) < len(row):
                    yield from _compared(
                        draft.quantities_in(row[supporting].span),
                        draft.quantities_in(row[supported].span),
                    )
    yield from _documents(draft)


def _documents(draft: Draft) -> Iterator[Finding]:
    """Compare an operational level agreement with the documents it supports."""
    supported = [one for one in draft.companions if one.profile.name != OLA]
    if draft.profile.name != OLA or not supported:
        return
    own = commitments_of(draft)
    for other in supported:
        promised = commitments_of(other)
        for level, mine in own.items():
            theirs = promised.get(level) or promised.get(level._replace(service=None))
            if theirs is None or not mine.measures_like(theirs):
                continue
            if _fails(mine.quantity, theirs.quantity):
                line = other.document.line_name(theirs.metric.span.start)
                yield Finding(
                    mine.quantity.span,
                    f"{mine.shown} inside cannot support {theirs.shown} towards the customer"
                    f" ({other.document.name}, {line})",
                )


def _pairs(table: Table) -> Iterator[tuple[int, int]]:
    width = max((len(row) for row in table.rows), default=0)
    heads = [fold(header_text(table.rows, table.header_rows, at)).split() for at in range(width)]
    for supporting, words in enumerate(heads):
        if "ola" not in words:
            continue
        rest = [word for word in words if word != "ola"]
        for supported, other in enumerate(heads):
            if "sla" in other and [word for word in other if word != "sla"] == rest:
                yield supporting, supported


def _compared(ola: Sequence[Quantity], sla: Sequence[Quantity]) -> Iterator[Finding]:
    if len(ola) != 1 or len(sla) != 1:
        return
    inner, outer = ola[0], sla[0]
    if inner.dimension is not outer.dimension or inner.business != outer.business:
        return
    if inner.high is not None or outer.high is not None:
        return
    if _fails(inner, outer):
        yield Finding(
            inner.span,
            f"{_shown(inner)} inside cannot support {_shown(outer)} towards the customer",
        )


def _fails(inner: Quantity, outer: Quantity) -> bool:
    """Tell whether an inner level is slower or weaker than the outer one of the same kind."""
    if inner.dimension is Dimension.DURATION:
        return inner.base > outer.base
    return inner.dimension is Dimension.PERCENT and inner.base < outer.base


def _shown(quantity: Quantity) -> str:
    space = "" if quantity.unit == "%" else " "
    return f"{quantity.value:g}{space}{quantity.unit}"


RULE = Rule(
    code="MET018",
    name="ola-does-not-fit-sla",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Tighten the operational level until it supports the service level.",
    options=NoOptions(),
    profiles=SLA_PROFILES,
    examples=(
        Bad(
            "| Priority | SLA resolution | OLA resolution |\n| --- | --- | --- |\n"
            "| High | 4 hours | «8 hours» |\n| Low | 24 hours | 16 hours |\n",
            profile="ola",
            instead="| Priority | SLA resolution | OLA resolution |\n| --- | --- | --- |\n"
            "| High | 4 hours | 2 hours |\n| Low | 24 hours | 16 hours |\n",
        ),
        Bad(
            "| Component | OLA target | SLA target |\n| --- | --- | --- |\n"
            "| Network | «99.5%» | 99.9% |\n| Storage | 99.95% | 99.9% |\n",
            profile="ola",
        ),
        Bad(
            "| Task | OLA | SLA |\n| --- | --- | --- |\n| Restore | «3 days» | 2 days |\n",
            profile="ola",
        ),
        Good(
            "| Task | OLA | SLA |\n| --- | --- | --- |\n| Restore | 1 day | 2 days |\n",
            profile="ola",
        ),
        Good(
            "| Task | OLA response | SLA resolution |\n| --- | --- | --- |\n"
            "| Restore | 8 hours | 4 hours |\n",
            profile="ola",
            note="Different measures are not compared.",
        ),
        Good(
            "| Task | OLA | SLA |\n| --- | --- | --- |\n| Restore | 2 business days | 40 hours |\n",
            profile="ola",
            note="Business days and hours of the day are not compared.",
        ),
    ),
)
