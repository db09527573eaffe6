"""CSV: a row a finding, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.plain import printable

COLUMNS = (
    "file", "line", "column", "end_line", "end_column", "severity", "code", "name", "message",
    "help", "section", "topic", "excerpt", "fingerprint",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write the header and the rows; an unreadable file is a row with its error."""
    yield _row(COLUMNS)
    for result in results:
        for finding in result.findings:
            start, end = finding.start, finding.end
            yield _row(
                (
                    result.file, start.line, start.column, end.line, end.column,
                    finding.severity.value, finding.code, finding.name, finding.message,
                    finding.help, finding.section, finding.topic, finding.excerpt,
                    finding.fingerprint,
                )
            )  # fmt: skip
        for error in result.errors:
            blank = ("",) * 4
            yield _row((result.file, error.line, "", "", "", "error", error.kind, "", error.message,
                        "", *blank))  # fmt: skip


def _row(values: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_safe(value) for value in values])
    return line.getvalue()


def _safe(value: object) -> object:
    """Keep a spreadsheet from reading text as a formula."""
    if not isinstance(value, str):
        return value
    shown = printable(value)
    return f"'{shown}" if value.startswith(_FORMULA) or shown.startswith("\\x0") else shown


REPORTER = Reporter("csv", write)
