"""Annexes inside one document: what stands in them, how they count, how they are referred to."""

import io
import json

import docx
import pytest
from small_picks import LIBRARY, built, swapped
from test_generator_word import W, part

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.checking.round_trip import differences
from clausewright.generator.output import render
from clausewright.generator.rendering.docx import house, render_docx
from clausewright.generator.rendering.word_xml import ANNEX_STYLES, bookmark
from clausewright.model.errors import OutputError, PicksError
from clausewright.word.check import check_package

ANNEXES = """\
annexes:
  - title: Support
    clauses: [support.channels]
  - title: Security and records
    clauses: [security.measures, audit.records]
"""
WITH_ANNEXES = swapped(
    "  change.control:\n", "  change.control:\n  security.measures:\n  audit.records:\n"
).replace(
    "target: 99.9%, window: calendar month", "target: 99.9%, window: calendar month, "
    "consequence: audit.records", 1
) + ANNEXES  # fmt: skip


@pytest.fixture(scope="module")
def agreement():
    return built(WITH_ANNEXES).agreement


def draft_of(suffix: str, agreement) -> Draft:
    document = readers.read(f"built{suffix}", render(agreement, suffix))
    return Draft(document, AnalysisSettings(agreement.profile, "option"), scanner_for())


def test_annexes_hold_their_clauses_and_count_from_one(agreement):
    assert [annex.heading for annex in agreement.annexes] == [
        "Annex A: Support",
        "Annex B: Security and records",
    ]
    second = agreement.annexes[1].sections
    assert [(s.number, s.title) for s in second] == [("1", "Security"), ("2", "Records and audit")]
    assert second[1].blocks[0].number == "2.1"
    in_body = {section.title for part in agreement.parts for section in part.sections}
    assert not in_body & {"Security", "Service desk", "Records and audit"}


def test_the_body_lists_its_annexes_without_being_asked(agreement):
    assert any(clause.startswith("precedence.annexes@") for clause in agreement.clauses)
    text = render(agreement, ".md").decode()
    assert "(a) Annex A, Support; and" in text
    assert "(b) Annex B, Security and records." in text


def test_a_reference_into_an_annex_names_it(agreement):
    text = render(agreement, ".md").decode()
    assert "paragraph 2 of Annex B applies" in text
    assert 'href="#annex_b"' in render(agreement, ".html").decode()


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_annexes_read_back_and_stay_out_of_the_body_count(agreement, suffix):
    assert differences(agreement, suffix, render(agreement, suffix)) == ()
    draft = draft_of(suffix, agreement)
    found = [(a.kind, a.number, a.title) for a in draft.document.attachments]
    assert found == [("annex", "A", "Support"), ("annex", "B", "Security and records")]
    inside = {s.title for s in draft.document.sections if s.attachment is not None}
    assert {"Security", "Records and audit"} <= inside
    assert draft.pages.attachments > 0


def test_the_round_trip_tells_an_annex_that_is_gone(agreement):
    text = render(agreement, ".md").decode()
    told = differences(agreement, ".md", text.replace("## Annex B: Security", "Security").encode())
    assert "annex: Annex B: Security and records" in [str(one) for one in told]


def test_word_begins_each_annex_on_a_page_and_numbers_it_natively(agreement):
    data = render_docx(agreement)
    assert check_package("built.docx", data) == ()
    document = docx.Document(io.BytesIO(data))
    heading = document.styles["Annex Heading"]
    assert heading.paragraph_format.page_break_before
    headings = [p for p in document.paragraphs if p.style.name == "Annex Heading"]
    assert [p.text for p in headings] == ["Annex A: Support", "Annex B: Security and records"]
    fields = [i.text for i in part(data).iter(f"{{{W['w']}}}instrText")]
    assert sum("SEQ Annex" in text for text in fields) == 2
    assert any(f"REF {bookmark('annex_b')} " in text for text in fields)
    texts = [p.text for p in document.paragraphs if p.style.name == "Annex Section"]
    assert texts == ["Service desk", "Security", "Records and audit"]


def test_contents_list_the_annexes_in_every_format():
    agreement = built(swapped("reference: T-1", "reference: T-1\ncontents: yes", WITH_ANNEXES))
    data = render_docx(agreement.agreement)
    entries = part(data).xpath("//w:p[w:pPr/w:pStyle/@w:val='TOC1']", namespaces=W)
    listed = ["".join(t.text for t in e.iter(f"{{{W['w']}}}t")) for e in entries]
    assert listed[-2:] == ["Annex A: Support", "Annex B: Security and records"]
    before = render(agreement.agreement, ".md").decode().partition("## Part A")[0]
    assert "Annex A: Support" in before
    assert (
        '<a href="#annex_a">Annex A: Support</a>' in render(agreement.agreement, ".html").decode()
    )


def test_json_holds_the_annexes(agreement):
    record = json.loads(render(agreement, ".json"))
    assert [annex["name"] for annex in record["annexes"]] == ["Annex A", "Annex B"]
    assert record["annexes"][0]["sections"][0]["clause"].startswith("support.channels@")


@pytest.mark.parametrize(
    ("annexed", "told"),
    [
        ("[audit.recods]", 'list it under clauses too; did you mean "audit.records"?'),
        ("[support.channels, support.channels]", "stands in an annex already"),
        ("[signature.signatures]", "belongs in the body of the agreement"),
        ("[parties.parties]", "belongs in the body of the agreement"),
        ("[]", "at least 1 item"),
    ],
)
def test_what_cannot_stand_in_an_annex_is_refused_with_its_line(annexed, told):
    text = swapped("clauses: [support.channels]", f"clauses: {annexed}", WITH_ANNEXES)
    with pytest.raises(PicksError) as error:
        built(text)
    line = next(i for i, row in enumerate(text.splitlines(), 1) if f"clauses: {annexed}" in row)
    assert told in str(error.value)
    assert f"picks.yaml:{line}:" in str(error.value)


def test_a_definition_belongs_into_the_glossary():
    text = swapped("  change.control:\n", "  change.control:\n  definitions.incident:\n")
    with pytest.raises(PicksError, match="it goes into the glossary"):
        built(f"{text}annexes:\n  - title: Words\n    clauses: [definitions.incident]\n")


def test_the_clause_that_lists_annexes_needs_some():
    with pytest.raises(PicksError, match="the picks hold none: add annexes"):
        built(swapped("  change.control:\n", "  change.control:\n  precedence.annexes:\n"))


def test_a_template_without_annex_styles_serves_agreements_without_annexes(agreement):
    document = docx.Document(io.BytesIO(house()))
    for name in ("Annex Heading", "Annex Section", "Annex Clause", "Annex Item"):
        assert name.lower() in ANNEX_STYLES
        document.styles[name].delete()
    buffer = io.BytesIO()
    document.save(buffer)
    assert render_docx(built().agreement, template=buffer.getvalue())
    with pytest.raises(OutputError, match="which annexes need: annex heading, annex section"):
        render_docx(agreement, template=buffer.getvalue())


def test_every_blueprint_has_a_place_for_the_list_of_annexes():
    for name in LIBRARY.blueprint_files:
        assert LIBRARY.blueprint(name).place_of("precedence.annexes") is not None
