"""Lines and tables of all pages as one text: furniture apart, tables joined over pages.

A line of the text is a line of the page, but for tables: a row is one line, its cells between bars.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clausewright.model.document import Cell
from clausewright.readers.pdf_lines import PageLine, furniture_of
from clausewright.readers.pdf_setting import SetLine, set_lines, setting_of
from clausewright.readers.pdf_tables import PageTable, TableCell, goes_on, join

Part = PageLine | PageTable


class Layout(NamedTuple):
    """What a person reads from the first page to the last, and the lines that are furniture."""

    body: list[Part]
    furniture: list[PageLine]


class SetText(NamedTuple):
    """A run of lines of the source, and which of them go on with the line above."""

    lines: range
    going_on: frozenset[int]


class SetCell(NamedTuple):
    """A cell with its paragraphs and where each starts in the source."""

    cell: Cell
    paragraphs: list[tuple[str, int]]


def layout_of(pages: Sequence[Sequence[Part]]) -> Layout:
    """Take the furniture out and join the tables that go on over pages."""
    found = furniture_of([list(_lines(parts)) for parts in pages])
    body: list[Part] = []
    furniture: list[PageLine] = []
    for part in itertools.chain.from_iterable(pages):
        lines = list(_lines([part]))
        if all(id(line) in found for line in lines):
            furniture += lines
            continue
        above = body[-1] if body else None
        if isinstance(part, PageTable) and isinstance(above, PageTable) and goes_on(above, part):
            furniture += join(above, part)
        else:
            body.append(part)
    return Layout(body, sorted(furniture, key=lambda line: line.page))


def _lines(parts: Sequence[Part]) -> Iterator[PageLine]:
    for part in parts:
        if isinstance(part, PageTable):
            yield from part.lines
        else:
            yield part


def runs_of(body: Sequence[Part]) -> Iterator[PageTable | list[SetLine]]:
    """Give the tables, and between them the lines as they are set."""
    setting = setting_of([part for part in body if isinstance(part, PageLine)])
    for is_table, run in itertools.groupby(body, lambda part: isinstance(part, PageTable)):
        if is_table:
            yield from (part for part in run if isinstance(part, PageTable))
        else:
            yield list(set_lines([part for part in run if isinstance(part, PageLine)], setting))


@dataclass
class PdfSource:
    """The lines as text, with what is known of each."""

    lines: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, run: PageTable | list[SetLine]) -> SetText | list[SetCell]:
        """Add a run; give the indices of its lines, or the cells of a table."""
        if isinstance(run, PageTable):
            return [cell for row in run.by_row() for cell in self._add_row(run, row)]
        first = len(self.lines)
        for one in run:
            self.add_line(one.indent, one.line)
        going_on = frozenset(at for at, one in enumerate(run) if one.goes_on)
        return SetText(range(first, len(self.lines)), going_on)

    def add_line(self, indent: str, line: PageLine | None) -> None:
        """Add a line, a blank one where it is None."""
        text = indent + line.text.rstrip() if line else ""
        if line:
            base = self.length + len(indent)
            self.bold += [(base + start, base + end) for start, end in line.bold]
        self._close(text, line.page if line else self.pages[-1] if self.pages else 1)

    def _add_row(self, table: PageTable, row: Sequence[TableCell]) -> Iterator[SetCell]:
        texts: list[str] = []
        at = self.length
        page = self.pages[-1] if self.pages else table.page
        for number, cell in enumerate(row):
            texts.append(" | " if number else "| ")
            at += len(texts[-1])
            paragraphs: list[tuple[str, int]] = []
            for text, bold in cell.paragraphs():
                if paragraphs:
                    texts.append(" ")
                    at += 1
                self.bold += [(at + start, at + end) for start, end in bold]
                paragraphs.append((text, at))
                texts.append(text)
                at += len(text)
            page = cell.lines[0].page if cell.lines else page
            slot = cell.slot
            header = table.headed and slot.row == 0
            place = Cell(0, slot.row, slot.column, header, slot.row_span, slot.column_span)
            yield SetCell(place, paragraphs)
        self._close("".join([*texts, " |"]), page)

    def _close(self, text: str, page: int) -> None:
        self.starts.append(self.length)
        self.lines.append(text)
        self.pages.append(page)
        self.length += len(text) + 1

    def page_at(self, offset: int) -> int:
        """Give the page of a place in the text."""
        return self.pages[bisect_right(self.starts, offset) - 1]
