"""The command ``fix``."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from clausewright import readers
from clausewright.cli import terminal
from clausewright.cli.dates import date_of
from clausewright.cli.options import (
    configuration_options,
    file_options,
    overrides_of,
    selection_options,
)
from clausewright.cli.output import identity
from clausewright.cli.targets import sources_of
from clausewright.files.write import write_atomic
from clausewright.linting.fixes import Fixed, fix_source
from clausewright.linting.result import unreadable
from clausewright.linting.source import Source
from clausewright.model.errors import ClausewrightError, ConfigurationError
from clausewright.reporters.plain import counted, paint, printable

EPILOG = """\b
Examples:
  clausewright fix sla.md --diff        show what would change
  clausewright fix contracts            mend all drafts in place
  clausewright fix sla.md -o mended.md --select TYP
  clausewright fix draft.docx -o mended.docx
"""


_FORMATS = (
    readers.MARKDOWN,
    readers.TEXT,
    readers.WORD,
    readers.HTML,
    readers.OPEN_DOCUMENT,
    readers.PDF,
)
"""The endings of each format that is read."""


@click.command("fix", epilog=EPILOG)
@file_options
@configuration_options
@selection_options
@click.option("--unsafe", is_flag=True, help="Apply also fixes that may touch meaning.")
@click.option("--diff", is_flag=True, help="Show the changes and write nothing.")
@click.option("-o", "--output", metavar="FILE", help="Write the one mended draft to this file.")
@click.option("--date", metavar="DATE", help="The date of tracked changes; none without it.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def command(**given: Any) -> None:  # noqa: ANN401  (click passes the options)
    """Apply safe fixes to drafts, in place.

    A safe fix never touches meaning. Bytes outside of what is fixed stay as they are. In a Word
    draft each fix is a tracked change, written to the file that -o names.
    """
    overrides = overrides_of(given)
    sources = list(
        sources_of(
            given["paths"] or (".",),
            overrides.settings_for,
            exclude=given["exclude"],
            stdin_name=given["stdin_filename"],
        )
    )
    if given["output"] is not None:
        if len(sources) != 1:
            raise click.UsageError(f"-o takes one draft, not {len(sources)}")
        _check_output(given["output"], sources[0])
    sys.exit(_Fix(given).run(sources))


def _check_output(output: str, source: Source) -> None:
    """Refuse a file that the mended draft cannot be written to."""
    if not output:
        raise ConfigurationError('"" names no file', where="--output")
    own, ending = Path(source.name).suffix.lower(), Path(output).suffix.lower()
    if any(ending in format_ and own not in format_ for format_ in _FORMATS):
        raise ConfigurationError(
            f'the mended draft keeps its format: name a file that ends in "{own}"', where=output
        )
    in_place = source.path is not None and identity(source.path) == identity(Path(output))
    if own in readers.WORD and in_place:
        raise ConfigurationError(
            "a Word draft is mended with tracked changes in a new file: name another", where=output
        )


class _Fix:
    """One run of the command."""

    def __init__(self, given: dict[str, Any]) -> None:
        self._given = given
        self._date = date_of(given["date"])
        self._color = terminal.wants_color(given["color"], sys.stdout)

    def run(self, sources: Sequence[Source]) -> int:
        """Mend each file, tell what was done, and give the exit code."""
        code = files = fixes = 0
        for source in sources:
            try:
                found = self._fix(source)
            except ClausewrightError as error:
                click.echo(f"{source.name}: {error.kind}: {error.message}", err=True)
                code = 2
            except OSError as error:
                click.echo(f"{source.name}: {unreadable(error).message}", err=True)
                code = 2
            else:
                files += bool(found.applied)
                fixes += len(found.applied)
        if not self._given["quiet"]:
            verb = "would be applied" if self._given["diff"] else "applied"
            told = f"{counted(fixes, 'fix', 'fixes')} {verb} in {counted(files, 'file')}"
            click.echo(told, err=True)
        return code

    def _fix(self, source: Source) -> Fixed:
        if source.fault is not None:
            raise ClausewrightError(source.fault.message, kind=source.fault.kind)
        before = source.read()
        fixed = fix_source(source, unsafe=self._given["unsafe"], date=self._date)
        is_word = Path(source.name).suffix.lower() in readers.WORD
        if is_word and fixed.applied and not (self._given["output"] and not self._given["diff"]):
            fixes = counted(len(fixed.applied), "fix waits", "fixes wait")
            raise ClausewrightError(
                f"{fixes}: a Word draft is mended with tracked changes in a new file, named with"
                " -o and without --diff",
                kind="usage",
            )
        for finding, reason in fixed.refused:
            place = f"{source.name}:{finding.start.line}:{finding.start.column}"
            click.echo(printable(f"{place}: {finding.code} not fixed: {reason}"), err=True)
        if self._given["diff"]:
            for line in self._diff(source.name, before, fixed.data):
                terminal.write(line)
        elif self._given["output"]:
            write_atomic(Path(self._given["output"]), fixed.data)
        elif source.path is None:
            sys.stdout.buffer.write(fixed.data)
        elif fixed.applied:
            if source.read() != before:
                raise ClausewrightError(
                    "changed while it was read: run the command again", kind="changed"
                )
            write_atomic(source.path, fixed.data)
        return fixed

    def _diff(self, name: str, before: bytes, after: bytes) -> Iterator[str]:
        old, new = (_lines(data) for data in (before, after))
        marks = {"+": "32", "-": "31", "@": "36"}
        for line in difflib.unified_diff(old, new, name, name, lineterm=""):
            yield paint(printable(line), marks.get(line[:1], ""), color=self._color) + "\n"


def _lines(data: bytes) -> list[str]:
    return data.decode(errors="backslashreplace").split("\n")
