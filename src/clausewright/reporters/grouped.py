"""Grouped: the findings of each file under its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.reporters.concise import clause_of, error_lines
from clausewright.reporters.interface import Context, Reporter, Tally
from clausewright.reporters.plain import paint, paint_severity, printable


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:
    """Write a heading a file that has something to tell, then a line a finding."""
    tally = Tally()
    for result in tally.watch(results):
        if not result.findings and not result.errors:
            continue
        profile = f" ({result.profile})" if result.profile else ""
        yield paint(printable(result.file), "1;4", color=context.color) + f"{profile}\n"
        yield from _findings(result, context)
        yield from error_lines(result, context)
        yield "\n"
    yield from tally.last_line(context)


def _findings(result: FileResult, context: Context) -> Iterator[str]:
    places = [f"{finding.start.line}:{finding.start.column}" for finding in result.findings]
    wide = max(map(len, places), default=0)
    for place, finding in zip(places, result.findings, strict=True):
        severity = paint_severity(finding.severity, color=context.color)
        pad = " " * (len("warning") - len(finding.severity.value))
        said = f"{printable(finding.message)}{clause_of(finding)}"
        yield f"  {place:>{wide}}  {severity}{pad}  {finding.code}  {said}\n"


REPORTER = Reporter("grouped", write, for_people=True)
