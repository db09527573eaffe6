"""The commands ``baseline update`` and ``baseline prune``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from clausewright.cli.options import (
    configuration_options,
    file_options,
    overrides_of,
    selection_options,
)
from clausewright.cli.targets import sources_of
from clausewright.files.write import write_atomic
from clausewright.linting.baseline import Baseline, empty_baseline, load_baseline
from clausewright.linting.result import FileResult
from clausewright.linting.run import lint_all
from clausewright.reporters.concise import error_lines
from clausewright.reporters.interface import Context
from clausewright.reporters.plain import counted

DEFAULT = "clausewright-baseline.json"


@click.group("baseline")
def command() -> None:
    """Accept the findings of today, so that only new ones speak."""


_EPILOG = """\b
Example:
  clausewright baseline update contracts --baseline accepted.json
"""
_file = click.option(
    "--baseline", metavar="FILE", help=f"The baseline; default: configuration, or {DEFAULT}."
)


@command.command("update", epilog=_EPILOG)
@file_options
@configuration_options
@selection_options
@_file
def update(**given: Any) -> None:  # noqa: ANN401
    """Write the findings of the drafts to the baseline.

    Files that are not linted keep what was accepted for them.
    """
    run = _Run(given)
    run.write(run.before(must_exist=False).updated(run.results()))


@command.command("prune", epilog=_EPILOG.replace("update", "prune"))
@file_options
@configuration_options
@selection_options
@_file
def prune(**given: Any) -> None:  # noqa: ANN401
    """Take out of the baseline what is no longer found."""
    run = _Run(given)
    run.write(run.before(must_exist=True).pruned(run.results()))


class _Run:
    """The drafts and the baseline of one call."""

    def __init__(self, given: dict[str, Any]) -> None:
        overrides = overrides_of(given)
        settings = overrides.settings_for(Path())
        self._file = Path(settings.baseline or DEFAULT)
        self._jobs = given["jobs"]
        self._code = 0
        sources = sources_of(
            given["paths"] or (".",),
            overrides.settings_for,
            exclude=given["exclude"],
            stdin_name=given["stdin_filename"],
        )
        self._sources = [
            replace(source, settings=replace(source.settings, baseline=None)) for source in sources
        ]

    def before(self, *, must_exist: bool) -> Baseline:
        """Give the baseline as it stands."""
        if must_exist or self._file.exists():
            return load_baseline(self._file)
        return empty_baseline(self._file)

    def results(self) -> Iterator[FileResult]:
        """Lint the drafts; errors are told, and their files left as they are."""
        for result in lint_all(self._sources, self._jobs):
            for line in error_lines(result, Context()):
                click.echo(line, nl=False, err=True)
                self._code = 2
            yield result

    def write(self, baseline: Baseline) -> None:
        """Write the baseline and leave."""
        write_atomic(self._file, baseline.dumped())
        click.echo(f"{counted(baseline.count(), 'finding')} accepted in {self._file}", err=True)
        sys.exit(self._code)
