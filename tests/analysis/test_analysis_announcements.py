"""What is announced and not there, acronyms nobody wrote out, and marks that stand for a value."""

import pytest

from clausewright import readers
from clausewright.lint_rules import RULES
from clausewright.testing import findings_of

BY_CODE = {rule.code: rule for rule in RULES}


def told(code, text, kind="markdown"):
    return [finding.message for finding in findings_of(BY_CODE[code], text, format=kind)]


@pytest.mark.parametrize(
    "value",
    [
        "within ## hours",
        "within ?? hours",
        "within ( ) hours",
        "within <number> hours",
        "Hours: ???",
        "Phone: 000-000-0000",
        "Mail: help@example.com",
        "Effective Date: ____",
        "The Customer is %CUSTOMER_NAME%.",
        "The fee is to be determined.",
        "Provider: Company XYZ",
    ],
)
def test_marks_for_a_value_are_placeholders(value):
    text = f"# Agreement\n\nThis agreement covers the portal.\n\n{value}\n\nThe end."
    findings = (*told("DRF001", text), *told("DRF003", text))
    assert len(findings) == 1


@pytest.mark.parametrize(
    "value",
    [
        "Signed by: ____",
        "Is it answered within hours??",
        "We act as follows: ...",
        "See `help@example.com`.",
        (
            "The board decides to whom the seats on the committee of experts that is formed are to "
            "go, which is to be determined."
        ),
        "Your company pays the fee.",
    ],
)
def test_marks_that_are_no_placeholder(value):
    text = f"# Agreement\n\nThis agreement covers the portal.\n\n{value}\n\nThe end."
    assert told("DRF001", text) == []


def test_a_list_announced_before_the_next_heading_is_missing():
    text = "# Levels\n\nWe measure the following times:\n\n# Fees\n\nFees are due monthly."
    assert len(told("REF001", text)) == 1
    assert told("REF001", text.replace("times:\n", "times:\n\n- answer\n")) == []


def test_an_acronym_is_told_until_it_is_written_out():
    text = "# Support\n\nThe DRT answers within 4 hours."
    assert len(told("DEF001", text)) == 1
    assert told("DEF001", text + " The duty response team works at night.") == []


def test_stars_that_hide_words_stay():
    document = readers.read("a.md", b"The fee is [***] a month and [***] a year, **net**.")
    assert document.text == "The fee is [***] a month and [***] a year, net."


@pytest.mark.parametrize("pump", ["? ", "....", "( ", "# ", "555-", "x@", "A Defined in ", "[*]"])
@pytest.mark.usefixtures("must_end")
def test_no_pattern_runs_away(pump):
    text = "# Levels\n\n" + pump * 40_000
    for code in ("DRF001", "REF001", "DEF001"):
        told(code, text, kind="text")
