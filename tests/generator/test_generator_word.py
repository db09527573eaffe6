"""Word files: repeatable, whole, with native numbers, live references and a firm's own template."""

import importlib.util
import io
import re
import zipfile
from itertools import pairwise

import docx
import pytest
from lxml import etree
from small_picks import ROOT, built, swapped

from clausewright.generator.rendering.docx import house, render_docx
from clausewright.generator.rendering.word_xml import WORD, bookmark
from clausewright.model.errors import OutputError
from clausewright.word.check import check_package

W = {"w": WORD}


def part(data: bytes, name: str = "word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def changed_house(change) -> bytes:
    document = docx.Document(io.BytesIO(house()))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def word() -> bytes:
    return render_docx(built().agreement)


def test_house_template_is_what_its_script_makes():
    path = ROOT / "src/clausewright/templates/make_house.py"
    spec = importlib.util.spec_from_file_location("make_house", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.make_house() == house()


def test_same_bytes_again_and_nothing_wrong_with_the_package(word):
    assert render_docx(built().agreement) == word
    assert check_package("built.docx", word) == ()


def test_numbers_are_native_and_never_text(word):
    root = part(word)
    body = root.xpath("/w:document/w:body/w:p", namespaces=W)
    texts = ["".join(p.itertext()) for p in body]
    assert not [text for text in texts if re.match(r"\d+(\.\d+)*\.? \S", text)]
    styles = part(word, "word/styles.xml")
    numbered = styles.xpath("//w:style[w:pPr/w:numPr]/w:name/@w:val", namespaces=W)
    assert {n.lower() for n in numbered} >= {"heading 2", "heading 3", "clause 2", "clause item"}


def test_every_reference_is_a_field_with_its_result_and_a_bookmark(word):
    root = part(word)
    fields = [i.text.split() for i in root.iter(f"{{{WORD}}}instrText") if " REF " in i.text]
    marks = set(root.xpath("//w:bookmarkStart/@w:name", namespaces=W))
    assert fields
    assert all(words[1] in marks for words in fields)
    text = "".join(root.itertext())
    assert not re.search(r"section\s+REF \S+ \\n \\h\s+(?!\d)", text)


def test_tables_repeat_their_header_and_keep_rows_whole(word):
    root = part(word)
    tables = [t for t in root.iter(f"{{{WORD}}}tbl") if t.find(".//w:tblHeader", W) is not None]
    assert len(tables) >= 2
    assert all(row.find("w:trPr/w:cantSplit", W) is not None for row in root.iter(f"{{{WORD}}}tr"))


def test_signatures_are_kept_together(word):
    root = part(word)
    table = list(root.iter(f"{{{WORD}}}tbl"))[-1]
    assert all(p.find("w:pPr/w:keepNext", W) is not None for p in table.iter(f"{{{WORD}}}p"))


def test_signatures_never_stand_alone_on_a_page(word):
    body = list(part(word).find("w:body", W))
    heading = next(at for at, one in enumerate(body) if "".join(one.itertext()) == "Signatures")
    kept = [one.find("w:pPr/w:keepNext", W) is not None for one in body[:heading]]
    assert kept[-1]
    assert not all(kept)


def test_properties_name_title_language_and_profile(word):
    core = docx.Document(io.BytesIO(word)).core_properties
    assert (core.title, core.language) == ("Service Level Agreement", "en-GB")
    custom = "".join(part(word, "docProps/custom.xml").itertext())
    assert "external-sla" in custom
    footer = "".join(part(word, "word/footer1.xml").itertext())
    assert re.search(r"Page\s+PAGE\s+1\s+of\s+NUMPAGES\s+\d+", footer)


def test_contents_are_there_before_word_updates_them():
    text = swapped("reference: T-1", "reference: T-1\ncontents: yes")
    data = render_docx(built(text).agreement)
    root = part(data)
    entries = root.xpath("//w:p[w:pPr/w:pStyle/@w:val='TOC2']", namespaces=W)
    assert "Purpose and scope" in "".join("".join(e.itertext()) for e in entries)
    assert check_package("built.docx", data) == ()


def test_notes_become_comments_and_only_on_request():
    text = swapped("  scope.status:", "  precedence.incorporation:")
    text = swapped("reference: T-1", "master_agreement: Master Agreement of 1 May 2025", text)
    agreement = built(text).agreement
    with_notes = render_docx(agreement, with_notes=True)
    assert "sole-remedy" in "".join(part(with_notes, "word/comments.xml").itertext())
    assert check_package("built.docx", with_notes) == ()
    with zipfile.ZipFile(io.BytesIO(render_docx(agreement))) as package:
        assert "word/comments.xml" not in package.namelist()


def test_watermark_stands_in_the_header():
    text = swapped("reference: T-1", "watermark: DRAFT")
    data = render_docx(built(text).agreement)
    assert b'string="DRAFT"' in etree.tostring(part(data, "word/header1.xml"))
    assert check_package("built.docx", data) == ()


def test_a_firm_template_of_its_own_is_filled():
    template = changed_house(lambda d: d.add_paragraph("Smith & Co, {{ title }}"))
    data = render_docx(built().agreement, template=template)
    assert "Smith & Co, Service Level Agreement" in "".join(part(data).itertext())
    assert check_package("built.docx", data) == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("{{ cycler.__init__.__globals__.os.popen('id') }}", "asks for cycler"),
        ("{{ title.__class__.__mro__ }}", "cannot be rendered"),
        ("{{ titel }}", "asks for titel"),
        ("{{ title", "cannot be rendered"),
        ("{% for a in range(9) %}{% endfor %}", "asks for range"),
        ("{{ 'x' * 3000000000 }}", "memory"),
    ],
)
def test_hostile_templates_are_refused(words, told):
    template = changed_house(lambda d: d.add_paragraph(words))
    with pytest.raises(OutputError, match=told):
        render_docx(built().agreement, template=template)


def test_templates_without_place_styles_or_numbers_are_refused():
    agreement = built().agreement

    def drop_body(document):
        for paragraph in document.paragraphs:
            if "body" in paragraph.text:
                paragraph._p.getparent().remove(paragraph._p)

    def drop_style(document):
        style = document.styles["Clause 2"].element
        style.getparent().remove(style)

    def drop_number(document):
        properties = document.styles["Heading 2"].element.pPr
        properties.remove(properties.numPr)

    for change, told in (
        (drop_body, "no place for the agreement"),
        (drop_style, "lacks these styles: clause 2"),
        (drop_number, "carry no list number: heading 2"),
    ):
        with pytest.raises(OutputError, match=told):
            render_docx(agreement, template=changed_house(change))
    with pytest.raises(OutputError, match="no Word file"):
        render_docx(agreement, template=b"not a zip")


def test_bookmarks_fit_words_limit_and_stay_apart():
    long = "remedies_" + "x" * 60
    names = {bookmark(long + end) for end in "abc"}
    assert len(names) == 3
    assert all(len(name) <= 40 for name in names)


def test_a_table_is_not_parted_from_the_paragraph_before_it(word):
    body = part(word).find("w:body", W)
    pairs = list(pairwise(body))
    before = [one for one, two in pairs if two.tag == f"{{{WORD}}}tbl"]
    assert before
    assert all(p.find("w:pPr/w:keepNext", W) is not None for p in before)
