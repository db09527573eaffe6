"""Titles of attachments that no line of their own shows: flattened contracts, headers of pages.

The reader sees an attachment where a line opens with its label. Here are the others: a label set
off by white space in the middle of a line, one in capitals behind the header of the page or before
its own first sentence, one that the attachment uses of itself ("this Exhibit B").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from clausewright.analysis.numbering import normal
from clausewright.analysis.reference_forms import ATTACHMENT_WORDS, base_word, references_after
from clausewright.analysis.vocabulary import word_list
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft
    from clausewright.analysis.scan import Hit

Label = tuple[str, str]
"""Kind and number of an attachment: ("exhibit", "b")."""

_SET_OFF = regex(r"(?:^|\n|\s{2}|[.;:\]_*\u201d\"-]\s|\d\s)\s{0,40}$")
_REFERS_ON = regex(
    r"[^\n]{0,40}\b(?:attached|shall|sets?|contains?|hereto|hereof|is|are|will|may)\b"
)
GOES_ON = regex(r" (?:to|of|in) (?:this|the|our|your)\b| [a-z]{2,12}s (?:the|all|how|which|a)\b")
_WRITTEN = regex(
    r"\s{0,3}(?:[-\u2013]\s{0,3})?[\"'\u2018\u201c]?(?P<number>[IVXLC]{1,6}|[A-Z]\d{0,2}|\d{1,3})"
    r"(?:[-.]\d{1,2})?(?![\w(])[\"'\u2019\u201d]?"
)
_TITLE_AFTER = regex(
    r"\s{0,4}(?:$|\n|[-:.\u2013\u2014]?\s{0,4}[\"(\[\u201c]?"
    r"(?!(?:IS|ARE|SHALL|WILL|MAY|HERETO|HEREOF|ATTACHED|OF|AND|OR)\b)[A-Z])"
)
_PARENT_BEFORE = regex(r"[A-Z]{5,10}\s\S{1,5}\sTO\s$")  # "EXHIBIT I TO SCHEDULE A"
_HEADER = 90  # code points of the longest header of a page that stands before a title
_CONTENTS = 200  # code points within which two titles are entries of a table of contents
_NO_TITLE_BEHIND = word_list("reference_openers") | word_list("prepositions") | {"attached"}


class _Title(NamedTuple):
    """A label in capitals that may be a title."""

    start: int
    block: int
    label: Label


def attachment_kind(word: str) -> str:
    """Give the kind of an attachment for its word: an annexure is an annex."""
    return {"annexure": "annex"}.get(word, word)


def titled_attachments(draft: Draft) -> frozenset[Label]:
    """Find the attachments whose titles stand inside lines."""
    found: set[Label] = set()
    titles: list[_Title] = []
    text = draft.text
    for hit in draft.hits_of("references"):
        start, end = hit.span.start, hit.span.end
        if base_word(hit.phrase) not in ATTACHMENT_WORDS or not text[start].isupper():
            continue
        if _SET_OFF.search(text[max(0, start - 42) : start]):
            found.update(_set_off(text, hit))
        if text[max(0, start - 5) : start].lower() == "this ":
            found.update(_labels(text, hit))
        elif text[start:end].isupper() and (title := _title(draft, hit)) is not None:
            titles.append(title)
    found.update(title.label for title in titles if not _is_entry(title, titles))
    return frozenset(found)


def _labels(text: str, hit: Hit) -> list[Label]:
    """Give the attachments that a reference names."""
    written = references_after(text, hit.span.start, hit.span.end)
    return [(attachment_kind(one.word), normal(one.number)) for one in written]


def _set_off(text: str, hit: Hit) -> list[Label]:
    """Give the labels set off by white space that no sentence goes on with."""
    return [
        (attachment_kind(one.word), normal(one.number))
        for one in references_after(text, hit.span.start, hit.span.end)
        if not (_REFERS_ON.match(text, one.span.end) or GOES_ON.match(text, one.span.end))
    ]


def _title(draft: Draft, hit: Hit) -> _Title | None:
    """Read a label in capitals that stands behind nothing but a header, before a title or alone."""
    text, start = draft.text, hit.span.start
    written = _WRITTEN.match(text, hit.span.end)
    if written is None or _TITLE_AFTER.match(text, written.end()) is None:
        return None
    block = draft.document.block_at(start)
    header = text[max(block.span.start, start - _HEADER - 1) : start]
    words = header.split()
    if len(header) > _HEADER or any(word.strip("([\"'").islower() for word in words):
        return None
    behind = words[-1].lower().strip(",;:") if words else ""
    if behind in _NO_TITLE_BEHIND and not _PARENT_BEFORE.search(header):
        return None
    label = (attachment_kind(base_word(hit.phrase)), normal(written["number"]))
    return _Title(start, block.index, label)


def _is_entry(title: _Title, titles: Sequence[_Title]) -> bool:
    """Tell an entry of a table of contents set in one line: another title stands close by."""
    return any(
        other.block == title.block
        and other.label[0] == title.label[0]
        and other.label != title.label
        and abs(other.start - title.start) < _CONTENTS
        for other in titles
    )
