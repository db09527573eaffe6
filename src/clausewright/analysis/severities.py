"""Severities of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import SeverityClass

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft


def severities_of(draft: Draft) -> tuple[SeverityClass, ...]:  # noqa: ARG001
    """Find the severities."""
    return ()
