"""What linting a file gives: its findings, its size, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from clausewright.model.finding import LocatedFinding, Severity

if TYPE_CHECKING:  # named only, and slow to import
    from clausewright.model.located_facts import Facts
    from clausewright.model.pages import Pages

INTERNAL = "internal"
"""The kind of an error that is ours: a rule or a fact failed."""


class FileError(NamedTuple):
    """Why a file, or a rule on it, gave no answer; ``line`` counts from 1 where it is known."""

    kind: str
    message: str
    line: int | None = None


def unreadable(error: OSError) -> FileError:
    """Tell why the system does not give a file."""
    return FileError("unreadable", f"cannot be read: {(error.strerror or str(error)).lower()}")


@dataclass(frozen=True, slots=True)
class FileResult:
    """The answer for one file.

    ``file`` is the name to tell people, with forward slashes. ``profile``, ``words`` and ``pages``
    are None where the file could not be read. ``counts`` tells whether its findings may fail the
    run (those of a text that is no agreement may not). ``lines`` are the lines of the source as
    positions count them, where a report asked for them. ``set`` names the agreement it is part of.
    ``facts`` are its topics, metrics and figures, where they were asked for.
    """

    file: str
    profile: str | None = None
    set: str | None = None
    words: int | None = None
    pages: Pages | None = None
    findings: tuple[LocatedFinding, ...] = ()
    errors: tuple[FileError, ...] = ()
    counts: bool = True
    lines: tuple[str, ...] | None = None
    notes: tuple[str, ...] = ()
    suppressed: int = 0
    seconds: tuple[tuple[str, float], ...] = ()
    facts: Facts | None = None

    def worst(self) -> Severity | None:
        """Give the highest severity among findings that count."""
        if not self.counts or not self.findings:
            return None
        return max({finding.severity for finding in self.findings}, key=lambda s: s.rank)
