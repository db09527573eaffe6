"""Which parts of the topics a draft addresses it does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Scanner, words_of
from clausewright.lint_rules.profile import Part, load_parts
from clausewright.lint_rules.wanted_topics import profile_of
from clausewright.model.document import Section
from clausewright.model.facts import Topic
from clausewright.model.span import Span

LARGEST_SECTION = 4_000
"""Code points up to which a section is read as a whole around a passage."""

NEIGHBOURS = 1
"""Blocks read before and after a passage in a larger section."""


def missing_parts(draft: Draft) -> Iterator[tuple[Topic, tuple[Part, ...]]]:
    """Give each topic of the draft with the parts its profile lists and the draft does not tell."""
    profile = profile_of(draft)
    if profile is None:
        return
    known = load_parts()
    for wanted in profile.wanted:
        topic = draft.topics.get(wanted.topic)
        if topic is None or topic.by_reference or not wanted.parts:
            continue
        parts = [part for part in known[wanted.topic] if part.key in wanted.parts]
        places = _places(draft, topic)
        missing = tuple(part for part in parts if not _told(draft, topic.id, part, places))
        if missing:
            yield topic, missing


def _places(draft: Draft, topic: Topic) -> list[Span]:
    """Give the blocks to look at: those of the passages and what stands around them."""
    document = draft.document
    chosen: set[int] = set()
    for passage in (topic.span, *topic.passages):
        block = document.block_at(passage.start)
        section = document.section_of(block)
        first, end = block.index - NEIGHBOURS, block.index + NEIGHBOURS + 1
        if section is not None and _length(draft, section) <= LARGEST_SECTION:
            first, end = section.heading, section.end_block
        chosen.update(range(max(0, first), min(end, len(document.blocks))))
    return [document.blocks[index].span for index in sorted(chosen)]


def _length(draft: Draft, section: Section) -> int:
    blocks = draft.document.blocks
    return blocks[section.end_block - 1].span.end - blocks[section.heading].span.start


def _told(draft: Draft, topic: str, part: Part, places: list[Span]) -> bool:
    if part.metrics and any(metric.name in part.metrics for metric in draft.metrics):
        return True
    if part.quantities and any(
        quantity.dimension in part.quantities
        for place in places
        for quantity in draft.quantities_in(place)
    ):
        return True
    if part.date and any(date.span.start in place for date in draft.dates for place in places):
        return True
    text = "\n".join(draft.document.text_of(place) for place in places)
    return part.key in _scanner(topic).scan(words_of(text))


@cache
def _scanner(topic: str) -> Scanner:
    """Build the scanner for the phrases of the parts of one topic."""
    return Scanner({part.key: part.phrases for part in load_parts()[topic]})
