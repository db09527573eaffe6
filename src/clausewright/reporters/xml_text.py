"""Text that XML can hold."""

from __future__ import annotations

from clausewright.reporters.plain import printable

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def text(value: object) -> str:
    """Escape a value for XML; what XML forbids is shown as an escape."""
    return printable(str(value)).translate(_ESCAPES)


def attribute(value: object) -> str:
    """Quote a value for an attribute."""
    return f'"{text(value)}"'
