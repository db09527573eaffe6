"""Tiers of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import CreditTier

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft


def credit_tiers_of(draft: Draft) -> tuple[CreditTier, ...]:  # noqa: ARG001
    """Find the tiers."""
    return ()
