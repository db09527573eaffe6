"""A file to lint and what holds for it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clausewright.linting.patterns import matches_any
from clausewright.linting.result import FileError
from clausewright.linting.settings import Settings

if TYPE_CHECKING:
    from clausewright.analysis.draft import AnalysisSettings


Stamp = tuple[int, int]
"""The time of the last change of a file, in nanoseconds, and its size in bytes."""

Stamps = tuple[Stamp | None, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """The set a file belongs to: all its files make one agreement.

    ``main`` is the key of its main document, None where the drafts themselves shall tell.
    """

    name: str
    members: tuple[Source, ...]
    main: str | None

    def __hash__(self) -> int:
        """Give a hash that does not ask all members, as each of them asks for it."""
        return hash((self.name, self.main, len(self.members)))


@dataclass(frozen=True, slots=True)
class Source:
    """A file to lint.

    ``name`` is what people are told, with forward slashes; ``relative`` is the name that patterns
    of the settings see, relative to their root. ``data`` holds the bytes where they do not come
    from ``path``. ``keep_lines`` asks for the lines of the source in the result. ``fault`` tells
    why there is nothing to read. ``membership`` is the set it is part of, if any.
    """

    name: str
    settings: Settings
    relative: str
    path: Path | None = None
    data: bytes | None = None
    keep_lines: bool = False
    fault: FileError | None = None
    membership: Membership | None = None

    @property
    def key(self) -> str:
        """The file itself, whatever name it was given by."""
        return self.name if self.path is None else self.path.resolve().as_posix()

    @property
    def profile(self) -> tuple[str | None, str]:
        """The profile that the settings name for this very file, if any, and who named it."""
        settings = self.settings
        for one in settings.profiles:
            if settings.profile is None and matches_any(self.relative, one.files):
                return one.name, "configuration"
        return settings.profile, settings.profile_source

    @property
    def analysis(self) -> AnalysisSettings:
        """What the settings say of the analysis of this very file."""
        from clausewright.analysis.draft import AnalysisSettings  # noqa: PLC0415  (kept answers)

        return AnalysisSettings(*self.profile, self.settings.pipeline)

    @property
    def ignored(self) -> tuple[str, ...]:
        """Codes and names of the rules that the settings silence in this very file."""
        return tuple(
            rule
            for one in self.settings.per_file_ignores
            if matches_any(self.relative, (one.files,))
            for rule in one.rules
        )

    def read(self) -> bytes:
        """Give the bytes of the file."""
        if self.data is not None or self.path is None:
            return self.data or b""
        return self.path.read_bytes()


def stamps_of(sources: Iterable[Source]) -> Stamps:
    """Tell when files were changed last; None for what comes from no file, or is gone."""
    return tuple(None if one.path is None else stamp_of(one.path) for one in sources)


def stamp_of(path: Path) -> Stamp | None:
    """Tell when a file was changed last, None where it is gone."""
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_mtime_ns, known.st_size


def source_for(name: str, settings: Settings, path: Path) -> Source:
    """Say what the settings hold for a file."""
    return Source(name, settings, relative_to_root(path, settings), path=path)


def with_data(source: Source, data: bytes) -> Source:
    """Give the same source with bytes that do not come from its path."""
    return replace(source, path=None, data=data)


def in_place_of(source: Source, data: bytes) -> Source:
    """Give the same source with other bytes, and with them in its set, where it is in one."""
    other = with_data(replace(source, membership=None), data)
    one = source.membership
    if one is None:
        return other
    members = tuple(other if member.key == source.key else member for member in one.members)
    main = other.key if one.main == source.key else one.main
    return replace(other, membership=replace(one, members=members, main=main))


def relative_to_root(path: Path, settings: Settings) -> str:
    """Give a path as patterns see it: relative to the configuration, with forward slashes."""
    return os.path.relpath(path, settings.root).replace(os.sep, "/")
