"""The grid of a Word table: which cells stand where, merged cells as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clausewright.word.markup import Element
from clausewright.word.names import w
from clausewright.word.styles import integer, is_on

_ROW_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")})
_ROW_CHANGES = {w("ins"): "insertion", w("del"): "deletion"}
_CELL_CHANGES = {w("cellDel"): w("del"), w("cellIns"): w("ins")}
_MOST_COLUMNS = 10_000


@dataclass(slots=True)
class GridCell:
    """A cell, with the cells that a merge hides behind it."""

    elements: list[Element]
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class GridRow:
    """A row, ``hidden`` where the view does not show it; ``changes`` add or strike it."""

    element: Element
    index: int
    header: bool
    hidden: bool
    changes: list[tuple[str, Element]]
    cells: list[GridCell] = field(default_factory=list)


def grid(table: Element, hidden: frozenset[str]) -> list[GridRow]:
    """Give the rows of a table. ``hidden`` names the tracked changes the view does not show."""
    rows: list[GridRow] = []
    open_merges: dict[int, GridCell] = {}
    shown = 0
    for element in _under(table, w("tr")):
        properties = element.find(w("trPr"))
        changes = [
            (_ROW_CHANGES[node.tag], node)
            for node in (properties if properties is not None else ())
            if node.tag in _ROW_CHANGES
        ]
        is_hidden = any(node.tag in hidden for _, node in changes)
        header = properties is not None and bool(is_on(properties.find(w("tblHeader"))))
        row = GridRow(element, shown, header, is_hidden, changes)
        rows.append(row)
        if not is_hidden:
            shown += 1
            row.cells = _cells(element, properties, open_merges, hidden)
    return rows


def _cells(
    row: Element,
    properties: Element | None,
    open_merges: dict[int, GridCell],
    hidden: frozenset[str],
) -> list[GridCell]:
    column = _number(properties, "gridBefore", 0)
    cells: list[GridCell] = []
    merges: dict[int, GridCell] = {}
    for element in _under(row, w("tc")):
        about = element.find(w("tcPr"))
        if about is not None and any(_CELL_CHANGES.get(node.tag) in hidden for node in about):
            continue
        width = max(1, _number(about, "gridSpan", 1))
        down, across = _merge(about, "vMerge"), _merge(about, "hMerge")
        if across == "continue" and cells:
            cells[-1].columns += width
            cells[-1].elements.append(element)
        elif down == "continue" and column in open_merges:
            above = merges[column] = open_merges[column]
            above.rows += 1
            above.elements.append(element)
        else:
            cells.append(GridCell([element], column, width))
            if down is not None:
                merges[column] = cells[-1]
        column += width
    open_merges.clear()
    open_merges.update(merges)
    return cells


def _under(node: Element, name: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, through content controls."""
    for child in node:
        if child.tag == name:
            yield child
        elif child.tag in _ROW_WRAPPERS:
            yield from _under(child, name)


def _number(properties: Element | None, name: str, default: int) -> int:
    node = None if properties is None else properties.find(w(name))
    value = None if node is None else integer(node.get(w("val")))
    return default if value is None else min(max(value, 0), _MOST_COLUMNS)


def _merge(properties: Element | None, name: str) -> str | None:
    node = None if properties is None else properties.find(w(name))
    return None if node is None else node.get(w("val"), "continue")
