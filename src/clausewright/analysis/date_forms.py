"""How a date is written: the forms, and the calendar day each one names."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from clausewright.model.span import Span
from clausewright.pattern import regex

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_OF = {
    **{name: i for i, name in enumerate(MONTHS, 1)},
    **{name[:3]: i for i, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINAL_OF = {
    **{word: i for i, word in enumerate(_ORDINALS, 1)},
    **{f"twenty-{word}": 20 + i for i, word in enumerate(_ORDINALS[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
MONTH_PHRASES = tuple(_MONTH_OF)

_YEAR = r"(?P<year>(?:19|20|21)\d\d|['\u2019]\d\d)(?!\d)"
_DAY_BEFORE = regex(
    r"(?<![\w.,/:$-])(?P<day>\d{1,2}|[A-Za-z]{4,7}(?:-[a-z]{5,7})?)"
    r"(?:\s?(?:st|nd|rd|th))?(?:\s?\([a-z0-9-]{1,14}\))?"
    r"(?P<day_of>\s+day)?(?P<of>\s+of)?[\s-]{1,3}$",
    re.IGNORECASE,
)
_YEAR_AFTER = regex(r"\.?,?[\s-]{1,3}" + _YEAR)
_DAY_AFTER = regex(r"\.?\s{1,3}(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?(?![\d:%/]|\.\d|-\w)")
_YEAR_THEN = regex(r"\s?,?\s{0,3}" + _YEAR)
_NUMERIC = regex(
    r"(?:(?P<iso>(?:19|20)\d\d)(?P<iso_by>[-/.])(?P<iso_a>\d{1,2})(?P=iso_by)"
    r"(?P<iso_b>\d{1,2})(?:(?=T\d)|(?!\w))"
    r"|(?P<a>\d{1,2})(?P<by>[-/.])(?P<b>\d{1,2})(?P=by)(?P<year>(?:19|20)\d\d|\d\d))"
    r"(?!(?!T\d)\w|[/:-]|\.\d)"
)
_DIGIT_BY_DIGIT = regex(r"\d[-/.](?=\d)")
_INSIDE = regex(r"[\w./:-]")  # right before a number: it is a part of a longer one
_WEEKDAY_BEFORE = regex(
    r"\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WEEKDAY_AFTER = regex(
    r"\s?\((mon|tues|wednes|thurs|fri|satur|sun)day\)",
    re.IGNORECASE,
)
_ORDER_HINT = regex(r"\b(dd|mm)([/.-])(?:mm|dd)\2yy(?:yy)?\b", re.IGNORECASE)


class WrittenDate(NamedTuple):
    """A date as written: its parts, and what they name.

    ``year`` is None where none is written. ``numeric`` is the separator of an all-digit date whose
    ``first`` and ``second`` part may be day and month in either order; ``day`` and ``month`` are
    then 0 until the order is decided.
    """

    span: Span
    year: int | None
    month: int
    day: int
    weekday: str | None = None
    numeric: str | None = None
    first: int = 0
    second: int = 0

    @property
    def date(self) -> datetime.date | None:
        """The calendar day, None where there is none or the year is not told."""
        if self.year is None or not day_exists(self.year, self.month, self.day):
            return None
        return datetime.date(self.year, self.month, self.day)

    @property
    def impossible(self) -> bool:
        """Whether no calendar holds this day."""
        return not day_exists(self.year or 2024, self.month, self.day)


def day_exists(year: int, month: int, day: int) -> bool:
    """Tell whether a year has this day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def month_date(text: str, start: int, end: int) -> WrittenDate | None:
    """Read the date around the name of a month at ``text[start:end]``, None where there is none."""
    if not text[start].isupper():
        return None
    month = _MONTH_OF.get(text[start:end].lower())
    if month is None:
        return None
    return _day_first(text, start, end, month) or _month_first(text, start, end, month)


def _day_first(text: str, start: int, end: int, month: int) -> WrittenDate | None:
    window = max(0, start - 40)
    before = _DAY_BEFORE.search(text[window:start])
    if before is None:
        return None
    written = before["day"].lower()
    day = int(written) if written.isdigit() else _ORDINAL_OF.get(written, 0)
    if not day or (not written.isdigit() and not before["of"]):
        return None
    year = _YEAR_AFTER.match(text, end)
    if year is None and (day > 31 or not _alone(text, end)):
        return None
    stop = year.end() if year else end
    at = window + before.start("day")
    return WrittenDate(Span(at, stop), _year(year), month, day, weekday=_weekday(text, at, stop))


def _alone(text: str, end: int) -> bool:
    """Tell whether a month without a year ends the date ("30 April", not "1 May 5, 2020")."""
    return _DAY_AFTER.match(text, end) is None


def _month_first(text: str, start: int, end: int, month: int) -> WrittenDate | None:
    day = _DAY_AFTER.match(text, end)
    if day is None:
        return None
    year = _YEAR_THEN.match(text, day.end())
    if year is None and int(day["day"]) > 31:
        return None
    stop = year.end() if year else day.end()
    return WrittenDate(
        Span(start, stop),
        _year(year),
        month,
        int(day["day"]),
        weekday=_weekday(text, start, stop),
    )


def _year(match: re.Match[str] | None) -> int | None:
    return _full_year(match["year"].lstrip("'\u2019")) if match else None


def _full_year(written: str) -> int:
    year = int(written)
    if year >= 100:
        return year
    return year + (1900 if year >= 70 else 2000)


def _weekday(text: str, start: int, end: int) -> str | None:
    match = _WEEKDAY_BEFORE.search(text[max(0, start - 18) : start]) or _WEEKDAY_AFTER.match(
        text, end
    )
    if match is None:
        return None
    written = match[1].lower()[:3]
    return next(day for day in WEEKDAYS if day.startswith(written))


def _numeric_matches(text: str) -> Iterator[re.Match[str]]:
    """Find dates of digits, looked for only around a digit, a separator and a digit."""
    done = 0
    for inner in _DIGIT_BY_DIGIT.finditer(text):
        for start in (inner.start() - 3, inner.start() - 1, inner.start()):
            match = _NUMERIC.match(text, start) if start >= done else None
            if match:
                yield match
                done = match.end()
                break


def numeric_dates(text: str) -> Iterator[WrittenDate]:
    """Read the dates written in digits alone, day and month still undecided where they can be.

    Two-digit years count with slashes only: "1.2.22" is as likely a version number.
    """
    for match in _numeric_matches(text):
        if _INSIDE.match(text, match.start() - 1, match.start()):
            continue
        span = Span(*match.span())
        weekday = _weekday(text, *match.span())
        if match["iso"]:
            month, day = int(match["iso_a"]), int(match["iso_b"])
            if month <= 31 and day <= 31 and not (month > 12 and day > 12):
                if month > 12:
                    month, day = day, month
                yield WrittenDate(span, int(match["iso"]), month, day, weekday)
        elif match["by"] == "/" or len(match["year"]) == 4:
            first, second = int(match["a"]), int(match["b"])
            both_high = first > 12 and second > 12 and len(match["year"]) < 4
            if 1 <= first <= 31 and 1 <= second <= 31 and not both_high:
                year = _full_year(match["year"])
                yield WrittenDate(span, year, 0, 0, weekday, match["by"], first, second)


def day_comes_first(text: str, dates: list[WrittenDate]) -> bool | None:
    """Decide the order of day and month in dates of digits, None where nothing tells it.

    A format named in the text ("DD/MM/YYYY") or a date that can be read one way only decides,
    unless others contradict it.
    """
    if not dates:
        return None
    votes = {hint[1].lower() == "dd" for hint in _ORDER_HINT.finditer(text)}
    for date in dates:
        if date.first > 12 >= date.second:
            votes.add(True)
        elif date.second > 12 >= date.first:
            votes.add(False)
    return votes.pop() if len(votes) == 1 else None


def in_order(date: WrittenDate, day_first: bool | None) -> WrittenDate | None:
    """Settle day and month of a date of digits; None where both orders are possible.

    Dots are written between day and month in that order (ISO 8601 knows none, and no country that
    writes the month first uses them).
    """
    orders = [(date.first, date.second), (date.second, date.first)]
    possible = [(day, month) for day, month in orders if day_exists(date.year or 2024, month, day)]
    if len(possible) == 2 and date.first != date.second:
        if date.numeric == ".":
            day_first = True
        if day_first is None:
            return None
        possible = [orders[0] if day_first else orders[1]]
    day, month = possible[0] if possible else orders[0 if date.second <= 12 else 1]
    return WrittenDate(date.span, date.year, month, day, date.weekday, date.numeric)
