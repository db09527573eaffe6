"""What findings say beside the place: how to mend it, and how often it stands there."""

import re

import pytest

from clausewright.lint_rules import RULES
from clausewright.model.finding import Severity
from clausewright.testing import findings_of

BY_CODE = {rule.code: rule for rule in RULES}


def told(code, text, profile="external-sla", format="markdown"):
    return [(one.message, one.help) for one in findings_of(BY_CODE[code], text, profile, format)]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("[Drafting note: agree the fee with finance.]", "Delete this note before signature."),
        ("Owner: [Sales / Support / Other]", "Choose one option and delete the others."),
        ("The fee is paid [monthly/quarterly].", "Choose one option and delete the others."),
        ("The fee is paid to [name of bank].", None),
    ],
)
def test_a_place_left_open_is_mended_by_its_kind(text, mend):
    assert [help for _, help in told("DRF001", text)] == [mend]


def test_one_name_left_open_is_told_once_with_its_number():
    text = "[Customer Name] pays. [Customer Name] tells us.\n\nWe tell [Customer Name].\n"
    first, *further = findings_of(BY_CODE["DRF001"], text, "external-sla", "markdown")
    assert first.message == '"[Customer Name]" is left open and in 2 more places'
    assert first.severity is None
    assert [one.severity for one in further] == [Severity.INFO]


def test_a_second_definition_on_the_same_line_is_told_as_such():
    line = '1.1 "Fees" means the price of the goods. 1.2 "Fees" means the taxes of a year.'
    here = [message for message, _ in told("DEF003", line)]
    assert here == ['"Fees" is defined twice in this line']
    apart = [message for message, _ in told("DEF003", line.replace(" 1.2", "\n\n1.2"))]
    assert apart == ['"Fees" is defined here and in line 1']


def test_bands_that_are_all_open_downwards_say_which_level_meets_them_all():
    table = "| Uptime | Credit |\n| --- | --- |\n| < 99.9% | 5% |\n| < 99.0% | 10% |\n"
    assert told("CRD002", table) == [
        (
            "a level below 99% meets all 2 bands: nothing says that only the highest credit is due",
            "Say that only the highest credit reached is due, or give each band both ends.",
        )
    ]


def test_a_topic_in_doubt_names_the_passage_that_may_speak_of_it():
    opening = "# Service Level Agreement\n\nMonthly uptime of the portal shall be at least 99.9%.\n\n"
    texts = [opening + one.text for one in BY_CODE["TOP005"].examples]
    found = [message for text in texts for message, _ in told("TOP001", text)]
    doubts = [message for message in found if "may speak of it" in message]
    assert any(re.search(r"; line \d+ may speak of it\)$", message) for message in doubts)
    assert all(re.search("line|terms|some words", message) for message in doubts)
