"""Phrases written with capitals in the middle of sentences: candidates for defined terms.

Titles, headings, sentence starts, contents, signature blocks and lines all in capitals are left
out; what remains is gathered by phrase, plural and possessive folded together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from clausewright.analysis.outline import Role
from clausewright.analysis.term_doubts import is_concluded
from clausewright.analysis.term_uses import singular, stem
from clausewright.analysis.vocabulary import word_list
from clausewright.model.document import Block, BlockKind
from clausewright.model.span import Span
from clausewright.model.topics import SLA_PROFILES
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_RUN = regex(
    r"([A-Z][a-z]+(?:-[A-Za-z]?[a-z]+)*(?![\w@+])"
    r"(?:(?: of | )[A-Z][A-Za-z]*[a-z](?:-[A-Za-z]?[a-z]+)*(?![\w@]))*)"
)
_NO_WORD_START = frozenset("@#/\\.&'\u2019$-_") | frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
)
_INNER = frozenset("_\u2019'.&-")  # inside a word
_HEADS = (
    word_list("term_heads") | word_list("single_terms") | {"agreement", "exhibit", "annex"}
) | {"schedule", "addendum", "policy"}
_QUIET = frozenset(
    (Role.TITLE, Role.CONTENTS, Role.COVER, Role.SIGNATURE, Role.CONTROL, Role.CODE, Role.PAGE)
)
_OPENING = word_list("sentence_openers")
SUBJECT = "^"  # stands for the word before a phrase that opens its sentence as the subject
_PREDICATE = regex(
    r"\s(?:shall|will|must|may|can|cannot|does|do|is|are|has|have|includes?|agrees|apply|applies)\s[a-z]"
)
_BREAKS = frozenset(":;!?\u2022\u00b7|\u2192=*\u2013\u2014")
_ABBREVIATIONS = frozenset(("inc", "ltd", "co", "corp", "mr", "ms", "dr", "no"))


class CapitalUse(NamedTuple):
    """One place of a capitalised phrase, and the word right before it.

    The word is empty where a mark parts the two, and SUBJECT where the phrase opens its sentence.
    """

    span: Span
    before: str
    block: int


class CapitalPhrase(NamedTuple):
    """A capitalised phrase, singular and without possessive, and its places mid-sentence."""

    name: str
    uses: tuple[CapitalUse, ...]


def capital_phrases(draft: Draft) -> tuple[CapitalPhrase, ...]:
    """Gather the capitalised phrases that end in a noun which agreements define, in order.

    Under the profiles of service levels any phrase of two words or more is gathered, too, but of
    what was signed: there both sides have read the names.
    """
    levels = draft.profile.name in SLA_PROFILES and not is_concluded(draft)
    gathered: dict[str, list[CapitalUse]] = {}
    names: dict[str, str] = {}
    wanted: dict[str, bool] = {}
    for block in draft.document.blocks:
        if _is_running_text(draft, block):
            for use in _uses_in(draft, block, wanted, longer=levels):
                name = canonical(draft.text[use.span.start : use.span.end])
                key = stem(name)
                names.setdefault(key, name)
                gathered.setdefault(key, []).append(use)
    return tuple(CapitalPhrase(names[key], tuple(uses)) for key, uses in gathered.items())


def canonical(name: str) -> str:
    """Give a phrase with its last word in the singular; "Terms" stays, it names a document."""
    return name if name.endswith("Terms") else singular(name) or name


def _ends_in_a_noun(phrase: str) -> bool:
    word = stem(phrase.rpartition(" ")[2])
    return word in _HEADS or word.rpartition(" ")[2] in _HEADS


def _is_running_text(draft: Draft, block: Block) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.CODE, BlockKind.HEADER):
        return False
    return draft.outline.role(block) not in _QUIET


def _uses_in(
    draft: Draft, block: Block, wanted: dict[str, bool], *, longer: bool
) -> Iterator[CapitalUse]:
    text = draft.text[block.span.start : block.span.end]
    if block.kind is BlockKind.CELL and len(text.split()) < 6:
        return
    body = block.body.start - block.span.start
    checked = False
    for match in _RUN.finditer(text, body):
        start, end = match.span(1)
        written = match[1]
        if written not in wanted:
            wanted[written] = (longer and " " in written) or _ends_in_a_noun(written)
        if not wanted[written] or (start and text[start - 1] in _NO_WORD_START):
            continue
        if not checked and _mostly_capitals(text):
            return
        checked = True
        start, before = _before(text, body, start, end)
        if before is not None:
            if " " not in text[start:end] and not _ends_in_a_noun(text[start:end]):
                continue  # the opening of a sentence was cut off
            span = Span(block.span.start + start, block.span.start + end)
            yield CapitalUse(span, before, block.index)


def _before(text: str, body: int, start: int, end: int) -> tuple[int, str | None]:
    """Give the start of a phrase and the word before it, None where nothing tells it is a name."""
    word, between = _left(text, body, start)
    label = start - len(between) - len(word)
    inside = text[max(body, label - 3) : label].rstrip(" (").endswith((":", ";", ","))
    if word and not _starts_sentence(word, between, inside=inside):
        return start, "" if between.strip() else word
    start, opening = _without_opening(text, start, end)
    if start >= end:
        return start, None
    if not opening and _PREDICATE.match(text, end):
        opening = SUBJECT
    return start, opening or None


def _left(text: str, body: int, start: int) -> tuple[str, str]:
    """Give the word to the left, and what stands between it and a place."""
    stop = start
    while stop > body and not (text[stop - 1].isalnum() or text[stop - 1] in _INNER):
        stop -= 1
    first = stop
    while first > body and (text[first - 1].isalnum() or text[first - 1] in _INNER):
        first -= 1
    return text[first:stop], text[stop:start]


def _without_opening(text: str, start: int, end: int) -> tuple[int, str]:
    """Pass over the words that open a sentence ("The Service Credit is ..."), and give the last."""
    before = ""
    while True:
        word = text[start:end].partition(" ")[0]
        if word.lower() not in _OPENING:
            return start, before
        before = word.lower()
        start += len(word) + 1


def _starts_sentence(word: str, between: str, *, inside: bool) -> bool:
    """Tell the first word of a sentence; ``inside``: a label before it stands in a sentence."""
    if "  " in between or not _BREAKS.isdisjoint(between):
        return True
    if ")" in between and len(word) <= 4:  # a label: "(a) Term"
        return not inside
    return word.endswith(".") and word.rstrip(".").lower() not in _ABBREVIATIONS


def _mostly_capitals(text: str) -> bool:
    words = [w for w in text.split() if w[:1].isalpha() and len(w) > 3]
    capitals = len([w for w in words if w[0].isupper()])
    return capitals >= (0.7 if len(words) >= 8 else 0.9) * len(words)
