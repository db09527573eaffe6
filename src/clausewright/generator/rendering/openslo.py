"""OpenSLO v1: the metrics of an agreement for monitoring tools.

One service and one SLO for each metric that OpenSLO can express: a share of good time or events
over a calendar window. What it has no field for (exclusions, baseline, consequence) stands in
annotations; the other metrics are listed in the annotations of a service.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from clausewright.generator.agreement import Agreement
from clausewright.generator.metric import ServiceLevel
from clausewright.generator.values import Percent

API = "openslo/v1"
_WINDOWS = {
    "calendar day": "1d",
    "calendar week": "1w",
    "calendar month": "1M",
    "calendar quarter": "1Q",
    "calendar year": "1Y",
}
_ALL_SERVICES = "all-services"


def render_openslo(agreement: Agreement) -> str:
    """Write the OpenSLO documents of an agreement."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only this format writes YAML

    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    writer.width = 100
    buffer = io.StringIO()
    writer.dump_all(list(_documents(agreement)), buffer)
    return buffer.getvalue()


def _documents(agreement: Agreement) -> Iterator[dict[str, Any]]:
    levels: dict[str, list[ServiceLevel]] = {}
    for level in agreement.metrics:
        levels.setdefault(level.service or _ALL_SERVICES, []).append(level)
    for service, of_service in levels.items():
        others = [level for level in of_service if not _expressible(level)]
        yield _service(service, others, agreement)
        for level in of_service:
            if _expressible(level):
                yield _slo(level, service, agreement)


def _expressible(level: ServiceLevel) -> bool:
    """Tell whether OpenSLO has the words: a ratio below 100% over a calendar window."""
    target = level.target
    ratio = isinstance(target, Percent) and 0 <= target.number < Decimal(100)
    return ratio and level.kind.ratio is not None and level.window in _WINDOWS


def _service(service: str, others: list[ServiceLevel], agreement: Agreement) -> dict[str, Any]:
    annotations = {
        f"clausewright/{slug(level.kind.id + ' ' + (level.severity or ''))}": (
            f"{level.kind.comparator} {level.target_text} ({level.window})"
        )
        for level in others
    }
    metadata: dict[str, Any] = {"name": slug(service), "displayName": _shown(service)}
    if annotations:
        metadata["annotations"] = annotations
    spec = {
        "description": f"{_shown(service)} under {agreement.title}, version {agreement.version}"
    }
    return {"apiVersion": API, "kind": "Service", "metadata": metadata, "spec": spec}


def _slo(level: ServiceLevel, service: str, agreement: Agreement) -> dict[str, Any]:
    ratio = level.kind.ratio
    if ratio is None or not isinstance(level.target, Percent):
        raise TypeError("only a ratio becomes an SLO")
    side = "good" if ratio.good else "bad"
    name = slug(f"{level.kind.id} {service}")
    indicator = {
        "metadata": {"name": f"{name}-sli"},
        "spec": {
            "ratioMetric": {
                "counter": True,
                side: _source(ratio.good or ratio.bad or ""),
                "total": _source(ratio.total),
            }
        },
    }
    percent = (
        level.target.number if level.kind.comparator == "at least" else 100 - level.target.number
    )
    return {
        "apiVersion": API,
        "kind": "SLO",
        "metadata": {
            "name": name,
            "displayName": f"{level.label} of {_shown(service)}",
            "annotations": _annotations(level),
        },
        "spec": {
            "service": slug(service),
            "indicator": indicator,
            "timeWindow": [
                {
                    "duration": _WINDOWS[level.window],
                    "isRolling": False,
                    "calendar": {
                        "startTime": f"{agreement.effective} 00:00:00",
                        "timeZone": agreement.zone,
                    },
                }
            ],
            "budgetingMethod": "Occurrences",
            "objectives": [{"displayName": level.label, "targetPercent": float(percent)}],
        },
    }


def _source(what: str) -> dict[str, Any]:
    return {"metricSource": {"type": "agreement", "spec": {"query": what}}}


def _annotations(level: ServiceLevel) -> dict[str, str]:
    given = {
        "method": level.method,
        "exclusions": "; ".join(level.exclusions),
        "baseline": level.baseline,
        "reporting": level.reporting,
        "consequence": level.consequence,
        "owner": level.owner,
    }
    return {"clausewright/metric": f"{level.kind.id}@{level.kind.version}"} | {
        f"clausewright/{key}": value for key, value in given.items() if value
    }


def _shown(service: str) -> str:
    return "All services" if service == _ALL_SERVICES else service


def slug(text: str) -> str:
    """Give an OpenSLO name: lower-case letters, digits and hyphens, at most 63 of them."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:63].rstrip("-") or "service"
