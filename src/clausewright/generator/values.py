"""Typed values of fields: what a picks file writes, what an agreement says.

Every value says its own unit, so that a clause body writes ``{{ target }}`` and never a unit of
its own: a percent renders "99.9%", a duration "30 minutes" or "1 Business Day", money
"EUR 10,000", a date "1 March 2026".
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MAX_TEXT = 2_000  # code points of one text value

_DURATION = re.compile(
    r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?) (?P<business>business )?"
    r"(?P<unit>millisecond|second|minute|hour|day|week|month|year)s?\Z",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?P<currency>[A-Z]{3}) (?P<amount>[0-9]{1,3}(?:,?[0-9]{3})*(?:\.[0-9]{2})?)\Z"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,8}(?:\.[0-9]{1,12})?\Z")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z|24:00\Z")
_ZONE = re.compile(r"(?:UTC|[A-Z][A-Za-z]{1,20}(?:/[A-Z][A-Za-z0-9_+-]{1,30}){1,2})\Z")
_SECONDS = {
    "millisecond": Decimal("0.001"),
    "second": Decimal(1),
    "minute": Decimal(60),
    "hour": Decimal(3600),
    "day": Decimal(86_400),
    "week": Decimal(604_800),
    "month": Decimal(2_592_000),
    "year": Decimal(31_536_000),
}
_BUSINESS_DAY = Decimal(28_800)


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of a hundred."""

    number: Decimal

    def __str__(self) -> str:
        """Give "99.9%"."""
        return f"{plain(self.number)}%"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; ``unit`` singular; ``business`` counts business hours or days only."""

    number: Decimal
    unit: str
    business: bool = False

    def __str__(self) -> str:
        """Give "30 minutes" or, in capitals since it is a defined term, "5 Business Days"."""
        ending = "" if self.number == 1 else "s"
        unit = f"Business {self.unit.capitalize()}" if self.business else self.unit
        return f"{plain(self.number)} {unit}{ending}"

    @property
    def seconds(self) -> Decimal:
        """Give clock seconds; a business day counts 8 hours, a month 30 days, a year 365."""
        if self.business and self.unit == "day":
            return self.number * _BUSINESS_DAY
        if self.business and self.unit == "week":
            return self.number * 5 * _BUSINESS_DAY
        return self.number * _SECONDS[self.unit]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency, by its ISO 4217 code."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        """Give "EUR 10,000" or "EUR 10,000.50"."""
        whole = self.amount == self.amount.to_integral_value()
        return (
            f"{self.currency} {self.amount:,.0f}"
            if whole
            else f"{self.currency} {self.amount:,.2f}"
        )


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date."""

    date: datetime.date

    def __str__(self) -> str:
        """Give "1 March 2026"."""
        return f"{self.date.day} {_MONTHS[self.date.month - 1]} {self.date.year}"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things."""

    number: Decimal

    def __str__(self) -> str:
        """Give "1,000"."""
        return plain(self.number)


def quotient_of(dividend: object, divisor: object) -> Count:
    """Divide money by money, or a count by a count or a share; not rounded.

    Raises ValueError where the two are of different currencies, or the divisor is zero.
    """
    if isinstance(dividend, Money) and isinstance(divisor, Money):
        if dividend.currency != divisor.currency:
            raise ValueError(f"is in {divisor.currency}, but {dividend} is in {dividend.currency}")
        above, below = dividend.amount, divisor.amount
    elif isinstance(dividend, Count) and isinstance(divisor, Count | Percent):
        above = dividend.number
        below = divisor.number / 100 if isinstance(divisor, Percent) else divisor.number
    else:
        told = f"cannot divide {dividend}: their types do not fit"
        raise ValueError(told)  # noqa: TRY004 - told with its place like every other wrong value
    if below == 0:
        raise ValueError("must be above zero: something is divided by it")
    return Count(above / below)


def rounded_up(count: Count) -> Count:
    """Give the next whole number."""
    return Count(count.number.to_integral_value(ROUND_CEILING))


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def plain(number: Decimal) -> str:
    """Write a number with thousands separators and no trailing zeros."""
    text = f"{number.normalize():,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal_of(raw: object) -> Decimal:
    """Read a number, also as text with thousands separators; raise ValueError otherwise.

    A comma that parts anything but thousands is refused: "0,5" is a half to many readers.
    """
    text = str(raw).strip() if not isinstance(raw, bool) else ""
    if "," in text:
        if not _THOUSANDS.match(text):
            raise ValueError(f'must be a number written with a decimal point, not "{text[:40]}"')
        text = text.replace(",", "")
    if len(text) > 24:
        raise ValueError("must be a number of at most 24 digits")
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("must be a number") from error
    if not number.is_finite():
        raise ValueError("must be a finite number")
    return number


def percent_of(raw: object) -> Percent:
    """Read 99.9, "99.9" or "99.9%"."""
    if isinstance(raw, str):
        raw = raw.removesuffix("%").rstrip()
    try:
        number = decimal_of(raw)
    except ValueError as error:
        raise ValueError('must be a percentage, such as "99.9%"') from error
    if not 0 <= number <= 100:
        raise ValueError(f"must lie between 0% and 100%, not {plain(number)}%")
    return Percent(number)


def duration_of(raw: object) -> Duration:
    """Read "30 minutes" or "5 business days"."""
    found = _DURATION.match(raw.strip()) if isinstance(raw, str) else None
    if found is None:
        raise ValueError(
            'must be a number with its unit, such as "30 minutes" or "5 business days" '
            "(milliseconds, seconds, minutes, hours, days, weeks, months, years)"
        )
    unit, business = found["unit"].lower(), bool(found["business"])
    if business and unit not in {"hour", "day", "week"}:
        raise ValueError("only hours, days and weeks can be business time")
    return Duration(Decimal(found["number"]), unit, business)


def money_of(raw: object) -> Money:
    """Read "EUR 10,000" or "GBP 250.50"."""
    found = _MONEY.match(raw.strip()) if isinstance(raw, str) else None
    if found is None:
        raise ValueError('must be a currency code and an amount, such as "EUR 10,000"')
    return Money(Decimal(found["amount"].replace(",", "")), found["currency"])


def day_of(raw: object) -> Day:
    """Read a date as 2026-03-01."""
    try:
        return Day(datetime.date.fromisoformat(raw if isinstance(raw, str) else ""))
    except ValueError as error:
        raise ValueError('must be a date that exists, written "2026-03-01"') from error


def count_of(raw: object) -> Count:
    """Read a whole number, 0 or more."""
    number = decimal_of(raw)
    if number != number.to_integral_value() or number < 0:
        raise ValueError("must be a whole number, 0 or more")
    return Count(number)


def time_of(raw: object) -> str:
    """Read a time of day as 09:00 (24:00 is the end of a day)."""
    if not isinstance(raw, str) or not _TIME.match(raw):
        raise ValueError('must be a time of day of 24 hours, such as "09:00"')
    return raw


def zone_of(raw: object) -> str:
    """Read an IANA time zone such as Europe/London, never an abbreviation such as EST."""
    if not isinstance(raw, str) or not _ZONE.match(raw) or not _is_known_zone(raw):
        raise ValueError('must be an IANA time zone, such as "Europe/London" or "UTC"')
    return raw


@lru_cache(maxsize=64)
def _is_known_zone(name: str) -> bool:
    """Look a zone up; where the machine holds no zones at all, any well-formed name will do."""
    for asked in (name, "Europe/London"):
        try:
            return ZoneInfo(asked).key == name
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return True


def text_of(raw: object) -> str:
    """Read one line of text; refuse what could break or hide in a document."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        raw = str(raw)
    if not isinstance(raw, str):
        told = "must be text on one line (quote it if YAML reads it as something else)"
        raise ValueError(told)  # noqa: TRY004 - pydantic reports only ValueError
    text = " ".join(raw.strip(" \n").split("\n")) if raw.endswith("\n") else raw.strip(" ")
    if not text:
        raise ValueError("must not be empty")
    if len(text) > MAX_TEXT:
        raise ValueError(f"is {len(text):,} characters long; at most {MAX_TEXT:,} fit one value")
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}:
            raise ValueError(
                f"holds the control or invisible character U+{ord(character):04X}: remove it"
            )
    return typographic(text)


def typographic(text: str, previous: str = " ") -> str:
    """Turn straight quotation marks and apostrophes into curly ones; ``previous`` stands before."""
    if '"' not in text and "'" not in text:
        return text
    out: list[str] = []
    for index, character in enumerate(text):
        before = text[index - 1] if index else previous
        opening = before.isspace() or before in "([{—–-/“‘"
        if character == '"':
            out.append("“" if opening else "”")
        elif character == "'":
            out.append("‘" if opening else "’")
        else:
            out.append(character)
    return "".join(out)
