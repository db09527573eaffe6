"""Hints of NUM002: two values that one agreement gives to one thing, and what is no such thing."""

import pytest

from clausewright.lint_rules.numbers import contradicting_values
from clausewright.model.finding import Severity
from clausewright.testing import findings_of

OPENING = "# Service Level Agreement\n\nThe Provider runs the portal for the Customer.\n\n"

TABLE = "| Class | Time |\n|---|---|\n| {} | 1 h |\n| {} | 2 h |\n| {} | 3 h |"


def said(text, profile="external-sla"):
    found = findings_of(contradicting_values.RULE, OPENING + text + "\n", profile)
    return [(one.severity, one.message) for one in found]


def two(first, second):
    return f"## One\n\n{first}\n\n## Two\n\n{second}"


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (
            "The Customer shall claim a credit within 30 days after the month.",
            "A claim for a credit reaches us within 2 weeks.",
            "the deadline for a claim: 2 weeks here and 30 days in line 7",
        ),
        (
            "We announce planned maintenance 48 hours in advance.",
            "Planned maintenance comes with a notice of 5 days.",
            "the notice of planned maintenance: 5 days here and 48 hours in line 7",
        ),
        (
            "The initial term is 12 months.",
            "This agreement runs for 2 years.",
            "the length of the term: 2 years here and 12 months in line 7",
        ),
        (
            "Backups are kept for 30 days.",
            "We store each backup for 2 weeks.",
            "how long backups are kept: 2 weeks here and 30 days in line 7",
        ),
        (
            "An invoice is payable within 30 days.",
            "The Customer pays each invoice within 14 days.",
            "when invoices are due: 14 days here and 30 days in line 7",
        ),
        (
            "Business hours are 9:00 to 17:00.",
            "We call back in business hours (8:00 to 18:00).",
            "the business hours: 8:00 to 18:00 here and 9:00 to 17:00 in line 7",
        ),
        (
            "A maintenance window lasts from 2:00 to 4:00.",
            "The maintenance window is 22:00 to 23:00.",
            "the window of planned maintenance: 22:00 to 23:00 here and 2:00 to 4:00 in line 7",
        ),
        (
            "Either party may terminate on 30 days notice.",
            "The agreement may be terminated on 90 days notice.",
            "the notice of termination: 90 days here and 30 days in line 7",
        ),
        (
            "Support is given around the clock.",
            "The help desk is open on weekdays.",
            '"on weekdays" here and "around the clock" in line 7',
        ),
        (
            "Downtime is summed up for a calendar month.",
            "Uptime is a share of a 30-day month.",
            '"30-day month" here and "calendar month" in line 7',
        ),
    ],
)
def test_one_question_with_two_answers_is_a_hint(first, second, message):
    assert said(two(first, second)) == [(Severity.INFO, message)]
    assert said(two(first, second), "contract") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The Customer shall claim a credit within 30 days after the month.",
            "We pay a claimed credit within 10 days.",
        ),
        (
            "We announce planned maintenance 48 hours in advance.",
            "Emergency maintenance is announced 2 hours in advance.",
        ),
        ("The initial term is 12 months.", "The renewal term of this agreement is 24 months."),
        ("Daily backups are kept for 30 days.", "Weekly backups are kept for 90 days."),
        (
            "Either party may terminate on 30 days notice.",
            "The Customer may terminate on 10 days notice for a material breach.",
        ),
        ("Support is given 24/7 for critical faults.", "The help desk is open on weekdays."),
        ("Business hours are 9:00 to 17:00.", "Business hours of Saturdays are 10:00 to 12:00."),
        ("An invoice is payable within 30 days.", "An invoice is payable within 30 days."),
    ],
)
def test_two_cases_are_no_contradiction(first, second):
    assert said(two(first, second)) == []


def test_three_answers_are_several_cases():
    third = "## Three\n\nA backup is kept for 9 days."
    text = two("Backups are kept for 30 days.", "We store each backup for 2 weeks.")
    assert said(f"{text}\n\n{third}") == []


def test_answers_of_one_section_are_several_cases():
    assert said("## One\n\nBackups are kept for 30 days.\n\nA backup is kept for 9 days.") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "These three events are left out:\n\n- war\n- flood",
            '"three events" are announced and 2',
        ),
        (
            "We know 2 classes of faults:\n\n" + TABLE.format("A", "B", "C"),
            '"2 classes of faults" are announced and 3',
        ),
        (
            "We know three classes: blocking and cosmetic ones.",
            None,
        ),
        (
            "We know four classes: critical, high and low.",
            '"four classes" are announced and 3 are named',
        ),
    ],
)
def test_announced_entries_are_counted(text, message):
    found = said(text)
    if message is None:
        assert found == []
    else:
        assert [severity for severity, _ in found] == [Severity.INFO]
        assert found[0][1].startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "We answer within two business days:\n\n- by mail\n- by phone\n- by chat",
        "One of the two classes:\n\n- high\n- low\n- none",
        "The two parties know three classes:\n\n- high\n- medium\n  - by day\n- low",
        "We know two classes:\n\n" + TABLE.format("A", "A", "B"),
        "We know three classes.\n\n- high\n- low",
    ],
)
def test_what_is_no_announcement(text):
    assert said(text) == []
