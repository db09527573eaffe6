"""Edit a Word package: which parts change, which ids are free, and the bytes that come out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lxml import etree

from clausewright.model.errors import OutputError
from clausewright.word.document import WordDocument
from clausewright.word.markup import Element, serialize
from clausewright.word.names import (
    CONTENT_TYPES_NS,
    RELATION,
    RELATIONSHIPS_NS,
    SIGNATURE_ORIGIN,
    w,
)
from clausewright.word.package import CONTENT_TYPES, relationships_part
from clausewright.word.styles import integer

_ANNOTATIONS = frozenset(
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "comment",
        "commentReference", "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rPrChange", "pPrChange",
        "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "cellIns",
        "cellDel", "cellMerge", "numberingChange",
    )
)  # fmt: skip


def timestamp(date: datetime.datetime | None) -> str | None:
    """Write a time as Word does, in UTC; a time without zone is taken as UTC."""
    if date is None:
        return None
    if date.tzinfo is not None:
        date = date.astimezone(datetime.UTC)
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


class Editor:
    """Changes a package that was read. Parts that nobody touches keep their bytes.

    Raises OutputError for a package that must not be written: one with macros, or a signed one.
    """

    def __init__(self, word: WordDocument) -> None:
        self.word = word
        self.package = word.package
        if self.package.has_macros:
            raise OutputError(
                "a document made to carry macros is read and never written: save it as .docx first",
                where=self.package.name,
            )
        if any(relation.kind == SIGNATURE_ORIGIN for relation in self.package.relationships("")):
            raise OutputError(
                "the document is signed and a change would break its signature: save a copy "
                "without the signature first",
                where=self.package.name,
            )
        self._trees: dict[str, Element] = dict(word.roots)
        self._touched: set[str] = set()
        self._removed: set[str] = set()
        self._next_id: int | None = None

    def tree(self, part: str) -> Element:
        """Give the tree of a part; who changes it calls ``touch``."""
        if part not in self._trees:
            self._trees[part] = self.package.xml(part)
        return self._trees[part]

    def touch(self, part: str) -> None:
        """Note that the tree of a part was changed."""
        self._touched.add(part)

    def new_id(self) -> int:
        """Give an id that no bookmark, comment or tracked change has."""
        if self._next_id is None:
            self._next_id = 1 + max(self._ids(), default=-1)
        self._next_id += 1
        return self._next_id - 1

    def _ids(self) -> Iterator[int]:
        parts = [*self.word.roots, *self.package.related(self.package.main, "comments")]
        for part in dict.fromkeys(parts):
            if part in self._removed:
                continue
            for node in self.tree(part).iter(*_ANNOTATIONS):
                yield integer(node.get(w("id"))) or 0

    def add_part(self, part: str, root: Element, content_type: str, kind: str) -> None:
        """Add a part that the main part is related to."""
        main = self.package.main
        self._trees[part] = root
        self._removed.discard(part)
        self.touch(part)
        relations = relationships_part(main)
        if relations not in self.package.archive and relations not in self._trees:
            self._trees[relations] = etree.fromstring(
                f'<Relationships xmlns="{RELATIONSHIPS_NS}"/>'
            )
        tree = self.tree(relations)
        taken = {node.get("Id") for node in tree}
        name = next(name for n in range(1, len(taken) + 2) if (name := f"rId{n}") not in taken)
        relation = etree.SubElement(tree, f"{{{RELATIONSHIPS_NS}}}Relationship")
        relation.set("Id", name)
        relation.set("Type", f"{RELATION}{kind}")
        folder = main.rpartition("/")[0]
        relation.set("Target", part.removeprefix(f"{folder}/") if folder else part)
        self.touch(relations)
        types = self.tree(CONTENT_TYPES)
        override = etree.SubElement(types, f"{{{CONTENT_TYPES_NS}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)
        self.touch(CONTENT_TYPES)

    def remove_part(self, part: str, kind: str) -> None:
        """Remove a part that the main part is related to, with its relation and type."""
        self._removed.add(part)
        self._touched.discard(part)
        relations = relationships_part(self.package.main)
        names = {
            relation.id
            for relation in self.package.relationships(self.package.main)
            if relation.kind == kind and relation.target == part
        }
        for node in list(self.tree(relations)):
            if node.get("Id") in names:
                self.tree(relations).remove(node)
        self.touch(relations)
        for node in list(self.tree(CONTENT_TYPES)):
            if node.get("PartName", "").lstrip("/").lower() == part.lower():
                self.tree(CONTENT_TYPES).remove(node)
        self.touch(CONTENT_TYPES)

    def save(self) -> bytes:
        """Give the package with its changed parts; without a change, the bytes of the parts."""
        strict = self.package.strict
        changes = {
            part: serialize(self._trees[part], strict=strict) for part in sorted(self._touched)
        }
        return self.package.rewritten(changes, frozenset(self._removed))
