"""Write Word reviews: the drafts themselves with a comment on the words of each finding."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from clausewright import readers
from clausewright.cli.output import Output, identity
from clausewright.files.write import write_atomic
from clausewright.linting.result import FileResult
from clausewright.linting.source import Source
from clausewright.model.errors import ConfigurationError, InputError
from clausewright.reporters.word_review import review, strip


def write_reviews(
    output: Path,
    sources: Sequence[Source],
    results: Sequence[FileResult],
    date: datetime.datetime | None,
) -> Iterator[Path]:
    """Write the review of one Word draft to a file, or those of several to a folder; give each.

    Raises:
        ConfigurationError: where the output does not fit the drafts.
        InputError: where a draft changed since it was linted.
        OutputError: where a package must not be written.

    """
    read = [
        (source, result)
        for source, result in zip(sources, results, strict=True)
        if result.profile is not None
    ]
    targets = _targets(output, [source for source, _ in read])
    for source, result in read:
        if source.name in targets:
            data = source.read()
            document = readers.read(source.name, data, view=source.settings.view)
            reviewed = review(data, result.findings, document, date=date)
            write_atomic(targets[source.name], reviewed)
            yield targets[source.name]


def write_stripped(outputs: Sequence[Output], sources: Sequence[Source]) -> Iterator[Path]:
    """Write Word drafts without our comments; give each file that is written.

    Raises:
        ConfigurationError: where the output does not fit the drafts.
        InputError: where a draft cannot be read.

    """
    if len(outputs) != 1 or outputs[0].reporter is not None:
        raise ConfigurationError(
            "--strip needs one -o: a .docx file, or a folder for several drafts"
        )
    targets = _targets(outputs[0].path, sources)
    for source in sources:
        if source.fault is not None:
            raise InputError(source.fault.message, where=source.name)
        if source.name in targets:
            data = source.read()
            write_atomic(targets[source.name], strip(data, readers.read(source.name, data)))
            yield targets[source.name]


def _targets(output: Path, sources: Sequence[Source]) -> dict[str, Path]:
    """Say where each Word draft goes."""
    drafts = [source for source in sources if _is_word(source.name)]
    if output.suffix.lower() == ".docx" and not output.is_dir():
        if not sources:
            return {}  # why they could not be read is told for each
        if len(sources) != 1 or len(drafts) != len(sources):
            raise ConfigurationError(_unfit(sources), where=str(output))
        targets = {drafts[0].name: output}
    else:
        output.mkdir(parents=True, exist_ok=True)
        targets = {source.name: output / Path(source.name).name for source in drafts}
        if len({str(target).lower() for target in targets.values()}) < len(targets):
            raise ConfigurationError(
                "two drafts have the same name; review them one by one", where=str(output)
            )
        for source in sources:
            if not _is_word(source.name):
                click.echo(f"{source.name}: no Word draft, so no review of it", err=True)
    for source in drafts:
        if source.path and identity(targets[source.name]) == identity(source.path):
            raise ConfigurationError(
                "a review is never written over the draft; name another file", where=source.name
            )
    return targets


def _unfit(sources: Sequence[Source]) -> str:
    """Say why drafts cannot be reviewed in one Word file, and what to write instead."""
    if len(sources) != 1:
        return (
            f"one Word file holds the comments on one draft, not on {len(sources)}; name a folder"
        )
    return (
        f"Word comments can only be put into a Word file, and {sources[0].name} is none;"
        " name an .html file for its report"
    )


def _is_word(name: str) -> bool:
    return Path(name).suffix.lower() in readers.WORD
