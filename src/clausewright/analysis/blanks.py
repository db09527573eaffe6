"""Blanks left open on purpose: lines to sign on, forms to fill in when used, drawn rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.model.document import Block
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_SIGNING = regex(
    r"(?:\b(?:by|name|title|date|dated|signed|signature|its|per|witness|attest|print(?:ed)?|"
    r"position|signatory|fax|e-?mail|tel|phone|telephone|address|attn|attention|for|company|place|initials?|"
    r"seal|notary|commission expires)\b[^A-Za-z0-9_]{0,6}|/s/\s*)$",
    re.IGNORECASE,
)

_NEEDED_DATE = regex(
    r"\b(?:effective|start|commencement|expiry|end|renewal|review|issue)\s+date\W*$", re.IGNORECASE
)
_LABELLED_BLANK = regex(r":\s?_{4,}")
_DRAWN = regex(r"[.;!?][\"\u201d)]*\s+(?:and\s+)?\d{0,3}\s*$")
"""The end of a sentence, perhaps a page number: what follows is a rule, or room for initials."""


def is_to_be_written_on(draft: Draft, block: Block, span: Span) -> bool:
    """Tell the blanks of a signature block and rules drawn with underscores."""
    if draft.outline.role(block) is Role.SIGNATURE and not _in_prose(draft, block, span):
        return True
    if _is_in_a_form(draft, block):
        return True
    if draft.text[span.start] not in "_\u2026":
        return False
    if _is_filled(draft.text, span):
        return True
    text = draft.document.text_of(block.span)
    at = span.start - block.span.start
    around = text[max(0, at - 60) : at + len(span) + 60]
    if not any(character.isalpha() for character in around):
        return True
    line = text[max(0, at - 40) : at]
    if _NEEDED_DATE.search(line):
        return False
    if _is_ruled(text, at, len(span)):
        return True
    if _SIGNING.search(line) or (len(span) >= 8 and _DRAWN.search(line)):
        return True
    return len(text) < 300 and text.count("____") > 3 and _few_words(text)


def _is_ruled(text: str, at: int, length: int) -> bool:
    """Tell lines to write on: several in a row, several labels in a line, or under a signature."""
    before, after = text[max(0, at - 120) : at], text[at + length : at + length + 120]
    if before.rstrip().endswith("____") or (length > 20 and after.lstrip().startswith("____")):
        return True
    if "/s/" in before[-50:]:
        return True
    return before.rstrip().endswith(":") and len(_LABELLED_BLANK.findall(f"{before} {after}")) >= 2


def _is_in_a_form(draft: Draft, block: Block) -> bool:
    """Tell an attached form, which is filled in when it is used."""
    attachment = draft.document.attachment_of(block)
    return attachment is not None and "form of" in attachment.title.lower()


def _is_filled(text: str, span: Span) -> bool:
    """Tell a line under or beside words that were filled in: "NO____", "___30___", "___ * note"."""
    before, after = text[max(0, span.start - 12) : span.start], text[span.end : span.end + 3]
    last = before.split()[-1] if before.split() and not before[-1:].isspace() else ""
    if last[:1].isupper() or after[:1].isalnum() or after.lstrip().startswith("*"):
        return True
    return last[:1] in {"(", "_"} and "_" in last and last[-1:].isdigit()


def _in_prose(draft: Draft, block: Block, span: Span) -> bool:
    """Tell a blank inside a sentence from one after a label."""
    before = draft.text[max(block.span.start, span.start - 60) : span.start].split()
    return (
        sum(word.islower() for word in before) >= 3 and draft.text[span.end : span.end + 1] == " "
    )


def _few_words(text: str) -> bool:
    return sum(word.isalpha() for word in text.split()) <= 12
