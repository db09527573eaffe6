import pytest

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.party_names import named_parties, role_in
from clausewright.readers import read

SCANNER = scanner_for()


def parties(text):
    draft = Draft(read("draft.md", text.encode()), AnalysisSettings(), SCANNER)
    for party in draft.parties:
        assert draft.text[party.span.start : party.span.end] == party.name
    return [(party.name, party.role) for party in draft.parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "This Agreement is by and between Acme Hosting, Inc., a Delaware corporation (the"
                ' "Provider"), and Borel Foods Ltd ("Customer").'
            ),
            [("Acme Hosting, Inc", "Provider"), ("Borel Foods Ltd", "Customer")],
        ),
        (
            (
                "This agreement is entered into between Acme GmbH, hereinafter referred to as the"
                " Supplier, and Lindon City Library, hereinafter called the Client."
            ),
            [("Acme GmbH", "Supplier"), ("Lindon City Library", "Client")],
        ),
        (
            "# Agreement\n\nbetween\n\nAcme Ltd\n\nand\n\nBorel Inc\n\ndated 3 May 2026\n",
            [("Acme Ltd", None), ("Borel Inc", None)],
        ),
        (
            "Service levels between the marketing team and the sales team.",
            [("marketing team", None), ("sales team", None)],
        ),
        (
            "Provider: Acme Ltd\n\nCustomer: Borel Inc\n",
            [("Acme Ltd", "Provider"), ("Borel Inc", "Customer")],
        ),
        (
            "| Role | Name |\n| --- | --- |\n| Supplier | Acme Ltd |\n| Client | Borel Inc |\n",
            [("Acme Ltd", "Supplier"), ("Borel Inc", "Client")],
        ),
        (
            (
                "Provider agrees to host the Service. Customer shall pay. Provider shall report. If"
                " Customer calls, Provider answers Customer."
            ),
            [("Provider", "Provider"), ("Customer", "Customer")],
        ),
        (
            'The agreement between Tigerlily, Inc. ("Tigerlily", "we") and you applies.',
            [("Tigerlily, Inc", "Tigerlily"), ("you", "you")],
        ),
    ],
)
def test_forms_of_naming_the_parties(text, expected):
    assert parties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The office is open between 9 and 17 hours.",
        "Fees for any month with uptime between zero and one percentage point below the target.",
        "Data moves between your site and the cloud service.",
        "We answer your request within four hours.",
        "",
    ],
)
def test_other_uses_of_between_name_nobody(text):
    assert parties(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Team A Ltd", "Team B Ltd"),
        ("Party A B.V.", "Party B B.V."),
        ("Linden S.A.", "Linden P S.A."),
        ("Unit C", "Unit L"),
    ],
)
def test_letters_of_a_name_are_no_form_of_a_company(one, other):
    text = f'This agreement is made between {one} (the "Provider") and {other} (the "Customer").'
    assert [role for _, role in parties(text)] == ["Provider", "Customer"]


def test_a_form_spelled_with_points_is_no_part_of_the_name():
    text = (
        'This agreement is made between Linden B.V. (the "Provider") and Borel A/S (the'
        ' "Customer").\n\nProvider: Linden BV\n\nCustomer: Borel\n'
    )
    assert parties(text) == [("Linden B.V", "Provider"), ("Borel A/S", "Customer")]


def test_a_role_of_the_agreement_itself_is_no_role_of_a_party():
    assert role_in(' (this "Agreement")') is None
    assert role_in(', a company (the "Licensor")') == "Licensor"
    assert role_in(' will apply to the service (the "Service")') is None


@pytest.mark.parametrize("pump", ["and Acme ", "(", 'Acme ("', "A. ", "Acme, ", "of and & "])
@pytest.mark.usefixtures("must_end")
def test_no_long_passage_runs_away(pump):
    list(named_parties(pump * 80_000))
