"""Numbers in cells whose unit stands in the column's header ("Response (hours)": 4)."""

from __future__ import annotations

from clausewright.analysis.quantity_units import TIME_QUALIFIERS, TIME_UNITS, time_unit
from clausewright.analysis.scan import fold
from clausewright.model.facts import Dimension, Quantity, TableCell
from clausewright.model.span import Span
from clausewright.pattern import regex

_BARE = regex(r"[\s*_]{0,4}(<=|>=|[<>\u2264\u2265~=])?\s?(\d+(?:[.,]\d+)?)[\s*_]{0,4}")
_HEADER_WORDS = regex(r"[a-z]+|%")
_SIGNS = {"\u2264": "<=", "\u2265": ">="}


def quantity_by_header(cell: TableCell, header: str) -> Quantity | None:
    """Read a bare number with the unit of its header, "" where that has none; None for words."""
    number = _BARE.fullmatch(cell.text)
    if number is None:
        return None
    words = _HEADER_WORDS.findall(fold(header))
    value = float(number[2].replace(",", "."))
    decimals = len(number[2].partition(".")[2])
    span = Span(cell.span.start + number.start(2), cell.span.start + number.end(2))
    comparator = _SIGNS.get(number[1], number[1]) if number[1] else None
    if "%" in words or "percent" in words or "percentage" in words:
        return Quantity(
            span, value, "%", Dimension.PERCENT, value, decimals,
            comparator=comparator, number_span=span,
        )  # fmt: skip
    for index, word in enumerate(words):
        if word not in TIME_UNITS or (len(word) < 2 and len(words) > index + 1):
            continue
        qualifiers = tuple(
            before for before in words[max(0, index - 1) : index] if before in TIME_QUALIFIERS
        )
        timed = time_unit(word, qualifiers)
        if timed is None:
            continue
        size, business = timed
        unit = " ".join([*qualifiers, word])
        return Quantity(
            span, value, unit, Dimension.DURATION, value * size, decimals,
            business=business, comparator=comparator, number_span=span,
        )  # fmt: skip
    return Quantity(
        span, value, "", Dimension.COUNT, value, decimals, comparator=comparator, number_span=span
    )
