"""Complex fields: which of their marks belong together, and which hide text."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausewright.word.markup import Element
from clausewright.word.names import w

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
