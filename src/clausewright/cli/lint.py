"""The command ``lint``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clausewright.cli import terminal
from clausewright.cli.dates import date_of
from clausewright.cli.options import (
    configuration_options,
    file_options,
    offering,
    overrides_of,
    selection_options,
    view_option,
)
from clausewright.cli.output import (
    Output,
    check_no_draft,
    left_by_us,
    outputs_of,
    reporter_named,
)
from clausewright.cli.targets import sources_of
from clausewright.linting.configuration import forget
from clausewright.linting.result import FileResult
from clausewright.linting.run import is_long, lint_all
from clausewright.linting.settings import FailOn
from clausewright.linting.source import Source
from clausewright.model.errors import ClausewrightError
from clausewright.reporters import FORMATS, Context, Reporter
from clausewright.reporters.concise import error_lines
from clausewright.reporters.interface import Tally
from clausewright.reporters.plain import printable

if TYPE_CHECKING:
    from clausewright.lint_rules.rule import Rule
    from clausewright.linting.baseline import Baseline

EPILOG = """\b
Examples:
  clausewright lint                            all drafts below this folder
  clausewright lint draft.docx -o reviewed.docx   the same with Word comments
  clausewright lint sla.md --select WRD,MET    vague wording and metrics only
  clausewright lint . --format sarif -o report.sarif
  clausewright lint --watch INBOX -o REVIEWED/ reviews of what is put into a folder
  cat sla.md | clausewright lint - --stdin-filename sla.md --format concise

\b
Exit code: 0 nothing at or above --fail-on, 1 findings, 2 usage, configuration
or unreadable input (the other files are still linted and reported).
"""


@click.command("lint", epilog=EPILOG)
@file_options
@configuration_options
@view_option
@selection_options
@click.option(
    "--fail-on",
    type=click.Choice([one.value for one in FailOn]),
    help="Lowest severity that makes the exit code 1; default error.",
)
@click.option(
    "--format",
    "format_name",
    metavar="FORMAT",
    shell_complete=offering(FORMATS),
    help=f"How to report: {', '.join(FORMATS)}; default full.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORMAT=]FILE",
    help="Write a report to a file, the ending decides the format; .docx is a Word review.",
)
@click.option("--date", metavar="DATE", help="The date of Word comments; none without it.")
@click.option("--strip", is_flag=True, help="Only take our comments out of a Word draft, to -o.")
@click.option("--max-pages", type=click.FloatRange(min=0, min_open=True), help="Longest body.")
@click.option("--baseline", metavar="FILE", help="Tell only what is not in this baseline.")
@click.option("--diff-base", metavar="REV", help="Tell only what is new since this git revision.")
@click.option("--no-cache", is_flag=True, help="Lint every file anew.")
@click.option("--set", "as_set", is_flag=True, help="Read all PATHS as one agreement.")
@click.option("--watch", "watched", is_flag=True, help="Lint again whenever a draft changes.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--profile-rules", is_flag=True, help="Tell how long each rule took.")
@click.option("--show-files", is_flag=True, help="Only list the files that would be linted.")
@click.option("--show-settings", is_flag=True, help="Only show the settings and their origin.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
@click.option("-q", "--quiet", is_flag=True, help="No summary, no progress.")
def command(**given: Any) -> None:  # noqa: ANN401  (click passes the options)
    """Find what is missing, vague, unmeasured, contradictory or too long in drafts.

    PATHS are files and folders; a folder is searched for .md, .markdown, .docx and .txt files.
    """
    overrides = overrides_of(given)
    if given["show_settings"]:
        from clausewright.cli import settings_view  # noqa: PLC0415  (only this option needs it)

        settings_view.show(overrides, given["paths"] or (".",))
        return
    default = None
    if given["format_name"]:
        default = reporter_named(given["format_name"], where="--format")
    outputs = outputs_of(given["outputs"], default)

    def find() -> list[Source]:
        if given["watched"]:  # what holds may have changed since the last look
            forget()
            _forget_sets()
        found = sources_of(
            given["paths"] or (".",),
            overrides.settings_for,
            exclude=given["exclude"],
            stdin_name=given["stdin_filename"],
            ours=left_by_us(outputs),
        )
        return _in_sets(list(found), as_set=given["as_set"])

    if given["watched"]:
        _watch(find, lambda sources: _Lint(sources, default, outputs, given).run(), outputs, given)
        return
    sources = find()
    if given["show_files"]:
        for source in sources:
            click.echo(source.name)
        return
    if given["strip"]:
        from clausewright.cli.review import write_stripped  # noqa: PLC0415  (lxml)

        for path in write_stripped(outputs, sources):
            _tell_written(path, given)
        return
    sys.exit(_Lint(sources, default, outputs, given).run())


def _in_sets(sources: list[Source], *, as_set: bool) -> list[Source]:
    """Tell each file of the agreement that it is part of, if any."""
    if not as_set and not any(source.settings.sets for source in sources):
        return sources
    from clausewright.linting.sets import as_one_agreement, with_sets  # noqa: PLC0415  (seldom)

    return as_one_agreement(sources) if as_set else list(with_sets(sources))


def _forget_sets() -> None:
    from clausewright.linting.sets import forget_sets  # noqa: PLC0415  (seldom)

    forget_sets()


def _watch(
    find: Callable[[], list[Source]],
    run: Callable[[Sequence[Source]], int],
    outputs: Iterable[Output],
    given: dict[str, Any],
) -> None:
    from clausewright.cli.watch import Watcher, watch  # noqa: PLC0415  (only this option needs it)

    told: list[str] = []

    def look() -> list[Source]:
        try:
            found = find()
        except ClausewrightError as error:  # somebody is writing the settings
            if str(error) not in told:
                click.echo(f"error: {error}", err=True)
            told[:] = [str(error)]
            return []
        told.clear()
        return found

    def lint(sources: Sequence[Source]) -> None:
        try:
            run(sources)
        except ClausewrightError as error:  # the next draft may be better
            click.echo(f"error: {error}", err=True)

    find()  # what is wrong from the start ends the run
    if not given["quiet"]:
        click.echo("watching; interrupt to end", err=True)
    watch(look, lint, Watcher(output.path for output in outputs))


def _tell_written(path: Path, given: dict[str, Any]) -> None:
    if not given["quiet"]:
        click.echo(f"wrote {printable(str(path))}", err=True)


class _Lint:
    """One run of the command."""

    def __init__(
        self,
        sources: Sequence[Source],
        default: Reporter | None,
        outputs: Sequence[Output],
        given: dict[str, Any],
    ) -> None:
        check_no_draft(outputs, sources)
        self._given = given
        self._outputs = outputs
        self._screen = default if default or outputs else reporter_named("full", where="")
        if default is not None and any(one.reporter is default for one in self._outputs):
            self._screen = None
        needs_lines = any(r.needs_lines for r in self._reporters())
        self._sources = [replace(source, keep_lines=needs_lines) for source in sources]
        self._baselines: dict[str, Baseline] = {}
        self._tally = Tally()
        self._by_rule: Counter[str] = Counter()
        self._seconds: Counter[str] = Counter()
        self.code = 0

    def _reporters(self) -> list[Reporter]:
        found = [one.reporter for one in self._outputs if one.reporter is not None]
        return [*found, self._screen] if self._screen else found

    def run(self) -> int:
        """Lint, report, and give the exit code."""
        if not self._sources and not self._given["quiet"]:
            click.echo("no drafts found", err=True)
        results = self._tally.watch(self._watched(self._linted()))
        streams = len(self._reporters()) == 1 and not self._outputs
        if streams and self._screen:
            self._report(self._screen, results)
        else:
            self._write_all(tuple(results))
        self._tell_statistics()
        return self.code

    def _linted(self) -> Iterator[FileResult]:
        sources = self._sources
        found = self._new(lint_all(sources, self._given["jobs"], self._cache()))
        if not self._given["quiet"] and sys.stderr.isatty() and is_long(sources):
            found = iter(tuple(terminal.with_progress(found, len(sources), "Linting")))
        for source, result in zip(sources, found, strict=True):
            baseline = self._baseline(source.settings.baseline)
            yield result if baseline is None else baseline.kept(result)

    def _cache(self) -> Path | None:
        """Give the folder with earlier answers; a single draft is linted anew just as fast."""
        profiled = self._given["profile_rules"]
        if self._given["no_cache"] or profiled or len(self._sources) < 2:
            return None
        from clausewright.files.compiled import cache_folder  # noqa: PLC0415  (not for one draft)

        return cache_folder()

    def _new(self, results: Iterator[FileResult]) -> Iterator[FileResult]:
        """Leave out what stood there at the revision that the user names."""
        revision = self._given["diff_base"]
        if revision is None:
            return results
        from clausewright.linting.diff_base import check_revision, only_new  # noqa: PLC0415

        paths = (source.path for source in self._sources if source.path is not None)
        check_revision(revision, next(paths, Path("x")).parent)
        return only_new(self._sources, results, revision)

    def _baseline(self, file: str | None) -> Baseline | None:
        if file is None:
            return None
        if file not in self._baselines:
            from clausewright.linting.baseline import load_baseline  # noqa: PLC0415  (seldom)

            self._baselines[file] = load_baseline(Path(file))
        return self._baselines[file]

    def _watched(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        for source, result in zip(self._sources, results, strict=True):
            if result.errors:
                self.code = 2
            elif self.code == 0 and source.settings.fail_on.fails(result.worst()):
                self.code = 1
            if self._given["statistics"]:
                self._by_rule.update(f"{f.code} {f.name}" for f in result.findings)
            self._seconds.update(dict(result.seconds))
            yield result

    def _context(
        self, reporter: Reporter, *, color: bool = False, width: int = terminal.NO_TERMINAL
    ) -> Context:
        rules = self._rules() if reporter.needs_rules else ()
        return Context(rules=rules, color=color, width=width, quiet=self._given["quiet"])

    def _rules(self) -> tuple[Rule[Any], ...]:
        """Give the rules that may speak of any of the files, by code."""
        from clausewright.linting.plan import plan_for  # noqa: PLC0415  (not where all is kept)

        settings = {source.settings for source in self._sources}
        rules = {one.rule.code: one.rule for s in settings for one in plan_for(s).active}
        return tuple(rule for _, rule in sorted(rules.items()))

    def _report(self, reporter: Reporter, results: Iterable[FileResult]) -> None:
        color = terminal.wants_color(self._given["color"], sys.stdout)
        context = self._context(reporter, color=color, width=terminal.width())
        for piece in reporter.write(results, context):
            terminal.write(piece)

    def _write_all(self, results: tuple[FileResult, ...]) -> None:
        for output in self._outputs:
            try:
                self._write(output, results)
            except ClausewrightError as error:  # the other outputs are still written
                click.echo(f"error: {error}", err=True)
                self.code = 2
        if self._screen is not None:
            self._report(self._screen, results)
            return
        for result in results:
            for line in error_lines(result, Context()):
                click.echo(line, nl=False, err=True)
        if not self._given["quiet"]:
            click.echo(self._tally.summary(), err=True)

    def _write(self, output: Output, results: tuple[FileResult, ...]) -> None:
        if output.reporter is None:
            from clausewright.cli.review import write_reviews  # noqa: PLC0415  (lxml)

            date = date_of(self._given["date"])
            for path in write_reviews(output.path, self._sources, results, date):
                _tell_written(path, self._given)
            return
        text = "".join(output.reporter.write(results, self._context(output.reporter)))
        from clausewright.files.write import write_atomic  # noqa: PLC0415  (10 ms)

        write_atomic(output.path, text.encode("utf-8", errors="backslashreplace"))
        _tell_written(output.path, self._given)

    def _tell_statistics(self) -> None:
        aside = self._screen is None or not self._screen.for_people
        if self._given["statistics"]:
            for name, count in sorted(self._by_rule.items(), key=lambda kv: (-kv[1], kv[0])):
                click.echo(f"{count:6}  {name}", err=aside)
        if self._given["profile_rules"]:
            for code, seconds in self._seconds.most_common():
                click.echo(f"{1000 * seconds:10.1f} ms  {code}", err=aside)
