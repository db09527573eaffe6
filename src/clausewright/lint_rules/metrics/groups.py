"""One finding where several targets of one table or list lack the same thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.model.document import BlockKind
from clausewright.model.facts import Dimension, Metric

PERIODIC: Final = frozenset({"availability", "error rate", "throughput", "latency"})
"""Metrics that mean something only over a period."""
CLOCKED: Final = frozenset({"response time", "resolution time", "update interval"})
"""Metrics whose clock runs in some hours and not in others."""
_AT_ONCE: Final = frozenset({Dimension.RATE, Dimension.DATA})
_SHOWN: Final = 60
_RECURRING: Final = frozenset({"daily", "weekly", "monthly", "hourly", "quarterly", "annually"})


def needs_clock(metric: Metric) -> bool:
    """Tell whether a target is a time that runs in some hours and not in others."""
    quantity = metric.target.quantity if metric.target else None
    return (
        metric.name in CLOCKED
        and quantity is not None
        and (quantity.dimension is Dimension.DURATION or not quantity.unit)
        and quantity.unit not in _RECURRING
    )


def is_capacity(metric: Metric) -> bool:
    """Tell what a line or a disk holds at any moment from a level that is kept over a period."""
    quantity = metric.target.quantity if metric.target else None
    return metric.name == "throughput" and quantity is not None and quantity.dimension in _AT_ONCE


def by_place(draft: Draft, metrics: Iterable[Metric]) -> Iterator[tuple[Metric, int]]:
    """Give the first metric of each table, list or sentence, and how many stand there."""
    groups: dict[Hashable, list[Metric]] = {}
    for metric in metrics:
        groups.setdefault(_place(draft, metric), []).append(metric)
    for group in groups.values():
        yield group[0], len(group)


def by_name(metrics: Iterable[Metric]) -> Iterator[tuple[Metric, int]]:
    """Give the first metric of each name, and how many the document has."""
    groups: dict[str, list[Metric]] = {}
    for metric in metrics:
        groups.setdefault(metric.name, []).append(metric)
    for group in groups.values():
        yield group[0], len(group)


def _place(draft: Draft, metric: Metric) -> Hashable:
    block = draft.document.block_at(metric.span.start)
    if block.cell is not None:
        return ("table", block.cell.table)
    if block.kind is BlockKind.ITEM:
        return ("list", draft.document.section_index(block))
    return ("block", block.index, metric.span.start)


def quoted(draft: Draft, metric: Metric) -> str:
    """Give the words of a metric for a message, cut where they are long."""
    words = " ".join(draft.document.text_of(metric.span).split())
    return f'"{words[: _SHOWN - 1]}\u2026"' if len(words) > _SHOWN else f'"{words}"'


def and_more(count: int, where: str = "here") -> str:
    """Give " (and 3 more here)", or nothing for one."""
    return f" (and {count - 1} more {where})" if count > 1 else ""
