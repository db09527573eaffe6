"""OpenDocument text (.odt): one block a paragraph, as for Word; tracked changes as accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from clausewright.files.archive import Archive
from clausewright.model.document import (
    BlockKind,
    Comment,
    CommentKind,
    Document,
    MarkKind,
    Revision,
    Unread,
)
from clausewright.model.errors import InputError
from clausewright.model.span import Place, Span
from clausewright.readers.assembly import Assembly, Fragment
from clausewright.readers.docx import clause_number
from clausewright.readers.odt_names import q
from clausewright.readers.odt_paragraph import OdtParagraph, words_of
from clausewright.readers.odt_styles import styles_of, whole
from clausewright.readers.odt_walk import Walk
from clausewright.readers.structure import structure
from clausewright.word.markup import Element, parse

_TYPE = b"application/vnd.oasis.opendocument.text"
_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_SAVE = "open it in the program that wrote it and save it as OpenDocument text (.odt) or as .docx"


def read_odt(name: str, data: bytes) -> Document:
    """Read an OpenDocument text.

    Raises InputError, saying what the file is and what to do, for everything that is none.
    """
    archive = _opened(name, data)
    content = _part(archive, _CONTENT)
    text = content.find(f"{q('office:body')}/{q('office:text')}")
    if text is None:
        raise InputError(f"the file holds no text document: {_SAVE}", where=name)
    styled = _part(archive, _STYLES) if _STYLES in archive else None
    styles = styles_of([content] if styled is None else [styled, content])
    paragraphs: list[OdtParagraph] = []
    walk = Walk(name, styles, _CONTENT, paragraphs)
    walk.body(text)
    if styled is not None:
        around = Walk(name, styles, _STYLES, paragraphs)
        around.aside(BlockKind.HEADER, _headers(styled))
    return _document(name, paragraphs, walk.gaps, text, _pages(archive))


def _opened(name: str, data: bytes) -> Archive:
    if not data.startswith(b"PK"):
        raise InputError(f"the file is no OpenDocument text (.odt): {_SAVE}", where=name)
    archive = Archive(name, data)
    kind = archive.read("mimetype").strip() if "mimetype" in archive else b""
    if _CONTENT not in archive or (kind and not kind.startswith(_TYPE)):
        raise InputError(f"the file is no OpenDocument text (.odt): {_SAVE}", where=name)
    if _MANIFEST in archive:
        manifest = _part(archive, _MANIFEST)
        if next(manifest.iter(q("manifest:encryption-data")), None) is not None:
            raise InputError(
                "the file is protected by a password: open it, remove the password and save it"
                " again",
                where=name,
            )
    return archive


def _part(archive: Archive, part: str) -> Element:
    return parse(
        archive.read(part), where=archive.name, part=part, packed=archive.packed_size(part)
    )


def _headers(styled: Element) -> list[Element]:
    names = [
        f"style:{name}{which}" for name in ("header", "footer") for which in ("-first", "-left", "")
    ]
    kinds = {q(name) for name in names}
    return [
        node
        for page in styled.iter(q("style:master-page"))
        for node in page
        if node.tag in kinds and node.get(q("style:display")) != "false"
    ]


def _pages(archive: Archive) -> int | None:
    if _META not in archive:
        return None
    node = next(_part(archive, _META).iter(q("meta:document-statistic")), None)
    count = 0 if node is None else whole(node.get(q("meta:page-count")), 0)
    return count if count > 0 else None


def _document(
    name: str,
    paragraphs: Sequence[OdtParagraph],
    gaps: Sequence[tuple[int, str]],
    text: Element,
    pages: int | None,
) -> Document:
    starts = tuple(accumulate((len(one.text) + 1 for one in paragraphs[:-1]), initial=0))
    assembly = Assembly()
    headers = _header_tables(paragraphs)
    ordinals: dict[str, int] = {}
    blocks: dict[int, int] = {}
    for paragraph, start in zip(paragraphs, starts, strict=False):
        ordinals[paragraph.part] = ordinals.get(paragraph.part, 0) + 1
        if _add(assembly, paragraph, start, ordinals[paragraph.part], headers):
            blocks[paragraph.index] = len(assembly.blocks) - 1
    found = structure(assembly.blocks)
    document = Document(
        name=name,
        format="odt",
        source="\n".join(paragraph.text for paragraph in paragraphs),
        text=assembly.text,
        pieces=tuple(assembly.pieces),
        line_starts=starts,
        blocks=found.blocks,
        sections=found.sections,
        attachments=found.attachments,
        revisions=tuple(_revisions(text, paragraphs, blocks)),
        unread=tuple(Unread(starts[at], starts[at], what) for at, what in gaps if paragraphs),
        recorded_pages=pages,
    )
    return replace(document, comments=tuple(_comments(document, paragraphs, blocks)))


def _header_tables(paragraphs: Sequence[OdtParagraph]) -> frozenset[int]:
    """Give the tables without a marked header row whose first row is bold, and no other is."""
    rows: dict[int, dict[int, bool]] = {}
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell is not None and paragraph.text.strip():
            table = rows.setdefault(cell.table, {})
            bold = sum(m.end - m.start for m in paragraph.marks if m.kind is MarkKind.BOLD)
            is_bold = bold >= len(paragraph.text.strip())
            table[cell.row] = table.get(cell.row, True) and is_bold
    return frozenset(
        index
        for index, table in rows.items()
        if len(table) > 1 and table.get(0) and not all(table.values())
    )


def _add(
    assembly: Assembly,
    paragraph: OdtParagraph,
    start: int,
    ordinal: int,
    headers: frozenset[int],
) -> bool:
    """Add a paragraph as a block; false where it holds nothing."""
    number, cell = paragraph.number, paragraph.cell
    label = None if number is None or number.bullet else clause_number(number)
    if cell is not None and cell.row == 0 and cell.table in headers:
        cell = replace(cell, header=True)
    kind = paragraph.kind
    if kind is BlockKind.PARAGRAPH:
        if cell is not None:
            kind = BlockKind.CELL
        elif paragraph.heading:
            kind = BlockKind.HEADING
        elif number is not None:
            kind = BlockKind.ITEM
    at = None if cell is None else (cell.row + 1, cell.column + 1)
    added = assembly.add(
        kind,
        [Fragment(paragraph.text, start, len(paragraph.text))],
        paragraph.marks,
        heading=paragraph.heading,
        depth=number.level + 1 if number is not None and not paragraph.heading else 0,
        number=label,
        marker=None if number is None else number.label,
        cell=cell,
        place=Place(paragraph.part, ordinal, at, label),
        centred=paragraph.centred,
        title=paragraph.title,
        contents=paragraph.contents,
    )
    return added is not None and bool(added.text)


def _comments(
    document: Document, paragraphs: Sequence[OdtParagraph], blocks: Mapping[int, int]
) -> Iterator[Comment]:
    ends = {name: (one.index, at) for one in paragraphs for name, at in one.ends.items() if name}
    for remark in (remark for paragraph in paragraphs for remark in paragraph.remarks):
        first = document.line_starts[remark.paragraph] + remark.offset
        index, offset = ends.get(remark.name, (remark.paragraph, remark.offset))
        start = document.text_offset(first)
        end = document.text_offset(document.line_starts[index] + offset)
        yield Comment(
            kind=CommentKind.WORD,
            text=remark.text,
            line=remark.paragraph + 1,
            block=_nearest(blocks, remark.paragraph),
            alone=False,
            author=remark.author,
            span=None if start is None or end is None or start >= end else Span(start, end),
            source=Span(first, first),
            resolved=remark.resolved,
        )


def _nearest(blocks: Mapping[int, int], paragraph: int) -> int | None:
    """Give the block of a paragraph, or the last one before it."""
    while paragraph >= 0 and paragraph not in blocks:
        paragraph -= 1
    return blocks.get(paragraph)


def _revisions(
    text: Element, paragraphs: Sequence[OdtParagraph], blocks: Mapping[int, int]
) -> Iterator[Revision]:
    """Give the tracked changes, in the order in which the file lists them."""
    edges: dict[str, list[tuple[int, int]]] = {}
    for paragraph in paragraphs:
        for identity, _, offset in paragraph.changes:
            edges.setdefault(identity, []).append((paragraph.index, offset))
    for region in text.iter(q("text:changed-region")):
        places = edges.get(region.get(q("text:id")) or region.get(q("xml:id")) or "")
        for kind in ("insertion", "deletion"):
            change = region.find(q(f"text:{kind}"))
            if change is None or not places:
                continue
            if kind == "deletion":
                lines = change.iter(q("text:p"), q("text:h"))
                words = "\n".join(words_of(line) for line in lines)
            else:
                words = _between(paragraphs, places[0], places[-1])
            author, date = change.find(f".//{q('dc:creator')}"), change.find(f".//{q('dc:date')}")
            yield Revision(
                kind,
                None if author is None else author.text,
                None if date is None else date.text,
                words,
                _nearest(blocks, places[0][0]),
            )


def _between(
    paragraphs: Sequence[OdtParagraph], start: tuple[int, int], end: tuple[int, int]
) -> str:
    if start[0] == end[0]:
        return paragraphs[start[0]].text[start[1] : end[1]]
    within = [paragraph.text for paragraph in paragraphs[start[0] + 1 : end[0]]]
    first, last = paragraphs[start[0]].text[start[1] :], paragraphs[end[0]].text[: end[1]]
    return "\n".join((first, *within, last))
