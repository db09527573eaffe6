"""Whether a place says what a phrase is: as a label, or in the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausewright.analysis.known_names import bare_title
from clausewright.analysis.term_uses import stem
from clausewright.model.document import BlockKind, MarkKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_EXPLAINED_AFTER = regex(
    r"[\"\u201d)]?\s{0,2}[(,]?\s?(?:each\s|both\s|all\s)?(?:as\s)?(?:(?:such|that|those)\sterms?\s(?:is|are)\s)?"
    r"(?:(?:further\s)?(?:defined|described|specified|identified|listed|outlined|stated|set\s(?:out|forth))\s(?:in|on|by|under|below|above|herein)"
    r"|has\sthe\smeaning|referred\sto\sin)"
    r"|\s\((?:an?|the)\s[\"\u201c]|\s\(?here(?:in)?after\b|\s(?:shall|will)\sbe\s[a-z]+-|\sincludes?\sthe\sfollowing"
    r"|\s(?:[a-z]+\s)?(?:is|are)\sdefined\b|\s(?:measures|covers|comprises|consists\sof|describes)\s"
    r"|\s(?:is|are|equals?|shall\sbe|will\sbe)\s(?:the\s(?:sum|amount|period|time|percentage|number|total|[a-z]+\s(?:of|from|between|in|that|during))\b"
    r"|[$\u20ac\u00a3\d]|an?\s|[a-z-]+\s\(\d)"
    r"|,?\s(?:attached|annexed|appended|listed)\b"
    r"|\sof\s(?:\d|[a-z-]+\s\(?\d)|[^.;\n]{0,20}\(as\sdefined|[^.;\n]{0,30}\bas\sdefined\sin\b"
    r"|\s(?:under|in|of|pursuant\sto)\s(?:the|such|that|its|any)\s(?:[A-Z][\w-]*\s){0,4}"
    r"(?:Agreement|Act|Code|Plan|Policy|Terms|Lease|Indenture|MSA|Rules|Regulations?|Law)\b"
)
_RUN_IN_NUMBER = regex(r"(?:\d{1,2}(?:\.\d{1,3}){0,3}[.)]?|\([a-z\d]{1,3}\))\s+$")
_RUN_IN_END = regex(r"\s?(?::|\.\s|\s{2,}(?:[A-Z(])|\s[A-Z(a-z]\)\s)")
_LONG_EXPLANATION = regex(
    r"\s(?:[a-z][\w-]*\s(?:[\w'\u2019-]+\s){0,5}?)?(?:(?:will|shall)\sbe|consists?\sof)\s(?:the|all)\s"
    r"|[^.;\n\"\u201d]{0,40}\b(?:shall\smean|means)\s"
)
_EXPANDS = regex(
    r"\b(?:(?:means|is|stands for)\s(?:an?\s|the\s)?"
    r"|(?:referred to|known|called) as\s(?:the\s)?|edition of\s)$"
)
_IS = regex(r"\s(?:is|are|=|equals?|indicates?|denotes?)\s")  # below a formula: "where X is"
_COLLECTED = regex(r"\((?:collectively|together|individually|each|jointly)?,?\s?(?:the\s)?$")


def is_explained(draft: Draft, span: Span) -> bool:
    """Tell whether a place says what the phrase is, as a label or in the words around it."""
    return _labels(draft, span) or _explained(draft, span)


def _labels(draft: Draft, span: Span) -> bool:
    """Tell whether the phrase labels a field, a cell or a list entry, which then explains it."""
    document = draft.document
    block = document.block_at(span.start)
    name = stem(document.text_of(span))
    if block.kind in (BlockKind.HEADING, BlockKind.CELL):
        return (
            len(block.span) <= len(span) + 20
            and stem(bare_title(document.text_of(block.body))) == name
        )
    numbered = _RUN_IN_NUMBER.search(
        draft.text[max(block.span.start, span.start - 14) : span.start]
    )
    if numbered is not None and _RUN_IN_END.match(draft.text, span.end):
        return True
    if span.start - block.body.start > 3:
        return False
    after = draft.text[span.end : span.end + 4]
    if re.match(r"\s?(?:\([^)]*)?[:\u2013\u2014=]|\s-\s|\.", after):
        return True
    return any(
        mark.kind in (MarkKind.BOLD, MarkKind.ITALIC)
        and stem(bare_title(document.text_of(mark.span))) == name
        for mark in block.marks
    )


def _explained(draft: Draft, span: Span) -> bool:
    """Tell whether the words around a place say what the phrase is, or in which document."""
    before = draft.text[max(0, span.start - 1) : span.start]
    after = draft.text[span.end : span.end + 1]
    if before in {'"', "\u201c", "'", "\u2018"} or (before == "(" and after in {")", "/"}):
        return True
    closed = draft.text[span.end : span.end + 2].lstrip()[:1] == ")"
    if closed and _COLLECTED.search(draft.text[max(0, span.start - 24) : span.start]):
        return True
    if _EXPANDS.search(draft.text[max(0, span.start - 20) : span.start]):
        return True
    if draft.text[max(0, span.start - 6) : span.start] == "where " and _IS.match(
        draft.text, span.end
    ):
        return True
    return any(
        form.match(draft.text, span.end) is not None
        for form in (_EXPLAINED_AFTER, _LONG_EXPLANATION)
    )
