"""Who acts: the party, role or person that the subject of a sentence names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clausewright.analysis.scan import fold
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_ROLE_WORDS: Final = """
we you they it who party parties supplier suppliers provider providers vendor vendors customer
customers client clients contractor contractors subcontractor subcontractors consultant consultants
licensor licensee lessor lessee landlord tenant owner owners buyer seller purchaser distributor
reseller franchisor franchisee manufacturer agent agents company companies corporation bank employer
employee employees executive executives user users subscriber subscribers member members partner
partners affiliate affiliates team teams staff personnel department departments desk helpdesk group
board committee manager managers director directors officer officers engineer engineers technician
technicians representative representatives operator operators administrator administrators host
organisation organization university college agency authority office shareholder shareholders
borrower lender guarantor trustee underwriter underwriters investor investors sponsor advertiser
publisher developer developers carrier insurer auditor auditors arbitrator arbitrators court expert
sales marketing coordinator lead leads owner's person persons individual individuals anyone everyone
both either neither each nobody tribunal panel venture
"""
_ROLES: Final = frozenset(_ROLE_WORDS.split())
_NOBODY: Final = frozenset(
    ("it", "both", "either", "neither", "each", "lead", "leads", "sales")
)  # fmt: skip
_TAILS: Final = frozenset(
    ("of", "for", "to", "under", "in", "on", "at", "from", "with", "by", "during", "within",
     "per", "against", "between", "pursuant", "concerning", "regarding", "as", "including")
)  # fmt: skip


def actor_in(draft: Draft, subject: Span) -> str | None:
    """Give the party or role that a subject names, as written, or None.

    A party is a known party or its role, or a noun that can only be somebody ("the Supplier", "each
    engineer"). What stands after the first preposition belongs to the noun before it.
    """
    text = draft.document.text_of(subject)
    head = _head_of(text)
    if not head:
        return None
    folded = fold(head)
    for party in draft.parties:
        for name in (party.name, party.role):
            if name and _folded(name) in folded:
                return name
    last = folded.rsplit(maxsplit=1)[-1].strip(".,;:\"'\u201c\u201d")
    if last in _ROLES or last.endswith(("or's", "er's")):
        return head
    return head if _is_proper_name(head) else None


def names_an_actor(draft: Draft, sentence: Span) -> bool:
    """Tell a sentence in which a party, a role or a person stands anywhere."""
    words = draft.words.between(sentence.start, sentence.end)
    if any(word in _ROLES and word not in _NOBODY for word in words):
        return True
    text = draft.words.folded[sentence.start : sentence.end]
    return any(_folded(party.name) in text for party in draft.parties)


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    return fold(name)


@lru_cache(maxsize=4096)
def _head_of(subject: str) -> str:
    words = subject.split()
    for index, word in enumerate(words):
        if index and (word.lower() in _TAILS or word.lower() in {"hereto", "hereunder", "hereby"}):
            return " ".join(words[:index])
    return " ".join(words)


def _is_proper_name(head: str) -> bool:
    """Tell a name without article ("Harbour Ltd", "IBM") from a defined thing ("the Fees")."""
    first = head.split(maxsplit=1)[0]
    if first.lower() in {"the", "a", "an", "any", "all", "such", "this", "these", "no", "each"}:
        return False
    plural = head.endswith("s") and not head.isupper()
    return head[:1].isupper() and not plural and len(head.split()) <= 3 and _unlike_a_thing(head)


def _unlike_a_thing(head: str) -> bool:
    last = head.rsplit(maxsplit=1)[-1].lower()
    return not last.endswith(("ment", "tion", "ness", "ity", "ance", "ence", "ing", "ice", "age"))
