"""What the words of a window mean in their document."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for

SCANNER = scanner_for()
RESPONDS = "The Provider shall respond to each ticket within 4 hours during support hours."


def windows(text: str) -> list[str | None]:
    document = readers.read("a.md", text.encode())
    draft = Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)
    return [one.window for one in draft.metrics]


def test_hours_given_in_another_sentence():
    text = f"{RESPONDS}\n\nSupport hours are 9:00 to 17:00, Monday to Friday."
    assert windows(text) == ["during support hours (9:00 to 17:00, Monday to Friday)"]


def test_hours_of_the_same_name_before_others():
    text = (
        "Office hours are 8:00 to 12:00, Monday to Saturday.\n\n"
        f"Support hours are 9:00 to 17:00, Monday to Friday.\n\n{RESPONDS}"
    )
    assert windows(text) == ["during support hours (9:00 to 17:00, Monday to Friday)"]


@pytest.mark.parametrize(
    "text",
    [
        RESPONDS,
        f"{RESPONDS}\n\nMaintenance is done on Monday from 9:00 to 17:00.",
        "The Provider shall respond to each ticket within 4 hours on Monday to Friday.",
    ],
)
def test_hours_given_nowhere_or_in_the_window_itself(text):
    assert all("(" not in one for one in windows(text) if one)


def test_a_period_that_a_definition_gives():
    text = (
        '"Measurement Period" means each calendar month.\n\n'
        "Availability shall be at least 99.5% in each Measurement Period."
    )
    assert windows(text) == ["each Measurement Period (each calendar month)"]


def test_an_adverb_that_the_reckoning_makes_exact():
    text = (
        "Availability is calculated over each calendar month.\n\n"
        "Monthly availability shall be at least 99.5%."
    )
    assert windows(text) == ["Monthly (each calendar month)"]


def test_a_period_of_another_length_says_nothing():
    text = (
        "Availability is calculated over each calendar quarter.\n\n"
        "Monthly availability shall be at least 99.5%."
    )
    assert windows(text) == ["Monthly"]
