"""Text of a document made safe to print: it can neither steer a terminal nor reorder a line."""

from __future__ import annotations

import re
import unicodedata

from clausewright.model.finding import Severity

_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def printable(text: str) -> str:
    """Show control, bidirectional and invisible characters as escapes."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: _escape(match[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def paint(text: str, codes: str, *, color: bool) -> str:
    """Colour a text for a terminal."""
    return f"\x1b[{codes}m{text}\x1b[0m" if color and codes and text else text


def paint_severity(severity: Severity, *, color: bool) -> str:
    """Give the word of a severity in its colour."""
    return paint(severity.value, _COLORS[severity], color=color)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Give a number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def columns(text: str) -> int:
    """Give how many terminal columns a printable text takes."""
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
