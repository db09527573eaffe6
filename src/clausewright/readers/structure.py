"""Finds headings, clause numbers, sections and attachments in the blocks of any format.

How a reader uses it:

1. It adds its blocks to an ``Assembly`` (``readers/assembly.py``) in reading order, each with the
   hints its format gives: ``heading`` (a level that the format states: "#", a Word heading style,
   an outline level), ``number`` (a number not written in the text: Word's automatic number, the
   marker of an ordered list), ``title``, ``contents``, ``centred``, ``depth`` of a list
   item, ``marks`` (bold runs above all), ``cell``, ``quoted``, ``place``. A reader
   does not decide whether a bold or numbered paragraph is a heading: it leaves it a PARAGRAPH (or
   ITEM).
2. It calls ``structure(assembly.blocks)`` and puts ``blocks``, ``sections`` and ``attachments``
   into its Document, with ``assembly.text`` and ``assembly.pieces``.

Block kinds may change here (a bold numbered paragraph becomes a HEADING); spans never do. A section
has a title, as a heading or run in; a numbered clause without one is found by ``Block.path``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from clausewright.model.document import Attachment, Block, BlockKind, Section
from clausewright.model.span import Span
from clausewright.pattern import regex
from clausewright.readers.assembly import RawBlock
from clausewright.readers.attachments import Opening, attachments_of, read_opening
from clausewright.readers.contents_table import contents_blocks
from clausewright.readers.headings import (
    is_heading,
    may_be_heading,
    run_in_title,
    shape_of,
    title_span,
)
from clausewright.readers.labels import Label, read_label
from clausewright.readers.numbering import Numbering
from clausewright.readers.sections import Head, sections_of

_ORNAMENT = regex(r"[^\w\s\u00a7\u201c\u2018]{1,3}\s?(?=\d)")
_RUNNING_TEXT = 25  # words of a block that is no title page any more
_SENTENCE = 6  # words of a sentence, which no title page has
_TITLE_LINES = 2  # headings of a format that may stand before the first text
_LONGEST_STATED = 200  # characters of a paragraph that a heading style makes a heading


class Structure(NamedTuple):
    """What was found."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    attachments: tuple[Attachment, ...]


@dataclass(slots=True)
class _Finding:
    """What is decided about one block."""

    heading: bool = False
    title: Span | None = None  # of a heading or a run-in title
    number: str | None = None
    label: Span | None = None
    path: str | None = None
    label_read: Label | None = None
    opening: Opening | None = None


def structure(raws: Sequence[RawBlock]) -> Structure:
    """Decide headings, numbers, sections and attachments."""
    contents = contents_blocks(raws)
    raws = [
        raw._replace(contents=True) if index in contents and not raw.contents else raw
        for index, raw in enumerate(raws)
    ]
    first_text = _first_text(raws)
    numbering = Numbering()
    found: list[_Finding] = []
    following = _following(raws)
    for index, raw in enumerate(raws):
        after = following[index]
        found.append(_decide(index, raw, None if after is None else raws[after], numbering))
    openings = [one.opening for one in found if one.opening is not None]
    attachments = attachments_of(openings, raws, first_text)
    _join_titles(raws, found)
    blocks = tuple(
        _block(index, raw, one) for index, (raw, one) in enumerate(zip(raws, found, strict=True))
    )
    heads = [
        Head(
            block=index,
            level=raws[index].heading,
            title=one.title,
            number=one.number,
            label=one.label_read,
            path=one.path,
            run_in=not one.heading,
            opening=one.opening is not None,
        )
        for index, one in enumerate(found)
        if one.title is not None
    ]
    return _with_levels(raws, blocks, heads, attachments)


def _with_levels(
    raws: Sequence[RawBlock],
    blocks: tuple[Block, ...],
    heads: Sequence[Head],
    attachments: tuple[Attachment, ...],
) -> Structure:
    sections = sections_of(heads, raws, attachments)
    leveled = list(blocks)
    for section in sections:
        if not section.run_in:
            leveled[section.heading] = replace(leveled[section.heading], level=section.level)
    return Structure(tuple(leveled), sections, attachments)


def _first_text(raws: Sequence[RawBlock]) -> int:
    """Give the first block of running text: before it stands a title page or a stamp."""
    for index, raw in enumerate(raws):
        if raw.kind is BlockKind.HEADER or raw.contents:
            continue
        if raw.kind in (BlockKind.ITEM, BlockKind.CELL, BlockKind.CODE):
            return index
        if raw.heading:
            if index > _TITLE_LINES:
                return index
            continue
        words = len(raw.text.split())
        if words >= _RUNNING_TEXT or (words >= _SENTENCE and raw.text.rstrip()[-1:] in (".", ":")):
            return index
    return len(raws)


def _following(raws: Sequence[RawBlock]) -> list[int | None]:
    """Give for each block the next one that is not page furniture."""
    following: list[int | None] = [None] * len(raws)
    after: int | None = None
    for index in range(len(raws) - 1, -1, -1):
        following[index] = after
        if raws[index].kind is not BlockKind.HEADER and raws[index].text:
            after = index
    return following


def _decide(
    index: int, raw: RawBlock, following: RawBlock | None, numbering: Numbering
) -> _Finding:
    one = _Finding(number=raw.number)
    if raw.contents or raw.cell is not None or raw.kind in (BlockKind.CODE, BlockKind.HEADER):
        return one
    lead = _ornament(raw)
    written = read_label(raw.text[lead:])
    if written is not None and lead:
        written = written._replace(end=written.end + lead)
    label = read_label(f"{raw.number.rstrip('.')}. ") if raw.number else written
    start = written.end if written is not None and not raw.number else 0
    shape = shape_of(raw, start)
    stands = may_be_heading(raw)
    stated = raw.heading > 0 and len(raw.text) <= _LONGEST_STATED
    shaped = stands and is_heading(raw, shape, labelled=label is not None, following=following)
    one.opening = read_opening(index, raw, heading=stated or shaped or raw.centred)
    if one.opening is not None:
        numbering.restart()
        one.heading, one.title = True, title_span(raw, 0)
        return one
    if label is not None:
        strong = stated or shape.bold or shape.caps
        item = raw.kind is BlockKind.ITEM and raw.depth > 0
        one.path = numbering.follow(label, shaped=strong, item=item)
        if one.path is not None and not raw.number:
            one.number = label.number
            one.label = Span(raw.span.start + lead, raw.span.start + label.end)
        elif one.path is None and not raw.number:
            label, start = None, 0
            shape = shape_of(raw, 0)
            shaped = stands and is_heading(raw, shape, labelled=False, following=following)
    one.label_read = label
    one.heading = stated or (stands and (shaped or (raw.title and shape.short)))
    if one.heading:
        one.title = title_span(raw, start)
        if label is None:
            numbering.head()
    elif stands and (raw.kind is not BlockKind.ITEM or raw.place is not None):
        one.title = run_in_title(raw, start, labelled=label is not None)
    return one


def _ornament(raw: RawBlock) -> int:
    """Give the length of a picture character that stands before the number of a heading."""
    if not raw.heading or raw.text[:1].isascii():
        return 0
    match = _ORNAMENT.match(raw.text)
    return match.end() if match else 0


def _join_titles(raws: Sequence[RawBlock], found: Sequence[_Finding]) -> None:
    """Let a heading that is only a number ("ARTICLE IV") take the title on the next line."""
    for index in range(len(found) - 1):
        one, after = found[index], found[index + 1]
        if one.label is None or one.label.end < raws[index].span.end:
            continue
        if after.heading and after.label is None and not raws[index + 1].number:
            one.heading, one.title = True, after.title
            after.title = None


def _block(index: int, raw: RawBlock, one: _Finding) -> Block:
    kind = raw.kind
    if one.heading:
        kind = BlockKind.HEADING
    elif kind is BlockKind.HEADING:
        kind = BlockKind.PARAGRAPH
    return Block(
        index=index,
        kind=kind,
        span=raw.span,
        level=raw.depth if kind is BlockKind.ITEM else raw.heading,
        number=one.number,
        label=one.label,
        marker=raw.marker,
        quoted=raw.quoted,
        cell=raw.cell,
        place=raw.place,
        marks=raw.marks,
        path=one.path,
        contents=raw.contents,
    )
