"""Blanks of annexed forms, filled in when they are used."""

from __future__ import annotations

import pytest

from clausewright.lint_rules.drafts.placeholder import RULE
from clausewright.testing import findings_of

_AGREEMENT = "The Supplier shall run the portal and report each month.\n\n" * 40


@pytest.mark.parametrize(
    "heading",
    [
        "EXHIBIT B\n\nACME SERVICES, L.L.C.\n\nCERTIFICATE OF DESTRUCTION",
        "EXHIBIT B to the Agreement between Acme and Harbour\n\nOPENING NOTICE",
        "Annex 1 - Form of the Letter of Confirmation",
    ],
)
def test_blank_of_an_annexed_form_is_tolerated(heading: str) -> None:
    text = f"{_AGREEMENT}{heading}\n\nThe goods were destroyed on [Date] because of it.\n"
    assert not findings_of(RULE, text)


def test_blank_of_another_exhibit_is_told() -> None:
    text = f"{_AGREEMENT}EXHIBIT B\n\nPRICES\n\nThe prices hold until [Date] at least.\n"
    assert len(findings_of(RULE, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Approvers Signed Approval Date\n\nHarbour Ltd DD/MM/YYYY\n",
        "| Approver | Signed | Date |\n| --- | --- | --- |\n| Harbour Ltd | | DD/MM/YYYY |\n",
        "Either party may leave upon __________ (____30____) days written notice.\n",
        "Signed by and on behalf of Harbour Ltd. Date [date]\n",
        f"{'_' * 60} By signing below the parties agree to all terms.\n",
        f"Other work (mailings and such)____________\n\n{'_' * 60}\n",
    ],
)
def test_what_is_written_when_a_paper_is_signed_or_was_typed_beside_is_tolerated(text: str) -> None:
    assert not findings_of(RULE, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Service starts on DD/MM/YYYY.\n",
        "Signed copies are kept. The term runs from MM/DD/YYYY to the end of the year.\n",
        "Either party may leave upon __________ (in words) days written notice.\n",
        "The fee is due on [date] in each year.\n",
    ],
)
def test_what_nobody_will_write_is_told(text: str) -> None:
    assert len(findings_of(RULE, text)) == 1
