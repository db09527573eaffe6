"""Vague words that only name: defined terms, labels of items, names in a column of names."""

from __future__ import annotations

from clausewright.analysis.draft import Draft
from clausewright.model.document import Block, BlockKind, MarkKind
from clausewright.model.span import Span
from clausewright.pattern import regex

_LABEL_WORDS = 6
"""How many words the label of an item or a row may have."""
_ENDS_LABEL = regex(r"[\s*_]*(?::|\u2013|\u2014| - |(?:is|are|means?|includes?)\b)[\s*_]*\S")
"""What parts a label from what it labels: a colon, a dash, "are"; and something after it."""
_RUN_IN = regex(
    r"[A-Z][a-z]+(?: (?:and |of )?[A-Z][a-z]+){1,4} "
    r"(?:This|The|These|All|Any|Each|It|We|If|When) [a-z]"
)
_START = 8
"""Within how many code points of its block a label starts, after a number or a box."""


def names_something(draft: Draft, block: Block, sentence: Span, hit: Span) -> bool:
    """Tell words that name a thing and grade nothing: "Regular Maintenance: Sunday, 02:00"."""
    return (
        _is_term(draft, sentence, hit)
        or _is_row_name(draft, block, hit)
        or _is_label(draft, block, hit)
        or _is_run_in(draft, block, hit)
    )


def _is_term(draft: Draft, sentence: Span, hit: Span) -> bool:
    """Tell words with capitals inside a sentence without: "shall use Best Efforts"."""
    words = draft.text[hit.start : hit.end].split()
    if hit.start <= sentence.start or any(not word[:1].isupper() for word in words):
        return False
    before = draft.text[sentence.start : hit.start].split()
    if not before or not before[-1][:1].islower() or before[-1][-1:] in ".:;":
        return False
    return not "".join(words).isupper()


def _is_run_in(draft: Draft, block: Block, hit: Span) -> bool:
    """Tell a heading that runs into its text: "Periodic Review This agreement is ..."."""
    if block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return False
    if hit.start > block.body.start + _START:
        return False
    return _RUN_IN.match(draft.text, hit.start, block.span.end) is not None


def _is_row_name(draft: Draft, block: Block, hit: Span) -> bool:
    """Tell the bold or capitalised name of a table row."""
    if block.cell is None or block.cell.column > 0 or block.index + 1 >= len(draft.document.blocks):
        return False
    beside = draft.document.blocks[block.index + 1].cell
    if beside is None or (beside.table, beside.row) != (block.cell.table, block.cell.row):
        return False
    words = draft.text[block.span.start : block.span.end].split()
    if len(words) < 2 or len(words) > _LABEL_WORDS:
        return False
    return _is_bold(block, hit) or all(not word[:1].islower() for word in words)


def _is_label(draft: Draft, block: Block, hit: Span) -> bool:
    """Tell what stands before a colon, or in bold, at the start of an item or a paragraph."""
    if block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return False
    start = block.body.start
    bold = next(
        (
            mark.span
            for mark in block.marks
            if mark.kind is MarkKind.BOLD and mark.span.start <= start + _START
        ),
        None,
    )
    if bold is not None and bold.contains(hit):
        end = bold.end
        while end > hit.end and not draft.text[end - 1].isalnum():
            end -= 1
    else:
        end = draft.text.find(":", hit.end, block.span.end)
    if end < hit.end or not _ENDS_LABEL.match(draft.text, end, block.span.end):
        return False
    label = draft.text[start:end].split()
    return len(label) <= _LABEL_WORDS and all(not word[:1].islower() for word in label[:2])


def _is_bold(block: Block, span: Span) -> bool:
    return any(mark.kind is MarkKind.BOLD and mark.span.contains(span) for mark in block.marks)
