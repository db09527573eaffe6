"""Complex fields: which of their marks belong together, and which hide text."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausewright.word.markup import Element
from clausewright.word.names import w

_TEXT_HOLDERS = frozenset(map(w, ("hyperlink", "ins", "moveTo", "sdt", "fldSimple", "smartTag")))

MARKED_DEPTH = 8  # fields within fields that mark the paragraphs they run through


@dataclass(slots=True)
class OpenField:
    """A field whose end is not reached.

    ``above`` tells that the fields around it show their results. ``start`` is where its own result
    starts in the paragraph being read, None before the result and where nothing is shown.
    """

    above: bool
    instruction: list[str] = field(default_factory=list)
    start: int | None = None

    @property
    def shown(self) -> bool:
        """Whether text inside is shown."""
        return self.start is not None

    @property
    def target(self) -> str:
        """The instruction with white space made single."""
        return " ".join("".join(self.instruction).split())


_MACHINERY = frozenset({w("rPr"), w("fldChar"), w("instrText")})


def outermost(element: Element, *, before: bool) -> Element:
    """Give the run where the fields around an element begin or end in its paragraph.

    Only fields of which nothing is shown between the element and that run count: where something
    is, and where there is no field, the element itself is given.
    """
    found, depth = element, 0
    opening, closing = ("end", "begin") if before else ("begin", "end")
    for sibling in element.itersiblings(preceding=before):
        if sibling.tag == w("r") and any(child.tag not in _MACHINERY for child in sibling):
            break
        if sibling.tag in _TEXT_HOLDERS:
            break
        for mark in sibling.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            depth += (kind == opening) - (kind == closing)
            if depth < 0:
                found, depth = sibling, 0
    return found


def end_of_field(element: Element) -> Element:
    """Give the run that ends the outermost field around an element in its paragraph, or it itself.

    Where a field goes on in the next paragraph, or there is none, the element is given.
    """
    found, depth = element, 0
    for sibling in element.itersiblings():
        for mark in sibling.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            depth += (kind == "begin") - (kind == "end")
            if depth < 0:
                found, depth = sibling, 0
    return found


def unpaired(root: Element, hidden: frozenset[str]) -> frozenset[Element]:
    """Give the field marks without a partner: they are passed over, or they would hide the rest.

    ``hidden`` are the names of elements whose content the view does not show.
    """
    broken: set[Element] = set()
    stack: list[list[Element]] = []
    for mark in root.iter(w("fldChar")):
        if hidden and any(above.tag in hidden for above in mark.iterancestors()):
            continue
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            stack.append([mark])
        elif not stack:
            broken.add(mark)
        elif kind == "end":
            stack.pop()
        else:
            stack[-1].append(mark)
    for marks in stack:
        broken.update(marks)
    return frozenset(broken)
