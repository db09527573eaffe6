"""The answer for a file as plain JSON data, so that reading one back can run nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from clausewright.linting.result import FileResult
from clausewright.model.finding import (
    Applicability,
    LocatedEdit,
    LocatedFinding,
    LocatedFix,
    Severity,
)
from clausewright.model.pages import Pages
from clausewright.model.span import Place, Position, Span

_SEVERITIES = {severity.value: severity for severity in Severity}

Head = tuple[str, str, str, str]
"""What the findings of a rule share: code, name, severity, help. Each stands once in an answer."""


def dumped(result: FileResult) -> bytes:
    """Write an answer, without the name of the file, without times and errors."""
    heads: dict[Head, int] = {}
    pages = result.pages
    data = [
        result.profile,
        result.words,
        None if pages is None else [pages.body, pages.attachments, pages.by],
        [_finding_data(finding, heads) for finding in result.findings],
        list(heads),
        result.counts,
        result.lines,
        result.notes,
        result.suppressed,
    ]
    return json.dumps(data, separators=(",", ":")).encode()  # ASCII: a lone surrogate is escaped


def loaded(answer: bytes, *, file: str, set_name: str | None) -> FileResult:
    """Give the answer that was written, for a file of this name in this set."""
    profile, words, pages, findings, heads, counts, lines, notes, suppressed = json.loads(
        answer.decode()
    )
    return FileResult(
        file=file,
        profile=profile,
        set=set_name,
        words=words,
        pages=None if pages is None else Pages(*pages),
        findings=tuple(_findings(findings, heads)),
        counts=counts,
        lines=None if lines is None else tuple(lines),
        notes=tuple(notes),
        suppressed=suppressed,
    )


def _finding_data(finding: LocatedFinding, heads: dict[Head, int]) -> list[Any]:
    head = (finding.code, finding.name, finding.severity.value, finding.help)
    place, fix, span = finding.place, finding.fix, finding.span
    return [
        heads.setdefault(head, len(heads)),
        finding.message,
        *_range_data(finding.start, finding.end),
        None if place is None else [place.part, place.paragraph, place.table, place.number],
        finding.section,
        finding.topic,
        finding.excerpt,
        finding.fingerprint,
        None if fix is None else [fix.title, fix.applicability.value, _edits_data(fix.edits)],
        None if span is None else [span.start, span.end],
    ]


def _findings(rows: Iterable[list[Any]], heads: list[list[str]]) -> Iterable[LocatedFinding]:
    for head, message, line, column, end_line, end_column, place, *context, fix, span in rows:
        code, name, severity, help_ = heads[head]
        section, topic, excerpt, fingerprint = context
        yield LocatedFinding(
            code,
            name,
            _SEVERITIES[severity],
            message,
            help_,
            Position(line, column),
            Position(end_line, end_column),
            None if place is None else _place(*place),
            section,
            topic,
            excerpt,
            fingerprint,
            None if fix is None else _fix(*fix),
            None if span is None else Span(*span),
        )


def _place(part: str, paragraph: int, table: list[int] | None, number: str | None) -> Place:
    return Place(part, paragraph, None if table is None else (table[0], table[1]), number)


def _edits_data(edits: Iterable[LocatedEdit]) -> list[Any]:
    return [[*_range_data(edit.start, edit.end), edit.text] for edit in edits]


def _fix(title: str, applicability: str, edits: list[Any]) -> LocatedFix:
    located = (
        LocatedEdit(Position(line, column), Position(end_line, end_column), text)
        for line, column, end_line, end_column, text in edits
    )
    return LocatedFix(title, Applicability(applicability), tuple(located))


def _range_data(start: Position, end: Position) -> tuple[int, int, int, int]:
    return start.line, start.column, end.line, end.column
