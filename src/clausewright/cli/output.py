"""Where reports go: ``-o [FORMAT=]FILE``, the suffix deciding without FORMAT."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from clausewright.model.errors import ConfigurationError, suggestion
from clausewright.reporters import FORMATS, Reporter, format_of_suffix, reporter

WORD = "docx"
"""The format of a Word review, which is written beside the reports."""


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


def output_of(given: str, default: Reporter | None) -> Output:
    """Read one value of ``--output``; ``default`` is the format asked for by ``--format``.

    Raises:
        ConfigurationError: where no format can be told.

    """
    name, equals, rest = given.partition("=")
    if equals and "/" not in name and "." not in name:
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
