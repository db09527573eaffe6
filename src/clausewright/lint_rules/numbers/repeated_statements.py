"""Sentences that say the same with another number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.scan import fold
from clausewright.analysis.severities import class_rank
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind
from clausewright.model.facts import Dimension, Metric, Quantity
from clausewright.model.finding import Finding
from clausewright.pattern import regex

_DUTY = regex(r"\b(?:shall|must|will)\b", re.IGNORECASE)
_WORD = regex(r"[a-z][a-z'\u2019-]+")
_TELLS_APART = regex(
    r"\b(?:plan|package|tier|standard|basic|premium|professional|enterprise|gold|silver|bronze|"
    r"region|zone|production|development|environment|except|unless|respectively|first|second|"
    r"initial|further|if|where|during|outside)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS: Final = 5
_LEAST_BOTH: Final = 2
_IDLE: Final = frozenset(
    "a an the of to in on at by for and or its it is be shall will must".split()
)
_TIMES: Final = frozenset({"response time", "resolution time"})


def repeated_statements(draft: Draft) -> Iterator[Finding]:
    """Compare duties said in the same words in two sections, each with one number."""
    first: dict[tuple[str, ...], tuple[Statement, Quantity]] = {}
    found: list[tuple[Statement, Quantity, Statement, Quantity]] = []
    shared: Counter[tuple[int | None, int | None]] = Counter()
    section_of = draft.document.section_index
    said: Counter[int] = Counter()
    for statement in draft.statements:
        if statement.block.kind is not BlockKind.PARAGRAPH or len(statement.quantities) != 1:
            continue
        quantity = statement.quantities[0]
        words = _words(draft, statement, quantity)
        if words is None:
            continue
        other, value = first.setdefault(words, (statement, quantity))
        sections = (section_of(other.block), section_of(statement.block))
        if other is statement or sections[0] == sections[1]:
            continue
        if any(_tells_apart(draft, one) for one in (other, statement)):
            continue
        shared[sections] += 1
        said[value.span.start] += 1
        same_kind = value.dimension is quantity.dimension and value.business == quantity.business
        if same_kind and value.base != quantity.base:
            found.append((other, value, statement, quantity))
    for other, value, statement, quantity in found:
        # sections with sentences in common, or one said in three, are told apart by their titles
        sections = (section_of(other.block), section_of(statement.block))
        if shared[sections] < _LEAST_BOTH and said[value.span.start] == 1:
            line = draft.document.line_name(value.span.start)
            yield Finding(
                quantity.span,
                f"{_shown(quantity)} here, {_shown(value)} in the same sentence in {line}",
            )


def classes_against_table(draft: Draft) -> Iterator[Finding]:
    """Compare the time that a sentence gives a class with the one of the only table of classes."""
    cells: dict[tuple[str, int], list[Metric]] = {}
    for metric in draft.metrics:
        level = _level(metric)
        if level and draft.document.block_at(metric.span.start).cell is not None:
            cells.setdefault(level, []).append(metric)
    for metric in draft.metrics if cells else ():
        level = _level(metric)
        block = draft.document.block_at(metric.span.start)
        if level is None or block.cell is not None or len(cells.get(level, ())) != 1:
            continue
        sentence = draft.sentence_at(metric.span.start)
        said = draft.document.text_of(sentence)
        theirs, mine = _time(cells[level][0]), _time(metric)
        if theirs is None or mine is None or mine.comparator not in {"<=", "<"}:
            continue
        if len(draft.quantities_in(sentence)) != 1 or not _DUTY.search(said):
            continue
        if _TELLS_APART.search(said) or theirs.business != mine.business:
            continue
        if theirs.base != mine.base:
            line = draft.document.line_name(theirs.span.start)
            yield Finding(
                mine.span,
                f"the {metric.name} of {metric.severity} is {_shown(mine)} here and "
                f"{_shown(theirs)} in {line}",
            )


def _words(draft: Draft, statement: Statement, quantity: Quantity) -> tuple[str, ...] | None:
    """Give the words of a duty beside its number, None where it is no duty or too short."""
    if quantity.dimension not in {Dimension.DURATION, Dimension.PERCENT} or quantity.placeholder:
        return None
    text = draft.document.text_of(statement.span)
    if not _DUTY.search(text) or statement.has(Cue.CREDIT, Cue.CONDITION):
        return None
    before = draft.text[statement.span.start : quantity.span.start]
    after = draft.text[quantity.span.end : statement.span.end]
    words = tuple(one for one in _WORD.findall(fold(f"{before} # {after}")) if one not in _IDLE)
    return words if len(words) >= _FEWEST_WORDS else None


def _tells_apart(draft: Draft, statement: Statement) -> bool:
    """Tell whether the title of its section limits a sentence to a plan or a class."""
    section = draft.document.section_of(statement.block)
    title = section.title if section else ""
    return _TELLS_APART.search(title) is not None or class_rank(title) is not None


def _level(metric: Metric) -> tuple[str, int] | None:
    if metric.name not in _TIMES or metric.severity is None or metric.service is not None:
        return None
    rank = class_rank(metric.severity, in_table=True)
    return None if rank is None else (metric.name, rank)


def _time(metric: Metric) -> Quantity | None:
    quantity = metric.target.quantity if metric.target else None
    plain = quantity is not None and quantity.high is None and not quantity.placeholder
    return quantity if plain else None


def _shown(quantity: Quantity) -> str:
    space = "" if quantity.unit == "%" else " "
    return f"{quantity.value:g}{space}{quantity.unit}"
