"""The levels that a draft commits to, so that those of several drafts can be compared."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import fold
from clausewright.analysis.severities import class_rank
from clausewright.analysis.term_uses import stem
from clausewright.model.facts import Dimension, Metric, Quantity
from clausewright.pattern import regex

_AVAILABILITY = frozenset({"availability", "available", "uptime"})
_PERIOD = regex(r"hour|day|week|month|quarter|year|annual")
_SEVERAL = regex(
    r"\b(?:minimum|expected|target|internal|objective|goal|aim|plan|package|tier|standard|basic|"
    r"premium|professional|enterprise|gold|silver|bronze|region|zone|production|development|"
    r"environment|each of|respectively)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells apart several levels of one name."""


class Level(NamedTuple):
    """What is promised: ``name`` of the metric, severity ``rank`` and ``service`` it holds for."""

    name: str
    rank: Hashable
    service: str | None


class Commitment(NamedTuple):
    """A metric of a draft with its one number."""

    metric: Metric
    quantity: Quantity

    @property
    def shown(self) -> str:
        """The number with its unit, for a message."""
        space = "" if self.quantity.unit == "%" else " "
        return f"{self.quantity.value:g}{space}{self.quantity.unit}"

    @property
    def label(self) -> str:
        """The metric's name in the form that is compared."""
        label = stem(fold(self.metric.label))
        return "availability" if label in _AVAILABILITY else label

    def measures_like(self, other: Commitment) -> bool:
        """Tell whether both numbers count the same thing over the same time."""
        mine, yours = self.quantity, other.quantity
        if mine.dimension is not yours.dimension or mine.business != yours.business:
            return False
        periods = {match[0] for match in map(_period, (self, other)) if match}
        return len(periods) < 2


def _period(commitment: Commitment) -> re.Match[str] | None:
    return _PERIOD.search(fold(commitment.metric.window or ""))


def commitments_of(draft: Draft) -> Mapping[Level, Commitment]:
    """Give the commitments of which a draft gives one number only; where it gives two, none."""
    found: dict[Level, Commitment | None] = {}
    for metric in draft.metrics:
        target = metric.target
        quantity = target.quantity if target else None
        if metric.name == "other" or quantity is None or not _is_plain(draft, metric, quantity):
            continue
        level = _level(metric)
        commitment = Commitment(metric, quantity)
        known = found.setdefault(level, commitment)
        if known is not None and known.quantity.base != quantity.base:
            found[level] = None
    return {level: one for level, one in found.items() if one is not None}


def _level(metric: Metric) -> Level:
    severity = metric.severity
    rank: Hashable = None
    if severity is not None:
        rank = class_rank(severity, in_table=True) or fold(severity)
    return Level(metric.name, rank, fold(metric.service) if metric.service else None)


def _is_plain(draft: Draft, metric: Metric, quantity: Quantity) -> bool:
    """Tell one level from a range, a blank, and one of several of a sentence or section."""
    if quantity.placeholder or quantity.high is not None:
        return False
    if quantity.dimension not in (Dimension.PERCENT, Dimension.DURATION):
        return False
    block = draft.document.block_at(metric.span.start)
    if block.cell is not None:
        return True
    section = draft.document.section_of(block)
    sentence = draft.document.text_of(draft.sentence_at(metric.span.start))
    return _SEVERAL.search(f"{sentence} {section.title if section else ''}") is None
