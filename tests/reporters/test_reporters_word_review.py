import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright.model.errors import InputError, OutputError
from clausewright.model.finding import Applicability, LocatedFinding, LocatedFix, Severity
from clausewright.model.span import Position, Span
from clausewright.readers.docx import read_docx
from clausewright.reporters.word_review import review, strip
from clausewright.word.check import check_package
from word_files import (
    dele,
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

CORPUS = Path("/work/shared/corpus/docx")


def finding(document, words, *, nth=0, code="WRD001", message="sets no deadline", **more):
    start = [m.start() for m in re.finditer(re.escape(words), document.text)][nth]
    span = Span(start, start + len(words))
    return located(document, span, code=code, message=message, **more)


def located(
    document, span, *, code="WRD001", message="x", mend="", fix=None, severity=Severity.WARNING
):
    whole = Position(1, 1)
    return LocatedFinding(
        code=code, name="vague-time", severity=severity, message=message, help=mend,
        start=document.position(span.start) if span else whole,
        end=document.position(span.end, end=True) if span else whole,
        place=None, section=None, topic=None, excerpt="", fingerprint="", fix=fix, span=span,
    )  # fmt: skip


def reviewed(data, *wanted, **more):
    """Review a file on the words wanted; give the document before, after, and the bytes."""
    before = read_docx("a.docx", data)
    findings = [finding(before, each) if isinstance(each, str) else each for each in wanted]
    result = review(data, findings, before, **more)
    after = read_docx("a.docx", result)
    assert after.source == before.source
    assert after.blocks == before.blocks
    assert [str(each) for each in check_package("a.docx", result)] == []
    return before, after, result


def words_of(document):
    return [
        document.text_of(comment.span) if comment.span else None for comment in document.comments
    ]


CONSTRUCTS = {
    "plain": p("The Supplier shall respond promptly to each Incident."),
    "across runs": p(r("respond pro", "<w:b/>"), r("mpt", "<w:i/>"), r("ly.")),
    "start and end of runs": p(r("respond "), r("promptly", "<w:b/>"), r(".")),
    "cell": tbl(tr("a", tc(p("respond promptly")))),
    "content control": f"<w:sdt><w:sdtContent>{p('respond promptly')}</w:sdtContent></w:sdt>",
    "inline control": p(r("a "), f"<w:sdt><w:sdtContent>{r('promptly')}</w:sdtContent></w:sdt>"),
    "link": p(r("a "), f'<w:hyperlink w:anchor="x">{r("respond promptly here")}</w:hyperlink>'),
    "whole link": p(r("a "), f'<w:hyperlink w:anchor="x">{r("promptly")}</w:hyperlink>'),
    "field": p(r("a "), field("REF x", "promptly"), r(" b")),
    "simple field": p(f'<w:fldSimple w:instr="REF x">{r("promptly")}</w:fldSimple>'),
    "insertion": p(r("respond "), ins(r("very promptly indeed"))),
    "after a deletion": p(r("respond "), dele("quickly"), r("promptly")),
    "split by a tab": p("<w:r><w:t>respond</w:t><w:tab/><w:t>promptly</w:t></w:r>"),
    "dropped space": p("<w:r><w:t>\n respond promptly \n</w:t></w:r>"),
}


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=str)
def test_a_comment_stands_on_the_exact_words(construct):
    _, after, _ = reviewed(docx(p("Title"), CONSTRUCTS[construct]), "promptly")
    assert words_of(after) == ["Title", "promptly"]
    assert [comment.author for comment in after.comments] == ["Clausewright"] * 2


def test_a_comment_says_rule_reason_and_mend():
    data = docx(p("Title"), p("respond promptly"))
    document = read_docx("a.docx", data)
    fix = LocatedFix("Say 30 minutes", Applicability.UNSAFE, ())
    said = finding(
        document, "promptly", message='"promptly" sets no deadline', mend="Say how long", fix=fix
    )
    _, after, _ = reviewed(data, said)
    assert after.comments[1].text.split("\n") == [
        "WRD001 vague-time (warning)",
        '"promptly" sets no deadline.',
        "Say how long.",
        "Fix: Say 30 minutes.",
    ]


def test_words_that_share_their_place_all_have_their_comment():
    data = docx(p("Title"), p("respond promptly and fully"))
    _, after, _ = reviewed(data, "promptly", "promptly", "respond promptly", "promptly and", "and")
    assert sorted(words_of(after)[1:]) == [
        "and", "promptly", "promptly", "promptly and", "respond promptly"
    ]  # fmt: skip


def test_the_summary_holds_the_totals_and_what_speaks_of_the_whole():
    data = docx(p(), p("  Title "), p("respond promptly"))
    document = read_docx("a.docx", data)
    whole = located(
        document,
        None,
        code="TOP001",
        message="topic not found: term",
        mend="Add it",
        severity=Severity.ERROR,
    )
    _, after, _ = reviewed(data, whole, "promptly")
    summary = after.comments[0]
    assert after.text_of(summary.span) == "Title"
    assert summary.text.split("\n") == [
        "Clausewright review",
        "2 findings: 1 error, 1 warning.",
        "TOP001 vague-time (error)",
        "Topic not found: term.",
        "Add it.",
        "Read by rules, not by a lawyer; not legal advice.",
    ]


def test_a_clean_draft_says_that_nothing_was_found():
    _, after, _ = reviewed(docx(p("Title")))
    assert "Nothing was found." in after.comments[0].text


def test_notes_and_boxes_are_commented_where_they_hang():
    content = f"<w:txbxContent>{p('boxed promptly')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    note = f'<w:footnote w:id="2">{p("noted promptly")}</w:footnote>'
    data = docx(
        p("Title"),
        p(
            r("Body"),
            '<w:r><w:t>text</w:t><w:footnoteReference w:id="2"/><w:t>more</w:t></w:r>',
            box,
        ),
        footnotes=note,
    )
    _, after, result = reviewed(data, "boxed promptly", "noted promptly")
    texts = [comment.text for comment in after.comments]
    assert "In a text box: “boxed promptly”" in texts[1]
    assert "In a note: “noted promptly”" in texts[2]
    assert [comment.line for comment in after.comments] == [1, 2, 2]
    main = parts_of(result)["word/document.xml"].decode()
    alone = r'<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert re.search(rf'<w:commentRangeStart w:id="\d+"/>{alone}<w:commentRangeEnd', main)


def test_headers_are_told_in_the_summary():
    _, after, result = reviewed(docx(p("Title"), header=p("heads promptly")), "promptly")
    assert len(after.comments) == 1
    assert "In a header or footer: “promptly”" in after.comments[0].text
    assert b"comment" not in parts_of(result)["word/header.xml"]


def test_a_finding_over_paragraphs_is_one_comment_where_word_allows_it():
    data = docx(p("Title"), p("one"), p("two"), tbl(tr("three", "four")))
    document = read_docx("a.docx", data)
    for words, clipped in (("two\nthree", "two"), ("three\nfour", "three")):
        _, after, _ = reviewed(data, finding(document, words))
        assert words_of(after)[1:] == [clipped]  # no range runs into a cell or out of it
    _, after, _ = reviewed(data, finding(document, "one\ntwo"))
    assert words_of(after)[1:] == ["one\ntwo"]


def test_a_finding_about_what_was_not_read_stands_on_its_paragraph():
    data = docx(p("Title"), p(r("respond "), "<w:r><w:object/></w:r>", r("promptly")))
    document = read_docx("a.docx", data)
    at = document.source_position(document.unread[0].start)
    unread = located(document, None)._replace(start=at, end=at)
    _, after, _ = reviewed(data, unread)
    assert words_of(after)[1:] == ["respond promptly"]


def test_the_comments_and_changes_of_others_stay():
    theirs = f'<w:comment w:id="3" w:author="Ann">{p("Why?")}</w:comment>'
    marked = (
        '<w:commentRangeStart w:id="3"/>{}<w:commentRangeEnd w:id="3"/>'
        '<w:r><w:commentReference w:id="3"/></w:r>'
    )
    data = docx(
        p("Title"), p(marked.format(r("respond promptly")), dele("x"), ins(r("y"))), comments=theirs
    )
    before, after, result = reviewed(data, "promptly")
    assert before.comments[0] in after.comments
    assert len(after.comments) == 3
    assert after.revisions == before.revisions
    ids = re.findall(rb'<w:comment w:id="(\d+)"', parts_of(result)["word/comments.xml"])
    assert len(set(ids)) == 3
    stripped = read_docx("a.docx", strip(result, after))
    assert stripped.comments == before.comments


def test_untouched_parts_keep_their_bytes():
    data = docx(p("Title"), styles="", header=p("h"), extra={"word/media/x.bin.xml": b"<odd  />\n"})
    _, _, result = reviewed(data)
    old, new = parts_of(data), parts_of(result)
    changed = {name for name in new if old.get(name) != new[name]}
    assert changed == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }  # fmt: skip


def test_a_second_review_replaces_the_first():
    data = docx(p("Title"), p(r("respond "), r("promptly and soon", "<w:b/>")))
    before, after, once = reviewed(data, "promptly", "soon")
    findings = [finding(after, "promptly"), finding(after, "soon")]
    assert review(once, findings, after) == once
    _, fewer, _ = reviewed(once, "soon")
    assert words_of(fewer) == ["Title", "soon"]
    assert review(data, [finding(before, "promptly"), finding(before, "soon")], before) == once


def test_a_review_does_not_count_the_one_it_replaces():
    data = docx(p("Title"))
    _, after, once = reviewed(data)
    message = "1 comment of an earlier Clausewright review in the document"
    counted = finding(after, "Title", code="DRF002", message=message)
    assert review(once, [counted], after) == once


def test_strip_takes_ours_off_and_leaves_a_sound_package():
    data = docx(p("Title"), p("respond promptly"))
    _, after, result = reviewed(data, "promptly")
    stripped = strip(result, after)
    assert set(parts_of(stripped)) == set(parts_of(data))
    assert check_package("a.docx", stripped) == ()
    document = read_docx("a.docx", stripped)
    assert (document.source, document.comments) == ("Title\nrespond promptly", ())
    assert strip(data, read_docx("a.docx", data)) is data


W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def test_strip_frees_the_answers_of_others():
    both = (("0", "Clausewright", "AA"), ("1", "Ann", "BB"))
    ours, answer = (
        f'<w:comment w:id="{number}" w:author="{author}"><w:p w14:paraId="{name}"/></w:comment>'
        for number, author, name in both
    )
    facts = '<w15:commentEx w15:paraId="AA"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA"/>'
    extended = f'<w15:commentsEx xmlns:w15="{W15}">{facts}</w15:commentsEx>'
    marks = "".join(f'<w:r><w:commentReference w:id="{n}"/></w:r>' for n in (0, 1))
    data = docx(
        p(r("x"), marks),
        comments=ours + answer,
        relations=relation("rIdX", "commentsExtended", "commentsExtended.xml"),
        extra={"word/commentsExtended.xml": extended},
    )
    stripped = strip(data, read_docx("a.docx", data))
    assert [c.author for c in read_docx("a.docx", stripped).comments] == ["Ann"]
    left = parts_of(stripped)["word/commentsExtended.xml"]
    assert b'paraId="BB"' in left
    assert b'"AA"' not in left


def test_the_date_is_written_only_when_given():
    data = docx(p("Title"))
    document = read_docx("a.docx", data)
    assert b"w:date" not in parts_of(review(data, [], document))["word/comments.xml"]
    noon = datetime.datetime(2025, 3, 4, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    dated = review(data, [], document, date=noon)
    assert b'w:date="2025-03-04T10:00:00Z"' in parts_of(dated)["word/comments.xml"]


def test_a_review_of_the_original_view():
    data = docx(p("Title"), p(r("within "), dele("30"), ins(r("10")), r(" days")))
    document = read_docx("a.docx", data, "original")
    result = review(data, [finding(document, "30 days")], document)
    assert words_of(read_docx("a.docx", result, "original")) == ["Title", "30 days"]
    assert check_package("a.docx", result) == ()


def test_what_must_not_be_written_is_refused():
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    macros = docx(p("x"), main_type=kind)
    with pytest.raises(OutputError, match="macros is read and never written"):
        review(macros, [], read_docx("a.docm", macros))
    empty = docx()
    with pytest.raises(OutputError, match="no paragraph"):
        review(empty, [], read_docx("a.docx", empty))
    one, other = docx(p("one")), docx(p("other"))
    with pytest.raises(InputError, match="changed after it was read"):
        review(one, [], read_docx("a.docx", other))


def test_a_signed_document_is_not_written():
    parts = parts_of(docx(p("x")))
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    signed = f'<Relationship Id="rIdS" Type="{kind}" Target="_xmlsignatures/origin.sigs"/>'
    rels = parts["_rels/.rels"].decode().replace("</Relationships>", f"{signed}</Relationships>")
    data = pack({**parts, "_rels/.rels": rels})
    with pytest.raises(OutputError, match="is signed"):
        review(data, [], read_docx("a.docx", data))


def test_a_strict_document_stays_strict():
    names = (
        ("schemas.openxmlformats.org/wordprocessingml/2006/main", "wordprocessingml/main"),
        (
            "schemas.openxmlformats.org/officeDocument/2006/relationships",
            "officeDocument/relationships",
        ),
    )
    parts = parts_of(docx(p("Title"), p("respond promptly")))
    for name in parts:
        for transitional, strict in names:
            parts[name] = parts[name].replace(
                f"http://{transitional}".encode(), f"http://purl.oclc.org/ooxml/{strict}".encode()
            )
    _, after, result = reviewed(pack(parts), "promptly")
    assert words_of(after) == ["Title", "promptly"]
    written = b"".join(content for name, content in parts_of(result).items() if "Types" not in name)
    assert not re.search(rb'Type="http://schemas.openxmlformats.org/officeDocument', written)
    assert b"wordprocessingml/2006/main" not in written


def test_characters_that_xml_cannot_hold_are_replaced():
    data = docx(p("respond promptly"))
    document = read_docx("a.docx", data)
    _, after, _ = reviewed(data, finding(document, "promptly", message="a\x00b\x1bc\ud800d"))
    assert "A\ufffdb\ufffdc\ufffdd." in after.comments[1].text


RUNS = st.lists(
    st.tuples(st.sampled_from(["", "<w:b/>", "<w:i/>"]), st.text("ab c", min_size=1, max_size=6)),
    min_size=1,
    max_size=5,
)
WRAPS = st.sampled_from(
    ["{}", '<w:hyperlink w:anchor="x">{}</w:hyperlink>', "<w:smartTag>{}</w:smartTag>"]
)


@settings(max_examples=60)
@given(st.lists(st.tuples(WRAPS, RUNS), min_size=1, max_size=4), st.data())
def test_any_words_of_any_runs_can_be_commented(paragraphs, data):
    body = [
        p(wrap.format("".join(r(text, style) for style, text in runs))) for wrap, runs in paragraphs
    ]
    package = docx(p("Title"), *body)
    before = read_docx("a.docx", package)
    spans = []
    for _ in range(data.draw(st.integers(1, 6))):
        block = data.draw(st.sampled_from(before.blocks))
        start = data.draw(st.integers(block.span.start, block.span.end - 1))
        spans.append(Span(start, data.draw(st.integers(start + 1, block.span.end))))
    findings = [located(before, span, message=str(n)) for n, span in enumerate(spans)]
    _, after, result = reviewed(package, *findings)
    found = {comment.text.split("\n")[1]: comment.span for comment in after.comments[1:]}
    assert found == {f"{n}.": span for n, span in enumerate(spans)}
    assert review(result, findings, after) == result


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of real Word files is not here")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.docx"))[::4], ids=lambda path: path.stem)
def test_real_documents_are_reviewed(path):
    data = path.read_bytes()
    before = read_docx(path.name, data)
    spans = [Span(*m.span()) for m in re.finditer(r"\S+", before.text)][::25]
    result = review(data, [located(before, span) for span in spans], before)
    after = read_docx(path.name, result)
    assert after.source == before.source
    assert after.blocks == before.blocks
    new = set(check_package(path.name, result)) - set(check_package(path.name, data))
    assert new == set()
    assert review(result, [located(after, span) for span in spans], after) == result
    assert read_docx(path.name, strip(result, after)).source == before.source
