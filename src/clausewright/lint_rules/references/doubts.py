"""Hints on what may lead nowhere: numbers, titles, figures, links and what is only spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis import pointers, promises
from clausewright.analysis.announcements import table_is_missing
from clausewright.analysis.draft import Draft
from clausewright.analysis.numbering import normal
from clausewright.analysis.reference_doubts import (
    STATED_PHRASES,
    TITLED_PHRASES,
    absent_levels,
    lone_letters,
    misplaced_subjects,
    numbered_by_a_list,
    unknown_titles,
)
from clausewright.analysis.scan import readings
from clausewright.lint_rules.rule import Finding, Hit
from clausewright.model.facts import ReferenceKind
from clausewright.model.finding import Severity

_DRAWING_PHRASES = (
    "{chart|figure|diagram|graph|matrix} {below|above}",
    "following {chart|figure|diagram|graph|matrix}",
)
PHRASES = (
    *_DRAWING_PHRASES,
    *TITLED_PHRASES,
    *STATED_PHRASES,
    *pointers.PHRASES,
    *promises.PHRASES,
)
_DRAWINGS, _TITLED, _STATED = (
    readings(phrases) for phrases in (_DRAWING_PHRASES, TITLED_PHRASES, STATED_PHRASES)
)


def doubts(draft: Draft, hits: tuple[Hit, ...], told: set[str]) -> Iterator[Finding]:
    """Give hints on what may lead nowhere; ``told`` are the numbers that are told for sure."""
    info = Severity.INFO
    unread = draft.numbering.is_absent  # then all numbers may be those of another document
    for reference in () if unread else draft.references:
        number = normal(reference.number)
        lost = reference.kind is ReferenceKind.SECTION and not reference.resolved
        if lost and reference.number[0].isdigit() and "." in number and number not in told:
            told.add(number)
            name = f"{reference.word} {reference.number}"
            yield Finding(
                reference.span, f"no part is seen to be {name}: is it here?", severity=info
            )
    for reference in (
        *numbered_by_a_list(draft),
        *lone_letters(draft),
        *promises.beyond_the_last(draft),
    ):
        name = f"{reference.word} {reference.number}"
        yield Finding(reference.span, f"no part is seen to be {name}: is it here?", severity=info)
    yield from _pointers(draft, hits)
    yield from _promises(draft, hits)
    for title, span in unknown_titles(draft, tuple(h for h in hits if h.phrase in _TITLED)):
        yield Finding(span, f'no part of the document is called "{title}"', severity=info)
    for reference, what in misplaced_subjects(draft):
        message = (
            f'{reference.word} {reference.number} does not speak of "{what}": is it the right one?'
        )
        yield Finding(reference.span, message, severity=info)
    for span in absent_levels(draft, tuple(h for h in hits if h.phrase in _STATED)):
        yield Finding(span, "the text says that these are stated, and none is found", severity=info)


def _pointers(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Give hints on titles, figures, links and footnotes that are pointed at and not there."""
    info = Severity.INFO
    for title, span in pointers.unnamed_parts(draft, hits):
        yield Finding(span, f'no part of the document is called "{title}"', severity=info)
    for name, span in pointers.unnumbered_figures(draft, hits):
        yield Finding(span, f"nothing in the document is labelled {name}", severity=info)
    for span in pointers.empty_links(draft, hits):
        said = "the text tells to follow a link, and there is none"
        yield Finding(span, said, help="Give the link its address.", severity=info)
    for hit in hits:
        drawn = hit.phrase in _DRAWINGS and draft.document.format != "text"
        if drawn and table_is_missing(draft, hit.span):
            yield Finding(hit.span, f'there is no "{hit.phrase}"', severity=info)
    bracketed = list(pointers.names_without_link(draft))
    if bracketed:
        more = f" (and {len(bracketed) - 1} more)" if len(bracketed) > 1 else ""
        message = f"these brackets are a link without an address, or a place to fill in{more}"
        mend = "Give the link its address, or fill the place in."
        yield Finding(bracketed[0], message, help=mend, severity=info)
    for mark, span in pointers.lost_footnotes(draft):
        yield Finding(span, f'there is no footnote "{mark}"', severity=info)


def _promises(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Give hints on what the text names by its kind or bare number, and does not hold."""
    info = Severity.INFO
    for span in promises.misplaced_kinds(draft, hits):
        words = " ".join(draft.document.text_of(span).split())
        yield Finding(span, f'"{words}": nothing of the kind stands there', severity=info)
    for what, span in promises.unspoken_subjects(draft, hits):
        message = f'"{what}" is said to stand in this document, and nothing else names it'
        yield Finding(span, message, severity=info)
    for number, span in promises.bare_numbers(
        draft, [hit for hit in hits if hit.phrase in pointers.NAMING]
    ):
        yield Finding(span, f"no part is seen to be {number}: is it here?", severity=info)


def misnamed(draft: Draft) -> Iterator[Finding]:
    """Give hints on attachments that call themselves by the number of another one."""
    for reference, own in promises.misnamed_attachments(draft):
        name = f"{reference.word} {reference.number}"
        yield Finding(reference.span, f'"this {name}" stands in {own}', severity=Severity.INFO)
