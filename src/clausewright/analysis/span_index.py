"""Spans in order, so that asking whether one meets a place does not walk all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from clausewright.model.document import Document, MarkKind
from clausewright.model.span import Span


class SpanIndex:
    """Some spans, which may overlap; a question takes logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def meets(self, span: Span) -> bool:
        """Tell whether one of the spans overlaps this one."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start


def marked(document: Document, kind: MarkKind) -> SpanIndex:
    """Index the runs of a document that are set in one way."""
    return SpanIndex(
        mark.span for block in document.blocks for mark in block.marks if mark.kind is kind
    )
