"""HTML: one file with the draft and the findings beside its lines, to filter and to print."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clausewright import __version__
from clausewright.linting.result import FileResult
from clausewright.model.finding import LocatedFinding, Severity
from clausewright.reporters.interface import Context, Reporter, Tally
from clausewright.reporters.plain import printable

TEMPLATE = Path(__file__).with_name("report.html.jinja")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line; ``severity`` is the worst of the findings it belongs to, if any."""

    text: str
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the draft with the findings that start on it."""

    number: int
    pieces: tuple[Piece, ...]
    findings: tuple[LocatedFinding, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file as the template shows it; ``whole`` are findings about all of it."""

    result: FileResult
    whole: tuple[LocatedFinding, ...]
    rows: tuple[Row, ...]


def write(results: Iterable[FileResult], context: Context) -> Iterator[str]:  # noqa: ARG001  (the interface)
    """Write the page; all text of the draft is escaped by the template engine."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (only this format needs it)

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["printable"] = printable
    template = environment.from_string(TEMPLATE.read_text("utf-8"))
    tally = Tally()
    files = [_view(result) for result in tally.watch(results)]
    yield template.render(
        files=files, summary=tally.summary(), version=__version__, counts=_counts(files)
    )


def _counts(files: Sequence[FileView]) -> dict[str, int]:
    found = [finding.severity for file in files for finding in file.result.findings]
    return {severity.value: found.count(severity) for severity in _WORST_FIRST}


def _view(result: FileResult) -> FileView:
    by_line: dict[int, list[LocatedFinding]] = {}
    whole = []
    for finding in result.findings:
        if finding.span is None and finding.start == finding.end:
            whole.append(finding)
        else:
            by_line.setdefault(finding.start.line, []).append(finding)
    marks = _marks(result)
    rows = (
        Row(number, _pieces(line, marks.get(number, ())), tuple(by_line.get(number, ())))
        for number, line in enumerate(result.lines or (), 1)
    )
    return FileView(result, tuple(whole), tuple(rows))


Mark = tuple[int, int, Severity]


def _marks(result: FileResult) -> dict[int, list[Mark]]:
    """Give by line which columns, from 0, belong to a finding."""
    lines = result.lines or ()
    marks: dict[int, list[Mark]] = {}
    for finding in result.findings:
        for number in range(finding.start.line, min(finding.end.line, len(lines)) + 1):
            start = finding.start.column - 1 if number == finding.start.line else 0
            end = finding.end.column - 1 if number == finding.end.line else len(lines[number - 1])
            if start < end:
                marks.setdefault(number, []).append((start, end, finding.severity))
    return marks


def _pieces(line: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut a line where findings start and end."""
    held = list(marks)
    if not held:
        return (Piece(printable(line)),)
    events: dict[int, Counter[Severity]] = {0: Counter(), len(line): Counter()}
    for start, end, severity in held:
        events.setdefault(start, Counter())[severity] += 1
        events.setdefault(end, Counter())[severity] -= 1
    parts: list[tuple[str, str]] = []
    over: Counter[Severity] = Counter()
    for start, end in itertools.pairwise(sorted(events)):
        over.update(events[start])
        worst = next((severity.value for severity in _WORST_FIRST if over[severity] > 0), "")
        parts.append((worst, printable(line[start:end])))
    runs = itertools.groupby(parts, key=lambda part: part[0])
    return tuple(Piece("".join(text for _, text in run), worst) for worst, run in runs)


_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)

REPORTER = Reporter("html", write, needs_lines=True)
