"""Take out of a built file everything that tells where it came from.

The round trip proves that the words of an agreement carry what was picked. It reads a copy without
front matter, comments, bookmarks and custom properties, so that nothing can be read from those.
"""

from __future__ import annotations

import re

from clausewright.word.markup import serialize
from clausewright.word.names import w
from clausewright.word.package import CONTENT_TYPES, Package, relationships_part

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
_COMMENT_LINE = re.compile(r"^<!--[^\n]*-->\n+", re.MULTILINE)
_MARKS = tuple(
    w(name)
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
    )
)
_LEFT_OUT = ("docProps/custom.xml", "word/comments.xml")


def stripped_markdown(data: bytes) -> bytes:
    """Give Markdown without front matter and comments."""
    text = _FRONT_MATTER.sub("", data.decode("utf-8"))
    return _COMMENT_LINE.sub("", text).encode()


def stripped_word(data: bytes) -> bytes:
    """Give a Word file without bookmarks, comments and custom properties."""
    package = Package("built.docx", data)
    main = package.xml(package.main)
    for element in list(main.iter(*_MARKS)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    changes = {package.main: serialize(main), CONTENT_TYPES: _without(package, CONTENT_TYPES)}
    for part in ("", package.main):
        name = relationships_part(part)
        changes[name] = _without(package, name)
    return package.rewritten(changes, frozenset(_LEFT_OUT) & set(package.archive.names))


def _without(package: Package, part: str) -> bytes:
    """Give a list of parts or relations without those that are left out."""
    tree = package.xml(part)
    for entry in list(tree):
        target = entry.get("Target") or entry.get("PartName") or "-"
        if any(left.endswith(target.lstrip("/")) for left in _LEFT_OUT):
            tree.remove(entry)
    return serialize(tree)
