"""Tables of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import Table

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft


def tables_of(draft: Draft) -> tuple[Table, ...]:  # noqa: ARG001
    """Find the tables."""
    return ()
