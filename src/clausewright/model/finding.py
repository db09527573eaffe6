"""Findings: what a rule says, and the same with its place once the engine has put it in context."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from clausewright.model.span import Place, Position, Span


class Severity(StrEnum):
    """How bad it is: error = does not work as written, warning = invites a dispute, info = hint."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order for comparison: info 0, warning 1, error 2."""
        return ("info", "warning", "error").index(self.value)


class Applicability(StrEnum):
    """Whether a fix may be applied: safe never touches meaning, display is only shown."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a span of ``Document.text`` by other text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend of one finding."""

    title: str
    applicability: Applicability
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields.

    ``span`` None speaks of the whole document. ``message`` is one line without full stop: what is
    wrong, the arithmetic if any. ``help`` says how to mend it, where the message alone does not.
    ``severity`` overrides the rule's own (a rule may grade its findings).
    ``source`` is a range of ``Document.source``, for what is not part of the text (a remark, text
    that was not read); it stands in place of ``span``.
    """

    span: Span | None
    message: str
    help: str | None = None
    topic: str | None = None
    fix: Fix | None = None
    severity: Severity | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class LocatedEdit:
    """An edit in positions of the source."""

    start: Position
    end: Position
    text: str


@dataclass(frozen=True, slots=True)
class LocatedFix:
    """A fix in positions of the source."""

    title: str
    applicability: Applicability
    edits: tuple[LocatedEdit, ...]


class LocatedFinding(NamedTuple):
    """A finding with everything a report needs, as the machine formats tell it.

    A tuple, since a tree of drafts has thousands that are read back on each run.
    """

    code: str
    name: str
    severity: Severity
    message: str
    help: str
    start: Position
    end: Position
    place: Place | None
    section: str | None
    topic: str | None
    excerpt: str
    fingerprint: str
    fix: LocatedFix | None
    span: Span | None
