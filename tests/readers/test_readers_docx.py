import pytest

from clausewright.model.document import BlockKind, CommentKind, MarkKind
from clausewright.model.errors import InputError
from clausewright.model.span import Place, Position
from clausewright.readers.docx import read_docx
from word_files import (
    abstract,
    docx,
    field,
    num,
    numbered,
    p,
    pack,
    parts_of,
    r,
    relation,
    style,
    t,
    tbl,
    tc,
    tr,
)


def read(*body, view="final", **parts):
    return read_docx("a.docx", docx(*body, **parts), view)


def texts(document):
    return [document.text_of(block.span) for block in document.blocks]


def only_text(*content, **parts):
    return "|".join(texts(read(p(*content), **parts)))


def test_paragraphs_are_lines_whether_empty_or_not():
    document = read(p("One."), p(), p("Two."), p("  "), p("Three."))
    assert document.source == "One.\n\nTwo.\n  \nThree."
    assert document.text == "One.\nTwo.\nThree."
    assert document.line_starts == (0, 5, 6, 11, 14)
    assert [document.position(block.span.start) for block in document.blocks] == [
        Position(1, 1),
        Position(3, 1),
        Position(5, 1),
    ]
    assert document.blocks[2].place == Place("word/document.xml", 5)


def test_columns_count_the_white_space_before_the_text():
    document = read(p("   Deep."))
    assert document.text == "Deep."
    assert document.position(0) == Position(1, 4)
    assert document.position(5, end=True) == Position(1, 9)


def test_a_document_without_paragraphs_is_empty():
    document = read()
    assert (document.text, document.source, document.line_starts) == ("", "", (0,))
    assert document.blocks == ()


def test_runs_tabs_breaks_and_hyphens_are_text():
    between = ("<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", "")
    inner = "".join(t(letter) + after for letter, after in zip("abcdef", between, strict=True))
    content = f"<w:r>{inner}</w:r>"
    document = read(p(content), p("Next."))
    assert document.text == "a\tb\nc\nd\u2011ef\nNext."
    assert document.position(document.text.index("Next")) == Position(2, 1)
    assert document.position(document.text.index("c")) == Position(1, 5)


def test_white_space_that_word_drops_is_dropped():
    assert only_text("<w:r><w:t>\n  kept  \n</w:t></w:r>", r(" as is")) == "kept as is"


@pytest.mark.parametrize(
    ("symbol", "shown"),
    [
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="Symbol" w:char="00A3"/>', "≤"),
        ('<w:sym w:font="Symbol" w:char="F02B"/>', "+"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:sym w:font="Nobody" w:char="F041"/>', "\ufffd"),
        ('<w:sym w:font="Arial" w:char="2265"/>', "≥"),
    ],
)
def test_symbols_are_the_characters_they_show(symbol, shown):
    assert only_text(r("99% "), f"<w:r>{symbol}</w:r>", r(" x")) == f"99% {shown} x"


def test_private_characters_of_a_symbol_font_are_shown():
    fonts = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert only_text(r("\uf0b3", fonts), r(" 99%")) == "≥ 99%"


def test_fields_give_their_result_and_never_their_instruction():
    document = read(p(r("See clause "), field("REF _Ref1 \\r \\h", "4.2"), r(".")))
    assert document.text == "See clause 4.2."
    (mark,) = document.blocks[0].marks
    assert (mark.kind, mark.target) == (MarkKind.FIELD, "REF _Ref1 \\r \\h")
    assert document.text_of(mark.span) == "4.2"


def test_simple_fields_give_their_result():
    document = read(p(r("Page "), f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>'))
    assert document.text == "Page 3"
    assert [mark.target for mark in document.blocks[0].marks] == ["PAGE"]


def test_fields_within_instructions_are_hidden():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    text = only_text(
        begin,
        "<w:r><w:instrText>IF </w:instrText></w:r>",
        field("REF a", "inner"),
        separate,
        r("yes"),
        end,
        r("!"),
    )
    assert text == "yes!"


@pytest.mark.parametrize("kind", ["begin", "separate", "end"])
def test_a_field_mark_without_partner_hides_nothing(kind):
    mark = f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    assert texts(read(p(r("One."), mark, r(" Two.")), p("Three."))) == ["One. Two.", "Three."]


def test_a_field_over_paragraphs_marks_each():
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/></w:r>'
    )
    document = read(
        p(start, r("1 Scope")),
        p("2 Term"),
        p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', r("After")),
    )
    marked = [[m.target for m in block.marks] for block in document.blocks]
    assert marked == [["TOC \\o"], ["TOC \\o"], []]


def test_links_keep_their_text_and_address():
    links = relation("rId7", "hyperlink", "https://example.org/status", external=True)
    document = read(
        p(
            r("See "),
            f'<w:hyperlink r:id="rId7">{r("status page")}</w:hyperlink>',
            f'<w:hyperlink w:anchor="_Ref">{r(" here")}</w:hyperlink>',
        ),
        relations=links,
    )
    assert document.text == "See status page here"
    assert [m.target for m in document.blocks[0].marks] == ["https://example.org/status", "#_Ref"]


def test_content_controls_are_read_everywhere():
    def sdt(content):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    document = read(
        sdt(p("Block.")),
        p(r("In"), sdt(r("line")), r(".")),
        tbl(
            sdt(tr("row")),
            f"<w:tr>{sdt(tc('cell'))}<w:tc><w:p>{sdt(r('in cell'))}</w:p></w:tc></w:tr>",
        ),
    )
    assert texts(document) == ["Block.", "Inline.", "row", "cell", "in cell"]


def test_other_wrappers_are_transparent():
    wrapped = (("smartTag", "a"), ("customXml", "b"), ("bdo", "c"))
    inner = "".join(f"<w:{name}>{r(text)}</w:{name}>" for name, text in wrapped)
    assert (
        only_text(
            inner,
            "<w:ruby/>",
            f"<w:r><w:ruby><w:rt>{r('x')}</w:rt><w:rubyBase>{r('d')}</w:rubyBase></w:ruby></w:r>",
        )
        == "abcd"
    )


def test_hidden_text_is_told_and_not_read():
    document = read(p(r("Seen."), r("Hidden.", "<w:vanish/>")))
    assert document.text == "Seen."
    (gap,) = document.unread
    assert (gap.start, gap.end) == (5, 5)
    assert "hidden text" in gap.reason


def test_fields_in_hidden_runs_stay_whole():
    hidden = field("TC entry", "x").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    half = field("REF a", "4.2").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    document = read(p(r("See "), hidden, half, r(" here")), p("After."))
    assert texts(document) == ["See 4.2 here", "After."]
    assert [mark.target for mark in document.blocks[0].marks] == ["REF a"]


def test_an_embedded_file_is_told():
    document = read(p("Before."), '<w:altChunk r:id="rId5"/>', p("After."))
    assert [gap.start for gap in document.unread] == [8]


def test_words_in_objects_and_diagrams_are_told():
    uri = "http://schemas.openxmlformats.org/drawingml/2006/{}"
    drawings = [
        f'<w:drawing><a:graphic><a:graphicData uri="{uri.format(kind)}"/></a:graphic></w:drawing>'
        for kind in ("diagram", "chart", "picture")
    ]
    document = read(p(r("One."), "<w:r><w:object/></w:r>", *(f"<w:r>{d}</w:r>" for d in drawings)))
    assert [gap.reason.partition(":")[0] for gap in document.unread] == [
        "an embedded object", "a diagram", "a chart"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "switch", "shown"),
    [("first", "", False), ("first", "<w:titlePg/>", True), ("even", "", False)],
)
def test_only_headers_that_pages_show_are_read(kind, switch, shown):
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rIdH"/>{switch}</w:sectPr>'
    header = parts_of(docx(p("x"), header=p("Head.")))["word/header.xml"]
    document = read(
        p("Body."),
        p(properties=section),
        relations=relation("rIdH", "header", "header9.xml"),
        extra={"word/header9.xml": header},
    )
    assert texts(document) == (["Body.", "Head."] if shown else ["Body."])


def test_formatting_is_marked_across_runs_and_styles():
    styles = style("B", "Strong text", "<w:rPr><w:b/></w:rPr>", kind="character")
    document = read(
        p(
            r("a", "<w:b/>"),
            r("b", '<w:rStyle w:val="B"/>'),
            r("c", '<w:b w:val="0"/>'),
            r("d", '<w:i/><w:u w:val="single"/>'),
        ),
        styles=styles,
    )
    marks = [(m.kind.value, document.text_of(m.span)) for m in document.blocks[0].marks]
    assert marks == [("bold", "ab"), ("italic", "d"), ("underline", "d")]


def test_a_bold_run_in_a_bold_style_is_not_bold():
    styles = style("H", "Bold paragraph", "<w:rPr><w:b/></w:rPr>") + style(
        "S", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character"
    )
    document = read(
        p(r("a"), r("b", '<w:rStyle w:val="S"/>'), properties='<w:pStyle w:val="H"/>'),
        styles=styles,
    )
    assert [document.text_of(m.span) for m in document.blocks[0].marks] == ["a"]


def test_formulas_are_read_as_a_line():
    over, under = "<m:r><m:t>up time</m:t></m:r>", "<m:r><m:t>T</m:t></m:r>"
    fraction = f"<m:f><m:num>{over}</m:num><m:den>{under}</m:den></m:f>"
    assert (
        only_text(r("A = "), f"<m:oMath>{fraction}<m:r><m:t> × 100</m:t></m:r></m:oMath>")
        == "A = (up time) / T × 100"
    )


def test_tables_give_cells_with_their_place():
    document = read(
        p("Before."),
        tbl(tr("Class", "Response", properties="<w:tblHeader/>"), tr("Critical", "")),
        p("After."),
    )
    cells = [(b.kind, document.text_of(b.span), b.cell) for b in document.blocks if b.cell]
    assert [(text, cell.row, cell.column, cell.header) for _, text, cell in cells] == [
        ("Class", 0, 0, True),
        ("Response", 0, 1, True),
        ("Critical", 1, 0, False),
        ("", 1, 1, False),
    ]
    assert all(kind is BlockKind.CELL for kind, _, _ in cells)
    assert document.blocks[2].place == Place("word/document.xml", 3, (1, 2))
    assert document.position(document.text.index("After")) == Position(6, 1)


def test_merged_cells_span():
    document = read(
        tbl(
            tr(tc("wide", properties='<w:gridSpan w:val="2"/>'), "c"),
            tr(tc("tall", properties='<w:vMerge w:val="restart"/>'), "b", "c"),
            tr(tc(properties="<w:vMerge/>"), "b", "c"),
            tr("a", "b", properties='<w:gridBefore w:val="1"/>'),
        )
    )
    spans = {document.text_of(b.span): b.cell for b in document.blocks if b.cell}
    assert (spans["wide"].column_span, spans["wide"].row_span) == (2, 1)
    assert (spans["tall"].column_span, spans["tall"].row_span) == (1, 2)
    assert (spans["a"].row, spans["a"].column) == (3, 1)
    assert len(document.line_starts) == 2 + 3 + 2 + 2  # the cell behind the merge has no line


def test_text_behind_a_merge_is_not_lost():
    document = read(
        tbl(
            tr(tc("top", properties='<w:vMerge w:val="restart"/>')),
            tr(tc("behind", properties="<w:vMerge/>")),
        )
    )
    assert [(document.text_of(b.span), b.cell.row) for b in document.blocks] == [
        ("top", 0),
        ("behind", 0),
    ]


def test_tables_in_cells_stand_in_place():
    inner = tbl(tr("x", "y"))
    document = read(tbl(tr(tc(p("outer"), inner, p("end")), "next")))
    assert [(document.text_of(b.span), b.cell.table) for b in document.blocks] == [
        ("outer", 0), ("x", 1), ("y", 1), ("end", 0), ("next", 0)
    ]  # fmt: skip


def test_a_bold_first_row_is_a_header():
    bold = [tc(p(r(each, "<w:b/>"))) for each in ("Class", "Time")]
    document = read(tbl(tr(*bold), tr("1", "2 h")), tbl(tr(*bold), tr(*bold)))
    assert [b.cell.header for b in document.blocks] == [True, True, False, False] + [False] * 4


NOTES = {
    "footnotes": '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{p("Second note.")}</w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", r("First note."))}</w:footnote>'
    f'<w:footnote w:id="9">{p("Unreferred.")}</w:footnote>',
    "endnotes": f'<w:endnote w:id="1">{p("End note.")}</w:endnote>',
    "header": p("Head."),
    "footer": p("Page ", field("PAGE", "1")),
}


def test_notes_headers_and_footers_follow_the_body():
    document = read(
        p(
            r("Body"),
            '<w:r><w:endnoteReference w:id="1"/></w:r>',
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            '<w:r><w:footnoteReference w:id="1"/></w:r>',
            r("."),
        ),
        **NOTES,
    )
    assert [(b.kind.value, document.text_of(b.span), b.place.part) for b in document.blocks] == [
        ("paragraph", "Body.", "word/document.xml"),
        ("note", "Second note.", "word/footnotes.xml"),
        ("note", "First note.", "word/footnotes.xml"),
        ("note", "End note.", "word/endnotes.xml"),
        ("header", "Head.", "word/header.xml"),
        ("header", "Page 1", "word/footer.xml"),
    ]


def box(content):
    return f"<w:txbxContent>{content}</w:txbxContent>"


def test_text_boxes_are_read_once_after_their_paragraph():
    drawing = f"<w:drawing><wps:wsp><wps:txbx>{box(p('Boxed.'))}</wps:txbx></wps:wsp></w:drawing>"
    shape = f"<w:pict><v:shape><v:textbox>{box(p('Boxed.'))}</v:textbox></v:shape></w:pict>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(p(r("Anchor "), both, r("text.")), p("After."))
    assert [(b.kind.value, document.text_of(b.span)) for b in document.blocks] == [
        ("paragraph", "Anchor text."), ("box", "Boxed."), ("paragraph", "After.")
    ]  # fmt: skip
    old = read(p(r("Anchor."), f"<w:r>{shape}</w:r>"))
    assert texts(old) == ["Anchor.", "Boxed."]


COMMENTS = (
    f'<w:comment w:id="0" w:author="Ann" w:initials="A">{p("Too long?")}{p("Ask.")}</w:comment>'
    f'<w:comment w:id="1" w:author="Ben">{p("Fine.")}</w:comment>'
    f'<w:comment w:id="5" w:author="Ben">{p("Not referred to.")}</w:comment>'
)


def start(number):
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number):
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def test_comments_know_their_words():
    document = read(
        p(),
        p(r("within "), start(0), r("30 days"), end(0), r(".")),
        p(r("Point"), end(1)),
        comments=COMMENTS,
    )
    first, second = document.comments
    assert (first.kind, first.author, first.text) == (CommentKind.WORD, "Ann", "Too long?\nAsk.")
    assert document.text_of(first.span) == "30 days"
    assert (first.line, first.block, first.alone, first.resolved) == (2, 0, False, False)
    assert (second.span, second.line, second.block) == (None, 3, 1)


def test_a_comment_may_run_over_paragraphs():
    document = read(start(0), p("One."), p(r("Two"), end(0), r(".")), comments=COMMENTS)
    assert document.text_of(document.comments[0].span) == "One.\nTwo"


def test_a_resolved_comment_says_so():
    paragraph = f'<w:p w14:paraId="0000AA01">{r("Done.")}</w:p>'
    comments = f'<w:comment w:id="0" w:author="Ann">{paragraph}</w:comment>'
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    inner = '<w15:commentEx w15:paraId="0000AA01" w15:done="1"/>'
    extended = f'<w15:commentsEx xmlns:w15="{w15}">{inner}</w15:commentsEx>'
    document = read(
        p(start(0), r("x"), end(0)),
        comments=comments,
        relations=relation("rIdX", "commentsExtended", "commentsExtended.xml"),
        extra={"word/commentsExtended.xml": extended},
    )
    assert document.comments[0].resolved


HEADINGS = (
    style("N", "Normal", default=True)
    + style("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("H2", "Kop 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("H3", "heading 3")
    + style("My", "House heading", based_on="H2")
    + style("T", "Title")
    + style("TOC1", "toc 1")
)


def styled(name, text):
    return p(text, properties=f'<w:pStyle w:val="{name}"/>')


def test_headings_by_style_and_outline_level():
    document = read(
        styled("H1", "Scope"),
        styled("My", "Hours"),
        styled("H3", "Nights"),
        p("Fees", properties='<w:outlineLvl w:val="0"/>'),
        p("It is plain text.", properties='<w:outlineLvl w:val="9"/>'),
        styled("H2", "The Supplier shall " + "restore the Service " * 12),
        styles=HEADINGS,
    )
    found = [(b.kind is BlockKind.HEADING, b.level) for b in document.blocks]
    assert found[:4] == [(True, 1), (True, 2), (True, 3), (True, 1)]
    assert found[4][0] is False
    assert found[5][0] is False  # a clause set in a heading style for its number


def test_automatic_numbers_make_clause_numbers():
    levels = (
        ("decimal", "%1.", ""),
        ("decimal", "%1.%2", ""),
        ("lowerLetter", "(%3)", ""),
        ("bullet", "\uf0b7", ""),
    )
    document = read(
        *(numbered("text", 1, level) for level in (0, 1, 2, 3, 2)),
        numbering=abstract(0, *levels) + num(1, 0),
    )
    assert [b.number for b in document.blocks] == ["1", "1.1", "1.1(a)", None, "1.1(b)"]
    assert [b.place.number for b in document.blocks] == ["1", "1.1", "1.1(a)", None, "1.1(b)"]
    assert document.blocks[2].label is None
    assert document.position(document.blocks[2].span.start) == Position(3, 1)


def test_properties_and_pages_are_read():
    properties = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/{}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
    base = docx(p("x"))
    parts = parts_of(base)
    kinds = {
        "custom-properties": (
            "docProps/custom.xml",
            "custom-properties",
            '<property fmtid="x" pid="2" name="profile"><vt:lpwstr>ola</vt:lpwstr></property>',
        ),
        "extended-properties": ("docProps/app.xml", "extended-properties", "<Pages>7</Pages>"),
    }
    rels = parts["_rels/.rels"].decode()
    for kind, (part, namespace, inner) in kinds.items():
        rels = rels.replace(
            "</Relationships>", relation(f"r-{kind}", kind, part) + "</Relationships>"
        )
        parts[part] = properties.format(namespace, inner).encode()
    parts["_rels/.rels"] = rels.encode()
    document = read_docx("a.docx", pack(parts))
    assert document.properties == {"profile": "ola"}
    assert document.recorded_pages == 7


def test_strict_documents_are_read():
    parts = {
        name: content.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, content in parts_of(docx(p("Strict."), header=p("Head."))).items()
    }  # fmt: skip
    assert texts(read_docx("a.docx", pack(parts))) == ["Strict.", "Head."]


def test_macros_give_one_note():
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert len(read(p("x"), main_type=kind).notes) == 1
    assert read(p("x")).notes == ()


def test_an_unreadable_file_is_an_error_with_its_name():
    with pytest.raises(InputError, match=r"^draft\.docx: "):
        read_docx("draft.docx", b"no zip at all")


def test_format_and_name():
    document = read(p("x"))
    assert (document.format, document.name) == ("docx", "a.docx")
