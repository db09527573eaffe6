"""Terms of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import Term

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def terms_of(draft: Draft) -> tuple[Term, ...]:  # noqa: ARG001
    """Find the terms."""
    return ()
