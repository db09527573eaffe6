"""``limit``: how long a document, a section or a sentence may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit
from clausewright.lint_rules.length import over_long_sentence
from clausewright.lint_rules.length.prose import word_count
from clausewright.lint_rules.pack_kinds.kind import Frame, Kind
from clausewright.lint_rules.rule import Finding
from clausewright.model.document import BlockKind


@dataclass(frozen=True)
class Limit:
    """The most printed pages of the body, words under one heading, or words of a sentence."""

    document_pages: float | None = None
    section_words: int | None = None
    sentence_words: int | None = None

    def __post_init__(self) -> None:
        """Refuse a limit that nothing could keep."""
        for value in (self.document_pages, self.section_words, self.sentence_words):
            if value is not None and value <= 0:
                raise ValueError(f"a limit is a number above 0, not {value}")


def check(
    frame: Frame,
    draft: Draft,
    options: Limit,
    hits: tuple[Hit, ...],  # noqa: ARG001
) -> Iterator[Finding]:
    """Speak of what is above each limit that is set."""
    if options.document_pages is not None and draft.pages.body > options.document_pages:
        count, limit = f"{draft.pages.body:g} pages", f"{options.document_pages:g}"
        yield Finding(None, frame.told(what="this document", count=count, limit=limit))
    if options.section_words is not None:
        yield from _sections(frame, draft, options.section_words)
    if options.sentence_words is not None:
        yield from _sentences(frame, draft, options.sentence_words)


def _sections(frame: Frame, draft: Draft, limit: int) -> Iterator[Finding]:
    """Count the words under each heading; those of its subsections are theirs."""
    words: Counter[int] = Counter()
    for block in draft.document.blocks:
        section = draft.document.section_of(block)
        if section is not None and block.kind is not BlockKind.HEADING:
            words[section.index] += word_count(draft, block.span)
    for section in draft.document.sections:
        count = words[section.index]
        if count > limit:
            told = frame.told(what="this section", count=f"{count} words", limit=limit)
            yield Finding(section.title_span, told)


def _sentences(frame: Frame, draft: Draft, limit: int) -> Iterator[Finding]:
    """Measure as LEN003 does: the items of a list inside a sentence are read one at a time."""
    for sentence, count in over_long_sentence.long_sentences(draft, limit):
        told = frame.told(what="this sentence", count=f"{count} words", limit=limit)
        yield Finding(sentence, told)


KIND = Kind(
    given="limit",
    options=Limit,
    check=check,
    message="{what} runs to {count}, above the limit of {limit}",
    blanks=("what", "count", "limit"),
)
