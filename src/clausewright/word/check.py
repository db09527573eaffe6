"""Check a Word package for what makes Word call it unreadable, or loses what it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clausewright.model.errors import InputError
from clausewright.word.markup import Element
from clausewright.word.names import R_NS, w
from clausewright.word.package import CONTENT_TYPES, Package, relationships_part

_CHANGES = tuple(
    w(name)
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel")
)
_RESULT_FIELDS = frozenset(
    {"REF", "PAGEREF", "NOTEREF", "PAGE", "NUMPAGES", "SECTIONPAGES", "TOC", "SEQ", "STYLEREF"}
)
_NO_BLOCKS_AFTER = frozenset({w("p"), w("sdt"), w("customXml")})
_MARKERS = frozenset(
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr",
        "permStart", "permEnd",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and in which part ("" for the package)."""

    part: str
    message: str

    def __str__(self) -> str:
        """Give "part: message"."""
        return f"{self.part}: {self.message}" if self.part else self.message


def check_package(name: str, data: bytes) -> tuple[Problem, ...]:
    """Give the problems of a package, none for one that Word opens as it is."""
    try:
        package = Package(name, data)
        main = package.main
    except InputError as error:
        return (Problem("", error.message),)
    trees: dict[str, Element] = {}
    problems: list[Problem] = []
    for part in package.archive.names:
        if part.endswith((".xml", ".rels")):
            try:
                trees[part] = package.xml(part)
            except InputError as error:
                problems.append(Problem(part, error.message))
    problems += _types(package)
    for part, tree in trees.items():
        problems += _relations(package, part, tree)
        for check in _TREE_CHECKS:
            problems += (Problem(part, message) for message in check(tree))
    problems += _comments(package, main, trees)
    problems += _notes(package, main, trees)
    return tuple(problems)


def _types(package: Package) -> Iterator[Problem]:
    overrides: Counter[str] = Counter()
    for node in package.xml(CONTENT_TYPES):
        part = node.get("PartName", "").lstrip("/")
        if part:
            overrides[part.lower()] += 1
    present = {part.lower() for part in package.archive.names}
    for part, count in overrides.items():
        if count > 1:
            yield Problem(CONTENT_TYPES, f"names {part} {count} times")
        if part not in present:
            yield Problem(CONTENT_TYPES, f"names {part}, which is not there")
    for part in package.archive.names:
        if part != CONTENT_TYPES and package.content_type(part) is None:
            yield Problem(part, "has no content type")


def _relations(package: Package, part: str, tree: Element) -> Iterator[Problem]:
    if part.endswith(".rels"):
        folder, _, file = part.rpartition("/")
        owner = f"{folder.removesuffix('_rels')}{file.removesuffix('.rels')}"
        relations = package.relationships(owner)
        for name, count in Counter(relation.id for relation in relations).items():
            if count > 1:
                yield Problem(part, f"names the relation {name} {count} times")
        external = {node.get("Id") for node in tree if node.get("TargetMode") == "External"}
        for relation in relations:
            inside = relation.id not in external and not relation.address.startswith("#")
            if inside and relation.target not in package.archive:
                yield Problem(part, f"{relation.id} leads to {relation.address}, not there")
        return
    known = {relation.id for relation in package.relationships(part)}
    used = {
        value
        for node in tree.iter()
        for name, value in node.attrib.items()
        if str(name).startswith(f"{{{R_NS}}}") and value
    }
    for name in sorted(str(value) for value in used - known):
        yield Problem(part, f"uses the relation {name}, which {relationships_part(part)} lacks")


def _unique_ids(tree: Element) -> Iterator[str]:
    for what, names in (
        ("bookmark", (w("bookmarkStart"),)),
        ("comment", (w("comment"),)),
        ("tracked change", _CHANGES),
    ):
        counts = Counter(node.get(w("id")) for node in tree.iter(*names))
        for number, count in counts.items():
            if count > 1:
                yield f"{count} {what}s have the id {number}"


def _bookmarks(tree: Element) -> Iterator[str]:
    starts = {node.get(w("id")) for node in tree.iter(w("bookmarkStart"))}
    ends = {node.get(w("id")) for node in tree.iter(w("bookmarkEnd"))}
    for number in sorted(str(each) for each in starts ^ ends):
        yield f"bookmark {number} has no {'end' if number in starts else 'start'}"


def _cells(tree: Element) -> Iterator[str]:
    for cell in tree.iter(w("tc")):
        blocks = [child for child in cell if child.tag not in _MARKERS]
        if not blocks or blocks[-1].tag not in _NO_BLOCKS_AFTER:
            yield "a table cell does not end in a paragraph"


def _fields(tree: Element) -> Iterator[str]:
    for simple in tree.iter(w("fldSimple")):
        kind = _kind(simple.get(w("instr"), ""))
        if kind in _RESULT_FIELDS and simple.find(f".//{w('r')}") is None:
            yield f"a {kind} field has no cached result"
    stack: list[_Field] = []
    for node in tree.iter(w("fldChar"), w("instrText"), w("t"), w("tab"), w("sym"), w("drawing")):
        mark = node.get(w("fldCharType")) if node.tag == w("fldChar") else None
        if mark == "begin":
            stack.append(_Field())
        elif mark is not None and not stack:
            yield f'a field has "{mark}" without "begin"'
        elif mark == "separate":
            stack[-1].separated = True
        elif mark == "end":
            ended = stack.pop()
            kind = _kind(ended.instruction)
            if kind in _RESULT_FIELDS and not ended.result:
                yield f"a {kind} field has no cached result"
            if stack and stack[-1].separated:
                stack[-1].result = True
        elif stack and node.tag == w("instrText"):
            stack[-1].instruction += node.text or ""
        elif stack and stack[-1].separated:
            stack[-1].result = True
    if stack:
        yield f"{len(stack)} field(s) have no end"


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    separated: bool = False
    result: bool = False


def _kind(instruction: str) -> str:
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""


def _comments(package: Package, main: str, trees: dict[str, Element]) -> Iterator[Problem]:
    known: set[str | None] = set()
    for part in package.related(main, "comments"):
        comments = list(trees[part].iter(w("comment"))) if part in trees else []
        known |= {comment.get(w("id")) for comment in comments}
        if part in trees and not comments:
            yield Problem(part, "holds no comment")
        for comment in comments:
            if comment.find(w("p")) is None:
                yield Problem(part, f"comment {comment.get(w('id'))} has no paragraph")
    tree = trees.get(main)
    if tree is None:
        return
    edges: dict[str, Counter[str | None]] = {}
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        edges[name] = Counter(node.get(w("id")) for node in tree.iter(w(name)))
        for number, count in edges[name].items():
            if number not in known:
                yield Problem(main, f"{name} {number} has no comment")
            if count > 1:
                yield Problem(main, f"{name} {number} stands {count} times")
    starts, ends = edges["commentRangeStart"], edges["commentRangeEnd"]
    for number in starts.keys() ^ ends.keys():
        yield Problem(main, f"comment {number} has one end of its range only")
    for number in starts.keys() - edges["commentReference"].keys():
        yield Problem(main, f"comment {number} has a range and no reference")


def _notes(package: Package, main: str, trees: dict[str, Element]) -> Iterator[Problem]:
    tree = trees.get(main)
    if tree is None:
        return
    for kind in ("footnote", "endnote"):
        known = {
            node.get(w("id"))
            for part in package.related(main, f"{kind}s")
            if part in trees
            for node in trees[part].iter(w(kind))
        }
        for node in tree.iter(w(f"{kind}Reference")):
            if node.get(w("id")) not in known:
                yield Problem(main, f"{kind} {node.get(w('id'))} is referred to, not there")


_TREE_CHECKS: tuple[Callable[[Element], Iterator[str]], ...] = (
    _unique_ids,
    _bookmarks,
    _cells,
    _fields,
)
