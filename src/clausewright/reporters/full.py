"""Full: each finding with its line of the draft, the words marked, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausewright.linting.result import FileResult
from clausewright.model.finding import LocatedFinding
from clausewright.reporters.concise import error_lines, finding_line
from clausewright.reporters.interface import Context, Reporter, Tally
from clausewright.reporters.plain import columns, paint, printable

TAB = 4
"""Columns to which a tab is widened."""


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:
    """Write the line of each finding, the draft's line under it, carets, and the help."""
    tally = Tally()
    for result in tally.watch(results):
        for finding in result.findings:
            yield finding_line(result.file, finding, context)
            yield from _quoted(finding, result.lines or (), context)
            yield f"  help: {printable(finding.help)}\n\n"
        yield from error_lines(result, context)
    yield from tally.last_line(context)


def _quoted(finding: LocatedFinding, lines: tuple[str, ...], context: Context) -> Iterator[str]:
    """Give the line of a finding, cut around it to the width of the terminal, and its carets."""
    if finding.span is None and finding.start == finding.end:
        return  # it speaks of the whole document
    number = finding.start.line
    if not 0 < number <= len(lines):
        return
    line = lines[number - 1]
    start = finding.start.column - 1
    end = finding.end.column - 1 if finding.end.line == number else len(line)
    before, marked, after = (_shown(part) for part in (line[:start], line[start:end], line[end:]))
    before, marked, after = _cut(before, marked, after, max(40, context.width - 10))
    gutter = f"{number:>5} | "
    yield f"{gutter}{before}{marked}{after}\n"
    carets = paint("^" * max(1, columns(marked)), "1;33", color=context.color)
    yield f"{'':>5} | {' ' * columns(before)}{carets}\n"


def _shown(text: str) -> str:
    return printable(text.replace("\t", " " * TAB))


def _cut(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    """Shorten the three parts so that together they fit a width, the marked one last of all.

    What is left out is shown as "…" beside the marked part, never inside it.
    """
    kept = _head(marked, width - 2)
    if kept != marked:
        marked, after = kept.rstrip(), "…"
    room = width - columns(marked)
    if columns(before) > room - min(columns(after), room // 2):
        before = "…" + _tail(before, room - min(columns(after), room // 2) - 1)
    after_room = max(0, room - columns(before))
    if columns(after) > after_room:
        after = _head(after, after_room - 1) + "…"
    return before, marked, after


def _head(text: str, width: int) -> str:
    taken = 0
    for index, character in enumerate(text):
        taken += columns(character)
        if taken > width:
            return text[:index]
    return text


def _tail(text: str, width: int) -> str:
    return _head(text[::-1], width)[::-1]


REPORTER = Reporter("full", write, needs_lines=True, for_people=True)
