"""Parse and write the XML of a part: no entities, no network, bounded depth and count."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from clausewright.model.errors import InputError
from clausewright.word.names import STRICT

__all__ = ["Element", "is_strict", "parse", "serialize", "writable"]

_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_TAGS_FREE = 200_000
_TAGS_FOR_A_BYTE = 8
_DECLARES = (
    "declares a document type, which no Word or OpenDocument file has: it is refused; open it in"
    " the program that wrote it and save it again"
)
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def parse(data: bytes, *, where: str, part: str, packed: int | None = None) -> Element:
    """Parse one part; raises InputError naming the part.

    ``packed`` is its size in the archive: an honest part holds less than one tag a packed byte, a
    part made to exhaust memory holds a hundred.
    """
    if any(mark in data for mark in _DOCTYPES):
        raise InputError(
            f"{part} {_DECLARES}",
            where=where,
        )
    tags = data.count(b"<")
    if packed is not None and tags > _TAGS_FREE + _TAGS_FOR_A_BYTE * packed:
        raise InputError(
            f"{part} holds {tags:,} tags in {packed:,} packed bytes: it was made to exhaust memory "
            "and is refused; ask its sender for another copy",
            where=where,
        )
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in STRICT:
            data = data.replace(strict, transitional)
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            f"{part} is damaged ({_short(error)}): open it in the program that wrote it, let it "
            "repair it and save it again",
            where=where,
        ) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise InputError(
            f"{part} {_DECLARES}",
            where=where,
        )
    return root


def serialize(root: Element, *, strict: bool = False) -> bytes:
    """Write a part as Word writes it: UTF-8, standalone; ``strict`` gives back the strict names."""
    data: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    if strict:
        for name, transitional in STRICT:
            data = data.replace(transitional, name)
    return data


def writable(text: str) -> str:
    """Replace the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def is_strict(data: bytes) -> bool:
    """Tell whether a part uses the strict names."""
    return STRICT[0][0] in data


def _parser() -> etree.XMLParser:
    # huge_tree=False bounds the depth (256) and the length of one text node (10 MB)
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        strip_cdata=False,
    )


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
