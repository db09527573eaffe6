"""The drafts that are open in the editor, read and linted once for each version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from lsprotocol import types

from clausewright.analysis.draft import Draft
from clausewright.linting.configuration import forget, nearest
from clausewright.linting.lint import join_drafts, lint_draft, read_draft
from clausewright.linting.result import FileError, FileResult
from clausewright.linting.sets import with_sets
from clausewright.linting.settings import Settings
from clausewright.linting.source import Source, in_place_of, source_for, with_data
from clausewright.lsp.positions import Positions
from clausewright.model.errors import ConfigurationError
from clausewright.model.finding import LocatedFinding

TextOf = Callable[[Path], str | None]
"""Gives the text of a file that is open in the editor, None for one that is not."""


@dataclass(frozen=True)
class OpenDraft:
    """One version of a draft: its facts and findings. ``draft`` is None where it has no answer."""

    uri: str
    positions: Positions
    result: FileResult
    draft: Draft | None = None
    settings: Settings = field(default_factory=Settings)

    def range_of(self, finding: LocatedFinding) -> types.Range:
        """Give the range of a finding in the unit of the editor."""
        starts = self.positions.line_starts
        start = starts[finding.start.line - 1] + finding.start.column - 1
        end = starts[finding.end.line - 1] + finding.end.column - 1
        return self.positions.range(start, end)

    def offset(self, position: types.Position) -> int | None:
        """Give the offset in the text of the draft, None where nothing was read there."""
        if self.draft is None:
            return None
        return self.draft.document.text_offset(self.positions.offset(position))


def open_draft(uri: str, path: Path, positions: Positions, text_of: TextOf) -> OpenDraft:
    """Read and lint a version of a draft; what went wrong stands in its result.

    The settings are read anew, since they may have changed. A draft of a set is linted among the
    other files of the set, those that are open as they stand in the editor.
    """
    forget()
    try:
        source = _source(path, positions.source)
    except ConfigurationError as error:
        told = FileError(error.kind, str(error))
        return OpenDraft(uri, positions, FileResult(path.name, errors=(told,)))
    draft = read_draft(source)
    if isinstance(draft, FileError):
        result = FileResult(source.name, errors=(draft,))
        return OpenDraft(uri, positions, result, settings=source.settings)
    if source.membership is not None:
        others = {
            member.key: _companion(member, text_of)
            for member in source.membership.members
            if member.key != source.key
        }
        join_drafts(source.membership, {**others, source.key: draft})
    return OpenDraft(uri, positions, lint_draft(source, draft), draft, settings=source.settings)


def _source(path: Path, text: str) -> Source:
    settings = nearest(path.parent).settings
    source = source_for(path.name, settings, path)
    if settings.sets:
        (source,) = with_sets([source])
    return in_place_of(source, _bytes(text))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _companion(member: Source, text_of: TextOf) -> Draft | FileError:
    """Give another draft of a set: as it stands in the editor, else as it lies on the disk."""
    text = None if member.path is None else text_of(member.path)
    if text is not None:
        return _kept(with_data(member, _bytes(text)), None)
    try:
        known = None if member.path is None else member.path.stat()
    except OSError:
        known = None  # told by reading it
    return _kept(member, known and (known.st_mtime_ns, known.st_size))


@lru_cache(maxsize=64)
def _kept(member: Source, stamp: tuple[int, int] | None) -> Draft | FileError:  # noqa: ARG001  (a key)
    return read_draft(member)
