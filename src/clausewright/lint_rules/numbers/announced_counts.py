"""Lists and tables that hold more or fewer entries than the words before them announce."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import Hit
from clausewright.model.document import Block, BlockKind
from clausewright.model.finding import Finding, Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_WORDS: Final = {
    word: value
    for value, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}
PHRASES: Final = tuple(_WORDS)
_COUNT = regex(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[0-2])(?=\s)", re.IGNORECASE
)
_COUNTED = regex(
    r"\s(?:\(\d{1,2}\)\s)?(?P<what>(?:[a-z][a-z-]*\s){0,3}[a-z][a-z-]*(?:s|ia))\b", re.IGNORECASE
)
_MEASURES = regex(
    r"(?:.*\s)?(?:seconds|minutes|hours|days|weeks|months|quarters|years|times|users|percent|"
    r"dollars|euros|parts|others|is|was|has|as|its|this|us)",
    re.IGNORECASE,
)
_SOME = regex(
    r"\b(?:one|any|some|least|most|of these|of the|more|than|up to|each|every)\s$", re.IGNORECASE
)
_INLINE = regex(
    r"\w+\s(?P<what>(?:[a-z][a-z-]*\s){0,3}[a-z][a-z-]*s)(?:\sare)?"
    r"(?:\s?:|\s\(|\s[-\u2013\u2014])\s?",
    re.IGNORECASE,
)
_NAME = r"[\"\u201c'\u2018]?\w[\w/-]*(?:\s[\w/-]+){0,2}[\"\u201d'\u2019]?"
_ENUMERATION = regex(rf"{_NAME}(?:,\s{_NAME}){{1,9}},?\s(?:and|or)\s{_NAME}(?=[.;)]|\s*$)")
_PARTED = regex(r",\s(?:and|or)\s|,\s|\s(?:and|or)\s")
_QUIET = frozenset((Role.CONTENTS, Role.CODE, Role.SIGNATURE, Role.CONTROL))
_LONGEST: Final = 200


def miscounted(draft: Draft, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Tell the number that announces entries, where another number of them follows.

    ``hits`` are the numbers written as words.
    """
    for hit in hits:
        yield from _enumerated(draft, hit.span)
    blocks = draft.document.blocks
    for block in blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        if draft.outline.role(block) in _QUIET:
            continue
        following = blocks[block.index + 1 : block.index + 2]
        if following and following[0].kind in (BlockKind.ITEM, BlockKind.CELL):
            yield from _listed(draft, block, following[0])


def _listed(draft: Draft, block: Block, first: Block) -> Iterator[Finding]:
    start = max(block.span.start, block.span.end - _LONGEST)
    sentence = draft.sentence_at(block.span.end - 1)
    start = max(start, sentence.start)
    if draft.text[block.span.end - 1] != ":":
        return
    numbers = list(_COUNT.finditer(draft.text, start, block.span.end))
    said = _COUNTED.match(draft.text, numbers[-1].end(), block.span.end) if numbers else None
    if said is None or _MEASURES.fullmatch(said["what"]):
        return
    number = Span(*numbers[-1].span())
    if _SOME.search(draft.text, start, number.start):
        return
    written = draft.document.text_of(number).lower()
    count = _WORDS.get(written) or int(written)
    if first.kind is BlockKind.CELL:
        held = _rows(draft, first)
    else:
        held = _items(draft.document.blocks, block, first)
    if held > 1 and held != count:
        span = Span(number.start, said.end("what"))
        shown = draft.document.text_of(span)
        yield Finding(span, f'"{shown}" are announced and {held} follow', severity=Severity.INFO)


def _enumerated(draft: Draft, number: Span) -> Iterator[Finding]:
    """Count what a sentence lists right behind the number: "three classes: high and low"."""
    sentence = draft.sentence_at(number.start)
    said = _INLINE.match(draft.text, number.start, sentence.end)
    if said is None or _MEASURES.fullmatch(said["what"]):
        return
    if _SOME.search(draft.text, sentence.start, number.start):
        return
    listed = _ENUMERATION.match(draft.text, said.end(), sentence.end)
    if listed is None:
        return
    held = len(_PARTED.split(listed[0]))
    span = Span(number.start, said.end("what"))
    if held != _WORDS[draft.document.text_of(number).lower()]:
        shown = draft.document.text_of(span)
        yield Finding(span, f'"{shown}" are announced and {held} are named', severity=Severity.INFO)


def _items(blocks: Sequence[Block], lead: Block, first: Block) -> int:
    """Count the items of the list that starts at a block, those below them left out."""
    if lead.kind is BlockKind.ITEM and first.level <= lead.level:
        return 0
    held = 0
    for block in blocks[first.index :]:
        if block.kind is not BlockKind.ITEM or block.level < first.level:
            break
        held += block.level == first.level
    return held


def _rows(draft: Draft, first: Block) -> int:
    """Count the rows of a table below its header, those without a name left out."""
    if first.cell is None:
        return 0
    at = bisect_left(draft.tables, first.cell.table, key=lambda one: one.index)
    table = draft.tables[at] if at < len(draft.tables) else None
    if table is None or table.index != first.cell.table or table.header_rows != 1:
        return 0
    names = [row[0].text for row in table.rows[1:] if row]
    return len(names) if all(names) and len(set(names)) == len(names) else 0
