"""Parties of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import Party

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def parties_of(draft: Draft) -> tuple[Party, ...]:  # noqa: ARG001
    """Find the parties."""
    return ()
