"""Write the fixes of findings into a Word package as tracked changes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clausewright.model.document import Document
from clausewright.model.errors import OutputError
from clausewright.model.finding import LocatedEdit, LocatedFix
from clausewright.word.changes import TextEdit, apply_edits, refusal
from clausewright.word.document import as_read
from clausewright.word.editing import Editor, timestamp
from clausewright.word.names import AUTHOR
from clausewright.word.text import Paragraph, View


@dataclass(frozen=True, slots=True)
class Tracked:
    """A package with fixes as tracked changes: those written, and those not, with the reason."""

    data: bytes
    applied: tuple[LocatedFix, ...]
    refused: tuple[tuple[LocatedFix, str], ...]


def apply_fixes(
    data: bytes,
    document: Document,
    fixes: Sequence[LocatedFix],
    *,
    author: str = AUTHOR,
    date: datetime.datetime | None = None,
) -> Tracked:
    """Write fixes as tracked changes: each edit can be accepted or rejected by itself.

    ``data`` are the bytes that ``document`` was read from (``read_docx``, view "final"). A fix is
    written with all its edits or not at all: not where Word computes the words (a field), in a
    formula, in a locked content control, across paragraphs, or over another fix. Without ``date``
    none is written, so that the same input gives the same bytes. Call it for each round of fixes
    and read the result again, as for text: a fix may uncover another.

    Raises:
        InputError: where the bytes are not those of the document.
        OutputError: where the package must not be written (macros, a signature).

    """
    word = as_read(data, document)
    if word.view is not View.FINAL:
        raise OutputError(
            "fixes are written to the text with all tracked changes accepted: read the document "
            "in its final view",
            where=document.name,
        )
    editor = Editor(word)
    applied: list[LocatedFix] = []
    refused: list[tuple[LocatedFix, str]] = []
    taken: dict[int, list[TextEdit]] = {}
    for fix in fixes:
        edits = [_edit(edit) for edit in fix.edits]
        reason = _reason(word.paragraphs, edits, taken)
        if reason is None:
            applied.append(fix)
            for edit in edits:
                taken.setdefault(edit.paragraph, []).append(edit)
        else:
            refused.append((fix, reason))
    written = [edit for edits in taken.values() for edit in edits]
    apply_edits(editor, written, author=author, date=timestamp(date))
    return Tracked(editor.save() if written else data, tuple(applied), tuple(refused))


def _edit(edit: LocatedEdit) -> TextEdit:
    """Give an edit in its paragraph; one that reaches over paragraphs ends before it starts."""
    end = edit.end.column - 1 if edit.end.line == edit.start.line else -1
    return TextEdit(edit.start.line - 1, edit.start.column - 1, end, edit.text)


def _reason(
    paragraphs: Sequence[Paragraph],
    edits: Sequence[TextEdit],
    taken: Mapping[int, Sequence[TextEdit]],
) -> str | None:
    """Tell why a fix cannot be written, None where it can."""
    for at, edit in enumerate(edits):
        if edit.paragraph >= len(paragraphs):
            return "it reaches beyond the document"
        reason = refusal(paragraphs[edit.paragraph], edit)
        if reason is not None:
            return reason
        others = [*taken.get(edit.paragraph, ()), *edits[:at]]
        if any(_meet(edit, other) for other in others):
            return "another fix changes these words"
    return None


def _meet(one: TextEdit, other: TextEdit) -> bool:
    same_place = one.paragraph == other.paragraph
    overlap = one.start < other.end and other.start < one.end
    return same_place and (overlap or one.start == other.start)
