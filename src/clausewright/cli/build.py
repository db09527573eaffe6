"""The command ``build``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from clausewright.checking.libraries import library_for
from clausewright.cli import terminal
from clausewright.cli.libraries import library_option
from clausewright.files.write import write_atomic
from clausewright.files.yaml import Yaml
from clausewright.generator.assembly import Assembled, assemble
from clausewright.generator.batch import Row, name_for, picks_of, rows_of
from clausewright.generator.inheritance import load_picks
from clausewright.generator.library import Library
from clausewright.generator.output import Look, render, suffix_of
from clausewright.model.errors import ClausewrightError, OutputError, PicksError

EPILOG = """\b
Examples:
  clausewright build sla.yaml -o sla.docx -o sla.md   Word and Markdown
  clausewright build sla.yaml --check                 render, read back, lint; write nothing
  clausewright build sla.yaml -o draft.docx --allow-blanks --with-notes
  clausewright build sla.yaml --data rows.csv -o "out/{number}.docx"

\b
Formats by ending: .docx .md .html .pdf (extra "pdf") .json .openslo.yaml
Exit code: 0 built (with --check: and clean), 1 --check found something, 2 bad input.
"""
NOT_REVIEWED = "The clauses were not reviewed by a lawyer; this is not legal advice."


@dataclass(frozen=True)
class Job:
    """What to build from each set of picks."""

    library: Library
    outputs: tuple[str, ...]
    look: Look
    blanks: bool
    force: bool


@click.command("build", epilog=EPILOG)
@click.argument(
    "picks_files",
    metavar="PICKS.yaml",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
)
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE", help="Repeatable.")
@click.option("--check", is_flag=True, help="Render, read back and lint; write nothing.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@click.option("--allow-blanks", is_flag=True, help="Leave [● question] where a value is missing.")
@click.option(
    "--template", metavar="FIRM.docx", type=click.Path(path_type=Path), help="Own letterhead."
)
@click.option("--with-notes", is_flag=True, help="Show drafting notes as comments.")
@click.option(
    "--data", metavar="ROWS.csv", type=click.Path(path_type=Path), help="One document for each row."
)
@library_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    picks_files: tuple[Path, ...],
    outputs: tuple[str, ...],
    *,
    check: bool,
    force: bool,
    allow_blanks: bool,
    template: Path | None,
    with_notes: bool,
    data: Path | None,
    libraries: tuple[Path, ...],
    quiet: bool,
) -> None:
    """Build an agreement from a picks file; --check takes several."""
    if not outputs and not check:
        raise click.UsageError("name at least one output with -o, or use --check")
    look = Look(_bytes_of(template) if template else None, with_notes)

    def job_for(picks_file: Path) -> Job:
        library = library_for(picks_file.parent, libraries)
        return Job(library, outputs, look, allow_blanks, force)

    if len(picks_files) > 1:
        if not check or data is not None:
            raise click.UsageError("several picks files go with --check alone")
        ctx.exit(_check_all(picks_files, job_for))
    (picks_file,) = picks_files
    job = job_for(picks_file)
    picks, yaml = load_picks(picks_file, job.library)
    if data is not None:
        ctx.exit(_batch(job, yaml, data, check=check, quiet=quiet))
    assembled = assemble(picks, yaml, job.library, blanks=allow_blanks)
    if not quiet:
        for note in assembled.notes:
            click.echo(f"note: {note}", err=True)
        click.echo(f"note: {NOT_REVIEWED}", err=True)
    if check:
        ctx.exit(_check(assembled, job))
    for name in _write(job, assembled, outputs):
        if not quiet:
            click.echo(f"wrote {name}", err=True)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(f"cannot be read: {error.strerror}", where=str(path)) from error


def _write(job: Job, assembled: Assembled, names: tuple[str, ...]) -> Iterator[str]:
    """Render all files before the first is written, so that a fault leaves none behind."""
    suffixes = [suffix_of(name) for name in names]
    for number, name in enumerate(names):
        if os.path.realpath(name) in map(os.path.realpath, names[:number]):
            raise OutputError("this file is named twice with -o: name another", where=name)
        if not job.force and Path(name).exists():
            raise OutputError("the file is there already: use --force to replace it", where=name)
    rendered = [render(assembled.agreement, suffix, job.look) for suffix in suffixes]
    for name, content in zip(names, rendered, strict=True):
        write_atomic(Path(name), content, overwrite=job.force)
        yield name


def _check(assembled: Assembled, job: Job) -> int:
    """Read back and lint what would be written; give the exit code."""
    from clausewright.checking.build_check import check_build  # noqa: PLC0415 - half a second

    checked = check_build(assembled.agreement, job.outputs)
    for line in checked.lines:
        click.echo(line)
    click.echo(checked.summary)
    return 0 if checked.clean else 1


def _check_all(picks_files: tuple[Path, ...], job_for: Callable[[Path], Job]) -> int:
    """Check each picks file; one at fault is told and the rest is checked."""
    code = 0
    for picks_file in picks_files:
        try:
            job = job_for(picks_file)
            picks, yaml = load_picks(picks_file, job.library)
            assembled = assemble(picks, yaml, job.library, blanks=job.blanks)
            click.echo(f"{picks_file}:")
            code = max(code, _check(assembled, job))
        except ClausewrightError as error:
            click.echo(f"error: {error}", err=True)
            code = 2
    return code


def _batch(job: Job, yaml: Yaml, data: Path, *, check: bool, quiet: bool) -> int:
    """Build one document for each row; a row at fault is told and the rest is built."""
    built = failed = unclean = 0
    seen: set[str] = set()
    rows = tuple(rows_of(data))
    shown = not quiet and not check and sys.stderr.isatty()
    for row in terminal.with_progress(rows, len(rows), "Building") if shown else rows:
        try:
            picks, own = picks_of(row, yaml)
            assembled = assemble(picks, own, job.library, blanks=job.blanks)
            if check:
                unclean += _check(assembled, job)
            else:
                names = _names(job, row, seen)
                for name in names:
                    Path(name).parent.mkdir(parents=True, exist_ok=True)
                list(_write(job, assembled, names))
            built += 1
        except ClausewrightError as error:
            failed += 1
            click.echo(f"error: {data}:{row.line}: {error}", err=True)
    click.echo(f"{built} built, {failed} failed", err=True)
    return 2 if failed else min(1, unclean)


def _names(job: Job, row: Row, seen: set[str]) -> tuple[str, ...]:
    names = tuple(name_for(pattern, row) for pattern in job.outputs)
    for name in names:
        if name in seen:
            told = f'two rows would be written to "{name}": put a column in its name, as {{number}}'
            raise PicksError(told)
        seen.add(name)
    return names
