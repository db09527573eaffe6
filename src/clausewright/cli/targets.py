"""From the paths of a command line to the files to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from clausewright.linting.patterns import matches_any
from clausewright.linting.result import FileError, unreadable
from clausewright.linting.settings import Settings
from clausewright.linting.source import Source, relative_to_root, source_for, with_data
from clausewright.linting.walk import IsExcluded, walk
from clausewright.model.errors import ConfigurationError

SettingsFor = Callable[[Path], Settings]
"""Gives the settings that hold in a folder."""

STDIN = "-"

_COMMANDS = ("::", "##")
"""What build servers read as a command at the beginning of a line."""


def sources_of(
    paths: Iterable[str],
    settings_for: SettingsFor,
    *,
    exclude: tuple[str, ...] = (),
    stdin_name: str | None = None,
    ours: frozenset[str] = frozenset(),
) -> Iterator[Source]:
    """Give the files to read, each once, in order of the paths and by name within a folder.

    ``exclude`` holds patterns relative to the working folder. ``ours`` are the real paths of what
    we wrote ourselves, which a walk passes by. What the settings exclude is left out even where it
    is named, as commit hooks name every file that changed. What cannot be read is given as a source
    with its fault.

    Raises:
        ConfigurationError: where the settings of a file are wrong.

    """
    settings_for, real_folder = cache(settings_for), cache(os.path.realpath)
    seen: set[str] = set()
    for given in paths:
        for source in _sources(given, settings_for, exclude, stdin_name, ours):
            key = STDIN if source.path is None else _real(source.path, real_folder)
            if key not in seen:
                seen.add(key)
                yield source


def _real(path: Path, real_folder: Callable[[str], str]) -> str:
    """Give the file that a path leads to; most are in one folder, and are no links."""
    folder, name = os.path.split(path)
    if os.path.islink(path):  # noqa: PTH114  (text in, text out)
        return os.path.realpath(path)
    return os.path.join(real_folder(folder), name)  # noqa: PTH118  (as above)


def _sources(
    given: str,
    settings_for: SettingsFor,
    exclude: tuple[str, ...],
    stdin_name: str | None,
    ours: frozenset[str],
) -> Iterator[Source]:
    if not given:
        raise ConfigurationError(
            "an empty path names no file or folder (a variable that is not set?);"
            ' the working folder is "."'
        )
    if given == STDIN:
        yield _stdin(settings_for, stdin_name or "stdin.md")
        return
    path = Path(given)
    if not os.path.isdir(path):  # noqa: PTH112  (False also for a name that no system holds)
        settings = settings_for(path.parent)
        if not matches_any(relative_to_root(path, settings), settings.exclude):
            source = source_for(display_name(path), settings, path)
            yield replace(source, fault=_fault(path))
        return
    for found in walk(path, _exclusion(settings_for, exclude, ours)):
        if isinstance(found, OSError):
            folder = Path(found.filename or given)
            source = source_for(display_name(folder), settings_for(path), folder)
            yield replace(source, fault=unreadable(found))
        else:
            yield source_for(display_name(found), settings_for(found.parent), found)


def _exclusion(
    settings_for: SettingsFor, exclude: tuple[str, ...], ours: frozenset[str]
) -> IsExcluded:
    def is_excluded(found: Path, folder: bool) -> bool:
        if ours and os.path.realpath(found) in ours:
            return True
        settings = settings_for(found if folder else found.parent)
        end = "/" if folder else ""
        if exclude and matches_any(os.path.relpath(found).replace(os.sep, "/") + end, exclude):
            return True
        if not settings.exclude and not settings.include:
            return False
        relative = relative_to_root(found, settings)
        if matches_any(relative + end, settings.exclude):
            return True
        return not folder and bool(settings.include) and not matches_any(relative, settings.include)

    return is_excluded


def display_name(path: Path) -> str:
    """Give the name of a file to tell people.

    One that reads as a command of a build server where it begins a line is told with its folder.
    """
    name = path.as_posix()
    return f"./{name}" if name.startswith(_COMMANDS) else name


def _fault(path: Path) -> FileError | None:
    """Tell why a path that is no folder cannot be read, None where it may be."""
    try:
        if path.is_file():
            return None
        known = path.exists() or path.is_symlink()
    except OSError as error:
        return unreadable(error)
    if path.is_symlink() and not path.exists():
        return FileError("missing", "is a link to a file that is not there")
    if not known:
        return FileError("missing", "no such file or folder")
    return FileError("unreadable", "is neither a file nor a folder; give a .md, .txt or .docx file")


def _stdin(settings_for: SettingsFor, name: str) -> Source:
    path = Path(name)
    source = source_for(display_name(path), settings_for(path.parent), path)
    return with_data(source, sys.stdin.buffer.read())
