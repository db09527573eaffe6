"""Fields with a label and no value, and instructions of a template left in its place.

"Effective Date:" with nothing behind it, "Owner: Name", a cell that holds "??", and "Describe the
services here." are open places that no bracket marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.model.document import Block, BlockKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_LABELLED = regex(r"(?P<label>[A-Z][\w'&/() -]{2,45}?)\s?:[ \t*_]{0,4}(?P<value>[^\n]{0,60})$")
_NEEDED = regex(
    r"(?:(?:effective|start|commencement|expiry|end|renewal|review|issue|approval) date|date"
    r"|version|document owner|owner|author|customer|client|provider|supplier|vendor"
    r"|service provider|contact|(?:next|last) review(?: date)?|review period"
    r"|(?:approved|prepared|reviewed) by|approver"
    r"|(?:business|service|account|relationship) (?:relationship )?(?:owner|manager)"
    r"|e-?mail|phone|address|term|fee|price|location)",
    re.IGNORECASE,
)
_GENERIC = regex(
    r"(?:name|date|customer|client|company|provider|title"
    r"|(?:company|customer|client|provider|contact|full|your|business|service|product|vendor) name"
    r"|e-?mail address|phone number|contact (?:details|information)|first ?name last ?name"
    r"|first last|street, city(?:, (?:state|zip|country|postcode))*|[xX]\.[xXyY])"
    r"(?:\s\((?:the\s)?[\"\u201c][^\"\u201d]{1,30}[\"\u201d]\))?[.,]?",
    re.IGNORECASE,
)
_INSTRUCTS = regex(
    r"\(?(?:Describe|List|Specify|State|Insert|Enter|Identify|Outline|Explain|Detail|Define|Include)"
    r"\b[^.:\n]{3,90}?\b(?:here|in this (?:section|table|clause|paragraph|document))\b[.)]{0,2}$"
    r"|(?:This|The following) section (?:should|needs to) (?:describe|list|contain|include|define"
    r"|outline|state|set out|identify|cover|specify)\b"
    r"|\((?:Describe|List|Specify|Insert|Enter|Identify|Outline|Explain|Provide)\b[^()\n]{3,120}\)$"
    r"|(?:Please )?(?:[Ee]nter|[Ii]nsert|[Ff]ill in|[Tt]ype|[Aa]dd) (?:the |your |an? |any )?"
    r"(?:name|date|number|detail|description|address|contact|title)s?\b"
    r"(?![^.\n]*\b(?:click|select|press|submit|form|field|box|ticket|portal|page|send)\b)"
    r"[^.\n]{0,80}[.)]?$"
)
_OPEN_CELL = regex(r"\?{2,6}|X{2,6}%?|[xX]{2,3}\s?%|_{2,30}|\[\s*\]|<[A-Za-z ]{2,30}>")
"""All that a cell of values holds where nobody filled it in."""
_QUIET = frozenset((Role.SIGNATURE, Role.CONTENTS, Role.CODE, Role.PAGE))


def unfilled_fields(draft: Draft) -> Iterator[Span]:
    """Give the labels without a value, the values that only name what is asked, instructions."""
    blocks = draft.document.blocks
    for block in blocks:
        if draft.outline.role(block) in _QUIET or block.kind is BlockKind.HEADING:
            continue
        text = draft.document.text_of(block.body)
        if len(text) > _LONGEST:
            continue
        if block.cell is not None and _is_open_cell(block, text.strip()):
            yield block.body
            continue
        instruction = _INSTRUCTS.match(text)
        if instruction is not None and block.kind is not BlockKind.ITEM:
            yield block.body
            continue
        labelled = _LABELLED.match(text)
        if labelled is None:
            continue
        value = labelled["value"].strip(" *_")
        start = block.body.start
        if not value:
            if _NEEDED.fullmatch(labelled["label"]) and _among_fields(draft, block):
                yield Span(start, start + len(text.rstrip()))
        elif _GENERIC.fullmatch(value) and _is_unlike(labelled["label"], value):
            at = start + labelled.start("value")
            yield Span(at, at + len(labelled["value"].rstrip()))


def _is_open_cell(block: Block, text: str) -> bool:
    """Tell a cell of values that holds a mask or question marks alone."""
    if block.cell is None or block.cell.header or block.cell.column == 0:
        return False
    return _OPEN_CELL.fullmatch(text) is not None


_LONGEST = 200  # code points of a field or an instruction


def _among_fields(draft: Draft, block: Block) -> bool:
    """Tell a label whose value is missing from a heading of what follows.

    Another label must follow at once, and one beside it must have its value.
    """
    blocks = draft.document.blocks
    after = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
    before = blocks[block.index - 1] if block.index else None
    following = _label_of(draft, after)
    if following is None:
        return False
    values = (one["value"].strip(" *_") for one in (following, _label_of(draft, before)) if one)
    return any(values)


def _label_of(draft: Draft, block: Block | None) -> re.Match[str] | None:
    if block is None or block.kind in (BlockKind.HEADING, BlockKind.CELL):
        return None
    return _LABELLED.match(draft.document.text_of(block.body))


def _is_unlike(label: str, value: str) -> bool:
    """Tell "Owner: Name" from a list of fields ("Fields: name") and of roles ("From: Customer")."""
    low = value.lower().rstrip(".,")
    if low in {"customer", "client", "provider", "company", "date", "title", "name"}:
        return _NEEDED.fullmatch(label.removeprefix("IT ").removesuffix("(s)")) is not None
    return True
