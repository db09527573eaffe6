"""Markdown: a table a file, for comments of a pull request and for notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.model.finding import Severity
from clausewright.reporters.interface import Context, Reporter, Tally
from clausewright.reporters.plain import printable

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~&@!])")


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:
    """Write a heading and a table for each file that has something to tell."""
    tally = Tally()
    for result in tally.watch(results):
        if not result.findings and not result.errors:
            continue
        yield f"## {escaped(result.file)}\n\n"
        yield "| place | severity | rule | finding |\n|---|---|---|---|\n"
        for finding in result.findings:
            severity = (
                f"**{finding.severity}**"
                if finding.severity is Severity.ERROR
                else finding.severity
            )
            section = f" ({escaped(finding.section)})" if finding.section else ""
            yield (
                f"| {finding.start.line}:{finding.start.column}{section} | {severity} "
                f"| {finding.code} {finding.name} | {escaped(finding.message)} |\n"
            )
        for error in result.errors:
            yield f"| {error.line or ''} | **error** | {error.kind} | {escaped(error.message)} |\n"
        yield "\n"
    yield from tally.last_line(context)


def escaped(text: str) -> str:
    """Escape what Markdown or HTML would read as markup."""
    return _MARKUP.sub(r"\\\1", printable(text))


REPORTER = Reporter("markdown", write, for_people=True)
