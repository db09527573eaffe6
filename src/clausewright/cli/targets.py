"""From the paths of a command line to the files to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from clausewright.linting.patterns import matches_any
from clausewright.linting.settings import Settings
from clausewright.linting.source import Source, relative_to_root, source_for, with_data
from clausewright.linting.walk import walk
from clausewright.model.errors import InputError

SettingsFor = Callable[[Path], Settings]
"""Gives the settings that hold in a folder."""

STDIN = "-"


def sources_of(
    paths: Iterable[str], settings_for: SettingsFor, *, stdin_name: str | None = None
) -> Iterator[Source]:
    """Give the files to read, each once, in order of the paths and by name within a folder.

    Raises:
        InputError: where a path is neither a file nor a folder.
        ConfigurationError: where the settings of a file are wrong.

    """
    seen: set[str] = set()
    for given in paths:
        for source in _sources(given, settings_for, stdin_name):
            key = os.path.realpath(source.path) if source.path else STDIN
            if key not in seen:
                seen.add(key)
                yield source


def _sources(given: str, settings_for: SettingsFor, stdin_name: str | None) -> Iterator[Source]:
    if given == STDIN:
        yield _stdin(settings_for, stdin_name or "stdin.md")
        return
    path = Path(given)
    if not path.is_dir():
        refuse_unreadable(path, given)
        yield source_for(display_name(path), settings_for(path.parent), path)
        return

    def is_excluded(found: Path, folder: bool) -> bool:  # noqa: FBT001  (the walk's interface)
        settings = settings_for(found if folder else found.parent)
        relative = relative_to_root(found, settings)
        if matches_any(relative + "/" if folder else relative, settings.exclude):
            return True
        return not folder and bool(settings.include) and not matches_any(relative, settings.include)

    for found in walk(path, is_excluded):
        yield source_for(display_name(found), settings_for(found.parent), found)


def display_name(path: Path) -> str:
    """Give the name of a file to tell people."""
    return path.as_posix()


def refuse_unreadable(path: Path, given: str) -> None:
    """Refuse what is no file.

    Raises:
        InputError: with what stands there instead.

    """
    try:
        known = path.exists()
    except OSError as error:
        raise InputError((error.strerror or str(error)).lower(), where=given) from error
    if not known:
        what = (
            "a link to a file that is not there" if path.is_symlink() else "no such file or folder"
        )
        raise InputError(what, where=given, kind="missing")
    if not path.is_file():
        raise InputError("is neither a file nor a folder", where=given)


def _stdin(settings_for: SettingsFor, name: str) -> Source:
    path = Path(name)
    return with_data(
        source_for(display_name(path), settings_for(path.parent), path), sys.stdin.buffer.read()
    )
