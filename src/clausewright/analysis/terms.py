"""Defined terms of a document: where each is defined, in which form, and where it is used.

The forms are those of ``term_forms``; this module knows where they stand: in a sentence, in a
section of definitions, in a table, under a lead-in such as "the following definitions apply".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from clausewright.analysis.incorporated import INCORPORATING_PHRASES
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import readings
from clausewright.analysis.term_forms import (
    MEANING_VERBS,
    acronyms,
    can_be_name,
    quoted_strings,
    terms_in_brackets,
    terms_in_quotes,
    trimmed,
)
from clausewright.analysis.term_uses import uses_of
from clausewright.analysis.vocabulary import word_list
from clausewright.model.document import Block, BlockKind, Document, MarkKind
from clausewright.model.facts import Term, TermForm
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

LEAD_INS = (
    "{the|} following {definitions|terms|words|expressions|meanings|abbreviations|acronyms}",
    "{definitions|terms} {apply|used}",
    "{have|has|shall have} the following {meaning|meanings}",
)
PHRASES: tuple[str, ...] = (*MEANING_VERBS, *LEAD_INS, *INCORPORATING_PHRASES)
_VERB_READINGS = readings(MEANING_VERBS)
_LEAD_IN_READINGS = readings(LEAD_INS)
DEFINITION_TITLE = regex(
    r"\b(?:definitions?|defined terms|glossary|terminology|interpretation|abbreviations|acronyms"
    r"|key terms|terms used|vocabulary)\b",
    re.IGNORECASE,
)
_SUBJECT = regex(
    r"(?:[\divxlc]{1,5}[.)]\s+|\d{1,2}(?:\.\d{1,3}){1,3}\.?\s+|\([\da-zA-Z]{1,4}\)\s*"
    r"|[-*\u2022]\s+)?"
    r"(?:for (?:the )?purposes? of [^,]{3,60},\s+)?"
    r"(?:[Tt]he\s+(?:term|word|expression|phrase)s?\s+)?(?:[Aa]n?\s+|[Tt]he\s+)?"
    r"(?P<name>[A-Z][^\s,;:]*(?:\s[^\s,;:]+){0,6}?)\s*(?:\([^()]{1,40}\)\s*)?$"
)
_NOT_A_SUBJECT = word_list("not_subjects")
_SMALL = word_list("small_words")
_MODALS = frozenset(("shall", "will", "must", "may"))
_ENTRY = regex(
    r"(?:[\d.]{1,8}[.)]?\s+|\([\da-zA-Z]{1,4}\)\s*|[-*\u2022]\s+)?(?P<name>[^:=\u2013\u2014\n]{2,60}?)"
    r"(?P<sep>\s*:\s|\s*=\s|\s+[-\u2013\u2014]\s|\s*\u2014\s*)"
)
_HEADED = 300
"""Characters between the name of a term as a heading and the words that define it."""
_LABEL = regex(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\([a-z\d]{1,3}\)|[a-z][.)])\s+", re.IGNORECASE)
_BEING = regex(
    r"(?:an?\s|the\s)?(?P<name>[A-Z][\w'\u2019-]*(?:\s[A-Z][\w'\u2019-]*){0,5})\s(?:is|are)\s"
)
_SAME_MEANING = regex(
    r"\bmeans? the same\b|\b(?:same|following) meanings?\b|\bmeanings? (?:given|set|assigned|as)\b"
)
_TERM_HEADER = regex(
    r"(?:defined )?(?:terms?|words?|expressions?|definitions?|concepts?|abbreviations?|acronyms?"
    r"|phrases?)"
    r"(?: or (?:acronym|abbreviation|phrase))?",
    re.IGNORECASE,
)
_MEANING_HEADER = regex(
    r"(?:meaning|definition|description|explanation|stands for|full (?:name|form)|expansion)s?",
    re.IGNORECASE,
)


def terms_of(draft: Draft) -> tuple[Term, ...]:
    """Find the defined terms with their uses, in order of definition."""
    defined = _defined(draft)
    spans = {term.span for term in defined}
    used = {
        name: (tuple(use for use in places.exact if use not in spans), tuple(places.lower))
        for name, places in uses_of(draft, [term.name for term in defined]).items()
    }
    found = []
    for term in defined:
        uses, lower = used.get(term.name, ((), ()))
        found.append(replace(term, uses=_elsewhere(uses, term.span), lower=lower))
    return tuple(found)


def _elsewhere(uses: tuple[Span, ...], own: Span) -> tuple[Span, ...]:
    """Give the uses, which stand in order and apart, that do not overlap the term's own place."""
    first = bisect_right(uses, own.start, key=lambda use: use.end)
    last = bisect_left(uses, own.end, key=lambda use: use.start)
    return uses[:first] + uses[last:] if first < last else uses


def _defined(draft: Draft) -> list[Term]:
    """Give the definitions in order of place, each place once, the surest form first."""
    document = draft.document
    quoted = list(terms_in_quotes(document.text, quoted_strings(document.text)))
    known = {term.name for term in quoted}
    candidates = [
        *quoted,
        *terms_in_brackets(document.text),
        *(term for term in _by_verb(draft) if term.name not in known),
        *_in_tables(document),
        *_in_lists(draft),
        *_listed_elsewhere(draft),
        *acronyms(document.text),
    ]
    taken: dict[int, Term] = {}
    names: set[str] = set()
    meant: dict[str, list[int]] = {}
    for term in candidates:
        block = document.block_at(term.span.start)
        if block.kind is BlockKind.CODE or draft.outline.role(block) is Role.CONTENTS:
            continue
        if term.form is TermForm.ACRONYM and term.name in names:
            continue
        if term.form is TermForm.LIST and _defined_again(document, meant.get(term.name, []), term):
            continue
        if not any(at in taken for at in range(term.span.start - 2, term.span.start + 3)):
            taken[term.span.start] = term
            names.add(term.name)
            if term.form is TermForm.MEANS:
                insort(meant.setdefault(term.name, []), term.span.start)
    return [taken[start] for start in sorted(taken)]


def _defined_again(document: Document, meant: list[int], term: Term) -> bool:
    """Tell whether a list entry or heading only heads the words that define the same term.

    ``meant`` holds where a verb defines it, in order; it does so in the entry or right beside it.
    """
    near = bisect_right(meant, term.span.start - _HEADED)
    if near == len(meant) or meant[near] >= term.span.start + _HEADED:
        return False
    own, other = (document.block_at(at).index for at in (term.span.start, meant[near]))
    return abs(own - other) <= 1


def _listed_elsewhere(draft: Draft) -> Iterator[Term]:
    """Give the bold terms of a list that takes them from another document."""
    listed: set[int] = set()
    for hit in draft.hits_of("terms"):
        if hit.phrase not in _LEAD_IN_READINGS:
            continue
        block = draft.document.block_at(hit.span.start)
        sentence = draft.text[hit.span.start : min(hit.span.start + 160, block.span.end)]
        if block.index in listed or not _SAME_MEANING.search(sentence):
            continue
        listed.add(block.index)
        for mark in block.marks:
            name = draft.document.text_of(mark.span).strip(" .,:")
            if mark.kind is MarkKind.BOLD and mark.span.start > hit.span.end and can_be_name(name):
                yield Term(name, mark.span, TermForm.LIST, elsewhere=True, pointer=True)


def _by_verb(draft: Draft) -> Iterator[Term]:
    """Give the terms defined without quotation marks: "Downtime means ..."."""
    text = draft.text
    for hit in draft.hits_of("terms"):
        if hit.phrase not in _VERB_READINGS:
            continue
        block = draft.document.block_at(hit.span.start)
        if block.kind is BlockKind.HEADING:
            continue
        sentence = draft.sentence_at(hit.span.start)
        if hit.span.start - sentence.start > 110:
            continue
        subject = _SUBJECT.match(text[sentence.start : hit.span.start])
        if subject is None:
            continue
        name = subject["name"].strip(" *_")
        if _is_subject(draft, block, sentence, name, hit.phrase):
            start = sentence.start + subject.start("name")
            start += len(subject["name"]) - len(subject["name"].lstrip(" *_"))
            yield Term(
                name,
                Span(start, start + len(name)),
                TermForm.MEANS,
                meaning=Span(hit.span.end, sentence.end),
                pointer="meaning" in hit.phrase or text.startswith(" in ", hit.span.end),
            )


def _is_subject(draft: Draft, block: Block, sentence: Span, name: str, verb: str) -> bool:
    words = name.split()
    if not can_be_name(name) or not words[-1][0].isalnum():
        return False
    if words[0].lower() in _NOT_A_SUBJECT or words[-1].lower() in _NOT_A_SUBJECT:
        return False
    if words[0].lower() == "the" or words[-1].lower() in _MODALS:
        return False  # "The terms defined here shall have the meaning ..." names none
    if "\u201c" in name or '"' in name:
        return False
    capitals = all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words)
    if capitals and len(words) > 1:
        return True
    home = in_definitions(draft, block) or _is_marked(block, sentence.start)
    if home:
        return True
    if (
        verb.startswith(("refer", "shall refer", "will refer", "mean", "has", "have"))
        and not capitals
    ):
        return verb == "means" and len(words) <= 3 and sentence.start == block.body.start
    return len(words) <= 3


def _is_marked(block: Block, start: int) -> bool:
    first = bisect_left(block.marks, start - 4, key=lambda mark: mark.span.start)
    near = takewhile(lambda mark: mark.span.start <= start + 4, islice(block.marks, first, None))
    return any(mark.kind in (MarkKind.BOLD, MarkKind.ITALIC) for mark in near)


def in_definitions(draft: Draft, block: Block) -> bool:
    """Tell whether a block stands in a section of definitions, or under one of its letters."""
    section = draft.document.section_of(block)
    if section is not None and len(section.title) <= 2 and section.parent is not None:
        section = draft.document.sections[section.parent]
    return section is not None and _is_definition_title(section.title)


def _is_definition_title(title: str) -> bool:
    return len(title) <= 60 and DEFINITION_TITLE.search(title) is not None


def _in_tables(document: Document) -> Iterator[Term]:
    """Give the first cells of two-column tables that are headed "Term | Meaning"."""
    headers: dict[int, dict[int, str]] = {}
    for block in document.blocks:
        cell = block.cell
        if cell is None:
            continue
        words = document.text_of(block.span).strip()
        if cell.row == 0:
            headers.setdefault(cell.table, {})[cell.column] = words
            continue
        head = headers.get(cell.table, {})
        if (
            cell.column == 0
            and _TERM_HEADER.fullmatch(head.get(0, ""))
            and _MEANING_HEADER.match(head.get(1, ""))
        ):
            yield from _entry(document, block.span, TermForm.TABLE)


def _entry(document: Document, span: Span, form: TermForm) -> Iterator[Term]:
    """Give the term that a cell, a heading or the head of a list entry names, and its acronym."""
    text = document.text
    span = trimmed(text, span.start, span.end)
    label = _LABEL.match(text, span.start, span.end)
    span = Span(label.end(), span.end) if label else span
    while span and text[span.start] in "\"\u201c'\u2018":
        span = Span(span.start + 1, span.end)
    while span and text[span.end - 1] in "\"\u201d'\u2019":
        span = Span(span.start, span.end - 1)
    name = text[span.start : span.end]
    bracket = name.find(" (")
    if bracket > 0:
        inside = name[bracket + 2 :].rstrip(") ")
        start = span.start + bracket + 2
        if can_be_name(inside) and inside[0].isupper():
            yield Term(inside, Span(start, start + len(inside)), TermForm.ALIAS)
        span = trimmed(text, span.start, span.start + bracket)
        name = text[span.start : span.end]
    if can_be_name(name) and any(c.isalpha() for c in name):
        yield Term(name, span, form)


def _in_lists(draft: Draft) -> Iterator[Term]:
    """Give the entries of definition lists: "**Term**: ...", "Term - ...", headings."""
    document = draft.document
    led = _led_blocks(draft)
    for block in document.blocks:
        if block.kind is BlockKind.CELL or block.kind is BlockKind.CODE:
            continue
        if block.kind is BlockKind.HEADING:
            if _names_a_term(draft, block):
                yield from _entry(document, block.body, TermForm.LIST)
            continue
        if block.index in led or in_definitions(draft, block):
            head = _head(document, block)
            if head is not None:
                yield from _entry(document, head, TermForm.LIST)


def _head(document: Document, block: Block) -> Span | None:
    """Find the term at the head of a list entry."""
    text, start = document.text, block.body.start
    mark = next(
        (
            m
            for m in block.marks
            if m.kind in (MarkKind.BOLD, MarkKind.ITALIC) and abs(m.span.start - start) <= 3
        ),
        None,
    )
    if mark is not None and mark.span.end < block.span.end:
        return None if _opens_with(document, mark.span, _NOT_A_SUBJECT) else mark.span
    opening = text[start : min(start + 90, block.span.end)] + " "
    being = _BEING.match(opening)
    if being is not None and being["name"].split()[0].lower() not in _NOT_A_SUBJECT:
        return Span(start + being.start("name"), start + being.end("name"))
    entry = _ENTRY.match(opening)
    if entry is None:
        return None
    words = entry["name"].split()
    if not words[0][0].isalnum() and words[0][0] not in "\"\u201c'\u2018":
        return None
    if (
        block.kind is not BlockKind.ITEM
        and not entry["name"].strip("\"\u201c'\u2018")[:1].isupper()
    ):
        return None
    if len(words) > 6 or words[0].lower() in _NOT_A_SUBJECT:
        return None
    return Span(start + entry.start("name"), start + entry.end("name"))


def _opens_with(document: Document, span: Span, words: frozenset[str]) -> bool:
    written = document.text_of(span).strip(" .:*_").lower().split()
    return bool(written) and written[0] in words


def _names_a_term(draft: Draft, block: Block) -> bool:
    """Tell whether a heading right under "Definitions" is itself a term, its text the meaning."""
    section = draft.document.section_of(block)
    if section is None or section.heading != block.index or section.parent is None:
        return False
    parent = draft.document.sections[section.parent]
    return (
        _is_definition_title(parent.title)
        and not _is_definition_title(section.title)
        and len(section.title.split()) <= 6
        and section.title.split()[0].lower() not in _NOT_A_SUBJECT
    )


def _led_blocks(draft: Draft) -> set[int]:
    """Give the blocks that follow a lead-in up to the next heading."""
    blocks = draft.document.blocks
    led: set[int] = set()
    for hit in draft.hits_of("terms"):
        if hit.phrase not in _LEAD_IN_READINGS:
            continue
        block = draft.document.block_at(hit.span.start)
        if block.index in led or not draft.document.text_of(block.span).rstrip().endswith(":"):
            continue
        at = block.index + 1
        while at < len(blocks) and blocks[at].kind is not BlockKind.HEADING:
            led.add(at)
            at += 1
    return led
