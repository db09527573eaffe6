"""Metrics of a document: commitments on service performance, each with its anatomy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from clausewright.analysis.metric_anatomy import FIELDS, Anatomy, anatomy_of
from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_context import contexts_of
from clausewright.analysis.metric_cues import PHRASES
from clausewright.analysis.metric_frequencies import frequency_metrics
from clausewright.analysis.metric_sentences import sentence_metrics, trigger_metrics
from clausewright.analysis.metric_sheets import sheets_of
from clausewright.analysis.metric_tables import credit_table_metrics, table_metrics
from clausewright.analysis.metric_unset import unset_levels
from clausewright.analysis.metric_vague import vague_metrics
from clausewright.analysis.metric_weighed import evidence_of, weighed_metrics
from clausewright.analysis.metric_window_meanings import WindowMeanings
from clausewright.analysis.metric_windows import Windows
from clausewright.model.document import BlockKind
from clausewright.model.facts import CreditTier, Metric, Quantity, Target
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

__all__ = ["PHRASES", "metrics_of"]


def metrics_of(draft: Draft) -> tuple[Metric, ...]:
    """Find the metrics."""
    document, statements = draft.document, draft.statements
    contexts = contexts_of(document, statements)
    sheets = sheets_of(document.text, draft.tables, statements, contexts)
    found = [
        *_without_scales(sentence_metrics(document, statements, contexts), draft.credit_tiers),
        *table_metrics(sheets.values()),
    ]
    found += credit_table_metrics(draft.credit_tiers, statements, found)
    found += trigger_metrics(document, statements, contexts, found)
    taken = {id(one.statement) for one in found}
    often = frequency_metrics(document, statements)
    found += [one for one in often if id(one.statement) not in taken]
    found += vague_metrics(document, statements, contexts, found)
    found += unset_levels(document, statements, found)
    found.sort(key=lambda one: (one.span.start, one.span.end))
    evidence = tuple(evidence_of(document, statements, contexts, draft.tables))
    found = list(_distinct([*found, *weighed_metrics(document, evidence, found, sheets)]))
    found.sort(key=lambda one: (one.span.start, one.span.end))
    if not found:
        return ()
    windows = Windows(document, statements, contexts)
    meanings = WindowMeanings(document, statements, contexts, draft.terms)
    anatomy = anatomy_of(statements, contexts, draft.credit_tiers)
    return tuple(_metric(one, windows, meanings, anatomy, document.text) for one in found)


def _without_scales(
    candidates: Iterable[Candidate], tiers: Sequence[CreditTier]
) -> Iterator[Candidate]:
    """Leave out the bands of credit scales: they say what a miss costs, not what is promised."""
    bands = {tier.span for tier in tiers}
    for one in candidates:
        if one.name != "availability" or one.statement.span not in bands:
            yield one


def _distinct(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out a level that only repeats one already promised."""
    said: set[tuple[float, str]] = set()
    for one in candidates:
        if one.table is None and one.name == "availability" and one.quantity is not None:
            listed = one.statement.block.kind is BlockKind.ITEM
            key = (one.quantity.base, one.label if listed else "")
            if key in said:
                continue
            said |= {key, (one.quantity.base, "")}
        yield one


def _metric(
    candidate: Candidate,
    windows: Windows,
    meanings: WindowMeanings,
    anatomy: Anatomy,
    text: str,
) -> Metric:
    window = windows.window_of(candidate)
    target = _target(candidate.quantity)
    fields = {field: anatomy.has(field, candidate) for field in FIELDS}
    given = {
        "target": target is not None,
        "unit": target is not None and bool(target.unit),
        "window": window is not None,
        **fields,
    }
    return Metric(
        name=candidate.name,
        label=candidate.label,
        span=candidate.span,
        target=target,
        window=_in_words(window, meanings, text) if window else None,
        window_span=window,
        service=candidate.service,
        severity=candidate.severity,
        **fields,
        missing=tuple(field for field, there in given.items() if not there),
        vague=candidate.vague,
        score=candidate.score,
    )


def _in_words(window: Span, meanings: WindowMeanings, text: str) -> str:
    """Give the words of a window, with what the document says they mean."""
    said = text[window.start : window.end]
    meaning = meanings.meaning_of(window)
    return f"{said} ({text[meaning.start : meaning.end]})" if meaning else said


def _target(quantity: Quantity | None) -> Target | None:
    if quantity is None or quantity.placeholder:
        return None
    return Target(quantity.comparator, quantity.value, quantity.unit, quantity.base, quantity)
