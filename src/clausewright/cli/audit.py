"""The command ``audit``."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from clausewright.audit.engines import ENGINES, missing_extra, start_engine
from clausewright.audit.lock import locked
from clausewright.audit.run import Audit, Outcome, run
from clausewright.audit.sources import is_url, open_source
from clausewright.audit.sources.interface import IsExcluded
from clausewright.cli import terminal
from clausewright.cli.options import configuration_options, overrides_of, selection_options
from clausewright.linting.patterns import matches_any
from clausewright.linting.plan import plan_for
from clausewright.linting.run import collect_only_new, cores
from clausewright.linting.settings import Settings
from clausewright.model.errors import ConfigurationError
from clausewright.reporters.plain import counted

EPILOG = """\b
Examples:
  clausewright audit contracts -o audit         a folder, on all cores
  clausewright audit drafts.zip -o audit        a zip archive
  clausewright audit s3://bucket/drafts -o audit --engine dask
  clausewright audit --summary audit            what the tables say, and audit/summary.html

\b
Run again after an interruption, it goes on where it stopped. Exit code: 0 the
tables are whole (documents that cannot be read stand in failures.parquet),
2 usage, configuration, or a source or folder that cannot be used.
"""

EVERY = 10.0
"""Seconds between two lines of progress where there is no terminal."""


@click.command("audit", epilog=EPILOG)
@click.argument("source", metavar="SOURCE")
@click.option("-o", "--output", metavar="FOLDER", help="Where the tables go.")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="local",
    show_default=True,
    help="Where the work is done.",
)
@click.option("--cluster", metavar="ADDRESS", help="Join this Dask or Ray cluster.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="Default: cores.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave these documents out.")
@click.option("--summary", is_flag=True, help="Tell and plot what the tables in SOURCE say.")
@configuration_options
@selection_options
@click.option("--color", type=click.Choice(["auto", "always", "never"]), hidden=True)
@click.option("-q", "--quiet", is_flag=True, help="No summary, no progress.")
def command(**given: Any) -> None:  # noqa: ANN401  (click passes the options)
    """Lint a corpus into Parquet tables: a folder, a zip archive or a URL.

    One configuration holds for all: --config, or the nearest of the working folder. What lies in
    the corpus configures nothing.
    """
    _check_extras(given["source"])
    if given["summary"]:
        _summarise(Path(given["source"]), given["output"])
        return
    if not given["output"]:
        raise ConfigurationError("name the folder of the tables: -o FOLDER")
    settings = overrides_of(given).settings_for(Path())
    folder = Path(given["output"])
    own = os.path.relpath(os.path.realpath(folder), os.path.realpath(given["source"]))
    is_excluded = _exclusion(settings, given["exclude"], own.replace(os.sep, "/"))
    outcome = Outcome()
    with open_source(given["source"], is_excluded) as entries, locked(folder):
        audit = Audit(entries, settings, folder, given["source"])
        _ = plan_for(settings).scanner  # made once, before the workers part
        collect_only_new()
        engine = start_engine(given["engine"], given["jobs"] or cores(), given["cluster"])
        with contextlib.closing(engine):
            steps = run(audit, engine, outcome)
            try:
                for _ in steps if given["quiet"] else _with_progress(steps, len(entries)):
                    pass
            except KeyboardInterrupt:
                click.echo("what is done is kept: the same command goes on from there", err=True)
                raise
    if not given["quiet"]:
        click.echo(_told(outcome, folder), err=True)


def _check_extras(source: str) -> None:
    """Refuse what needs a package that is not installed.

    Raises:
        ConfigurationError: naming the extra.

    """
    if find_spec("pyarrow") is None:
        raise ConfigurationError(missing_extra("audit", "audit"))
    if is_url(source) and find_spec("fsspec") is None:
        raise ConfigurationError(missing_extra("a URL", "audit"))


def _exclusion(settings: Settings, exclude: tuple[str, ...], own: str) -> IsExcluded:
    """Say what to leave out; ``own`` is the folder of the tables, which holds our pages."""
    patterns = (*settings.exclude, *exclude)

    def is_excluded(name: str, folder: bool) -> bool:
        if folder and name == own:
            return True
        if matches_any(name + "/" if folder else name, patterns):
            return True
        return not folder and bool(settings.include) and not matches_any(name, settings.include)

    return is_excluded


def _with_progress(steps: Iterable[int], total: int) -> Iterator[int]:
    """Tell on standard error how far it is and how long it takes."""
    if sys.stderr.isatty():
        yield from terminal.with_progress(_one_by_one(steps, total), total, "Auditing")
        return
    started = told = time.monotonic()
    for done in steps:
        now = time.monotonic()
        if now - told >= EVERY and done < total:
            told = now
            left = (now - started) / done * (total - done)
            click.echo(f"{done:,} of {total:,} documents, {_span(left)} left", err=True)
        yield done


def _one_by_one(steps: Iterable[int], total: int) -> Iterator[int]:
    """Give each document once, for a bar that counts them."""
    before = 0
    for done in steps:
        yield from range(before, done)
        before = done
    yield from range(before, total)


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"about {max(1, round(seconds))} s"
    if seconds < 90 * 60:
        return f"about {round(seconds / 60)} min"
    return f"about {round(seconds / 3600)} h"


def _told(outcome: Outcome, folder: Path) -> str:
    rows = outcome.rows
    text = f"{counted(outcome.documents, 'document')}, {counted(rows['findings'], 'finding')}"
    if outcome.kept:
        text += f", {counted(outcome.kept, 'document')} done by an earlier run"
    if rows["failures"]:
        text += f", {counted(rows['failures'], 'failure')}"
    return f"{text}; tables in {folder}"


def _summarise(folder: Path, output: str | None) -> None:
    from clausewright.audit.page import page_of  # noqa: PLC0415  (jinja2)
    from clausewright.audit.summary import summary_of, told  # noqa: PLC0415  (pyarrow)
    from clausewright.files.write import write_atomic  # noqa: PLC0415  (only here)

    summary = summary_of(folder)
    for line in told(summary):
        click.echo(line)
    target = folder / "summary.html" if output is None else Path(output)
    write_atomic(target, page_of(summary).encode())
    click.echo(f"\nplots in {target}", err=True)
