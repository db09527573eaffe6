"""Numbers that fill a table cell alone."""

from __future__ import annotations

from typing import NamedTuple

from clausewright.model.facts import TableCell
from clausewright.pattern import regex

_NUMBER = regex(
    r"[\s*_]*(?P<before>[A-Z]{3}\s?|[$\u20ac\u00a3]\s?)?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<after>\s?%|\s?[A-Z]{3}|\s?[$\u20ac\u00a3])?[\s*_]*"
)


class CellNumber(NamedTuple):
    """A number with the sign beside it: a currency, "%", or nothing."""

    value: float
    sign: str
    decimals: int


def number_in(cell: TableCell) -> CellNumber | None:
    """Read a cell that holds one number and nothing else."""
    match = _NUMBER.fullmatch(cell.text)
    if match is None:
        return None
    plain = match["number"].replace(",", "")
    sign = ((match["before"] or "") + (match["after"] or "")).strip()
    return CellNumber(float(plain), sign, len(plain.partition(".")[2]))
