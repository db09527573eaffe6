"""Names of OpenDocument (ISO/IEC 26300): elements and attributes with their namespaces."""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_OASIS}office:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "style": f"{_OASIS}style:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "manifest": f"{_OASIS}manifest:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def q(name: str) -> str:
    """Give the full name of "prefix:name"."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"
