"""Names that a document gives itself and the agreement it belongs to, without saying which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausewright.analysis.incorporated import takes_terms_from_elsewhere
from clausewright.analysis.term_uses import stem
from clausewright.model.document import MarkKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_DOCUMENTS = frozenset(("terms", "exhibit", "schedule", "annex", "addendum", "policy", "agreement"))
_OPENING = 1_500  # code points in which a document says what it is
_NAMED_AFTER = regex(r",?\s(?:between|dated|by\sand|with|for|of\s[A-Z\d]|on)\b")
_MAIN_AGREEMENT = regex(
    r"\bmeanings?\b[^.\n]{0,60}\b(?:in|by|under)\s(?:the|our|your)\s(?:[A-Z][\w'\u2019-]*\s){1,5}"
    r"(?:Agreement|Contract|Terms)\b"
)
_AGREEMENT = regex(r"\b(?:Agreement|Terms|MSA)\b")


def unnamed_agreement(draft: Draft) -> Span | None:
    """Find "the Agreement" in a document that is a part of one and never says which.

    A document that calls itself "this Agreement", or defines any agreement, knows what it means,
    and so does one that takes its terms from an agreement with a name.
    """
    if takes_terms_from_elsewhere(draft) and _MAIN_AGREEMENT.search(draft.text):
        return None
    if any(stem(term.name).endswith("agreement") for term in draft.terms):
        return None
    if _links_agreement(draft):
        return None
    first = None
    for phrase in draft.capital_phrases:
        if phrase.name != "Agreement":
            continue
        if any(use.before.lower() == "this" for use in phrase.uses):
            return None
        found = (use.span for use in phrase.uses if use.before.lower() == "the")
        first = next((s for s in found if not _NAMED_AFTER.match(draft.text, s.end)), None)
    return first


def _links_agreement(draft: Draft) -> bool:
    """Tell whether the words of a link name the agreement, which the link then identifies."""
    return any(
        mark.kind is MarkKind.LINK and _AGREEMENT.search(draft.document.text_of(mark.span))
        for block in draft.document.blocks
        for mark in block.marks
    )


def misnamed_self(draft: Draft) -> Span | None:
    """Find "these Terms" or "this Exhibit" in a document that is introduced as something else."""
    opening = draft.text[:_OPENING].lower()
    titles = " ".join(section.title for section in draft.document.sections).lower()
    named = f"{opening} {titles} " + " ".join(term.name for term in draft.terms).lower()
    for phrase in draft.capital_phrases:
        word = phrase.name.lower()
        if (
            word in _DOCUMENTS
            and not draft.document.attachments
            and not re.search(rf"(?<!this )(?<!these ){word.removesuffix('s')}", named)
            and not re.search(rf"(?m)^\W*{word.upper()}\s[A-Z\d]", draft.text)
        ):
            for use in phrase.uses:
                if use.before.lower() in {"this", "these"}:
                    return use.span
    return None
