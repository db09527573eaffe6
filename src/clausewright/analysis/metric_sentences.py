"""Commitments with a number in sentences, list items, code lines and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_labels import label_of, severity_in
from clausewright.analysis.metric_names import Named, name_above, name_beside
from clausewright.analysis.quantity_units import HOUR, MONTH, YEAR
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.span import Span
from clausewright.pattern import regex

OF_A_CALENDAR = regex(r"\s?(?:/\s?|(?:per|a|an|each|every|x)\s)(?:day|week|year|d|wk)\b")
_OF_MONEY = regex(
    r"\)?\s?(?:of|off|on)\s(?:(?!time\b|per\b|over\b|during\b)[\w'\u2019-]+[ ]){0,5}?"
    r"(?:fees?|charges?|bill|invoices?|price|payments?|amount|costs?|subscription|credits?|revenue|spend|refund)\b"
)
_OF_TARGET = regex(r"\s?(?:of|below|above|under|over)\s(?:the\s)?(?:target|plan)\b")
_CALLED_TARGET = regex(
    r"\(?\b(?:target|goal)s?\b[\s:=]{1,3}[<>\u2264\u2265~=+]{0,2}\s?$", re.IGNORECASE
)
_RATING_OPENS = regex(
    r"[\s*-]{0,6}(?:excellent|good|fair|poor|optimal|acceptable)\s?:", re.IGNORECASE
)
_RATING_CLOSES = regex(r":\s?(?:excellent|good|fair|poor)\.?$", re.IGNORECASE)
_TARGET_LABEL = regex(
    r"[\s*_-]{0,4}(?:targets?|goal|objective|commitment|slo|service level|level|limit)[\s*_]{0,3}:",
    re.IGNORECASE,
)
_NOT_MORE = regex(
    r"\b(?:not|never|no|cannot)\b[^.;,]{0,40}\b(?:more|longer|greater|higher) than\s\S{0,12}\s?$",
    re.IGNORECASE,
)
_AFTER_COLON = regex(r":[\s*_]{0,4}[<>\u2264\u2265~=]{0,2}\s?$")
_SHARE = regex(
    r"\)?\s?(?:of|for|within|in|under)\b"
    r"(?!\s(?:\w+\s){0,2}(?:time|minutes|month|months|year|years|week|quarter|day|period)\b)",
    re.IGNORECASE,
)
_BASELINE_IS = regex(
    r"\bbaselines?\b[^.;]{0,120}?\s(?:is|was|are|were)\s(?:(?:at|about|currently|now)\s)?\Z"
)
_OF_THE_TIME = regex(
    r"\)?\sof\s(?:the|all|each|its|total)\s(?:total\s)?(?:time|minutes|hours|month|year|day)\b",
    re.IGNORECASE,
)
_LONGEST_DOWN: Final = 20.0
"""Percent of the time that a service may be down at most where downtime is what is limited."""
_LONGEST_LISTED: Final = 240  # characters of an item that may take its meaning from above
_NEAR: Final = 45.0  # within which a weak word still tells what a number measures
_FARTHEST: Final = 170.0  # between a number and the word that gives its meaning
LEAST_AVAILABILITY: Final = 80.0
_LISTED: Final = frozenset({BlockKind.ITEM, BlockKind.CODE})
_OF_THE_CONTRACT: Final = (Cue.ENDING, Cue.AMENDMENT, Cue.LAW)
_WEAK: Final = frozenset({Cue.OTHER, Cue.LEAD})
_PEOPLE: Final = frozenset({"response time", "resolution time", "update interval"})


def sentence_metrics(
    document: Document, statements: Sequence[Statement], contexts: Sequence[Context]
) -> Iterator[Candidate]:
    """Find commitments with a number outside tables."""
    for statement, context in zip(statements, contexts, strict=True):
        if statement.quantities and statement.is_prose:
            yield from _of_statement(document, statement, context)


def _of_statement(
    document: Document, statement: Statement, context: Context
) -> Iterator[Candidate]:
    if _is_rating(statement):
        return
    said = [_turned(statement, one) for one in statement.quantities]
    measured = [one for one in said if _may_be_target(document, statement, one)]
    measured = [one for one in measured if _is_called_target(statement, one)] or measured
    share = _share_of(document, measured)
    for quantity in measured:
        if quantity is share:
            continue
        named = _named(statement, context, quantity)
        if named is None or not _is_commitment(statement, context, quantity, named):
            continue
        beside = named.span.start >= statement.span.start
        yield Candidate(
            name=named.name,
            label=label_of(document, statement, named, quantity),
            span=_extent(named.span, quantity.span) if beside else quantity.span,
            statement=statement,
            quantity=quantity,
            share=share,
            severity=severity_in(document, statement.span),
        )


def _turned(statement: Statement, quantity: Quantity) -> Quantity:
    """Read "not be down for more than 4 hours" as at most 4 hours."""
    if quantity.comparator != ">":
        return quantity
    low = max(statement.span.start, quantity.span.start - 60)
    denied = _NOT_MORE.search(statement.text, low, quantity.span.start)
    return replace(quantity, comparator="<=") if denied else quantity


def _is_rating(statement: Statement) -> bool:
    """Tell "Good: 30-40%" and "<1 hour: excellent", which grade and promise nothing."""
    bounds = statement.span.start, statement.span.end
    return bool(
        _RATING_OPENS.match(statement.text, *bounds)
        or _RATING_CLOSES.search(statement.text, *bounds)
    )


def trigger_metrics(
    document: Document,
    statements: Sequence[Statement],
    contexts: Sequence[Context],
    found: Sequence[Candidate],
) -> Iterator[Candidate]:
    """Take the level that starts a consequence as promised where no words promise one."""
    if any(one.name == "availability" and one.quantity is not None for one in found):
        return
    for statement, context in zip(statements, contexts, strict=True):
        if not statement.is_prose or not statement.has(Cue.CONDITION):
            continue
        for quantity in statement.quantities:
            if (
                quantity.dimension is not Dimension.PERCENT
                or not LEAST_AVAILABILITY <= quantity.value <= 100
            ):
                continue
            named = _named(statement, context, quantity)
            if named is not None and named.cue is Cue.AVAILABILITY:
                promised = replace(quantity, comparator=">=")
                label = label_of(document, statement, named, quantity)
                span = _extent(named.span, quantity.span)
                yield Candidate(named.name, label, span, statement, promised)
                return


def _extent(first: Span, second: Span) -> Span:
    return Span(min(first.start, second.start), max(first.end, second.end))


def _may_be_target(document: Document, statement: Statement, quantity: Quantity) -> bool:
    before = document.text[
        max(statement.span.start, quantity.span.start - 200) : quantity.span.start
    ]
    if statement.has(Cue.BASELINE) and _BASELINE_IS.search(before.lower()):
        return False  # where the parties stand, not what one of them promises
    end = min(quantity.span.end + 80, statement.span.end)
    folded = document.text[quantity.span.end : end].lower()
    match quantity.dimension:
        case Dimension.DURATION:
            return quantity.base >= 0 and not OF_A_CALENDAR.match(folded)
        case Dimension.PERCENT:
            return not _OF_MONEY.match(folded) and not _OF_TARGET.match(folded)
        case Dimension.TIME_OF_DAY:
            return statement.has(Cue.MAINTENANCE)
        case Dimension.RATE | Dimension.SCORE | Dimension.COUNT:
            return True
        case _:
            return False


def _share_of(document: Document, measured: Sequence[Quantity]) -> Quantity | None:
    """Find "95% of ..." beside a time in the same statement."""
    if not any(one.dimension is Dimension.DURATION for one in measured):
        return None
    for one in measured:
        if one.dimension is Dimension.PERCENT and _SHARE.match(document.text, one.span.end):
            return one
    return None


def _named(statement: Statement, context: Context, quantity: Quantity) -> Named | None:
    named = name_beside(statement, quantity)
    if named and named.distance <= _FARTHEST and named.cue not in _WEAK:
        return named
    if len(statement.span) <= _LONGEST_LISTED:
        listed = statement.block.kind in _LISTED or context.leads
        labelled = _TARGET_LABEL.match(statement.text, statement.span.start, statement.span.end)
        for above in context if listed else context.titles[:1]:
            found = name_above(above, quantity)
            if found and (found.cue is not Cue.OTHER or labelled):
                return found
        if labelled and named is None:
            return Named(Cue.OTHER, quantity.span, 0.0)
    if named and named.distance <= _FARTHEST:
        return named
    if _is_called_target(statement, quantity):
        return Named(Cue.OTHER, quantity.span, 0.0)
    return _nameless(statement, context, quantity)


def _is_called_target(statement: Statement, quantity: Quantity) -> bool:
    """Tell "(target: >90%)" from the figure reached that stands before it."""
    low = max(statement.span.start, quantity.span.start - 16)
    return _CALLED_TARGET.search(statement.text, low, quantity.span.start) is not None


def _nameless(statement: Statement, context: Context, quantity: Quantity) -> Named | None:
    """Take a share of the time, and "shall ... within two days", as named by no other word."""
    if quantity.dimension is Dimension.PERCENT and quantity.base >= LEAST_AVAILABILITY:
        of_time = _OF_THE_TIME.match(statement.text, quantity.span.end, statement.span.end)
        return Named(Cue.AVAILABILITY, quantity.span, 0.0) if of_time else None
    if quantity.dimension is not Dimension.DURATION or quantity.comparator not in {"<=", "<"}:
        return None
    if statement.has(*_OF_THE_CONTRACT, Cue.MONEY, Cue.CONDITION, Cue.CREDIT, Cue.CUSTOMER):
        return None
    listed = statement.block.kind in _LISTED and statement.has(Cue.OUTAGE, Cue.REQUEST)
    said = statement.text[statement.span.start : quantity.span.start]
    headed = statement.block.kind in _LISTED and said.rstrip(" <\u2264*_=").endswith(":")
    announced = headed and any(
        above.has(Cue.LEVELS, Cue.INDICATORS, Cue.RESPONSE, Cue.RESOLUTION) for above in context
    )
    if not listed and not announced and not _is_promised(statement, context):
        return None
    cue = Cue.RESPONSE if listed or statement.has(Cue.LEAD) else Cue.OTHER
    return Named(cue, quantity.span, 0.0)


def _is_promised(statement: Statement, context: Context) -> bool:
    return statement.has(Cue.PROMISE) or (
        statement.block.kind in _LISTED and any(above.has(Cue.PROMISE) for above in context)
    )


def _is_commitment(
    statement: Statement,
    context: Context,
    quantity: Quantity,
    named: Named,
) -> bool:
    if statement.binds_customer or context.binds_customer:
        return False
    match quantity.dimension:
        case Dimension.DURATION:
            return _is_time_commitment(statement, context, quantity, named)
        case Dimension.PERCENT:
            return _is_level_commitment(statement, context, quantity, named)
        case Dimension.TIME_OF_DAY:
            return not statement.has(Cue.NOTICE)
        case Dimension.COUNT:
            return _is_count_commitment(statement, context, quantity, named)
        case _:
            return True


def _is_time_commitment(
    statement: Statement, context: Context, quantity: Quantity, named: Named
) -> bool:
    name = named.name
    if name == "notice":
        return _is_service_notice(statement, context, quantity)
    if statement.has(*_OF_THE_CONTRACT, Cue.CREDIT):
        return False
    if quantity.comparator in {">", ">="} or quantity.base >= YEAR:
        return False
    if name == "response time" and quantity.base >= MONTH:
        return False  # "reviewed every six months" answers nobody
    if _is_about_money(statement, quantity, named):
        return False
    if name == "availability":
        return quantity.comparator == "<=" and statement.has(Cue.PROMISE)
    if name == "other":
        near = named.distance <= _NEAR and named.span.end <= quantity.span.start
        return near or (statement.has(Cue.PROMISE) and quantity.comparator is not None)
    if quantity.comparator is None and statement.block.kind not in _LISTED:
        return _is_plainly_said(statement, named)
    return True


def _is_plainly_said(statement: Statement, named: Named) -> bool:
    """Tell whether a time without "within" is a promise ("response time of 4 hours")."""
    near = named.distance <= 40
    return near or statement.has(Cue.PROMISE)


def _is_about_money(statement: Statement, quantity: Quantity, named: Named) -> bool:
    for place in statement.places(Cue.MONEY):
        gap = max(quantity.span.start - place.end, place.start - quantity.span.end, 0)
        if gap < named.distance:
            return True
    return False


def _is_service_notice(statement: Statement, context: Context, quantity: Quantity) -> bool:
    """Tell a warning of work on the service from a notice between the parties."""
    if statement.has(*_OF_THE_CONTRACT, Cue.MONEY, Cue.CREDIT):
        return False
    if quantity.base >= 180 * 24 * HOUR:
        return False
    if statement.has(Cue.MAINTENANCE, Cue.OUTAGE):
        return True
    return any(above.has(Cue.MAINTENANCE, Cue.OUTAGE) for above in context.titles[:2]) or any(
        above.has(Cue.MAINTENANCE) for above in context.leads[:2]
    )


def _is_level_commitment(
    statement: Statement, context: Context, quantity: Quantity, named: Named
) -> bool:
    if quantity.placeholder:
        return named.distance <= _NEAR or not statement.has(Cue.CREDIT)
    if quantity.base >= 100 and statement.has(Cue.METHOD) and not statement.has(Cue.VAGUE_EFFORT):
        return False  # "multiplied by 100%", "is taken as 100% available"
    if named.name == "availability":
        if quantity.base < LEAST_AVAILABILITY:
            return _limits_downtime(statement, quantity, named)
        return not _is_trigger(statement, quantity)
    if statement.has(*_OF_THE_CONTRACT, Cue.MONEY, Cue.CREDIT):
        return False
    low = max(statement.span.start, quantity.span.start - 8)
    if _AFTER_COLON.search(statement.text, low, quantity.span.start):
        return True
    promised = statement.has(Cue.PROMISE) or any(above.has(Cue.PROMISE) for above in context)
    return promised or quantity.comparator in {">", ">=", "<=", "<"}


def _limits_downtime(statement: Statement, quantity: Quantity, named: Named) -> bool:
    """Tell "downtime shall not exceed 0.1%" from a level that nobody would promise."""
    said = statement.text[named.span.start : named.span.end].lower()
    down = said.startswith(("down", "unavail"))
    limited = quantity.comparator in {"<", "<="} and quantity.base <= _LONGEST_DOWN
    return down and limited and not statement.has(Cue.CREDIT, Cue.CONDITION)


def _is_trigger(statement: Statement, quantity: Quantity) -> bool:
    """Tell a level that starts a consequence from the level that is promised."""
    if quantity.comparator in {"<", "<="}:
        return statement.has(Cue.CREDIT, Cue.CONDITION)
    return statement.has(Cue.CREDIT) and statement.has(Cue.CONDITION) and quantity.high is None


def _is_count_commitment(
    statement: Statement, context: Context, quantity: Quantity, named: Named
) -> bool:
    if named.cue is Cue.AVAILABILITY:
        return quantity.comparator in {">=", "="} and not statement.has(Cue.CREDIT)
    if named.cue not in {Cue.LEAD, Cue.THROUGHPUT, Cue.OTHER, Cue.MAINTENANCE}:
        return False
    if not quantity.unit:
        return False
    if statement.has(*_OF_THE_CONTRACT, Cue.MONEY, Cue.CREDIT):
        return False
    if quantity.comparator is not None:
        return statement.has(Cue.PROMISE) or any(above.has(Cue.PROMISE) for above in context)
    if named.cue is Cue.THROUGHPUT and named.span.overlaps(quantity.span):
        return statement.has(Cue.PROMISE)
    return (
        named.cue is Cue.THROUGHPUT
        and statement.has(Cue.LEAD)
        and any(one.has(Cue.PROMISE) and one.has(Cue.PERIOD) for one in (statement, *context.leads))
    )
