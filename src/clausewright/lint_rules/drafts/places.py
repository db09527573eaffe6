"""How several places of one kind are told together."""

from __future__ import annotations

from collections.abc import Sequence

from clausewright.model.span import Span


def more_places(spans: Sequence[Span]) -> str:
    """Say in how many more places than the first something stands; empty where in none."""
    more = len(spans) - 1
    if not more:
        return ""
    return " and in 1 more place" if more == 1 else f" and in {more} more places"
