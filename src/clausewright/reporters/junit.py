"""JUnit: a test suite a file, a failed test a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.model.finding import LocatedFinding
from clausewright.reporters.interface import Context, Reporter
from clausewright.reporters.xml_text import attribute, text


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write the suites; a file without findings is one test that passed."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="clausewright">\n'
    for result in results:
        tests = len(result.findings) + len(result.errors)
        yield (
            f'  <testsuite name={attribute(result.file)} tests="{tests or 1}"'
            f' failures="{len(result.findings)}" errors="{len(result.errors)}">\n'
        )
        for finding in result.findings:
            yield from _failure(result.file, finding)
        for error in result.errors:
            yield f"    <testcase{_names(error.kind, result.file)}>\n"
            yield f"      <error message={attribute(error.message)}/>\n    </testcase>\n"
        if not tests:
            yield f"    <testcase{_names('no findings', result.file)}/>\n"
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _failure(file: str, finding: LocatedFinding) -> Iterator[str]:
    place = f"{finding.start.line}:{finding.start.column}"
    name = f"{finding.code} {finding.name} at {place}"
    kind, message = attribute(finding.severity.value), attribute(finding.message)
    yield f"    <testcase{_names(name, file)}>\n"
    yield f"      <failure type={kind} message={message}>"
    yield text(f"{file}:{place}: {finding.message}; {finding.help}")
    yield "</failure>\n    </testcase>\n"


def _names(name: str, file: str) -> str:
    return f" name={attribute(name)} classname={attribute(file)}"


REPORTER = Reporter("junit", write)
