"""Figures that cannot hold together, and the cases that look alike and do."""

import pytest

from clausewright.lint_rules.dates import end_before_start, notice_exceeds_term
from clausewright.lint_rules.metrics import response_exceeds_resolution, sampling_too_coarse
from clausewright.lint_rules.numbers import arithmetic, contradicting_values
from clausewright.testing import findings_of


def said(rule, text, profile="external-sla"):
    return [one.message for one in findings_of(rule.RULE, text, profile)]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("Sales calls 12 prospects per day (60 per week).", []),
        ("Sales calls 12 prospects per day (40 per week).", ["5 to 7 days of 12 are 60 to 84; the text says 40"]),
        ("The desk works 8 hours per day (1,760 hours per year).", []),
        ("The desk takes 30 calls each week, i.e. 120 calls a quarter.", ["12 to 13.2 weeks of 30 are 360 to 396; the text says 120"]),
        ("The level may be missed in two of any three months.", []),
        ("The level is missed in five (5) months out of any 4 months.", ["5 misses cannot fall into 4 periods"]),
        (
            "The level is missed in four of any three months or in five of any four months.",
            ["4 misses cannot fall into 3 periods", "5 misses cannot fall into 4 periods"],
        ),
        ("Two components in series, 99.9% and 99.99%. Availability shall be 99.8% in each month.", []),
    ],
)  # fmt: skip
def test_sums_in_sentences(text, messages):
    assert said(arithmetic, text) == messages


@pytest.mark.parametrize(
    "text",
    [
        "The RPO is 1 hour. Backups are made daily and logs are shipped every minute.",
        "The RPO is 1 hour. Backups are made every hour and kept for 30 days.",
        "The RPO is 4 hours for class 1 and 24 hours for class 2. Backups are made daily.",
        "Latency is 300 ms at the 99th percentile and 100 ms at the 95th percentile.",
        "95% of critical faults are mended within 4 hours and 80% of low ones within 8 hours.",
    ],
)
def test_figures_that_hold_together(text):
    assert said(contradicting_values, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The term is 12 months. Availability shall be 99.9% in each calendar year.",
        "The term is six months and is extended by agreement. The levels are reviewed every year.",
        "The parties shall review the levels every two years.",
    ],
)
def test_what_fits_into_the_term(text):
    assert said(notice_exceeds_term, text) == []


def test_a_review_that_was_held_after_the_next_one():
    text = "Last reviewed: 1 June 2026\n\nNext review: 1 March 2026"
    assert said(end_before_start, text) == [
        "the next review is due before 1 June 2026, the last review"
    ]


def test_a_workaround_after_the_final_resolution():
    table = "| Severity | Workaround | Resolution |\n| --- | --- | --- |\n| 1 | {} | 8 hours |\n| 2 | 6 hours | 2 days |\n"
    assert said(response_exceeds_resolution, table.format("12 hours")) == [
        "a restoration within 12 hours comes after the resolution within 8 hours"
    ]
    assert said(response_exceeds_resolution, table.format("4 hours")) == []


def test_a_share_of_few_events():
    text = "The Provider shall answer 95% of requests within 2 hours. The parties expect {} requests each month."
    assert said(sampling_too_coarse, text.format("about 10")) == [
        "95% of 10 requests a month allows 0.5 of a miss: a single one fails the level"
    ]
    assert said(sampling_too_coarse, text.format("about 20")) == []
