"""The line model: reads the words of a line through one trie of cues and weighted words.

The trie holds the phrases of ``topic_cues`` and the words and pairs of words whose weights
``benchmarks/train_line_model.py`` learned. Both are compiled into ``topic_model.json``: the
thousands of readings of the cues would cost the common scanner 160 ms at every start, while the
compiled trie loads in a few; one walk over the words of a line finds them all.

A line becomes a set of features, which are numbers: first one for each signal, then one for each
topic and kind of cue (strong, weak, together, title, label), then those of words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

MODEL_FILE = Path(__file__).with_name("topic_model.json")
CUE_POINTS: Mapping[str, float] = MappingProxyType(
    {"strong": 2.0, "weak": 0.7, "together": 1.5, "title": 1.0, "label": 1.5}
)
"""What each kind of cue adds to the evidence of a line."""

MOST_POINTS = 6.0
"""More cues than this in one line add nothing."""

CUE_KINDS = tuple(CUE_POINTS)

Node = Any
"""A node of the trie as JSON holds it: a payload (-1 for none), or [payload, {word: node}]."""


class LineModel:
    """Words and cues with their weights, as compiled."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.topics: tuple[str, ...] = tuple(data["topics"])
        self.weights: Sequence[Sequence[float]] = data["weights"]
        self.bias: Sequence[float] = data["bias"]
        self._decision: Sequence[Sequence[float]] = data["decision"]
        signals: list[str] = data["signals"]
        self._signal = {name: number for number, name in enumerate(signals)}
        self._words: Mapping[str, Node] = data["words"]
        self._titles: Mapping[str, Node] = data["titles"]
        self._labels: Mapping[str, list[int]] = data["labels"]
        self._payloads: Sequence[Sequence[int]] = data["payloads"]
        together_from = len(signals) + CUE_KINDS.index("together") * len(self.topics)
        kinds = [worth for worth in CUE_POINTS.values() for _ in self.topics]
        self._worth = dict(enumerate(kinds, len(signals)))
        self._together = tuple(
            (frozenset(needed), together_from + topic) for topic, needed in data["together"]
        )

    def cue(self, kind: str, topic: int) -> int:
        """Give the feature of a kind of cue of a topic, by its index."""
        return len(self._signal) + CUE_KINDS.index(kind) * len(self.topics) + topic

    def signal(self, name: str) -> int:
        """Give the feature of a signal."""
        return self._signal[name]

    def features_of_words(self, words: Sequence[str], shapes: set[int]) -> set[int]:
        """Find the cues and weighted words of a line whose numbers have these shapes."""
        found = _walk(self._words, self._payloads, words)
        found |= shapes
        for needed, feature in self._together:
            if needed <= found:
                found.add(feature)
        return found

    def features_of_title(self, words: Sequence[str]) -> set[int]:
        """Find the cues and weighted words of a title."""
        return _walk(self._titles, self._payloads, words)

    def titles_shown(self, words: Sequence[str]) -> set[int]:
        """Find the title cues of a sentence that stands over a list like a title."""
        first = self.cue("strong", 0)
        last = first + len(self.topics)
        shift = self.cue("title", 0) - first
        found = _walk(self._words, self._payloads, words)
        return {feature + shift for feature in found if first <= feature < last}

    def features_of_label(self, label: str) -> Sequence[int]:
        """Find the cues that a label or a whole cell is."""
        return self._labels.get(label, ())

    def scores(self, features: set[int]) -> list[float]:
        """Give the log-odds of each topic for a line with these features."""
        scores = list(self.bias)
        weights = self.weights
        for feature in features:
            weighted = weights[feature]
            for at in range(0, len(weighted), 2):
                scores[int(weighted[at])] += weighted[at + 1]
        return scores

    def points(self, features: set[int]) -> dict[int, float]:
        """Give the worth of the cues in a line, by topic."""
        found: dict[int, float] = {}
        worth, first, count = self._worth, len(self._signal), len(self.topics)
        for feature in features:
            some = worth.get(feature)
            if some is not None:
                topic = (feature - first) % count
                found[topic] = found.get(topic, 0.0) + some
        return found

    def decide(self, topic: int, best: float, second: float, points: float) -> float:
        """Give the log-odds of a topic for a document from its two best lines and best cues."""
        by_best, by_second, by_points, constant = self._decision[topic]
        capped = min(points, MOST_POINTS)
        return by_best * best + by_second * second + by_points * capped + constant


def _walk(
    root: Mapping[str, Node], payloads: Sequence[Sequence[int]], words: Sequence[str]
) -> set[int]:
    found: set[int] = set()
    count = len(words)
    for start, word in enumerate(words):
        node = root.get(word)
        at = start + 1
        while node is not None:
            if node.__class__ is int:
                found.update(payloads[node])
                break
            if node[0] >= 0:
                found.update(payloads[node[0]])
            if at == count:
                break
            node = node[1].get(words[at])
            at += 1
    return found


@cache
def line_model() -> LineModel:
    """Load the compiled model, once."""
    return LineModel(json.loads(MODEL_FILE.read_bytes()))
