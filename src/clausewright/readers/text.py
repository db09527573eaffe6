"""Plain text: hard-wrapped, one paragraph a line, or whole articles run together in one line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from clausewright.model.document import BlockKind, Cell, Document
from clausewright.pattern import regex
from clausewright.readers.assembly import Assembly
from clausewright.readers.content import Content
from clausewright.readers.flattened import ClauseRun, clause_starts
from clausewright.readers.labels import read_label
from clausewright.readers.page_breaks import goes_on_overleaf, parted_from_page_number
from clausewright.readers.rows import cell_ranges
from clausewright.readers.source_lines import SourceLines, source_lines
from clausewright.readers.structure import structure
from clausewright.readers.text_lines import (
    BULLET,
    TextLine,
    is_table_row,
    rule_character,
    text_lines,
    wrap_width,
)

_SPACES = regex(r"\s{2,}|[\t\x0b\x0c\x85\xa0\u2028\u2029]")
_HASHES = regex(r"(#{1,6})\s+(?=\S)")
_PAGE = regex(r"(?<!\d)(\d{1,3})(?!.*\d)")
_PAGE_BEFORE = regex(r"(\d{1,3})\s+(?=(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s|EXHIBIT\b|[A-Z(]))")
_TERMINAL = '.:;?!"\u201d'
_LAYOUT_GAP = 3  # spaces that were a line break or a column
_CENTRED = 16  # columns of indent


def read_text(name: str, text: str, notes: Sequence[str] = ()) -> Document:
    """Read a plain text file that has been decoded."""
    source = source_lines(text)
    assembly = Assembly()
    TextReading(source, assembly).run()
    found = structure(assembly.blocks)
    return Document(
        name=name,
        format="text",
        source=text,
        text=assembly.text,
        pieces=tuple(assembly.pieces),
        line_starts=source.starts,
        blocks=found.blocks,
        sections=found.sections,
        attachments=found.attachments,
        notes=tuple(notes),
    )


@dataclass
class TextReading:
    """Reads the lines of a source into an assembly."""

    source: SourceLines
    assembly: Assembly
    run_of_clauses: ClauseRun = field(default_factory=ClauseRun)
    tables: int = 0  # the ordinal of the next table
    going_on: frozenset[int] | None = None  # the lines known to go on with the one above
    _underlines: dict[str, int] = field(default_factory=dict)
    _page: int = 0  # the number of the last page, where pages are numbered

    def run(self) -> None:
        """Read all lines."""
        lines = text_lines(self.source)
        paragraphs = _paragraphs(lines, self.going_on)
        for drawn, run in itertools.groupby(paragraphs, _is_drawn_row):
            rows = list(run)
            if drawn and len(rows) > 1:
                self._table([row[0] for row in rows])
            else:
                for paragraph in rows:
                    self._paragraph(paragraph)

    def _table(self, rows: Sequence[TextLine]) -> None:
        """Read a table drawn with bars; its first row is its header."""
        for row, line in enumerate(rows):
            for column, (start, end) in enumerate(cell_ranges(line.text)):
                content = Content(line.text, (0,), (line.start,))
                cell = Cell(self.tables, row, column, header=row == 0)
                self.assembly.add(BlockKind.CELL, content.fragments(start, end), cell=cell)
        self.tables += 1

    def _paragraph(self, lines: Sequence[TextLine]) -> None:
        first = lines[0]
        if not first.furniture:
            lines = [self._without_page_number(first), *lines[1:]]
            first = lines[0]
        if first.furniture:
            content, _ = _content(lines)
            self.assembly.add(BlockKind.HEADER, content.fragments(0, len(content.text)))
            page = _PAGE.search(first.text)
            self._page = int(page[1]) if page else self._page
            return
        heading = self._underlined(lines)
        content, gaps = _content(lines)
        text = content.text
        hashes = _HASHES.match(text)
        if heading or hashes:
            start = hashes.end() if hashes else 0
            level = heading or len(hashes[1]) if hashes else heading
            self.assembly.add(BlockKind.HEADING, content.fragments(start, len(text)), heading=level)
            return
        bullet = BULLET.match(text)
        if bullet:
            self.assembly.add(
                BlockKind.ITEM,
                content.fragments(bullet.end(), len(text)),
                depth=1,
                marker=bullet[0].strip(),
            )
            return
        starts = [0, *clause_starts(text, gaps, self.run_of_clauses), len(text)]
        centred = first.indent >= _CENTRED and len(lines) == 1 and len(text) <= 80
        for start, end in itertools.pairwise(starts):
            self.assembly.add(
                BlockKind.PARAGRAPH,
                content.fragments(start, end),
                centred=centred,
            )

    def _without_page_number(self, line: TextLine) -> TextLine:
        """Take off the number of a page that begins in the middle of a line ("8 7. WARRANTIES")."""
        match = _PAGE_BEFORE.match(line.text)
        if match is None or int(match[1]) != self._page + 1:
            return line
        self._page += 1
        content = Content(match[1], (0,), (line.start,))
        self.assembly.add(BlockKind.HEADER, content.fragments(0, len(match[1])))
        lead = match.end()
        return replace(line, text=line.text[lead:], start=line.start + lead)

    def _underlined(self, lines: Sequence[TextLine]) -> int:
        """Give the level of a title that the next line underlines, 0 where it does not."""
        last = lines[-1]
        following = last.index + 1
        if len(lines) > 1 or following >= len(self.source.lines) or len(last.text) > 120:
            return 0
        below = self.source.lines[following]
        char = rule_character(below)
        if char is None or not 0.5 * len(last.text) <= len(below.strip()) <= len(last.text) + 10:
            return 0
        if is_table_row(last.text):
            return 0
        return self._underlines.setdefault(char, len(self._underlines) + 1)


def _is_drawn_row(lines: Sequence[TextLine]) -> bool:
    return len(lines) == 1 and not lines[0].furniture and " | " in f" {lines[0].text} "


def _paragraphs(
    lines: Sequence[TextLine], going_on: frozenset[int] | None
) -> Iterator[list[TextLine]]:
    """Join the lines of each paragraph."""
    width = wrap_width(lines) if going_on is None else 0
    run: list[TextLine] = []
    aside: list[TextLine] = []  # page furniture below the run, or within it
    for line in lines:
        if line.furniture and run and not run[0].furniture:
            aside.append(line)
            continue
        if run and not (not aside and _joins(run, line, width, going_on)):
            if goes_on_overleaf(run[-1], line, len(aside)):
                run[-1], number = parted_from_page_number(run[-1])
                aside += number
            else:
                yield run
                yield from ([one] for one in aside)
                run, aside = [], []
        run.append(line)
    if run:
        yield run
    yield from ([one] for one in aside)


def _joins(
    run: Sequence[TextLine], line: TextLine, width: int, going_on: frozenset[int] | None
) -> bool:
    """Tell whether a line goes on with the paragraph above it."""
    above = run[-1]
    if above.furniture or line.furniture:
        return False
    label = read_label(line.text)
    labelled = label is not None and not label.weak
    if len(run) == 1 and _is_bare_label(above.text):
        return not labelled and line.index - above.index <= 2
    if line.index != above.index + 1 or labelled or BULLET.match(line.text):
        return False
    if is_table_row(line.text) or is_table_row(above.text):
        return False
    if going_on is not None:
        return line.index in going_on
    lower = line.text[0].islower()
    if not width:
        return lower and len(above.text) > 40 and above.text[-1] not in _TERMINAL
    full = above.indent + len(above.text) + 1 + len(line.text.split(None, 1)[0]) > 0.85 * width
    if full:
        return not (above.text[-1] in ".:" and line.indent > above.indent + 2)
    return lower and above.text[-1] not in _TERMINAL


def _is_bare_label(text: str) -> bool:
    if len(text) > 12:
        return False
    label = read_label(text)
    return label is not None and label.end == len(text) and label.word is None and label.closed


def _content(lines: Sequence[TextLine]) -> tuple[Content, frozenset[int]]:
    """Join lines, each run of white space read as one space; give the offsets after wide gaps."""
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    gaps: set[int] = set()
    at = 0
    for number, line in enumerate(lines):
        if number:
            parts.append(" ")
            at += 1
        begin = 0
        plain = "  " not in line.text and line.text.isprintable()  # no white space to join
        for match in () if plain else _SPACES.finditer(line.text):
            piece = line.text[begin : match.start()]
            parts.append(piece + " ")
            starts.append(at)
            sources.append(line.start + begin)
            at += len(piece) + 1
            begin = match.end()
            if match.end() - match.start() >= _LAYOUT_GAP:
                gaps.add(at)
        parts.append(line.text[begin:])
        starts.append(at)
        sources.append(line.start + begin)
        at += len(line.text) - begin
    return Content("".join(parts), tuple(starts), tuple(sources)), frozenset(gaps)
