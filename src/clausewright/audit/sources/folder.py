"""A folder as a source: the files that ``lint`` would take, by their paths below it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from clausewright.audit.sources.interface import (
    Entry,
    IsExcluded,
    failing,
    in_order,
    printed,
    read_whole,
)
from clausewright.linting.result import unreadable
from clausewright.linting.walk import walk


@contextmanager
def documents_in(folder: Path, is_excluded: IsExcluded) -> Iterator[list[Entry]]:
    """List the documents of a folder; a link that leads out of it is told, never followed."""
    yield in_order(_entries(folder, is_excluded))


def _entries(folder: Path, is_excluded: IsExcluded) -> Iterator[Entry]:
    root = os.path.realpath(folder)
    strays: list[str] = []

    def leave_out(path: Path, is_folder: bool) -> bool:
        name = path.relative_to(folder).as_posix()
        if is_excluded(name, is_folder):
            return True
        if Path(os.path.realpath(path)).is_relative_to(root):
            return False
        strays.append(name)
        return True

    for found in walk(folder, leave_out):
        if isinstance(found, OSError):
            name = os.path.relpath(found.filename or folder, folder).replace(os.sep, "/")
            yield failing(name, unreadable(found).message)
        else:
            name = found.relative_to(folder).as_posix()
            yield Entry(printed(name), partial(_read, found))
    for name in strays:
        yield failing(name, "is a link that leads out of the folder; it is not followed")


def _read(path: Path) -> bytes:
    with path.open("rb") as stream:
        return read_whole(stream)
