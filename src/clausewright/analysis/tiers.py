"""Bands of service credits, from credit tables and from lists of credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.scan import fold
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column, columns_of, header_text
from clausewright.analysis.tier_bands import Band, band_of
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import CreditTier, Dimension, Quantity, Table, TableCell
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_LEVELS: Final = (Column.AVAILABILITY, Column.TARGET, Column.METRIC, Column.SERVICE, Column.UNKNOWN)
_BASE = regex(
    r"\)?\s?(?:of|on)\s((?:[\w'\u2019/-]+[ ]){0,7}?"
    r"(?:fees?|charges?|bill|invoices?|price|payments?|amount|costs?|subscription|revenue|spend))\b",
    re.IGNORECASE,
)
_BARE = regex(r"[\s*_]*(\d+(?:\.\d+)?)\s?([A-Za-z]{0,12})[\s*_]*")
_NONE = regex(
    r"[\s*_]*(?:none|no (?:service )?credits?|n/?a|nil|[-\u2013\u2014]|0 ?%?)[\s*_.]*",
    re.IGNORECASE,
)
_LEAST_LEVEL: Final = 50.0


@dataclass(frozen=True, slots=True)
class _Credit:
    value: float | None
    unit: str
    base: str | None


def credit_tiers_of(draft: Draft) -> tuple[CreditTier, ...]:
    """Find the bands."""
    found: list[CreditTier] = []
    for table in draft.tables:
        found += _of_table(draft, table, _next_group(found))
    for listed in _lists(draft.document, draft.statements):
        found += _of_list(draft.document, listed, _next_group(found))
    return tuple(sorted(found, key=lambda tier: tier.span.start))


def _next_group(found: Sequence[CreditTier]) -> int:
    return 1 + max((tier.group for tier in found), default=-1)


def _of_table(draft: Draft, table: Table, group: int) -> Iterator[CreditTier]:
    columns = columns_of(table.rows, table.header_rows)
    credit_columns = [at for at, column in enumerate(columns) if column is Column.CREDIT]
    levels = [at for wanted in _LEVELS for at, column in enumerate(columns) if column is wanted]
    if table.kind != "credits" or not credit_columns:
        return
    level = _level_column(table, [at for at in levels if at not in credit_columns])
    if level is None:
        return
    head = header_text(table.rows, table.header_rows, credit_columns[0])
    percent = "%" in header_text(table.rows, table.header_rows, level) or _any_percent(table, level)
    for row in table.rows[table.header_rows :]:
        if max(level, credit_columns[0]) >= len(row):
            continue
        band = band_of(row[level].text, percent=percent)
        if band is None:
            continue
        credit = _credit_of(draft, row[credit_columns[0]], head)
        yield _tier(band, credit, row[level].span, group)


def _level_column(table: Table, candidates: Sequence[int]) -> int | None:
    """Choose the column whose cells read as bands."""
    rows = table.rows[table.header_rows :]
    for at in candidates:
        read = [band_of(row[at].text, percent=True) for row in rows if at < len(row)]
        highest = max((band.high or band.low or 0.0 for band in read if band), default=0.0)
        if sum(band is not None for band in read) * 2 >= len(rows) and highest >= _LEAST_LEVEL:
            return at
    return None


def _any_percent(table: Table, at: int) -> bool:
    return any("%" in row[at].text for row in table.rows[table.header_rows :] if at < len(row))


def _credit_of(draft: Draft, cell: TableCell, head: str) -> _Credit:
    text = cell.text
    base = _base_in(text) or _base_in(head)
    if _NONE.fullmatch(text):
        return _Credit(0.0, "%", base)
    for quantity in draft.quantities_in(cell.span):
        if quantity.dimension in {Dimension.PERCENT, Dimension.MONEY, Dimension.DURATION}:
            return _Credit(quantity.value, quantity.unit, base)
    bare = _BARE.fullmatch(text)
    if bare:
        unit = fold(bare[2]) or ("%" if "%" in head or "percent" in fold(head) else "")
        return _Credit(float(bare[1]), unit, base)
    return _Credit(None, "", base)


def _base_in(text: str) -> str | None:
    found = _BASE.search(text)
    return found[1] if found else None


def _tier(band: Band, credit: _Credit, span: Span, group: int) -> CreditTier:
    return CreditTier(
        low=band.low,
        high=band.high,
        low_included=band.low_included,
        high_included=band.high_included,
        credit=credit.value,
        unit=credit.unit,
        base=credit.base,
        span=span,
        group=group,
        decimals=band.decimals,
    )


def _lists(document: Document, statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Give runs of list items, or of sentences of one paragraph, that grant credits."""
    granting = [one for one in statements if one.block.cell is None and _grants(document, one)]

    def place(statement: Statement) -> tuple[int | None, bool, int]:
        section = document.section_of(statement.block)
        listed = statement.block.kind is BlockKind.ITEM
        return (section.index if section else None, listed, 0 if listed else statement.block.index)

    for _, run in groupby(granting, key=place):
        tiers = list(run)
        if len(tiers) > 1:
            yield tiers


def _grants(document: Document, statement: Statement) -> bool:
    percents = [one for one in statement.quantities if one.dimension is Dimension.PERCENT]
    return len(percents) >= 2 and _granted(document, statement, percents) is not None


def _granted(
    document: Document, statement: Statement, percents: Sequence[Quantity]
) -> Quantity | None:
    """Find the one percentage that is the credit, not the level."""
    text = document.text
    granted = [one for one in percents if _BASE.match(text, one.span.end)]
    if not granted and statement.has(Cue.CREDIT):
        granted = [
            one
            for one in percents
            if fold(text[one.span.end : one.span.end + 24])
            .lstrip(" )")
            .startswith(("credit", "service credit", "refund", "discount"))
        ]
    return granted[0] if len(granted) == 1 else None


def _of_list(document: Document, run: Sequence[Statement], group: int) -> Iterator[CreditTier]:
    for statement in run:
        percents = [one for one in statement.quantities if one.dimension is Dimension.PERCENT]
        credit = _granted(document, statement, percents)
        if credit is None:
            continue
        span = _rest(statement.span, credit)
        band = band_of(document.text_of(span), percent=False)
        if band is None or max(band.low or 0.0, band.high or 0.0) < _LEAST_LEVEL:
            continue
        base = _BASE.match(document.text, credit.span.end)
        granted = _Credit(credit.value, "%", base[1] if base else None)
        yield _tier(band, granted, statement.span, group)


def _rest(span: Span, credit: Quantity) -> Span:
    """Give the longer part of a sentence beside its credit."""
    before = Span(span.start, credit.span.start)
    after = Span(credit.span.end, span.end)
    return before if len(before) > len(after) else after
