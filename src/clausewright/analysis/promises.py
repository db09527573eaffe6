"""What the text points at by its kind and does not hold: material for hints.

"The formula below", "the targets stated above" and "the penalties outlined in this agreement" name
no section, so that only a look for things of that kind tells whether they are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from clausewright.analysis.numbering import normal
from clausewright.analysis.outline import Role
from clausewright.analysis.reference_forms import ATTACHMENT_WORDS
from clausewright.analysis.scan import Hit, fold, readings
from clausewright.analysis.span_index import SpanIndex
from clausewright.model.document import BlockKind
from clausewright.model.facts import Reference, ReferenceKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_SAID: Final = "{listed|stated|shown|given|set out|set forth|described|specified|defined|provided|}"
_FORMULAS: Final = (
    f"{{formula|equation}} {_SAID} {{below|above}}",
    "following {formula|equation}",
)
_CONTACTS: Final = (
    f"{{contacts|contact details|contact information|phone numbers}} {_SAID} {{below|above}}",
    f"{{numbers|addresses|email addresses|e-mail addresses}} {_SAID} {{below|above}}",
    "following {contacts|contact details|phone numbers|numbers|addresses|email addresses}",
)
_TARGETS: Final = (
    (
        "{targets|levels|times|commitments|objectives|goals|metrics|thresholds} "
        "{listed|stated|shown|given|set out|set forth|described|specified|defined} {below|above}"
    ),
)
_DEFINITIONS: Final = (
    "{definitions|glossary|defined terms} {below|above}",
    "{definitions|glossary} at the {end|bottom|back} of {this|the} {document|agreement|sla}",
    "{definitions|glossary} at the {end|bottom|back}",
)
PLACED_PHRASES: Final = (*_FORMULAS, *_CONTACTS, *_TARGETS, *_DEFINITIONS)
HERE_PHRASES: Final = (
    (
        "{outlined|defined|specified|set out|set forth|described|stated|agreed|listed|detailed} "
        "{in|under|by} {this sla|the sla|this document|this agreement|this service level agreement}"
    ),
)
PHRASES: Final = (*PLACED_PHRASES, *HERE_PHRASES)
_FORMULA_SIGNS = regex(
    r"[=\u00f7\u00d7]|\bdivided by\b|\$\$|\b(?:minus|multiplied|times 100|x 100)\b"
)
_CONTACT_SIGNS = regex(r"@|\+?\d[\d ().-]{6,}\d|https?:|www\.|\bext(?:ension)?\b")
_DEFINES = regex(r"\b(?:means?|defin\w+|refers to|glossary)\b")
_SUBJECT = regex(
    r"(?<![\w-])(?P<what>(?:[a-z][a-z-]+\s(?:(?:and|or|of|and/or)\s)?){0,2}"
    r"(?P<head>measures|penalt(?:y|ies)|incentives?|credits?|remed(?:y|ies)|procedures?|process(?:es)?"
    r"|standards|times|targets|metrics|hours|fees|charges|exclusions|exceptions|reports?|levels"
    r"|responsibilities|methods?|criteria|consequences|contacts?|channels?|thresholds?|windows?|goals"
    r"|polic(?:y|ies)|requirements|guidelines|schedules?|priorities|deadlines|limits?|formulas?|rates?"
    r"|bonus(?:es)?|protocols?|steps|plans?|roles|tools|tests|controls))"
    r"\s(?:(?:as|are|is|that\sare|which\sare)\s)?$"
)
_IDLE: Final = frozenset(
    """manage ensure including within under every these those their other which relevant applicable
    according service services defined agreed specific various implement follow adhere comply meet
    report reports contact contacts""".split()
)
_WORD_STEM: Final = 6  # letters in which two forms of a word are equal
_LONG: Final = 5
_NUMBER = regex(
    r" (?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?=[\s,;)]|\.\s|\.?$)(?!\s?(?:%|[a-z]+ (?:hours|days)))"
)
_MOST_BEYOND: Final = 6
_FEWEST: Final = 3
_PLAIN = frozenset(("section", "clause", "paragraph", "article"))
_QUIET = frozenset((Role.CONTENTS, Role.CODE, Role.SIGNATURE, Role.TITLE))


def misplaced_kinds(draft: Draft, hits: Sequence[Hit]) -> Iterator[Span]:
    """Give the words that place a formula, contacts, targets or definitions where none are."""
    for hit in hits:
        held = next((held for phrases, held in _HOLDS if hit.phrase in readings(phrases)), None)
        block = draft.document.block_at(hit.span.start)
        if held is None or block.kind is BlockKind.HEADING or draft.outline.role(block) in _QUIET:
            continue
        above = hit.phrase.endswith(" above")
        side = Span(0, hit.span.start) if above else Span(hit.span.end, len(draft.text))
        if not held(draft, side):
            yield hit.span


def _holds_formula(draft: Draft, side: Span) -> bool:
    if any(mark in draft.document.source for mark in ("![", "<img", "<math")):
        return True
    return _FORMULA_SIGNS.search(draft.text, side.start, side.end) is not None


def _holds_contact(draft: Draft, side: Span) -> bool:
    if draft.links.meets(side):
        return True
    return _CONTACT_SIGNS.search(draft.text, side.start, side.end) is not None


def _holds_target(draft: Draft, side: Span) -> bool:
    if any(mark in draft.document.source for mark in ("![", "<img")):
        return True
    inside = (one for one in draft.metrics if side.start <= one.span.start < side.end)
    return any(one.target is not None for one in inside) or any(
        side.start <= table.rows[0][0].span.start < side.end for table in draft.tables
    )


def _holds_definition(draft: Draft, side: Span) -> bool:
    if any(side.start <= term.span.start < side.end for term in draft.terms):
        return True
    return _DEFINES.search(draft.words.folded, side.start, side.end) is not None


_HOLDS: Final[tuple[tuple[tuple[str, ...], Callable[[Draft, Span], bool]], ...]] = (
    (_FORMULAS, _holds_formula),
    (_CONTACTS, _holds_contact),
    (_TARGETS, _holds_target),
    (_DEFINITIONS, _holds_definition),
)


def unspoken_subjects(draft: Draft, hits: Sequence[Hit]) -> Iterator[tuple[str, Span]]:
    """Give what is said to be set out in this document, where no other sentence names it."""
    wanted = readings(HERE_PHRASES)
    found = [hit for hit in hits if hit.phrase in wanted]
    if not found:
        return
    sentences = [draft.sentence_at(hit.span.start) for hit in found]
    own = SpanIndex(sentences)
    elsewhere: dict[str, bool] = {}
    for hit, sentence in zip(found, sentences, strict=True):
        before = draft.text[max(sentence.start, hit.span.start - 80) : hit.span.start]
        subject = _SUBJECT.search(before)
        if subject is None:
            continue
        words = subject["what"].split()
        telling = [word for word in words if len(word) >= _LONG and word not in _IDLE][-2:]
        for stem in map(_stem, telling):
            if stem not in elsewhere:
                elsewhere[stem] = _is_elsewhere(draft, stem, own)
        if telling and not any(elsewhere[_stem(word)] for word in telling):
            said = " ".join(words[words.index(telling[0]) :])
            start = hit.span.start - len(before) + subject["what"].index(telling[0])
            yield said, Span(start + subject.start("what"), hit.span.end)


def _stem(word: str) -> str:
    return fold(word)[:_WORD_STEM].rstrip("s")


def _is_elsewhere(draft: Draft, stem: str, but: SpanIndex) -> bool:
    """Tell whether a word of a stem stands outside some sentences."""
    folded = draft.words.folded
    at = folded.find(stem)
    while at >= 0:
        if not folded[at - 1 : at].isalpha() and not but.meets(Span(at, at + 1)):
            return True
        at = folded.find(stem, at + 1)
    return False


def bare_numbers(draft: Draft, naming: Sequence[Hit]) -> Iterator[tuple[str, Span]]:
    """Give the numbers after "set out in" that no part carries, where parts carry such numbers."""
    carried = {*draft.numbering.sections, *draft.numbering.blocks}
    if not any("." in number for number in carried):
        return
    for hit in naming:
        found = _NUMBER.match(draft.text, hit.span.end)
        if found is None or normal(found["number"]) in carried:
            continue
        if draft.text.count(found["number"]) == 1:
            yield found["number"], Span(found.start("number"), found.end("number"))


def beyond_the_last(draft: Draft) -> Iterator[Reference]:
    """Give the references to a whole number beyond the items of the one list that is counted."""
    if draft.numbering.sections or draft.numbering.is_absent:
        return
    counted = [
        int(number)
        for block in draft.document.blocks
        if (number := (block.number or block.marker or "").strip(".()")).isdigit()
    ]
    if len(counted) < _FEWEST or counted[0] != 1:
        return
    for reference in draft.references:
        if reference.word not in _PLAIN or not reference.number.isdigit() or reference.resolved:
            continue
        if max(counted) < int(reference.number) <= max(counted) + _MOST_BEYOND:
            yield reference


def misnamed_attachments(draft: Draft) -> Iterator[tuple[Reference, str]]:
    """Give "this Exhibit B" where it stands in Exhibit A, with the name of the latter."""
    for reference in draft.references:
        if reference.kind is not ReferenceKind.SELF or not reference.number:
            continue
        own = draft.document.attachment_of(draft.document.block_at(reference.span.start))
        if own is None or own.number is None or own.kind.lower() != reference.word:
            continue
        if reference.word in ATTACHMENT_WORDS and normal(own.number) != normal(reference.number):
            yield reference, f"{own.kind} {own.number}"
