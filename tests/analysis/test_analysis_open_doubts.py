"""Places that may be left open: notes of templates, sample names, cells nobody filled in."""

import pytest

from clausewright.lint_rules.drafts.placeholder import RULE
from clausewright.testing import findings_of


def told(text, **options):
    """What the rule hints at, in order."""
    return [f.message for f in findings_of(RULE, text, **options) if f.severity == "info"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Escalation: Name, phone number", "Name, phone number"),
        ("The fee is €? a month.", "€?"),
        ("Uptime: ?% a month", "?"),
        ("We answer in (number) hours.", "(number)"),
        ("The term runs from `start_date` on.", "start_date"),
        ("The desk is run by *insert provider* and answers calls.", "insert provider"),
        ("Hours: 9:00-17:00 (adjust as needed)", "adjust as needed"),
        ("*Describe the regime of penalties*", "Describe the regime of penalties"),
        ("(Optional: penalties)", "(Optional: penalties)"),
        ("Customer: Acme Corp", "Acme Corp"),
        ("Service Provider:\n\n## Term", "Service Provider:"),
    ],
)
def test_what_a_template_leaves_behind_is_told(text, words):
    assert told(text) == [f'"{words}" may be left over from a template']


@pytest.mark.parametrize(
    "text",
    [
        "The team may change the window as needed.",
        "Describe the fault in the ticket.",
        "Set `user_name` in the header.",
        "*Include the date of the fault in each report and send it to the desk.*"[1:-1],
        "Acme Harbour Services answers calls.",
        "Open the form, then enter your name.",
        "Is the portal down? Hours may pass.",
        "Contacts:\n\n- Kay\n- Lee",
        "Owner: Kay Marsh",
    ],
)
def test_what_is_meant_as_written_is_not(text):
    assert told(text) == []


def test_an_empty_cell_among_filled_ones_names_its_column():
    text = (
        "| Class | Answer | Owner |\n|---|---|---|\n| P1 | 1 hour | Kay |\n| P2 | 2 hours | Lee |\n"
    )
    assert told(f"{text}| P3 | | Kay |\n") == ['"P3" has no value under "Answer"']
    assert told(f"{text}| **Low classes** | | |\n") == []
    assert told(f"{text}| Total | | 3 |\n") == []


def test_a_table_without_any_value_is_told_once():
    table = "| Version | Date |\n|---|---|\n|  |  |\n|  |  |\n"
    assert told(table) == ["no row of this table is filled in"]
    assert told(table.replace("Date", "Signature")) == []


def test_a_text_that_was_signed_gets_no_hint():
    assert told("Customer: Acme Corp\n\nBy: /s/ Kay Marsh") == []
