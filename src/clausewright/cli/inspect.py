"""The command ``inspect``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from clausewright.cli import terminal
from clausewright.cli.options import (
    configuration_options,
    file_options,
    overrides_of,
    view_option,
)
from clausewright.cli.targets import sources_of
from clausewright.linting.guard import guarded
from clausewright.linting.lint import draft_of, read_source
from clausewright.linting.result import FileError
from clausewright.linting.run import map_files
from clausewright.linting.source import Source
from clausewright.reporters.inspection import described
from clausewright.reporters.inspection_tables import tables
from clausewright.reporters.interface import Context
from clausewright.reporters.machine import Data

EPILOG = """\b
Examples:
  clausewright inspect sla.docx
  clausewright inspect contracts --format jsonl > facts.jsonl
"""


def inspect_source(source: Source) -> Data | FileError:
    """Read a file and give its facts, or tell why there are none."""
    document = read_source(source)
    if isinstance(document, FileError):
        return document
    return guarded("analysis", lambda: described(draft_of(source, document), source.name))


@click.command("inspect", epilog=EPILOG)
@file_options
@configuration_options
@view_option
@click.option(
    "--format",
    "format_name",
    default="table",
    type=click.Choice(["table", "json", "jsonl"]),
    help="Tables for people, or one object a file; default table.",
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(**given: Any) -> None:  # noqa: ANN401  (click passes the options)
    """Show what the linter understood of drafts.

    Sections, topics, metrics with their targets and windows, severity classes, credit tiers,
    defined terms, references, parties and dates, each with its line.
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
    outcome = _Outcome()
    found = outcome.readable(sources, map_files(inspect_source, sources, given["jobs"]))
    color = terminal.wants_color(given["color"], sys.stdout)
    for piece in _pieces(found, given["format_name"], Context(color=color)):
        terminal.write(piece)
    sys.exit(outcome.code)


class _Outcome:
    """Tells what could not be read, and remembers that for the exit code."""

    def __init__(self) -> None:
        self.code = 0

    def readable(
        self, sources: Iterable[Source], found: Iterable[Data | FileError]
    ) -> Iterator[Data]:
        """Give the facts of the files that could be read."""
        for source, one in zip(sources, found, strict=True):
            if isinstance(one, FileError):
                click.echo(f"{source.name}: {one.kind}: {one.message}", err=True)
                self.code = 2
            else:
                yield one


def _pieces(found: Iterable[Data], format_name: str, context: Context) -> Iterator[str]:
    if format_name == "table":
        for data in found:
            yield from tables(data, context)
    elif format_name == "jsonl":
        for data in found:
            yield json.dumps(data) + "\n"
    else:
        yield "["
        for number, data in enumerate(found):
            yield (",\n" if number else "\n") + json.dumps(data)
        yield "\n]\n"
