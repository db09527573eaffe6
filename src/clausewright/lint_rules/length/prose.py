"""What the length rules measure: running text that binds, and its words."""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.model.document import Block, BlockKind
from clausewright.model.span import Span

_PROSE = frozenset((Role.OPERATIVE, Role.DEFINITION, Role.RECITAL))
_KINDS = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM))


def prose_blocks(draft: Draft) -> Iterator[Block]:
    """Give the paragraphs and items that are read as sentences: no headings, cells, code, forms."""
    outline = draft.outline
    for block in draft.document.blocks:
        if block.kind in _KINDS and outline.role(block) in _PROSE:
            yield block


def word_count(draft: Draft, span: Span) -> int:
    """Count the words of a span."""
    words = draft.words
    return words.index_at(span.end) - words.index_at(span.start)


def first_sentence(draft: Draft, block: Block) -> Span:
    """Give the sentence that a finding about a whole block points at."""
    spans = draft.sentences.of_block(block)
    label_end = block.label.end if block.label else block.span.start
    for span in spans:
        if span.end > label_end + 1:
            return Span(max(span.start, label_end), span.end)
    return block.span
