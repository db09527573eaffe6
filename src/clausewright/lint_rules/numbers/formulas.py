"""Formulas whose brackets are missing: "total - downtime / total" divides the downtime alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import fold
from clausewright.model.finding import Finding, Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_SLASH = regex(r"[/\u00f7]")
_BEFORE = regex(
    r"(?:^|[=:`*_\[]|(?<=\s))\s{0,2}(?P<whole>[A-Za-z][A-Za-z ]{0,40}?)"
    r"(?P<minus>\s?[-\u2013\u2212]\s?)"
    r"(?P<part>[A-Za-z][A-Za-z ]{0,40}?)\s?$"
)
_AFTER = regex(r"\s?(?P<whole>[A-Za-z][A-Za-z ]{0,40})")
_REACH: Final = 90
_SIGNS: Final = frozenset("=%*\u00d7")


def missing_brackets(draft: Draft) -> Iterator[Finding]:
    """Tell a difference that is divided by its first part without brackets around it."""
    text = draft.text
    for slash in _SLASH.finditer(text):
        start = max(draft.document.block_at(slash.start()).span.start, slash.start() - _REACH)
        after = _AFTER.match(text, slash.end())
        before = _BEFORE.search(text, start, slash.start()) if after else None
        if before is None or after is None:
            continue
        whole = fold(before["whole"]).strip()
        spaced = before["minus"] != before["minus"].strip()
        if not fold(after["whole"]).startswith(whole) or not (spaced or len(whole) == 1):
            continue
        around = text[start : before.start("whole")] + text[slash.end() : slash.end() + _REACH]
        if _SIGNS.isdisjoint(around):
            continue
        span = Span(before.start("whole"), after.start("whole") + len(whole))
        yield Finding(
            span,
            f'without brackets only "{before["part"].strip()}" is divided',
            severity=Severity.INFO,
        )
