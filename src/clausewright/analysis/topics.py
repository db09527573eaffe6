"""Topics of a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from clausewright.model.facts import Topic

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()


def topics_of(draft: Draft) -> Mapping[str, Topic]:  # noqa: ARG001
    """Find the topics present."""
    return {}
