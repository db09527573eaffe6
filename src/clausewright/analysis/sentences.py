"""Sentences of a document, cut block by block when asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from clausewright.language.sentences import sentence_starts
from clausewright.model.document import Block, Document
from clausewright.model.span import Span


class Sentences:
    """The sentences of a document; each block is cut once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_block: dict[int, tuple[Span, ...]] = {}

    def of_block(self, block: Block) -> tuple[Span, ...]:
        """Give the sentences of a block in order; they cover it but for white space between."""
        found = self._by_block.get(block.index)
        if found is None:
            found = tuple(self._cut(block))
            self._by_block[block.index] = found
        return found

    def at(self, offset: int) -> Span:
        """Give the sentence in which an offset stands, never beyond its block."""
        spans = self.of_block(self._document.block_at(offset))
        index = bisect_right(spans, offset, key=lambda span: span.start) - 1
        return spans[max(0, index)]

    def _cut(self, block: Block) -> Iterator[Span]:
        text = self._document.text_of(block.span)
        starts = [*sentence_starts(text), len(text)]
        for start, end in zip(starts, starts[1:], strict=False):
            stop = start + len(text[start:end].rstrip())
            yield Span(block.span.start + start, block.span.start + max(stop, start))
