"""Cross-references: how they are written, what they point at, and when one is surely broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright import readers
from clausewright.analysis.anchors import broken_anchors, undefined_labels
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.numbering import normal, roman_value, split_number
from clausewright.analysis.reference_forms import references_after
from clausewright.model.facts import ReferenceKind

SCANNER = scanner_for()


def draft_of(text, name="a.md"):
    document = readers.read(name, text.encode())
    return Draft(document, AnalysisSettings("contract", "option"), SCANNER)


def references(text):
    draft = draft_of(text)
    return [(r.kind.value, r.word, r.number) for r in draft.references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sections 4 to 6 apply", ["4", "6"]),
        ("Section 4.1(a) and (b) apply", ["4.1(a)", "4.1(b)"]),
        ("Sections 2(a), (b) and 3 apply", ["2(a)", "2(b)", "3"]),
        ("clauses 3, 4.2 and 5 apply", ["3", "4.2", "5"]),
        ("Section 5, 30 days after notice", ["5"]),
        ("Section 3 and 4 hours of work", ["3"]),
        ("Article IV applies", ["IV"]),
        ("Section A party shall", []),
        ("Exhibits A through D apply", ["A", "D"]),
        ("Exhibit A-1 applies", ["A-1"]),
        ("Annex III-A applies", ["III-A"]),
        ("the schedule 5 days later", []),
        ("this section. 4 more follow", []),
        ("Art. 28 applies", ["28"]),
        ("section 12A applies", ["12A"]),
    ],
)
def test_numbers_behind_a_word(text, expected):
    start = min(text.find(w) for w in text.split() if w[:3].lower() in _WORDS)
    end = start + len(text[start:].split()[0].rstrip("."))
    assert [r.number for r in references_after(text, start, end)] == expected


_WORDS = {"sec", "cla", "art", "exh", "ann", "sch"}


@pytest.mark.parametrize(
    "text",
    [
        "Section 9 of the Master Agreement applies.",
        "It follows Section 17 of the Companies Act.",
        "It follows Art. 28 GDPR.",
        "It follows Section 10(b) of the Exchange Act.",
        "It follows Bankruptcy Code Section 365.",
        "It follows Section 5 thereof.",
        "It follows Section 51-19-09.",
    ],
)
def test_other_documents_are_external(text):
    (found,) = references(text)
    assert found[0] == "external"


@pytest.mark.parametrize("text", ["See Section 9.", "Under section 9 above.", "Section 9 hereof."])
def test_own_sections_are_not_external(text):
    (found,) = references(f"It applies.\n\n{text}")
    assert found[0] == "section"


def test_self_references_resolve():
    draft = draft_of("This Agreement and this section stand.")
    assert [(r.kind, r.resolved) for r in draft.references] == [(ReferenceKind.SELF, True)] * 2


NUMBERED = (
    "# 1. One\n\nText.\n\n# 2. Two\n\n## 2.1 A\n\nText.\n\n## 2.2 B\n\nText.\n\n# 3. Three\n\n"
)


@pytest.mark.parametrize("number", ["1", "2.1", "3"])
def test_present_numbers_resolve(number):
    draft = draft_of(f"{NUMBERED}See section {number}.")
    assert draft.references[-1].resolved
    target = draft.references[-1].target
    assert target is not None
    assert draft.document.sections[target].number == number


@pytest.mark.parametrize(
    ("number", "missing"),
    [("4", True), ("2.3", True), ("7.1", True), ("3.1", True), ("365", False), ("2.1(b)", False)],
)
def test_what_is_surely_missing(number, missing):
    assert draft_of(f"{NUMBERED}Text.").numbering.surely_missing(number) is missing


def test_label_within_a_line_is_never_missing():
    draft = draft_of(f"{NUMBERED}Text.  4. Notices. Notices are in writing. 2.3 More text.")
    assert not draft.numbering.surely_missing("4")
    assert not draft.numbering.surely_missing("2.3")


def test_gap_in_the_numbers_silences():
    text = "# 1. One\n\nText.\n\n# 3. Three\n\nText.\n\n# 4. Four\n\nText."
    assert not draft_of(text).numbering.surely_missing("6")


def test_unnumbered_document_knows_no_numbers():
    assert draft_of("# One\n\nText.\n\n# Two\n\nText.\n\n# Three\n\nText.").numbering.is_absent
    assert not draft_of(NUMBERED).numbering.is_absent


def test_attachments_resolve_by_kind_and_number():
    draft = draft_of("# 1. One\n\nSee Annex A and Annex B.\n\n# Annex A\n\nText.")
    assert [r.resolved for r in draft.references if r.word == "annex"] == [True, False]


def test_reference_by_title():
    text = '# Fees\n\nSee the section entitled "Service Credits".\n\n# {}\n\nText.'
    found = [draft_of(text.format(t)).references[-1] for t in ("Service credits", "Other")]
    assert [r.resolved for r in found] == [True, False]


def test_anchors_and_labels():
    draft = draft_of(
        "# Credit tiers\n\n[a](#credit-tiers) [b](#nowhere) [c][gone] `[x][no]`\n\n"
        "<a id='x'></a> [d](#x)"
    )
    assert [anchor for anchor, _ in broken_anchors(draft.document)] == ["nowhere"]
    assert [label for label, _ in undefined_labels(draft)] == ["gone"]


@pytest.mark.parametrize(("numeral", "value"), [("iv", 4), ("XII", 12), ("c", 100), ("ab", None)])
def test_roman(numeral, value):
    assert roman_value(numeral) == value


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from("abcdefgh"))
def test_normal_form_is_stable(one, two, letter):
    number = f"{one}.{two}({letter})"
    assert normal(normal(number)) == normal(number)
    assert split_number(normal(number)) == (f"{one}.{two}", (letter,))


@given(st.text(alphabet="Section 1.2(a),and to-IVA\n", max_size=80))
def test_spans_lie_in_the_text(text):
    draft = draft_of(f"x {text}")
    for reference in draft.references:
        assert 0 <= reference.span.start < reference.span.end <= len(draft.text)


@pytest.mark.parametrize(
    "pump", ["Section 1(", "Sections 1, ", "1.1.", "Schedule A-", "section 1.1 "]
)
@pytest.mark.usefixtures("must_end")
def test_no_pattern_runs_away(pump):
    draft = draft_of(pump * (200_000 // len(pump)), "a.txt")
    assert draft.references is not None
    draft.numbering.surely_missing("4.2")
