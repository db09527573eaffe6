"""References of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import Reference

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def references_of(draft: Draft) -> tuple[Reference, ...]:  # noqa: ARG001
    """Find the references."""
    return ()
