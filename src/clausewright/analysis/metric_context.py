"""What stands over a statement: the lead-in of its list or table, and the titles above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document

_LONGEST_LINE = 160
"""Characters of a line that may belong to a list without markup."""
_LISTED = frozenset({BlockKind.ITEM, BlockKind.CELL, BlockKind.CODE})


@dataclass(frozen=True, slots=True)
class Context:
    """Lead-ins from the nearest outward, then titles from the nearest outward."""

    leads: tuple[Statement, ...]
    titles: tuple[Statement, ...]

    @property
    def binds_customer(self) -> bool:
        """Whether a lead-in puts the list on the customer: "to claim a credit, you must:"."""
        return any(lead.leaves_to_customer for lead in self.leads)

    def __iter__(self) -> Iterator[Statement]:
        """Give lead-ins, then titles."""
        yield from self.leads
        yield from self.titles


def contexts_of(document: Document, statements: Sequence[Statement]) -> list[Context]:
    """Give the context of each statement."""
    titles = _titles_by_section(document, statements)
    found: list[Context] = []
    paragraph: tuple[Statement, ...] = ()
    opened: tuple[Statement, ...] = ()  # a line that ends in a colon, over lines without markup
    above: list[Statement] = []  # list items and code lines that open a deeper level
    last_section: int | None = None
    for statement in statements:
        index = document.section_index(statement.block)
        if index != last_section:
            paragraph, above, last_section, opened = (), [], index, ()
        kind = statement.block.kind
        if kind not in _LISTED:
            above = []
        else:
            above = [one for one in above if _governs(document, one, statement)]
        if kind in _LISTED:
            leads = (*reversed(above), *paragraph)
        else:
            leads = opened if len(statement.span) <= _LONGEST_LINE else ()
        found.append(Context(leads, titles.get(index, ()) if index is not None else ()))
        if kind is BlockKind.HEADING:
            continue
        if kind not in _LISTED:
            same = paragraph and paragraph[0].block is statement.block
            paragraph = (statement, *paragraph) if same else (statement,)
            if document.text_of(statement.span).rstrip(" *_").endswith(":"):
                opened = (statement,)
            elif len(statement.span) > _LONGEST_LINE:
                opened = ()
        elif kind is not BlockKind.CELL:
            above.append(statement)
    return found


def _governs(document: Document, upper: Statement, lower: Statement) -> bool:
    """Tell whether an earlier list item or line of code stands over a later one."""
    if upper.block.kind is BlockKind.CODE or lower.block.kind is BlockKind.CODE:
        opens = document.text_of(upper.span).rstrip().endswith(":")
        closed = document.text_of(lower.span).rstrip().endswith(":")
        return upper.block is lower.block and opens and not closed
    if upper.block is lower.block:
        return True
    return upper.block.level < lower.block.level or lower.block.kind is BlockKind.CELL


def _titles_by_section(
    document: Document, statements: Sequence[Statement]
) -> Mapping[int, tuple[Statement, ...]]:
    by_block: dict[int, Statement] = {}
    for statement in statements:
        by_block.setdefault(statement.block.index, statement)
    found: dict[int, tuple[Statement, ...]] = {}
    for section in document.sections:
        own = by_block.get(section.heading)
        above = found.get(section.parent, ()) if section.parent is not None else ()
        found[section.index] = (own, *above) if own and not section.run_in else above
    return found
