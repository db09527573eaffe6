"""Sentences that set the window of many levels at once.

"All service levels are measured over a calendar month" serves every level of its document; "both
are monthly averages" serves the list it stands under. "Response times count in business hours
only" is the like for times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.metric_window_places import LABEL_END, period_places
from clausewright.analysis.statements import Statement
from clausewright.model.document import BlockKind, Document
from clausewright.model.span import Span
from clausewright.pattern import regex

_LEVELS: Final = (
    r"(?:service\s(?:levels?|targets?|standards?)|slas?|slos?|kpis?|key\sperformance\sindicators?|"
    r"metrics|targets?|performance\s(?:levels?|targets?|standards?|indicators?))"
)
_RECKONED: Final = (
    r"(?:measur(?:e[ds]?|ing)|calculat(?:e[ds]?|ing)|comput(?:e[ds]?|ing)|reckon(?:ed|s)?|"
    r"assess(?:ed|es)?|evaluat(?:e[ds]?|ing)|determin(?:e[ds]?|ing)|averag(?:e[ds]?|ing)|"
    r"aggregat(?:e[ds]?|ing)|tested\sagainst)"
)
_OF_ALL = regex(
    rf"\b{_LEVELS}\b[^.;]{{0,60}}\b{_RECKONED}\b|\b{_RECKONED}\b[^.;]{{0,40}}\b{_LEVELS}\b",
    re.IGNORECASE,
)
_PERIOD_SET = regex(
    r"\b(?:measurement|measuring|evaluation|calculation|assessment)\s(?:period|window|interval|"
    r"cycle)\b",
    re.IGNORECASE,
)
_SEVERAL = regex(
    r"\b(?:levels|targets|standards|slas|slos|kpis|indicators|metrics)\b|\b(?:each|every|any)\s",
    re.IGNORECASE,
)
_OF_THESE = regex(
    r"[\W_]{0,4}(?:both|all|these|they|each|the\s(?:above|levels?|targets?|figures|percentages|"
    r"values|rates|results))\b[^.;]{0,50}\b(?:" + _RECKONED + r"|apply|applies|refer)\b",
    re.IGNORECASE,
)
_OF_ALL_TIMES = regex(
    r"\b(?:all|any|these|the above|stated|listed|such|the)\b[^.]{0,30}\b(?:times?|hours|days|"
    r"periods|targets|clocks?)\b[^.]{0,40}\b(?:refer|measured|counts?|counted|calculated|reckoned|"
    r"runs?|appl(?:y|ies)|based|expressed|are|means?)\b"
    r"|(?:\A|(?<=\n))[\W_]{0,4}(?:all\s)?(?:the\s)?times?\s"
    r"(?:(?:are|is|shown|given|stated|count|counted|run|measured|only|quoted)\s){0,3}"
    r"(?:in|during|within)\b",
    re.IGNORECASE,
)
_LOOKED_AT = regex(r"\b(?:review(?:ed|s)?|meet(?:s|ings?)?|discuss(?:ed)?)\b", re.IGNORECASE)


class LevelClauses:
    """The measuring periods that single sentences set for the levels of one document."""

    def __init__(self, document: Document, statements: Sequence[Statement]) -> None:
        self._document = document
        self._by_section: dict[int | None, Span] = {}
        self._for_all: Span | None = None
        for one in statements:
            if one.block.kind is BlockKind.HEADING or one.block.cell is not None:
                continue
            if not one.has(Cue.METHOD, Cue.LEVELS, Cue.PERIOD):
                continue
            self._read(one)

    def period_for(self, statement: Statement) -> Span | None:
        """Give the period that a clause sets for the levels of a statement's section, or of all."""
        return self._by_section.get(self._section(statement), self._for_all)

    def _read(self, statement: Statement) -> None:
        text, bounds = statement.text, (statement.span.start, statement.span.end)
        these = _OF_THESE.match(text, *bounds)
        named = _PERIOD_SET.search(text, *bounds)
        several = _OF_ALL.search(text, *bounds)
        if not (these or several or named) or _LOOKED_AT.search(text, *bounds):
            return
        if named is not None and not LABEL_END.match(text, named.end()):
            every = statement.block.kind is not BlockKind.ITEM
        else:
            every = several is not None and _SEVERAL.search(several[0]) is not None
        for place in period_places(statement):
            if named and place.overlaps(Span(*named.span())):
                continue
            self._by_section.setdefault(self._section(statement), place)
            if every and self._for_all is None:
                self._for_all = place
            return

    def _section(self, statement: Statement) -> int | None:
        section = self._document.section_of(statement.block)
        return section.index if section else None


def speaks_of_all_times(statement: Statement) -> bool:
    """Tell a sentence on the hours in which all times count."""
    return (
        _OF_ALL_TIMES.search(statement.text[statement.span.start : statement.span.end]) is not None
    )
