"""Numbers with their units, comparators and ranges; numbers that only name something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.analysis.quantities import PHRASES, find_quantities
from clausewright.analysis.scan import Scanner, words_of
from clausewright.model.facts import Dimension, Quantity

SCANNER = Scanner({"quantities": PHRASES})


def quantities(text: str) -> list[Quantity]:
    words = words_of(text)
    return find_quantities(words, SCANNER.scan(words).get("quantities", ()))


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [text[q.span.start : q.span.end] for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "dimension"),
    [
        ("at least 99.9% of the time", 99.9, "%", Dimension.PERCENT),
        ("ninety percent of the calls", 90, "%", Dimension.PERCENT),
        ("99,95 % uptime", 99.95, "%", Dimension.PERCENT),
        ("within 15min of the report", 15, "min", Dimension.DURATION),
        ("within four working hours", 4, "working hours", Dimension.DURATION),
        ("in 5 consecutive calendar days", 5, "consecutive calendar days", Dimension.DURATION),
        ("twenty-four hours", 24, "hours", Dimension.DURATION),
        ("one hundred and eighty days", 180, "days", Dimension.DURATION),
        ("ninety-nine point nine percent", 99.9, "%", Dimension.PERCENT),
        ("3 1/2 hours of downtime", 3.5, "hours", Dimension.DURATION),
        ("USD 5,000 a month", 5000, "usd", Dimension.MONEY),
        ("£2,000,000 in all", 2_000_000, "gbp", Dimension.MONEY),
        ("1500 $/month", 1500, "usd", Dimension.MONEY),
        ("150 MB of storage", 150, "mb", Dimension.DATA),
        ("up to 500Gbps of traffic", 500, "gbps", Dimension.RATE),
        ("1,000 requests per second", 1000, "requests per second", Dimension.RATE),
        ("a score of 4.5/5", 4.5, "/5", Dimension.SCORE),
        ("10,000 leads", 10_000, "leads", Dimension.COUNT),
        ("the next business day", 1, "business day", Dimension.DURATION),
        ("NBD", 1, "business day", Dimension.DURATION),
        ("within half an hour", 0.5, "hour", Dimension.DURATION),
        ("within a week", 1, "week", Dimension.DURATION),
    ],
)
def test_value_and_unit(text, value, unit, dimension):
    found = only(text)
    assert (found.value, found.unit, found.dimension) == (value, unit, dimension)


@pytest.mark.parametrize(
    ("text", "seconds", "business"),
    [
        ("2 hours", 7200, False),
        ("1 business day", 8 * 3600, True),
        ("2 working weeks", 2 * 5 * 8 * 3600, True),
        ("1 month", 30 * 86400, False),
        ("250 ms", 0.25, False),
    ],
)
def test_durations_in_seconds(text, seconds, business):
    found = only(text)
    assert (found.base, found.business) == (seconds, business)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("at least 99%", ">="),
        ("no less than 99%", ">="),
        ("99.9% or higher", ">="),
        ("99.95%+ uptime", ">="),
        ("greater than or equal to 99%", ">="),
        ("more than 4 hours", ">"),
        ("within 4 hours", "<="),
        ("does not exceed 4 hours", "<="),
        ("up to 4 hours", "<="),
        ("≤ 4 hours", "<="),
        ("<4 hours", "<"),
        ("less than 4 hours", "<"),
        ("approximately 4 hours", "~"),
        ("uptime of 99%", None),
    ],
)
def test_comparator(text, comparator):
    assert only(text).comparator == comparator


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5-7 business days", 5, 7),
        ("3 to 5 days", 3, 5),
        ("between 95% and 99%", 95, 99),
        ("99.0% - 99.8%", 99.0, 99.8),
        ("0–8 hours", 0, 8),
    ],
)
def test_range(text, low, high):
    found = only(text)
    assert (found.value, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("thirty (30) days", 30, 30),
        ("30 (thirty) days", 30, 30),
        ("thirty (40) days", 40, 30),
        ("five percent (6%)", 6, 5),
        ("ten (10%) percent", 10, 10),
        ("forty-five thousand dollars ($45,000)", 45_000, 45_000),
        ("one hundred          twenty (120) days", 120, 120),
    ],
)
def test_number_given_twice(text, value, words):
    found = only(text)
    assert (found.value, found.word_value) == (value, words)


def test_brackets_that_count_something_else_are_not_the_same_number():
    assert [q.word_value for q in quantities("$4,000,000 (two years)")] == [None, None]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("9am-6pm on weekdays", (9, 18)),
        ("from 08:00 to 17:30", (8, 17.5)),
        ("between 8 pm and 8 am", (20, 8)),
        ("7 am to 7 pm", (7, 19)),
        ("9-5pm", (9, 17)),
        ("by 5:00 p.m.", (17, None)),
    ],
)
def test_time_of_day(text, hours):
    found = only(text)
    assert found.dimension is Dimension.TIME_OF_DAY
    assert (found.value, found.high) == hours


@pytest.mark.parametrize(
    "text",
    [
        "section 4.2 and 5 of this agreement",
        "clauses 3, 4 and 5",
        "clause 7(a)",
        "on March 3, 2020",
        "3 March 2020",
        "2020-01-02 and 11-28-2019",
        "(561) 394-9484 or +31 85 – 4010494",
        "version 2.3.1 of the client",
        "support 24/7/365, 24x7 or 365x24",
        "ISO 27001 and SOC 2",
        "P1 and S3 incidents",
        "page 2 of 3",
        "10.1.2.3",
        "one of the parties",
        "the 2nd of three",
        "https://example.com/a/12/b",
    ],
)
def test_numbers_that_name_something(text):
    assert quantities(text) == []


def test_a_class_is_no_range():
    assert [(q.value, q.unit) for q in quantities("Priority 1 - 4 hours")] == [(4, "hours")]


@pytest.mark.parametrize(
    "text", ["[__] hours", "XX.X%", "[number] days", "{{uptime}}%", "___ hours"]
)
def test_number_left_open(text):
    assert only(text).placeholder


@given(st.text(alphabet="0123456789.,%-/()xX thirtyonehw daysé$€\n_[]{}", max_size=120))
def test_spans_lie_in_the_text_in_order(text):
    found = quantities(text)
    starts = [q.span.start for q in found]
    assert starts == sorted(starts)
    for quantity in found:
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert text[quantity.span.start : quantity.span.end].strip()


@given(st.integers(1, 999), st.sampled_from(["hours", "business days", "%", "minutes"]))
def test_any_number_is_read_with_its_unit(number, unit):
    found = only(f"The limit is at most {number} {unit}.")
    assert (found.value, found.unit, found.comparator) == (number, unit, "<=")


@pytest.mark.parametrize(
    "pump", ["1-", "one hundred ", "9am-", "1,", "thirty (", "[", "_", "1/2 ", "$", "x 1 "]
)
@pytest.mark.usefixtures("must_end")
def test_no_pattern_runs_away(pump):
    quantities(pump * 60_000)
