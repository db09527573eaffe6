"""Classes of severity, priority or impact, with the words that give their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from clausewright.analysis.table_columns import Column, column_of, columns_of
from clausewright.model.document import Block, BlockKind, Document
from clausewright.model.facts import Dimension, SeverityClass, Table, TableCell
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_NUMBERED = regex(
    r"(?:severity|priority|sev|prio|impact|urgency|class|level)[\s.-]{0,2}(?:level[\s-]{0,2})?"
    r"([0-5]|i{1,3}v?|iv)\b|[ps]-?([0-5])\b",
    re.IGNORECASE,
)
_WORDED = regex(
    r"(critical|urgent|emergency|blocker|very high|high|major|serious|medium|moderate|normal|minor|"
    r"low|cosmetic|trivial)\b",
    re.IGNORECASE,
)
_NOUN = regex(
    r"[\s-]{1,2}(?:priority|severity|impact|urgency|support requests?|issues?|incidents?|errors?|"
    r"problems?|defects?|requests?|tickets?|bugs?|faults?|cases?)\b",
    re.IGNORECASE,
)
_BARE = regex(r"([0-5])\s?(?:$|[\u2013\u2014:(-])")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_RANKS: Final = {
    "blocker": 1,
    "critical": 1,
    "urgent": 1,
    "emergency": 1,
    "very high": 1,
    "high": 2,
    "major": 2,
    "serious": 2,
    "medium": 3,
    "moderate": 3,
    "normal": 3,
    "minor": 4,
    "low": 4,
    "cosmetic": 5,
    "trivial": 5,
}
_BRACKETED = regex(r"\s{0,2}[(\u2013-]\s?[\w -]{2,24}\)?")
_OPENS_MEANING = regex(
    r"[\s*_\"'\u201d]{0,4}(?::|\u2013|\u2014|-|=|\bmeans\b|\bis\b|\bare\b|\brefers to\b)\s{0,2}"
)
_DASHES: Final = ' \t\n:;,.*_-\u2013\u2014()|"'
_TIME_AHEAD = regex(
    r"(?<![\s,;:.(\u2013\u2014-])[\s,;:.(\u2013\u2014-]*+(?:\b(?:target|initial|first|maximum)\s)?"
    r"\b(?:respon[ds]e?|resol\w+|fix|acknowledge\w*)(?:\stimes?)?(?:\swithin)?[\s:]*$",
    re.IGNORECASE,
)
_FEWEST_WORDS: Final = 2
_WEIGHT: Final = frozenset({Dimension.DURATION, Dimension.PERCENT})


def severities_of(draft: Draft) -> tuple[SeverityClass, ...]:
    """Find the classes, each once; a place that gives the meaning wins over one that does not."""
    found: dict[str, SeverityClass] = {}
    for one in [*_in_tables(draft), *_in_text(draft)]:
        key = _key(one.name)
        known = found.get(key)
        if known is None or (known.meaning is None and one.meaning is not None):
            found[key] = one
    if len(found) < 2:
        return ()
    return tuple(sorted(found.values(), key=lambda one: one.span.start))


def class_rank(text: str, *, in_table: bool = False) -> int | None:
    """Give the rank of the class a text opens with, 1 the gravest; None where it names none.

    In a column of classes (``in_table``) a number alone is a class.
    """
    text = text.lstrip(_DASHES)
    numbered = _NUMBERED.match(text)
    if numbered:
        digit = numbered[1] or numbered[2]
        return int(digit) if digit.isdigit() else _ROMAN.get(digit.lower())
    worded = _WORDED.match(text)
    if worded:
        return _RANKS[worded[1].lower()]
    bare = _BARE.match(text) if in_table else None
    return int(bare[1]) if bare else None


def is_worded_class(text: str) -> bool:
    """Tell whether a word ("critical", "low") gives the order of a class, not only a number."""
    return _WORDED.search(text) is not None


def _key(name: str) -> str:
    numbered = _NUMBERED.search(name)
    if numbered:
        return str(class_rank(numbered[0]))
    worded = _WORDED.search(name)
    return worded[0].lower() if worded else name.lower()


def _in_tables(draft: Draft) -> Iterator[SeverityClass]:
    for table in draft.tables:
        if table.transposed or _meaning_row(table) is not None:
            yield from _across(table)
            continue
        if table.kind not in {"severity", "levels", "definitions", "other"}:
            continue
        columns = columns_of(table.rows, table.header_rows)
        where = [at for at, column in enumerate(columns) if column is Column.SEVERITY][:1] or [0]
        meanings = [at for at, column in enumerate(columns) if column is Column.MEANING]
        rows = [row for row in table.rows[table.header_rows :] if where[0] < len(row)]
        named = [class_rank(row[where[0]].text, in_table=True) for row in rows]
        if sum(rank is not None for rank in named) < 2 or _is_matrix(table):
            continue
        for row, rank in zip(rows, named, strict=True):
            if rank is not None:
                yield _of_row(row[where[0]], [row[at] for at in meanings if at < len(row)], rank)


def _meaning_row(table: Table) -> Sequence[TableCell] | None:
    """Give the row that says what each class across means, or None."""
    if not table.header_rows:
        return None
    for row in table.rows[table.header_rows :]:
        if row and (column_of(row[0].text) is Column.MEANING or _names_scope(row[0].text)):
            return row
    return None


def _names_scope(text: str) -> bool:
    """Tell the label of a row that says what belongs to each class."""
    return text.strip(_DASHES).lower() in {"scope", "use for", "use when", "applies to"}


def _across(table: Table) -> Iterator[SeverityClass]:
    """Read classes that stand side by side, each with what the row of meanings says of it."""
    if not table.header_rows:
        return
    ranked = [
        (at, cell, rank)
        for at, cell in enumerate(table.rows[0][1:], 1)
        if (rank := class_rank(cell.text)) is not None
    ]
    if len(ranked) <= 1:
        return
    meanings = _meaning_row(table)
    for at, cell, rank in ranked:
        said = [meanings[at]] if meanings is not None and at < len(meanings) else []
        yield _of_row(cell, said, rank)


def _is_matrix(table: Table) -> bool:
    """Tell an impact by urgency matrix: classes across as well as down."""
    across = [class_rank(cell.text) for cell in table.rows[0][1:]] if table.header_rows else []
    return sum(rank is not None for rank in across) >= 2


def _of_row(cell: TableCell, meanings: list[TableCell], rank: int) -> SeverityClass:
    name, rest = _split(cell.text)
    meaning = next((one.text for one in meanings if one.text.strip(_DASHES)), None) or rest
    return SeverityClass(name, rank, meaning, cell.span)


def _split(text: str) -> tuple[str, str | None]:
    """Cut a cell or an item into the name of the class and what it says of it."""
    start = len(text) - len(text.lstrip(_DASHES))
    match = _NUMBERED.match(text, start) or _WORDED.match(text, start) or _BARE.match(text, start)
    if match is None:
        return text.strip(), None
    end = match.end()
    for more in (_NOUN, _BRACKETED):
        after = more.match(text, end)
        end = after.end() if after else end
    rest = text[end:].strip(_DASHES)
    name = text[start:end].strip(_DASHES)
    name += ")" if "(" in name and ")" not in name else ""
    return name, rest if len(rest.split()) >= _FEWEST_WORDS else None


def _in_text(draft: Draft) -> Iterator[SeverityClass]:
    blocks = draft.document.blocks
    for block in blocks:
        if block.kind is BlockKind.ITEM or block.kind is BlockKind.PARAGRAPH:
            yield from _of_item(draft, block)
        elif block.kind is BlockKind.HEADING and block.index + 1 < len(blocks):
            yield from _of_heading(draft.document, block, blocks[block.index + 1])


def _of_item(draft: Draft, block: Block) -> Iterator[SeverityClass]:
    document = draft.document
    text = document.text_of(block.body)
    rank = class_rank(text)
    if rank is None:
        return
    name, _ = _split(text)
    at = text.find(name)
    opening = _OPENS_MEANING.match(text, at + len(name)) if at >= 0 else None
    if opening is None:
        return
    start = block.body.start + opening.end()
    times = [
        one.span.start
        for one in draft.quantities_in(Span(start, block.span.end))
        if one.dimension in _WEIGHT
    ]
    said = document.text[start : min(times, default=block.span.end)]
    said = _TIME_AHEAD.sub("", said).strip(_DASHES)
    meaning = said if len(said.split()) >= _FEWEST_WORDS and not _is_only_a_measure(said) else None
    offset = block.body.start + at
    yield SeverityClass(name, rank, meaning, Span(offset, offset + len(name)))


def _is_only_a_measure(text: str) -> bool:
    """Tell "Response within" and the like, which give a target and no meaning."""
    return len(text.split()) <= 4 and column_of(text) in {
        Column.RESPONSE,
        Column.RESOLUTION,
        Column.UPDATE,
        Column.TARGET,
    }


def _of_heading(document: Document, block: Block, following: Block) -> Iterator[SeverityClass]:
    text = document.text_of(block.body)
    if _NUMBERED.match(text.lstrip(_DASHES)) is None and not _NOUN.search(text):
        return
    rank = class_rank(text)
    if rank is None or following.kind is BlockKind.HEADING:
        return
    meaning = document.text_of(following.span) if following.cell is None else None
    yield SeverityClass(text.strip(_DASHES), rank, meaning, block.body)
