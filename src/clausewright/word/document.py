"""Read a Word package whole: all its paragraphs in reading order, with numbers and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausewright.model.document import Document
from clausewright.model.errors import InputError
from clausewright.word.markup import Element
from clausewright.word.names import r, w
from clausewright.word.numbering import ListNumber, Numbering
from clausewright.word.package import Package
from clausewright.word.styles import ParagraphStyle, Styles, is_on
from clausewright.word.text import Change, CommentMark, Gap, Paragraph, Story, View
from clausewright.word.walk import Reading, Walker

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True)
class WordDocument:
    """The paragraphs of a package as one view shows them.

    Order: the body with cells and text boxes in place, then notes by their reference, then headers
    and footers. ``properties`` (w:pPr), ``numbers`` and ``styles`` stand beside ``paragraphs``.
    ``roots`` are the trees the paragraphs point into, by part: who edits changes them and writes
    them back.
    """

    package: Package
    view: View
    paragraphs: tuple[Paragraph, ...]
    properties: tuple[Element | None, ...]
    numbers: tuple[ListNumber | None, ...]
    styles: tuple[ParagraphStyle, ...]
    comment_marks: tuple[CommentMark, ...]
    changes: tuple[Change, ...]
    gaps: tuple[Gap, ...]
    roots: Mapping[str, Element]

    @property
    def source(self) -> str:
        """The paragraphs joined by line feeds."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def as_read(data: bytes, document: Document) -> WordDocument:
    """Read a package again in the view that gave a document, so that its positions hold here.

    Raises InputError where the bytes are not those of the document.
    """
    package = Package(document.name, data)
    for view in View:
        word = read_word(package, view)
        if word.source == document.source:
            return word
    raise InputError(
        "the file was changed after it was read: read it again first", where=document.name
    )


def read_word(package: Package, view: View = View.FINAL) -> WordDocument:
    """Read all stories of a package; raises InputError where a part is damaged."""
    main = package.main
    styles = Styles(_first(package, "styles"))
    reading = Reading(view, styles)
    roots: dict[str, Element] = {}

    def walker(part: str) -> Walker:
        root = roots.get(part)
        if root is None:
            root = roots[part] = package.xml(part)
        ordinals = {node: at for at, node in enumerate(root.iter(w("p")), 1)}
        return Walker(reading, part, _links(package, part), ordinals)

    body = walker(main)
    body.story(_body(roots[main]), Story.BODY)
    for kind in ("footnote", "endnote"):
        for part in package.related(main, f"{kind}s")[:1]:
            _read_notes(walker(part), roots[part], kind, reading)
    for part in _headers(package, roots[main]):
        walker(part).story(roots[part], Story.HEADER)
    numbering = Numbering(_first(package, "numbering"), styles)
    properties = tuple(_properties(paragraph, view) for paragraph in reading.paragraphs)
    return WordDocument(
        package=package,
        view=view,
        paragraphs=tuple(reading.paragraphs),
        properties=properties,
        numbers=tuple(
            None if _only_breaks_section(paragraph, each) else numbering.next_number(each)
            for paragraph, each in zip(reading.paragraphs, properties, strict=True)
        ),
        styles=tuple(styles.paragraph(_style(each)) for each in properties),
        comment_marks=tuple(reading.comment_marks),
        changes=tuple(reading.changes),
        gaps=tuple(reading.gaps),
        roots=roots,
    )


def _properties(paragraph: Paragraph, view: View) -> Element | None:
    """Give the properties of a paragraph; in the original view, those before a tracked change."""
    properties = paragraph.elements[-1].find(w("pPr"))
    if properties is not None and view is View.ORIGINAL:
        before = properties.find(f"{w('pPrChange')}/{w('pPr')}")
        return properties if before is None else before
    return properties


def _first(package: Package, kind: str) -> Element | None:
    parts = package.related(package.main, kind)
    return package.xml(parts[0]) if parts else None


def _links(package: Package, part: str) -> Mapping[str, str]:
    return {
        relation.id: relation.address
        for relation in package.relationships(part)
        if relation.kind == "hyperlink"
    }


def _body(root: Element) -> Element:
    body = root.find(w("body"))
    return root if body is None else body


def _style(properties: Element | None) -> str | None:
    node = None if properties is None else properties.find(w("pStyle"))
    return None if node is None else node.get(w("val"))


def _only_breaks_section(paragraph: Paragraph, properties: Element | None) -> bool:
    """Tell whether a paragraph is nothing but a section break, which takes no number."""
    return (
        not paragraph.text and properties is not None and properties.find(w("sectPr")) is not None
    )


def _read_notes(walker: Walker, root: Element, kind: str, reading: Reading) -> None:
    """Read the notes that the body refers to, in the order of their references."""
    notes = {
        node.get(w("id")): node
        for node in root.findall(w(kind))
        if node.get(w("type")) not in _SEPARATORS
    }
    for referred, note_id, anchor in list(reading.notes):
        node = notes.pop(note_id, None) if referred == kind else None
        if node is not None:
            walker.story(node, Story.NOTE, anchor=anchor)


def _headers(package: Package, root: Element) -> Iterator[str]:
    """Give the header and footer parts that sections show, each once, headers first."""
    by_id = {
        relation.id: relation.target
        for relation in package.relationships(package.main)
        if relation.kind in ("header", "footer") and relation.target in package.archive
    }
    settings = _first(package, "settings")
    even = settings is not None and bool(is_on(settings.find(w("evenAndOddHeaders"))))
    seen: set[str] = set()
    for name in ("headerReference", "footerReference"):
        for node in root.iter(w(name)):
            section = node.getparent()
            first = section is not None and bool(is_on(section.find(w("titlePg"))))
            shown = {"first": first, "even": even}.get(node.get(w("type"), ""), True)
            part = by_id.get(node.get(r("id"), ""))
            if shown and part is not None and part not in seen:
                seen.add(part)
                yield part
