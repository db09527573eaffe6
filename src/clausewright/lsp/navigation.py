"""Around defined terms and cross-references: definition, uses, hover, rename."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.model.document import Document, Section
from clausewright.model.facts import Reference, ReferenceKind, Term
from clausewright.model.finding import LocatedFinding
from clausewright.model.span import Span

_HOVER_WORDS = 120


@dataclass(frozen=True, slots=True)
class Symbol:
    """What stands at a place: a defined term or a cross-reference, and its own span."""

    span: Span
    term: Term | None = None
    reference: Reference | None = None


def symbol_at(draft: Draft, offset: int) -> Symbol | None:
    """Give the term or reference at a text offset; the smaller one where both stand there."""
    found = [
        Symbol(span, term=term)
        for term in draft.terms
        for span in (term.span, *term.uses)
        if span.start <= offset <= span.end
    ]
    found.extend(
        Symbol(one.span, reference=one)
        for one in draft.references
        if one.span.start <= offset <= one.span.end
    )
    return min(found, key=lambda symbol: len(symbol.span), default=None)


def definition(draft: Draft, symbol: Symbol) -> Span | None:
    """Give where a term is defined, or the title of the section or attachment referred to."""
    if symbol.term is not None:
        return symbol.term.span
    reference = symbol.reference
    if reference is None or reference.target is None:
        return None
    return _target(draft.document, reference)


def _target(document: Document, reference: Reference) -> Span | None:
    if reference.target is None:
        return None
    if reference.kind is ReferenceKind.ATTACHMENT:
        return document.blocks[document.attachments[reference.target].first_block].span
    return document.sections[reference.target].title_span


def occurrences(draft: Draft, symbol: Symbol) -> tuple[Span, ...]:
    """Give the definition and all uses of a term, or all references to the same target."""
    if symbol.term is not None:
        return (symbol.term.span, *symbol.term.uses)
    wanted = symbol.reference
    if wanted is None:
        return ()
    same = (
        one.span
        for one in draft.references
        if one == wanted
        or (one.target is not None and (one.kind, one.target) == (wanted.kind, wanted.target))
    )
    return tuple(same)


def hover_text(draft: Draft, symbol: Symbol) -> str | None:
    """Give the definition of a term or the opening words of the section referred to."""
    if symbol.term is not None:
        meaning = symbol.term.meaning or draft.sentence_at(symbol.term.span.start)
        return f"**{symbol.term.name}**: {_cut(draft.document.text_of(meaning))}"
    reference = symbol.reference
    if reference is None or reference.target is None:
        return None
    document = draft.document
    if reference.kind is ReferenceKind.ATTACHMENT:
        attachment = document.attachments[reference.target]
        name = f"{attachment.kind} {attachment.number or ''}".strip()
        return f"**{name}** {attachment.title}".strip()
    section = document.sections[reference.target]
    return f"**{section.number or ''} {section.title}**\n\n{_cut(_text_of(document, section))}"


def _text_of(document: Document, section: Section) -> str:
    blocks = document.blocks[section.heading : section.end_block]
    if len(blocks) > 1 and not section.run_in:
        blocks = blocks[1:]
    return "\n\n".join(document.text_of(block.span) for block in blocks)


def _cut(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _HOVER_WORDS else " ".join(words[:_HOVER_WORDS]) + " …"


def finding_page(finding: LocatedFinding) -> str:
    """Give what a finding says and how to mend it."""
    return f"**{finding.code} {finding.name}**: {finding.message}\n\n{finding.help}"


def rename(draft: Draft, term: Term, new_name: str) -> tuple[tuple[Span, str], ...]:
    """Give the edits that rename a defined term everywhere it stands.

    A use in another form keeps its form: a plural or possessive ending, or capitals throughout.
    Markup inside a use stays as it is: word takes the place of word around it.
    """
    document = draft.document
    edits: list[tuple[Span, str]] = []
    for span in (term.span, *term.uses):
        name = _in_form_of(document.text_of(span), term.name, new_name)
        edits += _dealt(name, document, tuple(_without_markup(document, span)))
    return tuple(edits)


def _dealt(name: str, document: Document, stretches: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Deal the words of a name out to stretches: as many to each as it holds, the rest to the last.

    White space around the words of a stretch stays as it stands in the source.
    """
    words = name.split()
    for at, stretch in enumerate(stretches):
        held = document.text_of(stretch).split()
        count = len(words) if at == len(stretches) - 1 else len(held)
        own, words = words[:count], words[count:]
        yield stretch, " ".join(own)


def _without_markup(document: Document, span: Span) -> Iterator[Span]:
    """Give the stretches of a span between which markup stands in the source, words only."""
    start = span.start
    for at in range(span.start + 1, span.end + 1):
        if at == span.end or document.source_offset(at) != document.source_offset(at, end=True):
            text = document.text_of(Span(start, at))
            if text.strip():
                yield Span(at - len(text.lstrip()), start + len(text.rstrip()))
            start = at


def _in_form_of(written: str, name: str, new_name: str) -> str:
    if written.isupper() and not name.isupper():
        return new_name.upper()
    flat = " ".join(written.split())
    if flat == name or not flat.startswith(name):
        return _plural(new_name) if flat == _plural(name) else new_name
    ending = flat[len(name) :]
    return _plural(new_name) if ending in {"s", "es"} else new_name + ending


def _plural(name: str) -> str:
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "x", "ch", "sh")) else "s")
