"""Parties that the draft calls by names of their own, and the side each stands on."""

import pytest

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.party_sides import CUSTOMER, PROVIDER, sides_of_names
from clausewright.readers import read

SCANNER = scanner_for()
PREAMBLE = (
    "This agreement is made between Group Platform Operations (“**Platform**”) and Group Claims"
    " Handling (“**Claims Handling**”).\n\n"
)


def draft_of(text):
    return Draft(read("a.md", text.encode()), AnalysisSettings(), SCANNER)


@pytest.mark.parametrize(
    "sentence",
    [
        "Platform shall provide the case system to Claims Handling.",
        "Platform provides hosting. Claims Handling shall name two contacts.",
        "The services are supplied to Claims Handling on working days.",
    ],
)
def test_who_provides_and_who_is_served(sentence):
    sides = sides_of_names(draft_of(PREAMBLE + sentence))
    assert sides[("platform",)] == PROVIDER
    assert sides[("claims", "handling")] == CUSTOMER
    assert sides[("group", "claims", "handling")] == CUSTOMER


@pytest.mark.parametrize(
    "text",
    [
        PREAMBLE + "Platform and Claims Handling meet each month.",
        PREAMBLE + "Platform provides hosting. Claims Handling provides the forms.",
        "The service is available on working days.",
    ],
)
def test_no_side_where_the_draft_does_not_tell(text):
    assert sides_of_names(draft_of(text)) == {}


def test_a_duty_under_a_name_counts_as_one_of_its_side():
    text = (
        PREAMBLE + "Platform provides the case system to Claims Handling.\n\n"
        "Claims Handling shall:\n\n(a) name two contacts; and\n\n(b) give access to its rooms.\n"
    )
    assert "responsibilities" in draft_of(text).topics
