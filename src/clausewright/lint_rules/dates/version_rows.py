"""The rows of a table of changes: each version with the one date of its row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from clausewright.model.facts import Table
from clausewright.model.span import Span
from clausewright.pattern import regex

_HEAD = regex(r"(?:document\s)?(?:version|revision|rev|ver|issue)\b.{0,12}", re.IGNORECASE)
_NUMBER = regex(
    r"\W{0,3}(?:v|ver|version|rev)?\.?\s?(\d{1,3}(?:\.\d{1,3}){0,3})\W{0,3}", re.IGNORECASE
)
Dated = TypeVar("Dated")


class Version(NamedTuple, Generic[Dated]):
    """A version: its number in parts, as written, and its date."""

    number: tuple[int, ...]
    written: str
    date: Dated


def versions_of(
    table: Table, dates_in: Callable[[Span], Iterable[Dated]]
) -> Iterator[Version[Dated]]:
    """Give the versions of a table of changes whose rows hold one date each, in order of place."""
    head = table.rows[0] if table.header_rows else ()
    at = next((i for i, cell in enumerate(head) if _HEAD.fullmatch(cell.text)), None)
    if at is None:
        return
    for row in table.rows[table.header_rows :]:
        number = _NUMBER.fullmatch(row[at].text) if at < len(row) else None
        dates = [one for cell in row for one in dates_in(cell.span)]
        if number is not None and len(dates) == 1:
            parts = tuple(int(part) for part in number[1].split("."))
            yield Version(parts, number[1], dates[0])
