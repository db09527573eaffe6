"""Sentences of a document, cut block by block when asked for."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator

from clausewright.language.sentences import sentence_starts
from clausewright.model.document import Block, Document
from clausewright.model.span import Span

LONGEST = 5_000
"""Characters of a sentence; the longest of 215 signed contracts has 4,505. A text without a stop
would else be one sentence, and some work grows with the square of a sentence."""


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
        text, shift = self._document.text_of(block.span), block.span.start
        for start, following in itertools.pairwise((*sentence_starts(text), len(text))):
            end = start + len(text[start:following].rstrip())
            for first, last in _parts(text, start, end):
                yield Span(shift + first, shift + last)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what nobody wrote as one sentence, after a semicolon, a comma or a word."""
    while end - start > LONGEST:
        ends = (
            text.rfind(f"{mark} ", start, start + LONGEST) + len(mark) for mark in (";", ",", "")
        )
        stop = next((at for at in ends if at > start), start + LONGEST)
        yield start, stop
        start = next(at for at in range(stop, end) if not text[at].isspace())
    yield start, end
