"""Cross-references of a document: what each points at, and whether it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from clausewright.analysis.attachment_titles import (
    GOES_ON,
    attachment_kind,
    titled_attachments,
)
from clausewright.analysis.numbering import Numbering, head_of, normal
from clausewright.analysis.reference_forms import (
    ATTACHMENT_WORDS,
    REFERENCE_PHRASES,
    WrittenReference,
    base_word,
    references_after,
)
from clausewright.analysis.scan import fold, readings
from clausewright.analysis.term_uses import stem
from clausewright.analysis.vocabulary import word_list
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Reference, ReferenceKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

SELF_PHRASES = (
    "this {section|clause|article|paragraph|subsection|schedule|annex|exhibit|appendix|attachment}",
    "this {agreement|contract|sla|ola|addendum|service level agreement}",
)
NAMED_PHRASES = (
    "{section|clause|article} {titled|entitled|called|named|headed|captioned}",
    "{sections|clauses|articles} {titled|entitled|called|named|headed|captioned}",
)
_NAMED_READINGS = readings(NAMED_PHRASES)
PHRASES: tuple[str, ...] = (*REFERENCE_PHRASES, *SELF_PHRASES, *NAMED_PHRASES)
_TITLE = regex(r"\s[\"\u201c*_]{1,3}([^\"\u201c\u201d*_\n]{3,60}?)[.,]?[\"\u201d*_]")
_HERE_AFTER = regex(
    r"\s{0,3},?\s{0,3}(?:\([^()\n]{0,80}\)\s{0,3})?(?:,\s)?(?:(?:is\s|are\s)?(?:attached\s+)?(?:hereof|hereto|herein|hereunder|above|below)\b"
    r"|(?:of|to|in)\s+this\b)",
    re.IGNORECASE,
)
_OTHER_AFTER = regex(
    r"\s{0,3},?\s{0,3}(?:\([^()\n]{0,80}\)\s{0,3}|[\"\u201c][^\"\u201d\n]{0,80}[\"\u201d]\s{0,3})?,?\s{0,3}"
    r"(?:(?:of|to|in|under|from|within|set (?:forth|out) in)\s+(?:the|that|such|its|their|an?"
    r"|each|any|our|your|said|[A-Z]|\d)"
    r"|thereof|thereto|therein|et\s+seq|[A-Z]{2,8}\b|[A-Z][a-z]+\s(?:Act|Code|Regulation|Law|Rules)\b)"
)
_ITS_LIKE = regex(
    r"(?:,\s{1,3}|,?\s{1,3}(?:and|or|and/or)\s{1,3})(?:(?:Sub)?[Ss]ection|[Cc]lause|Article|Schedule|Annex"
    r"|Exhibit|Appendix|Attachment)\s{1,3}[A-Z\d](?:[\w.-]|\(\w{1,4}\)){0,12}(?<![.-])"
)
_MOST_LIKE = 5  # numbers of one kind that share one "of the Act"
_STATUTE = regex(r"[-\u2013/]\d")  # "Section 51-19-09" is a number of no agreement
_WORD_BEFORE = regex(r"([\w\u2019'.&)]+)(,?)\s{1,3}\(?$")
_ATTACHMENT_LABEL = regex(
    r"[\W_]{0,3}(schedule|annex|annexure|exhibit|appendix|attachment|addendum)\s{1,3}(?:no\.?\s)?[\"\u201c]?"
    r"([A-Z](?:[-.]?\d{1,2})?|\d{1,2}(?:\.\d{1,2})*(?:\([a-z]\))?|[IVXLC]{1,5})\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 120  # code points of a line that names an attachment and its subject
_NAMED_ONLY = -1  # a line opens like an attachment, but the reader saw none
_LEADING = word_list("reference_openers")


def references_of(draft: Draft) -> tuple[Reference, ...]:
    """Find the cross-references, in order of place."""
    found = [*_numbered(draft), *_named(draft), *_selves(draft)]
    found.sort(key=lambda reference: reference.span)
    return tuple(found)


def _numbered(draft: Draft) -> Iterator[Reference]:
    document = draft.document
    titled = dict.fromkeys(titled_attachments(draft), _NAMED_ONLY)
    attachments = {**titled, **attachment_numbers(document)}
    done = -1
    for hit in draft.hits_of("references"):
        if hit.phrase.startswith("this ") or hit.phrase in _NAMED_READINGS or hit.span.start < done:
            continue
        block = document.block_at(hit.span.start)
        if block.kind is BlockKind.CODE or _is_label(draft, hit.span):
            continue
        for written in references_after(document.text, hit.span.start, hit.span.end):
            if written.span.end > block.span.end:
                break
            done = written.span.end
            yield _reference(draft, written, attachments)


def _is_label(draft: Draft, word: Span) -> bool:
    """Tell whether the word opens a heading or a run-in label instead of referring to one."""
    block = draft.document.block_at(word.start)
    if block.label is not None and block.label.overlaps(word):
        return True
    return block.kind is BlockKind.HEADING and word.start - block.span.start <= 3


def _reference(
    draft: Draft, written: WrittenReference, attachments: Mapping[tuple[str, str], int]
) -> Reference:
    text = draft.text
    if text[max(0, written.list_span.start - 5) : written.list_span.start].lower() == "this ":
        return Reference(
            ReferenceKind.SELF, written.word, written.number, written.span, None, resolved=True
        )
    external = points_outside(text, written)
    if written.word in ATTACHMENT_WORDS:
        target = attachments.get((attachment_kind(written.word), normal(written.number)))
        if target is None:
            head = head_of(written.number)
            target = attachments.get((attachment_kind(written.word), normal(head)))
        kind = ReferenceKind.EXTERNAL if external and target is None else ReferenceKind.ATTACHMENT
        resolved = target is not None or kind is ReferenceKind.EXTERNAL
        index = None if target == _NAMED_ONLY else target
        return Reference(kind, written.word, written.number, written.span, index, resolved)
    if external:
        return Reference(
            ReferenceKind.EXTERNAL, written.word, written.number, written.span, None, resolved=True
        )
    numbering: Numbering = draft.numbering
    return Reference(
        ReferenceKind.SECTION,
        written.word,
        written.number,
        written.span,
        numbering.section_of(written.number),
        numbering.knows(written.number),
    )


def points_outside(text: str, written: WrittenReference) -> bool:
    """Tell whether the words around a reference name another document or a law."""
    end = written.list_span.end
    for _ in range(_MOST_LIKE):  # "Annex 1, Annex 2 and Annex 3 of the Code"
        if (another := _ITS_LIKE.match(text, end)) is None:
            break
        end = another.end()
    after = text[end : end + 140]
    if _HERE_AFTER.match(after):
        return False
    if _STATUTE.match(after) or _OTHER_AFTER.match(after):
        return True
    before = _WORD_BEFORE.search(
        text[max(0, written.list_span.start - 40) : written.list_span.start]
    )
    if before is None:
        return False
    word = before[1].strip("'\u2019.)")
    return bool(word) and (word[0].isupper() or word[0].isdigit()) and word.lower() not in _LEADING


def is_explicitly_here(text: str, reference: Reference) -> bool:
    """Tell whether a reference says that its target is in this document ("of this Agreement")."""
    return _HERE_AFTER.match(text, reference.span.end) is not None


def attachment_numbers(document: Document) -> Mapping[tuple[str, str], int]:
    """Map kind and number of each attachment to its index; mere labels map to no index."""
    found: dict[tuple[str, str], int] = {}
    for index, attachment in enumerate(document.attachments):
        if attachment.number:
            key = (attachment_kind(attachment.kind.lower()), normal(attachment.number))
            found.setdefault(key, index)
    for block in document.blocks:
        opening = document.text[block.span.start : min(block.span.end, block.span.start + 60)]
        label = _ATTACHMENT_LABEL.match(opening)
        if label is None:
            continue
        sentence = opening[label.end() : label.end() + 14]
        if block.kind is BlockKind.HEADING or (
            len(block.span) < _LONGEST_LABEL and not GOES_ON.match(sentence)
        ):
            found.setdefault((attachment_kind(label[1].lower()), normal(label[2])), _NAMED_ONLY)
    return found


def _named(draft: Draft) -> Iterator[Reference]:
    """Give references by title: the section entitled "Service Credits"."""
    text = draft.text
    for hit in draft.hits_of("references"):
        title = _TITLE.match(text, hit.span.end) if hit.phrase in _NAMED_READINGS else None
        if title is None:
            continue
        word = base_word(hit.phrase.partition(" ")[0])
        span = Span(hit.span.start, title.end())
        written = WrittenReference(word, title[1], span, partial=False, list_span=span)
        if points_outside(text, written):
            yield Reference(ReferenceKind.EXTERNAL, word, title[1], span, None, resolved=True)
            continue
        wanted = stem(title[1])
        target = next((s.index for s in draft.document.sections if stem(s.title) == wanted), None)
        again = target is not None or _stands_again(draft.words.folded, title[1], title.start(1))
        yield Reference(ReferenceKind.SECTION, word, title[1], span, target, again)


def _stands_again(folded: str, title: str, start: int) -> bool:
    """Tell whether the words of a title stand at another place too, which may be the heading."""
    wanted = fold(title)
    first = folded.find(wanted)
    return first != start or folded.find(wanted, start + 1) >= 0


def _selves(draft: Draft) -> Iterator[Reference]:
    """Give "this Section", "this Agreement": they always resolve."""
    for hit in draft.hits_of("references"):
        if not hit.phrase.startswith("this "):
            continue
        word = hit.phrase.removeprefix("this ")
        after = draft.text[hit.span.end : hit.span.end + 3]
        if re.match(r"\s\(?\d", after):
            continue  # "this Section 4" is read as a numbered reference
        yield Reference(ReferenceKind.SELF, word, "", hit.span, None, resolved=True)
