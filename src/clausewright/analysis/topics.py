"""Which topics a document addresses in substance, anywhere, under any heading or none.

Each line gets log-odds for each topic from its cues and words (``line_model``); the best two lines
and the best cues decide for the document. A topic that is only pointed at ("fees are set out in
the Order Form") is present, by reference.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from clausewright.analysis.line_model import LineModel, line_model
from clausewright.analysis.topic_features import FeatureReader
from clausewright.model.document import BlockKind
from clausewright.model.facts import Topic
from clausewright.model.span import Span

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = ()
"""None: the line model walks the words itself, see ``line_model``."""

NEVER_BY_REFERENCE = frozenset(("precedence", "scope", "parties", "services", "signature"))
HEADING_AS_EVIDENCE = -2.0
"""A heading is shown as evidence only where no text is nearly as good."""


class Evidence:
    """The best lines for each topic so far."""

    def __init__(self, model: LineModel) -> None:
        count = len(model.topics)
        self._model = model
        self.best = [-math.inf] * count
        self.second = [-math.inf] * count
        self.points = [0.0] * count
        self._worth = [-math.inf] * count
        self.span: list[Span | None] = [None] * count

    def add(
        self, scores: list[float], points: Mapping[int, float], span: Span, bonus: float
    ) -> None:
        """Take in a line: its log-odds and cue points for each topic."""
        best, second, worth = self.best, self.second, self._worth
        for topic, score in enumerate(scores):
            if score > second[topic]:
                if score > best[topic]:
                    second[topic], best[topic] = best[topic], score
                else:
                    second[topic] = score
                value = score + bonus + points.get(topic, 0.0)
                if value > worth[topic]:
                    worth[topic] = value
                    self.span[topic] = span
        for topic, some in points.items():
            self.points[topic] = max(self.points[topic], some)
            value = scores[topic] + bonus + some
            if value > worth[topic]:
                worth[topic] = value
                self.span[topic] = span

    def odds(self, topic: int) -> float:
        """Give the log-odds that the document addresses a topic."""
        if self.best[topic] == -math.inf:
            return -math.inf
        second = self.second[topic] if self.second[topic] > -math.inf else self.best[topic]
        return self._model.decide(topic, self.best[topic], second, self.points[topic])


def topics_of(draft: Draft) -> Mapping[str, Topic]:
    """Find the topics present, in the order of their ids."""
    model = line_model()
    everything, own = Evidence(model), Evidence(model)
    master, refer = model.signal("MASTER"), model.signal("REFER")
    for line, features in FeatureReader(draft, model).lines():
        scores, points = model.scores(features), model.points(features)
        bonus = HEADING_AS_EVIDENCE if line.kind is BlockKind.HEADING else 0.0
        everything.add(scores, points, line.span, bonus)
        if not (master in features and refer in features):
            own.add(scores, points, line.span, bonus)
    found: dict[str, Topic] = {}
    for number, name in enumerate(model.topics):
        odds, span = everything.odds(number), everything.span[number]
        if odds <= 0 or span is None:
            continue
        elsewhere = name not in NEVER_BY_REFERENCE and own.odds(number) <= 0
        found[name] = Topic(name, span, elsewhere, round(1 / (1 + math.exp(-odds)), 3))
    return MappingProxyType(found)
