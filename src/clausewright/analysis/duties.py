"""Duties of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import Duty

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def duties_of(draft: Draft) -> tuple[Duty, ...]:  # noqa: ARG001
    """Find the duties."""
    return ()
