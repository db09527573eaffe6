"""Credit scales of a document: the bands of each, from the best level down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from clausewright.analysis.draft import Draft
from clausewright.model.facts import CreditTier


def scales(draft: Draft) -> Iterator[list[CreditTier]]:
    """Give the bands of each scale that has more than one, the best level first."""
    by_group = sorted(draft.credit_tiers, key=lambda tier: tier.group)
    for _, group in groupby(by_group, key=lambda tier: tier.group):
        bands = sorted(group, key=top, reverse=True)
        if len(bands) > 1:
            yield bands


def top(tier: CreditTier) -> float:
    """Give the upper end of a band; an open one reaches to 100%."""
    return 100.0 if tier.high is None else tier.high


def is_nested(bands: Sequence[CreditTier]) -> bool:
    """Tell whether all bands are open downwards ("less than 99%", "less than 95%")."""
    return all(tier.low is None for tier in bands)


def shown(tier: CreditTier) -> str:
    """Write a band for a message."""
    if tier.low is None:
        return f"{'up to' if tier.high_included else 'below'} {tier.high:g}%"
    if tier.high is None:
        return f"{'from' if tier.low_included else 'above'} {tier.low:g}%"
    return f"{tier.low:g}% to {tier.high:g}%"
