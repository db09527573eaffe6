"""The plain data of a result, as the machine formats write it."""

from __future__ import annotations

from clausewright import __version__
from clausewright.linting.result import FileResult
from clausewright.model.finding import LocatedFinding, LocatedFix
from clausewright.model.span import Place

SCHEMA_VERSION = 1
TOOL = {"name": "clausewright", "version": __version__}

Data = dict[str, object]


def finding_data(finding: LocatedFinding) -> Data:
    """Give a finding as plain data; places count from 1, the end is after the last character."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "place": place_data(finding.place),
        "section": finding.section,
        "topic": finding.topic,
        "excerpt": finding.excerpt,
        "fingerprint": finding.fingerprint,
        "fix": None if finding.fix is None else _fix_data(finding.fix),
    }


def place_data(place: Place | None) -> Data | None:
    """Give a place in a Word package as plain data."""
    if place is None:
        return None
    return {
        "part": place.part,
        "paragraph": place.paragraph,
        "table": None if place.table is None else list(place.table),
        "number": place.number,
    }


def _fix_data(fix: LocatedFix) -> Data:
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "edits": [
            {
                "line": edit.start.line,
                "column": edit.start.column,
                "end_line": edit.end.line,
                "end_column": edit.end.column,
                "text": edit.text,
            }
            for edit in fix.edits
        ],
    }


def file_data(result: FileResult) -> Data:
    """Give a file's answer without its findings."""
    pages = result.pages
    return {
        "file": result.file,
        "profile": result.profile,
        "set": result.set,
        "words": result.words,
        "pages": None if pages is None else pages.body,
        "attachment_pages": None if pages is None else pages.attachments,
        "pages_by": None if pages is None else pages.by,
    }


def errors_data(result: FileResult) -> list[Data]:
    """Give what went wrong with a file."""
    return [
        {"kind": error.kind, "message": error.message, "line": error.line}
        for error in result.errors
    ]
