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
