"""Find the drafts in a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from clausewright.linting.patterns import verdict

SUFFIXES = (".md", ".markdown", ".docx", ".txt", ".html", ".htm", ".odt", ".pdf")
"""The endings of files that a walk takes."""

_NOT_A_DRAFT = re.compile(
    r"(?:README|CHANGELOG|CONTRIBUTING|LICENSE|COPYING)(?:\.md|\.txt)?|requirements.*\.txt"
)
"""Names of files about a project; a walk passes them by, naming one takes it."""

_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})

IsExcluded = Callable[[Path, bool], bool]
"""Tells whether the settings leave out a path; the second argument tells folders."""


@dataclass(frozen=True, slots=True)
class _Ignores:
    """A .gitignore: the folder it speaks of, and its lines."""

    folder: str
    lines: tuple[str, ...]

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """Tell whether it takes a path in, out, or leaves it."""
        relative = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return verdict(relative + "/" if folder else relative, self.lines)


def walk(folder: Path, is_excluded: IsExcluded) -> Iterator[Path | OSError]:
    """Give the drafts in a folder, by name, following no link to a folder already entered.

    A folder that cannot be listed is given as the error, with its name.
    """
    start = os.path.realpath(folder)
    yield from _walk(folder, is_excluded, _ignores_above(start), frozenset((start,)))


def _walk(
    folder: Path, is_excluded: IsExcluded, above: tuple[_Ignores, ...], entered: frozenset[str]
) -> Iterator[Path | OSError]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield error
        return
    here = os.path.realpath(folder)
    ignores = (*above, *_ignores_in(here))
    for entry in entries:
        path = folder / entry.name
        if entry.is_symlink() and _leads_in_a_circle(entry):
            continue
        if entry.is_dir():
            real = os.path.realpath(path)
            if real in entered or is_skipped_folder(entry.name):
                continue
            if _is_ignored(ignores, real, folder=True) or is_excluded(path, True):
                continue
            yield from _walk(path, is_excluded, ignores, entered | {real})
        elif entry.is_file() and is_draft_name(entry.name):
            real = os.path.join(here, entry.name)  # noqa: PTH118  (text in, text out)
            if not _is_ignored(ignores, real, folder=False) and not is_excluded(path, False):
                yield path


def _leads_in_a_circle(entry: os.DirEntry[str]) -> bool:
    """Tell a link that leads to itself, which is neither a file nor a folder."""
    try:
        entry.stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def is_draft_name(name: str) -> bool:
    """Tell whether a walk takes a file of this name."""
    if name.startswith((".", "~$")) or _NOT_A_DRAFT.fullmatch(name):
        return False
    low = name.lower()
    return low.endswith(SUFFIXES) and (not low.endswith(".pdf") or _reads_pdf())


@cache
def _reads_pdf() -> bool:
    """Tell whether the extra that reads PDF is installed; a PDF that is named is told without."""
    return find_spec("pypdf") is not None


def is_skipped_folder(name: str) -> bool:
    """Tell whether a walk passes by a folder of this name."""
    return name.startswith(".") or name in _SKIPPED_FOLDERS


def _is_ignored(ignores: tuple[_Ignores, ...], path: str, *, folder: bool) -> bool:
    for one in reversed(ignores):
        told = one.verdict(path, folder=folder)
        if told is not None:
            return told
    return False


def _ignores_in(folder: str) -> tuple[_Ignores, ...]:
    try:
        text = Path(folder, ".gitignore").read_text("utf-8", errors="replace")
    except OSError:
        return ()
    return (_Ignores(folder, tuple(text.splitlines())),)


def _ignores_above(folder: str) -> tuple[_Ignores, ...]:
    """Give the .gitignore files between the root of the repository and a folder."""
    above = Path(folder)
    folders: list[str] = []
    while not (above / ".git").exists():
        if above == above.parent:
            return ()  # not in a repository
        above = above.parent
        folders.append(str(above))
    return tuple(one for name in reversed(folders) for one in _ignores_in(name))
