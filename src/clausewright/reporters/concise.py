"""Concise: one line a finding, as compilers write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.model.finding import LocatedFinding
from clausewright.reporters.interface import Context, Reporter, Tally
from clausewright.reporters.plain import paint, paint_severity, printable


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:
    """Write ``file:line:column: severity CODE message``."""
    tally = Tally()
    for result in tally.watch(results):
        for finding in result.findings:
            yield finding_line(result.file, finding, context)
        yield from error_lines(result, context)
    yield from tally.last_line(context)


def finding_line(file: str, finding: LocatedFinding, context: Context) -> str:
    """Give the line of one finding."""
    place = f"{printable(file)}:{finding.start.line}:{finding.start.column}:"
    severity = paint_severity(finding.severity, color=context.color)
    code = paint(finding.code, "1", color=context.color)
    return f"{place} {severity} {code} {printable(finding.message)}{clause_of(finding)}\n"


def clause_of(finding: LocatedFinding) -> str:
    """Name the clause, or the heading, of a finding in a Word file, which shows no line numbers."""
    if finding.place is None:
        return ""
    number = finding.place.number or ""
    if any(map(str.isdigit, number)):
        return f" [clause {printable(number)}]"
    item = f"item {number} " if number else ""
    return f' [{printable(item)}under "{printable(finding.section)}"]' if finding.section else ""


def error_lines(result: FileResult, context: Context) -> Iterator[str]:
    """Give a line for each thing that went wrong with a file."""
    for error in result.errors:
        place = printable(result.file) + (f":{error.line}" if error.line else "")
        word = paint(f"{error.kind}:", "1;31", color=context.color)
        yield f"{place}: {word} {printable(error.message)}\n"


REPORTER = Reporter("concise", write, for_people=True)
