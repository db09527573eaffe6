"""Cells that nobody filled in, seen by the cells beside them: material for hints.

A cell is empty by mistake where its row says more and its column is filled in the other rows; a
table is a form of the template where not one of its rows is filled in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from clausewright.analysis.outline import Role
from clausewright.model.facts import Table, TableCell
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_MAY_BE_EMPTY = regex(
    r"\b(?:notes?|comments?|remarks?|exceptions?|exclusions?|examples?|links?|references?|signatures?"
    r"|signed|initials?|optional|additional|workarounds?|other|actual|achieved|results?|scores?"
    r"|status|evidence|details?|conditions?|observations?)\b",
    re.IGNORECASE,
)
_SUM = regex(r"[*_ ]{0,3}(?:sub-?|grand )?totals?\b", re.IGNORECASE)
_SIGNED = regex(r"\b(?:signatures?|signed|initials?)\b", re.IGNORECASE)
_SHORTEST: Final = 4  # characters of what a column of values holds; shorter are ticks and roles
_MOST_EMPTY: Final = 2
_FEWEST_FILLED: Final = 2
_QUIET = frozenset((Role.SIGNATURE, Role.CONTENTS, Role.CODE, Role.PAGE))

_Row = tuple[Sequence[TableCell], Counter[int]]
"""The cells of a row, and in how many columns each block with text stands."""


def empty_values(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Give the rows that lack a value which their neighbours have, with the name of the column."""
    for table in draft.tables:
        if not table.header_rows or table.transposed or _is_quiet(draft, table):
            continue
        head, *rows = table.rows[table.header_rows - 1 :]
        body = [(row, Counter(cell.block for cell in row if cell.text)) for row in rows]
        for column in range(1, len(head)):
            name = head[column].text.strip(" *_")
            if name and not _MAY_BE_EMPTY.search(name):
                yield from ((row, name) for row in _rows_without(body, column))


def unfilled_tables(draft: Draft) -> Iterator[Span]:
    """Give the headers of the tables whose rows are all empty."""
    for table in draft.tables:
        if not table.header_rows or _is_quiet(draft, table):
            continue
        head, body = table.rows[table.header_rows - 1], table.rows[table.header_rows :]
        filled = [cell for cell in head if cell.text]
        if len(filled) < 2 or _SIGNED.search(" ".join(cell.text for cell in filled)):
            continue
        if body and not any(cell.text.strip(" -_|") for row in body for cell in row):
            yield Span(filled[0].span.start, filled[-1].span.end)


def _is_quiet(draft: Draft, table: Table) -> bool:
    first = draft.document.blocks[table.rows[0][0].block]
    return table.kind == "signature" or draft.outline.role(first) in _QUIET


def _rows_without(body: Sequence[_Row], column: int) -> Iterator[Span]:
    """Give the first cell of each row that is empty in a column which the others fill."""
    whole = [row for row, filled in body if _says_more(row, filled, column)]
    filled = [row[column].text for row in whole if row[column].text]
    lacking = [row for row in whole if not row[column].text]
    if not 0 < len(lacking) <= _MOST_EMPTY or len(filled) < max(_FEWEST_FILLED, 2 * len(lacking)):
        return
    if sum(len(text) >= _SHORTEST for text in filled) * 2 > len(filled):
        yield from (row[0].span for row in lacking)


def _says_more(row: Sequence[TableCell], filled: Counter[int], column: int) -> bool:
    """Tell a row with a label and another value from a title within the table, and from a sum."""
    if column >= len(row) or not row[0].text or _SUM.match(row[0].text):
        return False
    cell = row[column]
    return len(filled) - (cell.text != "" and filled[cell.block] == 1) > 1
