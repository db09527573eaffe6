"""Bands of service credits, from credit tables and from lists of credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.scan import fold
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import (
    Column,
    column_of,
    columns_of,
    header_text,
    is_scale_across,
)
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
_CREDIT_BEFORE = regex(
    r"\b(?:credit|refund|compensation|discount|rebate)s?\s(?:of|is|are|shall be|will be|"
    r"amounts? to|equals?|comes to)\s(?:an?\s(?:amount|share)\sof\s)?$",
    re.IGNORECASE,
)
_CREDIT_AFTER = ("credit", "service credit", "refund", "discount", "rebate")
_LISTED_CREDIT = regex(
    r"(?::|=|\u2013|\u2014|\u2192|->|=>)[\s*_]{0,4}"
    r"(?:(?:an?\s)?(?:service\s)?(?:credit|refund)\s(?:of\s)?)?$",
    re.IGNORECASE,
)
_CREDIT_FIRST = regex(
    r"\)?[\s*_]{1,4}(?:(?:service\s)?(?:credit|refund|discount|rebate)s?\s)?"
    r"(?:if|when|where|for|in case|once|should)\b",
    re.IGNORECASE,
)
_ITEM_ENDS = regex(r"[\s*_.;,]*+(?:(?:service\s)?credits?|and|or)?[\s*_.;,]*")
_PERCENT_OF = regex(r"(?:%|\bpercent(?:ages?)?|\bshares?|\bparts?)(?=\s(?:of|on)\s)", re.IGNORECASE)
_BARE = regex(r"[\s*_]*(\d+(?:\.\d+)?)\s?([A-Za-z]{0,12})[\s*_]*")
_NONE = regex(
    r"[\s*_]*(?:none|no (?:service )?credits?|n/?a|nil|[-\u2013\u2014]|0 ?%?)[\s*_.]*",
    re.IGNORECASE,
)
_LEAST_LEVEL: Final = 50.0
_BARE_LEVEL = regex(r"[\s*_]*\d{1,3}(?:[.,]\d+)?\s?%?[\s*_]*")
_FROM = regex(
    r"[\s*_]*(?:from|lower(?: limit| bound)?|at least|min(?:imum)?)\b.{0,20}", re.IGNORECASE
)
_TO = regex(
    r"[\s*_]*(?:to|upto|up to|upper(?: limit| bound)?|less than|below|max(?:imum)?)\b.{0,20}",
    re.IGNORECASE,
)
_SIDE = regex(
    r"\b(below|under|less than|lower than|above|at least|greater than)[\s:*_]{0,4}"
    r"(?:\(?%\)?|\((?:percent|in %)\))?[\s*_]{0,4}\Z",
    re.IGNORECASE,
)


class _Credit(NamedTuple):
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
    if table.kind == "credits" and is_scale_across(table.rows):
        yield from _across(draft, table, group)
        return
    columns = columns_of(table.rows, table.header_rows)
    credit_columns = [at for at, column in enumerate(columns) if column is Column.CREDIT]
    levels = [at for wanted in _LEVELS for at, column in enumerate(columns) if column is wanted]
    levels += [at for at in range(len(columns)) if at not in levels]
    if table.kind != "credits" or not credit_columns:
        return
    level = _level_column(table, [at for at in levels if at not in credit_columns])
    if level is None:
        return
    head = header_text(table.rows, table.header_rows, credit_columns[0])
    above = _base_above(draft.document, table)
    percent = "%" in header_text(table.rows, table.header_rows, level) or _any_percent(table, level)
    for row in table.rows[table.header_rows :]:
        if max(level, credit_columns[0]) >= len(row):
            continue
        band = band_of(_band_text(table, row, level), percent=percent)
        if band is None:
            continue
        credit = _credit_of(draft, row[credit_columns[0]], head)
        if credit.base is None and credit.unit == "%":
            credit = credit._replace(base=above)
        yield _tier(band, credit, row[level].span, group)


def _across(draft: Draft, table: Table, group: int) -> Iterator[CreditTier]:
    """Read bands that stand side by side over what each gives."""
    given = next(row for row in table.rows[1:] if column_of(row[0].text) is Column.CREDIT)
    for cell, below in zip(table.rows[0][1:], given[1:], strict=False):
        band = band_of(cell.text, percent="%" in cell.text)
        if band is not None:
            yield _tier(band, _credit_of(draft, below, given[0].text), cell.span, group)


def _band_text(table: Table, row: Sequence[TableCell], at: int) -> str:
    """Give the words of a band, with what its header says of the number or the next column."""
    head = header_text(table.rows, table.header_rows, at)
    text = row[at].text
    if not _BARE_LEVEL.fullmatch(text):
        return text
    if _FROM.fullmatch(head) and at + 1 < len(row):
        to = header_text(table.rows, table.header_rows, at + 1)
        if _TO.fullmatch(to) and _BARE_LEVEL.fullmatch(row[at + 1].text):
            return f"{text} to {row[at + 1].text}"
    side = _SIDE.search(head)
    return f"{side[1]} {text}" if side else text


def _base_above(document: Document, table: Table) -> str | None:
    """Read the base from the paragraph that announces a table."""
    first = table.rows[0][0].block if table.rows and table.rows[0] else 0
    if first == 0 or document.blocks[first - 1].kind is not BlockKind.PARAGRAPH:
        return None
    return _announced_base(document.text_of(document.blocks[first - 1].span))


def _announced_base(lead: str) -> str | None:
    """Read of what all credits are a share ("in percent of the monthly fee")."""
    shares = _PERCENT_OF.finditer(lead)
    bases = {base[1] for share in shares if (base := _BASE.match(lead, share.end()))}
    return bases.pop() if len(bases) == 1 else None


def _level_column(table: Table, candidates: Sequence[int]) -> int | None:
    """Choose the column whose cells read as bands."""
    rows = table.rows[table.header_rows :]
    for at in candidates:
        read = [band_of(_band_text(table, row, at), percent=True) for row in rows if at < len(row)]
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


class _Grant(NamedTuple):
    """A sentence or list item that grants a credit, and the base that its lead announces."""

    statement: Statement
    credit: Quantity
    base: str | None


def _lists(document: Document, statements: Sequence[Statement]) -> Iterator[list[_Grant]]:
    """Give runs of list items, or of sentences of one paragraph, that grant credits."""

    def place(grant: _Grant) -> tuple[int | None, bool, int]:
        block = grant.statement.block
        listed = block.kind is BlockKind.ITEM
        return (document.section_index(block), listed, 0 if listed else block.index)

    for _, run in groupby(_grants(document, statements), key=place):
        tiers = list(run)
        if len(tiers) > 1:
            yield tiers


def _grants(document: Document, statements: Sequence[Statement]) -> Iterator[_Grant]:
    lead: list[Statement] = []
    for statement in statements:
        if statement.block.cell is not None:
            continue
        listed = statement.block.kind is BlockKind.ITEM
        if not listed:
            same = lead and lead[0].block.index == statement.block.index
            lead = [*lead, statement] if same else [statement]
        percents = [one for one in statement.quantities if one.dimension is Dimension.PERCENT]
        if len(percents) < 2:
            continue
        credit = _granted(document, statement, percents)
        announced = listed and any(one.has(Cue.CREDIT) for one in lead)
        if credit is None and announced:
            credit = _listed_credit(document, statement, percents)
        if credit is not None:
            yield _Grant(statement, credit, _base_of(document, credit, lead if announced else ()))


def _base_of(document: Document, credit: Quantity, lead: Sequence[Statement]) -> str | None:
    own = _BASE.match(document.text, credit.span.end)
    if own or not lead:
        return own[1] if own else None
    return _announced_base(document.text[lead[0].span.start : lead[-1].span.end])


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
            if fold(text[one.span.end : one.span.end + 24]).lstrip(" )").startswith(_CREDIT_AFTER)
            or _CREDIT_BEFORE.search(
                text, max(statement.span.start, one.span.start - 48), one.span.start
            )
        ]
    return granted[0] if len(granted) == 1 else None


def _listed_credit(
    document: Document, statement: Statement, percents: Sequence[Quantity]
) -> Quantity | None:
    """Find the credit that closes or opens an item of a list of credits ("below 99.0%: 10%")."""
    first, last = percents[0], percents[-1]
    opens = not document.text[statement.span.start : first.span.start].strip(" *_(\u2022-")
    if opens and _CREDIT_FIRST.match(document.text, first.span.end, statement.span.end):
        return first
    start = max(statement.span.start, last.span.start - 32)
    if not _LISTED_CREDIT.search(document.text, start, last.span.start):
        return None
    ends = _ITEM_ENDS.fullmatch(document.text, last.span.end, statement.span.end)
    return last if ends else None


def _of_list(document: Document, run: Sequence[_Grant], group: int) -> Iterator[CreditTier]:
    for grant in run:
        band = _band_beside(document, grant.statement.span, grant.credit)
        if band is not None:
            granted = _Credit(grant.credit.value, "%", grant.base)
            yield _tier(band, granted, grant.statement.span, group)


def _band_beside(document: Document, span: Span, credit: Quantity) -> Band | None:
    """Read the band before or behind the credit of a sentence, in the longer part first."""
    before = Span(span.start, credit.span.start)
    after = Span(credit.span.end, span.end)
    for part in sorted((before, after), key=len, reverse=True):
        band = band_of(document.text_of(part), percent=False)
        if band is not None and max(band.low or 0.0, band.high or 0.0) >= _LEAST_LEVEL:
            return band
    return None
