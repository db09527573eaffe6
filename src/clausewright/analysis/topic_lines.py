"""The lines that topics are read from: sentences and table rows, each with the titles above it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from clausewright.model.document import Block, BlockKind, Document, Section
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

WHOLE_BLOCK = 160
"""A block up to this many code points is one line; a longer one is cut into sentences."""

LONGEST_TITLE = 12
"""Words of a title; a heading of more is a clause."""

DOCUMENT_TITLE_SHARE = 0.6
"""A section that holds more of the blocks than this carries the title of the whole document."""


class Line(NamedTuple):
    """A sentence, a short block or a table row.

    ``first`` and ``last`` bound its words (end exclusive). ``titles`` are spans of the titles it
    stands under, innermost first, and of the header row above a table row. ``lead`` is the span of
    the sentence that introduces a list item. ``place`` is its share of the document, 0 to 1.
    """

    span: Span
    first: int
    last: int
    kind: BlockKind
    titles: tuple[Span, ...]
    lead: Span | None
    place: float


def lines_of(draft: Draft) -> Iterator[Line]:
    """Cut a document into lines, in order; titles that nothing stands under are none."""
    document = draft.document
    titles = _titles_by_section(document)
    bare = _bare_titles(document)
    length = max(1, len(document.text))
    lead: Span | None = None
    for block, span, header in _rows(document):
        section = document.section_of(block)
        above = titles[section.index] if section is not None else ()
        if block.kind is BlockKind.HEADING:
            above = above[1:]
            lead = None
            if block.index in bare:
                continue
        if header is not None:
            above = (header, *above)
        introduced = lead if block.kind is BlockKind.ITEM else None
        for part in _parts(draft, block, span):
            first, last = draft.words.index_at(part.start), draft.words.index_at(part.end)
            if first < last:
                yield Line(part, first, last, block.kind, above, introduced, part.start / length)
            if block.kind is BlockKind.PARAGRAPH:
                lead = part if document.text[part.start : part.end].endswith(":") else None


def _parts(draft: Draft, block: Block, span: Span) -> tuple[Span, ...]:
    if block.kind is BlockKind.CELL or len(span) <= WHOLE_BLOCK:
        return (span,)
    return draft.sentences.of_block(block)


def _rows(document: Document) -> Iterator[tuple[Block, Span, Span | None]]:
    """Give each block with its extent, the cells of a table row as one, and its header row."""
    header: dict[int, Span] = {}
    blocks = document.blocks
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.cell is None:
            yield block, block.span, None
            continue
        end = block.span.end
        place = (block.cell.table, block.cell.row)
        while at < len(blocks) and (cell := blocks[at].cell) is not None:
            if (cell.table, cell.row) != place:
                break
            end = blocks[at].span.end
            at += 1
        row = Span(block.span.start, end)
        yield block, row, header.get(place[0])
        header.setdefault(place[0], row)


def _titles_by_section(document: Document) -> list[tuple[Span, ...]]:
    """Give the titles of each section and of those above it, but not the document's own title."""
    whole = DOCUMENT_TITLE_SHARE * len(document.blocks)
    found: list[tuple[Span, ...]] = []
    for section in document.sections:
        above = found[section.parent] if section.parent is not None else ()
        found.append(above if _is_document_title(section, whole) else (section.title_span, *above))
    return found


def _bare_titles(document: Document) -> frozenset[int]:
    """Give the headings, as indices of blocks, whose sections hold no more than other headings.

    A clause set as a heading stands for itself, and so does what opens the document.
    """
    filled = list(
        itertools.accumulate(
            (block.kind is not BlockKind.HEADING for block in document.blocks), initial=0
        )
    )
    return frozenset(
        section.heading
        for section in document.sections[1:]
        if filled[section.end_block] == filled[section.heading]
        and len(section.title.split()) <= LONGEST_TITLE
        and not document.text_of(document.blocks[section.heading].span).endswith((".", ";", ":"))
    )


def _is_document_title(section: Section, whole: float) -> bool:
    return section.end_block - section.heading > whole and not section.run_in
