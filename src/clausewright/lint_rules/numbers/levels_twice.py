"""Levels, caps and notices that a draft gives two values, where a case may be meant: for hints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.scan import fold
from clausewright.analysis.severities import class_rank
from clausewright.analysis.statements import statement_at
from clausewright.lint_rules.numbers.asked_once import Answer, compared
from clausewright.lint_rules.numbers.whole_service import PLAIN_LABEL
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Dimension, Metric, Quantity
from clausewright.model.finding import Finding
from clausewright.model.span import Span
from clausewright.pattern import regex

_ONE_LEVEL: Final = frozenset({"availability", "rto", "rpo"})
_RECOVERY: Final = frozenset({"rto", "rpo"})
_TIMES: Final = frozenset({"response time", "resolution time", "update interval"})
_CASES = regex(
    r"\b(?:plan|plans|package|tier|standard|basic|premium|professional|enterprise|gold|silver|bronze|"
    r"region|zone|production|development|environment|minimum|internal|objective|expected|example|e\.g|"
    r"[ps]\d/[ps]\d|"
    r"except|unless|respectively|per|each of|customers? with|last|previous|currently|historic\w*|"
    r"power|network|storage|compute|database|databases|api|hardware|infrastructure|single|multi|first|"
    r"initial|outside|during)\b",
    re.IGNORECASE,
)
_ENDED_FOR_A_REASON = regex(
    r"\b(?:breach\w*|default\w*|fail\w*|cause|insolven\w*|bankrupt\w*|unpaid|pric\w+|change\w*|month.to.month|"
    r"renew\w*|cure\w*|remed\w+|chronic\w*|trial|missed|force majeure|credits?)\b",
    re.IGNORECASE,
)


def levels_given_twice(draft: Draft) -> Iterator[Finding]:
    """Tell levels of the whole, times of a class, caps and notices that have two values."""
    answers: dict[str, list[tuple[Answer, Block]]] = {}
    of_credits = {table.index for table in draft.tables if table.kind == "credits"}
    for metric in draft.sure_metrics:
        cell = draft.document.block_at(metric.span.start).cell
        scale = cell is not None and cell.table in of_credits  # whose levels are no promises
        answer = None if scale else _level(draft, metric)
        if answer is not None:
            name, given = answer
            block = draft.document.block_at(metric.span.start)
            answers.setdefault(name, []).append((given, block))
    for name, places in answers.items():
        if not _stand_side_by_side(places):
            yield from compared(draft, name, [answer for answer, _ in places])
    yield from compared(draft, "the most that credits come to", _caps(draft))
    yield from compared(draft, "the notice of termination", _notices(draft))


def _stand_side_by_side(given: Iterable[tuple[Answer, Block]]) -> bool:
    """Tell whether tables give both values: their columns, rows or titles tell them apart."""
    return len({answer.value for answer, block in given if block.cell is not None}) > 1


def _level(draft: Draft, metric: Metric) -> tuple[str, Answer] | None:
    """Give what a metric sets and its number, None where words tell its case apart."""
    quantity = metric.target.quantity if metric.target else None
    if quantity is None or metric.service or quantity.high is not None or quantity.placeholder:
        return None
    name = _name(metric, quantity)
    block = draft.document.block_at(metric.span.start)
    if name is None or block.kind is BlockKind.HEADING:
        return None
    statement = statement_at(draft.statements, metric.span.start)
    section = draft.document.section_of(block)
    said = draft.document.text_of(statement.span)
    if metric.name not in _TIMES:
        if statement.has(Cue.CREDIT, Cue.BASELINE):
            return None
        said += f" {section.title if section else ''}"
    if metric.name in _RECOVERY:  # "objective" tells levels apart, but not in its own name
        said = fold(said).replace(fold(metric.label), "")
    if _CASES.search(said):
        return None
    own_line = block.cell is None and not statement.has(Cue.PROMISE)
    if own_line and not fold(said).lstrip("*_ ").startswith(fold(metric.severity or "")):
        return None  # a line with a subject of its own that names a class beside it
    answer = Answer(quantity.span, _section(draft, block), (quantity.base, 0.0))
    return name, answer


def _name(metric: Metric, quantity: Quantity) -> str | None:
    if metric.name in _ONE_LEVEL and metric.severity is None:
        if not PLAIN_LABEL.fullmatch(metric.label) and metric.name == "availability":
            return None
        if metric.target is not None and metric.target.comparator == "<" and quantity.unit == "%":
            return None
        wanted = Dimension.PERCENT if metric.name == "availability" else Dimension.DURATION
        return metric.name if quantity.dimension is wanted else None
    if metric.name in _TIMES and metric.severity and quantity.dimension is Dimension.DURATION:
        rank = class_rank(metric.severity, in_table=True) or fold(metric.severity)
        shown = f"class {rank}" if isinstance(rank, int) else metric.severity
        return f"{metric.name} of {shown}"
    return None


def _section(draft: Draft, block: Block) -> int:
    """Give a number that is equal for the blocks of one table or section."""
    if block.cell is not None:
        return -1 - block.cell.table
    section = draft.document.section_of(block)
    return section.index if section else len(draft.document.sections)


def _caps(draft: Draft) -> Iterator[Answer]:
    bases = {fold(cap.base or "") for cap in draft.credit_caps}
    if len(bases) > 1:
        return
    for cap in draft.credit_caps:
        if not _CASES.search(draft.document.text_of(cap.sentence)):
            yield _answer(draft, cap.quantity.span, cap.quantity)


def _notices(draft: Draft) -> Iterator[Answer]:
    for notice in draft.notice_periods:
        sentence = draft.document.text_of(draft.sentence_at(notice.span.start))
        if not _ENDED_FOR_A_REASON.search(sentence):
            yield _answer(draft, notice.span, notice)


def _answer(draft: Draft, span: Span, quantity: Quantity) -> Answer:
    return Answer(span, _section(draft, draft.document.block_at(span.start)), (quantity.base, 0.0))
