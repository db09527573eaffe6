"""The command ``lint``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click

from clausewright.cli.targets import sources_of
from clausewright.linting.result import FileResult
from clausewright.linting.run import lint_all
from clausewright.linting.settings import FailOn, Settings
from clausewright.reporters import REPORTERS, Context


class Outcome:
    """What the exit code depends on."""

    def __init__(self, fail_on: FailOn) -> None:
        self._fail_on = fail_on
        self.code = 0

    def watch(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        for result in results:
            if result.errors:
                self.code = 2
            elif self.code == 0 and self._fail_on.fails(result.worst()):
                self.code = 1
            yield result


@click.command("lint")
@click.argument("paths", nargs=-1)
@click.option(
    "--format", "format_name", default="concise", type=click.Choice([r.name for r in REPORTERS])
)
@click.option("--profile")
@click.option("--fail-on", type=click.Choice([f.value for f in FailOn]), default="error")
@click.option("--no-cache", is_flag=True)
@click.option("-j", "--jobs", type=int)
def command(paths, format_name, profile, fail_on, no_cache, jobs):
    """Find what is missing, vague, unmeasured, contradictory or too long in drafts."""
    settings = Settings(profile=profile, profile_source="option" if profile else "text")
    sources = list(sources_of(paths or (".",), lambda folder: settings))
    outcome = Outcome(FailOn(fail_on))
    reporter = next(r for r in REPORTERS if r.name == format_name)
    for piece in reporter.write(outcome.watch(lint_all(sources, jobs)), Context()):
        sys.stdout.write(piece)
    sys.exit(outcome.code)
