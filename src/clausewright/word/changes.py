"""Change words of a Word package as tracked changes, each to be accepted or rejected by itself."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from clausewright.model.document import MarkKind
from clausewright.word.cut import Cut, cut_after, cut_before
from clausewright.word.editing import Editor
from clausewright.word.markup import Element, writable
from clausewright.word.names import XML_NS, w
from clausewright.word.text import Atom, Paragraph

_INSERTED = frozenset({w("ins"), w("moveTo")})
_PLAIN = frozenset(
    w(name)
    for name in (
        "rPr", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym",
        "lastRenderedPageBreak",
    )
)  # fmt: skip
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace the text of one paragraph from ``start`` to ``end`` (offsets in it) by ``text``."""

    paragraph: int
    start: int
    end: int
    text: str


def refusal(paragraph: Paragraph, edit: TextEdit) -> str | None:
    """Tell why an edit cannot be a tracked change, None where it can."""
    if not 0 <= edit.start <= edit.end <= len(paragraph.text):
        return "it reaches over paragraphs"
    if "\n" in edit.text:
        return "it would add a paragraph"
    atoms = list(_atoms(paragraph, edit))
    if not atoms:
        return "its paragraph has no text"
    stop = max(edit.end, edit.start + 1)
    fields = (mark for mark in paragraph.marks if mark.kind is MarkKind.FIELD)
    if any(mark.start < stop and edit.start < mark.end for mark in fields):
        return "Word computes these words from a field"
    for atom in atoms:
        if atom.run is None:
            return "it stands in a formula"
        if any(child.tag not in _PLAIN for child in atom.run):
            return "a note, a picture or a field stands among these words"
        reason = _holder_refusal(atom.run)
        if reason is not None:
            return reason
    return None


def _holder_refusal(run: Element) -> str | None:
    """Tell why what stands around a run cannot be changed."""
    inside = True
    for above in run.iterancestors():
        inside = inside and above.tag != w("p")
        if inside and above.tag == w("r"):
            return "it stands in a text with reading marks"
        if above.tag == w("sdt") and _is_locked(above):
            return "its content control is locked"
    return None


def apply_edits(
    editor: Editor, edits: Sequence[TextEdit], *, author: str, date: str | None
) -> None:
    """Write edits as tracked deletions and insertions that keep the formatting of the words.

    Each must have no ``refusal``, no two may overlap, and offsets are those of the paragraphs as
    read: all edits of a package must be made in one call, before any other.
    """
    for edit in sorted(edits, key=lambda e: (e.paragraph, e.start, e.end), reverse=True):
        paragraph = editor.word.paragraphs[edit.paragraph]
        about = {w("author"): author}
        if date is not None:
            about[w("date")] = date
        _apply(editor, paragraph, edit, about)
        editor.touch(paragraph.part)


def _apply(editor: Editor, paragraph: Paragraph, edit: TextEdit, about: dict[str, str]) -> None:
    if edit.start == edit.end:
        place = cut_after(paragraph, edit.start)
        model = place.element
    else:
        runs = _runs(paragraph, edit)
        model = runs[0]
        place = Cut(_struck(editor, runs, about), before=False)
    if edit.text:
        _insert(editor, place, model, edit.text, about)


def _runs(paragraph: Paragraph, edit: TextEdit) -> list[Element]:
    """Cut out the runs that hold exactly the words of an edit."""
    cut_after(paragraph, edit.end)
    first = cut_before(paragraph, edit.start).element
    runs = [first]
    for atom in _atoms(paragraph, edit):
        if atom.start >= edit.start:
            run = atom.node.getparent()
            if run is not None and run not in runs:
                runs.append(run)
    return runs


def _atoms(paragraph: Paragraph, edit: TextEdit) -> Iterator[Atom]:
    """Give the atoms that hold the words of an edit, or for an insertion the one it follows."""
    if edit.start == edit.end:
        near = max(0, edit.start - 1)
        yield from (atom for atom in paragraph.atoms if atom.start <= near < atom.end)
    else:
        yield from (a for a in paragraph.atoms if a.start < edit.end and edit.start < a.end)


def _struck(editor: Editor, runs: Sequence[Element], about: dict[str, str]) -> Element:
    """Wrap runs in tracked deletions, neighbours in one; give the last."""
    deletion: Element | None = None
    for run in runs:
        if deletion is None or run.getprevious() is not deletion:
            deletion = run.makeelement(w("del"), {w("id"): str(editor.new_id()), **about})
            run.addprevious(deletion)
        deletion.append(run)
        for text in run.findall(w("t")):
            text.tag = w("delText")
            text.set(f"{{{XML_NS}}}space", "preserve")
    if deletion is None:
        raise AssertionError
    return deletion


def _insert(editor: Editor, place: Cut, model: Element, text: str, about: dict[str, str]) -> None:
    insertion = model.makeelement(w("ins"), {w("id"): str(editor.new_id()), **about})
    run = etree.SubElement(insertion, w("r"))
    properties = model.find(w("rPr")) if model.tag == w("r") else None
    if properties is not None:
        kept = copy.deepcopy(properties)
        for change in kept.findall(w("rPrChange")):
            kept.remove(change)
        run.append(kept)
    for at, part in enumerate(writable(text).split("\t")):
        if at:
            etree.SubElement(run, w("tab"))
        if part:
            node = etree.SubElement(run, w("t"))
            node.set(f"{{{XML_NS}}}space", "preserve")
            node.text = part
    _outside_insertions(editor, place).put(insertion)


def _outside_insertions(editor: Editor, place: Cut) -> Cut:
    """Leave the tracked insertions around a place: one insertion cannot stand in another."""
    while (parent := place.element.getparent()) is not None and parent.tag in _INSERTED:
        children = list(parent)
        at = children.index(place.element) + (0 if place.before else 1)
        if at == 0:
            place = Cut(parent, before=True)
            continue
        if at < len(children):
            rest = parent.makeelement(parent.tag)
            for name, value in parent.attrib.items():
                rest.set(name, value)
            rest.set(w("id"), str(editor.new_id()))
            for child in children[at:]:
                rest.append(child)
            Cut(parent, before=False).put(rest)
        place = Cut(parent, before=False)
    return place


def _is_locked(control: Element) -> bool:
    lock = control.find(f"{w('sdtPr')}/{w('lock')}")
    return lock is not None and lock.get(w("val")) in _LOCKED
