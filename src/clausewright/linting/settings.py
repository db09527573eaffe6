"""The settings of a run over a file, checked and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from clausewright.model.finding import Severity

if TYPE_CHECKING:
    from clausewright.lint_rules.pack import PackFile


class FailOn(StrEnum):
    """The lowest severity that makes a run exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def fails(self, severity: Severity | None) -> bool:
        """Tell whether a severity is at or above this one."""
        if self is FailOn.NEVER or severity is None:
            return False
        return severity.rank >= Severity(self.value).rank


class FileProfile(NamedTuple):
    """Files that are read under a named profile."""

    files: tuple[str, ...]
    name: str


class FileIgnores(NamedTuple):
    """Files in which some rules do not speak."""

    files: str
    rules: tuple[str, ...]


class FileSet(NamedTuple):
    """Files that make one agreement; ``main`` is the file that missing topics are told in."""

    name: str
    files: tuple[str, ...]
    main: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a file. All fields are plain and hashable.

    ``root`` is the folder that patterns are relative to; ``file`` the configuration file, None for
    the defaults. ``select``, ``ignore`` and ``extend_select`` hold code prefixes and names.
    ``profile_source`` tells who named ``profile``: "option" or "configuration".
    ``options`` are pairs of rule code and the options of that rule; ``severity`` pairs of rule code
    and severity. ``max_pages`` is the longest body in printed pages. ``pipeline`` names a spaCy
    pipeline of the user's own. ``packs`` are the files of packs whose rules stand beside ours.
    ``library_paths`` are folders, and ``library_packages`` names that installed packages offer, of
    clauses for building. ``view`` says how tracked changes of Word are read.
    """

    root: str = "."
    file: str | None = None
    profile: str | None = None
    profile_source: str = "text"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = FailOn.ERROR
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_pages: float | None = None
    baseline: str | None = None
    pipeline: str | None = None
    severity: tuple[tuple[str, Severity], ...] = ()
    options: tuple[tuple[str, Any], ...] = ()
    per_file_ignores: tuple[FileIgnores, ...] = ()
    profiles: tuple[FileProfile, ...] = ()
    sets: tuple[FileSet, ...] = ()
    packs: tuple[PackFile, ...] = ()
    library_paths: tuple[str, ...] = ()
    library_packages: tuple[str, ...] = ()
    view: str = "final"
