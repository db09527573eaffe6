"""One Word package: its parts, their relations and types, and the way back to bytes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from clausewright.files.archive import Archive
from clausewright.model.errors import InputError
from clausewright.word.kinds import require_zip
from clausewright.word.markup import Element, is_strict, parse
from clausewright.word.names import CONTENT_TYPES_NS, MAIN_TYPES, RELATIONSHIPS_NS, w

CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relation of a part.

    ``kind`` is the last word of its type ("comments", "header" ...), ``target`` a part name, None
    where it leads out of the package; ``address`` is the target as written, which is only shown.
    """

    id: str
    kind: str
    target: str | None
    address: str


class Package:
    """A Word package opened within limits; nothing outside it is ever followed.

    Raises InputError, saying what the file is and what to do, for everything that is no Word
    document. Trees are parsed anew at each call of ``xml``: a caller may change its own.
    """

    def __init__(self, name: str, data: bytes) -> None:
        require_zip(name, data)
        self.name = name
        self.archive = Archive(name, data)
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        if CONTENT_TYPES not in self.archive:
            raise InputError(
                "the file is a zip archive but no Word document (it lists no content types): "
                "unpack it, or save the document as .docx",
                where=name,
            )

    @cached_property
    def main(self) -> str:
        """The name of the main part, found by its relation."""
        for relation in self.relationships(""):
            target = relation.target
            if relation.kind == "officeDocument" and target is not None and target in self.archive:
                self._require_word(target)
                return target
        raise InputError(
            "the file is a zip archive but no Word document (no part is named as its main one): "
            "save the document again as .docx",
            where=self.name,
        )

    def _require_word(self, part: str) -> None:
        kind = self.content_type(part) or "unknown"
        if kind in MAIN_TYPES:
            return
        if "spreadsheetml" in kind or "ms-excel" in kind:
            found = "an Excel workbook"
        elif "presentationml" in kind or "ms-powerpoint" in kind:
            found = "a PowerPoint presentation"
        elif self.xml(part).tag == w("document"):
            return
        else:
            found = f"an Office file of another kind ({kind[:100]})"
        raise InputError(
            f"the file is {found}, no Word document: save the agreement as .docx", where=self.name
        )

    @cached_property
    def has_macros(self) -> bool:
        """Tell whether the package is made to carry macros."""
        return "macro" in MAIN_TYPES.get(self.content_type(self.main) or "", "") or any(
            name.lower().endswith("vbaproject.bin") for name in self.archive.names
        )

    @cached_property
    def strict(self) -> bool:
        """Tell whether the package uses the names of the strict format."""
        return is_strict(self.archive.read(self.main))

    def xml(self, part: str) -> Element:
        """Parse a part."""
        if part not in self.archive:
            raise InputError(f"{part} is missing from the package", where=self.name)
        return parse(
            self.archive.read(part),
            where=self.name,
            part=part,
            packed=self.archive.packed_size(part),
        )

    @cached_property
    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        overrides: dict[str, str] = {}
        defaults: dict[str, str] = {}
        for node in self.xml(CONTENT_TYPES):
            kind = node.get("ContentType", "")
            if node.tag == f"{{{CONTENT_TYPES_NS}}}Override":
                overrides[node.get("PartName", "").lstrip("/").lower()] = kind
            elif node.tag == f"{{{CONTENT_TYPES_NS}}}Default":
                defaults[node.get("Extension", "").lower()] = kind
        return overrides, defaults

    def content_type(self, part: str) -> str | None:
        """Give the declared content type of a part, None where none is declared."""
        overrides, defaults = self._types
        return overrides.get(part.lower()) or defaults.get(part.rpartition(".")[2].lower())

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Give the relations of a part in order; "" is the package itself."""
        known = self._relationships.get(part)
        if known is None:
            known = self._relationships[part] = tuple(self._related_to(part))
        return known

    def _related_to(self, part: str) -> Iterator[Relationship]:
        file = relationships_part(part)
        if file not in self.archive:
            return
        for node in self.xml(file).iter(f"{{{RELATIONSHIPS_NS}}}Relationship"):
            address = node.get("Target", "")
            inside = node.get("TargetMode") != "External"
            target = resolve(part, address) if inside else None
            kind = node.get("Type", "").rpartition("/")[2]
            yield Relationship(node.get("Id", ""), kind, target, address)

    def related(self, part: str, *kinds: str) -> tuple[str, ...]:
        """Give the parts that are there and related to a part by one of the kinds."""
        return tuple(
            relation.target
            for relation in self.relationships(part)
            if relation.kind in kinds
            and relation.target is not None
            and relation.target in self.archive
        )

    def rewritten(self, changes: Mapping[str, bytes], removed: Set[str] = frozenset()) -> bytes:
        """Give the package with parts replaced, added, removed; others stay byte for byte."""
        return self.archive.rewritten(changes, removed)


def relationships_part(part: str) -> str:
    """Give the name of the part that holds the relations of a part."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def resolve(part: str, target: str) -> str | None:
    """Give the part that a relation target names, None where it leads out of the package."""
    path = unquote(target.partition("#")[0])
    if not path or ":" in path.partition("/")[0] or "\\" in path or path.startswith("//"):
        return None
    base = "/" if path.startswith("/") else "/" + part.rpartition("/")[0]
    depth = 0
    for step in f"{base}/{path}".split("/"):
        if step == "..":
            depth -= 1
        elif step not in ("", "."):
            depth += 1
        if depth < 0:
            return None
    return posixpath.normpath(posixpath.join(base, path)).lstrip("/")
