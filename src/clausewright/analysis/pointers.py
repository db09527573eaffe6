"""Words that point at something in the document without naming a section: material for hints.

A part named by its title after "see" or "described in the", a table or figure by its number, a
link without an address, brackets where a link was meant, a footnote that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.analysis.reference_doubts import is_called, names_of_parts
from clausewright.analysis.scan import readings
from clausewright.analysis.term_uses import stem
from clausewright.model.document import BlockKind, MarkKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft
    from clausewright.analysis.scan import Hit

NAMING_PHRASES = (
    (
        "{described|defined|set out|set forth|outlined|specified|listed|detailed|given|found} "
        "{in|under|by} {the|our|}"
    ),
    "{see|refer to} {the|our|}",
)
NUMBERED_PHRASES = ("{table|figure|fig|diagram|chart|step}",)
CLICK_PHRASES = ("click here", "clicking here", "{follow|use|visit} this link")
PHRASES = (*NAMING_PHRASES, *NUMBERED_PHRASES, *CLICK_PHRASES)
NAMING, _NUMBERED, _CLICK = (
    readings(phrases) for phrases in (NAMING_PHRASES, NUMBERED_PHRASES, CLICK_PHRASES)
)
_TITLE = regex(
    r" (?P<quote>[\"\u201c])?"
    r"(?P<title>[A-Z][a-z][\w-]*(?: (?:(?:of|and|for|to|a|the) ){0,2}[A-Z][\w-]*){0,5})"
    r"[\"\u201d]?(?P<rest>\s(?:section|chapter|heading|below|above)\b)?(?=[.,;:)]|\s[a-z(]|\s*$)"
)
_ELSEWHERE = regex(
    r"\b(?:Agreement|Contract|Terms|Policy|Policies|Act|Code|Law|Regulations?|Directive|Guide|Guidelines|"
    r"Handbook|Manual|Documentation|Docs|Page|Site|Website|Portal|Wiki|Form|Order|MSA|Center|Centre|"
    r"Repository|Standards?|Rules|Notice|Statement|Articles?|Sections?|Schedules?|Annex|Appendix|Exhibits?|"
    r"Attachment|Clauses?|Paragraphs?|Addendum|Plan|Catalogue|Catalog)\b"
)
_OF_ANOTHER = regex(r"[\"\u201d]?,?\s(?:of|on|in|under|at|within|available)\s(?!this\b)")
_PARTS = frozenset(("section", "chapter", "heading"))
_WHOLE_PARTS = frozenset(("glossary", "definition", "faq"))
_NUMBER = regex(r"\.?\s(?P<number>\d{1,2}(?:\.\d{1,2})?|[A-Z](?=[\s.,;:)]))(?![\w%/-]|[.:,]\d)")
_FOOTNOTE = regex(r"\[\^([\w-]{1,20})\](?P<defines>:)?")
_BRACKETED = regex(r"\[(?P<name>[A-Za-z][^\[\]\n]{4,80})\][.:]?")
_LINKED_HERE = regex(r"\b(?:here|link|at|on|see|page|website|available|visit)\b[^.\n]{0,20}$")
_FOLLOWS = 80  # code points behind a sentence in which its link may stand
_CLOSING = frozenset('"\u201d')
_QUIET = frozenset((Role.CONTENTS, Role.CODE, Role.SIGNATURE, Role.TITLE, Role.COVER))


def unnamed_parts(draft: Draft, hits: Sequence[Hit]) -> Iterator[tuple[str, Span]]:
    """Give the titles that the text points at by "see" or "in the", where no part has them."""
    pointing = [hit for hit in hits if hit.phrase in NAMING]
    if not pointing or not draft.document.sections:
        return
    names = names_of_parts(draft)
    known = {stem(term.name) for term in draft.terms}
    done = -1
    for hit in pointing:
        found = _TITLE.match(draft.text, hit.span.end)
        if found is None or found.start() < done or not _is_prose(draft, hit.span.start):
            continue
        done = found.end()
        title, span = found["title"], Span(found.start("title"), found.end("title"))
        words = stem(title).split()
        if found["quote"] and draft.text[span.end] not in _CLOSING:
            continue  # the title goes on
        named = found["quote"] or (found["rest"] or "").strip() in _PARTS
        if len(words) < 2 and words[0] not in _WHOLE_PARTS and not named:
            continue
        if _ELSEWHERE.search(title) and not (found["rest"] or found["quote"]):
            continue
        if _OF_ANOTHER.match(draft.text, found.end()) or stem(title) in known:
            continue
        if not draft.links.meets(span) and not is_called(title, names):
            yield title, span


def unnumbered_figures(draft: Draft, hits: Sequence[Hit]) -> Iterator[tuple[str, Span]]:
    """Give the numbers of tables, figures and steps that stand at one place only."""
    seen: dict[str, list[Span]] = {}
    for hit in hits:
        found = _NUMBER.match(draft.text, hit.span.end) if hit.phrase in _NUMBERED else None
        if found is None or not draft.text[hit.span.start].isalpha():
            continue
        word = "figure" if hit.phrase == "fig" else hit.phrase
        name = f"{word} {found['number']}"
        seen.setdefault(name, []).append(Span(hit.span.start, found.end("number")))
    for name, spans in seen.items():
        if any(_heads(draft, span) for span in spans):
            continue
        first = spans[0]
        if _is_prose(draft, first.start) and not _OF_ANOTHER.match(draft.text, first.end):
            yield name, first


def _heads(draft: Draft, span: Span) -> bool:
    """Tell a caption or label: a block that opens with the name, or holds little else."""
    block = draft.document.block_at(span.start)
    opens = span.start - block.span.start <= 4
    return opens or block.kind in (BlockKind.HEADING, BlockKind.CELL, BlockKind.BOX)


def empty_links(draft: Draft, hits: Sequence[Hit]) -> Iterator[Span]:
    """Give links without an address, and words that tell to click where nothing is linked."""
    if draft.document.format != "markdown":
        return
    for block in draft.document.blocks:
        for mark in block.marks:
            if mark.kind is MarkKind.LINK and (mark.target or "").strip() in {"", "#"}:
                yield mark.span
    for hit in hits:
        if hit.phrase in _CLICK and not _is_answered(draft, hit.span):
            yield hit.span


def names_without_link(draft: Draft) -> Iterator[Span]:
    """Give the items that are a name in brackets alone, and the footnotes that are not there."""
    document = draft.document
    if document.format != "markdown" or "[" not in draft.text:
        return
    places = {span.start for span in (place.span for place in draft.open_places)}
    for block in document.blocks:
        if block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
            continue
        last = draft.text.rfind("[", block.span.start, block.span.end)
        alone = _BRACKETED.fullmatch(draft.text, last, block.span.end) if last >= 0 else None
        if alone is None or last in places or draft.outline.role(block) in _QUIET:
            continue
        before = draft.text[max(block.span.start, last - 60) : last]
        titled = sum(word[:1].isupper() for word in alone["name"].split()) > 1
        if (block.kind is BlockKind.ITEM and not before and titled) or _LINKED_HERE.search(before):
            yield Span(last, last + len(alone["name"]) + 2)


def lost_footnotes(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Give the marks of footnotes that no footnote answers."""
    if "[^" not in draft.text:
        return
    marks = list(_FOOTNOTE.finditer(draft.text))
    there = {mark[1] for mark in marks if mark["defines"]}
    for mark in marks:
        if not mark["defines"] and mark[1] not in there:
            there.add(mark[1])
            if not draft.in_code(Span(*mark.span())):
                yield mark[1], Span(*mark.span())


def _is_prose(draft: Draft, offset: int) -> bool:
    block = draft.document.block_at(offset)
    if block.kind in (BlockKind.HEADING, BlockKind.CODE):
        return False
    return draft.outline.role(block) not in _QUIET


def _is_answered(draft: Draft, span: Span) -> bool:
    """Tell whether the sentence of a place, or what follows it, holds a link or an address."""
    sentence = draft.sentence_at(span.start)
    around = Span(sentence.start, min(len(draft.text), sentence.end + _FOLLOWS))
    written = draft.words.folded[around.start : around.end]
    return draft.links.meets(around) or "http" in written or "www." in written
