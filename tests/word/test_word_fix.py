import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright.model.errors import InputError, OutputError
from clausewright.model.finding import Applicability, LocatedEdit, LocatedFix
from clausewright.model.span import Position
from clausewright.readers.docx import read_docx
from clausewright.word.check import check_package
from clausewright.word.fix import apply_fixes
from word_files import dele, docx, field, ins, p, parts_of, r, t, tbl, tr


def edit(line, start, end, text):
    """An edit of one paragraph, in columns from 1."""
    return LocatedEdit(Position(line, start), Position(line, end), text)


def fix(*edits):
    return LocatedFix("Mend", Applicability.SAFE, edits)


def replaced(document, old, new, nth=0):
    start = [m.start() for m in re.finditer(re.escape(old), document.text)][nth]
    where = document.position(start)
    return edit(where.line, where.column, where.column + len(old), new)


def fixed(data, *fixes, **more):
    return apply_fixes(data, read_docx("a.docx", data), fixes, **more)


def views(data):
    return [read_docx("a.docx", data, view).source for view in ("final", "original")]


CONSTRUCTS = {
    "plain": p("the the Supplier"),
    "across runs": p(r("the t", "<w:b/>"), r("he", "<w:i/>"), r(" Supplier")),
    "cell": tbl(tr("the the Supplier")),
    "link": p(f'<w:hyperlink w:anchor="x">{r("the the")}</w:hyperlink>', r(" Supplier")),
    "content control": p(f"<w:sdt><w:sdtContent>{r('the the Supplier')}</w:sdtContent></w:sdt>"),
    "dropped space": p("<w:r><w:t> the the Supplier\n</w:t></w:r>"),
}


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=str)
def test_a_fix_is_a_tracked_change(construct):
    data = docx(p("Title"), CONSTRUCTS[construct])
    document = read_docx("a.docx", data)
    result = fixed(data, fix(replaced(document, "the ", "", nth=1)))
    assert len(result.applied) == 1
    assert views(result.data) == ["Title\nthe Supplier", "Title\nthe the Supplier"]
    assert check_package("a.docx", result.data) == ()
    changes = read_docx("a.docx", result.data).revisions
    assert {(c.kind, c.author, c.date) for c in changes} == {("deletion", "Clausewright", None)}


def test_a_replacement_keeps_the_formatting_and_the_rest():
    data = docx(p(r("within thirty (40) days", "<w:b/>"), r(" of notice")))
    result = fixed(data, fix(edit(1, 16, 18, "30")))
    assert views(result.data) == [
        "within thirty (30) days of notice",
        "within thirty (40) days of notice",
    ]
    main = parts_of(result.data)["word/document.xml"].decode()
    assert re.search(
        r"<w:ins [^>]*><w:r><w:rPr><w:b/></w:rPr><w:t [^>]*>30</w:t></w:r></w:ins>", main
    )
    assert main.count("<w:b/>") == 4  # before, struck, new, after
    kinds = [change.kind for change in read_docx("a.docx", result.data).revisions]
    assert kinds == ["deletion", "insertion"]


def test_an_insertion_takes_the_formatting_before_it():
    data = docx(p(r("ninety", "<w:i/>"), r(" days")))
    result = fixed(data, fix(edit(1, 7, 7, "\t(90)")))
    assert views(result.data) == ["ninety\t(90) days", "ninety days"]
    assert (
        b'<w:rPr><w:i/></w:rPr><w:tab/><w:t xml:space="preserve">(90)'
        in (parts_of(result.data)["word/document.xml"])
    )


def test_an_insertion_at_the_start():
    result = fixed(docx(p("one")), fix(edit(1, 1, 1, "At ")))
    assert views(result.data) == ["At one", "one"]


def test_neighbouring_runs_are_struck_as_one_change():
    data = docx(p(r("a"), r("b", "<w:b/>"), r("c", "<w:i/>"), r("d")))
    result = fixed(data, fix(edit(1, 1, 4, "")))
    assert views(result.data) == ["d", "abcd"]
    assert parts_of(result.data)["word/document.xml"].count(b"<w:del ") == 1


def test_a_change_inside_the_insertion_of_another():
    data = docx(p(r("see "), ins(r("the the clause"), number=5), r(".")))
    result = fixed(data, fix(edit(1, 9, 13, "that ")))
    assert views(result.data) == ["see the that clause.", "see ."]
    assert check_package("a.docx", result.data) == ()
    main = parts_of(result.data)["word/document.xml"].decode()
    assert not re.search(r"<w:ins [^>]*>(?:(?!</w:ins>).)*<w:ins ", main)


def test_text_beside_struck_text():
    data = docx(p(r("a "), dele("old "), r("the the b")))
    document = read_docx("a.docx", data)
    result = fixed(data, fix(replaced(document, "the ", "", nth=1)))
    assert views(result.data) == ["a the b", "a old the the b"]


def test_several_fixes_are_changes_of_their_own():
    data = docx(p("the the cat  sat"), p("on  the mat"))
    result = fixed(data, fix(edit(1, 5, 9, "")), fix(edit(1, 12, 13, "")), fix(edit(2, 3, 4, "")))
    assert views(result.data)[0] == "the cat sat\non the mat"
    ids = re.findall(rb'<w:del w:id="(\d+)"', parts_of(result.data)["word/document.xml"])
    assert len(ids) == len(set(ids)) == 3


def test_neighbouring_fixes_do_not_disturb_each_other():
    data = docx(p("abcdef"))
    result = fixed(data, fix(edit(1, 2, 4, "X")), fix(edit(1, 4, 5, "Y")), fix(edit(1, 5, 5, "Z")))
    assert views(result.data) == ["aXYZef", "abcdef"]
    assert check_package("a.docx", result.data) == ()


LOCK = '<w:lock w:val="sdtContentLocked"/>'
LOCKED = f"<w:sdt><w:sdtPr>{LOCK}</w:sdtPr><w:sdtContent>{r('abc')}</w:sdtContent></w:sdt>"
FORMULA = "<m:oMath><m:r><m:t>abc</m:t></m:r></m:oMath>"
RUBY = f"<w:r><w:ruby><w:rubyBase>{r('abc')}</w:rubyBase></w:ruby></w:r>"
NOTED = f'<w:r>{t("ab")}<w:footnoteReference w:id="1"/>{t("cd")}</w:r>'
REFERENCE = (r("a "), field("REF x", "4.2"), r(" b"))


@pytest.mark.parametrize(
    ("body", "wanted", "reason"),
    [
        (p(*REFERENCE), edit(1, 3, 6, "4.3"), "Word computes these words"),
        (p("abc"), LocatedEdit(Position(1, 2), Position(2, 1), ""), "it reaches over paragraphs"),
        (p("abc"), edit(1, 3, 9, ""), "it reaches over paragraphs"),
        (p("abc"), edit(7, 1, 2, ""), "it reaches beyond the document"),
        (p("abc"), edit(1, 1, 2, "x\ny"), "it would add a paragraph"),
        (p(), edit(1, 1, 1, "x"), "its paragraph has no text"),
        (p(FORMULA), edit(1, 1, 2, ""), "it stands in a formula"),
        (f"<w:sdt><w:sdtPr>{LOCK}</w:sdtPr><w:sdtContent>{p('abc')}</w:sdtContent></w:sdt>",
         edit(1, 1, 2, ""), "its content control is locked"),
        (p(LOCKED), edit(1, 1, 2, ""), "its content control is locked"),
        (p(NOTED), edit(1, 2, 4, ""), "a note, a picture or a field stands"),
        (p(RUBY), edit(1, 1, 2, ""), "reading marks"),
    ],
)  # fmt: skip
def test_what_cannot_be_tracked_is_refused_whole(body, wanted, reason):
    data = docx(body, p("good"))
    both = fix(wanted, edit(2, 1, 2, "G"))
    result = fixed(data, both)
    assert result.data is data
    assert result.applied == ()
    ((refused, why),) = result.refused
    assert refused is both
    assert reason in why


def test_fixes_of_the_same_words_do_not_both_apply():
    data = docx(p("abcdef"))
    first, second, third = fix(edit(1, 2, 4, "x")), fix(edit(1, 3, 5, "y")), fix(edit(1, 2, 2, "z"))
    result = fixed(data, first, second, third)
    assert result.applied == (first,)
    assert [why for _, why in result.refused] == ["another fix changes these words"] * 2


def test_headers_and_notes_are_fixed_too():
    data = docx(p("body"), header=p("the the head"))
    result = fixed(data, fix(edit(2, 5, 9, "")))
    assert views(result.data) == ["body\nthe head", "body\nthe the head"]
    old, new = parts_of(data), parts_of(result.data)
    assert [name for name in new if new[name] != old[name]] == ["word/header.xml"]


def test_the_author_and_date_can_be_told():
    when = datetime.datetime(2025, 3, 4, 12, tzinfo=datetime.UTC)
    result = fixed(docx(p("abc")), fix(edit(1, 1, 2, "")), author="Ann", date=when)
    (change,) = read_docx("a.docx", result.data).revisions
    assert (change.author, change.date) == ("Ann", "2025-03-04T12:00:00Z")


def test_only_the_final_text_is_fixed():
    data = docx(p(dele("x"), ins(r("abc"))))
    original = read_docx("a.docx", data, "original")
    with pytest.raises(OutputError, match="final view"):
        apply_fixes(data, original, [fix(edit(1, 1, 2, ""))])
    with pytest.raises(InputError, match="changed after it was read"):
        apply_fixes(docx(p("other")), read_docx("a.docx", data), [])


STYLES = st.sampled_from(["", "<w:b/>", "<w:i/>"])
RUNS = st.lists(st.tuples(STYLES, st.text("abc ", min_size=1, max_size=6)), min_size=1, max_size=5)


@settings(max_examples=80)
@given(RUNS, st.data())
def test_accepted_is_the_new_text_and_rejected_the_old(runs, data):
    package = docx(p("".join(r(text, style) for style, text in runs)))
    text = "".join(text for _, text in runs)
    fixes, expected, at = [], "", 0
    while at < len(text) and data.draw(st.booleans()):
        start = data.draw(st.integers(at, len(text) - 1))
        end = data.draw(st.integers(start, len(text)))
        new = data.draw(st.sampled_from(["", "X", "YZ"]))
        if start == end and not new:
            break
        fixes.append(fix(edit(1, start + 1, end + 1, new)))
        expected += text[at:start] + new
        at = end + 1 if end < len(text) else end
        expected += text[end:at]
    expected += text[at:]
    result = fixed(package, *fixes)
    assert len(result.applied) == len(fixes)
    assert views(result.data) == [expected, text]
    assert check_package("a.docx", result.data) == ()
    assert fixed(package, *fixes).data == result.data
