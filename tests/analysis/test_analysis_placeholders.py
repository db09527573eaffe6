"""Places left open: what is one, what only looks like one, and how long finding them takes."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.placeholders import OpenKind

SCANNER = scanner_for()


def draft_of(text, name="draft.txt"):
    document = readers.read(name, text.encode())
    return Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)


def places(text, kind=OpenKind.FIELD, name="draft.txt"):
    draft = draft_of(text, name)
    return [draft.document.text_of(p.span) for p in draft.open_places if p.kind is kind]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Between [Client.Company] and us.", "[Client.Company]"),
        ("Between [CLIENT NAME] and us.", "[CLIENT NAME]"),
        ("Effective date: DD/MM/YYYY", "DD/MM/YYYY"),
        ("Signed in 20XX by both.", "20XX"),
        ("Availability of XX.XX% is owed.", "XX.XX"),
        ("Availability of xx% is owed.", "xx"),
        ("The Supplier answers within XX business days.", "XX"),
        ("The Supplier answers within N hours.", "N"),
        ("Convert Y% of leads.", "Y"),
        ("The fee is [\u25cf] a month.", "[\u25cf]"),
        ("The term is [\u25cf how long?] long.", "[\u25cf how long?]"),
        ("A credit of [    ]% is given.", "[ ]"),
        ("The agreement dated [ ] ends.", "[ ]"),
        ("It is due within [30] days.", "[30]"),
        ("Target: [99.9]% in each month.", "[99.9]"),
        ("The fee is $[5] a month.", "[5]"),
        ("Owner: [Name and contact]", "[Name and contact]"),
        ("Hours: [Holiday schedule and coverage]", "[Holiday schedule and coverage]"),
        ("Sent to {customer_email} each day.", "{customer_email}"),
        ("Sent to {customer} each day.", "{customer}"),
        ("Between <Customer Name> and us.", "<Customer Name>"),
        ("The month is insert percentage of fees: insert percentage", "insert percentage"),
        ("Last changed: |date|", "|date|"),
        ("The credit cap: to be agreed", "to be agreed"),
        ("Region: TBD", "TBD"),
        ("Resolution: t.b.c.", "t.b.c."),
        ("Drafting note: choose one option.", "Drafting note"),
        ("The supplier is Lorem ipsum dolor.", "Lorem ipsum"),
        ("The term starts. It ends on ________ unless renewed.", "________"),
    ],
)
def test_a_field_is_found(text, words):
    assert places(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "[ ] Backups tested",
        "[x] Backups tested",
        "[X] Backups tested",
        "See the study [1] and [12, 13].",
        "See [2004] EWCA Civ 12.",
        "See [[Glossary]] for terms.",
        "See [policy](policy.md) and ![logo](logo.png).",
        "[Signature page follows]",
        "[Remainder of page intentionally left blank]",
        "The words [sic] stand.",
        "The Supplier [and its Affiliates] shall pay.",
        "[t]he Supplier shall pay.",
        "[Governing Law] The law of Ireland governs.",
        "As shown in Exhibit B [Service Schedule] attached.",
        "Section 4.4 [HOSTING FEE] applies.",
        "Ask http://support.example/[MACHINE_ID] for help.",
        "By: ______________ Name: ______________ Title: ______________",
        "________________________________",
        "Is there a second line? YES____ NO____",
        "The notice period is (______30________) days.",
        "Each unit has 40 pieces\n_____________ * The price is fixed.",
        "Write the date as in the example 04/08/99 (MM/DD/YY).",
        "The Supplier signed. ________________ 7",
        "Phase X follows. Generation Y users. Type N hours are special.",
        "Uptime = X / Y where X% is the share in service.",
        "Dates take the format YYYY-MM-DD.",
        "The price is to be determined by the Board.",
        "The value a < b and b > c.",
        "<br/> and <strong> and <https://example.org>",
        "The rule \\textbf{name} is typeset.",
        "Heading {#anchor} and {: .note}",
        "| a | b |",
        ".. |date| date::",
        "He must be at least 5' 10\" and X-rayed.",
    ],
)
def test_what_only_looks_like_a_field_is_not(text):
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Price [***] a unit.", OpenKind.REDACTION, "[***]"),
        ("Price [\u2588\u2588\u2588] a unit.", OpenKind.REDACTION, "[\u2588\u2588\u2588]"),
        ("Price [* * *] a unit.", OpenKind.REDACTION, "[* * *]"),
        ("Price [REDACTED] a unit.", OpenKind.REDACTION, "[REDACTED]"),
        ("Dear {{ name }},", OpenKind.TAG, "{{ name }}"),
        ("Dear ${name},", OpenKind.TAG, "${name}"),
        ("Dear \u00abName\u00bb,", OpenKind.TAG, "\u00abName\u00bb"),
        ("Dear <%= name %>,", OpenKind.TAG, "<%= name %>"),
    ],
)
def test_tags_and_redactions_are_told_apart(text, kind, words):
    assert places(text, kind) == [words]
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Respond within `Critical Response Time`.", ["Critical Response Time"]),
        ('Between Company Name (the "Supplier") and Harbour Ltd.', ["Company Name"]),
        ("Owner: Company name", ["Company name"]),
        ("# Customer Name", ["Customer Name"]),
        ("Press `Due Date` and wait.", []),
        ("The `Due Date` field shows it.", []),
        ("Run `Get-Service Name` first.", []),
        ("The company name is painted on the door.", []),
        ("| Company name | Town |\n|---|---|\n| Harbour | Cork |", []),
    ],
)
def test_names_of_fields_as_plain_text(text, words):
    assert places(text, name="draft.md") == words


def test_code_is_left_alone():
    text = "```\nX[Client Name] {{ name }}\n```\n\nUse `{customer_id}` here."
    assert not draft_of(text, "draft.md").open_places


def test_the_tags_of_a_site_are_left_alone():
    text = "{% include nav.html %}\n\n{{ site.title }} and {{< note >}}"
    assert places(text, OpenKind.TAG) == []


@given(st.text(alphabet="[]{}<>_ |XNa1%$*.\n\u25cf", max_size=120))
@settings(max_examples=150)
def test_places_are_in_order_and_apart(text):
    found = draft_of(text).open_places
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    assert all(place.span.start < place.span.end for place in found)


@pytest.mark.parametrize(
    "pump", ["[", "[ ", "{", "{{", "_", "_ ", "<", "|a", "[a", "X% ", "[*", "\u2026", "${", "<% "]
)
@pytest.mark.usefixtures("must_end")
def test_finding_them_does_not_run_away(pump):
    draft = draft_of(pump * (100_000 // len(pump)))
    assert draft.open_places is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The target is 99.x% a month.", "99.x"),
        ("The credit is #% of the fee.", "#"),
        ("The portal is up [x]% of a month.", "[x]"),
        ("Faults are mended in [4 hours] at most.", "[4 hours]"),
        ("Paid [monthly/quarterly] in advance.", "[monthly/quarterly]"),
        ("The law of (state) applies.", "(state)"),
        ("Call +1-800-XXX-XXXX at night.", "1-800-XXX-XXXX"),
        ("Open from hh:mm to 17:00.", "hh:mm"),
        ("The target is not yet defined.", "not yet defined"),
        ("TODO: name the supplier.", "TODO"),
        ("This agreement is between Company Name and Harbour Ltd.", "Company Name"),
        ("As said in section X.X above.", "X.X"),
        ("The text will be added later.", "will be added later"),
    ],
)
def test_an_unmarked_open_place_is_told(text, words):
    assert words in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "Times are written in the format hh:mm here.",
        "The bid of (date) June 1, 2000 was taken.",
        "Under Paragraph XX of the franchise.",
        "The building is under construction until May.",
        "The roads are [and/or] the rails are kept open.",
        "Reports are to follow the agreed form.",
        "The TBC Group delivers it.",
    ],
)
def test_what_only_looks_open_is_not_told(text):
    assert places(text) == []


def test_a_list_of_many_is_told_once():
    text = "SN-1 and SN-2 and TBD - unit 3 and TBD - unit 4 and TBD - unit 5 stand there."
    assert places(text) == ["TBD"]


def test_a_list_completed_from_time_to_time_is_none():
    text = "This list is updated by the parties from time to time. Unit 3: TBD."
    assert places(text) == []


def test_an_unknown_tag_of_a_page_is_text_unless_it_is_closed():
    text = "Sold to <Customer> in May. <Note>Read this.</Note>"
    assert places(text, name="draft.md") == ["<Customer>"]


@pytest.mark.parametrize("pump", ["(number of ", "Month DD ", "1.", "555-", "{% if ", "Owner:\n"])
@pytest.mark.usefixtures("must_end")
def test_no_unmarked_form_runs_away(pump):
    places(pump * 20_000)
