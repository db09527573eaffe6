"""Reviewdog's rdjson; its columns count UTF-8 bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.model.finding import Applicability, LocatedFinding, Severity
from clausewright.model.span import Position
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.machine import Data

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write one object with all diagnostics."""
    found = [one for result in results for one in _diagnostics(result)]
    yield json.dumps({"source": {"name": "clausewright"}, "diagnostics": found}, indent=1) + "\n"


def _diagnostics(result: FileResult) -> Iterator[Data]:
    lines = result.lines or ()
    for finding in result.findings:
        yield _diagnostic(result.file, finding, lines)
    for error in result.errors:
        yield {
            "message": f"{error.kind}: {error.message}",
            "location": {"path": result.file, "range": {"start": {"line": error.line or 1}}},
            "severity": "ERROR",
        }


def _diagnostic(file: str, finding: LocatedFinding, lines: tuple[str, ...]) -> Data:
    found: Data = {
        "message": finding.message,
        "location": {"path": file, "range": _range(finding.start, finding.end, lines)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    fix = finding.fix
    if fix is not None and fix.applicability is not Applicability.DISPLAY:
        found["suggestions"] = [
            {"range": _range(edit.start, edit.end, lines), "text": edit.text} for edit in fix.edits
        ]
    return found


def _range(start: Position, end: Position, lines: tuple[str, ...]) -> Data:
    return {"start": _place(start, lines), "end": _place(end, lines)}


def _place(position: Position, lines: tuple[str, ...]) -> Data:
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    before = line[: position.column - 1]
    return {"line": position.line, "column": len(before.encode(errors="surrogatepass")) + 1}


REPORTER = Reporter("rdjson", write, needs_lines=True)
