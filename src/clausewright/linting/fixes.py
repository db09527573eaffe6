"""Mend drafts: apply the fixes of findings, and nothing else."""

from __future__ import annotations

import codecs
import datetime
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausewright.linting.lint import draft_of, lint_draft
from clausewright.linting.source import Source, with_data
from clausewright.model.document import Document
from clausewright.model.errors import InputError, OutputError
from clausewright.model.finding import Applicability, LocatedFinding, LocatedFix
from clausewright.model.span import Position
from clausewright.readers import read

MOST_PASSES = 10
"""A fix may uncover another; so many times a draft is read again."""

_REWRITTEN = frozenset({"markdown", "text", "html"})
"""Formats whose source is text, so that a fix is an edit of it."""

_MARKS = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (b"", "cp1252"),
)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mended draft: its bytes, the findings that were mended, and those that could not be."""

    data: bytes
    applied: tuple[LocatedFinding, ...] = ()
    refused: tuple[tuple[LocatedFinding, str], ...] = ()


def fix_source(
    source: Source, *, unsafe: bool = False, date: datetime.datetime | None = None
) -> Fixed:
    """Apply the fixes of all findings of a draft until none is left.

    In Word a fix is a tracked change, with ``date`` where one is given.

    Raises:
        InputError: where the file cannot be read, or its bytes cannot be written back alike.
        OutputError: where a Word package must not be written, or a fix would have to be written
            into a format that is only read.
        OSError: where the system does not give the file.

    """
    fixed = Fixed(source.read())
    seen = {fixed.data}
    for _ in range(MOST_PASSES):
        document = read(source.name, fixed.data)
        result = lint_draft(source, draft_of(with_data(source, fixed.data), document))
        chosen = chosen_fixes(result.findings, document, unsafe=unsafe)
        if not chosen:
            break
        if document.format == "docx":
            passed = _tracked(fixed.data, document, chosen, date)
        else:
            passed = _rewritten(fixed.data, document, chosen)
        if passed.data in seen:  # nothing could be written, or two fixes undo each other
            return Fixed(fixed.data, fixed.applied, passed.refused)
        seen.add(passed.data)
        fixed = Fixed(passed.data, (*fixed.applied, *passed.applied), passed.refused)
    return fixed


Replacement = tuple[int, int, str]
"""Start and end in the source, and what to write there."""


Chosen = Sequence[tuple[LocatedFinding, tuple[Replacement, ...]]]
"""Findings to mend, with what to write."""


def _rewritten(data: bytes, document: Document, chosen: Chosen) -> Fixed:
    if document.format not in _REWRITTEN:
        raise OutputError(
            f"{document.format.upper()} is only read, so that nothing is fixed in it; mend it in "
            "the program that made it, `clausewright lint` tells the places",
            where=document.name,
        )
    mark, encoding = _encoding_of(document.name, data, document.source)
    text = apply_edits(document.source, (edit for _, edits in chosen for edit in edits))
    return Fixed(mark + text.encode(encoding), tuple(finding for finding, _ in chosen))


def _tracked(
    data: bytes, document: Document, chosen: Chosen, date: datetime.datetime | None
) -> Fixed:
    from clausewright.word.fix import apply_fixes  # noqa: PLC0415  (lxml only for Word files)

    fixes = [finding.fix for finding, _ in chosen if finding.fix is not None]
    tracked = apply_fixes(data, document, fixes, date=date)
    by_fix = {id(finding.fix): finding for finding, _ in chosen}
    applied = tuple(by_fix[id(fix)] for fix in tracked.applied)
    refused = tuple((by_fix[id(fix)], reason) for fix, reason in tracked.refused)
    return Fixed(tracked.data, applied, refused)


def chosen_fixes(
    findings: Iterable[LocatedFinding], document: Document, *, unsafe: bool
) -> list[tuple[LocatedFinding, tuple[Replacement, ...]]]:
    """Give the fixes to apply together: all their edits, none overlapping another's."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    chosen: list[tuple[LocatedFinding, tuple[Replacement, ...]]] = []
    candidates = [
        (finding, _replacements(finding.fix, document))
        for finding in findings
        if finding.fix is not None and finding.fix.applicability in allowed
    ]
    candidates.sort(key=lambda one: one[1])
    free_from = -1
    for finding, edits in candidates:
        if edits and edits[0][0] > free_from and _are_apart(edits):
            chosen.append((finding, edits))
            free_from = edits[-1][1]
    return chosen


def _are_apart(edits: Sequence[Replacement]) -> bool:
    return all(a[1] <= b[0] for a, b in itertools.pairwise(edits))


def _replacements(fix: LocatedFix, document: Document) -> tuple[Replacement, ...]:
    return tuple(
        sorted(
            (offset_of(document, edit.start), offset_of(document, edit.end), edit.text)
            for edit in fix.edits
        )
    )


def offset_of(document: Document, position: Position) -> int:
    """Give the source offset of a position."""
    return document.line_starts[position.line - 1] + position.column - 1


def apply_edits(text: str, edits: Iterable[Replacement]) -> str:
    """Write replacements into a text; they come in order and do not overlap."""
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def _encoding_of(name: str, data: bytes, text: str) -> tuple[bytes, str]:
    """Give the mark and the encoding that write a text back to the very bytes it was read from."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                if mark + text.encode(encoding) == data:
                    return mark, encoding
            except UnicodeEncodeError:
                continue
    raise InputError("cannot be written back as it was read; save it as UTF-8 first", where=name)
