"""Tell what a file is that calls itself Word, and refuse what it is not."""

from __future__ import annotations

from clausewright.model.errors import InputError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SAVE_AS = "open it in the program that wrote it and save it as Word document (.docx)"

_ZIP_KINDS = (
    (b"application/vnd.oasis.opendocument", f"an OpenDocument file (.odt): {_SAVE_AS}"),
    (b"application/epub+zip", f"an e-book (EPUB): {_SAVE_AS}"),
)


def require_zip(name: str, data: bytes) -> None:
    """Raise InputError, saying what the file is and what to do, unless it is a zip archive."""
    if data.startswith(_ZIP):
        for mark, kind in _ZIP_KINDS:
            if mark in data[30:120]:
                raise InputError(f"the file is {kind}", where=name)
        return
    raise InputError(f"the file is {_kind(data)}", where=name)


def _kind(data: bytes) -> str:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    low = head[:1024].lower()
    if not data:
        return "empty: get it again from its sender"
    if not data.strip(b"\0"):
        return "nothing but zero bytes, its download broke off: get it again from its sender"
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(b"PK"):
        return "an empty or damaged zip archive: get it again from its sender"
    if head.startswith(b"{\\rtf"):
        return f"Rich Text Format (.rtf) under a Word name: {_SAVE_AS}"
    if head.startswith(b"%PDF"):
        return (
            "a PDF under a Word name: lint it under its own name (.pdf), or ask for the Word file"
        )
    if low.startswith((b"<!doctype html", b"<html")) or b"<html" in low:
        return f"a web page (HTML) under a Word name: {_SAVE_AS}"
    if low.startswith(b"mime-version:"):
        return f"a web archive (MHTML) under a Word name: {_SAVE_AS}"
    if low.startswith((b"<?xml", b"<w:")):
        return f"a single XML file under a Word name: {_SAVE_AS}"
    if data.startswith(b"\xffWPC"):
        return f"a WordPerfect file: {_SAVE_AS}"
    if data.startswith(b"\x1f\x8b"):
        return "a gzip archive: unpack it first"
    if _is_text(data[:4096]):
        return "plain text under a Word name: give it the ending .txt or .md"
    return f"no Word document (.docx): {_SAVE_AS}"


def _ole_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "protected by a password: open it in Word, remove the password and save it again"
    return f"an old Word document (.doc) or another OLE file: {_SAVE_AS}"


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:
            return False
        text = head[: error.start].decode("utf-8")
    return all(c.isprintable() or c in "\t\r\n\f" for c in text)
