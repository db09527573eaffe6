"""Where a rule of a pack looks: operative text, headings, definitions, the sections of a topic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.lint_rules.wording.context import operative
from clausewright.model.document import Block, Section
from clausewright.model.facts import Topic
from clausewright.model.span import Span

WHOLE = 0.5
"""The share of a document from which a section is its frame, not one of its parts."""


class Where(StrEnum):
    """A part of a draft that a rule looks at."""

    TEXT = "text"  # operative text and definitions
    OPERATIVE = "operative text"
    DEFINITIONS = "definitions"
    RECITALS = "recitals"
    HEADINGS = "headings"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a rule looks: in one of the parts and, where topics are named, in their sections."""

    where: tuple[Where, ...]
    topics: tuple[str, ...] = ()

    def of(self, draft: Draft) -> Callable[[Span], bool]:
        """Give what tells whether words of a draft are in this scope."""
        extents = _merged(_extents(draft, self.topics)) if self.topics else None

        def holds(span: Span) -> bool:
            if extents is not None:
                at = bisect_right(extents, span.start, key=lambda extent: extent.start) - 1
                if at < 0 or not extents[at].contains(span):
                    return False
            block = draft.document.block_at(span.start)
            return any(_stands(draft, block, span, where) for where in self.where)

        return holds


def _merged(extents: Iterable[Span]) -> list[Span]:
    """Give extents in order, those that touch made one."""
    merged: list[Span] = []
    for extent in sorted(extents):
        if merged and extent.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, extent.end))
        else:
            merged.append(extent)
    return merged


def _stands(draft: Draft, block: Block, span: Span, where: Where) -> bool:
    if where is Where.EVERYWHERE:
        return True
    role = draft.outline.role(block)
    if where is Where.RECITALS:
        return role is Role.RECITAL
    if where is Where.HEADINGS:
        return role is Role.TITLE or _in_title(draft, block, span)
    if where is Where.DEFINITIONS:
        return role is Role.DEFINITION
    return operative(draft, block, span) or (where is Where.TEXT and role is Role.DEFINITION)


def _in_title(draft: Draft, block: Block, span: Span) -> bool:
    section = draft.document.section_of(block)
    return section is not None and section.run_in and section.title_span.contains(span)


def _extents(draft: Draft, topics: tuple[str, ...]) -> Iterator[Span]:
    """Give the passages on topics and the sections that are about one."""
    for name in topics:
        topic = draft.topics.get(name)
        if topic is not None:
            yield from (topic.span, *topic.passages)
            yield from _sections(draft, topic)


def _sections(draft: Draft, topic: Topic) -> Iterator[Span]:
    document = draft.document
    found: dict[int, Section] = {}
    for passage in (topic.span, *topic.passages):
        block = document.block_at(passage.start)
        section = document.section_of(block)
        if section is not None and (passage == topic.span or section.heading == block.index):
            found[section.index] = section
    for section in found.values():
        blocks = document.blocks[section.heading : section.end_block]
        if len(blocks) > WHOLE * len(document.blocks):
            blocks = tuple(one for one in blocks if document.section_of(one) is section)
        if blocks and len(blocks) <= WHOLE * len(document.blocks):
            yield Span(blocks[0].span.start, blocks[-1].span.end)
        else:
            yield from (block.span for block in blocks)
