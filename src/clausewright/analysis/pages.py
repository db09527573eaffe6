"""Printed pages of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausewright.model.facts import Pages

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft


def pages_of(draft: Draft) -> Pages:
    """Estimate the printed pages of body and attachments."""
    return Pages(round(len(draft.words.words) / 500, 1), 0.0, "estimate")
