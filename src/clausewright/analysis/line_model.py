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
import operator
import struct
import sys
from array import array
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
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


SCALE = 1000
"""Weights and points are kept as whole numbers of thousandths."""

LANE = 32
ZERO = 1 << (LANE - 2)
"""The value of a lane that stands for nought, so that no lane goes below 0 or reaches GUARD."""

GUARD = 1 << (LANE - 1)
"""The highest bit of a lane, never set by what is added: free for comparing all lanes at once."""


class LineModel:
    """Words and cues with their weights, as compiled.

    The weights of a feature for all topics lie side by side in one large number, a lane of 32 bits
    each, followed by lanes of its cue points. Adding such numbers adds all lanes at once: a line is
    scored for every topic by one sum over its features.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.topics: tuple[str, ...] = tuple(data["topics"])
        signals: list[str] = data["signals"]
        self._signal = {name: number for number, name in enumerate(signals)}
        self._words: Mapping[str, Node] = data["words"]
        self._titles: Mapping[str, Node] = data["titles"]
        self._labels: Mapping[str, list[int]] = data["labels"]
        self._payloads: Sequence[Sequence[int]] = data["payloads"]
        self._decision: Sequence[Sequence[float]] = data["decision"]
        together_from = len(signals) + CUE_KINDS.index("together") * len(self.topics)
        self._together = tuple(
            (frozenset(needed), together_from + topic) for topic, needed in data["together"]
        )
        self._unless = tuple(
            (frozenset(others), self._words_of(topic)) for topic, others in data["unless"]
        )
        self._weights = array("h", b64decode(data["weights"]))
        if sys.byteorder == "big":
            self._weights.byteswap()
        self._zero = pack([ZERO] * (2 * len(self.topics)))
        self._start = self._zero + self._packed(data["bias"])
        self._lanes = _Lanes(self._feature)

    def cue(self, kind: str, topic: int) -> int:
        """Give the feature of a kind of cue of a topic, by its index."""
        return len(self._signal) + CUE_KINDS.index(kind) * len(self.topics) + topic

    def signal(self, name: str) -> int:
        """Give the feature of a signal."""
        return self._signal[name]

    def features_of_words(self, words: Sequence[str], layout: set[int]) -> set[int]:
        """Find the cues and weighted words of a line, its layout and shapes of numbers given."""
        found = _walk(self._words, self._payloads, words)
        found |= layout
        for needed, feature in self._together:
            if needed <= found:
                found.add(feature)
        return found

    def without_borrowed(self, features: set[int]) -> set[int]:
        """Leave out the words of topics where the company shows that they belong to another."""
        for others, own in self._unless:
            if not features.isdisjoint(others):
                features -= own
        return features

    def _words_of(self, topic: int) -> frozenset[int]:
        return frozenset(self.cue(kind, topic) for kind in ("strong", "weak", "together"))

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

    def lanes(self, features: set[int]) -> int:
        """Give the log-odds of each topic for a line, then the cue points, each shifted by ZERO."""
        return sum(map(self._lanes.__getitem__, features), self._start)

    def _feature(self, feature: int) -> int:
        """Pack the weights and points of a feature."""
        count = len(self.topics)
        lanes = [*self._weights[feature * count : (feature + 1) * count], *[0] * count]
        kind, topic = divmod(feature - len(self._signal), count)
        if 0 <= kind < len(CUE_KINDS):
            lanes[count + topic] = round(SCALE * CUE_POINTS[CUE_KINDS[kind]])
        return self._packed(lanes)

    def _packed(self, lanes: Sequence[int]) -> int:
        missing = 2 * len(self.topics) - len(lanes)
        return pack([ZERO + lane for lane in (*lanes, *[0] * missing)]) - self._zero

    def decide(self, topic: int, evidence: Sequence[float]) -> float:
        """Give the log-odds of a topic for a document.

        Evidence is the log-odds of the best and the second best line, the most cue points of a
        line, how many passages hold cues (log), and what other facts say.
        """
        *slopes, constant = self._decision[topic]
        return sum(map(operator.mul, slopes, evidence), constant)


class Thresholds:
    """A least value for each lane; which lanes of a number reach theirs is told for all at once."""

    def __init__(self, least: Sequence[int]) -> None:
        self._size = len(least) * LANE // 8
        self._least = pack(least)
        self._guards = pack([GUARD] * len(least))

    def reached(self, lanes: int) -> list[int]:
        """Give the numbers of the lanes that reach their least value, in order."""
        flags = ((lanes | self._guards) - self._least) & self._guards
        flagged = flags.to_bytes(self._size, "little")
        found = []
        at = flagged.find(_FLAG)
        while at >= 0:
            found.append(at * 8 // LANE)
            at = flagged.find(_FLAG, at + 1)
        return found

    def lift(self, lane: int, by: int) -> None:
        """Ask more of a lane."""
        self._least += by << (LANE * lane)


_FLAG = GUARD >> (LANE - 8)
"""The highest byte of a lane in which only the guard is set."""


def pack(lanes: Sequence[int]) -> int:
    """Put values side by side into one number."""
    return int.from_bytes(struct.pack(f"<{len(lanes)}I", *lanes), "little")


def unpack(packed: int, count: int) -> tuple[int, ...]:
    """Take the values of a number apart."""
    return struct.unpack(f"<{count}I", packed.to_bytes(count * LANE // 8, "little"))


class _Lanes(dict[int, int]):
    """The packed weights of features, each packed when it is first asked for."""

    def __init__(self, pack: Callable[[int], int]) -> None:
        super().__init__()
        self._pack = pack

    def __missing__(self, feature: int) -> int:
        packed = self[feature] = self._pack(feature)
        return packed


def _walk(
    root: Mapping[str, Node], payloads: Sequence[Sequence[int]], words: Sequence[str]
) -> set[int]:
    held: list[int] = []
    count = len(words)
    for following, first in enumerate(map(root.get, words), 1):
        node, at = first, following
        while node is not None:
            if node.__class__ is int:
                held.append(node)
                break
            if node[0] >= 0:
                held.append(node[0])
            if at == count:
                break
            node = node[1].get(words[at])
            at += 1
    return set().union(*[payloads[payload] for payload in held])


@cache
def line_model() -> LineModel:
    """Load the compiled model, once."""
    return LineModel(json.loads(MODEL_FILE.read_bytes()))
