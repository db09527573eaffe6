"""The command ``inspect``."""

from __future__ import annotations

import json
import sys

import click

from clausewright import readers
from clausewright.analysis.draft import Draft
from clausewright.cli.targets import sources_of
from clausewright.linting.plan import plan_for
from clausewright.linting.settings import Settings
from clausewright.linting.source import Source
from clausewright.linting.run import map_files
from clausewright.model.errors import ClausewrightError
from clausewright.reporters.inspection import described


def inspect_source(source: Source):
    try:
        document = readers.read(source.name, source.read())
    except ClausewrightError as error:
        return error.message
    return described(
        Draft(document, source.analysis, plan_for(source.settings).scanner), source.name
    )


@click.command("inspect")
@click.argument("paths", nargs=-1)
@click.option("--format", "format_name", default="jsonl", type=click.Choice(["json", "jsonl"]))
@click.option("--profile")
@click.option("-j", "--jobs", type=int)
def command(paths, format_name, profile, jobs):
    """Show what the linter understood of drafts."""
    settings = Settings(profile=profile, profile_source="option" if profile else "text")
    sources = list(sources_of(paths or (".",), lambda folder: settings))
    code = 0
    found = []
    for source, data in zip(sources, map_files(inspect_source, sources, jobs)):
        if isinstance(data, str):
            click.echo(f"{source.name}: {data}", err=True)
            code = 2
        elif format_name == "jsonl":
            sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
        else:
            found.append(data)
    if format_name == "json":
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    sys.exit(code)
