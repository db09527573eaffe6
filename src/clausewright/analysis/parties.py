"""The parties: who they are, how they are called, in every common form of naming them.

Forms: a preamble ("between Acme Ltd (the "Provider") and ..."), a cover page that sets the names in
lines of their own, labels and table rows ("Client: ..."), a name with a quoted role ("Tigris Inc
("we")"), and drafts that know roles only ("Provider shall ... Customer shall ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.party_names import ROLES, NamedParty, is_name, named_parties
from clausewright.analysis.scan import fold
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Party, TermForm
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_BETWEEN = ("between", "by and between", "among", "by and among", "amongst", "entered into by")
_SIDES = (
    "provider|service provider|supplier|vendor|seller|contractor|licensor|franchisor|consultant",
    "customer|client|buyer|purchaser|licensee|franchisee|subscriber|distributor|company|reseller",
)
PHRASES: tuple[str, ...] = (
    *_BETWEEN,
    *(f"{{{side}}} {{shall|will|must|agrees|may|warrants|agree}}" for side in _SIDES),
)

EARLY = 6_000
"""Code points from the start in which an agreement introduces its parties."""

LONGEST_PASSAGE = 1_500
COVER_LINES = 8
"""Lines of a cover page that may follow "between"."""

LONGEST_LINE = 160
FEWEST_ROLE_USES = 3

_AGREEMENT_WORD = regex(
    r"\b(?:agreement|contract|sla|ola|slas|addendum|amendment|memorandum|deed|lease|terms|entered"
    r"|made|concluded|commitments?|expectations?|service levels?)\b",
    re.IGNORECASE,
)
_LABEL = regex(r"\s*([A-Za-z][A-Za-z /()-]{2,40}?)\s*[:\u2013]\s*(\S.*)", re.DOTALL)
_NAME_BEFORE = regex(
    r"((?!(?:And|The|Between|By|This|In|On|For)\b)[A-Z\u00c0-\u00de][\w.&'\u2019-]*"
    r"(?:,?\s(?:of\s|and\s|&\s)?[A-Z\u00c0-\u00de][\w.&'\u2019-]*){0,8})(?:,\s[^()\"\u201c\n]{0,160})?$"
)
_WORD = regex(r"[^\W_]+")
COMPANY_FORMS = frozenset(
    "inc incorporated ltd limited llc lp llp corp corporation co company gmbh ag sa nv bv plc pty"
    " pte kk spa ab as oy".split()
)
MOST_LETTERS = 3
"""Letters of a form that is spelled with points or a stroke: "S.p.A.", "A/S"."""
NO_LABELS = frozenset(("owner", "user", "users", "company", "we", "us", "you", "agent", "partner"))
"""Roles that before a colon name a person or a product, not a party."""

_SIDE_WORDS = tuple(frozenset(side.split("|")) - {"service provider", "company"} for side in _SIDES)
_ROLE_WORDS = frozenset().union(*_SIDE_WORDS)
_BETWEEN_START = frozenset(_BETWEEN)


def parties_of(draft: Draft) -> tuple[Party, ...]:
    """Find the parties, in order of introduction, each name and each role once."""
    found: dict[str, Party] = {}
    roles: set[str] = set()
    for party in (*_introduced(draft), *_given_roles(draft), *_labelled(draft)):
        role = None if party.role is None else fold(party.role)
        key = _bare(party.name)
        known = found.get(key)
        if known is not None:
            found[key] = (
                known if known.role is not None else Party(known.name, party.role, known.span)
            )
        elif role is None or role not in roles:
            found[key] = party
        if role is not None:
            roles.add(role)
    if not found:
        found = {party.name: party for party in _roles_only(draft)}
    return tuple(sorted(found.values(), key=lambda party: party.span))


def _bare(name: str) -> str:
    """Fold a name and leave out its company form and punctuation."""
    words = _WORD.findall(fold(name))
    while count := _words_of_form(words):
        del words[-count:]
    return " ".join(words)


def _words_of_form(words: list[str]) -> int:
    """Count the last words that are a company form: "Ltd" is one, "B.V." two; a name stays."""
    for count in range(min(MOST_LETTERS, len(words) - 1), 1, -1):
        letters = words[-count:]
        if all(len(word) == 1 for word in letters) and "".join(letters) in COMPANY_FORMS:
            return count
    return 1 if len(words) > 1 and words[-1] in COMPANY_FORMS else 0


def _introduced(draft: Draft) -> Iterator[Party]:
    """Give the parties of the first passage that names two."""
    for hit in draft.hits_of("parties"):
        if hit.phrase not in _BETWEEN_START or not _introduces(draft, hit.span):
            continue
        start = hit.span.end
        named = tuple(named_parties(_passage(draft, start)))
        if len(named) >= 2:
            yield from (_placed(one, start) for one in named)
            return


def _placed(named: NamedParty, start: int) -> Party:
    role = named.role
    if role is None and fold(named.name) in ROLES:
        role = named.name
    return Party(named.name, role, Span(start + named.start, start + named.end))


def _introduces(draft: Draft, span: Span) -> bool:
    """Tell whether "between" stands where parties are introduced."""
    block = draft.document.block_at(span.start)
    before = draft.text[block.span.start : span.start]
    if not before.strip(" *_"):
        return span.start < EARLY
    sentence = draft.sentence_at(span.start)
    before = draft.text[sentence.start : span.start]
    return _AGREEMENT_WORD.search(before) is not None


def _passage(draft: Draft, start: int) -> str:
    """Give the text after "between": the rest of its sentence, or the lines of a cover page."""
    block = draft.document.block_at(start)
    rest = draft.text[start : block.span.end]
    if rest.strip(" :*_"):
        return rest[:LONGEST_PASSAGE]
    end = start
    for other in draft.document.blocks[block.index + 1 : block.index + 1 + COVER_LINES]:
        if len(other.span) > 4 * LONGEST_LINE:
            break
        end = other.span.end
    return draft.text[start : min(end, start + LONGEST_PASSAGE)]


def _labelled(draft: Draft) -> Iterator[Party]:
    """Give the parties of labels ("Client: Acme Ltd") and of table rows with a role before them."""
    blocks = draft.document.blocks
    for block in blocks:
        if len(block.span) > LONGEST_LINE or block.kind is BlockKind.HEADING:
            continue
        if block.cell is not None:
            yield from _in_row(draft, blocks, block)
            continue
        text = draft.document.text_of(block.span)
        label = _LABEL.match(text)
        if label is not None and _role_of_label(label[1]) is not None:
            yield from _named_by_label(label[1], label[2], block.span.start + label.start(2))


def _in_row(draft: Draft, blocks: tuple[Block, ...], block: Block) -> Iterator[Party]:
    document, cell = draft.document, block.cell
    label = document.text_of(block.span).strip(" *_:")
    follower = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
    if cell is None or cell.column != 0 or follower is None or follower.cell is None:
        return
    if follower.cell.row != cell.row or follower.cell.table != cell.table:
        return
    if _role_of_label(label) is not None:
        yield from _named_by_label(label, document.text_of(follower.span), follower.span.start)


def _role_of_label(label: str) -> str | None:
    words = fold(label).replace("(s)", "").strip()
    for ending in (" name", " company"):
        words = words.removesuffix(ending)
    return words if words in ROLES and words not in NO_LABELS else None


def _named_by_label(label: str, text: str, start: int) -> Iterator[Party]:
    named = next(named_parties(text), None)
    if named is not None and len(text) < LONGEST_LINE:
        role = named.role or label.strip(" *_")
        yield Party(named.name, role, Span(start + named.start, start + named.end))


def _given_roles(draft: Draft) -> Iterator[Party]:
    """Give the parties whose role stands in quotation marks after their name."""
    for term in draft.terms:
        if term.form is not TermForm.INLINE or fold(term.name) not in ROLES:
            continue
        sentence = draft.sentence_at(term.span.start)
        before = draft.text[sentence.start : term.span.start]
        bracket = before.rfind("(")
        name = _NAME_BEFORE.search(before[: max(0, bracket)].rstrip())
        if name is not None and fold(name[1]) not in ROLES and is_name(name[1]):
            start = sentence.start + name.start(1)
            yield Party(name[1], term.name, Span(start, start + len(name[1])))


def _roles_only(draft: Draft) -> Iterator[Party]:
    """Give the roles of a draft that knows roles only: one on each side, set as names are."""
    words = draft.words
    uses: dict[str, list[Span]] = {}
    for at in [index for index, word in enumerate(words.words) if word in _ROLE_WORDS]:
        start = words.starts[at]
        if draft.text[start].isupper() and not draft.text[start + 1].isupper():
            uses.setdefault(words.words[at], []).append(Span(start, words.ends[at]))
    roles = {role for role, spans in uses.items() if len(spans) >= FEWEST_ROLE_USES}
    duties = {hit.phrase.rpartition(" ")[0] for hit in draft.hits_of("parties")}
    if all(roles & side for side in _SIDE_WORDS) and duties & roles:
        for role in roles:
            written = draft.document.text_of(uses[role][0])
            yield Party(written, written, uses[role][0])
