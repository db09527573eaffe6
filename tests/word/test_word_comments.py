"""Where comments stand when the words cannot be cut out exactly."""

import re

import pytest

from clausewright.readers.docx import read_docx
from clausewright.word.check import check_package
from clausewright.word.comments import Line, NewComment, Words, add_comments, can_hold_comment
from clausewright.word.document import read_word
from clausewright.word.editing import Editor
from clausewright.word.package import Package
from word_files import docx, p, pack, parts_of, r, relation

FORMULA = "<m:oMath><m:r><m:t>A = B</m:t></m:r></m:oMath>"
RUBY = f"<w:r><w:ruby><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"
BRANCH = f"<mc:Choice Requires='w14'>{r('chosen')}</mc:Choice>"
CHOICE = f"<mc:AlternateContent>{BRANCH}</mc:AlternateContent>"


def commented(data, *words):
    """Put comments on words; give the document read again and the bytes."""
    word = read_word(Package("a.docx", data))
    editor = Editor(word)
    add_comments(editor, [NewComment(each, (Line("Why?"),)) for each in words], date=None)
    result = editor.save()
    assert check_package("a.docx", result) == ()
    document = read_docx("a.docx", result)
    assert document.source == word.source
    return document, result


def spans(document):
    return [document.text_of(c.span) if c.span else None for c in document.comments]


@pytest.mark.parametrize(
    ("whole", "text"), [(FORMULA, "A = B"), (RUBY, "base"), (CHOICE, "chosen")]
)
def test_what_must_stay_whole_is_commented_whole(whole, text):
    document, _ = commented(docx(p(r("a "), whole, r(" b"))), Words(0, 3, 0, 4))
    assert spans(document) == [text]


def marks(data):
    """The content of the paragraph as letters: ( ) for the range, * the reference, [ ] a field."""
    main = parts_of(data)["word/document.xml"].decode()
    signs = {
        "commentRangeStart": "(", "commentRangeEnd": ")", "commentReference": "*",
        "begin": "[", "separate": "|", "end": "]",
    }  # fmt: skip
    pattern = r'<w:(comment\w+)|fldCharType="(\w+)"|<w:t [^>]*>([^<]*)'
    found = re.findall(pattern, main)
    return "".join(signs.get(mark or kind) or text for mark, kind, text in found)


def complex_field(*result):
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    instruction = "<w:r><w:instrText>MERGEFIELD Name</w:instrText></w:r>"
    return "".join((begin, instruction, separate, *result, end))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (2, 8, "a ([|«name»])* b"),
        (0, 10, "(a [|«name»] b)*"),
        (2, 4, "a ([|«n)ame»]* b"),
        (4, 8, "a [|«n(ame»])* b"),
        (3, 5, "a [|«(na)me»]* b"),
        (8, 10, "a [|«name»]( b)*"),
        (0, 2, "(a )*[|«name»] b"),
    ],
)
def test_a_comment_hangs_outside_of_a_field(start, end, expected):
    paragraph = p(r("a "), complex_field(r("«na"), r("me»")), r(" b"))
    _, result = commented(docx(paragraph), Words(0, start, 0, end))
    assert marks(result) == expected


def test_a_comment_hangs_outside_of_fields_in_fields():
    inner = complex_field(r("name"))
    _, result = commented(docx(p(complex_field(inner), r(" b"))), Words(0, 0, 0, 4))
    assert marks(result) == "([|[|name]])* b"


def test_words_that_run_into_a_formula():
    document, _ = commented(docx(p(r("see A "), FORMULA, r(" b"))), Words(0, 4, 0, 7))
    assert spans(document) == ["A A = B"]


@pytest.mark.parametrize(
    "empty",
    ["<w:p/>", "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>", '<w:p><w:proofErr w:type="x"/></w:p>'],
)
def test_an_empty_paragraph_takes_a_comment_at_its_place(empty):
    document, result = commented(docx(empty, p("x")), Words(0, 0, 0, 0))
    assert spans(document) == [None]
    assert document.comments[0].line == 1
    main = parts_of(result)["word/document.xml"].decode()
    assert "commentRange" not in main
    assert "<w:pPr>" not in main.partition("commentReference")[2]


def test_a_comment_over_paragraphs():
    document, _ = commented(docx(p("one two"), p(), p("three four")), Words(0, 4, 2, 5))
    assert spans(document) == ["two\nthree"]


def test_tabs_and_breaks_are_cut_between():
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
    document, result = commented(docx(p(run)), Words(0, 2, 0, 3), Words(0, 0, 0, 1))
    assert spans(document) == ["b", "a"]
    assert parts_of(result)["word/document.xml"].count(b"<w:b/>") == 4  # a, tab, b, rest


def test_which_paragraphs_can_hold_a_comment():
    data = docx(
        p(r("Body"), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        footnotes=f'<w:footnote w:id="1">{p("Note")}</w:footnote>',
        header=p("Head"),
    )
    paragraphs = read_word(Package("a.docx", data)).paragraphs
    assert [can_hold_comment(paragraphs, at) for at in range(3)] == [True, True, False]


def test_a_free_name_is_found_for_the_comments_part():
    parts = parts_of(docx(p("x"), extra={"word/comments.xml": "<odd/>"}))
    _, result = commented(docx(p("x"), extra={"word/comments.xml": "<odd/>"}), Words(0, 0, 0, 1))
    written = parts_of(result)
    assert written["word/comments.xml"] == parts["word/comments.xml"]
    assert b"Why?" in written["word/comments1.xml"]


def test_a_main_part_without_relations_gets_them():
    parts = parts_of(docx(p("x")))
    del parts["word/_rels/document.xml.rels"]
    document, result = commented(pack(parts), Words(0, 0, 0, 1))
    assert spans(document) == ["x"]
    assert b'Target="comments.xml"' in parts_of(result)["word/_rels/document.xml.rels"]


def test_new_relation_ids_are_free():
    data = docx(p("x"), relations=relation("rId1", "theme", "document.xml"))
    _, result = commented(data, Words(0, 0, 0, 1))
    assert b'Id="rId2"' in parts_of(result)["word/_rels/document.xml.rels"]


def test_ids_avoid_those_of_bookmarks_and_changes():
    bookmark = '<w:bookmarkStart w:id="41" w:name="b"/><w:bookmarkEnd w:id="41"/>'
    _, result = commented(docx(p(bookmark, r("x"))), Words(0, 0, 0, 1))
    assert b'<w:comment w:id="42"' in parts_of(result)["word/comments.xml"]


def test_the_order_of_comments_is_that_given():
    _, result = commented(docx(p("one two")), Words(0, 4, 0, 7), Words(0, 0, 0, 3))
    main = parts_of(result)["word/document.xml"].decode()
    assert main.index('commentRangeStart w:id="1"') < main.index('commentRangeStart w:id="0"')


def test_nothing_to_add_changes_nothing():
    data = docx(p("x"))
    _, result = commented(data)
    assert parts_of(result) == parts_of(data)
