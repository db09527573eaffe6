"""Backups made more seldom than the recovery point needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_frequencies import interval_of
from clausewright.analysis.statements import Statement
from clausewright.lint_rules.metrics.budgets import shown
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Finding, Severity
from clausewright.pattern import regex

_BACKUP = regex(r"\bback(?:s|ed|ing)?[\s-]?up", re.IGNORECASE)
_CONTINUOUS = regex(
    r"replicat|continuous|real[\s-]time|\blogs?\b|journal|mirror|incremental|differential|snapshot",
    re.IGNORECASE,
)
_ANOTHER_ACT = regex(
    r"\b(?:retain|retention|kept|keep|test|restor|deleted|stored for)", re.IGNORECASE
)
_EVERY = regex(r"\bevery\s$", re.IGNORECASE)


def too_few_backups(draft: Draft) -> Iterator[Finding]:
    """Tell the one interval of backups that is longer than the one recovery point."""
    points = [one for one in draft.sure_metrics if one.name == "rpo" and one.target]
    times = {one.target.quantity.base for one in points if one.target and one.target.quantity}
    if len(times) != 1 or any(one.severity or one.service for one in points):
        return
    point = points[0].target.quantity if points[0].target else None
    made = [one for statement in draft.statements for one in _intervals(draft, statement)]
    if point is None or point.dimension is not Dimension.DURATION or len(made) != 1:
        return
    if any(_CONTINUOUS.search(draft.document.text_of(one.span)) for one in _on_backups(draft)):
        return
    if made[0].base > point.base and not point.business and not made[0].business:
        yield Finding(
            made[0].span,
            f"backups every {shown(made[0].base)} may lose more than the recovery point of "
            f"{shown(point.base)}",
            severity=Severity.WARNING,
        )


def _on_backups(draft: Draft) -> Iterator[Statement]:
    for statement in draft.statements:
        if statement.has(Cue.CARE) and _BACKUP.search(
            draft.text, statement.span.start, statement.span.end
        ):
            yield statement


def _intervals(draft: Draft, statement: Statement) -> Iterator[Quantity]:
    if not statement.has(Cue.CARE) or statement.has(Cue.RPO):
        return
    start, end = statement.span.start, statement.span.end
    if not _BACKUP.search(draft.text, start, end) or _ANOTHER_ACT.search(draft.text, start, end):
        return
    for one in statement.quantities:
        if one.dimension is Dimension.DURATION and _EVERY.search(
            draft.text, max(start, one.span.start - 8), one.span.start
        ):
            yield one
    for place in statement.places(Cue.FREQUENCY):
        interval = interval_of(draft.text, place)
        if interval is not None:
            yield interval
