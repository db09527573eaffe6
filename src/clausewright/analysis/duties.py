"""Duties of a document: modal, who, and the act, read from scanner hits in a bounded window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clausewright.analysis.actors import actor_in
from clausewright.analysis.scan import Hit, Words
from clausewright.model.facts import Duty
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

OBLIGATIONS: Final = ("shall", "must", "will")
PHRASES: tuple[str, ...] = (
    "{shall|must|will|may|should}",
    "{is|are} {to|required to|obliged to|obligated to}",
    "{agree|agrees|undertake|undertakes|covenant|covenants} to",
    "{we'll|you'll|they'll}",
)

_SUBJECT_WORDS = 14
_REACH_WORDS = 30
_CLAUSE_STARTS = frozenset(
    ("that", "which", "who", "if", "when", "where", "unless", "until", "because", "whether",
     "and", "or", "but", "then", "provided", "after", "before", "once", "so", "while", "although")
)  # fmt: skip
_STOPS = frozenset(",;:()\u2014")
_JOINED = frozenset(
    ("and", "or")
)  # fmt: skip
_BETWEEN = frozenset(
    ("not", "also", "then", "always", "at", "all", "times", "promptly", "only", "in", "its",
     "own", "cost", "further", "hereby", "both", "each", "to", "use", "ensure", "it", "never",
     "so")
)  # fmt: skip
_MEANS = frozenset(
    ("mail", "email", "post", "phone", "telephone", "courier", "fax", "hand", "law")
)  # fmt: skip
_MOMENTS = frozenset(
    ("end", "close", "start", "beginning", "date", "deadline", "time", "last")
)  # fmt: skip
_ORDINAL = regex(r"^(?:first|second|third|fifth|twelfth|\d+(?:st|nd|rd|th)|\w+[nrxhe]th)$")
_BE = frozenset(
    ("be", "been")
)  # fmt: skip
_IRREGULAR = frozenset(
    ("made", "paid", "sent", "given", "kept", "done", "put", "set", "taken", "told", "built",
     "held", "met", "written", "shown", "sold", "bought", "brought", "found", "repaid", "borne",
     "drawn", "undertaken", "withdrawn", "read", "run", "begun", "chosen", "provided")
)  # fmt: skip


def duties_of(draft: Draft) -> tuple[Duty, ...]:
    """Find the duties."""
    words = draft.words
    taken = -1
    found: list[Duty] = []
    for hit in draft.hits_of("duties"):
        if hit.span.start < taken:  # "is required to" holds "is to" only as words apart
            continue
        taken = hit.span.end
        found.append(_duty(draft, words, hit))
    return tuple(found)


def _duty(draft: Draft, words: Words, hit: Hit) -> Duty:
    sentence = draft.sentence_at(hit.span.start)
    index = words.index_at(hit.span.start)
    subject = _subject(words, index, sentence)
    verb, at = _verb(words, words.index_at(hit.span.end), sentence)
    verb, passive = _passive(words, verb, at, sentence)
    modal = hit.phrase.partition(" ")[0] if hit.phrase.endswith(" to") else hit.phrase
    return Duty(
        modal="will" if "'" in modal else hit.phrase,
        span=hit.span,
        subject=subject,
        actor=actor_in(draft, subject) if subject else None,
        verb=verb,
        passive=passive,
        sentence=sentence,
    )


def _subject(words: Words, index: int, sentence: Span) -> Span | None:
    """Give the words before a modal, back to where its clause starts, an aside passed over."""
    last = _before_aside(words, index, sentence)
    first = last
    while first > 0 and last - first < _SUBJECT_WORDS:
        gap = "" if first == last else words.gaps[first - 1]
        if words.starts[first - 1] < sentence.start or not _STOPS.isdisjoint(gap):
            break
        word = words.words[first - 1]
        if word in _CLAUSE_STARTS and not (word in _JOINED and _joins_parties(words, first)):
            break
        first -= 1
    while first < last and (words.words[first] in _JOINED or words.words[first][0].isdigit()):
        first += 1
    return None if first == last else Span(words.starts[first], words.ends[last - 1])


def _before_aside(words: Words, index: int, sentence: Span) -> int:
    """Give the index after the subject: before ", where the Customer asks," if there is one."""
    if index == 0 or "," not in words.gaps[index - 1]:
        return index
    for at in range(index - 1, max(0, index - _SUBJECT_WORDS * 2), -1):
        if words.starts[at - 1] < sentence.start:
            break
        if "," in words.gaps[at - 1]:
            return at
    return index


def _joins_parties(words: Words, first: int) -> bool:
    """Tell "the Supplier and the Customer shall" from "..., and the Supplier shall"."""
    return first >= 2 and words.words[first] in {"the", "its", "each"} and first < len(words.words)


def _verb(words: Words, index: int, sentence: Span) -> tuple[str, int]:
    """Give the verb after a modal and its word index, adverbs passed over."""
    for at in range(index, min(index + 6, len(words.words))):
        if words.starts[at] >= sentence.end:
            break
        word = words.words[at]
        if not (word.endswith("ly") or word in _BETWEEN):
            return word, at
    return "", index


def _passive(words: Words, verb: str, at: int, sentence: Span) -> tuple[str, bool]:
    """Give the verb, or the participle after "be", and whether the passive names nobody."""
    if verb not in _BE:
        return verb, False
    participle, index = _verb(words, at + 1, sentence)
    if not (participle.endswith("ed") or participle in _IRREGULAR):
        return verb, False
    for later in range(index + 1, min(index + _REACH_WORDS, len(words.words) - 1)):
        if words.starts[later] >= sentence.end:
            break
        if words.words[later] == "by" and not _names_no_actor(words, later + 1):
            return participle, False
    return participle, True


def _names_no_actor(words: Words, at: int) -> bool:
    """Tell "by mail", "by 5 March", "by the fifth day", "by giving" from "by the Supplier"."""
    word = words.words[at]
    if word == "the" and at + 1 < len(words.words):
        word = words.words[at + 1]
        if word in _MOMENTS or _ORDINAL.search(word):
            return True
    return word.endswith("ing") or word[0].isdigit() or word in _MEANS
