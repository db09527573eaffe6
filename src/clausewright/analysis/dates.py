"""Dates of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import DateMention

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def dates_of(draft: Draft) -> tuple[DateMention, ...]:  # noqa: ARG001
    """Find the dates."""
    return ()
