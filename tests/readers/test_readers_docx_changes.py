import pytest

from clausewright.readers.docx import read_docx
from word_files import abstract, dele, docx, field, ins, num, p, r, t, tbl, tc, tr

MARK = '<w:rPr><w:{} w:id="77" w:author="Ann" w:date="2024-01-02T03:04:05Z"/></w:rPr>'


def lines(view, *body):
    document = read_docx("a.docx", docx(*body), view)
    return document.source.split("\n")


def changes(*body):
    document = read_docx("a.docx", docx(*body))
    return [(c.kind, c.author, c.text, c.block) for c in document.revisions]


SENTENCE = p(r("Within "), dele("30"), ins(r("10")), r(" days."))


@pytest.mark.parametrize(
    ("view", "text"),
    [("final", "Within 10 days."), ("original", "Within 30 days."), ("all", "Within 3010 days.")],
)
def test_three_views_of_a_sentence(view, text):
    assert lines(view, SENTENCE) == [text]


def test_changes_are_told_in_every_view():
    for view in ("final", "original", "all"):
        document = read_docx("a.docx", docx(SENTENCE), view)
        found = [(c.kind, c.author, c.date, c.text, c.block) for c in document.revisions]
        assert found == [
            ("deletion", "Ann", "2024-01-02T03:04:05Z", "30", 0),
            ("insertion", "Ann", "2024-01-02T03:04:05Z", "10", 0),
        ]


def test_neighbouring_runs_of_one_change_are_one():
    assert changes(p(ins(r("ten")), ins(r(" days")), ins(r(" net"), author="Ben"))) == [
        ("insertion", "Ann", "ten days", 0),
        ("insertion", "Ben", " net", 0),
    ]


def test_an_insertion_that_another_author_struck_is_in_no_clean_view():
    both = ins(dele("maybe", author="Ben"))
    assert lines("final", p(r("a"), both)) == ["a"]
    assert lines("original", p(r("a"), both)) == ["a"]
    assert lines("all", p(r("a"), both)) == ["amaybe"]


def test_moved_text_stands_in_one_place():
    about = 'w:id="5" w:author="Ann" w:date="2024-01-02T03:04:05Z"'
    from_, to = (f"<w:{tag} {about}>{r('Moved.')}</w:{tag}>" for tag in ("moveFrom", "moveTo"))
    body = (p(r("One."), from_), p(r("Two."), to))
    assert lines("final", *body) == ["One.", "Two.Moved."]
    assert lines("original", *body) == ["One.Moved.", "Two."]
    assert changes(*body) == [("move", "Ann", "Moved.", 1)]


def test_a_struck_paragraph_mark_joins_paragraphs():
    body = (p("The Supplier ", properties=MARK.format("del")), p("shall report."), p("Next."))
    assert lines("final", *body) == ["The Supplier shall report.", "Next."]
    assert lines("original", *body) == ["The Supplier ", "shall report.", "Next."]
    assert lines("all", *body) == ["The Supplier ", "shall report.", "Next."]


def test_an_inserted_paragraph_mark_splits_only_the_final_text():
    body = (p("The Supplier ", properties=MARK.format("ins")), p("shall report."))
    assert lines("final", *body) == ["The Supplier ", "shall report."]
    assert lines("original", *body) == ["The Supplier shall report."]


def test_a_struck_paragraph_is_gone():
    body = (p("One."), p(dele("Two."), properties=MARK.format("del")), p("Three."))
    assert lines("final", *body) == ["One.", "Three."]
    assert lines("original", *body) == ["One.", "Two.", "Three."]
    assert changes(*body) == [("deletion", "Ann", "Two.", 1)]


def test_a_tracked_paragraph_mark_alone_is_told():
    assert changes(p("One.", properties=MARK.format("ins")), p("Two.")) == [
        ("insertion", "Ann", "", 0)
    ]


def test_a_join_stops_at_the_end_of_a_cell():
    struck = p("a", properties=MARK.format("del"))
    assert lines("final", tbl(tr(tc(struck), tc(p("b")))), p("c")) == ["a", "b", "c"]
    assert lines("final", struck, tbl(tr("b")), p("c")) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("tag", "final", "original"),
    [("del", ["keep"], ["keep", "row"]), ("ins", ["keep", "row"], ["keep"])],
)
def test_tracked_rows(tag, final, original):
    change = f'<w:{tag} w:id="3" w:author="Ann"/>'
    table = tbl(tr("keep"), tr("row", properties=change))
    assert lines("final", table) == final
    assert lines("original", table) == original
    kind = {"del": "deletion", "ins": "insertion"}[tag]
    assert [(c[0], c[2]) for c in changes(table)] == [(kind, "row")]


def test_tracked_cells():
    table = tbl(tr("a", tc(p("b"), properties='<w:cellDel w:id="3" w:author="Ann"/>'), "c"))
    assert lines("final", table) == ["a", "c"]
    assert lines("original", table) == ["a", "b", "c"]


def test_a_struck_field_is_gone_with_its_instruction():
    about = 'w:id="5" w:author="Ann" w:date="2024-01-02T03:04:05Z"'
    struck = f"<w:del {about}>{field('REF x', '4.2').replace('w:t>', 'w:delText>')}</w:del>"
    body = (p(r("See "), struck.replace("<w:t ", "<w:delText "), r("clause 5.")), p("Next."))
    assert lines("final", *body) == ["See clause 5.", "Next."]
    assert lines("original", *body) == ["See 4.2clause 5.", "Next."]


def test_numbers_follow_the_view():
    numbering = abstract(0, ("decimal", "%1.", "")) + num(1, 0)
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        p(dele("Gone"), properties=number + MARK.format("del")),
        p("Kept", properties=number),
    )
    for view, expected in (("final", ["1"]), ("original", ["1", "2"])):
        document = read_docx("a.docx", docx(*body, numbering=numbering), view)
        assert [block.number for block in document.blocks] == expected


def test_the_original_view_knows_the_numbering_before_a_change():
    numbering = abstract(0, ("decimal", "%1.", "")) + num(1, 0)
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    change = '<w:pPrChange w:id="9" w:author="Ann"><w:pPr/></w:pPrChange>'
    body = p("Kept", properties=number + change)
    assert read_docx("a.docx", docx(body, numbering=numbering)).blocks[0].number == "1"
    original = read_docx("a.docx", docx(body, numbering=numbering), "original")
    assert original.blocks[0].number is None


def test_struck_text_is_read_from_its_own_element():
    both = f'<w:del w:id="1" w:author="Ann"><w:r>{t("x")}<w:delText>y</w:delText></w:r></w:del>'
    assert lines("all", p(both)) == ["xy"]
