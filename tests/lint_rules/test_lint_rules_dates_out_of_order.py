"""Hints of DAT002: dates in an order that cannot be meant."""

import pytest

from clausewright.lint_rules.dates import end_before_start
from clausewright.testing import findings_of

TABLE = "| Version | Date | Change |\n|---|---|---|\n"


def said(text, profile="external-sla"):
    return [one.message for one in findings_of(end_before_start.RULE, text, profile)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            TABLE + "| 1.0 | 2026-03-01 | first |\n| 1.1 | 2025-04-01 | times |\n",
            "version 1.1 is dated before version 1.0 (2026-03-01)",
        ),
        (
            "Last updated: 5 May 2026\n\nNext review: 1 January 2026",
            "the next review is due before 5 May 2026, the date of the draft",
        ),
        (
            "Effective date: 01/07/2024\n\nReview date: 01/07/2023",
            "the next review is due before 01/07/2024, the date of the draft",
        ),
        (
            "Last updated: 5 May 2026\n\nThis agreement is valid until 31 March 2026.",
            "the term ends before 5 May 2026, the date of the draft",
        ),
        ("Start date: 1 April 2026\n\nEnd date: 1 April 2026", "the end is the day of the start"),
        (
            "Version 2, updated 12 March 2026\n\nApproved on 12 March 2062.",
            "2062 is 36 years after all other dates",
        ),
    ],
)
def test_an_order_that_cannot_be_meant(text, message):
    assert said(text) == [message]
    assert said(text, "contract") == []


@pytest.mark.parametrize(
    "text",
    [
        TABLE + "| 1.1 | 2026-04-01 | times |\n| 1.0 | 2026-03-01 | first |\n",
        TABLE + "| 1.9 | 2026-03-01 | a |\n| 1.10 | 2026-04-01 | b |\n",
        "Last updated: 5 May 2026\n\nLast review: 1 January 2026",
        "Last updated: 5 May 2026\n\nNext review: 1 May 2027",
        "Last updated: 5 May 2026\n\nThe pilot ended on 31 March 2026.",
        "Effective date: 1 January 2026\n\nThe lease ends on 31 December 2060.",
    ],
)
def test_an_order_that_can_be_meant(text):
    assert said(text) == []
