"""What a document announces and does not hold: lists, tables, and the definition of a word.

"Credits are calculated as follows:" right before the next heading promises something that was
never written. Looked at is only what follows in the order of reading, so that a list, table,
picture or paragraph of any kind keeps the promise.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.analysis.term_uses import stem
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Reference, ReferenceKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_ANNOUNCES = regex(
    r"\b(?:as follows|the following(?!\s(?:sla|ola|agreement|terms|policy))(?:\s[a-z-]+){0,4}"
    r"|the following(?:\s[a-z-]+){1,3}\s(?:list|schedule|steps|items|points|order|documents"
    r"|exclusions|exceptions|services|conditions|criteria)\s?\."
    r"|(?:listed|defined|described|outlined|shown|given|specified|set out|detailed)(?:\s[a-z]+)?"
    r"\s(?:below|here)|includes?|are|is|these)\s?:\s*$",
    re.IGNORECASE,
)
_DRAWN = ("![", "<img", "<iframe", "<object", "<video", "<svg", "<!--", "{{", "{%", "```", "$$")
_MIN_WORDS = 4
_DEFINED_IN = regex(
    r"(?P<term>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,4})[\"\u201d]?,?\s\(?(?:as|is|are)\sdefined\s(?:in|under|by)\s\(?$"
)


def empty_announcements(draft: Draft) -> Iterator[Span]:
    """Give the words that announce a list right before a heading or the end of the document."""
    document = draft.document
    if document.format == "text":  # what was a list may have lost its place
        return
    for block, following in itertools.zip_longest(document.blocks, document.blocks[1:]):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        words = document.text_of(block.span)
        found = _ANNOUNCES.search(words[-80:])
        if (
            found is None
            or len(words.split()) < _MIN_WORDS
            or not _ends_there(draft, block, following)
        ):
            continue
        start = block.span.end - len(words[-80:]) + found.start()
        yield Span(start, block.span.end)


def _ends_there(draft: Draft, block: Block, following: Block | None) -> bool:
    """Tell whether a paragraph is the last of its section, with nothing unread behind it."""
    document = draft.document
    if draft.outline.role(block) in (Role.SIGNATURE, Role.CONTENTS, Role.CODE):
        return False
    if following is not None:
        deeper = document.section_of(following)
        own = document.section_of(block)
        if following.kind is not BlockKind.HEADING or deeper is None or own is None:
            return False
        if deeper.level > own.level:  # its parts are what it announces
            return False
    start = document.source_offset(block.span.end, end=True)
    end = document.source_offset(following.span.start) if following else len(document.source)
    between = document.source[start:end]
    return not any(mark in between for mark in _DRAWN)


def table_is_missing(draft: Draft, phrase: Span) -> bool:
    """Tell whether a table or picture announced as below or above stands on that side."""
    document = draft.document
    words = document.text_of(phrase).lower()
    before = "above" in words
    own = document.block_at(phrase.start)
    if own.cell is not None:
        return False
    blocks = document.blocks[: own.index] if before else document.blocks[own.index :]
    if any(block.cell is not None or block.kind is BlockKind.CODE for block in blocks):
        return False
    return not any(mark in document.source for mark in _DRAWN)


def misplaced_definitions(draft: Draft) -> Iterator[tuple[Reference, str]]:
    """Give the references to a section for a definition, where it does not hold the word."""
    document = draft.document
    if document.format == "text":  # flattened, sections end where nobody can tell
        return
    for reference in draft.references:
        if reference.kind is not ReferenceKind.SECTION or reference.target is None:
            continue
        start = reference.span.start
        found = _DEFINED_IN.search(draft.text[max(0, start - 120) : start])
        if found is None:
            continue
        section = document.sections[reference.target]
        first, last = document.blocks[section.heading], document.blocks[section.end_block - 1]
        held = document.text[first.span.start : last.span.end].lower()
        if first.span.start <= start <= last.span.end:
            continue
        word = stem(found["term"].split()[-1])
        if len(word) > 3 and word[:-1] not in held:
            yield reference, found["term"]
