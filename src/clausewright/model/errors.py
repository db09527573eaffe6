"""The error tree. Every error says what is wrong, where, and what to do.

ClausewrightError
    InputError          a document cannot be read
    ConfigurationError  a setting, a pack or an option is wrong
    LibraryError        a clause, a metric or a blueprint is wrong
    PicksError          the picks cannot be built
    OutputError         a result cannot be written
"""

from __future__ import annotations

from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str]) -> str:
    """Give "; did you mean ...?" for a word that is nearly one of those known, or nothing."""
    import difflib  # noqa: PLC0415  (only where something is wrong)

    folded = {name.lower(): name for name in known}
    near = difflib.get_close_matches(word.lower(), folded, n=1, cutoff=0.6)
    return f'; did you mean "{folded[near[0]]}"?' if near else ""


class ClausewrightError(Exception):
    """Base of all errors that a user can cause and mend.

    ``where`` is a file, or file:line[:column], or None; ``kind`` a short word for machine formats.
    """

    kind = "error"

    def __init__(
        self,
        message: str,
        *,
        where: str | None = None,
        line: int | None = None,
        kind: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.line = line
        if kind is not None:
            self.kind = kind

    def __str__(self) -> str:
        """Give "where: message"."""
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return f"{place}: {self.message}" if place else self.message


class InputError(ClausewrightError):
    """A document cannot be read."""

    kind = "unreadable"


class ConfigurationError(ClausewrightError):
    """A setting, a pack or an option is wrong."""

    kind = "configuration"


class LibraryError(ClausewrightError):
    """A clause, a metric or a blueprint is wrong."""

    kind = "library"


class PicksError(ClausewrightError):
    """The picks cannot be built."""

    kind = "picks"


class OutputError(ClausewrightError):
    """A result cannot be written."""

    kind = "output"
