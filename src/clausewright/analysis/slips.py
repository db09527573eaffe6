"""Slips of the keyboard: invisible characters, doubled words, stray spaces, two kinds of quotes.

Each is found by one linear pass over the text or its words; code is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_INVISIBLE = regex(
    "[\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f]+"
)
_AFTER_SPACE = regex(r"[,;).](?<=[ \t].)(?!\S)")
_AFTER_BRACKET = regex(r"\([ \t]+(?=[a-z]{2})")
_HYPHENS = frozenset("-\u2010\u2011")
_QUOTES = regex('["\u201c\u201d]')
_TWICE_RIGHT = frozenset(
    ("that", "had", "very", "so", "much", "many", "more", "far", "long", "now", "no", "ha", "bye",
     "day", "by", "per", "see", "etc", "again", "word", "one", "two", "three")
)  # fmt: skip
"""Words that may well follow themselves ("all that that implies", "step by step by")."""
_FUNCTION_WORDS = frozenset(
    ("the", "a", "an", "of", "to", "in", "on", "at", "for", "with", "from", "and", "or", "but",
     "is", "are", "was", "be", "been", "shall", "will", "must", "may", "not", "this", "these",
     "any", "all", "its", "their", "as", "if", "which", "who", "it", "we", "such", "each",
     "other", "under")
)  # fmt: skip


def invisible_runs(draft: Draft) -> Iterator[Span]:
    """Give each run of characters that nobody sees."""
    for match in _INVISIBLE.finditer(draft.text):
        yield Span(*match.span())


def doubled_words(draft: Draft) -> Iterator[tuple[Span, Span]]:
    """Give each word that stands twice in a row, with its repetition."""
    text, words = draft.text, draft.words
    for index in [
        at for at, (one, next_one) in enumerate(pairwise(words.words)) if one == next_one
    ]:
        word = words.words[index]
        if word in _TWICE_RIGHT or len(word) < 2 or not word.isalpha():
            continue
        first, second = (Span(words.starts[at], words.ends[at]) for at in (index, index + 1))
        if text[first.end : second.start] == " " and _is_slip(draft, first, second, word):
            yield first, second


def _is_slip(draft: Draft, first: Span, second: Span, word: str) -> bool:
    """Tell a slip from names and from words laid out in columns."""
    text = draft.text
    if not text[second.start : second.end].islower():
        return False
    if draft.in_code(second):
        return False
    if text[second.end : second.end + 1] in _HYPHENS:
        return False  # "follow up on on-going work"
    if word in _FUNCTION_WORDS:
        return True
    if draft.document.format == "text" or not text[first.start : first.end].islower():
        return False
    before, after = text[first.start - 1 : first.start], text[second.end : second.end + 1]
    return before == " " and after in {" ", ",", ".", ";"}


def stray_spaces(draft: Draft) -> Iterator[Span]:
    """Give each space before a comma, point or closing bracket, or after an opening bracket."""
    text = draft.text
    spans = [Span(match.start() + 1, match.end()) for match in _AFTER_BRACKET.finditer(text)]
    done = 0
    for match in _AFTER_SPACE.finditer(text):
        spans.append(Span(done + len(text[done : match.start()].rstrip(" \t")), match.start()))
        done = match.end()
    for span in sorted(spans):
        if _stands_apart(text, span):
            continue
        if not draft.in_code(span):
            yield span


def _stands_apart(text: str, span: Span) -> bool:
    """Tell marks set apart on purpose: leaders, boxes "( x )", marks after marks."""
    before, after = text[span.start - 1 : span.start], text[span.end]
    if before == "(":
        return after == ")"
    if after == "." and text[span.end + 1 : span.end + 3] == " .":
        return True
    if not before or before in "\n.:;,[|_-\u2013\u2026*/" or after == before:
        return True
    if after == ")":
        lately = text[max(0, span.start - 300) : span.start]
        return lately.count("(") <= lately.count(")") or lately[-3:-1] == "( "
    return not text[span.start - 2 : span.start - 1].strip()


def quotation_marks(draft: Draft) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the offsets of straight and of curly double quotation marks (not of inches)."""
    straight: list[int] = []
    curly: list[int] = []
    text = draft.text
    for match in _QUOTES.finditer(text):
        at = match.start()
        if match[0] != '"':
            curly.append(at)
        elif not text[at - 1 : at].isdigit() and not draft.in_code(Span(at, at + 1)):
            straight.append(at)
    return tuple(straight), tuple(curly)
