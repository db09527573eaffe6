"""Scales of a measured quantity other than a level in percent: hours of downtime, users, gigabytes.

A scale is a first column of a table, or the openings of the items of a list, whose entries read as
ranges of one unit ("1 to 4 hours", "more than 8 hours"), in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from clausewright.analysis.scan import fold
from clausewright.analysis.term_uses import stem
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Table
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_NUMBER: Final = r"(?:[$\u20ac\u00a3]\s?)?(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)"
_UNIT: Final = r"(?:\s?(?!(?:or|and|to|up)\b)(?P<{0}>[a-z]{{1,12}}|%))?"
_CLOSED = regex(
    r"(?:from\s|between\s)?"
    + _NUMBER.format("low")
    + _UNIT.format("unit")
    + r"\s?(?:-|\u2013|\u2014|to|and|up to)\s?(?P<below>less than|under|below|<)?\s?"
    + _NUMBER.format("high")
    + _UNIT.format("last")
)
_SIDED = regex(
    r"(?:(?P<under>less than|fewer than|under|below|<(?!=))"
    r"|(?P<upto>up to|at most|<=|\u2264|no more than|not more than)"
    r"|(?P<over>more than|greater than|longer than|over|above|exceeding|exceeds|>(?!=))"
    r"|(?P<least>at least|from|>=|\u2265))?\s?"
    + _NUMBER.format("value")
    + _UNIT.format("unit")
    + r"(?P<more>\s?\+|\s(?:or|and)\s(?:more|above|over|longer))?"
    + _UNIT.format("last")
)
_NOT_UNIT: Final = r"(?!(?:or|and|to|up|of|is|for|in|the)\b)[a-z]{3,12}"
_SAID = regex(
    r"(?<![\w.,])(?:(?:from |between )?\d[\d,.]{0,9}(?: [a-z]{3,8})? ?(?:-|\u2013|to|and) ?"
    rf"\d[\d,.]{{0,9}} {_NOT_UNIT}"
    r"|(?:less than|fewer than|under|below|up to|more than|over|above|exceeding|at least|from)"
    rf" \d[\d,.]{{0,9}} {_NOT_UNIT})"
)
_SCALED = regex(
    r"\b(?:users?|affected|scores?|points|seats|employees|size|volume|number of|count|range|band"
    r"|spend|orders|downtime|outage|delay|late|compliance|achieve\w*|rating)\b",
    re.IGNORECASE,
)
_GRADE = regex(
    r"\b(?:green|amber|yellow|orange|red|good|fair|poor|acceptable|unacceptable|warning|excellent"
    r"|satisfactory|unsatisfactory|normal|ok)\b",
    re.IGNORECASE,
)
_FEWEST_SAID: Final = 3
_LONGEST_SAID: Final = 600
_MARKS: Final = " *_\t\u00a0"
_ITEM_OPENS = regex(r"[^:=]{1,60}(?=\s?:)|[^:\u2013\u2014=]{1,60}(?=\s?[\u2013\u2014=])")
_BASES: Final = {
    "second": 1.0, "sec": 1.0, "minute": 60.0, "min": 60.0, "hour": 3_600.0, "hr": 3_600.0,
    "hrs": 3_600.0,
    "h": 3_600.0, "day": 86_400.0, "week": 604_800.0, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12,
}  # fmt: skip
_NO_SCALE: Final = frozenset(("am", "pm", "a", "st", "nd", "rd", "th", "x"))
_FEWEST: Final = 2


class Range(NamedTuple):
    """A range: its ends in the base unit, None where open, and whether each belongs to it.

    ``counts`` tells that only whole numbers fall into it: users, tickets.
    """

    low: float | None
    high: float | None
    low_included: bool
    high_included: bool
    unit: str
    counts: bool
    shown: str
    span: Span


def scales_of_ranges(draft: Draft) -> Iterator[tuple[Range, ...]]:
    """Give each scale, its ranges from the lowest up; one that is out of order is none."""
    for table in draft.tables:
        yield from _ordered(_of_column(table, 0))
        yield from _of_scaled_columns(table)
        yield from _of_rows(table)
    for block in draft.document.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            yield from _of_prose(draft, block)
    items = (block for block in draft.document.blocks if block.kind is BlockKind.ITEM)
    for _, group in groupby(enumerate(items), key=lambda one: one[1].index - one[0]):
        yield from _ordered(_of_items(draft, [block for _, block in group]))


def _of_prose(draft: Draft, block: Block) -> Iterator[tuple[Range, ...]]:
    """Read a paragraph that counts three ranges of one unit or more, one of them closed."""
    if not _FEWEST_SAID * 4 < len(block.span) <= _LONGEST_SAID:
        return
    folded = draft.words.folded
    found: list[Range] = []
    at = block.body.start
    while (match := _SAID.search(folded, at, block.span.end)) is not None:
        at = match.end()
        read = range_in(match[0], Span(*match.span()))
        if read is not None and read.unit:
            found.append(read)
    if len(found) >= _FEWEST_SAID and len({one.unit for one in found}) == 1:
        yield from _ordered(found)


def _of_scaled_columns(table: Table) -> Iterator[tuple[Range, ...]]:
    """Read the other columns whose header names what is counted; times of classes are no scale."""
    head = table.rows[table.header_rows - 1] if table.header_rows else ()
    for column in range(1, len(head)):
        if _SCALED.search(head[column].text):
            yield from _ordered(_of_column(table, column))


def _of_rows(table: Table) -> Iterator[tuple[Range, ...]]:
    """Read the rows of a table whose columns are grades: green, amber, red."""
    head = table.rows[table.header_rows - 1] if table.header_rows else ()
    graded = [at for at, cell in enumerate(head) if _GRADE.search(cell.text)]
    if len(graded) < _FEWEST_SAID:
        return
    for row in table.rows[table.header_rows :]:
        cells = [row[at] for at in graded if at < len(row)]
        read = [one for cell in cells if (one := range_in(cell.text, cell.span)) is not None]
        if len(read) >= _FEWEST_SAID:
            yield from _ordered(read)


def _of_column(table: Table, column: int) -> list[Range]:
    """Read a column of a table; none where half of its cells are no ranges."""
    if not table.header_rows:
        return []
    rows = [row for row in table.rows[table.header_rows :] if column < len(row)]
    read = [range_in(row[column].text, row[column].span) for row in rows]
    found = [one for one in read if one is not None]
    return found if len(found) * 2 > len(rows) else []


def _of_items(draft: Draft, items: Sequence[Block]) -> list[Range]:
    """Read what stands before the colon of each item of a list."""
    found: list[Range] = []
    for block in items:
        text = draft.document.text_of(block.body)
        opening = _ITEM_OPENS.match(text[:80])
        read = range_in(opening[0], block.body) if opening else None
        if read is not None:
            found.append(read)
    return found if len(found) * 2 > len(items) else []


def range_in(text: str, span: Span) -> Range | None:
    """Read a text that is a range and the thing counted ("60 to 120 minutes of downtime")."""
    folded = fold(text).strip(_MARKS)
    closed = _CLOSED.match(folded)
    if closed is not None:
        unit = closed["last"] or closed["unit"] or ""
        ends = (closed["unit"] or unit, unit)
        low, high = (
            _value(closed[name], end) for name, end in zip(("low", "high"), ends, strict=True)
        )
        if low >= high or not _is_all(folded, closed.end(), unit):
            return None
        counts = _is_count(unit, closed["low"], closed["high"])
        return Range(low, high, True, closed["below"] is None, _kind(unit), counts, folded, span)
    sided = _SIDED.match(folded)
    unit = (sided["unit"] or sided["last"] or "") if sided else ""
    if sided is None or not _is_all(folded, sided.end(), unit):
        return None
    value, counts = _value(sided["value"], unit), _is_count(unit, sided["value"])
    if sided["under"] or sided["upto"]:
        inside = sided["upto"] is not None
        return Range(None, value, True, inside, _kind(unit), counts, folded, span)
    if sided["over"] or sided["least"] or sided["more"]:
        inside = sided["over"] is None
        return Range(value, None, inside, True, _kind(unit), counts, folded, span)
    return None


def _is_all(folded: str, end: int, unit: str) -> bool:
    """Tell whether nothing but a few words follow a range."""
    rest = folded[end:].strip(_MARKS + ".")
    words = rest.split()
    return unit not in _NO_SCALE and len(words) <= 4 and not any(c.isdigit() for c in rest)


def _value(number: str, unit: str) -> float:
    return float(number.replace(",", "")) * _BASES.get(stem(unit), 1.0)


def _kind(unit: str) -> str:
    """Give what a unit measures: one word for all that convert into each other."""
    base = _BASES.get(stem(unit))
    if base is None:
        return stem(unit)
    return "data" if stem(unit).endswith("b") else "time"


def _is_count(unit: str, *numbers: str) -> bool:
    return stem(unit) not in _BASES and unit != "%" and not any("." in one for one in numbers)


def _ordered(ranges: Sequence[Range]) -> Iterator[tuple[Range, ...]]:
    """Give the ranges from the lowest up, where they make one scale of one unit."""
    units = {one.unit for one in ranges if one.unit}
    closed = [one for one in ranges if one.low is not None and one.high is not None]
    if len(ranges) < _FEWEST or not closed or len(units) > 1:
        return
    if units and any(not one.unit for one in closed) and not units.isdisjoint({"time", "data"}):
        return  # a bare number beside hours and minutes may be either
    rising = sorted(ranges, key=_place)
    if list(ranges) not in (rising, rising[::-1]):
        return
    if any(a.low is None and b.low is None for a, b in pairwise(rising)):
        return
    if any(a.high is None and b.high is None for a, b in pairwise(rising)):
        return
    yield tuple(rising)


def _place(one: Range) -> tuple[float, float]:
    return (
        float("-inf") if one.low is None else one.low,
        float("inf") if one.high is None else one.high,
    )


def between(lower: Range, upper: Range) -> float | None:
    """Give how far the upper of two ranges begins above the lower one; below 0 they overlap.

    None where an open end leaves nothing to compare. A shared end that both include overlaps by
    the least there is, one that neither includes is a gap of the same.
    """
    if lower.high is None or upper.low is None:
        return None
    width = upper.low - lower.high
    if lower.counts and upper.counts:
        first = upper.low if upper.low_included else upper.low + 1
        last = lower.high if lower.high_included else lower.high - 1
        return first - last - 1
    if width:
        return width
    if lower.high_included and upper.low_included:
        return -LEAST
    return 0.0 if lower.high_included or upper.low_included else LEAST


LEAST: Final = 1e-9
