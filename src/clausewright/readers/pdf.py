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
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clausewright.model.document import BlockKind, Document, Mark, MarkKind, Unread
from clausewright.model.errors import InputError
from clausewright.model.span import Piece, Place, Span
from clausewright.readers.assembly import Assembly, Fragment, RawBlock
from clausewright.readers.pdf_lines import PageLine, Painted, furniture_of, lines_of, set_lines
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
    """The lines of all pages, read within limits."""

    name: str
    lines: list[list[PageLine]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)  # pages that show pictures and no text
    _operations: int = 0
    _characters: int = 0

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
            lines = lines_of(number, self._painted(page))
            self.lines.append(lines)
            if not lines and _shows_pictures(page):
                self.pictures.append(number)
        if not any(self.lines):
            raise InputError(
                _SCAN if self.pictures else "the PDF holds no text: nothing to read",
                where=self.name,
            )

    def _painted(self, page: PageObject) -> list[Painted]:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > MAX_PAGE_BYTES:
            raise self._too_much(f"a page of more than {MAX_PAGE_BYTES // 2**20} MiB")
        pieces: list[Painted] = []

        def hear(
            text: str,
            cm: Sequence[float],
            tm: Sequence[float],
            font: Mapping[str, object] | None,
            size: float,
        ) -> None:
            if not text:
                return
            self._characters += len(text)
            if self._characters > MAX_CHARACTERS:
                raise self._too_much("too much text")
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            pieces.append(Painted(text, x, y, _size(cm, tm, size), _is_bold(font)))

        def count(*_: object) -> None:
            self._operations += 1
            if self._operations > MAX_OPERATIONS:
                raise self._too_much(f"more than {MAX_OPERATIONS:,} drawing instructions")

        page.extract_text(visitor_text=hear, visitor_operand_before=count)
        return pieces

    def _too_much(self, what: str) -> InputError:
        return InputError(f"the PDF is refused, it holds {what}: split it", where=self.name)


def _size(cm: Sequence[float], tm: Sequence[float], size: float) -> float:
    """Give the height of the font as it is seen."""
    scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
    return min(max(abs(size) * scale, 1.0), 1000.0)


def _is_bold(font: Mapping[str, object] | None) -> bool:
    name = str(font.get("/BaseFont", "")) if font else ""
    return any(word in name.lower() for word in ("bold", "black", "heavy"))


def _shows_pictures(page: PageObject) -> bool:
    return next(iter(page.images.keys()), None) is not None


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


@dataclass
class _Source:
    """The lines as text, with what is known of each."""

    lines: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, indent: str, line: PageLine | None) -> None:
        """Add a line, a blank one where it is None."""
        text = indent + line.text.rstrip() if line else ""
        self.starts.append(self.length)
        self.lines.append(text)
        self.pages.append(line.page if line else self.pages[-1] if self.pages else 1)
        if line:
            base = self.length + len(indent)
            self.bold += [(base + start, base + end) for start, end in line.bold]
        self.length += len(text) + 1

    def part(self, first: int, end: int) -> SourceLines:
        """Give a run of lines."""
        return SourceLines(
            "\n".join(self.lines), tuple(self.lines[first:end]), tuple(self.starts[first:end])
        )


def _document(name: str, pages: _Pages) -> Document:
    furniture = furniture_of(pages.lines)
    body = [line for lines in pages.lines for line in lines if id(line) not in furniture]
    source = _Source()
    for indent, line in set_lines(body):
        source.add(indent, line)
    count = len(source.lines)
    for line in (line for lines in pages.lines for line in lines if id(line) in furniture):
        source.add("", line)
    text = "\n".join(source.lines)
    assembly = Assembly()
    TextReading(source.part(0, count), assembly).run()
    for line_text, start in zip(source.lines[count:], source.starts[count:], strict=True):
        assembly.add(BlockKind.HEADER, [Fragment(line_text, start, len(line_text))])
    raws = _placed(assembly, source)
    found = structure(raws)
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
        recorded_pages=len(pages.lines),
    )


def _placed(assembly: Assembly, source: _Source) -> list[RawBlock]:
    """Tell the page of each block, its paragraph there, and what of it is bold."""
    counts: dict[int, int] = {}
    starts = [piece.text for piece in assembly.pieces]
    raws = []
    for raw in assembly.blocks:
        first = max(0, bisect_right(starts, raw.span.start) - 1)
        end = bisect_right(starts, raw.span.end)
        pieces = assembly.pieces[first:end]
        page = source.pages[bisect_right(source.starts, pieces[0].source) - 1] if pieces else 1
        counts[page] = counts.get(page, 0) + 1
        place = Place(f"page {page}", counts[page])
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


def _pictures(pages: _Pages, source: _Source) -> list[Unread]:
    """Tell the pages that show pictures and hold no text."""
    told = []
    for page in pages.pictures:
        later = bisect_right(source.pages, page)
        at = source.starts[later] if later < len(source.starts) else source.length - 1
        told.append(Unread(at, at, f"page {page} is a picture without text"))
    return told
