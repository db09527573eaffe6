"""Gather one paragraph while its XML is walked."""

from __future__ import annotations

from clausewright.model.document import Cell, MarkKind
from clausewright.word.markup import Element
from clausewright.word.names import w
from clausewright.word.text import Anchor, Atom, Paragraph, Story, TextMark


class Builder:
    """The paragraph being read: its text so far, where each stretch came from, its marks."""

    def __init__(self, index: int) -> None:
        self.index = index
        self.length = 0
        self.style_id: str | None = None
        self.boxes: list[tuple[Element, Element]] = []  # drawing, box
        self._elements: list[Element] = []
        self._mark: Element | None = None
        self._atoms: list[Atom] = []
        self._marks: list[TextMark] = []

    def start(self, element: Element, properties: Element | None) -> None:
        """Begin a w:p: the first of the paragraph, or one that a tracked change joins to it."""
        self._elements.append(element)
        style = None if properties is None else properties.find(w("pStyle"))
        self.style_id = None if style is None else style.get(w("val"))
        self._mark = None if properties is None else properties.find(w("rPr"))

    def mark_is(self, names: frozenset[str]) -> bool:
        """Tell whether the end of the paragraph carries a tracked change of these names."""
        return self._mark is not None and any(child.tag in names for child in self._mark)

    def add(self, text: str, node: Element, run: Element | None) -> None:
        """Add text that stands in a node."""
        if text:
            self._atoms.append(Atom(self.length, text, node, run))
            self.length += len(text)

    def mark(self, kind: MarkKind, start: int, target: str | None = None) -> None:
        """Mark the text from an offset on, lengthening a mark of the same kind right before it."""
        if start >= self.length:
            return
        for at in range(len(self._marks) - 1, max(-1, len(self._marks) - 5), -1):
            last = self._marks[at]
            if last.kind is kind and last.end == start and last.target == target:
                self._marks[at] = TextMark(kind, last.start, self.length, target)
                return
        self._marks.append(TextMark(kind, start, self.length, target))

    def finished(
        self, part: str, ordinal: int, story: Story, cell: Cell | None, anchor: Anchor | None
    ) -> Paragraph:
        """Give the paragraph."""
        return Paragraph(
            index=self.index,
            part=part,
            ordinal=ordinal,
            story=story,
            elements=tuple(self._elements),
            text="".join(atom.text for atom in self._atoms),
            atoms=tuple(self._atoms),
            marks=tuple(self._marks),
            cell=cell,
            anchor=anchor,
        )

    @property
    def first(self) -> Element:
        """The first w:p of the paragraph."""
        return self._elements[0]
