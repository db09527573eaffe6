"""Shares of so few events that one miss fails the level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.analysis.statements import Statement
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.finding import Finding
from clausewright.pattern import regex

_EVENTS: Final = (
    r"incidents?|requests?|tickets?|calls?|cases?|orders?|deliver(?:y|ies)|changes?|faults?|"
    r"transactions?|shipments?|invoices?"
)
PHRASES: Final = (
    "{incidents|requests|tickets|calls|cases|orders|deliveries|changes|faults|transactions|"
    "shipments|invoices} {per|a|each|every|in each|in every} {month|calendar month}",
)
_VOLUME = regex(
    r"\b(?:expect\w*|estimat\w+|anticipat\w+|averages?|assum\w+|forecasts?|volumes?|some|about)\b"
    rf"[^.;%\d]{{0,60}}?(?P<count>\d{{1,4}})\s(?:\w+\s)?(?P<events>{_EVENTS})\b",
    re.IGNORECASE,
)
_SHARE = regex(rf"\sof\s(?:all\s|the\s|such\s)?(?:[\w-]+\s){{0,2}}?(?P<events>{_EVENTS})\b", re.IGNORECASE)


class _Volume(NamedTuple):
    number: int
    said: str
    events: str


def shares_of_few(draft: Draft, offsets: Sequence[int]) -> Iterator[Finding]:
    """Tell each monthly share that allows less than one miss of the volume expected."""
    volumes = {one for offset in offsets for one in _volumes(draft, offset)}
    for volume in volumes if len(volumes) == 1 else ():
        for statement in draft.statements:
            for share in _shares(draft.text, statement, volume.events):
                allowed = volume.number * (100.0 - share.value) / 100.0
                if allowed < 1.0:
                    yield Finding(
                        share.span,
                        f"{share.value:g}% of {volume.number} {volume.said} a month allows {allowed:.2g} of a "
                        "miss: a single one fails the level",
                    )


def _volumes(draft: Draft, offset: int) -> Iterator[_Volume]:
    sentence = draft.sentence_at(offset)
    for found in _VOLUME.finditer(draft.text, sentence.start, sentence.end):
        if found.end() >= offset and int(found["count"]):
            yield _Volume(int(found["count"]), found["events"].lower(), _stem(found["events"]))


def _stem(events: str) -> str:
    return events.lower().removesuffix("ies").rstrip("sy")


def _shares(text: str, statement: Statement, events: str) -> Iterator[Quantity]:
    for one in statement.quantities:
        if one.dimension is not Dimension.PERCENT or not 50 <= one.value < 100:
            continue
        of = _SHARE.match(text, one.span.end, statement.span.end)
        if of is not None and _stem(of["events"]) == events and one.high is None:
            yield one
