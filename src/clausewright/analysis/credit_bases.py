"""What a percentage of a credit or a cap is a share of."""

from __future__ import annotations

import re

from clausewright.pattern import regex

_BASE = regex(
    r"\)?\s?(?:of|on|off)\s((?:[\w'\u2019/-]+[ ]){0,8}?"
    r"(?:fees?|charges?|bill|invoices?|price|payments?|amount|costs?|subscription|spend))\b",
    re.IGNORECASE,
)
_PERIODS = (
    ("month", regex(r"\bmonth(?:ly|s|'s|\u2019s)?\b", re.IGNORECASE)),
    ("year", regex(r"\b(?:annual(?:ly)?|year(?:ly|'s|\u2019s)?|twelve|12)\b", re.IGNORECASE)),
    ("quarter", regex(r"\bquarter(?:ly)?\b", re.IGNORECASE)),
)


def base_after(text: str, end: int) -> str | None:
    """Give the words that say of what a percentage is a share, right after it."""
    found = _BASE.match(text, end)
    return found[1] if found else None


def period_of(base: str | None) -> str | None:
    """Give the one period that a base is the fee of, None where it names none or several."""
    if base is None:
        return None
    found = [name for name, pattern in _PERIODS if pattern.search(base)]
    return found[0] if len(found) == 1 else None
