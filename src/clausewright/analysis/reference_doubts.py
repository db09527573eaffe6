"""References that seem to lead nowhere, where doubt remains: material for hints.

A part named by a title ("the 'Support Plans' section") that no heading carries, and levels that the
text says are stated although none of their kind is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.numbering import normal
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import fold
from clausewright.analysis.term_uses import stem
from clausewright.model.document import BlockKind
from clausewright.model.facts import Reference, ReferenceKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft
    from clausewright.analysis.scan import Hit

TITLED_PHRASES = ("{section|chapter|heading|paragraph|table|appendix|schedule}", "{below|above}")
STATED_PHRASES = (
    "{stated|specified|defined|given|listed|outlined|described|agreed} {response|resolution} times",
    "{stated|specified|defined|given|listed|outlined|agreed} response and resolution {time|times}",
    "{response|resolution} times {stated|specified|defined|given|listed|outlined} {in|below|above}",
    "{performance metrics|service levels|uptime|availability} {targets|levels|commitments}",
)
_TITLE_BEFORE = regex(
    r"(?:the|our|in|see|under)\s[\"\u201c'\u2018*_]{1,2}(?P<title>[A-Z][^\"\u201c\u201d'\u2019*_\n]{2,50}?)"
    r"[\"\u201d'\u2019*_]{1,2}\s$"
)
_NAMED_BEFORE = regex(
    r"(?:\b(?:in|see|under|per|to)\s(?:the\s)?)(?P<title>[A-Z][\w-]+(?:\s[A-Z][\w-]+){1,4})\s$"
)
_OF_ANOTHER = regex(r",?\s(?:of|on|in|under|available|at|within)\s(?!this\b)")
_SAYS = regex(
    r"(?P<what>[A-Za-z][\w' -]{3,60}?),?\s(?:as\s|are\s|is\s)?(?:described|defined|outlined"
    r"|specified|set\s(?:out|forth)|listed|detailed|stated|given)\s(?:in|under|by)\s\(?$"
)
_LETTER = regex(r"\([a-z]{1,4}\)")
_AND_MORE = regex(r",?\s(?:and|or|to)\s\d|,\s\d")
_EMPTY = frozenset(
    ("terms", "those", "these", "their", "other", "which", "manner", "extent", "shall", "where",
     "unless", "otherwise", "except", "expressly", "times", "following", "conditions", "cases",
     "circumstances", "purposes", "above", "below", "further", "agreement", "party", "parties")
)  # fmt: skip
"""Words that say nothing of what a section is about."""
_QUIET = frozenset((Role.CONTENTS, Role.CODE, Role.SIGNATURE, Role.TITLE))
_LABEL = 60  # code points of a line that may name what follows
_WORD = 4  # letters from which the stem of a word tells one title from another


def unknown_titles(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[tuple[str, Span]]:
    """Give the titles by which parts of this document are named, where none is called so."""
    if not draft.document.sections:
        return
    names = names_of_parts(draft)
    for hit in hits:
        block = draft.document.block_at(hit.span.start)
        if block.kind in (BlockKind.HEADING, BlockKind.CODE) or draft.outline.role(block) in _QUIET:
            continue
        start = max(block.span.start, hit.span.start - 70)
        before = draft.text[start : hit.span.start]
        pointed = hit.phrase in {"below", "above"}
        found = (_NAMED_BEFORE if pointed else _TITLE_BEFORE).search(before)
        if found is None or _OF_ANOTHER.match(draft.text, hit.span.end):
            continue
        if not is_called(found["title"], names):
            yield found["title"], Span(start + found.start("title"), hit.span.end)


def names_of_parts(draft: Draft) -> tuple[str, ...]:
    """Give all that a part of the document is called by, folded: titles, cells, bold labels."""
    document = draft.document
    names = [section.title for section in document.sections]
    names += [attachment.title for attachment in document.attachments]
    for block in document.blocks:
        names += [document.text_of(mark.span) for mark in block.marks]
        written = document.text_of(block.span)
        label = len(written) < _LABEL and not written.rstrip().endswith((".", ";"))
        if label or block.kind in (BlockKind.CELL, BlockKind.HEADING):
            names.append(written)
    return tuple(" ".join(stem(fold(name)).split()) for name in names)


def is_called(title: str, names: tuple[str, ...]) -> bool:
    """Tell whether some part is called by all the longer words of a title."""
    words = [word for word in stem(fold(title)).split() if len(word) >= _WORD]
    return any(all(word in name for word in words) for name in names)


def absent_levels(draft: Draft, hits: tuple[Hit, ...]) -> Iterator[Span]:
    """Give the words that say a response or resolution time is stated, where none is."""
    held = {metric.name for metric in draft.metrics if metric.target is not None}
    for hit in hits:
        wanted = [f"{kind} time" for kind in ("response", "resolution") if kind in hit.phrase]
        if wanted:
            if any(name not in held for name in wanted):
                yield hit.span
        elif not held:
            yield hit.span


def misplaced_subjects(draft: Draft) -> Iterator[tuple[Reference, str]]:
    """Give the references to a section for something that it does not name."""
    document = draft.document
    for reference in draft.references:
        if reference.kind is not ReferenceKind.SECTION or reference.target is None:
            continue
        start = reference.span.start
        found = _SAYS.search(draft.text, max(0, start - 110), start)
        if found is None:
            continue
        section = document.sections[reference.target]
        first, last = document.blocks[section.heading], document.blocks[section.end_block - 1]
        if first.span.start <= start <= last.span.end:
            continue
        words = [word for word in fold(found["what"]).split()[-3:] if len(word) >= _LONG]
        held = draft.words.folded[first.span.start : last.span.end]
        telling = [word for word in words if word not in _EMPTY]
        if not telling or any(word[:_LONG] in held for word in telling):
            continue
        if len(telling) > 1 or _is_titled(draft, telling[0], reference):
            yield reference, " ".join(words)


def _is_titled(draft: Draft, word: str, reference: Reference) -> bool:
    """Tell whether the word is in the title of another section than the one referred to.

    A reference to several sections, or to a part of the section of that title, may be right.
    """
    if reference.target is None or _AND_MORE.match(draft.text, reference.span.end):
        return False
    sections = draft.document.sections
    own = {reference.target}
    above = sections[reference.target].parent
    while above is not None:
        own.add(above)
        above = sections[above].parent
    titled = [one.index for one in sections if word[:_LONG] in fold(one.title)]
    return bool(titled) and own.isdisjoint(titled)


def numbered_by_a_list(draft: Draft) -> Iterator[Reference]:
    """Give the references to "section 2" where only the items of a list are numbered."""
    if draft.numbering.sections or len(draft.document.sections) < _SEVERAL:
        return
    for reference in draft.references:
        if reference.word == "section" and reference.number.isdigit():
            block = draft.numbering.blocks.get(normal(reference.number))
            listed = block is not None and draft.document.blocks[block].kind is BlockKind.ITEM
            if listed and reference.target is not None:
                yield reference


def lone_letters(draft: Draft) -> Iterator[Reference]:
    """Give the references to a letter in brackets that stands nowhere else."""
    lettered = [
        reference
        for reference in draft.references
        if reference.kind is ReferenceKind.SECTION and reference.number.startswith("(")
    ]
    if not lettered:
        return
    written = Counter(_LETTER.findall(draft.text))
    labels = {block.number for block in draft.document.blocks}
    for reference in lettered:
        if written[reference.number] == 1 and reference.number.strip("()") not in labels:
            yield reference


_SEVERAL = 3
_LONG = 5  # letters of a word that its inflections share
