"""Classes that a document refers to by letter or number and does not have.

"80% of the Category 3 errors" speaks of a class; where the classes are called Critical and Low, or
none is described at all, nobody can tell which errors are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

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
_GRADES = (
    "Critical|Urgent|High|Medium|Moderate|Low|Major|Minor|Normal|Severe|Emergency|Blocker|Blocking"
    "|Trivial|Cosmetic|Routine"
)
_FAULTS = (
    r"(?:[Ii]ssue|[Ii]ncident|[Ff]ault|[Tt]icket|[Pp]roblem|[Ee]rror|[Rr]equest|[Bb]ug|[Cc]ase)s?"
)
_GRADED = regex(
    rf"\b(?P<grade>{_GRADES})(?:[ -](?:[Pp]riority|[Ss]everity|[Ii]mpact|[Uu]rgency))?\s{_FAULTS}\b"
    rf"|\b(?:classified|mark(?:ed|s)?|rated|categori[sz]ed|flagged|logged|designated|prioriti[sz]ed|tagged)"
    rf"\s(?:as\s|with\s)?(?:an?\s)?[\"\u201c'*]{{0,3}}(?P<rated>{_GRADES})\b(?!\s(?:[A-Z]))"
)
_ENTRY_BEFORE = regex(r"[-\u2013\u2014:=\u2022(]\s?$|\so\s$")  # the class has its words right here
_LISTED = regex(
    rf"[\"\u201d'*]{{0,3}}(?:,|,?\s(?:or|and))\s[\"\u201c'*]{{0,3}}(?P<next>{_GRADES})\b"
)


def unknown_classes(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Give each class without a word that says what belongs to it, at each place."""
    described: dict[str, bool] = {}
    for block in draft.outline.body_of(draft.document.blocks):
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


def unknown_grades(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Give each class that is called by a grade ("Urgent") which no words describe, once."""
    told: set[str] = set()
    for block in draft.outline.body_of(draft.document.blocks):
        for match in _GRADED.finditer(draft.text, block.body.start, block.body.end):
            before = draft.text[max(block.body.start, match.start() - 3) : match.start()]
            opens = match.start() - draft.sentence_at(match.start()).start <= _OPENS
            if (opens and match["grade"]) or _ENTRY_BEFORE.search(before):
                continue
            for span in _grades_in(draft.text, match, block.body.end):
                name = draft.document.text_of(span)
                if name not in told and not _is_grade_described(draft, name):
                    yield name, span
                told.add(name)


def _grades_in(text: str, match: re.Match[str], end: int) -> Iterator[Span]:
    """Give the grade that a match names, and those listed right behind it."""
    group = "grade" if match["grade"] else "rated"
    yield Span(*match.span(group))
    at = match.end(group)
    while group == "rated" and (more := _LISTED.match(text, at, end)) is not None:
        yield Span(*more.span("next"))
        at = more.end("next")


def _is_grade_described(draft: Draft, name: str) -> bool:
    """Tell a grade with a row, a heading, a label or a sentence of its own."""
    low = name.lower()
    known = (
        *(one.name for one in draft.severities),
        *(section.title for section in draft.document.sections),
        *(term.name for term in draft.terms),
    )
    if any(low in one.lower() for one in known):
        return True
    if any(
        block.cell is not None and draft.text.startswith(name, block.body.start)
        for block in draft.document.blocks
    ):
        return True
    described = rf"\b{name}\b[^.\n]{{0,24}}(?:[:=(\u2013\u2014]|\s-\s|means\b"
    described += r"|\b(?:is|are)\s(?:an?|the|those|when|where|defined|any)\b)"
    return re.search(described, draft.text) is not None


_NAMED = regex(
    r"\b(?P<level>(?:L|Tier |Level |Tier-|Level-)[1-4])(?=[ -](?:[Ss]upport|[Ee]ngineers?|[Tt]eams?"
    r"|[Tt]echnicians?|[Aa]nalysts?|[Ss]taff)\b)"
    r"|\b(?P<plan>Gold|Silver|Bronze|Platinum|Premium|Enterprise|Professional|Essential|Advanced)"
    r"(?=[ -](?:[Pp]lans?|[Tt]iers?|[Pp]ackages?|[Ss]upport|[Cc]ustomers?|[Cc]lients?"
    r"|[Ss]ubscri\w+|[Ll]evel|[Ss]ervices?)\b)"
)


def unknown_plans(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Give each plan and line of support that is named and never told what it is, once."""
    told: set[str] = set()
    for block in draft.outline.body_of(draft.document.blocks):
        for match in _NAMED.finditer(draft.text, block.body.start, block.body.end):
            name = match[0]
            if name in told:
                continue
            told.add(name)
            opens = match.start() - block.body.start <= _OPENS and match["plan"]
            if not opens and not _is_named_elsewhere(draft, name):
                yield name, Span(*match.span())


def _is_named_elsewhere(draft: Draft, name: str) -> bool:
    """Tell a name in a title or cell, or before a mark or verb that says what it is."""
    if any(name in section.title for section in draft.document.sections):
        return True
    if any(name in term.name for term in draft.terms):
        return True
    places = [match.start() for match in re.finditer(rf"\b{name}\b", draft.text)]
    blocks = [draft.document.block_at(at) for at in places]
    if any(block.cell is not None or block.kind is BlockKind.HEADING for block in blocks):
        return True
    said = (
        rf"\b{name}\b[^.\n]{{0,24}}(?:[:=(\u2013\u2014]|\s-\s|means\b|\bis\b|\bare\b|\bincludes?\b)"
    )
    return re.search(said, draft.text) is not None
