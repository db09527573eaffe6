"""Put facts of a draft in their place, for reports that outlive the draft."""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.wanted_topics import level_for, missing_topics, profile_of
from clausewright.model.facts import Metric, Quantity
from clausewright.model.located_facts import (
    Facts,
    FigureKind,
    LocatedFigure,
    LocatedMetric,
    LocatedTopic,
    WantedTopic,
)

_DAY = 86_400


def facts_of(draft: Draft) -> Facts:
    """Give the topics, metrics and figures of a draft, each in order of place."""
    return Facts(
        topics=located_topics(draft),
        wanted=tuple(_wanted(draft)),
        metrics=located_metrics(draft),
        figures=tuple(_figures(draft)),
    )


def located_topics(draft: Draft) -> tuple[LocatedTopic, ...]:
    """Give the topics that a draft addresses."""
    document = draft.document
    return tuple(
        LocatedTopic(
            topic.id,
            topic.by_reference,
            document.position(topic.span.start),
            document.text_of(topic.span),
        )
        for topic in draft.topics.values()
    )


def located_metrics(draft: Draft) -> tuple[LocatedMetric, ...]:
    """Give the commitments on service performance of a draft."""
    return tuple(_located_metric(draft, one) for one in draft.metrics)


def _located_metric(draft: Draft, metric: Metric) -> LocatedMetric:
    document = draft.document
    return LocatedMetric(
        name=metric.name,
        label=metric.label,
        service=metric.service,
        start=document.position(metric.span.start),
        end=document.position(metric.span.end, end=True),
        place=document.block_at(metric.span.start).place,
        quote=document.text_of(metric.span),
        target=metric.target,
        window=metric.window,
        method=metric.method,
        exclusions=metric.exclusions,
        baseline=metric.baseline,
        reporting=metric.reporting,
        consequence=metric.consequence,
        missing=metric.missing,
        sure=metric.sure,
    )


def _wanted(draft: Draft) -> Iterator[WantedTopic]:
    profile = profile_of(draft)
    if profile is None:
        return
    missing = {one.wanted.topic for one in missing_topics(draft)}
    for wanted in profile.wanted:
        yield WantedTopic(wanted.topic, level_for(draft, wanted).value, wanted.topic in missing)


def _figures(draft: Draft) -> Iterator[LocatedFigure]:
    for cap in draft.credit_caps:
        yield _figure(draft, FigureKind.CREDIT_CAP, cap.quantity, cap.quantity.value, cap.base)
    for notice in draft.notice_periods:
        yield _figure(draft, FigureKind.NOTICE_PERIOD, notice, notice.base / _DAY, None)


def _figure(
    draft: Draft, kind: FigureKind, quantity: Quantity, normal: float, base: str | None
) -> LocatedFigure:
    document = draft.document
    return LocatedFigure(
        kind=kind,
        value=quantity.value,
        unit=quantity.unit,
        normal=normal,
        base=base,
        start=document.position(quantity.span.start),
        quote=document.text_of(draft.sentence_at(quantity.span.start)),
    )
