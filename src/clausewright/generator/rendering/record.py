"""JSON: the resolved agreement as data, for programs."""

from __future__ import annotations

import json
from typing import Any

from clausewright.generator.agreement import (
    Agreement,
    Block,
    Note,
    Paragraph,
    Section,
    Signatures,
    Table,
    text_of,
)
from clausewright.generator.metric import ServiceLevel

SCHEMA_VERSION = 1


def render_json(agreement: Agreement) -> str:
    """Write an agreement as JSON: numbered sections with their text, metrics, terms, parties."""
    record = {
        "schema_version": SCHEMA_VERSION,
        "title": agreement.title,
        "reference": agreement.reference,
        "version": agreement.version,
        "language": agreement.language,
        "blueprint": agreement.blueprint,
        "profile": agreement.profile,
        "parties": [{"name": p.name, "role": p.role} for p in agreement.parties],
        "services": list(agreement.services),
        "terms": list(agreement.terms),
        "metrics": [_metric(level) for level in agreement.metrics],
        "parts": [
            {"title": part.title, "sections": [_section(section) for section in part.sections]}
            for part in agreement.parts
        ],
        "annexes": [
            {
                "name": str(annex.name),
                "title": annex.title,
                "sections": [_section(section) for section in annex.sections],
            }
            for annex in agreement.annexes
        ],
        "clauses": list(agreement.clauses),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _section(section: Section) -> dict[str, Any]:
    return {
        "number": section.number,
        "title": section.title,
        "clause": section.clause,
        "blocks": [_block(block) for block in section.blocks if not isinstance(block, Note)],
        "sections": [_section(inner) for inner in section.sections],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "number": block.number, "text": text_of(block.inlines)}
    if isinstance(block, Table):
        header = [text_of(cell) for cell in block.header]
        rows = [[text_of(cell) for cell in row] for row in block.rows]
        return {"kind": "table", "holds": block.kind, "header": header, "rows": rows}
    if isinstance(block, Signatures):
        return {"kind": "signatures", "parties": [one.name for one in block.blocks]}
    raise TypeError(f"no JSON for {type(block).__name__}")


def _metric(level: ServiceLevel) -> dict[str, Any]:
    return {
        "metric": level.kind.id,
        "version": level.kind.version,
        "name": level.kind.name,
        "label": level.label,
        "service": level.service,
        "severity": level.severity,
        "comparator": level.kind.comparator,
        "target": level.target_text,
        "window": level.window,
        "method": level.method,
        "exclusions": list(level.exclusions),
        "baseline": level.baseline,
        "reporting": level.reporting,
        "consequence": level.consequence,
        "owner": level.owner,
    }
