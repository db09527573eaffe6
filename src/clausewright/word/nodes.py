"""What hangs under a node: its plain text, its text boxes, the branch that is read."""

from __future__ import annotations

from clausewright.word.markup import Element
from clausewright.word.names import A_NS, M_NS, MC_NS, w

BREAKS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}
_TEXT = frozenset({w("t"), w("delText"), f"{{{M_NS}}}t"})
_BOX = w("txbxContent")
_UNREAD_GRAPHICS = (("/diagram", "a diagram"), ("/chart", "a chart"))
_ALTERNATIVES = f"{{{MC_NS}}}AlternateContent"


def choice(node: Element) -> Element | None:
    """Give the one branch of alternative content that is read: what newer programs show."""
    found = node.find(f"{{{MC_NS}}}Choice")
    return found if found is not None else node.find(f"{{{MC_NS}}}Fallback")


def boxes_under(node: Element) -> list[Element]:
    """Give the text boxes under a drawing, outermost only, each alternative once."""
    if node.tag == _ALTERNATIVES:
        branches = (node.find(f"{{{MC_NS}}}Choice"), node.find(f"{{{MC_NS}}}Fallback"))
        found = [boxes_under(branch) if branch is not None else [] for branch in branches]
        return found[0] or found[1]
    boxes: list[Element] = []
    for child in node:
        boxes += [child] if child.tag == _BOX else boxes_under(child)
    return boxes


def unread_under(node: Element) -> str | None:
    """Tell what under a drawing or an object holds words that are not read, None where nothing."""
    if node.tag == w("object"):
        return "an embedded object"
    for data in node.iter(f"{{{A_NS}}}graphicData"):
        for mark, what in _UNREAD_GRAPHICS:
            if mark in data.get("uri", ""):
                return what
    return None


def text_under(node: Element) -> str:
    """Give the plain text under a node, struck text included, breaks and tabs as spaces."""
    parts = []
    for each in node.iter():
        if each.tag in _TEXT:
            parts.append(each.text or "")
        elif each.tag in BREAKS and within_run(each):
            parts.append(" ")
    return "".join(parts)


def within_run(node: Element) -> bool:
    """Tell whether a node is text of a run (w:tab also stands among the tab stops of a style)."""
    parent = node.getparent()
    return parent is not None and parent.tag == w("r")
