"""Reviews and ends before the last change, by days and by months."""

import pytest

from clausewright.lint_rules.dates.end_before_start import RULE
from clausewright.testing import findings_of


def told(text):
    """The messages of the hints, in order."""
    return [f.message for f in findings_of(RULE, text) if f.severity == "info"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "**Last updated:** January 2026\n\n**Next review:** January 2025",
            "this lies before January 2026 in line 1",
        ),
        ("Effective: May 2026\n\nExpires: March 2025", "this lies before May 2026 in line 1"),
        (
            "- Approved on: 5 May 2025\n- Review date: 5 May 2024",
            "this lies before 5 May 2025 in line 1",
        ),
        (
            "| Issued | 4 May 2025 |\n|---|---|\n| Next review | June 2024 |",
            "this lies before 4 May 2025 in line 1",
        ),
        (
            "| Version | Date |\n|---|---|\n| 1.0 | Jan 2025 |\n| 2.0 | Mar 2024 |",
            "version 2.0 is dated before version 1.0",
        ),
    ],
)
def test_what_comes_too_early_is_told(text, message):
    assert told(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Last updated: January 2026\n\nNext review: January 2026",
        "Last updated: 20 January 2026\n\nNext review: January 2026",
        "Effective: March 2025\n\nReports are due by the end of May 2024.",
        "| Version | Date |\n|---|---|\n| 2.0 | Jan 2025 |\n| 1.0 | Mar 2024 |",
        "Last updated: May 2026\n\nThe portal was moved in March 2024.",
    ],
)
def test_what_may_be_right_is_not(text):
    assert told(text) == []
