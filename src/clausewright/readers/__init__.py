"""Readers: the bytes of a file become a Document, one module a format, one interface."""

from __future__ import annotations

from pathlib import PurePath

from clausewright.files.decode import decode
from clausewright.model.document import Document
from clausewright.model.errors import InputError

MARKDOWN = frozenset((".md", ".markdown"))
TEXT = frozenset((".txt",))
WORD = frozenset((".docx", ".docm"))
HTML = frozenset((".html", ".htm"))
OPEN_DOCUMENT = frozenset((".odt",))
PDF = frozenset((".pdf",))
SUFFIXES = MARKDOWN | TEXT | WORD | HTML | OPEN_DOCUMENT | PDF


def read(name: str, data: bytes, *, view: str = "final") -> Document:
    """Read a file by the ending of its name.

    ``view`` says how tracked changes of Word are read: "final", "original" or "all". Raises
    InputError where the file cannot be read, telling what it is and what to do.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in WORD:
        from clausewright.readers.docx import read_docx  # noqa: PLC0415  (only when a file needs it)

        return read_docx(name, data, view=view)
    if suffix in MARKDOWN:
        from clausewright.readers.markdown import read_markdown  # noqa: PLC0415  (only when a file needs it)

        decoded = decode(name, data)
        return read_markdown(name, decoded.text, decoded.notes)
    if suffix in TEXT:
        from clausewright.readers.text import read_text  # noqa: PLC0415  (only when a file needs it)

        decoded = decode(name, data)
        return read_text(name, decoded.text, decoded.notes)
    if suffix in HTML:
        from clausewright.readers.html import read_html  # noqa: PLC0415  (only when a file needs it)

        decoded = decode(name, data)
        return read_html(name, decoded.text, decoded.notes)
    if suffix in OPEN_DOCUMENT:
        from clausewright.readers.odt import read_odt  # noqa: PLC0415  (only when a file needs it)

        return read_odt(name, data)
    if suffix in PDF:
        from clausewright.readers.pdf import read_pdf  # noqa: PLC0415  (only when a file needs it)

        return read_pdf(name, data)
    known = ", ".join(sorted(SUFFIXES))
    raise InputError(
        f"no reader for {suffix or 'a name without ending'}; known are {known}", where=name
    )
