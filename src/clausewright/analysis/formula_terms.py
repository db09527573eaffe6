"""Capitalised names in formulas that the document says nothing about: material for hints.

"(Total Minutes - Excused Downtime) / Total Minutes" measures nothing while nobody can tell which
minutes are excused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.analysis.term_explanations import is_explained
from clausewright.analysis.term_uses import places_of, stem
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_OPERATOR = regex(r"[=\u00f7\u00d7/*\u2212\u2013-]\s")
_NAME = regex(r"(?<![\w-])[A-Z][a-z]+(?:[ -](?:of |in |per )?[A-Z][a-z]+){1,4}(?![\w-])")
_TELLING = regex(
    r"\b(?:Downtimes?|Excluded|Excused|Unavailab\w+|Available|Scheduled|Unscheduled|Planned|Unplanned"
    r"|Eligible|Agreed|Valid|Qualif\w+|Permitted|Allowed|Maximum|Outages?|Maintenance|Service|Adjusted"
    r"|Weighted|Met|Missed|Successful|Failed)\b"
)
_QUIET = frozenset((Role.TITLE, Role.CONTENTS, Role.SIGNATURE, Role.CONTROL))


def unknown_quantities(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Give each name on the right of an equation that no other place says anything about."""
    told: set[str] = set()
    for block in draft.document.blocks:
        text = draft.text
        equals = text.find("=", block.body.start, block.body.end)
        if equals < 0 or draft.outline.role(block) in _QUIET:
            continue
        if not _OPERATOR.search(text, equals + 1, block.body.end):
            continue
        for match in _NAME.finditer(text, equals + 1, block.body.end):
            key = stem(match[0])
            if key in told or not _TELLING.search(match[0]):
                continue
            told.add(key)
            if not _is_known(draft, match[0], key):
                yield match[0], Span(*match.span())


def _is_known(draft: Draft, name: str, key: str) -> bool:
    """Tell a name that is a term or title, is explained, or stands in small letters, too."""
    if draft.known_names.names_it(key):
        return True
    places = places_of(draft, name)
    if any(is_explained(draft, span) for span in places.exact):
        return True
    return any(_is_set(draft.text, span) for span in (*places.exact, *places.lower))


def _is_set(text: str, span: Span) -> bool:
    return _SAYS.match(text, span.end) is not None


_SAYS = regex(r"[\"\u201d*_]{0,3}\s?(?:=(?!=)|:|\bis\b|\bare\b|\bmeans?\b|\brefers?\b)|\s\((?!\d)")
