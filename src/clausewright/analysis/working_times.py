"""Working times written as a term ("3 Business Days") that no word of the document fixes.

Such a term stands in cells, items and labels more often than in sentences, so that it is looked
for in all of them. Days of the week fix the days, a range of clock times the hours, an entry, a
label or a definition either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.term_uses import stem
from clausewright.model.facts import Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_WRITTEN = regex(
    r"\b(?:Normal |Regular |Standard )?(?P<kind>Business|Working|Support|Office|Core|Operating"
    r"|Operational) (?P<unit>Hours?|Days?)\b"
)
_DAYS_FIXED = regex(
    r"\b(?:mon(?:day)?s?\s?(?:to|-|\u2013|through|until|thru)\s?(?:fri|sat|sun|thu)|weekdays|weekends"
    r"|(?:public|bank|national|legal) holidays?|saturdays?|5 days a week|five days a week)",
    re.IGNORECASE,
)
_ELSEWHERE = regex(
    r"(?:business|working|support|office|operating) (?:hours?|days?)\b[\"\u201d)]{0,2},?\s"
    r"(?:\(?(?:as\s)?(?:defined|specified|set out|set forth|stated|listed|published|agreed)"
    r"\s(?:in|on|at|by|with)"
    r"|of the|in the (?:country|region|time ?zone)|at the|means?|are|is|shall mean|refers?)",
    re.IGNORECASE,
)


def undefined_working_times(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Give each such term once, as written, at its first place."""
    told: set[str] = set()
    for block in draft.outline.body_of(draft.document.blocks):
        for match in _WRITTEN.finditer(draft.text, block.body.start, block.body.end):
            unit = match["unit"].rstrip("s")
            if unit in told:
                continue
            told.add(unit)
            if not _is_fixed(draft, unit):
                yield match[0], Span(*match.span())


def _is_fixed(draft: Draft, unit: str) -> bool:
    """Tell whether the document says which days or hours are meant, or where it stands."""
    low = unit.lower()
    names = [stem(term.name) for term in draft.terms]
    titles = [stem(section.title) for section in draft.document.sections]
    if any(name.endswith(low) and " " in name for name in (*names, *titles)):
        return True
    if _ELSEWHERE.search(draft.text):
        return True
    if unit == "Day":
        return _DAYS_FIXED.search(draft.text) is not None
    if any(table.kind == "hours" for table in draft.tables):
        return True
    return any(
        one.dimension is Dimension.TIME_OF_DAY and one.high is not None for one in draft.quantities
    )
