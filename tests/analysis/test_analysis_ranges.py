"""Ranges of a scale that is no level in percent."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.ranges import between, range_in, scales_of_ranges
from clausewright.model.span import Span
from clausewright.readers import read


def draft_of(text):
    document = read("a.md", text.encode())
    return Draft(document, AnalysisSettings("external-sla"), scanner_for())


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1 to 4 hours", 3_600, 14_400, "time"),
        ("30 min - 2 hrs", 1_800, 7_200, "time"),
        ("between 1,000 and 2,000 calls", 1_000, 2_000, "call"),
        ("**10 - 20 GB**", 1e10, 2e10, "data"),
        ("more than 8 hours of downtime", 28_800, None, "time"),
        ("100+ users", 100, None, "user"),
        ("up to 50 seats", None, 50, "seat"),
        ("500 or more", 500, None, ""),
    ],
)
def test_reads_a_range(text, low, high, unit):
    found = range_in(text, Span(0, len(text)))
    assert found is not None
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize("text", ["4 hours", "9 am to 5 pm", "P1", "8 to 4 hours", "Monday", ""])
def test_what_is_no_range(text):
    assert range_in(text, Span(0, len(text))) is None


def widths(text):
    return [
        between(lower, upper)
        for scale in scales_of_ranges(draft_of(text))
        for lower, upper in pairwise(scale)
    ]


def table(*rows):
    return "| Outage | Credit |\n|---|---|\n" + "".join(f"| {row} | 5% |\n" for row in rows)


def test_gaps_overlaps_and_what_meets():
    assert widths(table("1 to 4 hours", "6 to 8 hours")) == [7_200]
    assert widths(table("less than 4 hours", "4 to 8 hours", "over 8 hours")) == [0, 0]
    assert [w < 0 for w in widths(table("1 to 4 hours", "4 to 8 hours"))] == [True]
    assert widths(table("1-99 users", "100-199 users", "200+ users")) == [0, 0]
    assert widths(table("1-99 users", "more than 100 users")) == [1]
    assert widths("- up to 60 minutes: 5%\n- 60 to 120 minutes: 10%\n")[0] < 0


@pytest.mark.parametrize(
    "rows",
    [
        ("1 to 4 hours", "1 to 2 GB"),  # two units
        ("4 to 8 hours", "1 to 2 hours", "2 to 4 hours"),  # no order
        ("up to 4 hours", "up to 8 hours"),  # open downwards, nested
        ("1 to 4 hours", "Monday", "Friday"),  # mostly no ranges
    ],
)
def test_what_is_no_scale(rows):
    assert widths(table(*rows)) == []


def test_targets_are_no_scale():
    text = "| Class | Time |\n|---|---|\n| A | 1 - 2 hours |\n| B | 2 - 4 hours |\n"
    assert widths(text) == []


@given(st.text(max_size=60))
def test_any_text_is_read_or_left(text):
    found = range_in(text, Span(0, len(text)))
    if found is not None and found.low is not None and found.high is not None:
        assert found.low < found.high
