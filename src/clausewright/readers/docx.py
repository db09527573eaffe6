"""Word: one block a paragraph, with computed numbers, remarks, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from clausewright.model.document import (
    BlockKind,
    Comment,
    CommentKind,
    Document,
    MarkKind,
    Revision,
    Unread,
)
from clausewright.model.span import Place, Span
from clausewright.pattern import regex
from clausewright.readers.assembly import Assembly, Fragment, RawMark
from clausewright.readers.structure import structure
from clausewright.word.document import WordDocument, read_word
from clausewright.word.markup import Element
from clausewright.word.names import w
from clausewright.word.numbering import ListNumber
from clausewright.word.package import Package
from clausewright.word.properties import custom_properties, recorded_pages
from clausewright.word.remarks import read_remarks
from clausewright.word.styles import ParagraphStyle, integer, outline_level
from clausewright.word.text import CommentMark, Paragraph, Story, View

_MACROS = "this document is made to carry macros: they were not read and never run"
_HEADING_STYLE = regex(r"heading ([1-9])\b", re.IGNORECASE)
_CONTENTS_STYLE = regex(r"toc\b|toc heading\b|table of (?:figures|authorities)\b", re.IGNORECASE)
_TITLES = frozenset({"title", "document title"})
_KINDS = {Story.BOX: BlockKind.BOX, Story.NOTE: BlockKind.NOTE, Story.HEADER: BlockKind.HEADER}
_WORD = regex(r"\w+")
_LONGEST_HEADING = 20  # words
_SHORT_HEADING = 4
_ITEM_END = regex(r"[;,](?: and| or)?\s*$")
_LABEL_WORD = regex(r"^[^\W\d_]{3,20}(?: no\.?)?\s+(?=\S)", re.IGNORECASE)


def read_docx(name: str, data: bytes, view: str = "final") -> Document:
    """Read a Word document (.docx, .docm, .dotx).

    ``view`` is "final" (tracked changes as accepted), "original" (as rejected) or "all". Raises
    InputError, saying what the file is and what to do, for everything that is no Word document.
    """
    package = Package(name, data)
    word = read_word(package, View(view))
    lengths = (len(paragraph.text) + 1 for paragraph in word.paragraphs[:-1])
    starts = tuple(accumulate(lengths, initial=0))
    assembly = Assembly()
    headers = _header_tables(word.paragraphs)
    blocks: dict[int, int] = {}
    for paragraph, start in zip(word.paragraphs, starts, strict=False):
        if _add(assembly, word, paragraph, start, headers):
            blocks[paragraph.index] = len(assembly.blocks) - 1
    found = structure(assembly.blocks)
    document = Document(
        name=name,
        format="docx",
        source=word.source,
        text=assembly.text,
        pieces=tuple(assembly.pieces),
        line_starts=starts,
        blocks=found.blocks,
        sections=found.sections,
        attachments=found.attachments,
        revisions=tuple(_revisions(word, blocks)),
        unread=tuple(_unread(word, starts)),
        properties=custom_properties(package),
        recorded_pages=recorded_pages(package),
        notes=(_MACROS,) if package.has_macros else (),
    )
    return replace(document, comments=tuple(_comments(word, document, blocks)))


def _unread(word: WordDocument, starts: Sequence[int]) -> Iterator[Unread]:
    end = len(word.source)
    for gap in word.gaps:
        at = starts[gap.paragraph] + gap.offset if gap.paragraph < len(starts) else end
        yield Unread(at, at, gap.reason)


def _header_tables(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Give the tables without a marked header row whose first row is bold, and no other is."""
    rows: dict[int, dict[int, bool]] = {}
    marked: set[int] = set()
    columns: dict[int, int] = {}
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell is None:
            continue
        if cell.header:
            marked.add(cell.table)
        columns[cell.table] = max(columns.get(cell.table, 0), cell.column + 1)
        if paragraph.text.strip():
            table = rows.setdefault(cell.table, {})
            table[cell.row] = table.get(cell.row, True) and _is_bold(paragraph)
    return frozenset(
        index
        for index, table in rows.items()
        if index not in marked
        and columns[index] > 1
        and table.get(0)
        and len(table) > 1
        and not all(table.values())
    )


def _is_bold(paragraph: Paragraph) -> bool:
    covered = sum(m.end - m.start for m in paragraph.marks if m.kind is MarkKind.BOLD)
    return covered >= len(paragraph.text.strip())


def _add(
    assembly: Assembly,
    word: WordDocument,
    paragraph: Paragraph,
    start: int,
    headers: frozenset[int],
) -> bool:
    """Add a paragraph as a block; false where it holds nothing."""
    index = paragraph.index
    number, style = word.numbers[index], word.styles[index]
    properties = word.properties[index]
    heading = _heading(paragraph, properties, style)
    label = None if number is None or number.bullet else clause_number(number)
    cell = paragraph.cell
    if cell is not None and cell.row == 0 and cell.table in headers:
        cell = replace(cell, header=True)
    added = assembly.add(
        _kind(paragraph, heading, number),
        (Fragment(paragraph.text, start, len(paragraph.text)),),
        [RawMark(mark.kind, mark.start, mark.end, mark.target) for mark in paragraph.marks],
        heading=heading,
        depth=number.level + 1 if number is not None and not heading else 0,
        number=label,
        marker=None if number is None else number.label,
        cell=cell,
        place=_place(paragraph, label),
        centred=_value(properties, "jc") == "center",
        title=style.name.lower() in _TITLES,
        contents=_is_contents(paragraph, style),
    )
    return added is not None and bool(added.text)


def _kind(paragraph: Paragraph, heading: int, number: ListNumber | None) -> BlockKind:
    if paragraph.story in _KINDS:
        return _KINDS[paragraph.story]
    if paragraph.cell is not None:
        return BlockKind.CELL
    if heading:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH if number is None else BlockKind.ITEM


def _heading(paragraph: Paragraph, properties: Element | None, style: ParagraphStyle) -> int:
    """Give the heading level that style or outline level state, 0 for none.

    House styles set whole clauses in a heading style for its number: what reads as a clause, by its
    length or its end, is no heading.
    """
    if paragraph.story is not Story.BODY or _reads_as_clause(paragraph.text):
        return 0
    own = None if properties is None else properties.find(w("outlineLvl"))
    if own is not None:
        return outline_level(integer(own.get(w("val")))) or 0
    stated = outline_level(style.outline)
    named = _HEADING_STYLE.match(style.name)
    return stated or (int(named[1]) if named and style.outline is None else 0)


def _reads_as_clause(text: str) -> bool:
    words = len(_WORD.findall(text))
    return (
        words > _LONGEST_HEADING
        or (words > _SHORT_HEADING and _ITEM_END.search(text[-12:]) is not None)
        or (words > 2 * _SHORT_HEADING and text.rstrip().endswith((".", ":")))
    )


def clause_number(number: ListNumber) -> str | None:
    """Give the full clause number of a paragraph: "(a)" under "4.2." is "4.2(a)"."""
    full = ""
    for label in (*number.parents, number.label):
        bare = _LABEL_WORD.sub("", label).strip().rstrip(".:;,\u2013\u2014- \t")
        if bare.endswith(")") and not bare.startswith("("):
            bare = bare[:-1] if bare.count("(") < bare.count(")") else bare
        joint = "." if full and bare[:1] not in ("(", "") else ""
        full += joint + bare
    if full.startswith("(") and full.endswith(")") and full.count("(") == 1:
        full = full[1:-1]
    return full or None


def _place(paragraph: Paragraph, number: str | None) -> Place:
    cell = paragraph.cell
    at = None if cell is None else (cell.row + 1, cell.column + 1)
    return Place(paragraph.part, paragraph.ordinal, at, number)


def _is_contents(paragraph: Paragraph, style: ParagraphStyle) -> bool:
    if _CONTENTS_STYLE.match(style.name):
        return True
    return any(
        mark.kind is MarkKind.FIELD and (mark.target or "").upper().startswith("TOC")
        for mark in paragraph.marks
    )


def _value(properties: Element | None, name: str) -> str | None:
    node = None if properties is None else properties.find(w(name))
    return None if node is None else node.get(w("val"))


def _comments(
    word: WordDocument, document: Document, blocks: Mapping[int, int]
) -> Iterator[Comment]:
    """Give the remarks at their place; one that the text does not refer to is not shown by Word."""
    marks: dict[str, dict[str, CommentMark]] = {}
    for mark in word.comment_marks:
        marks.setdefault(mark.id, {}).setdefault(mark.edge, mark)
    for remark in read_remarks(word.package):
        edges = marks.get(remark.id)
        if not edges or not word.paragraphs:
            continue
        first = edges.get("start") or edges.get("reference") or edges["end"]
        last = edges.get("end") or first
        start, end = _offset(document, first), _offset(document, last)
        yield Comment(
            kind=CommentKind.WORD,
            text=remark.text,
            line=min(first.paragraph, len(document.line_starts) - 1) + 1,
            block=_nearest(blocks, first.paragraph),
            alone=False,
            author=remark.author,
            span=None if start is None or end is None or start >= end else Span(start, end),
            source=_point(document, first),
            resolved=remark.done,
        )


def _point(document: Document, mark: CommentMark) -> Span:
    """Give the place of a remark in the source, where nothing of it stands."""
    if mark.paragraph >= len(document.line_starts):
        return Span(len(document.source), len(document.source))
    at = document.line_starts[mark.paragraph] + mark.offset
    return Span(at, at)


def _offset(document: Document, mark: CommentMark) -> int | None:
    if mark.paragraph >= len(document.line_starts):
        return len(document.text)
    return document.text_offset(document.line_starts[mark.paragraph] + mark.offset)


def _nearest(blocks: Mapping[int, int], paragraph: int) -> int | None:
    """Give the block of a paragraph, or the last one before it."""
    while paragraph >= 0 and paragraph not in blocks:
        paragraph -= 1
    return blocks.get(paragraph)


def _revisions(word: WordDocument, blocks: Mapping[int, int]) -> Iterator[Revision]:
    for change in word.changes:
        block = _nearest(blocks, change.paragraph)
        yield Revision(change.kind, change.author, change.date, change.text, block)
