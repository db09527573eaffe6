"""Quantities of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import Quantity

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def quantities_of(draft: Draft) -> tuple[Quantity, ...]:  # noqa: ARG001
    """Find the quantities."""
    return ()
