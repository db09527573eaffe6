"""Remarks that tell the linter to hold back findings, with a reason.

``clausewright: ignore WRD001 -- reason`` in an HTML comment or a Word comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clausewright.model.document import Block, BlockKind, Comment, Document
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_DIRECTIVE = regex(r"\s*clausewright\s*:\s*([\w-]*)\s*", re.IGNORECASE)
_REASON = regex(r"(?:^|\s)(?:--|\u2013|\u2014)(?:\s|$)")
_SEPARATOR = regex(r"[\s,;]+")


class Verb(StrEnum):
    """What a directive asks for."""

    IGNORE = "ignore"
    START = "ignore-start"
    END = "ignore-end"
    FILE = "ignore-file"


@dataclass(frozen=True, slots=True)
class Directive:
    """A remark to the linter.

    ``verb`` is None where the word is none of the verbs; ``word`` is that word as written.
    ``rules`` are codes and names as written. ``scope`` is the text it speaks of: None for an end,
    and where nothing follows; ``whole`` tells that it speaks of the document. ``matched`` tells
    of a start or an end whether the other one stands in the document.
    """

    index: int
    comment: Comment
    verb: Verb | None
    word: str
    rules: tuple[str, ...]
    reason: str
    scope: Span | None = None
    whole: bool = False
    matched: bool = True


def directive_in(comment: Comment) -> tuple[str, tuple[str, ...], str] | None:
    """Give the word, the rules and the reason of a directive, None for any other remark."""
    match = _DIRECTIVE.match(comment.text)
    if match is None:
        return None
    parts = _REASON.split(comment.text[match.end() :], maxsplit=1)
    rules = tuple(part for part in _SEPARATOR.split(parts[0]) if part)
    reason = " ".join(parts[1].split()) if len(parts) > 1 else ""
    return match[1].lower(), rules, reason


def directives_of(draft: Draft) -> tuple[Directive, ...]:
    """Read the directives of a document, in order of place."""
    return tuple(_placed(draft.document))


def _placed(document: Document) -> Iterator[Directive]:
    read = [(comment, directive_in(comment)) for comment in document.comments]
    found = [(comment, parts) for comment, parts in read if parts is not None]
    ends = _pairs([(parts[0], parts[1]) for _, parts in found])
    ended = set(ends.values())
    for index, (comment, (word, rules, reason)) in enumerate(found):
        verb = Verb(word) if word in set(Verb) else None
        scope, matched = None, True
        if verb is Verb.IGNORE:
            scope = _scope(document, comment)
        elif verb is Verb.START:
            end = ends.get(index)
            matched = end is not None
            scope = _range(document, comment, None if end is None else found[end][0])
        elif verb is Verb.END:
            matched = index in ended
        yield Directive(
            index, comment, verb, word, rules, reason, scope, verb is Verb.FILE, matched
        )


def _pairs(found: list[tuple[str, tuple[str, ...]]]) -> dict[int, int]:
    """Match each end to the last open start of the same rules, or of any where it names none."""
    pairs: dict[int, int] = {}
    open_starts: list[int] = []
    for index, (word, rules) in enumerate(found):
        if word == Verb.START:
            open_starts.append(index)
        elif word == Verb.END:
            for at in range(len(open_starts) - 1, -1, -1):
                start = open_starts[at]
                if not rules or set(rules) == set(found[start][1]):
                    pairs[start] = index
                    del open_starts[at]
                    break
    return pairs


def _next_block(document: Document, comment: Comment) -> Block | None:
    index = 0 if comment.block is None else comment.block + 1
    return document.blocks[index] if index < len(document.blocks) else None


def _scope(document: Document, comment: Comment) -> Span | None:
    """Give what a plain ignore speaks of."""
    if comment.span is not None:
        first = document.block_at(comment.span.start)
        if first.kind is BlockKind.HEADING:
            return _section(document, first)
        scope = _row(document, first) if first.cell else first.span
        return Span(scope.start, max(scope.end, comment.span.end))
    own = _own_block(document, comment)
    if not comment.alone and own is not None:
        return _row(document, own) if own.cell else own.span
    following = _next_block(document, comment)
    if following is None:
        return None
    if following.kind is BlockKind.HEADING:
        return _section(document, following)
    return _table(document, following) if following.cell else following.span


def _section(document: Document, heading: Block) -> Span:
    section = document.section_of(heading)
    if section is None or section.heading != heading.index:
        return heading.span
    return Span(heading.span.start, document.blocks[section.end_block - 1].span.end)


def _row(document: Document, block: Block) -> Span:
    return _cells(document, block, same_row=True)


def _table(document: Document, block: Block) -> Span:
    return _cells(document, block, same_row=False)


def _cells(document: Document, block: Block, *, same_row: bool) -> Span:
    """Give the span of the neighbouring cells of the same table, or of its same row."""

    def belongs(other: Block) -> bool:
        return (
            other.cell is not None
            and block.cell is not None
            and other.cell.table == block.cell.table
            and (not same_row or other.cell.row == block.cell.row)
        )

    blocks = document.blocks
    first = last = block.index
    while first > 0 and belongs(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and belongs(blocks[last + 1]):
        last += 1
    return Span(blocks[first].span.start, blocks[last].span.end)


def _range(document: Document, start: Comment, end: Comment | None) -> Span | None:
    """Give the text from a start to its end, or to the end of the document."""
    first = _next_block(document, start) if start.alone else _own_block(document, start)
    last = document.blocks[-1] if end is None and document.blocks else None
    if end is not None:
        last = _own_block(document, end)
    if first is None or last is None or last.index < first.index:
        return None
    return Span(first.span.start, last.span.end)


def _own_block(document: Document, comment: Comment) -> Block | None:
    """Give the block a remark stands in or right after."""
    if comment.span is not None:
        return document.block_at(comment.span.start)
    return None if comment.block is None else document.blocks[comment.block]
