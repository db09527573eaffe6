"""Numbers: sections 1, 2, 3 through both parts, 1.1 below, 1.1.1 below that, then (a).

The sections of each annex count from 1 again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clausewright.generator.agreement import (
    AgreementPart,
    Annex,
    AnnexName,
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
LINE = 90  # characters of table text on a line of the page
PADDING = 3  # characters that the margins of a cell take


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


Titled = tuple[str, tuple[Unnumbered, ...]]  # a part or an annex before it is numbered


def numbered(
    parts: tuple[Titled, ...], annexes: tuple[Titled, ...]
) -> tuple[tuple[AgreementPart, ...], tuple[Annex, ...]]:
    """Give all sections and paragraphs their numbers, and references those of their targets."""
    numberer = _Numberer()
    raw_parts = [AgreementPart(title, numberer.top(sections)) for title, sections in parts]
    raw_annexes = []
    for index, (title, sections) in enumerate(annexes):
        name = AnnexName.at(index)
        numberer.enter(name)
        raw_annexes.append(Annex(name, title, numberer.top(sections)))
    resolver = _Resolver(numberer.targets)
    return (
        tuple(replace(part, sections=resolver.all(part.sections)) for part in raw_parts),
        tuple(replace(annex, sections=resolver.all(annex.sections)) for annex in raw_annexes),
    )


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a reference leads."""

    number: str
    anchor: str
    annex: AnnexName | None


class _Numberer:
    """Hands out numbers and remembers which clause got which."""

    def __init__(self) -> None:
        self._last = 0
        self._annex: AnnexName | None = None
        self.targets: dict[tuple[str, int | None], _Target] = {}

    def enter(self, annex: AnnexName) -> None:
        """Begin an annex: its sections count from 1."""
        self._last, self._annex = 0, annex
        self.targets[str(annex), None] = _Target("", annex.anchor, annex)

    def top(self, sections: tuple[Unnumbered, ...]) -> tuple[Section, ...]:
        """Give the sections of a part or an annex their numbers."""
        found: list[Section] = []
        for section in sections:
            self._last += 1
            found.append(self.section(section, str(self._last), 1))
        return tuple(found)

    def section(self, source: Unnumbered, number: str, depth: int) -> Section:
        anchor = source.ids[0].replace(".", "_")
        for clause_id in source.ids:
            self.targets[clause_id, None] = _Target(number, anchor, self._annex)
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
                    self.targets[clause_id, count] = _Target(own, anchor, self._annex)
                out.append(Paragraph(piece.inlines, own, depth, anchor))
            elif isinstance(piece, Items) and len(piece.items) == 1:
                out.append(Paragraph(piece.items[0]))
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

    def __init__(self, targets: Mapping[tuple[str, int | None], _Target]) -> None:
        self._targets = targets

    def all(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(self.section(section) for section in sections)

    def section(self, section: Section) -> Section:
        blocks = tuple(self._block(block, section) for block in section.blocks)
        return replace(section, blocks=blocks, sections=self.all(section.sections))

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
        found = self._targets.get((inline.clause, inline.paragraph))
        if found is None:
            what = f"paragraph {inline.paragraph} of " if inline.paragraph else ""
            message = (
                f'"{section.title}" refers to {what}"{inline.clause}", which has no section in '
                "this agreement: pick it, or leave out what refers to it"
            )
            raise PicksError(message)
        return replace(inline, number=found.number, anchor=found.anchor, annex=found.annex)


def _widths(grid: Grid) -> tuple[int, ...]:
    """Share the page among the columns, in percent.

    Each gets room for its longest word; what is left is shared evenly among those whose longest
    cell needs more, so that one long column never breaks the short ones.
    """
    least: list[int] = []
    wanted: list[int] = []
    for index in range(len(grid.header)):
        texts = ["".join(inline.text for inline in row[index]) for row in (grid.header, *grid.rows)]
        longest_word = max((len(word) for text in texts for word in text.split()), default=1)
        least.append(longest_word + PADDING)
        wanted.append(max(len(text) for text in texts) + PADDING)
    spare: float = max(0, LINE - sum(least))
    widths = [float(width) for width in least]
    hungry = sorted(range(len(least)), key=lambda index: wanted[index] - least[index])
    for left, index in enumerate(hungry):
        given = min(wanted[index] - least[index], spare / (len(hungry) - left))
        widths[index] += given
        spare -= given
    shares = [int(100 * width / sum(widths)) for width in widths]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares)
