"""Capitalised phrases that are used as defined terms and defined nowhere.

A phrase counts where it is made of ordinary words, ends in a noun that agreements define, stands
mid-sentence behind a determiner or often enough, and is no name, title, label or section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from clausewright.analysis.capitals import CapitalPhrase, CapitalUse, capital_phrases
from clausewright.analysis.term_uses import stem, uses_of
from clausewright.model.document import BlockKind, MarkKind
from clausewright.model.facts import Term, TermForm
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

HEADS = frozenset(
    """account affiliate amount application asset availability budget business calendar cap case category
    change charge claim client commitment component condition confidential content contribution
    cost coverage credit critical customer cycle damage data date day deadline default defect deliverable
    delivery deposit device discount document documentation downtime element emergency end enhancement
    environment equipment error event exclusion expense facility failure fault feature fee fix
    fund good guarantee hour impact improvement incident income indemnitee information infrastructure
    ingredient intellectual interruption invention issue item know-how level liability licence license
    licensee licensor limit location loss maintenance mark market material member methodology metric
    milestone minimum minute mode module month network notification objective obligation offering option
    outage outcome output package parameter participant patent payment penalty percentage performance
    period personnel platform point portion premises price priority problem product
    profit program project property proposal provider purchaser purpose quantity quarter quota
    rate rating receipt recipient record recovery refund region release remedy renewal
    representative request requirement resolution resource response restoration result revenue reward right
    royalty sale score secret seller server service session severity shipment site software specification sponsor standard start state status step stock subscriber subscription supplier supplies
    support system target task tax technology template term territory test threshold ticket tier
    time title tool trademark transaction transition trial unavailability unit update upgrade uptime usage user value
    vendor version violation volume warranty week window work workaround year zone""".split()
)
SINGLE = frozenset(
    """customer client supplier vendor provider licensee licensor buyer seller purchaser contractor
    consultant distributor reseller subscriber software service product module platform deliverable
    territory fee charge downtime uptime incident outage affiliate premises equipment content
    documentation specification site project licence license credit subcontractor""".split()
)
_DETERMINERS = frozenset(
    """the a an any each every all such no this these those that your our its their his her
    applicable relevant respective said following other another more some whose""".split()
)
_GOVERNED = frozenset("of for to under during in with by per from on within as and or against".split())
_NAME_PARTS = frozenset(
    """agreement policy act law code regulation directive rule rules guide manual handbook form schedule annex
    exhibit appendix attachment addendum section article clause contract lease note plan sow msa
    team desk board office department committee council ministry government court agency university
    bank company corporation group manager director officer president secretary administrator engineer
    owner coordinator analyst executive chief january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday
    state states union internet web north south east west international national federal american
    english british european chinese street road avenue page table figure part chapter god
    commission authority exchange treasury""".split()
)
_DEFINED_NEAR = re.compile(
    r"\s{0,2}[\"\u201d)]?\s{0,2}[(,]?\s?(?:each\s|both\s|all\s)?(?:as\s(?:such\sterms?\s(?:is|are)\s)?(?:that\sterm\sis\s)?defined|as\sdescribed\sin|as\sset\s(?:out|forth)|has\sthe\smeaning)"
    r"|\s(?:is|are|equals?)\s(?:the\s(?:sum|amount|period|time|percentage|number|total)\b|[$\u20ac\u00a3\d]|an?\s)"
)
_PLURAL_S = re.compile(r"(?:'s|\u2019s|s['\u2019])$")


@dataclass(frozen=True)
class UndefinedTerm:
    """A phrase used as a term: as first written, its places mid-sentence, and a near defined term."""

    name: str
    uses: tuple[Span, ...]
    near: Term | None


@cache
def ordinary_words() -> frozenset[str]:
    """Give the words that contracts write in lower case (made by benchmarks/ordinary_words.py)."""
    path = Path(__file__).with_name("ordinary_words.txt")
    return frozenset(path.read_text(encoding="ascii").split())


def undefined_terms(draft: Draft) -> tuple[UndefinedTerm, ...]:
    """Find the phrases used as terms and defined nowhere, in order of their first use."""
    known = _known(draft)
    candidates = [p for p in capital_phrases(draft) if _is_term_like(p.name, known)]
    if not candidates:
        return ()
    places = uses_of(draft, [phrase.name for phrase in candidates])
    found = []
    for phrase in candidates:
        uses = [use for use in phrase.uses if _is_own_name(draft, use)]
        spots = places[phrase.name]
        if not uses or any(_labels(draft, span) or _explained(draft, span) for span in spots.exact):
            continue
        if _is_used_as_term(draft, phrase.name, uses, len(spots.lower)):
            found.append(_undefined(draft, uses, known))
    return tuple(found)


@dataclass(frozen=True)
class _Known:
    """What a document already names: terms by stem, titles of parts, names of parties."""

    terms: Mapping[str, Term]
    titles: frozenset[str]
    names: frozenset[str]


def _known(draft: Draft) -> _Known:
    document = draft.document
    terms = {stem(term.name): term for term in draft.terms}
    for term in draft.terms:
        if term.form is TermForm.ACRONYM and term.meaning is not None:
            terms.setdefault(stem(document.text_of(term.meaning)), term)
    titles = {stem(_bare(section.title)) for section in document.sections}
    titles |= {
        stem(_bare(document.text_of(block.body)))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    }
    titles |= {stem(_bare(attachment.title)) for attachment in document.attachments}
    names = {stem(name) for party in draft.parties for name in (party.name, party.role) if name}
    names |= {stem(severity.name) for severity in draft.severities}
    return _Known(terms, frozenset(titles), frozenset(names))


def _bare(title: str) -> str:
    return title.strip(" \t.:*_\u2013\u2014-")


def _is_term_like(name: str, known: _Known) -> bool:
    """Tell whether a phrase could be a term, by its words alone."""
    words = stem(name).split()
    whole = " ".join(words)
    if whole in known.terms or whole in known.titles or whole in known.names:
        return False
    if name.endswith("Terms") or words[0] == "terms":  # a document: "the Standard Terms"
        return False
    if words[-2:] == ["service", "level"]:  # what the agreement itself is about
        return False
    if not _is_head(words[-1]) or any(word in _NAME_PARTS for word in words):
        return False
    if len(words) == 1:
        return words[0] in SINGLE
    ordinary = ordinary_words()
    if not all(word in ordinary or _is_head(word) for word in words if word != "of"):
        return False
    return not _is_composed(words, known)


def _is_head(word: str) -> bool:
    return word in HEADS or stem(word) in HEADS


def _is_composed(words: list[str], known: _Known) -> bool:
    """Tell whether a phrase ends in a defined term, or starts with a party or a longer term."""
    for i in range(1, len(words)):
        if " ".join(words[i:]) in known.terms:
            return True
        head = stem(" ".join(words[:i]))
        if head in known.names or (i > 1 and head in known.terms):
            return True
    return stem(words[0]) in SINGLE and stem(words[0]) in known.terms


def _is_own_name(draft: Draft, use: CapitalUse) -> bool:
    """Tell whether a use is the whole name, not a part of a longer one ("MTA Software", "Service SLA")."""
    if use.before and (use.before[0].isupper() or not use.before[0].isalpha()):
        return False
    after = draft.text[use.span.end : use.span.end + 3]
    return not (len(after) > 1 and after[0] in " -/" and (after[1].isupper() or after[1].isdigit()))


def _labels(draft: Draft, span: Span) -> bool:
    """Tell whether the phrase labels a field, a cell or a list entry, which then explains it."""
    document = draft.document
    block = document.block_at(span.start)
    name = stem(document.text_of(span))
    if block.kind in (BlockKind.HEADING, BlockKind.CELL):
        return len(block.span) <= len(span) + 20 and stem(_bare(document.text_of(block.body))) == name
    if span.start - block.body.start > 3:
        return False
    after = draft.text[span.end : span.end + 4]
    if re.match(r"\s?(?:\([^)]*)?[:\u2013\u2014=]|\s-\s|\.", after):
        return True
    return any(
        mark.kind in (MarkKind.BOLD, MarkKind.ITALIC) and stem(_bare(document.text_of(mark.span))) == name
        for mark in block.marks
    )


def _explained(draft: Draft, span: Span) -> bool:
    return _DEFINED_NEAR.match(draft.text, span.end) is not None


def _is_used_as_term(draft: Draft, name: str, uses: list[CapitalUse], lower: int) -> bool:
    """Tell whether the places of a phrase show that it is meant as a term."""
    if lower > len(uses):
        return False
    strong = [use for use in uses if use.before.lower() in _DETERMINERS]
    governed = [use for use in uses if use.before.lower() in _GOVERNED]
    if " " not in name:
        return len(strong) >= 2 and len(uses) >= 3 and lower * 3 <= len(uses)
    habit = sum(term.form is not TermForm.ACRONYM for term in draft.terms)
    if len(uses) >= 2:
        return bool(strong or governed) and (habit >= 1 or len(uses) >= 3)
    return (habit >= 1 and bool(strong)) or (habit >= 2 and bool(governed))


def _undefined(draft: Draft, uses: Iterable[CapitalUse], known: _Known) -> UndefinedTerm:
    spans = tuple(use.span for use in uses)
    name = _PLURAL_S.sub("", draft.document.text_of(spans[0]))
    return UndefinedTerm(name, spans, _near(stem(name).split(), known))


def _near(words: list[str], known: _Known) -> Term | None:
    """Find a defined term of which a phrase looks like a variant: one word differs, or is missing."""
    for key, term in known.terms.items():
        other = key.split()
        if term.form is TermForm.ACRONYM or len(other) < 2 or len(words) < 2:
            continue
        if _one_word_apart(words, other):
            return term
    return None


def _one_word_apart(one: list[str], other: list[str]) -> bool:
    if sorted(one) == sorted(other):
        return True
    if len(one) == len(other):
        if len(one) < 3:
            return False
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1 and one[0] == other[0]
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) < 2:
        return False
    if any(len(word) == 1 for word in long):
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
