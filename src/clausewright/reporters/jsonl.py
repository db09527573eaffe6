"""JSON lines: one finding a line, then one line for the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.machine import SCHEMA_VERSION, errors_data, file_data, finding_data


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write each finding with its file; the last line of a file holds its size and errors."""
    for result in results:
        for finding in result.findings:
            yield _line({"file": result.file, **finding_data(finding)})
        yield _line(
            {
                "schema_version": SCHEMA_VERSION,
                **file_data(result),
                "findings": len(result.findings),
                "errors": errors_data(result),
            }
        )


def _line(data: dict[str, object]) -> str:
    return json.dumps(data) + "\n"


REPORTER = Reporter("jsonl", write)
