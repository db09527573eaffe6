"""Make ``house.docx``, the Word template that comes with the package.

Run ``python src/clausewright/templates/make_house.py`` after a change here; a test compares the
file in the package with what this script makes, byte for byte. docs/templates.md lists what a
firm's own template must hold.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
import docx.document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

INK = RGBColor(0x1F, 0x2A, 0x44)
GREY = RGBColor(0x59, 0x59, 0x59)
FONT = "Arial"
# Of each list: level, format, text, style, left indent, hanging indent (twentieths of a point).
LISTS = (
    (
        (0, "decimal", "%1.", "Heading2", 567, 567),
        (1, "decimal", "%1.%2", "Heading3", 567, 567),
        (2, "decimal", "%1.%3", "Clause2", 567, 567),
        (3, "decimal", "%1.%2.%4", "Clause3", 1361, 794),
        (4, "lowerLetter", "(%5)", "ClauseItem", 1134, 567),
    ),
    (
        (0, "none", "", "AnnexHeading", 0, 0),
        (1, "decimal", "%2.", "AnnexSection", 567, 567),
        (2, "decimal", "%2.%3", "AnnexClause", 567, 567),
        (3, "lowerLetter", "(%4)", "AnnexItem", 1134, 567),
    ),
)
_NO_GAP = '<w:suff w:val="nothing"/>'
UNUSED = ("thumbnail", "stylesWithEffects", "customXml", "jpeg", "bin")
KEPT_TABLE_STYLES = {"TableNormal", "TableGrid"}
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    'openxmlformats.org/officeDocument/2006/extended-properties"><Application>Clausewright'
    "</Application></Properties>"
)


def make_house() -> bytes:
    """Build the template and give its bytes, the same every time."""
    document = docx.Document()
    _page(document)
    _styles(document)
    _numbering(document)
    _body(document)
    _header_and_footer(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return _packed(buffer.getvalue())


def _page(document: docx.document.Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.54)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.1)


def _styles(document: docx.document.Document) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.05
    _set_heading(styles["Title"], 22, 0, 2)
    _set_heading(styles["Heading 1"], 14, 16, 4)
    _set_heading(styles["Heading 2"], 11, 9, 3)
    _set_heading(styles["Heading 3"], 10, 6, 2)
    title_borders = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if title_borders is not None:
        styles["Title"].element.pPr.remove(title_borders)
    subtitle = styles["Subtitle"]
    subtitle.font.name, subtitle.font.size, subtitle.font.italic = FONT, Pt(12), False
    subtitle.font.color.rgb = INK
    for spacing in subtitle.element.rPr.findall(qn("w:spacing")):
        subtitle.element.rPr.remove(spacing)
    subtitle.element.rPr.rFonts.attrib.clear()
    subtitle.font.name = FONT
    _new(document, "Document Line", 9.5, after=14, color=GREY)
    for name in ("Clause 2", "Clause 3", "Clause Item"):
        _new(document, name, 10, after=4)
    _annex_styles(document)
    definition = _new(document, "Definition", 10, after=4)
    definition.paragraph_format.left_indent = Pt(28.35)
    _new(document, "Table Text", 9, after=2, before=2)
    heading = _new(document, "Table Heading", 9, after=2, before=2)
    heading.font.bold = True
    heading.paragraph_format.keep_with_next = True
    _new(document, "Table End", 5, after=2)
    _new(document, "Signature Text", 10, after=2, before=4)
    _contents_styles(document)
    _table_styles(document)


def _set_heading(style: Any, size: float, before: float, after: float) -> None:  # noqa: ANN401
    """Set a built-in style (python-docx types it as a style of any kind)."""
    fonts = style.element.rPr.rFonts
    if fonts is not None:
        fonts.attrib.clear()
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), True
    style.font.color.rgb = INK
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.keep_with_next = True


def _new(  # noqa: PLR0913 - the properties of a style
    document: docx.document.Document,
    name: str,
    size: float,
    *,
    after: float,
    before: float = 0,
    color: RGBColor | None = None,
) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.element.set(qn("w:styleId"), name.replace(" ", ""))
    style.font.size = Pt(size)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.quick_style = True
    if color is not None:
        style.font.color.rgb = color
    return style


def _contents_styles(document: docx.document.Document) -> None:
    for level in (1, 2):
        style = _new(document, f"toc {level}", 10, after=2)
        style.element.set(qn("w:styleId"), f"TOC{level}")
        style.font.bold = level == 1
        style.paragraph_format.left_indent = Cm(0.5 * (level - 1))
        style.paragraph_format.tab_stops.add_tab_stop(Cm(1.5))
    heading = _new(document, "Contents Heading", 13, after=4, before=10)
    heading.element.set(qn("w:styleId"), "TOCHeading")
    heading.font.bold = True
    heading.font.color.rgb = INK


def _annex_styles(document: docx.document.Document) -> None:
    """Make the styles of annexes from those of the body, so that a change there reaches them."""
    for name, base in (
        ("Annex Heading", "Heading 1"),
        ("Annex Section", "Heading 2"),
        ("Annex Clause", "Clause 2"),
        ("Annex Item", "Clause Item"),
    ):
        style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), name.replace(" ", ""))
        style.base_style = document.styles[base]
        style.quick_style = True
    document.styles["Annex Heading"].paragraph_format.page_break_before = True


def _table_styles(document: docx.document.Document) -> None:
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = (
        '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>'
        "</w:tblCellMar>"
    )
    agreement = (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="AgreementTable">'
        '<w:name w:val="Agreement Table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" '
        'w:fill="E7EAF1"/></w:tcPr></w:tblStylePr></w:style>'
    )
    signature = (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="SignatureTable">'
        '<w:name w:val="Signature Table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{margins}</w:tblPr></w:style>"
    )
    for style in list(document.styles.element.style_lst):
        unused = style.styleId not in KEPT_TABLE_STYLES
        if style.get(qn("w:type")) == "table" and unused:
            document.styles.element.remove(style)
    for xml in (agreement, signature):
        document.styles.element.append(parse_xml(xml))


def _numbering(document: docx.document.Document) -> None:
    """Give the headings and clause styles of the body one native multi-level list, annexes another.

    Every style has a level of its own, so that a paragraph typed in it numbers itself: a paragraph
    counts under the heading before it, whether that is a section or a subsection.
    """
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for abstract_id, levels in enumerate(LISTS):
        numbering.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract_id}">'
                f'<w:multiLevelType w:val="multilevel"/>{_levels(levels)}</w:abstractNum>'
            )
        )
    for list_id, levels in enumerate(LISTS, start=1):
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{list_id}">'
                f'<w:abstractNumId w:val="{list_id - 1}"/></w:num>'
            )
        )
        for level, _, _, style_id, _, _ in levels:
            _link(document, style_id, list_id, level)


def _levels(levels: Iterable[tuple[int, str, str, str, int, int]]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{style}"/>{"" if text else _NO_GAP}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for level, kind, text, style, left, hanging in levels
    )


def _link(document: docx.document.Document, style_id: str, list_id: int, level: int) -> None:
    (style,) = (s for s in document.styles.element.style_lst if s.styleId == style_id)
    properties = style.get_or_add_pPr()
    properties._add_numPr()
    properties.numPr.append(parse_xml(f'<w:ilvl {nsdecls("w")} w:val="{level}"/>'))
    properties.numPr.append(parse_xml(f'<w:numId {nsdecls("w")} w:val="{list_id}"/>'))


def _body(document: docx.document.Document) -> None:
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ between }}", style="Subtitle")
    document.add_paragraph("{{ document_line }}", style="Document Line")
    document.add_paragraph("{{p contents }}")
    document.add_paragraph("{{p body }}")


def _header_and_footer(document: docx.document.Document) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.text = "{{ title }}\t\tVersion {{ version }}"
    _small(header)
    section.header.add_paragraph("{{p watermark }}")
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("Page ")
    _field(footer, "PAGE", "1")
    footer.add_run(" of ")
    _field(footer, "NUMPAGES", "{{ pages }}")
    _small(footer)


def _field(paragraph: Paragraph, name: str, cached: str) -> None:
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    ):
        paragraph.add_run()._r.append(parse_xml(xml.replace(" ", f" {nsdecls('w')} ", 1)))
    paragraph.add_run(cached)
    end = f'<w:fldChar {nsdecls("w")} w:fldCharType="end"/>'
    paragraph.add_run()._r.append(parse_xml(end))


def _small(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(8.5)
        run.font.color.rgb = GREY


def _packed(data: bytes) -> bytes:
    """Write the package with fixed dates, without the parts that nothing here needs."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for name in source.namelist():
            if any(word in name for word in UNUSED):
                continue
            content = source.read(name)
            if name == "docProps/app.xml":
                content = APP.encode()
            elif name == "docProps/core.xml":
                content = _plain_core(content.decode()).encode()
            elif name.endswith(".rels") or name == "[Content_Types].xml":
                content = _without_unused(content.decode()).encode()
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            target.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def _without_unused(text: str) -> str:
    """Drop relations and content types of parts that are left out."""
    return re.sub(
        r"<(?:Relationship|Override|Default) [^>]*/>",
        lambda found: "" if any(word in found[0] for word in UNUSED) else found[0],
        text,
    )


def _plain_core(text: str) -> str:
    for name in ("dc:creator", "cp:lastModifiedBy", "dc:description", "dc:title", "cp:keywords"):
        text = re.sub(rf"<{name}>[^<]*</{name}>", f"<{name}></{name}>", text)
    return re.sub(r"(<dcterms:(created|modified)[^>]*>)[^<]*", r"\g<1>1980-01-01T00:00:00Z", text)


if __name__ == "__main__":
    sys.exit(not (Path(__file__).parent / "house.docx").write_bytes(make_house()))
