"""Finds headings, clause numbers, sections and attachments in the blocks of any format.

How a reader uses it:

1. It adds its blocks to an ``Assembly`` (``readers/assembly.py``) in reading order, each with the
   hints its format gives: ``heading`` (a level that the format states: "#", a Word heading style, an
   outline level), ``number`` (a number not written in the text: Word's automatic number, the marker
   of an ordered list), ``title``, ``contents``, ``centred``, ``indent``, ``depth`` of a list item,
   ``marks`` (bold runs above all), ``cell``, ``quoted``, ``place``, ``page_break``. A reader does
   not decide whether a bold or numbered paragraph is a heading: it leaves it a PARAGRAPH (or ITEM).
2. It calls ``structure(assembly.blocks)`` and puts ``blocks``, ``sections`` and ``attachments`` into
   its Document, with ``assembly.text`` and ``assembly.pieces``.

Block kinds may change here (a bold numbered paragraph becomes a HEADING); spans never do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausewright.model.document import Attachment, Block, BlockKind, Section
from clausewright.readers.assembly import RawBlock


@dataclass(frozen=True)
class Structure:
    """What was found."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    attachments: tuple[Attachment, ...]


def structure(raws: Sequence[RawBlock]) -> Structure:
    """Decide headings, numbers, sections and attachments."""
    blocks = tuple(
        Block(
            index=index,
            kind=raw.kind,
            span=raw.span,
            level=raw.heading or raw.depth,
            number=raw.number,
            marker=raw.marker,
            quoted=raw.quoted,
            cell=raw.cell,
            place=raw.place,
            marks=raw.marks,
        )
        for index, raw in enumerate(raws)
    )
    return Structure(blocks, tuple(_sections(blocks, raws)), ())


def _sections(blocks: Sequence[Block], raws: Sequence[RawBlock]) -> list[Section]:
    sections: list[Section] = []
    open_: list[int] = []
    ends: dict[int, int] = {}
    heads = [block for block in blocks if block.kind is BlockKind.HEADING]
    for block in heads:
        while open_ and sections[open_[-1]].level >= block.level:
            ends[open_.pop()] = block.index
        title = raws[block.index].text
        parent = open_[-1] if open_ else None
        index = len(sections)
        sections.append(
            Section(
                index,
                block.number,
                title,
                block.span,
                block.level,
                block.index,
                len(blocks),
                parent,
            )
        )
        open_.append(index)
    return [
        Section(
            s.index,
            s.number,
            s.title,
            s.title_span,
            s.level,
            s.heading,
            ends.get(s.index, s.end_block),
            s.parent,
        )
        for s in sections
    ]
