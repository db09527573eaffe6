"""GitHub: workflow commands, shown as annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.model.finding import LocatedFinding, Severity
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.plain import printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write a command a finding; text of the draft can neither end it nor begin another."""
    for result in results:
        for finding in result.findings:
            yield _finding(result.file, finding)
        for error in result.errors:
            place = f"file={_property(result.file)}" + (f",line={error.line}" if error.line else "")
            yield f"::error {place},title={_property(error.kind)}::{_data(error.message)}\n"


def _finding(file: str, finding: LocatedFinding) -> str:
    place = f"file={_property(file)},line={finding.start.line},endLine={finding.end.line}"
    if finding.start.line == finding.end.line:  # columns are refused across lines
        place += f",col={finding.start.column},endColumn={finding.end.column}"
    title = _property(f"{finding.code} {finding.name}")
    command = _COMMANDS[finding.severity]
    return f"::{command} {place},title={title}::{_data(finding.message)}\n"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter("github", write)
