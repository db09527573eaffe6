"""What every report format is: a function from results to text, piece by piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from clausewright.linting.result import FileResult
from clausewright.model.finding import Severity
from clausewright.reporters.plain import counted

if TYPE_CHECKING:
    from clausewright.lint_rules.rule import Rule


class Context(NamedTuple):
    """What a report may tell beside the results.

    ``rules`` are those that could speak, for a format that needs them; ``color`` whether to write
    terminal colours; ``width`` the columns of the terminal; ``quiet`` leaves out the summary.
    """

    rules: tuple[Rule[Any], ...] = ()
    color: bool = False
    width: int = 100
    quiet: bool = False


Write = Callable[[Iterable[FileResult], Context], Iterator[str]]


class Reporter(NamedTuple):
    """A report format: its name and how it is written.

    ``needs_lines`` asks for the lines of each source, ``needs_rules`` for the rules that could
    speak. A format ``for_people`` ends with a summary.
    """

    name: str
    write: Write
    needs_lines: bool = False
    needs_rules: bool = False
    for_people: bool = False


_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "info"}


class Tally:
    """Counts results as they pass by, for the summary line."""

    def __init__(self) -> None:
        self.files = 0
        self.unreadable = 0
        self.findings: Counter[Severity] = Counter()

    def watch(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Give the results on, counting them."""
        for result in results:
            self.files += 1
            self.unreadable += bool(result.errors)
            self.findings.update(finding.severity for finding in result.findings)
            yield result

    def last_line(self, context: Context) -> Iterator[str]:
        """Give the line that text formats end with, unless told to be quiet."""
        if not context.quiet:
            yield self.summary() + "\n"

    def summary(self) -> str:
        """Sum up in one line."""
        total = self.findings.total()
        files = counted(self.files, "file")
        if total:
            parts = (
                counted(self.findings[severity], severity.value, _PLURALS[severity])
                for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
                if self.findings[severity]
            )
            text = f"{counted(total, 'finding')} ({', '.join(parts)}) in {files}"
        else:
            text = f"no findings in {files}"
        if self.unreadable:
            text += f"; {counted(self.unreadable, 'file')} with errors"
        return text
