"""GitLab: a code quality report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.model.finding import Severity
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.machine import Data

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write one list; a file that could not be read is an entry of its own."""
    yield json.dumps([entry for result in results for entry in _entries(result)], indent=1) + "\n"


def _entries(result: FileResult) -> Iterator[Data]:
    for finding in result.findings:
        yield {
            "description": f"{finding.code}: {finding.message}",
            "check_name": finding.name,
            "fingerprint": _fingerprint(result.file, finding.fingerprint),
            "severity": _SEVERITIES[finding.severity],
            "location": _location(result.file, finding.start.line),
        }
    for error in result.errors:
        text = f"{error.kind}: {error.message}"
        yield {
            "description": text,
            "check_name": error.kind,
            "fingerprint": _fingerprint(result.file, text),
            "severity": "blocker",
            "location": _location(result.file, error.line or 1),
        }


def _fingerprint(file: str, text: str) -> str:
    """Make a fingerprint unique in the report: the same clause may stand in two files."""
    return hashlib.sha256(f"{file}\n{text}".encode(errors="surrogatepass")).hexdigest()[:32]


def _location(file: str, line: int) -> Data:
    return {"path": file, "lines": {"begin": line}}


REPORTER = Reporter("gitlab", write)
