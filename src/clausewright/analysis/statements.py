"""Sentences with what stands in them: cues of measurement and quantities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

from clausewright.analysis.metric_cues import CUES_OF, Cue
from clausewright.analysis.scan import Hit
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Quantity
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_OPENING: Final = 6
_PASSIVE = regex(r"\s(?:be|receive|have|get|benefit)\b")
_REST_OF_LEAD = regex(r"[^.;:\n]{0,24}:[\s*_]{0,4}")
_PARAGRAPH: Final = 200
"""Characters from which the text of a cell is prose."""


@dataclass(frozen=True)
class Statement:
    """A sentence, list item, cell or line of code with its cues and quantities in order.

    ``text`` is the text of the whole document, which all spans lie in.
    """

    text: str
    block: Block
    span: Span
    hits: tuple[Hit, ...]
    quantities: tuple[Quantity, ...]

    @cached_property
    def cues(self) -> frozenset[Cue]:
        """All cues that stand in it."""
        return frozenset(cue for hit in self.hits for cue in CUES_OF[hit.phrase])

    @property
    def is_prose(self) -> bool:
        """Whether it is read as a sentence: not in a cell, or in one that holds a paragraph."""
        return self.block.cell is None or len(self.block.span) >= _PARAGRAPH

    @property
    def binds_customer(self) -> bool:
        """Whether it opens with a duty of the customer; "customers shall be told" is none."""
        return any(
            place.start <= self.span.start + _OPENING and not _PASSIVE.match(self.text, place.end)
            for place in self.places(Cue.CUSTOMER)
        )

    @property
    def leaves_to_customer(self) -> bool:
        """Whether it ends in a duty of the customer that the list under it spells out."""
        last = self.places(Cue.CUSTOMER)[-1:]
        return bool(last) and bool(_REST_OF_LEAD.fullmatch(self.text, last[0].end, self.span.end))

    def has(self, *cues: Cue) -> bool:
        """Tell whether one of the cues stands in it."""
        return not self.cues.isdisjoint(cues)

    def places(self, *cues: Cue) -> tuple[Span, ...]:
        """Give where one of the cues stands, in order."""
        if len(cues) == 1:
            return self._places.get(cues[0], ())
        wanted = set(cues)
        return tuple(hit.span for hit in self.hits if not wanted.isdisjoint(CUES_OF[hit.phrase]))

    @cached_property
    def _places(self) -> Mapping[Cue, tuple[Span, ...]]:
        found: dict[Cue, list[Span]] = {}
        for hit in self.hits:
            for cue in CUES_OF[hit.phrase]:
                found.setdefault(cue, []).append(hit.span)
        return {cue: tuple(spans) for cue, spans in found.items()}


def statements_of(draft: Draft) -> tuple[Statement, ...]:
    """Cut the document into statements and hand cues and quantities out to them."""
    hits, quantities = draft.hits_of("metrics"), draft.quantities
    found: list[Statement] = []
    hit = quantity = 0
    for block, span in _spans(draft):
        first_hit, first_quantity = hit, quantity
        while hit < len(hits) and hits[hit].span.start < span.end:
            hit += 1
        while quantity < len(quantities) and quantities[quantity].span.start < span.end:
            quantity += 1
        inside = tuple(one for one in hits[first_hit:hit] if one.span.end <= span.end)
        measured = quantities[first_quantity:quantity]
        found.append(Statement(draft.text, block, span, inside, measured))
    return tuple(found)


def _spans(draft: Draft) -> Iterator[tuple[Block, Span]]:
    """Give the sentences of all blocks in order, a line of code standing for a sentence."""
    for block in draft.document.blocks:
        text = draft.document.text_of(block.span)
        if block.kind is BlockKind.HEADING:
            yield block, block.span
            continue
        if "\n" not in text:
            for span in draft.sentences.of_block(block):
                yield block, span
            continue
        start = block.span.start
        for line in text.split("\n"):
            yield block, Span(start, start + len(line))
            start += len(line) + 1


def statements_with(
    draft: Draft, hits: Sequence[Hit]
) -> Iterator[tuple[Statement, tuple[Hit, ...]]]:
    """Give the statements in which hits of a rule stand, with those hits."""
    statements = draft.statements
    for at, group in groupby(hits, key=lambda hit: _index_at(statements, hit.span.start)):
        yield statements[at], tuple(group)


def statement_at(statements: Sequence[Statement], offset: int) -> Statement:
    """Give the statement in which an offset lies."""
    return statements[_index_at(statements, offset)]


def statement_after(statements: Sequence[Statement], offset: int) -> Statement | None:
    """Give the statement after the one in which an offset lies, or None."""
    after = _index_at(statements, offset) + 1
    return statements[after] if after < len(statements) else None


def _index_at(statements: Sequence[Statement], offset: int) -> int:
    return max(0, bisect_right(statements, offset, key=lambda one: one.span.start) - 1)
