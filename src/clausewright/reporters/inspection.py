"""What the linter understood of a draft, as plain data."""

from __future__ import annotations

from clausewright.analysis.draft import Draft
from clausewright.linting.facts import located_metrics, located_topics
from clausewright.model.facts import CreditTier, Target
from clausewright.model.located_facts import LocatedMetric
from clausewright.reporters.machine import SCHEMA_VERSION, Data, place_data


def described(draft: Draft, file: str) -> Data:
    """Give all facts of a draft; places count from 1."""
    pages = draft.pages
    return {
        "schema_version": SCHEMA_VERSION,
        "file": file,
        "profile": draft.profile.name,
        "words": len(draft.text.split()),
        "pages": pages.body,
        "attachment_pages": pages.attachments,
        "pages_by": pages.by,
        "sections": _sections(draft),
        "topics": _topics(draft),
        "terms": [
            {"term": term.name, "line": _line(draft, term.span.start), "uses": len(term.uses)}
            for term in draft.terms
        ],
        "references": [
            {
                "text": draft.document.text_of(reference.span),
                "line": _line(draft, reference.span.start),
                "resolved": reference.resolved,
            }
            for reference in draft.references
        ],
        "metrics": [_metric(metric) for metric in located_metrics(draft)],
        "severities": [
            {"class": one.name, "meaning": one.meaning, "line": _line(draft, one.span.start)}
            for one in draft.severities
        ],
        "credit_tiers": [_tier(draft, tier) for tier in draft.credit_tiers],
        "parties": [
            {"name": party.name, "role": party.role, "line": _line(draft, party.span.start)}
            for party in draft.parties
        ],
        "dates": [
            {
                "kind": one.kind,
                "date": None if one.date is None else one.date.isoformat(),
                "line": _line(draft, one.span.start),
            }
            for one in draft.dates
        ],
    }


def _line(draft: Draft, offset: int) -> int:
    return draft.document.position(offset).line


def _sections(draft: Draft) -> list[Data]:
    document = draft.document
    topics: dict[int, list[str]] = {}
    for topic in draft.topics.values():
        section = document.section_at(topic.span.start)
        if section is not None:
            topics.setdefault(section.index, []).append(topic.id)
    return [
        {
            "number": section.number,
            "title": section.title,
            "level": section.level,
            "line": _line(draft, section.title_span.start),
            "topics": topics.get(section.index, []),
        }
        for section in document.sections
    ]


def _topics(draft: Draft) -> list[Data]:
    return [
        {
            "id": topic.id,
            "line": topic.start.line,
            "column": topic.start.column,
            "evidence": topic.evidence,
            "by_reference": topic.by_reference,
        }
        for topic in located_topics(draft)
    ]


def _metric(metric: LocatedMetric) -> Data:
    return {
        "name": metric.name,
        "label": metric.label,
        "service": metric.service,
        "line": metric.start.line,
        "column": metric.start.column,
        "end_line": metric.end.line,
        "end_column": metric.end.column,
        "place": place_data(metric.place),
        "quote": metric.quote,
        "target": _target(metric.target),
        "window": metric.window,
        "method": metric.method,
        "exclusions": metric.exclusions,
        "baseline": metric.baseline,
        "reporting": metric.reporting,
        "consequence": metric.consequence,
        "missing": list(metric.missing),
    }


def _target(target: Target | None) -> Data | None:
    if target is None:
        return None
    return {
        "comparator": target.comparator,
        "value": target.value,
        "unit": target.unit,
        "normal": target.normal,
    }


def _tier(draft: Draft, tier: CreditTier) -> Data:
    return {
        "from": tier.low,
        "to": tier.high,
        "from_included": tier.low_included,
        "to_included": tier.high_included,
        "credit": tier.credit,
        "unit": tier.unit,
        "base": tier.base,
        "line": _line(draft, tier.span.start),
    }
