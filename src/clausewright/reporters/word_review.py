"""A Word review: the document itself, with a comment on the exact words of each finding."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from clausewright.lint_rules.drafts.open_comment_or_change import speaks_of_our_comments
from clausewright.model.document import Document
from clausewright.model.errors import OutputError
from clausewright.model.finding import LocatedFinding, Severity
from clausewright.model.span import Position
from clausewright.reporters.plain import counted
from clausewright.word.comments import (
    Line,
    NewComment,
    Words,
    add_comments,
    can_hold_comment,
    strip_comments,
    take_off_comments,
)
from clausewright.word.document import WordDocument, as_read
from clausewright.word.editing import Editor, timestamp
from clausewright.word.text import Paragraph, Story

_PLACES = {
    Story.BOX: "In a text box",
    Story.NOTE: "In a note",
    Story.HEADER: "In a header or footer",
}
_PLURALS = {Severity.INFO: "info"}
_QUOTED = 120  # code points of the words that are quoted where the comment cannot stand on them


def review(
    document_bytes: bytes,
    findings: Sequence[LocatedFinding],
    document: Document,
    *,
    date: datetime.datetime | None = None,
) -> bytes:
    """Give the document with one comment a finding on its words, and a summary on its first words.

    How to call it: read the file once, ``document = read_docx(name, data)``, lint that document,
    and give the same bytes, the findings kept after suppression and baseline, and the document.
    Write the result with ``files.write.write_atomic``; never over the input unless asked.

    The summary counts the findings and holds those that speak of the whole document or of words in
    headers and footers, where Word allows no comment; it is written too where nothing was found.
    Text boxes and notes are commented where they hang in the body. Comments of ours from an earlier
    review are replaced, and the finding that counts them is left out; those of others, tracked
    changes and all other parts stay. Without ``date`` comments carry none, so that the same input
    gives the same bytes, and a review of a review too.

    Raises:
        InputError: where the bytes are not those of the document.
        OutputError: where the package must not be written (macros, a signature), or has no
            paragraph.

    """
    findings = [finding for finding in findings if not speaks_of_our_comments(finding)]
    word = as_read(document_bytes, document)
    editor = Editor(word)
    strip_comments(editor)
    placed: list[NewComment] = []
    homeless: list[tuple[LocatedFinding, Paragraph | None]] = []
    for finding in findings:
        words = _words(word, finding)
        if words is None:
            homeless.append((finding, None))
        elif not can_hold_comment(word.paragraphs, words.first):
            homeless.append((finding, word.paragraphs[words.first]))
        else:
            paragraph = word.paragraphs[words.first]
            placed.append(NewComment(words, tuple(_lines(finding, paragraph, words))))
    summary = NewComment(_first_words(word), tuple(_summary(findings, homeless)))
    add_comments(editor, [summary, *placed], date=timestamp(date))
    return editor.save()


def strip(document_bytes: bytes, document: Document) -> bytes:
    """Give the document without the comments of earlier reviews; those of others stay.

    Where there are none, the same bytes come back.
    """
    editor = Editor(as_read(document_bytes, document))
    return editor.save() if take_off_comments(editor) else document_bytes


def _words(word: WordDocument, finding: LocatedFinding) -> Words | None:
    """Give the words of a finding, None for the whole document."""
    start, end = finding.start, finding.end
    if finding.span is None and (start, end) == (Position(1, 1), Position(1, 1)):
        return None
    paragraphs = word.paragraphs
    first, last = start.line - 1, end.line - 1
    if first >= len(paragraphs):
        return None
    words = Words(first, start.column - 1, last, end.column - 1)
    if last != first and not _go_together(paragraphs, first, last):
        words = Words(first, start.column - 1, first, len(paragraphs[first].text))
    if (words.first, words.start) == (words.last, words.end):
        return Words(first, 0, first, len(paragraphs[first].text))
    return words


def _go_together(paragraphs: Sequence[Paragraph], first: int, last: int) -> bool:
    """Tell whether one range of Word may run from a paragraph to another."""
    if last >= len(paragraphs):
        return False
    one, other = paragraphs[first], paragraphs[last]
    return one.story is other.story is Story.BODY and one.cell == other.cell


def _first_words(word: WordDocument) -> Words:
    """Give the words of the title: the first paragraph of the body that has any."""
    body = [paragraph for paragraph in word.paragraphs if paragraph.story is Story.BODY]
    if not body:
        raise OutputError(
            "the document has no paragraph that could hold a comment", where=word.package.name
        )
    first = next((paragraph for paragraph in body if paragraph.text.strip()), body[0])
    text = first.text
    start = len(text) - len(text.lstrip())
    return Words(first.index, start, first.index, len(text.rstrip()) if text.strip() else start)


def _lines(finding: LocatedFinding, paragraph: Paragraph, words: Words) -> Iterator[Line]:
    """Write what a finding says: the rule, why, how to mend."""
    yield Line(_title(finding), bold=True)
    if paragraph.story in _PLACES:
        yield Line(f"{_PLACES[paragraph.story]}: {_quoted(paragraph, words.start, words.end)}")
    yield from _advice(finding)


def _summary(
    findings: Sequence[LocatedFinding],
    homeless: Sequence[tuple[LocatedFinding, Paragraph | None]],
) -> Iterator[Line]:
    yield Line("Clausewright review", bold=True)
    if findings:
        counts = Counter(finding.severity for finding in findings)
        parts = (counted(counts[s], s.value, _PLURALS.get(s)) for s in Severity if counts[s])
        yield Line(f"{counted(len(findings), 'finding')}: {', '.join(parts)}.")
    else:
        yield Line("Nothing was found.")
    for finding, paragraph in homeless:
        yield Line(_title(finding), bold=True)
        if paragraph is not None:
            start = finding.start.column - 1
            quoted = _quoted(paragraph, start, max(start, finding.end.column - 1))
            yield Line(f"{_PLACES[paragraph.story]}: {quoted}")
        yield from _advice(finding)
    yield Line("Read by rules, not by a lawyer; not legal advice.")


def _title(finding: LocatedFinding) -> str:
    return f"{finding.code} {finding.name} ({finding.severity.value})"


def _advice(finding: LocatedFinding) -> Iterator[Line]:
    yield Line(_sentence(finding.message))
    if finding.help:
        yield Line(_sentence(finding.help))
    if finding.fix is not None:
        yield Line(_sentence(f"Fix: {finding.fix.title}"))


def _sentence(text: str) -> str:
    """Write a line as a sentence."""
    end = "" if text.endswith((".", "!", "?")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def _quoted(paragraph: Paragraph, start: int, end: int) -> str:
    text = " ".join(paragraph.text[start:end].split())
    return f"“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"
