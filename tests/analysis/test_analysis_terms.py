"""Defined terms of whole documents, their uses, and what is used without a definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.incorporated import takes_terms_from_elsewhere
from clausewright.analysis.term_uses import inflections, plural, singular, stem
from clausewright.model.facts import TermForm

SCANNER = scanner_for()


def draft_of(text, name="a.md"):
    return Draft(
        readers.read(name, text.encode()), AnalysisSettings("external-sla", "option"), SCANNER
    )


def names(text):
    return [term.name for term in draft_of(text).terms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Downtime** means any loss of service.", ["Downtime"]),
        ("## Definitions\n\nThe terms defined in this Section shall mean what they say.", []),
        ("## Definitions\n\nThe terms used here shall have the meaning given in section 2.", []),
        (
            (
                "## Definitions\n\n**Downtime**: lost minutes.\n\n## Levels\n\nText.\n\n"
                "Downtime is defined as any period of five minutes."
            ),
            ["Downtime", "Downtime"],
        ),
        ("- Monthly Fee means the fee of a month.", ["Monthly Fee"]),
        ("An Outage is defined as a loss of service.", ["Outage"]),
        ("## Definitions\n\n**Outage**: a loss of service.", ["Outage"]),
        ("## Definitions\n\n- Outage - a loss of service.", ["Outage"]),
        ("## Definitions\n\n### Outage\n\nA loss of service.", ["Outage"]),
        ("## Definitions\n\n**Qualified Lead (QL)**: 60 points.", ["Qualified Lead", "QL"]),
        ("| Term | Meaning |\n|---|---|\n| Outage | Loss |\n| Fault | Slip |", ["Outage", "Fault"]),
        ("The following definitions apply:\n\n- Outage: a loss of service.", ["Outage"]),
        (
            "- The following terms mean the same as in the base terms: **Fees**, **Users**",
            ["Fees", "Users"],
        ),
    ],
)
def test_forms_that_need_their_place(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "This means that the Provider pays.",
        "**Note:** the office is closed.",
        "## Support\n\n**Email:** desk at example",
        "Failure to pay means a delay.",
        '```\n"Outage" means nothing\n```',
    ],
)
def test_what_is_no_definition(text):
    assert names(text) == []


def test_uses_know_inflections_capitals_and_longer_terms():
    text = (
        '"Service" means the portal. "Service Credit" means a credit.\n\n'
        "The Service is up. A Service Credit is due. Two Service Credits are due. "
        "The service is up. The Service's users wait. THE SERVICE IS UP."
    )
    draft = draft_of(text)
    service, credit = draft.terms
    assert [draft.document.text_of(s) for s in service.uses] == ["Service", "Service's", "SERVICE"]
    assert [draft.document.text_of(s) for s in service.lower] == ["service"]
    assert len(credit.uses) == 2


def test_definition_places_are_no_uses():
    draft = draft_of('"Fee" means a. "Fee" means b.')
    assert [term.uses for term in draft.terms] == [(), ()]


def test_forms_are_told():
    draft = draft_of('The Recovery Time Objective (RTO) is one hour (the "Limit").')
    assert {term.name: term.form for term in draft.terms} == {
        "RTO": TermForm.ACRONYM,
        "Limit": TermForm.INLINE,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Capitalised terms named in the Refund Policy are defined as follows.", False),
        ("Capitalised terms not defined as follows have the meaning given in the MSA.", True),
        ("Capitalised terms not defined here have the meaning given in the Agreement.", True),
        ("Defined terms in the Agreement have the same meaning in this schedule.", True),
        ("Terms not otherwise defined have the meaning set out in the Master Terms.", True),
        ("The terms defined here have the following meanings.", False),
        ("The Agreement has two parties.", False),
    ],
)
def test_terms_from_elsewhere(text, expected):
    assert takes_terms_from_elsewhere(draft_of(text)) is expected


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("Fee", "Fees"),
        ("Party", "Parties"),
        ("Process", "Processes"),
        ("Day", "Days"),
        ("Fix", "Fixes"),
        ("Patch", "Patches"),
    ],
)
def test_plural_and_singular_are_inverse(one, many):
    assert plural(one) == many
    assert singular(many) == one
    assert stem(one) == stem(many)
    assert set(inflections(one)) == {one, many, f"{one}'s", f"{many}'s"}


def undefined(text):
    draft = draft_of(text)
    return [(t.name, len(t.uses), t.near and t.near.name) for t in draft.undefined_terms]


HABIT = '"Portal" means the site. "Charge Sheet" means the list.\n\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The answer comes in the Support Hours.", [("Support Hours", 1, None)]),
        ("The answer comes within the support hours.", []),
        ("We run on Google Cloud Platform for our users.", []),
        ("It is reported to the Department of Health and Human Services first.", []),
        ("See the Privacy Policy and the Terms of Service for more.", []),
        ("It is answered by the Head of Service Operations today.", []),
        ("The Support Hours (as defined in the Order) apply.", []),
        ("The Support Hours are the hours from 9 to 17.", []),
        (
            "Support Hours shall be extended, and the Support Hours end.",
            [("Support Hours", 2, None)],
        ),
        ("## Support Hours\n\nThe desk answers in the Support Hours.", []),
        ("- Support Hours: 9 to 17\n\nThe desk answers in the Support Hours.", []),
    ],
)
def test_undefined_terms_are_told_from_names(text, expected):
    assert undefined(HABIT + text) == expected


def test_variant_names_the_defined_term():
    text = (
        '"Monthly Uptime Percentage" means a. "Fees" means b.\n\nIt follows the Uptime Percentage.'
    )
    assert undefined(text) == [("Uptime Percentage", 1, "Monthly Uptime Percentage")]


@pytest.mark.parametrize(
    "pump",
    [
        "The Service Credit ",
        '"A" means A. ',
        "Service ",
        "A (the B) ",
        "- **A:** b\n",
        "| A | b |\n",
    ],
)
@pytest.mark.usefixtures("must_end")
def test_no_long_text_runs_away(pump):
    draft = draft_of(pump * (200_000 // len(pump)), "a.txt")
    assert draft.terms is not None
    assert draft.undefined_terms is not None


@given(st.text(alphabet='"ABab() .\nmeans*', max_size=120))
def test_any_text_is_read(text):
    draft = draft_of(text)
    for term in draft.terms:
        assert draft.document.text_of(term.span) == term.name
        assert all(not use.overlaps(term.span) for use in term.uses)
