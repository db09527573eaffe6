"""Capitalised words that may be meant as terms, where doubt remains: material for hints.

Looser than ``undefined_terms``: a phrase counts once a determiner or preposition governs it, also
where it stands in small letters elsewhere, which is a fault of its own kind ("the Service" and
"the service" may or may not be one thing); and the terms that service levels live by count in
cells and headings, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausewright.analysis.capitals import SUBJECT, CapitalPhrase, CapitalUse
from clausewright.analysis.known_names import KnownNames
from clausewright.analysis.outline import Role
from clausewright.analysis.term_explanations import is_explained
from clausewright.analysis.term_uses import places_of, stem
from clausewright.analysis.undefined_terms import is_own_name, is_plain_phrase
from clausewright.analysis.vocabulary import word_list
from clausewright.model.document import BlockKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_QUIET = frozenset((Role.TITLE, Role.CONTENTS, Role.COVER, Role.SIGNATURE, Role.CONTROL, Role.CODE))
_LONGER_BEFORE = regex(r"\b[A-Z][\w-]{0,22}[ -]$")
_NAME_BEFORE = regex(
    r"(?<![.:;] )(?<!^)\b(?!(?:The|This|Our|Your|Each|Any|Such|A|An|If|When) )[A-Z][\w-]{0,22} $"
)
_LONGER_AFTER = regex(r"[ -][A-Z]")
_OPENS_A_PLACE = frozenset("[{<")
_POINTS_OUT = frozenset(("the", "each", "any", "such", "every", "no", "all", "an", "a"))
_NO_SINGLE = frozenset(("agreement", "term", "exhibit", "annex", "schedule", "addendum", "policy"))
_POINTS_HERE = frozenset(("this", "our", "your", "its", "their", "my"))


@dataclass(frozen=True)
class DoubtfulTerm:
    """A phrase as first written, that place, and how often it stands with and without capitals."""

    name: str
    span: Span
    capital: int
    small: int


def doubtful_terms(draft: Draft) -> Iterator[DoubtfulTerm]:
    """Give the phrases that may be terms and that ``undefined_terms`` does not give."""
    known = draft.known_names
    told = {stem(term.name) for term in draft.undefined_terms}
    for phrase in draft.capital_phrases:
        key = stem(phrase.name)
        if key in told or known.names_it(key):
            continue
        single = " " not in key
        uses = [
            use
            for use in phrase.uses
            if is_own_name(draft, use)
            and draft.text[use.span.start - 1 : use.span.start] not in _OPENS_A_PLACE
            and not draft.links.meets(use.span)
            and (_is_governed(use) or (not single and _is_inside(use)))
        ]
        if single:
            uses = [use for use in uses if use.before != SUBJECT or _is_role(draft, use)]
        if uses and (_may_be_single(key, uses) if single else _may_be_term(draft, phrase, known)):
            found = _judged(draft, phrase.name, uses[0].span)
            if found is not None:
                told.add(key)
                yield found
    yield from _of_levels(draft, known, told)


def _is_governed(use: CapitalUse) -> bool:
    """Tell a use that a determiner or preposition governs, or that opens its sentence."""
    before = use.before.lower()
    if before == SUBJECT:
        return True
    if before in _POINTS_HERE:
        return False
    return before in word_list("determiners") or before in word_list("prepositions")


def _is_inside(use: CapitalUse) -> bool:
    """Tell a use behind a word in small letters or a mark, where a title has none."""
    return not use.before or (use.before.islower() and use.before not in _POINTS_HERE)


def _is_role(draft: Draft, use: CapitalUse) -> bool:
    """Tell "Customer shall": without an article no word of everyday opens a sentence so."""
    return draft.document.text_of(use.span).lower() in word_list("roles")


def _may_be_single(word: str, uses: Sequence[CapitalUse]) -> bool:
    """Tell a word that agreements define, or another noun behind "the" or "each"."""
    if word in word_list("single_terms") or word in word_list("roles"):
        return True
    return word not in _NO_SINGLE and any(use.before.lower() in _POINTS_OUT for use in uses)


def _may_be_term(draft: Draft, phrase: CapitalPhrase, known: KnownNames) -> bool:
    words = phrase.name.split()
    if "Terms" in words or words[0].lower() in word_list("prepositions"):
        return False
    return is_plain_phrase(draft, phrase, known)


def _judged(draft: Draft, name: str, first: Span) -> DoubtfulTerm | None:
    """Count the places of a phrase; None where one of them says what it is."""
    places = places_of(draft, name)
    exact = [span for span in places.exact if not _is_in_longer_name(draft, span)]
    if any(is_explained(draft, span) for span in exact):
        return None
    written = draft.document.text_of(first)
    return DoubtfulTerm(written, first, max(1, len(exact)), len(places.lower))


def _is_in_longer_name(draft: Draft, span: Span) -> bool:
    """Tell a place that is part of a longer name: the "System" of "System Availability"."""
    start = draft.document.block_at(span.start).span.start
    before = draft.text[max(start, span.start - 24) : span.start]
    return bool(_LONGER_AFTER.match(draft.text, span.end) or _NAME_BEFORE.search(before))


def _of_levels(draft: Draft, known: KnownNames, told: set[str]) -> Iterator[DoubtfulTerm]:
    """Give the terms of service levels that stand in a cell or item and are said nowhere."""
    for term in sorted(word_list("service_terms")):
        name = term.replace("-", " ")
        if stem(name) in told or known.names_it(stem(name)):
            continue
        places = places_of(draft, name.title())
        first = next((span for span in places.exact if _stands_for_a_level(draft, span)), None)
        if first is None or any(is_explained(draft, span) for span in places.exact):
            continue
        written = draft.document.text_of(first)
        yield DoubtfulTerm(written, first, len(places.exact), len(places.lower))


def _stands_for_a_level(draft: Draft, span: Span) -> bool:
    """Tell a place in a cell or item that says more than the words."""
    block = draft.document.block_at(span.start)
    if block.kind not in (BlockKind.CELL, BlockKind.ITEM) or draft.outline.role(block) in _QUIET:
        return False
    written = draft.text[span.start : span.end]
    if not all(word[:1].isupper() for word in written.split()):
        return False
    if block.cell is not None and block.cell.column == 0 and not block.cell.header:
        return False  # the rest of the row says what it is
    if _LONGER_BEFORE.search(draft.text[max(block.span.start, span.start - 24) : span.start]):
        return False
    if _LONGER_AFTER.match(draft.text, span.end):
        return False
    return not draft.text[span.end : span.end + 3].lstrip("*_ ").startswith((":", "\u2013", "="))
