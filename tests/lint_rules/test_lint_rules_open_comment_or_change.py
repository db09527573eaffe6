from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.lint_rules.drafts.open_comment_or_change import RULE
from clausewright.lint_rules.rule import NoOptions
from clausewright.model.finding import Severity
from clausewright.readers.docx import read_docx
from clausewright.reporters.word_review import review
from word_files import dele, docx, ins, p, r

REFERENCE = '<w:r><w:commentReference w:id="{}"/></w:r>'


def comment(number, author, text):
    return f'<w:comment w:id="{number}" w:author="{author}">{p(text)}</w:comment>'


def on(number, text):
    start, end = (f'<w:commentRange{edge} w:id="{number}"/>' for edge in ("Start", "End"))
    return start + r(text) + end + REFERENCE.format(number)


def findings(data):
    document = read_docx("a.docx", data)
    draft = Draft(document, AnalysisSettings("external-sla", "option"), scanner_for())
    return document, list(RULE.check(draft, NoOptions(), ()))


def test_one_comment_is_told_on_its_words():
    data = docx(p(r("within "), on(0, "30 days")), comments=comment(0, "Ann", "Too  long?"))
    document, (found,) = findings(data)
    assert document.text_of(found.span) == "30 days"
    assert found.message == 'a comment of Ann is open: "Too long?"'
    assert found.severity is None


def test_many_comments_are_one_finding():
    words = "x" * 80
    authors = ("Ann", "Ben", "Ann", "Cy", "Di")
    data = docx(
        p(*(on(number, "word ") for number in range(5))),
        comments="".join(comment(n, author, words) for n, author in enumerate(authors)),
    )
    _, (found,) = findings(data)
    assert found.message == (
        f'5 comments of Ann, Ben, Cy and 1 more are open, the first: "{"x" * 60}…"'
    )


def test_a_comment_without_words_is_told_at_its_place():
    data = docx(p("one"), p(r("two"), REFERENCE.format(0)), comments=comment(0, "Ann", "Hm"))
    document, (found,) = findings(data)
    assert found.span is None
    assert document.source_position(found.source.start).line == 2


def test_directives_are_no_remarks():
    text = "clausewright: ignore WRD001 -- agreed"
    assert findings(docx(p(on(0, "promptly")), comments=comment(0, "Ann", text)))[1] == []


def test_changes_are_counted_by_kind():
    data = docx(p(r("in "), dele("30"), ins(r("10")), r(" days"), ins(r(" net"), author="Ben")))
    document, (found,) = findings(data)
    assert found.message == (
        "3 tracked changes of Ann, Ben are not decided: 1 deletion, 2 insertions"
    )
    assert document.text_of(found.span) == "in 10 days net"


def test_a_single_insertion_is_told_on_its_words():
    document, (found,) = findings(docx(p(r("in "), ins(r("ten ")), r("days"))))
    assert found.message == "1 tracked change of Ann is not decided: 1 insertion"
    assert document.text_of(found.span) == "ten"


def test_our_own_comments_are_a_hint():
    data = docx(p("Title"), p("text"))
    reviewed = review(data, [], read_docx("a.docx", data))
    document, (found,) = findings(reviewed)
    assert found.severity is Severity.INFO
    assert found.message == "1 comment of an earlier Clausewright review in the document"
    assert document.text_of(found.span) == "Title"


def test_a_clean_document_is_silent():
    assert findings(docx(p("Title")))[1] == []
