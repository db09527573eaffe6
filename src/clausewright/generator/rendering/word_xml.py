"""The body of an agreement as WordprocessingML: styles, native numbers, live references, tables.

Numbers are never text here: the styles of the template carry one multi-level list, and a reference
is a REF field that already holds its result, so that a reader without fields sees the same words.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from clausewright.generator.agreement import (
    Agreement,
    Annex,
    Block,
    Defined,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Reference,
    Section,
    SignatureBlock,
    Signatures,
    Strong,
    Table,
    text_of,
)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_WIDTH = 9026  # twentieths of a point: A4 between margins of 2.54 cm
LABEL_WIDTH = 1400
SIGNATURES_PER_ROW = 2
_LINE_BELOW = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:ind w:right="284"/>'
)

PART_STYLE = "heading 1"
SECTION_STYLES = {1: "heading 2", 2: "heading 3"}
CLAUSE_STYLES = {2: "clause 2", 3: "clause 3", 4: "clause item"}
DEFINITION_STYLE = "definition"
# Items under "8.1.1" stand below its text; those under "8.1" where their style says.
ITEM_UNDER_SUBSECTION = '<w:ind w:left="1928" w:hanging="567"/>'  # twentieths of a point
CELL_STYLE = "table text"
CELL_HEADING_STYLE = "table heading"
TABLE_END_STYLE = "table end"
SIGNATURE_STYLE = "signature text"
TABLE_STYLE = "agreement table"
SIGNATURE_TABLE_STYLE = "signature table"
CONTENTS_HEADING_STYLE = "contents heading"
CONTENTS_STYLES = {1: "toc 1", 2: "toc 2"}

# Annexes count on their own, in a list that starts again at each annex heading.
ANNEX_STYLE = "annex heading"
ANNEX_SECTION_STYLES = {1: "annex section"}
ANNEX_CLAUSE_STYLES = {2: "annex clause", 4: "annex item"}
ANNEX_STYLES = (ANNEX_STYLE, *ANNEX_SECTION_STYLES.values(), *ANNEX_CLAUSE_STYLES.values())

NUMBERED_STYLES = (*SECTION_STYLES.values(), *CLAUSE_STYLES.values())
REQUIRED_STYLES = (
    PART_STYLE,
    *NUMBERED_STYLES,
    DEFINITION_STYLE,
    CELL_STYLE,
    CELL_HEADING_STYLE,
    TABLE_END_STYLE,
    SIGNATURE_STYLE,
    TABLE_STYLE,
    SIGNATURE_TABLE_STYLE,
    CONTENTS_HEADING_STYLE,
    *CONTENTS_STYLES.values(),
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_CONTENTS_FIELD = r'TOC \o "1-2" \n \h \z \u'


class BodyWriter:
    """Writes one agreement.

    ``styles`` maps the lower-case names of the template's styles to their ids. ``notes`` collects
    the drafting notes, in the order of their comment ids, where ``with_notes`` asks for them.
    """

    def __init__(
        self, agreement: Agreement, styles: Mapping[str, str], *, with_notes: bool = False
    ) -> None:
        self._agreement = agreement
        self._styles = styles
        self._with_notes = with_notes
        self._referenced = {
            inline.anchor
            for section in agreement.sections
            for block in section.blocks
            for inline in _inlines_of(block)
            if isinstance(inline, Reference)
        }
        self._section_styles: Mapping[int, str] = SECTION_STYLES
        self._clause_styles: Mapping[int, str] = CLAUSE_STYLES
        self._bookmarks = 0
        self.notes: list[str] = []

    def body(self) -> str:
        """Give the paragraphs and tables of the agreement."""
        out: list[str] = []
        for index, part in enumerate(self._agreement.parts):
            out.append(self._paragraph(PART_STYLE, _run(part_title(index, part.title))))
            for section, following in zip_longest(part.sections, part.sections[1:]):
                out += self._section(section, signed_next=_is_signed(following))
        self._section_styles, self._clause_styles = ANNEX_SECTION_STYLES, ANNEX_CLAUSE_STYLES
        for annex in self._agreement.annexes:
            out.append(self._annex_heading(annex))
            for section in annex.sections:
                out += self._section(section)
        return "".join(out)

    def _annex_heading(self, annex: Annex) -> str:
        """Give the heading; its letter is a field, so that annexes can be moved in Word."""
        letter = _field_start(r"SEQ Annex \* ALPHABETIC") + _run(annex.name.letter) + _FIELD_END
        name = self._marked(annex.name.anchor, _run("Annex ") + letter)
        return self._paragraph(ANNEX_STYLE, name + _run(f": {annex.title}"))

    def contents(self) -> str:
        """Give the table of contents: a field whose entries are already there."""
        rows: list[str] = []
        for index, part in enumerate(self._agreement.parts):
            rows.append(self._paragraph(CONTENTS_STYLES[1], _run(part_title(index, part.title))))
            for section in part.sections:
                words = _run(f"{section.number}.") + "<w:r><w:tab/></w:r>" + _run(section.title)
                link = f'<w:hyperlink w:anchor="{bookmark(section.anchor)}" w:history="1">'
                rows.append(self._paragraph(CONTENTS_STYLES[2], f"{link}{words}</w:hyperlink>"))
        for annex in self._agreement.annexes:
            link = f'<w:hyperlink w:anchor="{bookmark(annex.name.anchor)}" w:history="1">'
            words = f"{link}{_run(annex.heading)}</w:hyperlink>"
            rows.append(self._paragraph(CONTENTS_STYLES[1], words))
        rows[0] = rows[0].replace("</w:pPr>", f"</w:pPr>{_field_start(_CONTENTS_FIELD)}", 1)
        rows[-1] = rows[-1].removesuffix("</w:p>") + f"{_FIELD_END}</w:p>"
        return self._paragraph(CONTENTS_HEADING_STYLE, _run("Contents")) + "".join(rows)

    def _section(self, section: Section, *, signed_next: bool = False) -> Iterator[str]:
        """Give a section; its last words stay with signatures that follow, never left alone."""
        words = self._marked(section.anchor, _run(section.title))
        yield self._paragraph(self._section_styles[section.depth], words)
        together = _is_signed(section)
        blocks = [block for block in section.blocks if not isinstance(block, Note)]
        notes = "".join(self._note(b) for b in section.blocks if isinstance(b, Note))
        for index, block in enumerate(blocks):
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            last = after is None and not section.sections
            keep = together or _leads_to(block, after) or (signed_next and last)
            deeper = ITEM_UNDER_SUBSECTION if section.depth > 1 and _is_item(block) else ""
            yield from self._block(block, "" if index else notes, keep=keep, indent=deeper)
        for inner, following in zip_longest(section.sections, section.sections[1:]):
            yield from self._section(inner, signed_next=signed_next and following is None)

    def _note(self, note: Note) -> str:
        if not self._with_notes:
            return ""
        number = len(self.notes)
        self.notes.append(note.text)
        return (
            f'<w:commentRangeStart w:id="{number}"/><w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def _block(self, block: Block, notes: str, *, keep: bool, indent: str) -> Iterator[str]:
        if isinstance(block, Paragraph):
            style = self._clause_styles[block.depth] if block.number else DEFINITION_STYLE
            words = "".join(_inline(inline) for inline in block.inlines) + notes
            if block.anchor in self._referenced:
                words = self._marked(block.anchor or "", words)
            yield self._paragraph(style, words, keep=keep, indent=indent)
        elif isinstance(block, Table):
            yield self._table(block)
            yield self._paragraph(TABLE_END_STYLE, notes)
        elif isinstance(block, Signatures):
            for at in range(0, len(block.blocks), SIGNATURES_PER_ROW):
                yield self._signatures(block.blocks[at : at + SIGNATURES_PER_ROW])
                yield self._paragraph(TABLE_END_STYLE, "")

    def _marked(self, anchor: str, words: str) -> str:
        number = self._bookmarks
        self._bookmarks += 1
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(anchor)}"/>'
        return f'{start}{words}<w:bookmarkEnd w:id="{number}"/>'

    def _paragraph(self, style: str, words: str, *, keep: bool = False, indent: str = "") -> str:
        kept = "<w:keepNext/>" if keep else ""
        style_id = self._styles[style]
        return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{kept}{indent}</w:pPr>{words}</w:p>'

    def _table(self, table: Table) -> str:
        widths = [TEXT_WIDTH * share // 100 for share in table.widths]
        last = len(table.rows) - 1
        rows = [
            self._row(row, widths, CELL_STYLE, keep=index < min(last, 2))
            for index, row in enumerate(table.rows)
        ]
        header = self._row(table.header, widths, CELL_HEADING_STYLE, header=True)
        return self._table_start(widths, TABLE_STYLE) + header + "".join(rows) + "</w:tbl>"

    def _table_start(self, widths: list[int], style: str) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles[style]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )

    def _row(
        self,
        cells: tuple[Inlines, ...],
        widths: list[int],
        style: str,
        *,
        header: bool = False,
        keep: bool = False,
    ) -> str:
        mark = "<w:tblHeader/>" if header else ""
        out = [f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>"]
        for cell, width in zip(cells, widths, strict=True):
            words = "".join(_inline(inline) for inline in cell)
            paragraph = self._paragraph(style, words, keep=keep or header)
            properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            out.append(f"<w:tc>{properties}{paragraph}</w:tc>")
        return "".join(out) + "</w:tr>"

    def _signatures(self, blocks: tuple[SignatureBlock, ...]) -> str:
        each = (TEXT_WIDTH - LABEL_WIDTH) // SIGNATURES_PER_ROW
        lines: tuple[tuple[str, list[str]], ...] = (
            ("", [block.party for block in blocks]),
            ("For", [block.name for block in blocks]),
            ("Name", [block.signatory or "" for block in blocks]),
            ("Title", [block.signatory_title or "" for block in blocks]),
            ("Signature", [""] * len(blocks)),
            ("Date", [""] * len(blocks)),
        )
        out = [self._table_start([LABEL_WIDTH, *([each] * len(blocks))], SIGNATURE_TABLE_STYLE)]
        for label, texts in lines:
            tall = '<w:trHeight w:val="680" w:hRule="atLeast"/>' if label == "Signature" else ""
            cells = [self._signature_cell(label, LABEL_WIDTH, label="")]
            cells += [self._signature_cell(text, each, label=label) for text in texts]
            out.append(f"<w:tr><w:trPr><w:cantSplit/>{tall}</w:trPr>{''.join(cells)}</w:tr>")
        return "".join(out) + "</w:tbl>"

    def _signature_cell(self, text: str, width: int, *, label: str) -> str:
        style = SIGNATURE_STYLE if label else CELL_HEADING_STYLE
        paragraph = self._paragraph(style, _run(text), keep=True)
        if label and not text:
            paragraph = paragraph.replace("</w:pPr>", f"{_LINE_BELOW}</w:pPr>", 1)
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/>'
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph}</w:tc>"


def bookmark(anchor: str) -> str:
    """Give the hidden bookmark of an anchor: at most 40 characters, the same on every build."""
    name = f"_cw_{anchor.replace('.', '_')}"
    if len(name) <= 40:
        return name
    return f"{name[:31]}_{zlib.crc32(anchor.encode()):08x}"


def escaped(text: str) -> str:
    """Escape text for XML."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def part_title(index: int, title: str) -> str:
    """Give the heading of a part: "Part A: Services"."""
    return f"Part {'AB'[index]}: {title}"


def _run(text: str, *, bold: bool = False) -> str:
    if not text:
        return ""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def _field_start(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _inline(inline: Inline) -> str:
    if isinstance(inline, Defined):
        return _run("“") + _run(inline.text, bold=True) + _run("”")
    if isinstance(inline, Strong):
        return _run(inline.text, bold=True)
    if isinstance(inline, Reference):
        return _reference(inline)
    return _run(inline.text)


def _reference(reference: Reference) -> str:
    """Give a reference as live fields: its number, and the annex that holds it."""
    number = annex = ""
    if reference.number:
        field = _field_start(rf"REF {bookmark(reference.anchor)} \n \h")
        number = field + _run(reference.number) + _FIELD_END
    if reference.annex is None:
        return _run("section ") + number
    field = _field_start(rf"REF {bookmark(reference.annex.anchor)} \h")
    annex = field + _run(str(reference.annex)) + _FIELD_END
    return _run("paragraph ") + number + _run(" of ") + annex if number else annex


def _is_signed(section: Section | None) -> bool:
    """Tell the section in which the parties sign."""
    return section is not None and any(isinstance(one, Signatures) for one in section.blocks)


def _leads_to(block: Block, after: Block | None) -> bool:
    """Tell a paragraph that must not be parted from the table or the list it introduces."""
    if isinstance(after, Table):
        return True
    if isinstance(after, Paragraph) and after.number is None:
        return isinstance(block, Paragraph) and text_of(block.inlines).endswith(":")
    return _is_item(after) and isinstance(block, Paragraph) and not _is_item(block)


def _is_item(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.depth == max(CLAUSE_STYLES)


def _inlines_of(block: Block) -> Iterator[Inline]:
    if isinstance(block, Paragraph):
        yield from block.inlines
    elif isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from cell
