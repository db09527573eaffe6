"""Which targets stand in one row or one column, and whether their clocks can be compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby

from clausewright.analysis.draft import Draft
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Dimension, Metric


def is_timed(metric: Metric) -> bool:
    """Tell whether a metric has a time as its target."""
    quantity = metric.target.quantity if metric.target else None
    return quantity is not None and quantity.dimension is Dimension.DURATION


def seconds(metric: Metric) -> float:
    """Give the target of a timed metric in seconds; the upper end of a range."""
    quantity = metric.target.quantity if metric.target else None
    if quantity is None:
        return 0.0
    ratio = quantity.base / quantity.value if quantity.value else 1.0
    return quantity.high * ratio if quantity.high is not None else quantity.base


def is_business(metric: Metric) -> bool:
    """Tell whether the target counts business time by its own unit."""
    quantity = metric.target.quantity if metric.target else None
    return quantity is not None and quantity.business


def comparable(first: Metric, second: Metric) -> bool:
    """Tell whether two times run by the same clock: both in business time, or both not."""
    if is_business(first) and is_business(second):
        return True
    return is_business(first) == is_business(second) and first.window == second.window


def rows(draft: Draft, metrics: Iterable[Metric]) -> Iterator[list[Metric]]:
    """Give the timed metrics of each table row, list item or paragraph, where there are several."""
    timed = filter(is_timed, metrics)
    for _, group in groupby(timed, key=lambda one: _row(draft, one)):
        together = list(group)
        if len(together) > 1:
            yield together


def _row(draft: Draft, metric: Metric) -> Hashable:
    block = draft.document.block_at(metric.span.start)
    if block.cell is not None:
        return ("row", block.cell.table, block.cell.row)
    return ("block", block.index)


def _opens_with_class(draft: Draft, block: Block, metric: Metric) -> bool:
    opening = draft.document.text_of(block.body).lstrip(" *_.-").lower()
    return metric.severity is not None and opening.startswith(metric.severity.lower())


def columns(draft: Draft, metrics: Iterable[Metric]) -> Iterator[list[Metric]]:
    """Give the timed metrics of each table column, or of each list, for one kind of target."""
    found: dict[Hashable, list[Metric]] = {}
    for metric in filter(is_timed, metrics):
        block = draft.document.block_at(metric.span.start)
        if block.cell is not None:
            place: Hashable = ("table", block.cell.table, metric.label)
        elif block.kind is BlockKind.ITEM and _opens_with_class(draft, block, metric):
            place = ("list", draft.document.section_index(block))
        else:
            continue
        found.setdefault((place, metric.name, metric.service), []).append(metric)
    yield from (group for group in found.values() if len(group) > 1)
