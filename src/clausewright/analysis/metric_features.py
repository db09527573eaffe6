"""What speaks for and against a number or a sentence being a commitment, as named features.

A feature is a meaning, not a phrase: the dimension and size of the number, its comparator, the
kinds of cue in its sentence, over its list and in its titles, what its table holds, and single
common words beside it. ``metric_model.json`` gives each its weight.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import CUES_OF, NAME_CUES, Cue
from clausewright.analysis.quantity_units import DAY, HOUR, MINUTE, MONTH, WEEK
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column, columns_of
from clausewright.model.facts import Dimension, Quantity, Table
from clausewright.pattern import regex

_WORD: Final = regex(r"[a-z]+")
_NEAR: Final = 60
_BESIDE: Final = 40
_SIZES: Final = (
    (1.0, "below a second"), (MINUTE, "seconds"), (HOUR, "minutes"), (8 * HOUR, "hours"),
    (2 * DAY, "a day"), (WEEK, "days"), (MONTH, "weeks"), (6 * MONTH, "months"),
)  # fmt: skip
_SHARES: Final = (
    (5.0, "a few"), (25.0, "small"), (50.0, "below half"), (80.0, "most"), (95.0, "high"),
    (99.0, "very high"), (99.999999, "nearly all"), (100.0, "all"),
)  # fmt: skip
_LENGTHS: Final = ((40, "40"), (80, "80"), (160, "160"), (320, "320"))
_DENSITIES: Final = ((15, "15"), (35, "35"), (60, "60"), (90, "90"), (130, "130"))
_SERVICE: Final = frozenset(
    {
        Cue.AVAILABILITY, Cue.RESPONSE, Cue.RESOLUTION, Cue.UPDATE, Cue.MAINTENANCE, Cue.LEVELS,
        Cue.OUTAGE, Cue.REQUEST,
    }
)  # fmt: skip
_OF_SERVICE: Final = frozenset(
    phrase for phrase, cues in CUES_OF.items() if not _SERVICE.isdisjoint(cues)
)


class Columns(NamedTuple):
    """The columns of a table and its rows, for the cells in it."""

    table: Table
    columns: tuple[Column, ...]

    def heads(self, row: int) -> bool:
        """Tell whether a row heads the columns."""
        return row < self.table.header_rows

    def features(self, row: int, column: int) -> Iterator[str]:
        """Give what the table says of one of its cells."""
        yield f"table {self.table.kind}"
        if column < len(self.columns):
            yield f"column {self.columns[column]}"
        for other in set(self.columns):
            yield f"with column {other}"
        yield "header row" if self.heads(row) else "body row"
        yield "first column" if column == 0 else "later column"


def columns_by_table(tables: Sequence[Table]) -> Mapping[int, Columns]:
    """Read the columns of all tables once."""
    return {one.index: Columns(one, columns_of(one.rows, one.header_rows)) for one in tables}


def service_density(statements: Sequence[Statement], words: int) -> float:
    """Count the words on service levels in a thousand words."""
    count = sum(1 for one in statements for hit in one.hits if hit.phrase in _OF_SERVICE)
    return 1000 * count / max(words, 150)


def features_around(
    statement: Statement, context: Context, tables: Mapping[int, Columns], density: float
) -> set[str]:
    """Give the features of a statement and of what stands over it."""
    kind = "cell" if statement.block.cell is not None else str(statement.block.kind)
    found = {
        f"place {kind}",
        f"length {_step(len(statement.span), _LENGTHS)}",
        f"density {_step(density, _DENSITIES)}",
    }
    found |= {f"said {cue}" for cue in statement.cues}
    for lead in context.leads[:2]:
        found |= {f"lead {cue}" for cue in lead.cues}
    for nearest in context.titles[:1]:
        found |= {f"title {cue}" for cue in nearest.cues}
    for above in context.titles[1:]:
        found |= {f"above {cue}" for cue in above.cues}
    if statement.binds_customer:
        found.add("customer")
    cell = statement.block.cell
    if cell is not None and cell.table in tables:
        found.update(tables[cell.table].features(cell.row, cell.column))
    return found


def features_of_quantity(
    statement: Statement, quantity: Quantity, around: Collection[str], row: Collection[Cue]
) -> set[str]:
    """Add what speaks of one number: its kind, size, limits and the words beside it."""
    kind = str(quantity.dimension)
    found = {f"{kind}: {one}" for one in around}
    found |= set(around)
    found |= {f"row {cue}" for cue in row}
    found |= {
        kind,
        f"{kind} {quantity.comparator}",
        f"{kind} {_size(quantity)}",
        f"{kind} first" if quantity is statement.quantities[0] else f"{kind} later",
        f"{min(len(statement.quantities), 4)} numbers",
    }
    found |= {f"beside {one.dimension}" for one in statement.quantities if one is not quantity}
    if quantity.business:
        found.add("business time")
    if quantity.placeholder:
        found.add("open number")
    for hit in statement.hits:
        gap = max(quantity.span.start - hit.span.end, hit.span.start - quantity.span.end)
        if gap <= _NEAR:
            found |= {f"near {cue}" for cue in CUES_OF[hit.phrase]}
    found |= set(_words_beside(statement, quantity, kind))
    return found


def features_of_words(statement: Statement, around: Collection[str]) -> set[str]:
    """Add the words of a statement without a number."""
    text = statement.text[statement.span.start : statement.span.end].lower()
    found = set(around)
    found |= {f"word {word}" for word in _WORD.findall(text)}
    names = [cue for cue in NAME_CUES if cue in statement.cues]
    for vague in (Cue.VAGUE_TIME, Cue.VAGUE_EFFORT, Cue.VAGUE_LEVEL, Cue.FREQUENCY):
        if vague in statement.cues:
            found |= {f"{vague} with {name}" for name in names}
            if Cue.PROMISE in statement.cues:
                found.add(f"{vague} promised")
    return found


def _words_beside(statement: Statement, quantity: Quantity, kind: str) -> Iterator[str]:
    start, end = quantity.span.start, quantity.span.end
    before = statement.text[max(statement.span.start, start - _BESIDE) : start].lower()
    after = statement.text[end : min(statement.span.end, end + _BESIDE)].lower()
    for word in _WORD.findall(before)[-4:]:
        yield f"{kind} after {word}"
    for word in _WORD.findall(after)[:3]:
        yield f"{kind} before {word}"


def _size(quantity: Quantity) -> str:
    if quantity.dimension is Dimension.DURATION:
        return _step(quantity.base, _SIZES)
    if quantity.dimension is Dimension.PERCENT:
        return _step(quantity.value, _SHARES)
    return "range" if quantity.high is not None else "number"


def _step(value: float, steps: Sequence[tuple[float, str]]) -> str:
    for limit, name in steps:
        if value < limit or (limit == 100.0 and value == limit):
            return name
    return "more"
