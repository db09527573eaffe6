"""Metrics of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import Metric

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def metrics_of(draft: Draft) -> tuple[Metric, ...]:  # noqa: ARG001
    """Find the metrics."""
    return ()
