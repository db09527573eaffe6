"""Commitments that no pattern found, taken by the weight of the evidence for them.

Patterns ask for words that they know. Here every number with a fitting dimension, and every
sentence without one, is weighed by features that hardly depend on words; what weighs enough is said
with its probability as ``score``. Only texts that speak of service levels at all are weighed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import NAME_CUES, Cue
from clausewright.analysis.metric_features import (
    columns_by_table,
    features_around,
    features_of_quantity,
    features_of_words,
    service_density,
)
from clausewright.analysis.metric_frequencies import interval_of
from clausewright.analysis.metric_labels import label_of, severity_in
from clausewright.analysis.metric_model import MetricModel, metric_model, probability
from clausewright.analysis.metric_names import Named, name_beside
from clausewright.analysis.metric_sentences import LEAST_AVAILABILITY, OF_A_CALENDAR
from clausewright.analysis.metric_sheets import Sheet, cell_candidate, slot_of
from clausewright.analysis.metric_tables import KINDS_WITHOUT, is_conversion
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Dimension, Quantity, Table
from clausewright.model.span import Span

LEAST_DENSITY: Final = 16.0
"""Words on service levels in a thousand, below which a text is not weighed."""
LEAST_MEASURED: Final = -1.4
"""Log-odds from which a number is said to be a target."""
LEAST_UNMEASURED: Final = -0.95
"""Log-odds from which a sentence without a number is said to be a commitment."""
WEIGHED: Final = frozenset(
    {
        Dimension.DURATION, Dimension.PERCENT, Dimension.RATE, Dimension.SCORE, Dimension.COUNT,
        Dimension.TIME_OF_DAY, Dimension.DATA,
    }
)  # fmt: skip
_VAGUE: Final = (Cue.VAGUE_TIME, Cue.VAGUE_EFFORT, Cue.VAGUE_LEVEL, Cue.FREQUENCY)
_PLAIN: Final = (
    Cue.RTO, Cue.RPO, Cue.RESPONSE, Cue.RESOLUTION, Cue.UPDATE, Cue.NOTICE, Cue.MAINTENANCE,
    Cue.AVAILABILITY,
)  # fmt: skip
_NAMED_BESIDE: Final = 40
_BESIDE: Final = 20
_WHOLE: Final = 100.0
_LEAST_TEXT: Final = 8
_LONGEST: Final = 600

_Row: TypeAlias = tuple[int, int]


class Evidence(NamedTuple):
    """A number, or a sentence without one, with its features."""

    statement: Statement
    quantity: Quantity | None
    features: frozenset[str]


def evidence_of(
    document: Document,
    statements: Sequence[Statement],
    contexts: Sequence[Context],
    tables: Sequence[Table],
) -> Iterator[Evidence]:
    """Give all that may be a commitment, in order; nothing in a text on other matters."""
    density = service_density(statements, len(document.text) // 6)
    if density < LEAST_DENSITY:
        return
    columns = columns_by_table(tables)
    silent = {
        at
        for at, one in columns.items()
        if one.table.kind in KINDS_WITHOUT or is_conversion(one.columns)
    }
    rows = _cues_by_row(statements)
    for statement, context in zip(statements, contexts, strict=True):
        cell = statement.block.cell
        if (
            statement.binds_customer
            or context.binds_customer
            or statement.block.contents
            or (cell is not None and cell.table in silent)
        ):
            continue
        if any(one.has(Cue.BASELINE) for one in (statement, *context.titles[:1])):
            continue  # where the parties stand, not what one of them promises
        numbers = [one for one in statement.quantities if _may_measure(document, statement, one)]
        heads = cell is not None and columns[cell.table].heads(cell.row)
        if not numbers and (heads or not _may_promise(statement)):
            continue
        around = features_around(statement, context, columns, density)
        beside = rows.get(_row_of(statement), frozenset())
        for one in numbers:
            features = features_of_quantity(statement, one, around, beside)
            yield Evidence(statement, one, frozenset(features))
        if not numbers:
            around |= {f"row {cue}" for cue in beside}
            yield Evidence(statement, None, frozenset(features_of_words(statement, around)))


def _may_measure(document: Document, statement: Statement, quantity: Quantity) -> bool:
    """Leave out hours of opening, "24 hours a day" and what ends or changes the contract."""
    if quantity.dimension not in WEIGHED:
        return False
    if quantity.dimension is Dimension.TIME_OF_DAY:
        return statement.has(Cue.MAINTENANCE, Cue.AVAILABILITY)
    if quantity.dimension is not Dimension.DURATION:
        return True
    if statement.has(Cue.NOTICE) and statement.has(Cue.ENDING, Cue.AMENDMENT):
        return False
    end = min(quantity.span.end + _BESIDE, statement.span.end)
    return not OF_A_CALENDAR.match(document.text, quantity.span.end, end)


def _may_promise(statement: Statement) -> bool:
    return (
        statement.block.kind is not BlockKind.HEADING
        and _LEAST_TEXT <= len(statement.span) <= _LONGEST
        and bool(statement.hits)
        and (not statement.has(Cue.METHOD) or statement.has(*_VAGUE))
    )


def _row_of(statement: Statement) -> _Row | None:
    cell = statement.block.cell
    return (cell.table, cell.row) if cell is not None else None


def _cues_by_row(statements: Sequence[Statement]) -> Mapping[_Row | None, frozenset[Cue]]:
    found: dict[_Row | None, frozenset[Cue]] = {}
    for one in statements:
        row = _row_of(one)
        if row is not None:
            found[row] = found.get(row, frozenset()) | one.cues
    return found


def weighed_metrics(
    document: Document,
    evidence: Collection[Evidence],
    found: Sequence[Candidate],
    sheets: Mapping[int, Sheet],
    model: MetricModel | None = None,
) -> list[Candidate]:
    """Give the commitments that weigh enough and were not found before."""
    model = model or metric_model()
    taken = _Taken(found)
    numbers = [one for one in evidence if one.quantity is not None]
    weighed = []
    for one in numbers:
        odds = model.measured.log_odds(one.features)
        if odds >= LEAST_MEASURED:
            candidate = _measured(document, one, model.name_of(one.features), odds, sheets)
            if not (taken.has(candidate) or _is_of_a_formula(candidate) or _is_low(candidate)):
                taken.add(candidate)
                weighed.append(candidate)
    for one in evidence:
        if one.quantity is None and not taken.has_place(one.statement):
            odds = model.unmeasured.log_odds(one.features)
            if odds >= LEAST_UNMEASURED:
                name = _only_name(one.statement) or model.name_of(one.features)
                candidate = _unmeasured(document, one, name, odds)
                taken.add(candidate)
                weighed.append(candidate)
    return weighed


class _Taken:
    """What has been said of each statement and of each row of a table."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        self._levels: set[tuple[int, float]] = set()
        self._names: set[tuple[int, str]] = set()
        self._in_rows: set[tuple[_Row, str]] = set()
        self._places: set[int] = set()
        self._rows: set[_Row] = set()
        for one in found:
            self.add(one)

    def add(self, candidate: Candidate) -> None:
        """Note a commitment."""
        place, row = id(candidate.statement), _row_of(candidate.statement)
        self._levels |= {
            (place, one.base) for one in (candidate.quantity, candidate.share) if one is not None
        }
        self._names.add((place, candidate.name))
        self._places.add(place)
        if row is not None:
            self._rows.add(row)
            self._in_rows.add((row, candidate.name))

    def has(self, candidate: Candidate) -> bool:
        """Tell whether this level has been said: as it is, for another plan, or as downtime."""
        quantity, place, row = (
            candidate.quantity, id(candidate.statement), _row_of(candidate.statement)
        )  # fmt: skip
        if quantity is not None and (place, quantity.base) in self._levels:
            return True
        if row is not None and (row, candidate.name) in self._in_rows:
            return True
        timed = quantity is not None and quantity.dimension is Dimension.DURATION
        return timed and candidate.name == "availability" and (place, "availability") in self._names

    def has_place(self, statement: Statement) -> bool:
        """Tell whether anything of this statement, or of its row, has been said."""
        return id(statement) in self._places or _row_of(statement) in self._rows


def _is_of_a_formula(candidate: Candidate) -> bool:
    """Tell "multiplied by 100%"."""
    quantity = candidate.quantity
    return (
        quantity is not None
        and quantity.dimension is Dimension.PERCENT
        and quantity.base >= _WHOLE
        and candidate.statement.has(Cue.METHOD)
    )


def _is_low(candidate: Candidate) -> bool:
    """Tell "more than 5% of requests fail", the threshold of an outage, from a level."""
    quantity = candidate.quantity
    return (
        candidate.name == "availability"
        and quantity is not None
        and quantity.dimension is Dimension.PERCENT
        and quantity.base < LEAST_AVAILABILITY
    )


def _measured(
    document: Document, evidence: Evidence, name: str, odds: float, sheets: Mapping[int, Sheet]
) -> Candidate:
    statement, quantity = evidence.statement, evidence.quantity
    if quantity is None:
        raise ValueError("a measured commitment has a number")
    named = name_beside(statement, quantity)
    near = named is not None and named.distance <= _NAMED_BESIDE and named.name != "other"
    if named is None or not near:
        named = Named(Cue.OTHER, quantity.span, 0.0)
    else:
        name = named.name
    span = Span(min(named.span.start, quantity.span.start), max(named.span.end, quantity.span.end))
    slot = slot_of(sheets, statement)
    if slot is not None:
        return cell_candidate(slot, name, quantity, span)._replace(score=probability(odds))
    return Candidate(
        name=name,
        label=label_of(document, statement, named, quantity) if near else name,
        span=span,
        statement=statement,
        quantity=quantity,
        severity=severity_in(document, statement.span),
        score=probability(odds),
    )


def _only_name(statement: Statement) -> str | None:
    """Give the one metric that the words of a sentence name, or None."""
    named = [cue for cue in _PLAIN if statement.has(cue)]
    return str(named[0]) if len(named) == 1 else None


def _unmeasured(document: Document, evidence: Evidence, name: str, odds: float) -> Candidate:
    statement = evidence.statement
    often = statement.places(Cue.FREQUENCY)
    said = next(
        (place for cue in NAME_CUES if cue == name for place in statement.places(cue)), None
    )
    return Candidate(
        name=name,
        label=document.text_of(said) if said else name,
        span=statement.span,
        statement=statement,
        quantity=interval_of(document.text, often[0]) if often else None,
        severity=severity_in(document, statement.span),
        table=statement.block.cell.table if statement.block.cell else None,
        score=probability(odds),
    )
