"""Which topics a document addresses in substance, anywhere, under any heading or none.

Each line gets log-odds for each topic from its cues and words (``line_model``); the best two lines,
the best cues and how many passages hold some decide for the document. A topic that is only pointed
at ("fees are set out in the Order Form") is present, by reference.
For a few topics of contracts one passage must also hold the words that do their work
(``topic_work``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import copy
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from clausewright.analysis.line_model import (
    MOST_POINTS,
    SCALE,
    ZERO,
    LineModel,
    Thresholds,
    line_model,
    unpack,
)
from clausewright.analysis.topic_facts import facts_on_topics
from clausewright.analysis.topic_features import FeatureReader
from clausewright.analysis.topic_work import is_at_work
from clausewright.model.document import BlockKind
from clausewright.model.facts import Topic
from clausewright.model.span import Span
from clausewright.model.topics import CONTRACT

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()
"""None: the line model walks the words itself, see ``line_model``."""

NEVER_BY_REFERENCE = frozenset(("precedence", "scope", "parties", "services", "signature"))
HEADING_WORTH_LESS = 2 * SCALE
"""A heading is shown as evidence only where no text is nearly as good."""


FAINT = -1.1
"""Log-odds from which a topic that counts as absent may still be there, one time in four."""

SPOKEN_POINTS = 2.0
"""Cue points from which a line counts as a passage on a topic."""


class Evidence:
    """The best lines for each topic so far, and its passages.

    Log-odds and points are kept as lanes: thousandths, shifted by ZERO.
    """

    def __init__(self, model: LineModel) -> None:
        self._count = len(model.topics)
        self._model = model
        self._best = [0] * self._count
        self._second = [0] * self._count
        self._points = [ZERO] * self._count
        self._worth = [0] * self._count
        self._wanted = Thresholds([1] * self._count + [ZERO + 1] * self._count)
        self.span: list[Span | None] = [None] * self._count
        self.passages: list[list[Span]] = [[] for _ in range(self._count)]

    def add(self, lanes: int, span: Span, worth_less: int) -> None:
        """Take in a line: a topic gains where it holds cues or is one of the two best lines."""
        count = self._count
        reached = self._wanted.reached(lanes)
        if not reached:
            return
        values = unpack(lanes, 2 * count)
        for topic in {lane % count for lane in reached}:
            score, some = values[topic], values[count + topic]
            if some > ZERO:
                self._points[topic] = max(self._points[topic], some)
                if some >= ZERO + SPOKEN_POINTS * SCALE:
                    self.passages[topic].append(span)
            second = self._second[topic]
            if score > second:
                best = self._best[topic]
                self._best[topic] = max(best, score)
                self._second[topic] = min(best, score)
                self._wanted.lift(topic, min(best, score) - second)
            worth = score + some - worth_less
            if worth > self._worth[topic]:
                self._worth[topic] = worth
                self.span[topic] = span

    def copy(self) -> Evidence:
        """Give evidence that starts from what stands here."""
        twin = Evidence(self._model)
        twin._best, twin._second = [*self._best], [*self._second]
        twin._points, twin._worth = [*self._points], [*self._worth]
        twin._wanted = copy(self._wanted)
        twin.span, twin.passages = [*self.span], [[*spans] for spans in self.passages]
        return twin

    def odds(self, topic: int, fact: float) -> float:
        """Give the log-odds that the document addresses a topic."""
        if not self._best[topic]:
            return -math.inf
        best, second = self._best[topic], self._second[topic] or self._best[topic]
        points = min((self._points[topic] - ZERO) / SCALE, MOST_POINTS)
        passages = math.log1p(len(self.passages[topic]))
        values = ((best - ZERO) / SCALE, (second - ZERO) / SCALE, points, passages, fact)
        return self._model.decide(topic, values)


class TopicReading(NamedTuple):
    """The topics present, in the order of their ids, and those in doubt.

    ``faint`` topics count as absent, but the passage given for each may speak of it.
    """

    present: Mapping[str, Topic]
    faint: Mapping[str, Span]


def read_topics(draft: Draft) -> TopicReading:
    """Find the topics that a draft addresses, and those it may address."""
    model, facts = line_model(), facts_on_topics(draft)
    everything = own = Evidence(model)
    master, refer = model.signal("MASTER"), model.signal("REFER")
    for line, features in FeatureReader(draft, model).lines():
        lanes = model.lanes(features)
        worth_less = HEADING_WORTH_LESS if line.kind is BlockKind.HEADING else 0
        points_elsewhere = master in features and refer in features
        if points_elsewhere and own is everything:
            own = everything.copy()
        everything.add(lanes, line.span, worth_less)
        if own is not everything and not points_elsewhere:
            own.add(lanes, line.span, worth_less)
    contract = draft.profile.name == CONTRACT
    found: dict[str, Topic] = {}
    faint: dict[str, Span] = {}
    for number, name in enumerate(model.topics):
        fact = facts.get(name, 0.0)
        odds, span = everything.odds(number, fact), everything.span[number]
        if odds <= 0 or span is None:
            if span is not None and odds > FAINT:
                faint[name] = span
            continue
        elsewhere = name not in NEVER_BY_REFERENCE and own.odds(number, fact) <= 0
        passages = tuple(sorted({span, *everything.passages[number]}))
        if contract and not elsewhere and not is_at_work(name, draft.text, passages):
            faint[name] = span
            continue
        found[name] = Topic(name, span, elsewhere, round(1 / (1 + math.exp(-odds)), 3), passages)
    return TopicReading(MappingProxyType(found), MappingProxyType(faint))
