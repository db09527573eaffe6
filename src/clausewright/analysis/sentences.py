"""Sentences of a document, cut block by block when asked for."""

from __future__ import annotations

import itertools
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
        self._starts: dict[int, list[int]] = {}

    def of_block(self, block: Block) -> tuple[Span, ...]:
        """Give the sentences of a block in order; they cover it but for white space between."""
        found = self._by_block.get(block.index)
        if found is None:
            found = tuple(self._cut(block))
            self._by_block[block.index] = found
            self._starts[block.index] = [span.start for span in found]
        return found

    def at(self, offset: int) -> Span:
        """Give the sentence in which an offset stands, never beyond its block."""
        block = self._document.block_at(offset)
        spans = self.of_block(block)
        index = bisect_right(self._starts[block.index], offset) - 1
        return spans[max(0, index)]

    def _cut(self, block: Block) -> Iterator[Span]:
        text = self._document.text_of(block.span)
        for start, end in itertools.pairwise((*sentence_starts(text), len(text))):
            stop = start + len(text[start:end].rstrip())
            yield Span(block.span.start + start, block.span.start + max(stop, start))
