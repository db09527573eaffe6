"""The drafts that are open in the editor, read and linted once for each version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

from clausewright.analysis.draft import Draft
from clausewright.linting.configuration import nearest
from clausewright.linting.lint import draft_of, lint_draft, read_source
from clausewright.linting.result import FileError, FileResult
from clausewright.linting.source import Source, source_for, with_data
from clausewright.lsp.positions import Positions
from clausewright.model.errors import ConfigurationError
from clausewright.model.finding import LocatedFinding


@dataclass(frozen=True)
class OpenDraft:
    """One version of a draft: its facts and findings. ``draft`` is None where it has no answer."""

    uri: str
    version: int | None
    positions: Positions
    result: FileResult
    draft: Draft | None = None

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


def open_draft(
    uri: str, path: Path, text: str, version: int | None, encoding: types.PositionEncodingKind
) -> OpenDraft:
    """Read and lint a version of a draft; what went wrong stands in its result."""
    positions = Positions(text, encoding)
    try:
        source = _source(path, text)
    except ConfigurationError as error:
        told = FileError(error.kind, str(error))
        return OpenDraft(uri, version, positions, FileResult(path.name, errors=(told,)))
    document = read_source(source)
    if isinstance(document, FileError):
        return OpenDraft(uri, version, positions, FileResult(source.name, errors=(document,)))
    draft = draft_of(source, document)
    return OpenDraft(uri, version, positions, lint_draft(source, draft), draft)


def _source(path: Path, text: str) -> Source:
    settings = nearest(path.parent).settings
    return with_data(source_for(path.name, settings, path), text.encode("utf-8", "replace"))
