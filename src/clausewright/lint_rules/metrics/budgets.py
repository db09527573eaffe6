"""How much downtime a level of availability leaves, on every reading of a month or a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clausewright.analysis.quantity_units import DAY, HOUR, MINUTE
from clausewright.model.facts import Dimension, Quantity
from clausewright.pattern import regex

DAYS_OF: Final = {
    "day": (1.0,),
    "week": (7.0,),
    "month": (28.0, 29.0, 30.0, 30.44, 31.0),
    "quarter": (90.0, 91.0, 91.31, 92.0),
    "year": (360.0, 365.0, 365.25, 366.0),
}
"""Days of each period by which published downtime figures are reckoned."""
USUAL: Final = {"day": 1.0, "week": 7.0, "month": 30.0, "quarter": 90.0, "year": 365.0}
TOLERANCE: Final = 0.025
_NAMES: Final = (
    (regex(r"\b(?:month|months|monthly)\b", re.IGNORECASE), "month"),
    (regex(r"\b(?:year|years|yearly|annual|annually|annum)\b", re.IGNORECASE), "year"),
    (regex(r"\b(?:quarter|quarters|quarterly)\b", re.IGNORECASE), "quarter"),
    (regex(r"\b(?:week|weekly)\b", re.IGNORECASE), "week"),
    (regex(r"\b(?:day|daily)\b", re.IGNORECASE), "day"),
)


def period_in(text: str) -> str | None:
    """Give the one period a text names, None where it names none or several."""
    found = {name for pattern, name in _NAMES if pattern.search(text)}
    return found.pop() if len(found) == 1 else None


def budget(level: float, days: float) -> float:
    """Give the seconds of downtime that a level in percent leaves in so many days."""
    return (100.0 - level) / 100.0 * days * DAY


def total(parts: Sequence[Quantity]) -> tuple[float, float]:
    """Give the seconds of a duration written in parts, and one unit of its last digit."""
    last = parts[-1]
    unit = last.base / last.value if last.value else last.base
    return sum(part.base for part in parts), unit * 10.0**-last.decimals


def agrees(level: float, seconds: float, last_digit: float, period: str, *, rough: bool) -> bool:
    """Tell whether stated downtime fits a level on any reading of the period."""
    slack = 0.1 if rough else TOLERANCE
    return any(
        abs(budget(level, days) - seconds) <= max(slack * budget(level, days), last_digit)
        for days in DAYS_OF[period]
    )


def shown(seconds: float) -> str:
    """Write a duration for a message in the unit a person would use."""
    for size, name in ((DAY, "days"), (HOUR, "hours"), (MINUTE, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.4g} {name}"
    return f"{seconds:.3g} seconds" if seconds < MINUTE else f"{seconds / MINUTE:.3g} minutes"


def runs_together(text: str, first: Quantity, second: Quantity) -> bool:
    """Tell whether two durations are one ("43 minutes 12 seconds")."""
    gap = text[first.span.end : second.span.start].strip()
    return (
        second.dimension is Dimension.DURATION
        and gap in {"", "and", ","}
        and second.span.start - first.span.end <= 5
        and second.base < first.base
    )
