"""What other facts say of topics: a metric with a target is a service level, and so on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

FACT_TOPICS = (
    "levels", "severity", "definitions", "parties", "remedies", "maintenance", "measurement",
    "support", "documentcontrol", "term", "continuity",
)  # fmt: skip
"""Topics that other facts speak of."""

CONTROL_KEYS = frozenset(
    {
        "date", "updated", "lastupdated", "lastmod", "lastmodified", "version", "reviewed",
        "lastreviewed", "revision", "effectivedate", "modified", "reviewon", "nextreview",
    }
)  # fmt: skip
"""Keys of front matter that keep a document's version, without case and punctuation."""

ENOUGH = 2
"""One thing found may be a slip; two are evidence."""


def facts_on_topics(draft: Draft) -> Mapping[str, float]:
    """Give for each of ``FACT_TOPICS`` how well other facts show it: 0, 0.5 or 1."""
    metrics, dates = draft.sure_metrics, [date.kind for date in draft.dates]
    names = [metric.name for metric in metrics]
    counts = {
        "levels": sum(metric.target is not None for metric in metrics),
        "severity": sum(one.meaning is not None for one in draft.severities),
        "definitions": len(draft.terms),
        "parties": len(draft.parties),
        "remedies": len(draft.credit_tiers),
        "maintenance": ENOUGH * names.count("maintenance limit"),
        "measurement": sum(metric.method for metric in metrics),
        "support": names.count("response time") + names.count("resolution time"),
        "documentcontrol": ENOUGH * (dates.count("version") + dates.count("review"))
        + ENOUGH * _has_control_keys(draft),
        "term": ENOUGH * (dates.count("effective") + dates.count("start") + dates.count("end")),
        "continuity": ENOUGH * (names.count("rto") + names.count("rpo")),
    }
    return MappingProxyType({topic: min(count, ENOUGH) / ENOUGH for topic, count in counts.items()})


def _has_control_keys(draft: Draft) -> bool:
    keys = ("".join(filter(str.isalnum, key)).lower() for key in draft.document.front_matter)
    return any(key in CONTROL_KEYS for key in keys)
