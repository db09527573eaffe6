"""Service levels that a sentence names and no number ever sets.

"The availability of the portal is a service level" promises nothing where neither this sentence,
nor those after it, nor a table or list under it gives the level. A level that the document sets
elsewhere for the same subject is set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausewright.analysis.metric_candidates import Candidate
from clausewright.analysis.metric_cues import NAME_CUES, Cue
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document
from clausewright.model.span import Span
from clausewright.pattern import regex

_LEVEL: Final = (
    r"(?P<level>availability|uptime|(?:response|resolution|repair|restoration|recovery|reaction)"
    r"\s(?:time|rate)s?|error\srate|latency|throughput)"
)
_IS_A_LEVEL = regex(
    rf"\b{_LEVEL}\b(?P<subject>[^.;:]{{0,60}}?)\s(?:is|are|shall\sbe|forms?|counts?\sas|serves?\sas)"
    r"\s(?:(?:a|an|one\sof\sthe|the|each\sa|also\sa)\s)?(?:service\slevels?|key\sperformance\s"
    r"indicators?|kpis?|performance\s(?:indicators?|targets?|measures?)|service\stargets?)\b",
    re.IGNORECASE,
)
_MEETS_A_LEVEL = regex(
    rf"\b(?:shall|must|will|agrees?\sto)\s(?:meet|achieve|maintain|keep(?:\sto)?|observe|ensure|"
    rf"comply\swith|provide|guarantee)\s(?:an?|its)\s(?:\w+\s)?{_LEVEL}\b(?P<subject>[^.;:]{{0,60}})",
    re.IGNORECASE,
)
_OF = regex(r"\s(?:of|for|to)\s(?:(?:the|each|every|any|all|our|a|an)\s){0,2}(?P<words>[^,.;:]+)")
_SET_ELSEWHERE = regex(
    r"\b(?:section|clause|schedule|annex|appendix|exhibit|table|below|above|following|set out|"
    r"stated|specified|listed|agreed|order|in accordance|as follows|defined|percentage)\b"
    r"|\b[A-Z][\w-]{1,40} (?:Time|Rate|Level|Availability|Percentage)s?\b"
)
_WORD = regex(r"[a-z]{4,}")
_GENERAL: Final = frozenset(
    "service services system systems platform software application product solution incident "
    "incidents request requests ticket tickets issue issues support customer client hosted".split()
)
_NEXT: Final = 3
"""Statements after one within which its number may stand."""


def unset_levels(
    document: Document, statements: Sequence[Statement], found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Find the levels that are named and never set."""
    subjects = _subjects_set(document, found)
    for at, statement in enumerate(statements):
        if statement.block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            continue
        if statement.quantities or not statement.has(*NAME_CUES) or statement.binds_customer:
            continue
        if statement.has(Cue.CREDIT, Cue.CONDITION, Cue.LAW, Cue.MONEY):
            continue
        bounds = statement.span.start, statement.span.end
        said = _IS_A_LEVEL.search(document.text, *bounds) or _MEETS_A_LEVEL.search(
            document.text, *bounds
        )
        if said is None or _SET_ELSEWHERE.search(document.text, *bounds):
            continue
        name = _name_of(statement, Span(*said.span("level")))
        if name is None or _is_set_near(statements, at) or _is_set(said, subjects.get(name)):
            continue
        yield Candidate(
            name=name,
            label=said["level"],
            span=Span(*said.span()),
            statement=statement,
        )


def _name_of(statement: Statement, level: Span) -> str | None:
    for cue in NAME_CUES:
        if any(place.overlaps(level) for place in statement.places(cue)):
            return str(cue)
    return None


def _is_set_near(statements: Sequence[Statement], at: int) -> bool:
    """Tell whether a number, a list or a table follows."""
    for one in statements[at + 1 : at + 1 + _NEXT]:
        if one.block.kind is BlockKind.HEADING:
            return False
        if one.block.kind in {BlockKind.CELL, BlockKind.CODE}:
            return True
        if one.block is statements[at].block and one.quantities:
            return True
    span = statements[at].span
    return statements[at].text[span.start : span.end].rstrip().endswith(":")


def _subjects_set(document: Document, found: Sequence[Candidate]) -> dict[str, set[str]]:
    """Give the words of all that is measured under each name."""
    subjects: dict[str, set[str]] = {}
    for one in found:
        if one.quantity is not None:
            said = f"{document.text_of(one.statement.span)} {one.label} {one.service or ''}"
            subjects.setdefault(one.name, set()).update(_WORD.findall(said.lower()))
    return subjects


def _is_set(said: re.Match[str], subjects: set[str] | None) -> bool:
    """Tell whether a level is set: for the same subject, or for any where it names none."""
    if subjects is None:
        return False
    of = _OF.match(said["subject"])
    words = set(_WORD.findall(of["words"].lower())) - _GENERAL if of else set()
    return not words or not words.isdisjoint(subjects)
