"""Links within a Markdown document: to headings by anchor, to addresses by label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.model.document import BlockKind, Document, MarkKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_PLAIN = regex(r"[^\w]+")
_NAMED = regex(r"(?:\b(?:id|name)\s{0,2}=\s{0,2}[\"']?|\{\s{0,2}#)([\w.:-]+)")
_LABELLED = regex(r"\[([^\[\]\n]{1,80})\]\[([^\[\]\n]{0,60})\]")


def broken_anchors(document: Document) -> Iterator[tuple[str, Span]]:
    """Give the links to an anchor of the document itself that no heading or tag carries.

    Sites make anchors in different ways, so letters and digits alone are compared.
    """
    if document.format != "markdown":  # elsewhere anchors are bookmarks that no reader keeps
        return
    links = [
        (mark.target[1:], mark.span)
        for block in document.blocks
        for mark in block.marks
        if mark.kind is MarkKind.LINK and mark.target and mark.target.startswith("#")
    ]
    if not links:
        return
    known = {_plain(name) for name in _NAMED.findall(document.source)}
    known |= {
        _plain(document.text_of(b.span)) for b in document.blocks if b.kind is BlockKind.HEADING
    }
    known |= {_plain(document.text_of(s.title_span)) for s in document.sections}
    known |= {_plain(f"{s.number or ''}{s.title}") for s in document.sections}
    for anchor, span in links:
        wanted = _plain(anchor)
        if wanted and wanted not in known and wanted.rstrip("0123456789") not in known:
            yield anchor, span


def _plain(name: str) -> str:
    return _PLAIN.sub("", name).replace("_", "").lower()


def undefined_labels(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Give the links [text][label] that stand in the text as written, for want of their label."""
    document = draft.document
    if document.format != "markdown" or "][" not in document.text:
        return
    for match in _LABELLED.finditer(document.text):
        if draft.in_code(Span(match.start(), match.start() + 1)):
            continue
        label = match[2] or match[1]
        if any(c.isalpha() for c in label):
            yield label, Span(*match.span())
