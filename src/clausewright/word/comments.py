"""Put comments on exact words of a Word package, and take our own off again.

Word allows comments in the body only (tables and content controls included). A comment on a text
box or a note stands at the place in the body where the box hangs or the note is referred to; one on
a header or footer has no place there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from clausewright.word.cut import Cut, cut_after, cut_before, isolated
from clausewright.word.editing import Editor
from clausewright.word.fields import end_of_field, outermost
from clausewright.word.markup import Element, writable
from clausewright.word.names import AUTHOR, COMMENTS_TYPE, W14_NS, W_NS, XML_NS, w
from clausewright.word.text import Paragraph, Story

_INITIALS = "CW"
_END, _START, _POINT = 0, 1, 2  # in this order where they share a place
_CONTAINERS = frozenset({w("hyperlink"), w("ins"), w("moveTo"), w("del"), w("fldSimple")})
_ABOUT_COMMENTS = ("commentsExtended", "commentsIds", "commentsExtensible")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text from one paragraph to the same or a later one, in offsets in each."""

    first: int
    start: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a comment."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class NewComment:
    """A comment to put on words."""

    words: Words
    lines: tuple[Line, ...]


def can_hold_comment(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Tell whether a comment on a paragraph has a place in the body."""
    paragraph = paragraphs[index]
    if paragraph.story is Story.BODY:
        return True
    anchor = paragraph.anchor
    return anchor is not None and paragraphs[anchor.paragraph].story is Story.BODY


def add_comments(editor: Editor, comments: Sequence[NewComment], *, date: str | None) -> None:
    """Put comments on their words, in the order given.

    Every paragraph named must satisfy ``can_hold_comment``. ``date`` (ISO 8601, UTC) is written
    with each comment, or none is. Offsets are those of the paragraphs as read: all comments of a
    package must be added in one call, before any other edit.
    """
    if not comments:
        return
    root = _comments_root(editor)
    edges: list[tuple[int, int, int, int, int]] = []
    for order, comment in enumerate(comments):
        number = editor.new_id()
        root.append(_comment(number, comment.lines, date))
        words = comment.words
        if (words.first, words.start) == (words.last, words.end):
            edges.append((words.first, words.start, _POINT, -order, number))
        else:
            edges.append((words.first, words.start, _START, -order, number))
            edges.append((words.last, words.end, _END, order, number))
    # from the end to the start; where one comment ends and another starts, the start first
    paragraphs = editor.word.paragraphs
    edges.sort(reverse=True)
    for (index, offset, kind), group in groupby(edges, key=lambda edge: edge[:3]):
        cut = _cut(paragraphs[index], offset, before=kind != _END)
        for edge in group:
            _put_edge(cut, edge[4], kind)
    editor.touch(editor.package.main)


def _cut(paragraph: Paragraph, offset: int, *, before: bool) -> Cut:
    if paragraph.story is not Story.BODY and paragraph.anchor is not None:
        run = isolated(paragraph.anchor.node)
        if run is not None:
            return _hoisted(Cut(run, before))
    cut = cut_before(paragraph, offset) if before else cut_after(paragraph, offset)
    return _hoisted(cut)


def _hoisted(cut: Cut) -> Cut:
    """Leave links, fields and tracked changes where the place is at their edge."""
    element = cut.element
    parent = element.getparent()
    while parent is not None and parent.tag in _CONTAINERS:
        if parent[0 if cut.before else -1] is not element:
            break
        element = parent
        parent = element.getparent()
    return Cut(outermost(element, before=cut.before), cut.before)


def _put_edge(cut: Cut, number: int, kind: int) -> None:
    """Put the mark of one edge, and with the last one the reference that Word shows."""
    about = {w("id"): str(number)}
    top = cut.element
    if kind != _POINT:
        name = "commentRangeStart" if kind == _START else "commentRangeEnd"
        top = cut.element.makeelement(w(name), about)
        cut.put(top)
    if kind == _START:
        return
    run = top.makeelement(w("r"))
    etree.SubElement(run, w("commentReference"), about)
    while (parent := top.getparent()) is not None and parent.tag != w("p"):
        top = parent
    end_of_field(top).addnext(run)  # inside a field some readers take the comment for its result


def _comments_root(editor: Editor) -> Element:
    package = editor.package
    parts = package.related(package.main, "comments")
    if parts:
        editor.touch(parts[0])
        return editor.tree(parts[0])
    root = etree.Element(w("comments"), nsmap={"w": W_NS})
    folder = package.main.rpartition("/")[0]
    names = (
        f"{folder}/comments{n or ''}.xml".lstrip("/") for n in range(len(package.archive.names))
    )
    free = next(name for name in names if name not in package.archive)
    editor.add_part(free, root, COMMENTS_TYPE, "comments")
    return root


def _comment(number: int, lines: Iterable[Line], date: str | None) -> Element:
    node = etree.Element(w("comment"), nsmap={"w": W_NS})
    node.set(w("id"), str(number))
    node.set(w("author"), AUTHOR)
    if date is not None:
        node.set(w("date"), date)
    node.set(w("initials"), _INITIALS)
    for at, line in enumerate(lines):
        paragraph = etree.SubElement(node, w("p"))
        if at == 0:
            etree.SubElement(etree.SubElement(paragraph, w("r")), w("annotationRef"))
        run = etree.SubElement(paragraph, w("r"))
        if line.bold:
            etree.SubElement(etree.SubElement(run, w("rPr")), w("b"))
        text = etree.SubElement(run, w("t"))
        text.set(f"{{{XML_NS}}}space", "preserve")
        text.text = writable(line.text)
    return node


def strip_comments(editor: Editor) -> int:
    """Take off the comments of our author, to put new ones; give how many there were."""
    package = editor.package
    numbers: set[str] = set()
    paragraph_ids: set[str] = set()
    for part in package.related(package.main, "comments"):
        root = editor.tree(part)
        ours = [node for node in root.iter(w("comment")) if node.get(w("author")) == AUTHOR]
        for node in ours:
            numbers.add(node.get(w("id"), ""))
            paragraph_ids.update(
                name for p in node.iter(w("p")) if (name := p.get(f"{{{W14_NS}}}paraId"))
            )
            root.remove(node)
        if ours:
            editor.touch(part)
    if numbers:
        for part, tree in editor.word.roots.items():
            if _strip_marks(tree, numbers):
                editor.touch(part)
        _strip_facts(editor, paragraph_ids)
    return len(numbers)


def take_off_comments(editor: Editor) -> int:
    """Take off the comments of our author for good; give how many there were.

    A comments part that holds none is removed: Word calls it unreadable.
    """
    count = strip_comments(editor)
    for part in editor.package.related(editor.package.main, "comments") if count else ():
        if editor.tree(part).find(w("comment")) is None:
            editor.remove_part(part, "comments")
    return count


def _strip_marks(tree: Element, numbers: set[str]) -> bool:
    marks = [
        node
        for node in tree.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
        if node.get(w("id")) in numbers
    ]
    for node in marks:
        parent = node.getparent()
        if parent is None:
            continue
        parent.remove(node)
        if parent.tag == w("r") and all(child.tag == w("rPr") for child in parent):
            above = parent.getparent()
            if above is not None:
                above.remove(parent)
    return bool(marks)


def _strip_facts(editor: Editor, paragraph_ids: set[str]) -> None:
    """Remove what newer parts say of the comments; an answer to one of ours stands by itself."""
    durable: set[str] = set()
    for kind in _ABOUT_COMMENTS:
        for part in editor.package.related(editor.package.main, kind):
            root = editor.tree(part)
            for node in list(root):
                facts = {str(name).rpartition("}")[2]: value for name, value in node.items()}
                if facts.get("paraIdParent") in paragraph_ids:
                    for name in [n for n in node.attrib if str(n).endswith("}paraIdParent")]:
                        del node.attrib[name]
                    editor.touch(part)
                if facts.get("paraId") in paragraph_ids or facts.get("durableId") in durable:
                    durable.add(str(facts.get("durableId", "")))
                    root.remove(node)
                    editor.touch(part)
