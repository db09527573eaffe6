"""How often reviews and reports are due, said twice; the day an agreement takes effect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.draft import Draft
from clausewright.analysis.outline import Role
from clausewright.analysis.quantity_units import DAY, MONTH, QUARTER, WEEK, YEAR
from clausewright.analysis.scan import Hit, fold, readings
from clausewright.analysis.statements import statement_at
from clausewright.lint_rules.numbers.asked_once import Answer, compared
from clausewright.model.document import BlockKind
from clausewright.model.facts import DateMention
from clausewright.model.finding import Finding, Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_WORDS: Final = {
    "daily": DAY, "weekly": WEEK, "monthly": MONTH, "quarterly": QUARTER, "annually": YEAR,
    "yearly": YEAR, "annual": YEAR, "half-yearly": 2 * QUARTER, "biannually": 2 * QUARTER,
    "each day": DAY, "each week": WEEK, "each month": MONTH, "each quarter": QUARTER,
    "each year": YEAR, "every day": DAY, "every week": WEEK, "every month": MONTH,
    "every quarter": QUARTER, "every year": YEAR, "once a week": WEEK, "once a month": MONTH,
    "once a quarter": QUARTER, "once a year": YEAR, "every six months": 2 * QUARTER,
    "every three months": QUARTER, "every twelve months": YEAR, "every 6 months": 2 * QUARTER,
    "every 3 months": QUARTER, "every 12 months": YEAR, "every two years": 2 * YEAR,
    "twice a year": 2 * QUARTER, "twice yearly": 2 * QUARTER,
}  # fmt: skip
_OFTEN = regex(rf"(?<![\w-])(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![\w-])")
_REVIEWS: Final = (
    "{agreement|sla|ola|document|contract} {is|will be|shall be|must be|should be} reviewed",
    "{review|reviews} {this|the} {agreement|sla|ola|document|contract}",
    "{review|reviews} of {this|the} {agreement|sla|ola|document|contract}",
    "{reviewed|review}",
)
_REPORTS: Final = (
    "{service level|service|performance|sla|availability} {report|reports}",
    "{report|reports} on {service levels|performance|availability|the service levels}",
)
PHRASES: Final = (*_REVIEWS, *_REPORTS)
_OF_AGREEMENT = regex(r"\b(?:agreement|sla|ola|document|contract)\b", re.IGNORECASE)
_CASES = regex(
    r"\b(?:plan|package|tier|premium|enterprise|except|unless|additional|also|ad.hoc|further|either|"
    r"first|meetings?|access|security|backups?|risk|logs?|internal\w*|example|summary|in addition|"
    r"trend|financial|audit\w*|operational|strategic|executive|escalat\w*|metrics?|targets?|price\w*)\b",
    re.IGNORECASE,
)
_QUIET = frozenset((Role.CONTENTS, Role.CODE, Role.SIGNATURE, Role.TITLE, Role.CONTROL))


def said_twice(draft: Draft, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Tell reviews and reports that two sections make due in different intervals."""
    for name, phrases in (("the review", _REVIEWS), ("the service report", _REPORTS)):
        wanted = readings(phrases)
        answers = [
            answer
            for hit in hits
            if hit.phrase in wanted and (answer := _answer(draft, hit, name)) is not None
        ]
        yield from compared(draft, f"how often {name} is due", answers)


def _answer(draft: Draft, hit: Hit, name: str) -> Answer | None:
    """Give the one interval of a sentence that speaks of nothing else."""
    statement = statement_at(draft.statements, hit.span.start)
    if statement.block.kind is BlockKind.HEADING or draft.outline.role(statement.block) in _QUIET:
        return None
    said = fold(draft.document.text_of(statement.span))
    if _CASES.search(said) or (name == "the review" and not _OF_AGREEMENT.search(said)):
        return None
    found = list(_OFTEN.finditer(said))
    if len({_WORDS[one[0]] for one in found}) != 1:
        return None
    start = statement.span.start + found[0].start()
    section = draft.document.section_index(statement.block)
    return Answer(Span(start, start + len(found[0][0])), section, (_WORDS[found[0][0]], 0.0))


_IN_FORCE = regex(
    r"\b(?:agreement|sla|ola|contract|document|version)\b[^.\n]{0,60}\b(?:effective|takes? effect"
    r"|comes? into (?:effect|force)|enters? into force|commences?)\b[^.\n]{0,30}$"
    r"|\beffective (?:date|from|as of|on)?\s?:?[ *_]{0,4}$",
    re.IGNORECASE,
)


def two_beginnings(draft: Draft) -> Iterator[Finding]:
    """Tell a second day on which the agreement is said to take effect."""
    days = [one for one in draft.dates if one.date is not None and _begins(draft, one)]
    if len({one.date for one in days}) != 2:
        return
    other = next(one for one in days if one.date != days[0].date)
    said, before = (draft.document.text_of(one.span) for one in (other, days[0]))
    line = draft.document.line_name(days[0].span.start)
    yield Finding(
        other.span,
        f"the agreement takes effect on {said} here and on {before} in {line}",
        severity=Severity.INFO,
    )


def _begins(draft: Draft, date: DateMention) -> bool:
    block = draft.document.block_at(date.span.start)
    if block.cell is not None or draft.outline.role(block) in (Role.CONTENTS, Role.CODE):
        return False
    start = max(block.span.start, date.span.start - 130)
    return _IN_FORCE.search(draft.text[start : date.span.start]) is not None
