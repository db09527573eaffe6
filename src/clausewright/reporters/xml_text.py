"""Text that XML can hold."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from clausewright.reporters.plain import printable


def text(value: str) -> str:
    """Escape a text for the content of an element; what XML forbids is shown as an escape."""
    return escape(printable(value))


def attribute(value: object) -> str:
    """Quote a value for an attribute."""
    return quoteattr(printable(str(value)))
