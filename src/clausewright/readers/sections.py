"""The tree of sections: how deep each heading stands, where its section ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clausewright.model.document import Attachment, Section
from clausewright.model.span import Span
from clausewright.readers.assembly import RawBlock
from clausewright.readers.labels import Label, LabelStyle

_ARTICLE_STYLES = frozenset((LabelStyle.ARTICLE, LabelStyle.UPPER_ROMAN))


class Head(NamedTuple):
    """A heading or a run-in title. ``level`` is what the format states, else 0."""

    block: int
    level: int
    title: Span | None
    number: str | None
    label: Label | None
    path: str | None
    run_in: bool
    opening: bool


@dataclass
class _Levels:
    """Gives each heading its level, from what the format states and from the numbering."""

    sections_in_articles: bool  # "Article II" holds "1.", not "2.1"
    stated: int = 0  # level of the last heading whose level the format states
    numbered: int = 0  # level of the last numbered heading
    clause: int = 0  # level of the last heading with a number, not a letter
    deepest_number: int = 0  # parts of the last decimal number

    def level(self, head: Head) -> int:
        """Give the level of the next heading."""
        if head.level:
            self.stated, self.numbered = head.level, 0
            self.clause = head.level if head.label is not None and head.label.parts else 0
            self.deepest_number = len(head.label.parts) if head.label else 0
            return head.level
        base = self.stated + 1 if self.stated else 1
        if head.opening:
            self.numbered = self.clause = 0
            return max(1, self.stated)
        if head.label is None:
            return max(base, self.numbered + 1 if head.run_in and self.numbered else base)
        level = self._labelled(head.label, base, (head.path or "").count("("))
        self.numbered = level
        if head.label.parts or head.label.style in _ARTICLE_STYLES:
            self.clause = level
        return level

    def _labelled(self, label: Label, base: int, letters: int) -> int:
        if label.style in _ARTICLE_STYLES and not label.brackets:
            return base
        if label.parts:
            parts = label.parts if label.parts[-1] else label.parts[:-1]  # 7.0 heads 7.1
            depth = max(0, len(parts) + len(label.brackets) - 1)
            if self.stated and self.deepest_number:
                return max(1, self.stated + depth + 1 - self.deepest_number)
            return base + depth + int(self.sections_in_articles)
        return max(self.clause or base - 1, base - 1) + max(1, letters)


def sections_of(
    heads: Sequence[Head], raws: Sequence[RawBlock], attachments: Sequence[Attachment]
) -> tuple[Section, ...]:
    """Build the sections in reading order, each inside the last one of a higher level."""
    labels = [head.label for head in heads if head.label is not None]
    levels = _Levels(
        any(label.style in _ARTICLE_STYLES for label in labels)
        and any(len(label.parts) == 1 and label.style is LabelStyle.DECIMAL for label in labels)
    )
    starts = [attachment.first_block for attachment in attachments]
    drafts: list[Section] = []
    ends: dict[int, int] = {}
    open_: list[int] = []
    for head in heads:
        if head.title is None:
            continue
        level = levels.level(head)
        within = _attachment_at(head.block, starts, attachments)
        while open_ and (
            drafts[open_[-1]].level >= level or drafts[open_[-1]].attachment != within
        ):
            ends[open_.pop()] = head.block
        span = head.title
        raw = next(
            raws[index] for index in (head.block, head.block + 1) if raws[index].span.contains(span)
        )
        title = raw.text[span.start - raw.span.start : span.end - raw.span.start]
        drafts.append(
            Section(
                index=len(drafts),
                number=head.number,
                title=title,
                title_span=span,
                level=level,
                heading=head.block,
                end_block=len(raws),
                parent=open_[-1] if open_ else None,
                run_in=head.run_in,
                attachment=within,
            )
        )
        open_.append(len(drafts) - 1)
    return tuple(_closed(section, ends, attachments) for section in drafts)


def _attachment_at(
    block: int, starts: Sequence[int], attachments: Sequence[Attachment]
) -> int | None:
    index = bisect_right(starts, block) - 1
    return index if index >= 0 and block < attachments[index].end_block else None


def _closed(section: Section, ends: dict[int, int], attachments: Sequence[Attachment]) -> Section:
    end = ends.get(section.index, section.end_block)
    if section.attachment is not None:
        end = min(end, attachments[section.attachment].end_block)
    return Section(
        section.index,
        section.number,
        section.title,
        section.title_span,
        section.level,
        section.heading,
        end,
        section.parent,
        section.run_in,
        section.attachment,
    )
