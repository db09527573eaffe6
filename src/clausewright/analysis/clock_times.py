"""Times of day and the hours between two of them ("9am-6pm", "08:00 to 17:30")."""

from __future__ import annotations

from typing import Final

from clausewright.analysis.quantity_units import HOUR, MINUTE
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.span import Span
from clausewright.pattern import regex

_CLOCK = regex(
    r"\d\d?(?:(?:[:.][0-5]\d)?[ \u00a0]?[ap](?:\.[ ]?m\.|m\b)|:[0-5]\d(?::[0-5]\d)?(?![\d:]))"
)
_PARTS = regex(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?[ \u00a0]?([ap])?")
_DASH = r"\s{0,2}(?:-|\u2013|\u2014|to)\s{0,2}"
_BARE_BEFORE = regex(rf"(?<![\d.:/\w-])(\d{{1,2}}(?:[:.][0-5]\d)?){_DASH}$")
_BARE_AFTER = regex(rf"{_DASH}(\d{{1,2}}(?:[:.][0-5]\d)?)(?![\d:.%/\w]|\s?[ap]\.?m\b)")
_JOIN = regex(r"\s{0,2}(?:-|\u2013|\u2014|to|until|till|and|through)\s{0,2}(?:the\s)?")
_PART_OF_A_NAME = regex(r"[\d.:/\w]")
_LOOK_BACK: Final = 12
_NOON: Final = 12


def clock_times(folded: str) -> list[Quantity]:
    """Find times of day; two joined by a dash or "to" make one quantity with both ends.

    ``value`` and ``high`` are hours on a 24-hour clock, ``base`` is seconds after midnight.
    """
    found: list[Quantity] = []
    waiting: Span | None = None  # a time that may be the first of a pair
    for match in _CLOCK.finditer(folded):
        this = Span(*match.span())
        if found and this.start < found[-1].span.end:
            continue
        if this.start and _PART_OF_A_NAME.match(folded[this.start - 1]):
            continue
        if waiting and _JOIN.fullmatch(folded, waiting.end, this.start):
            found[-1] = _quantity(folded, waiting, this)
            waiting = None
            continue
        before = _BARE_BEFORE.search(folded, max(0, this.start - _LOOK_BACK), this.start)
        after = None if before else _BARE_AFTER.match(folded, this.end)
        if before:
            found.append(_quantity(folded, Span(*before.span(1)), this))
        elif after:
            found.append(_quantity(folded, this, Span(*after.span(1))))
        else:
            found.append(_quantity(folded, this, None))
        waiting = None if before or after else this
    return found


def _quantity(folded: str, first: Span, second: Span | None) -> Quantity:
    value = _hour(folded, first)
    return Quantity(
        span=Span(first.start, (second or first).end),
        value=value,
        unit="o'clock",
        dimension=Dimension.TIME_OF_DAY,
        base=value * HOUR,
        high=_hour(folded, second) if second else None,
        number_span=first,
    )


def _hour(folded: str, span: Span) -> float:
    parts = _PARTS.match(folded, span.start, span.end)
    if parts is None:
        return 0.0
    hour = float(parts[1])
    if parts[3]:
        hour = hour % _NOON + (_NOON if parts[3] == "p" else 0)
    return hour + float(parts[2] or 0) * MINUTE / HOUR
