"""Values: how they are written, how they print, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.generator import values


@pytest.mark.parametrize(
    ("read", "raw", "printed"),
    [
        (values.percent_of, 99.9, "99.9%"),
        (values.percent_of, "99.90%", "99.9%"),
        (values.percent_of, "5 %", "5%"),
        (values.percent_of, 100, "100%"),
        (values.duration_of, "1 hour", "1 hour"),
        (values.duration_of, "30 minute", "30 minutes"),
        (values.duration_of, "5 business days", "5 Business Days"),
        (values.duration_of, "1 Business Hour", "1 Business Hour"),
        (values.duration_of, "1.5 hours", "1.5 hours"),
        (values.money_of, "EUR 10000", "EUR 10,000"),
        (values.money_of, "GBP 12,500.50", "GBP 12,500.50"),
        (values.day_of, "2026-03-01", "1 March 2026"),
        (values.count_of, "1,000", "1,000"),
        (values.count_of, 100, "100"),
    ],
)
def test_values_print_their_unit(read, raw, printed):
    assert str(read(raw)) == printed


@pytest.mark.parametrize(
    ("read", "raw"),
    [
        (values.percent_of, "ninety"),
        (values.percent_of, "0,5%"),
        (values.percent_of, "9,95"),
        (values.count_of, "1,00"),
        (values.count_of, ",100"),
        (values.count_of, "1,0000"),
        (values.percent_of, -1),
        (values.percent_of, True),
        (values.percent_of, "NaN"),
        (values.percent_of, "1e3"),
        (values.duration_of, "soon"),
        (values.duration_of, "5 fortnights"),
        (values.duration_of, "5 business months"),
        (values.duration_of, 5),
        (values.money_of, "10000"),
        (values.money_of, "EUR ten"),
        (values.day_of, "31.12.2026"),
        (values.day_of, "2026-02-30"),
        (values.count_of, 1.5),
        (values.count_of, -2),
        (values.time_of, "25:00"),
        (values.time_of, 900),
        (values.zone_of, "EST"),
        (values.zone_of, "Mars/Olympus"),
        (values.text_of, ""),
        (values.text_of, ["a"]),
        (values.text_of, "a\nb\tc"),
    ],
)
def test_what_is_no_such_value_is_refused(read, raw):
    with pytest.raises(ValueError, match=r"must|can|holds|is "):
        read(raw)


@given(st.text(max_size=60))
def test_text_keeps_every_character_but_quotes_and_outer_spaces(text):
    try:
        read = values.text_of(text)
    except ValueError:
        return
    straight = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
    assert read.translate(straight) == text.strip(" \n").translate(straight)


def test_quotes_become_typographic():
    assert values.typographic("the \"Web\" shop's ('new')") == "the “Web” shop’s (‘new’)"
