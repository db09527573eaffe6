"""Where reports go: ``-o [FORMAT=]FILE``, the suffix deciding without FORMAT."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from clausewright.linting.source import Source
from clausewright.model.errors import ConfigurationError, suggestion
from clausewright.reporters import FORMATS, Reporter, format_of_suffix, reporter

WORD = "docx"
"""The format of a Word review, which is written beside the reports."""

HTML_REPORT = b"<title>Clausewright report</title>"
"""What the beginning of each HTML report holds."""

_HEAD = 1_000  # bytes of a file in which a report says what it is


class Output(NamedTuple):
    """A file to write; ``reporter`` is None for a Word review."""

    path: Path
    reporter: Reporter | None


def reporter_named(name: str, *, where: str) -> Reporter:
    """Give the report format of a name.

    Raises:
        ConfigurationError: where there is none.

    """
    if name not in FORMATS:
        raise ConfigurationError(
            f'no format is called "{name}"{suggestion(name, FORMATS)};'
            f" there are {', '.join(FORMATS)}",
            where=where,
        )
    return reporter(name)


def outputs_of(given: Iterable[str], default: Reporter | None) -> tuple[Output, ...]:
    """Read the values of ``--output``; ``default`` is the format asked for by ``--format``.

    Raises:
        ConfigurationError: where one names no file or no format, or two name one file.

    """
    outputs = tuple(_output_of(one, default) for one in given)
    seen: set[str] = set()
    for output in outputs:
        place = os.path.realpath(output.path)
        if place in seen:
            raise ConfigurationError(
                "two outputs go to this place: name another for one of them",
                where=str(output.path),
            )
        seen.add(place)
    return outputs


def _output_of(given: str, default: Reporter | None) -> Output:
    name, equals, rest = given.partition("=")
    named = equals and "/" not in name and "." not in name
    if not (rest if named else given):
        raise ConfigurationError(f'"{given}" names no file', where="--output")
    if named:
        if name == WORD:
            return Output(Path(rest), None)
        return Output(Path(rest), reporter_named(name, where="--output"))
    path = Path(given)
    suffix = path.suffix.lower()
    if suffix == ".docx" or given.endswith(("/", "\\")) or path.is_dir():
        return Output(path, None)
    chosen = format_of_suffix(suffix)
    if chosen is not None:
        return Output(path, reporter(chosen))
    if default is not None:
        return Output(path, default)
    known = sorted({s for _, suffixes in FORMATS.values() for s in suffixes} | {".docx"})
    raise ConfigurationError(
        f'the ending of "{given}" names no format; known are {", ".join(known)},'
        " or write FORMAT=FILE",
        where="--output",
    )


def left_by_us(outputs: Iterable[Output]) -> frozenset[str]:
    """Give the places of outputs in which a walk finds what an earlier run left, and no drafts.

    Those are folders of reviews, and HTML reports, as they say themselves.
    """
    return frozenset(
        os.path.realpath(output.path)
        for output in outputs
        if (output.path.is_dir() if output.reporter is None else _is_html_report(output.path))
    )


def _is_html_report(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return HTML_REPORT in file.read(_HEAD)
    except OSError:  # told when it is written
        return False


def check_no_draft(outputs: Iterable[Output], sources: Sequence[Source]) -> None:
    """Refuse to write a report over a draft.

    Raises:
        ConfigurationError: naming the draft.

    """
    reports = [output.path for output in outputs if output.reporter is not None]
    if not reports:
        return
    drafts = {identity(source.path) for source in sources if source.path is not None}
    for path in reports:
        if (known := identity(path)) is not None and known in drafts:
            raise ConfigurationError(
                "this is one of the drafts, and a report is never written over a draft: name"
                " another file for the report, or leave this one out with --exclude",
                where=str(path),
            )


def identity(path: Path) -> tuple[int, int] | None:
    """Tell one file from another whatever their names, None where there is none."""
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_dev, known.st_ino
