"""The outline of a draft in the editor: symbols and folds."""

from __future__ import annotations

from lsprotocol import types

from clausewright.lsp.positions import Positions
from clausewright.model.document import Document, Section


def _end_of(document: Document, section: Section) -> int:
    return document.source_offset(document.blocks[section.end_block - 1].span.end, end=True)


def document_symbols(document: Document, positions: Positions) -> list[types.DocumentSymbol]:
    """Give sections as a tree."""
    top: list[types.DocumentSymbol] = []
    by_index: dict[int, types.DocumentSymbol] = {}
    for section in document.sections:
        start = document.source_offset(document.blocks[section.heading].span.start)
        title_start = document.source_offset(section.title_span.start)
        title_end = document.source_offset(section.title_span.end, end=True)
        name = f"{section.number or ''} {section.title}".strip() or "(untitled)"
        symbol = types.DocumentSymbol(
            name=name,
            kind=types.SymbolKind.String,
            range=positions.range(
                min(start, title_start), max(_end_of(document, section), title_end)
            ),
            selection_range=positions.range(title_start, title_end),
            children=[],
        )
        by_index[section.index] = symbol
        parent = None if section.parent is None else by_index.get(section.parent)
        siblings = top if parent is None or parent.children is None else parent.children
        siblings = siblings if isinstance(siblings, list) else list(siblings)
        siblings.append(symbol)
        if parent is not None:
            parent.children = siblings
    return top


def folding_ranges(document: Document, positions: Positions) -> list[types.FoldingRange]:
    """Give a fold for each section of more than one line."""
    folds = []
    for section in document.sections:
        start = positions.position(document.source_offset(section.title_span.start)).line
        end = positions.position(_end_of(document, section)).line
        if end > start:
            folds.append(types.FoldingRange(start_line=start, end_line=end))
    return folds
