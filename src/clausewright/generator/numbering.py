"""Numbers: sections 1, 2, 3 through both parts, 1.1 below, 1.1.1 below that, then (a)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clausewright.generator.agreement import (
    AgreementPart,
    Block,
    Inline,
    Inlines,
    Paragraph,
    Reference,
    Section,
    Table,
)
from clausewright.generator.body import Grid, Items, Piece, Prose
from clausewright.model.errors import PicksError

ITEM_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """A clause with its pieces, or a titled place with several such clauses."""

    title: str
    clause: str | None  # "id@version"
    ids: tuple[str, ...]  # the ids that references to it may use
    pieces: tuple[Piece, ...]
    inner: tuple[Unnumbered, ...] = ()


def letter(index: int) -> str:
    """Give (a) ... (z), (aa) ... for 0, 1, ..."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return f"({letters[index % 26] * (index // 26 + 1)})"


def numbered(parts: tuple[tuple[str, tuple[Unnumbered, ...]], ...]) -> tuple[AgreementPart, ...]:
    """Number all sections and paragraphs, then write the numbers into the references."""
    numberer = _Numberer()
    raw = []
    for title, sections in parts:
        numbered_here = tuple(numberer.section(s, str(numberer.next()), 1) for s in sections)
        raw.append(AgreementPart(title, numbered_here))
    resolver = _Resolver(numberer.numbers)
    return tuple(
        AgreementPart(part.title, tuple(resolver.section(s) for s in part.sections)) for part in raw
    )


class _Numberer:
    """Hands out numbers and remembers which clause got which."""

    def __init__(self) -> None:
        self._last = 0
        self.numbers: dict[tuple[str, int | None], tuple[str, str]] = {}

    def next(self) -> int:
        self._last += 1
        return self._last

    def section(self, source: Unnumbered, number: str, depth: int) -> Section:
        anchor = source.ids[0].replace(".", "_")
        for clause_id in source.ids:
            self.numbers[clause_id, None] = (number, anchor)
        inner = tuple(
            self.section(each, f"{number}.{index}", depth + 1)
            for index, each in enumerate(source.inner, start=1)
        )
        blocks = self._blocks(source, number, depth + 1)
        return Section(number, source.title, depth, anchor, source.clause, blocks, inner)

    def _blocks(self, source: Unnumbered, number: str, depth: int) -> tuple[Block, ...]:
        out: list[Block] = []
        count = 0
        for piece in source.pieces:
            if isinstance(piece, Prose):
                count += 1
                own = f"{number}.{count}"
                anchor = f"{source.ids[0].replace('.', '_')}_{count}"
                for clause_id in source.ids:
                    self.numbers[clause_id, count] = (own, anchor)
                out.append(Paragraph(piece.inlines, own, depth, anchor))
            elif isinstance(piece, Items):
                out += [
                    Paragraph(inlines, letter(index), ITEM_DEPTH)
                    for index, inlines in enumerate(piece.items)
                ]
            elif isinstance(piece, Grid):
                out.append(Table(piece.kind, piece.header, piece.rows, _widths(piece)))
            else:
                out.append(piece)
        return tuple(out)


class _Resolver:
    """Writes numbers into references."""

    def __init__(self, numbers: Mapping[tuple[str, int | None], tuple[str, str]]) -> None:
        self._numbers = numbers

    def section(self, section: Section) -> Section:
        blocks = tuple(self._block(block, section) for block in section.blocks)
        inner = tuple(self.section(each) for each in section.sections)
        return replace(section, blocks=blocks, sections=inner)

    def _block(self, block: Block, section: Section) -> Block:
        if isinstance(block, Paragraph):
            return replace(block, inlines=self._inlines(block.inlines, section))
        if isinstance(block, Table):
            rows = tuple(tuple(self._inlines(cell, section) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        return block

    def _inlines(self, inlines: Inlines, section: Section) -> Inlines:
        return tuple(self._inline(inline, section) for inline in inlines)

    def _inline(self, inline: Inline, section: Section) -> Inline:
        if not isinstance(inline, Reference):
            return inline
        found = self._numbers.get((inline.clause, inline.paragraph))
        if found is None:
            what = f"paragraph {inline.paragraph} of " if inline.paragraph else ""
            message = (
                f'"{section.title}" refers to {what}"{inline.clause}", which has no section in '
                "this agreement: pick it, or leave out what refers to it"
            )
            raise PicksError(message)
        return replace(inline, number=found[0], anchor=found[1])


def _widths(grid: Grid) -> tuple[int, ...]:
    """Share the page by the longest and the total words of each column, in percent."""
    columns = len(grid.header)
    weights = []
    for index in range(columns):
        cells = [row[index] for row in (grid.header, *grid.rows)]
        lengths = [sum(len(inline.text) for inline in cell) for cell in cells]
        weights.append(min(60, max(10, max(lengths))))
    total = sum(weights)
    widths = [max(8, round(100 * weight / total)) for weight in weights]
    widths[widths.index(max(widths))] += 100 - sum(widths)
    return tuple(widths)
