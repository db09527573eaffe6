"""Dates: forms, days that do not exist, the order of day and month, and kinds."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright import readers
from clausewright.analysis.date_forms import MONTHS, in_order, numeric_dates
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for

SCANNER = scanner_for()


def dates(text, name="a.md"):
    document = readers.read(name, text.encode())
    draft = Draft(document, AnalysisSettings("contract", "option"), SCANNER)
    return [(document.text_of(d.span), d) for d in draft.dates]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on 1 January 2024", "2024-01-01"),
        ("on January 1st, 2024", "2024-01-01"),
        ("on 1st of January 2024", "2024-01-01"),
        ("on 2024-01-02", "2024-01-02"),
        ("at 2024-01-02T10:00", "2024-01-02"),
        ("on 1.2.2024", "2024-02-01"),
        ("on 1-Feb-2024", "2024-02-01"),
        ("on Sept. 5, 2020", "2020-09-05"),
        ("this 5th day of May, 2003", "2003-05-05"),
        ("the twenty-first day of March 2020", "2020-03-21"),
        ("the 1st (first) day of June, 2004", "2004-06-01"),
        ("on 18/9/2008", "2008-09-18"),
        ("on 9/18/2008", "2008-09-18"),
        ("on 12/31/99", "1999-12-31"),
        ("on 31 DECEMBER 2030", "2030-12-31"),
    ],
)
def test_forms(text, iso):
    ((_, mention),) = dates(text)
    assert mention.date == datetime.date.fromisoformat(iso)
    assert not mention.impossible


@pytest.mark.parametrize(
    "text",
    [
        "24/7/365",
        "release 1.2.30",
        "v1.2.2024",
        "10.20.2020.1",
        "in May 2024",
        "it may 5 times",
        "ranges 10/100/1000",
        "Page 32   May 2004",
        "Source: ACME INC., 8-K, 1/9/2020",
        "`2024-02-30`-like\n\n```\n2024-02-30\n```".partition("\n\n")[2],
    ],
)
def test_no_dates(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    "text", ["31 April 2024", "February 29, 2023", "31/04/2024", "2024-02-30", "June 31", "30 Feb"]
)
def test_impossible(text):
    ((_, mention),) = dates(f"on {text} it ends")
    assert mention.impossible
    assert mention.date is None


def test_another_date_settles_the_order():
    first, second = (d for _, d in dates("from 04/05/2026 to 30/06/2026"))
    assert (first.date, first.ambiguous) == (datetime.date(2026, 5, 4), False)
    assert second.kind == "end"
    ((_, alone),) = dates("from 04/05/2026 on")
    assert alone.ambiguous
    assert alone.date is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This Agreement is effective as of 1 May 2026.", "effective"),
        ("The term commences on 1 May 2026.", "start"),
        ("The term expires on 1 May 2026.", "end"),
        ("Signed on 1 May 2026.", "signature"),
        ("Next review: 1 May 2026", "review"),
        ("Last updated 1 May 2026", "version"),
        ("The party is on 1 May 2026.", "other"),
    ],
)
def test_kinds(text, kind):
    ((_, mention),) = dates(text)
    assert mention.kind == kind


def test_row_head_tells_the_kind():
    ((_, mention),) = dates("| Field | Value |\n|---|---|\n| Expiry date | 1 May 2026 |")
    assert mention.kind == "end"


def test_weekday():
    ((_, mention),) = dates("on Monday, 4 May 2026")
    assert mention.weekday == "monday"


@given(st.dates(datetime.date(1970, 1, 1), datetime.date(2069, 12, 31)), st.integers(0, 5))
def test_every_day_is_read_back(day, form):
    month = MONTHS[day.month - 1].title()
    written = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day} day of {month}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
    ][form]
    ((text, mention),) = dates(f"It ends on {written} at noon.")
    assert mention.date == day
    assert text == written


@given(st.integers(1, 31), st.integers(1, 31), st.integers(1970, 2069), st.booleans())
def test_slashes_never_name_a_day_that_is_not_there(first, second, year, day_first):
    (date,) = numeric_dates(f"{first}/{second}/{year}")
    settled = in_order(date, day_first)
    assert settled is not None
    assert settled.impossible is (settled.date is None)


@pytest.mark.parametrize("pump", ["1/", "May ", "1 May ", "31-", "2024-", "the first day of "])
@pytest.mark.usefixtures("must_end")
def test_no_pattern_runs_away(pump):
    dates(pump * (200_000 // len(pump)), "a.txt")
