"""What a document gives for a metric beside its target: method, exclusions, reporting and so on.

A field is given in the metric's own table row or sentence, by a sentence elsewhere that speaks of
the same kind of metric or of all service levels, or by one that follows in the section and calls
the metric by its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

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
_FOLLOWING: Final = 12
"""Statements behind a commitment that may speak of it by its name."""
_OF_A_MISS: Final = (Cue.CONDITION, Cue.CREDIT, Cue.LEVELS)
_NAMED: Final = tuple(cue for cue in NAME_CUES if cue is not Cue.OTHER)


class Anatomy(NamedTuple):
    """Which fields are given, by name of metric; "all" serves every metric.

    ``beside`` are the paragraphs that give a field in a sentence which names no metric: "It is
    measured by an external probe". ``order`` is where each statement stands, by its identity.
    """

    given: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[int]]
    statements: Sequence[Statement]
    contexts: Sequence[Context]
    order: Mapping[int, int]

    def has(self, field: str, candidate: Candidate) -> bool:
        """Tell whether the document gives a field for a commitment."""
        names = self.given[field]
        return (
            candidate.name in names
            or _ALL in names
            or candidate.statement.has(*_CUES[field])
            or candidate.statement.block.index in self.beside[field]
            or any(kind == _COLUMNS[field] for kind, _ in candidate.row)
            or self._says_by_name(field, candidate)
        )

    def _says_by_name(self, field: str, candidate: Candidate) -> bool:
        """Tell whether a sentence that follows calls the metric by its name and gives the field."""
        at = self.order.get(id(candidate.statement))
        if at is None or not candidate.label[:1].isupper():
            return False
        titles = self.contexts[at].titles[:1]
        for index in range(at + 1, min(at + 1 + _FOLLOWING, len(self.statements))):
            statement = self.statements[index]
            if self.contexts[index].titles[:1] != titles:
                return False
            if _gives(statement, field) and _calls(statement, candidate.label):
                return True
        return False


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
            if statement.cues.isdisjoint(cues):
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
        statements,
        contexts,
        {id(statement): index for index, statement in enumerate(statements)},
    )


def _gives(statement: Statement, field: str) -> bool:
    """Tell whether a sentence gives a field for whatever metric it speaks of."""
    if field == "consequence" and not statement.has(*_OF_A_MISS):
        return False
    return statement.block.kind is not BlockKind.HEADING and statement.has(*_CUES[field])


def _calls(statement: Statement, label: str) -> bool:
    """Tell whether a sentence holds a name as whole words, written as it was."""
    text, span = statement.text, statement.span
    at = text.find(label, span.start, span.end)
    while at >= 0:
        end = at + len(label)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(label, end, span.end)
    return False


def _served(statement: Statement, context: Context, field: str) -> set[str]:
    """Tell which metrics a sentence speaks of; a title names them for a bare sentence."""
    if field == "consequence" and not statement.has(*_OF_A_MISS):
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
