"""PDF: the text layer in reading order, page by page; pictures of text are not read.

What a reader of the page would call a line is put together from where its text is painted; lines
become paragraphs as in plain text. The source of the document is these lines, the running headers
and footers after all others.
"""

from __future__ import annotations

import io
import logging
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clausewright.model.document import BlockKind, Document, Mark, MarkKind, Unread
from clausewright.model.errors import InputError
from clausewright.model.span import Piece, Place, Span
from clausewright.readers.assembly import Assembly, Fragment, RawBlock
from clausewright.readers.flattened import ClauseRun
from clausewright.readers.pdf_layout import PdfSource, SetCell, SetText, layout_of, runs_of
from clausewright.readers.pdf_lines import PageLine
from clausewright.readers.pdf_painting import Fonts, Matrix, Painting, parted
from clausewright.readers.pdf_tables import PageTable, parts_of
from clausewright.readers.source_lines import SourceLines
from clausewright.readers.structure import structure
from clausewright.readers.text import TextReading

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_BYTES = 128 * 2**20
MAX_PAGES = 2_000
MAX_PAGE_BYTES = 8 * 2**20  # of drawing instructions, unpacked
MAX_OPERATIONS = 4_000_000  # drawing instructions of a whole file
MAX_CHARACTERS = 20_000_000

_INSTALL = 'reading PDF needs one more package: pip install "clausewright[read-pdf]"'
_SCAN = (
    "the PDF holds no text, only pictures of its pages (a scan): run text recognition (OCR) over it"
    " first, or ask for the file it was made from"
)
_LOCKED = "the PDF is protected by a password: save a copy without it"


def read_pdf(name: str, data: bytes) -> Document:
    """Read the text layer of a PDF file.

    Raises InputError, saying what to do, for a scan, a locked, damaged or oversized file, and where
    the package that reads PDF is not installed.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"the PDF is larger than {MAX_BYTES // 2**20} MiB: split it", where=name)
    pages = _Pages(name)
    pages.read(data)
    return _document(name, pages)


@dataclass
class _Pages:
    """Lines and tables of all pages, read within limits."""

    name: str
    parts: list[list[PageLine | PageTable]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)  # pages that show pictures and no text
    _operations: int = 0
    _characters: int = 0
    _fonts: Fonts = field(default_factory=dict)

    def read(self, data: bytes) -> None:
        """Read all pages."""
        try:
            import pypdf  # noqa: PLC0415  (an extra, and only when a file needs it)
            from pypdf.errors import DependencyError  # noqa: PLC0415
        except ImportError as error:
            raise InputError(_INSTALL, where=self.name) from error
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        try:
            self._read(pypdf.PdfReader(io.BytesIO(data)))
        except InputError:
            raise
        except DependencyError as error:
            raise InputError(_LOCKED, where=self.name) from error
        except Exception as error:  # a damaged file makes the parser fail in every way there is
            raise InputError(
                f"the PDF is damaged ({_short(error)}): get it again from its sender",
                where=self.name,
            ) from error

    def _read(self, reader: PdfReader) -> None:
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(_LOCKED, where=self.name)
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise self._too_much(f"{count:,} pages; {MAX_PAGES:,} are read")
        for number, page in enumerate(reader.pages, 1):
            parts = parts_of(number, self._painted(page))
            self.parts.append(parts)
            if not parts and _shows_pictures(page):
                self.pictures.append(number)
        if not any(self.parts):
            raise InputError(
                _SCAN if self.pictures else "the PDF holds no text: nothing to read",
                where=self.name,
            )

    def _painted(self, page: PageObject) -> Painting:
        from pypdf.generic import ContentStream, NameObject  # noqa: PLC0415  (see read)

        contents = page.get_contents()
        if contents is not None:
            if len(contents.get_data()) > MAX_PAGE_BYTES:
                raise self._too_much(f"a page of more than {MAX_PAGE_BYTES // 2**20} MiB")
            contents = ContentStream(contents, page.pdf, "bytes")
            contents.operations = list(parted(contents.operations))
            page[NameObject("/Contents")] = contents
        painting = Painting(self._fonts)

        def hear(
            text: str, cm: Matrix, tm: Matrix, font: Mapping[str, object] | None, size: float
        ) -> None:
            self._characters += len(text)
            if self._characters > MAX_CHARACTERS:
                raise self._too_much("too much text")
            painting.hear_text(text, cm, tm, font, size)

        def follow(operator: bytes, operands: Sequence[object], cm: Matrix, tm: Matrix) -> None:
            self._operations += 1
            if self._operations > MAX_OPERATIONS:
                raise self._too_much(f"more than {MAX_OPERATIONS:,} drawing instructions")
            painting.hear_operation(operator, operands, cm, tm)

        page.extract_text(visitor_text=hear, visitor_operand_before=follow)
        return painting

    def _too_much(self, what: str) -> InputError:
        return InputError(f"the PDF is refused, it holds {what}: split it", where=self.name)


def _shows_pictures(page: PageObject) -> bool:
    return next(iter(page.images.keys()), None) is not None


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _document(name: str, pages: _Pages) -> Document:
    layout = layout_of(pages.parts)
    source = PdfSource()
    runs = [source.add(run) for run in runs_of(layout.body)]
    count = len(source.lines)
    for line in layout.furniture:
        source.add_line("", line)
    text = "\n".join(source.lines)
    assembly = Assembly()
    _read_runs(SourceLines(text, tuple(source.lines), tuple(source.starts)), runs, assembly)
    for line_text, start in zip(source.lines[count:], source.starts[count:], strict=True):
        assembly.add(BlockKind.HEADER, [Fragment(line_text, start, len(line_text))])
    found = structure(_placed(assembly, source))
    return Document(
        name=name,
        format="pdf",
        source=text,
        text=assembly.text,
        pieces=tuple(assembly.pieces),
        line_starts=tuple(source.starts) or (0,),
        blocks=found.blocks,
        sections=found.sections,
        attachments=found.attachments,
        unread=tuple(_pictures(pages, source)),
        recorded_pages=len(pages.parts),
    )


def _read_runs(
    lines: SourceLines, runs: Sequence[SetText | list[SetCell]], assembly: Assembly
) -> None:
    """Read text and tables in turn."""
    clauses = ClauseRun()
    tables = 0
    for run in runs:
        if isinstance(run, SetText):
            part = SourceLines(
                lines.source,
                lines.lines[run.lines.start : run.lines.stop],
                lines.starts[run.lines.start : run.lines.stop],
            )
            reading = TextReading(part, assembly, clauses, tables, run.going_on)
            reading.run()
            tables = reading.tables
        else:
            for cell in run:
                place = replace(cell.cell, table=tables)
                for text, start in cell.paragraphs or [("", 0)]:
                    fragment = Fragment(text, start, len(text))
                    assembly.add(BlockKind.CELL, [fragment], cell=place)
            tables += 1


def _placed(assembly: Assembly, source: PdfSource) -> list[RawBlock]:
    """Tell the page of each block, its paragraph there, and what of it is bold."""
    counts: dict[int, int] = {}
    starts = [piece.text for piece in assembly.pieces]
    raws = []
    page = 1
    for raw in assembly.blocks:
        first = max(0, bisect_right(starts, raw.span.start) - 1)
        end = bisect_right(starts, raw.span.end)
        pieces = assembly.pieces[first:end]
        if pieces and raw.span:
            page = source.page_at(pieces[0].source)
        counts[page] = counts.get(page, 0) + 1
        table = (raw.cell.row + 1, raw.cell.column + 1) if raw.cell else None
        place = Place(f"page {page}", counts[page], table)
        raws.append(raw._replace(place=place, marks=_marks(raw.span, pieces, source.bold)))
    return raws


def _marks(
    within: Span, pieces: Sequence[Piece], bold: Sequence[tuple[int, int]]
) -> tuple[Mark, ...]:
    marks = []
    for piece in pieces:
        at = bisect_right(bold, piece.source, key=lambda one: one[1])
        while at < len(bold) and bold[at][0] < piece.source + piece.source_length:
            shift = piece.text - piece.source
            start = max(bold[at][0] + shift, piece.text, within.start)
            end = min(bold[at][1] + shift, piece.text + piece.length, within.end)
            if start < end:
                marks.append(Mark(MarkKind.BOLD, Span(start, end)))
            at += 1
    return tuple(marks)


def _pictures(pages: _Pages, source: PdfSource) -> list[Unread]:
    """Tell the pages that show pictures and hold no text."""
    told = []
    for page in pages.pictures:
        later = bisect_right(source.pages, page)
        at = source.starts[later] if later < len(source.starts) else source.length - 1
        told.append(Unread(at, at, f"page {page} is a picture without text"))
    return told
