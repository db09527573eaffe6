"""Commitments without a number: a duty on performance that nothing measures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import NAME_CUES, Cue
from clausewright.analysis.metric_labels import severity_in
from clausewright.analysis.statements import Statement
from clausewright.model.document import Block, BlockKind, Document, MarkKind
from clausewright.model.facts import Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

_VAGUE: Final = (Cue.VAGUE_TIME, Cue.VAGUE_EFFORT)
_NOT_PERFORMANCE: Final = (Cue.MONEY, Cue.CREDIT, Cue.ENDING, Cue.AMENDMENT, Cue.LAW)
_MEASURED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})
_IN_ORDER: Final = (
    Cue.RTO,
    Cue.RPO,
    Cue.RESPONSE,
    Cue.RESOLUTION,
    Cue.NOTICE,
    Cue.MAINTENANCE,
    Cue.UPDATE,
    Cue.AVAILABILITY,
)
_AT_A_LEVEL: Final = regex(
    r"(?:no(?:t)? less than|at least|at or above)\s(?:the|an?|our|its)\s[A-Z]"
)
_AT_ONCE: Final = regex(r"\b(?:immediately|promptly|right away|straight away|instantly)\b")
_LEFT_OPEN: Final = (Cue.AVAILABILITY, Cue.RESPONSE, Cue.RESOLUTION, Cue.UPDATE, Cue.RTO, Cue.RPO)
_BLANK: Final = regex(
    r"(?:\s(?:time|times|rate|percentage|target|interval|level|commitment)){0,2}[\s*_]{0,3}:[\s*]{0,3}"
    r"(?:\[[^\[\]\n]{0,40}\](?!\()|\{\{?[^{}\n]{1,40}\}|_{2,}|<[^<>\n]{1,30}>|(?:tbd|tbc|t\.b\.d)\b)",
    re.IGNORECASE,
)
_LAST: Final = regex(r"\blast $", re.IGNORECASE)
_FEATURES: Final = frozenset({"performance", "quality", "reliability", "stability"})
_WEAK_ACTS: Final = frozenset({"reviewed", "contact", "contacted", "attend", "answer", "answers"})
_OF_A_NAME: Final = regex(
    r"\s(?:process|procedure|team|plan|policy|meeting|manager|tool|system|portal|page|matrix|form)s?\b",
    re.IGNORECASE,
)
"""What follows where the act is only part of a name: "the triage process"."""
_OF_NOTICES: Final = regex(
    r"(?:well\s)?(?:in\sadvance|advance|prior|beforehand|before|ahead|as\sfar\sin|as\smuch|limited|"
    r"without\snotice)\b",
    re.IGNORECASE,
)
_IS_DONE: Final = regex(
    r"\b(?:we|our\s[a-z]{3,12}|(?:the\s)?(?:provider|supplier|vendor|contractor|company|host|team|"
    r"desk|service\sdesk|help\s?desk|support|operator))\s(?:always\s|also\s|then\s)?"
    r"(?:[a-z]+s?|get\sback)\b|\b(?:is|are)\s(?:[a-z]+ly\s)?[a-z]+(?:ed|en|pt|lt|ld|de|xt)\b"
    r"|\btakes?\splace\b",
    re.IGNORECASE,
)
"""What a provider does, in the present tense: "we answer", "faults are repaired"."""
_ADJECTIVE: Final = regex(r"(?:immediate|prompt|timely|rapid|quick|swift|speedy)", re.IGNORECASE)
_NOUN: Final = regex(r"\s(?!and\b|or\b|as\b)([a-z]+)", re.IGNORECASE)
_NEAR_FIELD: Final = 24
_NEAR: Final = 100  # characters between the act and the vague word that times it
_CLOSE: Final = 30  # characters of act and vague word that leave no doubt what is timed
_LONGEST_SURE: Final = 60
"""Characters of act and vague word from which it is doubtful that one speaks of the other."""
_DOUBTFUL: Final = 0.8
_LONGEST: Final = 600
_LONGEST_INDICATOR: Final = 200


def vague_metrics(
    document: Document,
    statements: Sequence[Statement],
    contexts: Sequence[Context],
    measured: Iterable[Candidate],
) -> Iterator[Candidate]:
    """Find commitments that no number measures, where no measured one stands in the sentence."""
    taken = {(id(candidate.statement), candidate.name) for candidate in measured}
    names = {candidate.name for candidate in measured if candidate.quantity is not None}
    sections = {document.section_index(candidate.statement.block) for candidate in measured}
    for statement, context in zip(statements, contexts, strict=True):
        if not statement.is_prose or statement.block.kind is BlockKind.HEADING:
            continue
        found = list(_left_open(statement, context))
        if not found and _is_unmeasured(statement):
            one = _vague_commitment(document, statement, context)
            if one is None and document.section_index(statement.block) not in sections:
                one = _indicator(statement, context)
                if one is not None and str(one[0]) in names:
                    continue  # the list names what a target elsewhere measures
            found = [one] if one is not None else []
        for cue, span in found:
            if (id(statement), str(cue)) in taken:
                continue
            yield Candidate(
                name=str(cue),
                label=document.text_of(span),
                span=span,
                statement=statement,
                severity=severity_in(document, statement.span),
                score=1.0 if len(span) <= _LONGEST_SURE else _DOUBTFUL,
            )


def _is_unmeasured(statement: Statement) -> bool:
    return len(statement.span) <= _LONGEST and not any(
        one.dimension in _MEASURED and not one.placeholder for one in statement.quantities
    )


def _vague_commitment(
    document: Document, statement: Statement, context: Context
) -> tuple[Cue, Span] | None:
    if statement.has(*_NOT_PERFORMANCE) or statement.binds_customer:
        return None
    named = _level_named_elsewhere(document, statement)
    if named is not None or not _is_promise(document, statement):
        return named
    if any(above.has(*_NOT_PERFORMANCE) for above in context.titles[:1]):
        return None
    for cue in _IN_ORDER:
        vague = _vague_words(statement, cue) if statement.has(cue) else None
        close = vague is not None and len(vague) <= _CLOSE
        if vague is not None and _is_of_the_service(statement, cue, close=close):
            return cue, vague
    return None


def _is_promise(document: Document, statement: Statement) -> bool:
    if statement.has(Cue.PROMISE, Cue.VAGUE_EFFORT) or statement.block.kind is BlockKind.ITEM:
        return True
    if _IS_DONE.search(document.text, statement.span.start, statement.span.end):
        return True
    if _AT_ONCE.search(document.text, statement.span.start, statement.span.end):
        return True
    first = statement.span.start + 2
    return any(place.start <= first for place in statement.places(*_IN_ORDER))


def _vague_words(statement: Statement, cue: Cue) -> Span | None:
    """Give act and vague words as one span where they stand close together."""
    if cue is Cue.AVAILABILITY and statement.has(Cue.METHOD, Cue.CONDITION):
        return None
    times = _VAGUE if cue is not Cue.AVAILABILITY else (Cue.VAGUE_EFFORT, Cue.VAGUE_LEVEL)
    levels = statement.places(Cue.VAGUE_LEVEL) if cue is Cue.AVAILABILITY else ()
    for act in statement.places(cue):
        if statement.text[act.start : act.end].lower() in _WEAK_ACTS:
            continue
        if cue is not Cue.NOTICE and _OF_A_NAME.match(statement.text, act.end, statement.span.end):
            continue
        for vague in statement.places(*times):
            if cue is not Cue.NOTICE and not _times_the_act(statement, vague):
                continue
            if statement.text[vague.start : vague.end].lower() in _FEATURES:
                continue  # "availability and performance" are two subjects
            if act.overlaps(vague):
                if cue is Cue.NOTICE:
                    return Span(min(act.start, vague.start), max(act.end, vague.end))
                continue
            gap = max(act.start - vague.end, vague.start - act.end)
            if gap <= (_CLOSE if vague in levels else _NEAR):
                return Span(min(act.start, vague.start), max(act.end, vague.end))
    return None


def _times_the_act(statement: Statement, vague: Span) -> bool:
    """Tell whether a vague word can time an answer or a repair.

    "In advance" times a notice only, and "the immediate shutdown" times what it stands before.
    """
    if _OF_NOTICES.match(statement.text, vague.start, vague.end):
        return False
    before = _ADJECTIVE.fullmatch(statement.text, vague.start, vague.end)
    noun = _NOUN.match(statement.text, vague.end, statement.span.end) if before else None
    if noun is None:
        return True
    return any(place.start == noun.start(1) for place in statement.places(*NAME_CUES))


def _is_of_the_service(statement: Statement, cue: Cue, *, close: bool) -> bool:
    """Tell a duty of the service desk from any other duty to answer, tell or mend."""
    match cue:
        case Cue.NOTICE:
            return statement.has(Cue.MAINTENANCE, Cue.OUTAGE)
        case Cue.UPDATE:
            return statement.has(Cue.MAINTENANCE, Cue.OUTAGE, Cue.REQUEST, Cue.AVAILABILITY)
        case Cue.RESPONSE | Cue.RESOLUTION:
            first = statement.places(cue)[0]
            opens = (
                first.start <= statement.span.start + 12
                or statement.text[first.end : first.end + 1] == ":"
            )
            return opens or close or statement.has(Cue.REQUEST, Cue.OUTAGE)
        case Cue.MAINTENANCE:
            return True
        case Cue.AVAILABILITY:
            return statement.has(Cue.PROMISE, Cue.VAGUE_EFFORT)
        case _:
            return True


def _level_named_elsewhere(document: Document, statement: Statement) -> tuple[Cue, Span] | None:
    """Find "Uptime of no less than the Uptime Commitment"."""
    if not statement.has(Cue.AVAILABILITY):
        return None
    found = _AT_A_LEVEL.search(document.text, statement.span.start, statement.span.end)
    places = statement.places(Cue.AVAILABILITY)
    if found is None or places[0].start > found.start():
        return None
    return Cue.AVAILABILITY, Span(places[0].start, found.end())


def _left_open(statement: Statement, context: Context) -> Iterator[tuple[Cue, Span]]:
    """Find acts and levels whose value is a blank, a bracket or a form field."""
    served = any(above.has(Cue.RESPONSE, Cue.RESOLUTION) for above in context)
    for cue in _LEFT_OPEN:
        for act in statement.places(cue):
            blank = _BLANK.match(statement.text, act.end, statement.span.end)
            if (
                cue is Cue.AVAILABILITY
                and blank
                and not statement.text.startswith("%", blank.end())
            ):
                continue
            if _LAST.search(statement.text, max(0, act.start - 5), act.start):
                continue
            if blank is not None:
                yield cue, Span(act.start, blank.end())
                break
            field = _field_after(statement.block, act.end)
            if field is not None and served and cue is not Cue.AVAILABILITY:
                yield cue, Span(act.start, field.end)
                break


def _field_after(block: Block, end: int) -> Span | None:
    """Give the field of a form, set as code, that stands right after some words."""
    at = bisect_left(block.marks, end, key=lambda mark: mark.span.start)
    while at < len(block.marks) and block.marks[at].span.start <= end + _NEAR_FIELD:
        if block.marks[at].kind is MarkKind.CODE:
            return block.marks[at].span
        at += 1
    return None


def _indicator(statement: Statement, context: Context) -> tuple[Cue, Span] | None:
    """Find a metric that a list of indicators names without any target."""
    announced = any(
        above.has(Cue.INDICATORS) for above in (*context.leads[:1], *context.titles[:1])
    )
    if not announced or len(statement.span) > _LONGEST_INDICATOR:
        return None
    if statement.has(Cue.INDICATORS, *_NOT_PERFORMANCE) or statement.quantities:
        return None
    for cue in NAME_CUES:
        places = statement.places(cue)
        if places:
            return cue, places[0]
    places = statement.places(Cue.VAGUE_LEVEL)
    return (Cue.OTHER, places[0]) if places else None
