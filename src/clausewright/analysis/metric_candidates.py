"""A commitment found in the text, before its window and the rest of its anatomy are read."""

from __future__ import annotations

from typing import NamedTuple

from clausewright.analysis.statements import Statement
from clausewright.model.facts import Quantity
from clausewright.model.span import Span


class Candidate(NamedTuple):
    """A commitment: what it measures, its words, its number if it has one.

    ``share`` is the part of cases the target holds for ("95% of calls within 20 seconds").
    ``score`` is how sure it is that this is a commitment: 1 where a pattern found it, else the
    probability that the weight of its evidence gives.
    ``row`` holds what other cells of the same table row give, by what their column is.
    """

    name: str
    label: str
    span: Span
    statement: Statement
    quantity: Quantity | None = None
    share: Quantity | None = None
    service: str | None = None
    severity: str | None = None
    row: tuple[tuple[str, Span], ...] = ()
    table: int | None = None
    score: float = 1.0

    @property
    def vague(self) -> bool:
        """Whether the commitment has no number at all."""
        return self.quantity is None
