import pytest

from clausewright.word.check import check_package
from word_files import (
    docx,
    field,
    ins,
    p,
    pack,
    parts_of,
    r,
    relation,
    tbl,
    tc,
    tr,
)


def problems(*body, **parts):
    return [str(problem) for problem in check_package("a.docx", docx(*body, **parts))]


BOOKMARK = '<w:bookmarkStart w:id="1" w:name="x"/>'
EMPTY_REF = field("REF x", "").replace("<w:t ", "<w:x ").replace("</w:t>", "</w:x>")
CELL = "a table cell does not end in a paragraph"
UNKNOWN = "uses the relation rId77, which word/_rels/document.xml.rels lacks"
GOOD = (
    p(r("See "), field("REF _Ref1", "4.2"), BOOKMARK, r("x"), '<w:bookmarkEnd w:id="1"/>'),
    tbl(tr("a", tc(tbl(tr("b")), p()))),
    p(ins(r("new"), number=7)),
)  # fmt: skip


def test_a_sound_package_has_no_problem():
    assert problems(*GOOD, header=p(field("PAGE", "1"))) == []


MAIN = "word/document.xml: "


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (p(ins(r("a"), number=3), ins(r("c"), number=3)), "2 tracked changes have the id 3"),
        (p(BOOKMARK, r("x")), "bookmark 1 has no end"),
        (p('<w:bookmarkEnd w:id="1"/>', r("x")), "bookmark 1 has no start"),
        (tbl(tr(f"<w:tc><w:tcPr/>{tbl(tr('b'))}</w:tc>")), CELL),
        (tbl("<w:tr><w:tc><w:tcPr/></w:tc></w:tr>"), CELL),
        (p(EMPTY_REF), "a REF field has no cached result"),
        (p('<w:fldSimple w:instr=" PAGE "/>'), "a PAGE field has no cached result"),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), "1 field(s) have no end"),
        (p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'), 'a field has "end" without "begin"'),
        (p(f'<w:hyperlink r:id="rId77">{r("x")}</w:hyperlink>'), UNKNOWN),
        (p('<w:r><w:footnoteReference w:id="4"/></w:r>'), "footnote 4 is referred to, not there"),
        (p('<w:r><w:commentReference w:id="4"/></w:r>'), "commentReference 4 has no comment"),
    ],
)  # fmt: skip
def test_what_word_calls_unreadable_is_told(body, message):
    assert MAIN + message in problems(body)


def comment(number):
    return f'<w:comment w:id="{number}" w:author="A">{p("x")}</w:comment>'


def test_comments_and_their_marks_agree():
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    sound = p(start, r("x"), end, reference)
    assert problems(sound, comments=comment(0)) == []
    assert MAIN + "comment 0 has one end of its range only" in problems(
        p(start, r("x"), reference), comments=comment(0)
    )
    assert MAIN + "comment 0 has a range and no reference" in problems(
        p(start, r("x"), end), comments=comment(0)
    )
    assert MAIN + "commentReference 0 stands 2 times" in problems(
        p(start, r("x"), end, reference, reference), comments=comment(0)
    )
    assert "word/comments.xml: 2 comments have the id 0" in problems(
        sound, comments=comment(0) + comment(0)
    )
    assert "word/comments.xml: holds no comment" in problems(p("x"), comments="")
    assert "word/comments.xml: comment 0 has no paragraph" in problems(
        sound, comments='<w:comment w:id="0"/>'
    )


def test_relations_and_types_are_checked():
    parts = parts_of(docx(p("x"), relations=relation("rId9", "image", "media/gone.png")))
    parts["word/odd.bin"] = b"x"
    types = parts["[Content_Types].xml"].decode()
    override = '<Override PartName="/word/gone.xml" ContentType="x"/>'
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{override}</Types>").encode()
    found = [str(problem) for problem in check_package("a.docx", pack(parts))]
    assert "word/_rels/document.xml.rels: rId9 leads to media/gone.png, not there" in found
    assert "word/odd.bin: has no content type" in found
    assert "[Content_Types].xml: names word/gone.xml, which is not there" in found


def test_relation_ids_are_unique():
    twice = relation("rId9", "theme", "document.xml") * 2
    assert "word/_rels/document.xml.rels: names the relation rId9 2 times" in problems(
        p("x"), relations=twice
    )


def test_broken_parts_are_told():
    parts = parts_of(docx(p("x"), styles=""))
    parts["word/styles.xml"] = b"<w:styles"
    found = check_package("a.docx", pack(parts))
    assert [problem.part for problem in found] == ["word/styles.xml"]
    assert "is damaged" in found[0].message


def test_a_file_that_is_no_package_is_one_problem():
    (problem,) = check_package("a.docx", b"%PDF-1.7")
    assert str(problem).startswith("the file is a PDF")
