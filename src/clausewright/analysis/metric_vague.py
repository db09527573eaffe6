"""Commitments without a number: a duty on performance that nothing measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import Context
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_labels import severity_in
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Dimension
from clausewright.model.span import Span

_VAGUE: Final = (Cue.VAGUE_TIME, Cue.VAGUE_EFFORT)
_NOT_PERFORMANCE: Final = (Cue.MONEY, Cue.CREDIT, Cue.ENDING, Cue.AMENDMENT, Cue.LAW)
_MEASURED: Final = frozenset({Dimension.DURATION, Dimension.PERCENT, Dimension.TIME_OF_DAY})
_IN_ORDER: Final = (
    Cue.RTO,
    Cue.RPO,
    Cue.RESPONSE,
    Cue.RESOLUTION,
    Cue.NOTICE,
    Cue.UPDATE,
    Cue.AVAILABILITY,
)
_NEAR: Final = 60  # characters between the act and the vague word that times it
_LONGEST: Final = 420


def vague_metrics(
    document: Document,
    statements: Sequence[Statement],
    contexts: Sequence[Context],
    measured: Iterable[Candidate],
) -> Iterator[Candidate]:
    """Find commitments that no number measures, where no measured one stands in the sentence."""
    taken = {id(candidate.statement) for candidate in measured}
    for statement, context in zip(statements, contexts, strict=True):
        if id(statement) in taken or not statement.has(*_VAGUE, Cue.VAGUE_LEVEL):
            continue
        if statement.block.cell is not None or statement.block.kind is BlockKind.HEADING:
            continue
        found = _vague_commitment(statement, context)
        if found is not None:
            cue, span = found
            yield Candidate(
                name=str(cue),
                label=document.text_of(span),
                span=span,
                statement=statement,
                severity=severity_in(document, statement.span),
            )


def _vague_commitment(statement: Statement, context: Context) -> tuple[Cue, Span] | None:
    if statement.has(*_NOT_PERFORMANCE, Cue.CUSTOMER) or len(statement.span) > _LONGEST:
        return None
    if any(one.dimension in _MEASURED and not one.placeholder for one in statement.quantities):
        return None
    promised = statement.has(Cue.PROMISE) or statement.block.kind is BlockKind.ITEM
    if not promised or any(above.has(*_NOT_PERFORMANCE) for above in context.titles[:1]):
        return None
    for cue in _IN_ORDER:
        vague = _vague_words(statement, cue)
        if vague is None or not _is_of_the_service(statement, context, cue):
            continue
        return cue, vague
    return None


def _vague_words(statement: Statement, cue: Cue) -> Span | None:
    """Give act and vague words as one span where they stand close together."""
    times = _VAGUE if cue is not Cue.AVAILABILITY else (Cue.VAGUE_EFFORT, Cue.VAGUE_LEVEL)
    for act in statement.places(cue):
        for vague in statement.places(*times):
            if act.overlaps(vague):
                if cue is Cue.NOTICE:
                    return Span(min(act.start, vague.start), max(act.end, vague.end))
                continue
            gap = max(act.start - vague.end, vague.start - act.end)
            if gap <= _NEAR:
                return Span(min(act.start, vague.start), max(act.end, vague.end))
    return None


def _is_of_the_service(statement: Statement, context: Context, cue: Cue) -> bool:
    """Tell a duty of the service desk from any other duty to answer, tell or mend."""
    about = (Cue.MAINTENANCE, Cue.OUTAGE)
    if cue is Cue.NOTICE:
        return statement.has(*about)
    if cue is Cue.UPDATE:
        return statement.has(*about, Cue.REQUEST, Cue.AVAILABILITY)
    if cue in {Cue.RESPONSE, Cue.RESOLUTION}:
        return statement.has(Cue.REQUEST, Cue.OUTAGE)
    return True
