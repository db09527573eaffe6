"""What a document gives for a metric beside its target: method, exclusions, reporting and so on.

A field is given in the metric's own table row or sentence, or by a sentence elsewhere that speaks
of the same kind of metric or of all service levels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import NAME_CUES, Cue
from clausewright.analysis.statements import Statement
from clausewright.analysis.table_columns import Column
from clausewright.model.document import BlockKind
from clausewright.model.facts import CreditTier

FIELDS: Final = ("method", "exclusions", "baseline", "reporting", "consequence")
_CUES: Final[Mapping[str, tuple[Cue, ...]]] = {
    "method": (Cue.METHOD,),
    "exclusions": (Cue.EXCLUSION,),
    "baseline": (Cue.BASELINE,),
    "reporting": (Cue.REPORT,),
    "consequence": (Cue.CONSEQUENCE,),
}
_COLUMNS: Final[Mapping[str, Column]] = {
    "method": Column.METHOD,
    "exclusions": Column.EXCLUSIONS,
    "baseline": Column.BASELINE,
    "reporting": Column.REPORTING,
    "consequence": Column.CREDIT,
}
_ALL: Final = "all"
_NAMED: Final = tuple(cue for cue in NAME_CUES if cue is not Cue.OTHER)


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Which fields are given, by name of metric; "all" serves every metric.

    ``beside`` are the paragraphs that give a field in a sentence which names no metric: "It is
    measured by an external probe".
    """

    given: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[int]]

    def has(self, field: str, candidate: Candidate) -> bool:
        """Tell whether the document gives a field for a commitment."""
        names = self.given[field]
        return (
            candidate.name in names
            or _ALL in names
            or candidate.statement.has(*_CUES[field])
            or candidate.statement.block.index in self.beside[field]
            or any(kind == _COLUMNS[field] for kind, _ in candidate.row)
        )


def anatomy_of(
    statements: Sequence[Statement], contexts: Sequence[Context], tiers: Sequence[CreditTier]
) -> Anatomy:
    """Collect what sentences give for a kind of metric, or for all."""
    given: dict[str, set[str]] = {field: set() for field in FIELDS}
    beside: dict[str, set[int]] = {field: set() for field in FIELDS}
    if tiers:
        given["consequence"].add("availability")
    for statement, context in zip(statements, contexts, strict=True):
        heading = statement.block.kind is BlockKind.HEADING
        for field, cues in _CUES.items():
            if not statement.has(*cues):
                continue
            if field == "exclusions" and heading:
                given[field].add(_ALL)
            elif not heading:
                given[field] |= _served(statement, context, field)
                if not statement.has(*_NAMED):
                    beside[field].add(statement.block.index)
    return Anatomy(
        {field: frozenset(names) for field, names in given.items()},
        {field: frozenset(blocks) for field, blocks in beside.items()},
    )


def _served(statement: Statement, context: Context, field: str) -> set[str]:
    """Tell which metrics a sentence speaks of; a title names them for a bare sentence."""
    if field == "consequence" and not statement.has(Cue.CONDITION, Cue.CREDIT, Cue.LEVELS):
        return set()
    names = {str(cue) for cue in NAME_CUES if cue is not Cue.OTHER and statement.has(cue)}
    figures = field == "baseline" and statement.quantities
    if statement.has(Cue.LEVELS) or figures:
        names.add(_ALL)
    if not names and field != "reporting":
        names = {
            str(cue)
            for title in context.titles[:1]
            for cue in (Cue.AVAILABILITY, Cue.RESPONSE, Cue.RESOLUTION)
            if title.has(cue)
        }
    return names
