"""Bytes to text, with a clear word where they are no text.

UTF-8 is read, with or without a byte order mark, and UTF-16 with one. UTF-16 without a mark is told
by its pattern of zero bytes. Anything else is refused with the place of the first bad byte; only
where all bad bytes are characters that Windows-1252 uses in prose (curly quotes, dashes, accented
letters) is the file read as that, and a note says so.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from clausewright.model.errors import InputError

_PROSE_BYTES = frozenset(
    b"\x80\x82\x84\x85\x8a\x8c\x91\x92\x93\x94\x95\x96\x97\x99\x9a\x9c\xa0"
) | (frozenset(range(0xA1, 0x100)) - frozenset(b"\xa4\xa6\xa8\xac\xaf\xb8\xd0\xd7\xde\xf0\xf7\xfe"))
_MOST_HIGH = 0.15  # share of bytes beyond ASCII in Western prose
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"PK\x03\x04", "a zip archive, perhaps a Word file with another ending"),
    (b"\xd0\xcf\x11\xe0", "an old binary Office file (.doc)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)


class Decoded(NamedTuple):
    """Text of a file without byte order mark, and remarks on how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decode(name: str, data: bytes) -> Decoded:
    """Decode the bytes of a text file.

    Raises InputError, naming the byte, where they are not text in a known encoding.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(
                f"this is {what}, not text; convert it to .docx, .md or .txt", where=name
            )
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _wide(name, data, "utf-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _wide(name, data, "utf-16")
    unmarked = _unmarked_utf16(data)
    if unmarked is not None:
        return _wide(name, data, unmarked)
    try:
        return _checked(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _windows(name, data, error.start)


def _wide(name: str, data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte {error.start + 1} is not {encoding.upper()}, the encoding the file begins with;"
            " save the file as UTF-8",
            where=name,
        ) from error
    return _checked(name, text, f"read as {encoding[:6].upper()}; UTF-8 is safer to exchange")


def _checked(name: str, text: str, *notes: str) -> Decoded:
    at = text.find("\0")
    if at >= 0:
        raise InputError(
            f"character {at + 1} is NUL, so this is no text; save it as plain UTF-8 text",
            where=name,
            line=text.count("\n", 0, at) + 1,
        )
    return Decoded(text, notes)


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: English text then has a zero in every other byte."""
    sample = data[:512]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd >= 0.8 * half and even == 0:
        return "utf-16-le"
    if even >= 0.8 * half and odd == 0:
        return "utf-16-be"
    return None


def _windows(name: str, data: bytes, bad: int) -> Decoded:
    """Read Windows-1252 prose, or refuse."""
    high = [byte for byte in data if byte >= 0x80]
    plausible = (
        len(high) <= _MOST_HIGH * len(data) and _PROSE_BYTES.issuperset(high) and 0 not in data
    )
    if not plausible:
        line = data.count(b"\n", 0, bad) + 1
        raise InputError(
            f"byte {bad + 1} (0x{data[bad]:02X}) is not UTF-8; save the file as UTF-8",
            where=name,
            line=line,
        )
    note = (
        f"byte {bad + 1} (0x{data[bad]:02X}) is not UTF-8;"
        " read as Windows-1252, save the file as UTF-8 to be sure"
    )
    return Decoded(data.decode("cp1252"), (note,))
