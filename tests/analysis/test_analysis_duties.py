"""Duties: modal, subject, actor, verb, passive."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for


def duties(text):
    document = readers.read("draft.txt", text.encode())
    draft = Draft(document, AnalysisSettings("external-sla", "option"), scanner_for())
    return draft, draft.duties


@pytest.mark.parametrize(
    ("text", "modal", "actor", "verb", "passive"),
    [
        ("The Supplier shall promptly notify it.", "shall", "The Supplier", "notify", False),
        ("The Supplier, where asked, must pay.", "must", "The Supplier", "pay", False),
        ("We'll answer each call.", "will", None, "answer", False),
        ("Reports shall be sent each month.", "shall", None, "sent", True),
        ("Reports shall be sent by the Supplier.", "shall", None, "sent", False),
        ("Reports shall be sent by email.", "shall", None, "sent", True),
        ("If it fails, the Customer may leave.", "may", "the Customer", "leave", False),
        ("The fee of the Supplier shall rise.", "shall", None, "rise", False),
        ("Each engineer agrees to keep logs.", "agrees to", "Each engineer", "keep", False),
        ("Harbour Ltd will host it.", "will", "Harbour Ltd", "host", False),
    ],
)
def test_a_duty_is_read(text, modal, actor, verb, passive):
    _, (duty,) = duties(text)
    assert (duty.modal, duty.actor, duty.verb, duty.passive) == (modal, actor, verb, passive)


def test_two_parties_joined_are_one_subject():
    draft, (duty,) = duties("The Supplier and the Customer shall meet.")
    assert draft.document.text_of(duty.subject) == "The Supplier and the Customer"


def test_a_second_clause_has_its_own_subject():
    draft, found = duties("The Supplier shall report; the Customer shall read it.")
    assert [draft.document.text_of(d.subject) for d in found] == ["The Supplier", "the Customer"]


def test_a_modal_without_words_before_it_has_no_subject():
    _, (duty,) = duties("Shall we?")
    assert duty.subject is None
