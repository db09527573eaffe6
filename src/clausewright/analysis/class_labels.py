"""Classes that a document refers to by letter or number and does not have.

"80% of the Category 3 errors" speaks of a class; where the classes are called Critical and Low, or
none is described at all, nobody can tell which errors are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.model.document import BlockKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_LABEL = regex(
    r"\b(?P<family>Category|Priority|Severity|Sev|Class)[ -](?P<number>[0-6])\b(?![.\d%])"
    r"|\b(?P<letter>[PS])-?(?P<digit>[0-5])(?= (?:[Ii]ssue|[Ii]ncident|[Ff]ault|[Tt]icket"
    r"|[Pp]roblem|[Ee]rror|[Rr]equest|[Bb]ug|[Oo]utage|[Aa]lert)s?\b)"
)
_QUIET = frozenset((Role.TITLE, Role.CONTENTS, Role.CODE, Role.SIGNATURE))


def unknown_classes(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Give each class without a word that says what belongs to it, at each place."""
    described: dict[str, bool] = {}
    for block in draft.document.blocks:
        if block.kind is BlockKind.HEADING or draft.outline.role(block) in _QUIET:
            continue
        for match in _LABEL.finditer(draft.text, block.body.start, block.body.end):
            if match.start() - block.body.start <= _OPENS:
                continue
            name = match[0]
            if name not in described:
                described[name] = _is_described(draft, match)
            if not described[name]:
                yield name, Span(*match.span())


_OPENS = 3  # code points: a label this near the start of a block opens its own description


def _is_described(draft: Draft, match: re.Match[str]) -> bool:
    number = match["number"] or match["digit"]
    if any(number in one.name for one in draft.severities if one.meaning):
        return True
    if any(number in section.title for section in draft.document.sections):
        return True
    labels = rf"(?:{match['family'] or match['letter']}[a-z]*|[PS]|Level|Tier|Priority|Severity)"
    described = rf"\b{labels}[ -]?{number}\b\W{{0,4}}(?:[:=(\u2013\u2014]|-\s|means\b|is\b|\n)"
    described += rf"|\bis an? {labels}[ -]?{number}\b|\b{labels}[ -]?{number} Definition"
    return re.search(described, draft.text) is not None
