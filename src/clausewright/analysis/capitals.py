"""Phrases written with capitals in the middle of sentences: candidates for defined terms.

Titles, headings, sentence starts, contents, signature blocks and lines all in capitals are left
out; what remains is gathered by phrase, plural and possessive folded together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.analysis.term_uses import singular, stem
from clausewright.model.document import Block, BlockKind
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_RUN = re.compile(
    r"(?<![\w@#/\\.&'\u2019$-])[A-Z][a-z]+(?:-[A-Za-z]?[a-z]+)*(?![\w@+])"
    r"(?:(?: of | )[A-Z][A-Za-z]*[a-z](?:-[A-Za-z]?[a-z]+)*(?![\w@]))*"
    r"(?P<own>['\u2019]s)?"
)
_QUIET = frozenset(
    (Role.TITLE, Role.CONTENTS, Role.COVER, Role.SIGNATURE, Role.CONTROL, Role.CODE, Role.PAGE)
)
_OPENING = frozenset(
    """the this that these those each every any all such no an a if in on under during for upon when where
    of by with from and or both our your its their neither either except unless until after before as at
    to once while within without only also however whether because since through per see""".split()
)
SUBJECT = "^"  # stands for the word before a phrase that opens its sentence as the subject
_PREDICATE = re.compile(
    r"\s(?:shall|will|must|may|can|cannot|does|do|is|are|has|have|includes?|agrees|apply|applies)\s[a-z]"
)
_ABBREVIATIONS = frozenset("inc ltd co corp mr ms dr no".split())
_BEFORE = re.compile(r"([\w\u2019'.&-]+)([^\w\n]*)$")


@dataclass(frozen=True, slots=True)
class CapitalUse:
    """One place of a capitalised phrase, and the word right before it.

    The word is empty where a mark parts the two, and SUBJECT where the phrase opens its sentence.
    """

    span: Span
    before: str
    block: int


@dataclass(frozen=True)
class CapitalPhrase:
    """A capitalised phrase, singular and without possessive, and its places mid-sentence."""

    name: str
    uses: tuple[CapitalUse, ...]


def capital_phrases(draft: Draft) -> tuple[CapitalPhrase, ...]:
    """Gather the capitalised phrases of running text, in order of first place."""
    gathered: dict[str, list[CapitalUse]] = {}
    names: dict[str, str] = {}
    for block in draft.document.blocks:
        if _is_running_text(draft, block):
            for use in _uses_in(draft, block):
                name = canonical(draft.text[use.span.start : use.span.end])
                key = stem(name) if name != "Terms" else name
                names.setdefault(key, name)
                gathered.setdefault(key, []).append(use)
    return tuple(CapitalPhrase(names[key], tuple(uses)) for key, uses in gathered.items())


def canonical(name: str) -> str:
    """Give a phrase with its last word in the singular; "Terms" stays, it names a document."""
    return name if name.endswith("Terms") else singular(name) or name


def _is_running_text(draft: Draft, block: Block) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.CODE, BlockKind.HEADER):
        return False
    return draft.outline.role(block) not in _QUIET


def _uses_in(draft: Draft, block: Block) -> Iterator[CapitalUse]:
    text = draft.text[block.span.start : block.span.end]
    if block.kind is BlockKind.CELL and len(text.split()) < 6:
        return
    if _mostly_capitals(text):
        return
    body = block.body.start - block.span.start
    for match in _RUN.finditer(text, body):
        end = match.start("own") if match["own"] else match.end()
        start = match.start()
        left = _BEFORE.search(text[max(body, start - 40) : start])
        if left is not None and not _starts_sentence(left[1], left[2]):
            before = left[1] if not left[2].strip() else ""
        else:
            start, before = _without_opening(text, start, end)
            if start < end and not before and _PREDICATE.match(text, end):
                before = SUBJECT
            if not before or start >= end:
                continue
        yield CapitalUse(
            Span(block.span.start + start, block.span.start + end), before, block.index
        )


def _without_opening(text: str, start: int, end: int) -> tuple[int, str]:
    """Pass over the words that open a sentence ("The Service Credit is ..."), and give the last."""
    before = ""
    while True:
        word = text[start:end].partition(" ")[0]
        if word.lower() not in _OPENING:
            return start, before
        before = word.lower()
        start += len(word) + 1


def _starts_sentence(word: str, between: str) -> bool:
    if any(c in between for c in ":;!?\u2022\u00b7|\u2192=*\u2013\u2014") or "  " in between:
        return True
    if ")" in between and len(word) <= 4:  # a label: "(a) Term"
        return True
    return word.endswith(".") and word.rstrip(".").lower() not in _ABBREVIATIONS


def _mostly_capitals(text: str) -> bool:
    words = [w for w in text.split() if w[:1].isalpha() and len(w) > 3]
    capitals = sum(w[0].isupper() for w in words)
    return capitals >= (0.7 if len(words) >= 8 else 0.9) * len(words)
