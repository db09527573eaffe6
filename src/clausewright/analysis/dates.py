"""Dates of a document: where they stand, which day they name, and what they are dates of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from clausewright.analysis.date_forms import (
    MONTH_PHRASES,
    WrittenDate,
    day_comes_first,
    in_order,
    month_date,
    numeric_dates,
)
from clausewright.analysis.outline import Role
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import DateMention
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = MONTH_PHRASES
_CONTEXT = 90  # code points before a date that may tell what it is the date of
_KINDS = (
    ("review", r"\breview(?:ed)?\b"),
    (
        "version",
        r"\b(?:version|revis(?:ed|ion)|updated?|modified|amended|created|published|issued)\b",
    ),
    ("signature", r"\b(?:signed|signature|executed)\b"),
    ("end", r"\b(?:expir\w+|until|till|end(?:s|ing|ed)?|through|thru|terminat\w+|valid to)\b"),
    ("start", r"\b(?:commenc\w+|start(?:s|ing|ed)?|beg[iau]n(?:s|ning)?|from|valid from)\b"),
    (
        "effective",
        r"\b(?:effective|dated|as of|entered into|in force|in effect|made (?:on|this))\b",
    ),
)
_KIND = regex("|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS), re.IGNORECASE)
_STAMP = regex(
    r"\b(?:10-?[KQ]|20-?F|8-?K|6-?K|S-\d{1,2}|SB-\d|F-\d|10-?12G|10-?[KQ]SB|DEF ?14A)(?:/A)?,\s*$"
    r"|\bpage\s+$",
    re.IGNORECASE,
)  # the form and date that a filing prints on its pages, and page numbers beside a date
_RANGE = regex(
    r"\s?(?:(?:up )?to|through|and|until|-|\u2013|\u2014)\s?(?:and including\s)?", re.IGNORECASE
)


def dates_of(draft: Draft) -> tuple[DateMention, ...]:
    """Find the dates, in order of place."""
    document = draft.document
    written = list(_written(draft))
    numeric = [date for date in written if date.numeric]
    day_first = day_comes_first(document.text, numeric) if numeric else None
    rows = _RowHeads(draft.document.blocks)
    found: list[DateMention] = []
    for date in written:
        block = document.block_at(date.span.start)
        before = draft.text[max(block.span.start, date.span.start - 24) : date.span.start]
        if block.kind is BlockKind.CODE or _STAMP.search(before):
            continue
        settled = in_order(date, day_first) if date.numeric else date
        found.append(
            DateMention(
                kind=_range_end(draft, found, date.span)
                or _kind(draft, block, date.span.start, rows),
                date=settled.date if settled else None,
                span=date.span,
                impossible=settled is not None and settled.impossible,
                ambiguous=settled is None,
                weekday=date.weekday,
            )
        )
    return tuple(found)


def _written(draft: Draft) -> Iterator[WrittenDate]:
    """Give all written dates in order, each place once."""
    named = (month_date(draft.text, h.span.start, h.span.end) for h in draft.hits_of("dates"))
    found = [date for date in named if date is not None]
    end = 0
    for date in sorted([*found, *numeric_dates(draft.text)], key=lambda d: d.span):
        if date.span.start >= end:
            end = date.span.end
            yield date


class _RowHeads:
    """The words that head a table cell: the first cell of its row and the header of its column."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._rows: dict[tuple[int, int], Span] = {}
        self._columns: dict[tuple[int, int], Span] = {}
        for block in blocks:
            cell = block.cell
            if cell is None:
                continue
            self._rows.setdefault((cell.table, cell.row), block.span)
            if cell.header or cell.row == 0:
                self._columns.setdefault((cell.table, cell.column), block.span)

    def of(self, block: Block) -> tuple[Span, ...]:
        """Give the heads of a cell, the nearest last; none for other blocks."""
        if block.cell is None:
            return ()
        heads = (
            self._columns.get((block.cell.table, block.cell.column)),
            self._rows.get((block.cell.table, block.cell.row)),
        )
        return tuple(span for span in heads if span is not None and span != block.span)


def _range_end(draft: Draft, before: Sequence[DateMention], span: Span) -> str | None:
    """Tell whether a date closes a range: "from 1 May 2026 to 30 April 2027"."""
    if not before or before[-1].kind != "start":
        return None
    between = draft.text[before[-1].span.end : span.start]
    return "end" if _RANGE.fullmatch(between) else None


def _kind(draft: Draft, block: Block, start: int, rows: _RowHeads) -> str:
    """Tell what a date is of by the nearest word before it that says so."""
    heads = " ".join(draft.document.text_of(span) for span in rows.of(block))
    before = draft.text[max(block.span.start, start - _CONTEXT) : start]
    words = list(_KIND.finditer(f"{heads} {before}"))
    if words:
        return words[-1].lastgroup or "other"
    return "signature" if draft.outline.role(block) is Role.SIGNATURE else "other"
