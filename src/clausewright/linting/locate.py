"""Put findings in their place: position, section, excerpt and fingerprint."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import fold
from clausewright.lint_rules.rule import Rule
from clausewright.model.document import Document, Section
from clausewright.model.finding import (
    Applicability,
    Finding,
    Fix,
    LocatedEdit,
    LocatedFinding,
    LocatedFix,
    Severity,
)
from clausewright.model.span import Place, Position, Span

EXCERPT = 160
"""The longest excerpt, in code points."""

FINGERPRINT = 16
"""Hexadecimal digits of a fingerprint."""


class Said(NamedTuple):
    """A finding with the rule that said it and the severity it has here."""

    rule: Rule[Any]
    finding: Finding
    severity: Severity


def locate(draft: Draft, said: Iterable[Said]) -> Iterator[LocatedFinding]:
    """Complete findings, which must come in order of place."""
    seen: Counter[str] = Counter()
    for one in said:
        yield _located(draft, one, seen)


def _located(draft: Draft, said: Said, seen: Counter[str]) -> LocatedFinding:
    document, finding, rule = draft.document, said.finding, said.rule
    start, end = positions(document, finding)
    section = _section(document, finding)
    context = _context(draft, finding)
    return LocatedFinding(
        code=rule.code,
        name=rule.name,
        severity=said.severity,
        message=finding.message,
        help=finding.help or rule.help,
        start=start,
        end=end,
        place=_place(document, finding),
        section=_heading(section),
        topic=finding.topic,
        excerpt=_excerpt(draft, finding, context),
        fingerprint=_fingerprint(draft, said, section, context, seen),
        fix=_located_fix(document, finding.fix) if finding.fix else None,
        span=finding.span,
    )


def positions(document: Document, finding: Finding) -> tuple[Position, Position]:
    """Give where a finding starts and ends; one about the whole document stands at 1:1."""
    if finding.source is not None:
        return (
            document.source_position(finding.source.start),
            document.source_position(finding.source.end),
        )
    if finding.span is None:
        return Position(1, 1), Position(1, 1)
    return _positions_of(document, finding.span)


def _positions_of(document: Document, span: Span) -> tuple[Position, Position]:
    start = document.position(span.start)
    return start, document.position(span.end, end=True) if len(span) else start


def _place(document: Document, finding: Finding) -> Place | None:
    if finding.span is None or not document.blocks:
        return None
    return document.block_at(finding.span.start).place


def _section(document: Document, finding: Finding) -> Section | None:
    return None if finding.span is None else document.section_at(finding.span.start)


def _heading(section: Section | None) -> str | None:
    if section is None:
        return None
    return f"{section.number} {section.title}".strip() if section.number else section.title


def _context(draft: Draft, finding: Finding) -> str:
    """Give the words a finding stands in: its sentence, or the remark itself."""
    if finding.source is not None:
        return draft.document.source[finding.source.start : finding.source.end]
    if finding.span is None or not draft.document.blocks:
        return ""
    return draft.document.text_of(draft.sentence_at(finding.span.start))


def _excerpt(draft: Draft, finding: Finding, context: str) -> str:
    """Give the sentence, cut around the finding where it is long, on one line."""
    if len(context) <= EXCERPT:
        return " ".join(context.split())
    start = 0
    if finding.span is not None:
        sentence = draft.sentence_at(finding.span.start)
        middle = (finding.span.start + min(finding.span.end, sentence.end)) // 2 - sentence.start
        start = max(0, min(middle - EXCERPT // 2, len(context) - EXCERPT))
    cut = " ".join(context[start : start + EXCERPT].split())
    before = "…" if start else ""
    after = "…" if start + EXCERPT < len(context) else ""
    return f"{before}{cut}{after}"


def _fingerprint(
    draft: Draft, said: Said, section: Section | None, context: str, seen: Counter[str]
) -> str:
    """Name a finding by what it is about, so that edits elsewhere leave the name alone."""
    parts = [said.rule.code, " ".join(fold(context).split()) or said.finding.topic or ""]
    parts.extend(_titles(draft.document, section))
    base = hashlib.sha256("\n".join(parts).encode(errors="surrogatepass")).hexdigest()
    seen[base] += 1
    if seen[base] == 1:
        return base[:FINGERPRINT]
    return hashlib.sha256(f"{base}\n{seen[base]}".encode()).hexdigest()[:FINGERPRINT]


def _titles(document: Document, section: Section | None) -> Iterator[str]:
    while section is not None:
        yield " ".join(fold(section.title).split())
        section = None if section.parent is None else document.sections[section.parent]


def _located_fix(document: Document, fix: Fix) -> LocatedFix:
    """Place a fix; one whose words are broken by markup in the source is only shown."""
    edits = tuple(
        LocatedEdit(*_positions_of(document, edit.span), text=edit.text) for edit in fix.edits
    )
    plain = all(_is_written_as_read(document, edit.span) for edit in fix.edits)
    return LocatedFix(fix.title, fix.applicability if plain else Applicability.DISPLAY, edits)


def _is_written_as_read(document: Document, span: Span) -> bool:
    if not len(span):
        return True
    start, end = document.source_offset(span.start), document.source_offset(span.end, end=True)
    written = document.source[start:end]
    return written.replace("\n", " ") == document.text_of(span)
