"""Cut runs, so that a mark or a change can stand at an exact place in a paragraph's text.

Cuts are made from the end of a paragraph to its start: what lies left of a cut keeps its nodes.
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from dataclasses import dataclass

from clausewright.word.markup import Element
from clausewright.word.names import M_NS, MC_NS, XML_NS, w
from clausewright.word.text import Atom, Paragraph

_TEXT = frozenset({w("t"), w("delText")})
_SPACE = f"{{{XML_NS}}}space"
_ALTERNATIVES = f"{{{MC_NS}}}AlternateContent"
_FORMULAS = frozenset({f"{{{M_NS}}}oMath", f"{{{M_NS}}}oMathPara"})


@dataclass(frozen=True, slots=True)
class Cut:
    """A place between two elements: right before or right after ``element``."""

    element: Element
    before: bool

    def put(self, node: Element) -> None:
        """Put a node there."""
        if self.before:
            self.element.addprevious(node)
        else:
            self.element.addnext(node)


def atom_from(paragraph: Paragraph, offset: int) -> Atom | None:
    """Give the atom that holds the character at an offset."""
    at = bisect_right(paragraph.atoms, offset, key=lambda atom: atom.start) - 1
    return paragraph.atoms[at] if at >= 0 and offset < paragraph.atoms[at].end else None


def atom_to(paragraph: Paragraph, offset: int) -> Atom | None:
    """Give the atom that holds the character before an offset."""
    return atom_from(paragraph, offset - 1) if offset > 0 else None


def cut_before(paragraph: Paragraph, offset: int) -> Cut:
    """Cut right before the character at an offset (at the end of the text: after the last)."""
    atom = atom_from(paragraph, offset)
    if atom is None:
        return cut_after(paragraph, offset) if paragraph.atoms else _at_start(paragraph)
    whole = _indivisible(atom)
    if whole is not None:
        return Cut(whole, before=True)
    return Cut(divide(atom, offset), before=True)


def cut_after(paragraph: Paragraph, offset: int) -> Cut:
    """Cut right after the character before an offset (at 0: before the first)."""
    atom = atom_to(paragraph, offset)
    if atom is None:
        return cut_before(paragraph, offset) if paragraph.atoms else _at_start(paragraph)
    whole = _indivisible(atom)
    if whole is not None:
        return Cut(whole, before=False)
    run = _run_of(atom)
    if offset - atom.start < _length_now(atom) or atom.node.getnext() is not None:
        divide(atom, offset)
    return Cut(run, before=False)


def _at_start(paragraph: Paragraph) -> Cut:
    element = paragraph.elements[-1]
    properties = element.find(w("pPr"))
    if properties is not None:
        return Cut(properties, before=False)
    if len(element):
        return Cut(element[0], before=True)
    # a paragraph without any child: give it the run that holds the place
    run = element.makeelement(w("r"))
    element.append(run)
    return Cut(run, before=True)


def _indivisible(atom: Atom) -> Element | None:
    """Give what must stay whole around an atom: a formula, ruby text, alternative content."""
    if atom.run is None:
        found = None
        for above in atom.node.iterancestors():
            if above.tag in _FORMULAS:
                found = above
            elif found is not None:
                break
        return found if found is not None else atom.node
    for above in atom.run.iterancestors():
        if above.tag in (w("r"), _ALTERNATIVES):
            return above
        if above.tag == w("p"):
            break
    return None


def _run_of(atom: Atom) -> Element:
    """Give the run in which the start of an atom stands now."""
    run = atom.node.getparent()
    if run is None:
        raise AssertionError
    return run


def _length_now(atom: Atom) -> int:
    """Give how much of an atom its node still holds, after cuts to the right."""
    return len(_text_of(atom.node)) if atom.node.tag in _TEXT else len(atom.text)


def _text_of(node: Element) -> str:
    """Give the text of a w:t as it is read."""
    text = node.text or ""
    return text if node.get(_SPACE) == "preserve" else text.strip(" \t\r\n")


def divide(atom: Atom, offset: int) -> Element:
    """Divide the run of an atom at an offset; give the run that begins there.

    Both halves keep the run's properties. Where nothing stands before the place, the run itself is
    given, undivided.
    """
    node = atom.node
    at = offset - atom.start
    if node.tag in _TEXT and 0 < at < _length_now(atom):
        return _from_child(_run_of(atom), _halved(atom, at))
    return _from_child(_run_of(atom), node if at <= 0 else node.getnext())


def isolated(node: Element) -> Element | None:
    """Give the run that holds a node and nothing else, dividing the one it stands in."""
    run = node.getparent()
    if run is None or run.tag != w("r"):
        return run
    after = node.getnext()
    if after is not None:
        _from_child(run, after)
    return _from_child(run, node)


def _from_child(run: Element, first: Element | None) -> Element:
    """Divide a run before one of its children (None: at its end)."""
    properties = run.find(w("rPr"))
    content = [child for child in run if child is not properties]
    index = len(content) if first is None else content.index(first)
    if index == 0:
        return run
    new = run.makeelement(w("r"))
    for name, value in run.attrib.items():
        new.set(name, value)
    if properties is not None:
        new.append(copy.deepcopy(properties))
    for child in content[index:]:
        new.append(child)
    run.addnext(new)
    return new


def _halved(atom: Atom, at: int) -> Element:
    """Shorten a w:t to its first part and give the rest as a new one after it."""
    node = atom.node
    kept = _text_of(node)
    right = copy.deepcopy(node)
    node.text, right.text = kept[:at], kept[at:]
    for each in (node, right):
        each.set(_SPACE, "preserve")
    node.addnext(right)
    return right
