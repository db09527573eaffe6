"""JSON: one object with everything, the format other tools build on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.machine import (
    SCHEMA_VERSION,
    TOOL,
    Data,
    errors_data,
    file_data,
    finding_data,
)


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write one object; files stand in it in the order in which they were linted."""
    head = {"schema_version": SCHEMA_VERSION, "tool": TOOL}
    yield f'{json.dumps(head)[:-1]}, "files": ['
    for number, result in enumerate(results):
        yield ",\n" if number else "\n"
        yield json.dumps(_file(result))
    yield "\n]}\n"


def _file(result: FileResult) -> Data:
    return {
        **file_data(result),
        "findings": [finding_data(finding) for finding in result.findings],
        "errors": errors_data(result),
    }


REPORTER = Reporter("json", write)
