"""Checkstyle XML, which many build servers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.xml_text import attribute


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write an element a file, and an ``error`` element a finding."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for result in results:
        yield f"  <file name={attribute(result.file)}>\n"
        for finding in result.findings:
            yield (
                f'    <error line="{finding.start.line}" column="{finding.start.column}"'
                f" severity={attribute(finding.severity.value)}"
                f" message={attribute(finding.message)}"
                f" source={attribute(f'clausewright.{finding.code}')}/>\n"
            )
        for error in result.errors:
            yield (
                f'    <error line="{error.line or 1}" severity="error"'
                f" message={attribute(error.message)}"
                f" source={attribute(f'clausewright.{error.kind}')}/>\n"
            )
        yield "  </file>\n"
    yield "</checkstyle>\n"


REPORTER = Reporter("checkstyle", write)
