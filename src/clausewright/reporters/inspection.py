"""What the linter understood of a draft, as plain data."""

from __future__ import annotations

from clausewright.analysis.draft import Draft
from clausewright.model.facts import CreditTier, Metric, Target
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
        "metrics": [_metric(draft, metric) for metric in draft.metrics],
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
    found = []
    for topic in draft.topics.values():
        start = draft.document.position(topic.span.start)
        found.append(
            {
                "id": topic.id,
                "line": start.line,
                "column": start.column,
                "evidence": draft.document.text_of(topic.span),
                "by_reference": topic.by_reference,
            }
        )
    return found


def _metric(draft: Draft, metric: Metric) -> Data:
    document = draft.document
    start = document.position(metric.span.start)
    end = document.position(metric.span.end, end=True)
    return {
        "name": metric.name,
        "label": metric.label,
        "service": metric.service,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "place": place_data(document.block_at(metric.span.start).place),
        "quote": document.text_of(metric.span),
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
