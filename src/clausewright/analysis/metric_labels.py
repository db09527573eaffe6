"""The document's own name for what it measures, and the class of urgency it speaks of."""

from __future__ import annotations

import re
from typing import Final

from clausewright.analysis.metric_names import Named
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document
from clausewright.model.facts import Quantity
from clausewright.model.span import Span
from clausewright.pattern import regex

_BEFORE_COLON = regex(r"[^\S\n]*[-*\u2022]?\s?([^:.;\n]{2,60}?)\s?[:\u2013]\s")
_CAPITALISED_BEFORE = regex(r"(?:\b[A-Z][\w%/-]*[ ])+$")
_CAPITALISED_AFTER = regex(r"(?:[ ][A-Z][\w%/-]*\b)+")
_KEPT = regex(
    r"\b(?:keep|maintain|hold|achieve|reach)s?\s(?:the|its|an?)\s([A-Z][\w/-]*(?:\s[A-Z][\w/-]*){0,4})"
    r"(?:\s(?:of|for)\s[^,.;]{1,60}?)?\s(?:at\s(?:or\s(?:above|below|over|under)|least|most)"
    r"|above|below|over|under)\s*$"
)
_NOUN_AFTER = regex(r"[ ](?:times?|rates?|intervals?|percentages?|windows?|objectives?)\b")
_FIRST_WORDS: Final = frozenset("The A An Our Your This That Each Any All If For In We".split())
CLASS_NAME = regex(
    r"\b(?:(?:severity|priority|sev|prio)[ -]?(?:level[ -]?)?(?:[0-5]|i{1,3}|iv)\b|[ps][0-5]\b"
    r"|(?:critical|urgent|emergency|high|major|medium|moderate|normal|minor|low|standard|regular)\b)",
    re.IGNORECASE,
)
_CLASS_NOUN = regex(
    r"[ )*_-]{1,4}(?:priority|severity|impact|urgency|issue|incident|error|request|support|problem|"
    r"defect|ticket|bug|fault|case)",
    re.IGNORECASE,
)


def label_of(
    document: Document, statement: Statement, named: Named, quantity: Quantity | None
) -> str:
    """Give the name that the document writes for a metric in running text."""
    text = document.text
    if statement.block.kind in {BlockKind.ITEM, BlockKind.CODE} and quantity is not None:
        head = _BEFORE_COLON.match(text, statement.span.start, quantity.span.start)
        if head:
            return head[1].strip("*_` ")
    start, end = named.span.start, named.span.end
    if quantity is not None and _is_unnamed(statement, named, quantity):
        kept = _KEPT.search(text, statement.span.start, quantity.span.start)
        if kept:
            return kept[1]
        if named.span == quantity.span and named.name != "other":
            return named.name
    low = max(statement.span.start, start - 60)
    before = _CAPITALISED_BEFORE.search(text, low, start) if text[start].isupper() else None
    if before:
        start = _without_article(text, before.start(), start)
    after = _CAPITALISED_AFTER.match(text, end) if text[start].isupper() else None
    noun = after or _NOUN_AFTER.match(text, end)
    if noun and noun.end() <= statement.span.end:
        end = noun.end()
    return text[start:end]


def _is_unnamed(statement: Statement, named: Named, quantity: Quantity) -> bool:
    """Tell whether nothing but the number, or a title, says what a statement measures."""
    return named.span.overlaps(quantity.span) or named.span.end <= statement.span.start


def _without_article(text: str, start: int, end: int) -> int:
    first = text[start:end].split(" ", 1)[0]
    return start + len(first) + 1 if first in _FIRST_WORDS else start


def severity_in(document: Document, span: Span) -> str | None:
    """Give the class of urgency that a short text names, as it is written."""
    text = document.text
    for match in CLASS_NAME.finditer(text, span.start, span.end):
        word = match[0]
        if word[-1].isdigit() or " " in word or "-" in word:
            return word
        if _CLASS_NOUN.match(text, match.end()) or match.start() <= span.start + 3:
            return word
    return None
