"""How several places of one kind are told together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausewright.analysis.draft import Draft
from clausewright.model.finding import Finding, Severity
from clausewright.model.span import Span


def more_places(spans: Sequence[Span]) -> str:
    """Say in how many more places than the first something stands; empty where in none."""
    more = len(spans) - 1
    if not more:
        return ""
    return " and in 1 more place" if more == 1 else f" and in {more} more places"


def further_places(draft: Draft, spans: Sequence[Span]) -> Iterator[Finding]:
    """Point at each further line in which something stands, as a hint."""
    document = draft.document
    first = document.position(spans[0].start).line
    told = {first}
    for span in spans[1:]:
        line = document.position(span.start).line
        if line not in told:
            told.add(line)
            words = " ".join(document.text_of(span).split())
            message = f'"{words}" is left open here, too, as in {document.line_name(spans[0].start)}'
            yield Finding(span, message, severity=Severity.INFO)
