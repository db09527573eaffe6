"""What a document already names: its terms, the titles of its parts, parties and classes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausewright.analysis.term_uses import stem
from clausewright.model.document import BlockKind
from clausewright.model.facts import Term, TermForm
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_SUBJECT = regex(
    r"\W*([A-Z][^\n:]{2,60}?)\s?(?:\s[-\u2013\u2014|]|:)\s"
    r"(?=[^\n]{0,60}\b(?:agreement|SLA|OLA|polic(?:y|ies)|terms)\b)",
    re.IGNORECASE,
)
"""The service that the title of a document is about: "Harbour Portal - Service Level Agreement"."""


@dataclass(frozen=True)
class KnownNames:
    """What a document already names: terms by stem, titles of parts, names of parties."""

    terms: Mapping[str, Term]
    titles: frozenset[str]
    names: frozenset[str]

    def names_it(self, key: str) -> bool:
        """Tell whether a phrase, in the form of ``stem``, is a term, a title or a party."""
        return key in self.terms or key in self.titles or key in self.names


def known_names(draft: Draft) -> KnownNames:
    """Gather what a document already names."""
    document = draft.document
    terms = {stem(term.name): term for term in draft.terms}
    for term in draft.terms:
        if term.form is TermForm.ACRONYM and term.meaning is not None:
            terms.setdefault(stem(document.text_of(term.meaning)), term)
    titles = {stem(bare_title(section.title)) for section in document.sections}
    titles |= {
        stem(bare_title(document.text_of(block.body)))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    }
    titles |= {stem(bare_title(attachment.title)) for attachment in document.attachments}
    subject = _SUBJECT.match(document.sections[0].title) if document.sections else None
    if subject is not None:
        titles.add(stem(subject[1]))
    names = {stem(name) for party in draft.parties for name in (party.name, party.role) if name}
    names |= {stem(severity.name) for severity in draft.severities}
    return KnownNames(terms, frozenset(titles), frozenset(names))


def bare_title(title: str) -> str:
    """Give a title without what is set around it."""
    return title.strip(" \t.:*_\u2013\u2014-")
