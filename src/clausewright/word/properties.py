"""Read what a Word package says of itself: custom properties and the page count."""

from __future__ import annotations

from collections.abc import Mapping

from clausewright.word.names import EXTENDED_NS, PROPERTIES_NS
from clausewright.word.package import Package
from clausewright.word.styles import integer

_MOST = 1000


def custom_properties(package: Package) -> Mapping[str, str]:
    """Give the custom properties by name."""
    found: dict[str, str] = {}
    for part in package.related("", "custom-properties", "customProperties")[:1]:
        for node in package.xml(part).iter(f"{{{PROPERTIES_NS}}}property"):
            if len(found) < _MOST:
                found[node.get("name", "")] = "".join(str(text) for text in node.itertext())
    return found


def recorded_pages(package: Package) -> int | None:
    """Give the page count that the writing program stored, None where it stored none."""
    for part in package.related("", "extended-properties", "extendedProperties")[:1]:
        node = package.xml(part).find(f"{{{EXTENDED_NS}}}Pages")
        count = integer(node.text) if node is not None else None
        return count or None
    return None
