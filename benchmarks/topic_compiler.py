"""Compile the cues of topics and weighted words into the data of the line model."""

from __future__ import annotations

import base64
import collections
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from clausewright.analysis.line_model import CUE_KINDS, SCALE
from clausewright.analysis.scan import expand, words_of
from clausewright.files.yaml import load_yaml
from clausewright.model.topics import TOPICS

FOLDER = Path(__file__).parent
CUE_FILES = FOLDER / "topic_cues"
SIGNAL_FILE = FOLDER / "topic_signals.yaml"
SHAPES = ("PERCENT", "DURATION", "CLOCK", "MONEY", "DATE", "NUMBER", "ADDRESS")
LINE_KINDS = ("CELL", "ITEM", "HEADING", "EARLY", "LATE", "SHORT")

Gram = tuple[str, ...]


@dataclass(frozen=True)
class Cues:
    """What shows one topic.

    All are phrases of the scan. ``titles`` stand in the title of a section; ``labels`` stand before
    a colon or fill a table cell. A line that holds one of ``strong`` speaks of the topic by itself;
    ``weak`` needs company: a fitting title or a second weak phrase. ``together`` names signals,
    several in one text, that must stand in one line. ``unless`` names signals, or titles of other
    topics ("title:claims"), in whose company the words of this topic belong to another.
    """

    topic: str
    titles: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def read_cues() -> tuple[Cues, ...]:
    """Read the cues of all topics, in the order of their ids."""
    return tuple(
        Cues(
            topic,
            **{kind: tuple(some) for kind, some in plain(CUE_FILES / f"{topic}.yaml").items()},
        )
        for topic in TOPICS
    )


def read_signals() -> dict[str, tuple[str, ...]]:
    """Read the families of words that ``together`` names."""
    return {name: tuple(some) for name, some in plain(SIGNAL_FILE).items()}


def plain(path: Path) -> dict[str, list[str]]:
    return load_yaml(path.read_text(encoding="utf-8"), path.name).data


def cue_fingerprint() -> str:
    """Tell whether compiled cues are those of the source."""
    files = [SIGNAL_FILE, *sorted(CUE_FILES.glob("*.yaml"))]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:16]


class Compiler:
    """Compiles cues and vocabulary into the data of a LineModel."""

    def __init__(
        self,
        words: list[tuple[str, ...]],
        titles: list[tuple[str, ...]],
        left_out: frozenset[Gram] = frozenset(),
    ) -> None:
        self._left_out = left_out
        self.families = read_signals()
        self.signals = [*SHAPES, *LINE_KINDS, *self.families]
        self.topic = {topic: at for at, topic in enumerate(TOPICS)}
        self.cue_features = len(self.signals) + len(CUE_KINDS) * len(TOPICS)
        self.words: dict[tuple[str, ...], set[int]] = collections.defaultdict(set)
        self.titles: dict[tuple[str, ...], set[int]] = collections.defaultdict(set)
        self.labels: dict[str, list[int]] = collections.defaultdict(list)
        self.together: list[tuple[int, list[int]]] = []
        self.unless: list[tuple[int, list[int]]] = []
        self._cues()
        self.grams = [("word", gram) for gram in words] + [("title", gram) for gram in titles]
        self.features = self.cue_features + len(self.grams)

    def cue(self, kind: str, topic: str) -> int:
        """Give the feature of a kind of cue of a topic."""
        return len(self.signals) + CUE_KINDS.index(kind) * len(TOPICS) + self.topic[topic]

    def _cues(self) -> None:
        for number, signal in enumerate(self.signals):
            self._add(self.words, self.families.get(signal, ()), number)
        for cues in read_cues():
            for trie, phrases, kind in (
                (self.words, cues.strong, "strong"),
                (self.words, cues.weak, "weak"),
                (self.titles, cues.titles, "title"),
            ):
                self._add(trie, phrases, self.cue(kind, cues.topic), self._left_out)
            for label in cues.labels:
                if words_of(label).words in self._left_out:
                    continue
                self.labels[label].append(self.cue("label", cues.topic))
            for names in cues.together:
                needed = [self.signals.index(name) for name in names.split()]
                self.together.append((self.topic[cues.topic], needed))
            if cues.unless:
                self.unless.append(
                    (self.topic[cues.topic], [self._named(one) for one in cues.unless])
                )

    def _named(self, name: str) -> int:
        kind, _, topic = name.partition(":")
        return self.cue(kind, topic) if topic else self.signals.index(name)

    @staticmethod
    def _add(
        trie: dict[tuple[str, ...], set[int]],
        phrases: Iterable[str],
        feature: int,
        left_out: frozenset[Gram] = frozenset(),
    ) -> None:
        for phrase in phrases:
            for reading in expand(phrase):
                gram = words_of(reading).words
                if gram not in left_out:
                    trie[gram].add(feature)

    def data(
        self,
        coefficients: np.ndarray | None = None,
        bias: np.ndarray | None = None,
        least: float = 0.0,
    ) -> dict:
        """Give the data of a model; features of words that weigh too little are left out."""
        if coefficients is None:
            coefficients = np.zeros((self.features, len(TOPICS)))
            least = 0.0
        words = {gram: set(features) for gram, features in self.words.items()}
        titles = {gram: set(features) for gram, features in self.titles.items()}
        kept = list(range(self.cue_features))
        for feature, (kind, gram) in enumerate(self.grams, self.cue_features):
            if np.abs(coefficients[feature]).max() >= least:
                (words if kind == "word" else titles).setdefault(gram, set()).add(len(kept))
                kept.append(feature)
        payloads = Payloads()
        return {
            "topics": list(TOPICS),
            "signals": self.signals,
            "cues": cue_fingerprint(),
            "words": nested(words, payloads),
            "titles": nested(titles, payloads),
            "labels": dict(self.labels),
            "together": self.together,
            "unless": self.unless,
            "payloads": payloads.rows,
            "features": len(kept),
            "weights": packed(coefficients[kept]),
            "bias": [0] * len(TOPICS) if bias is None else [round(SCALE * one) for one in bias],
        }


def packed(coefficients: np.ndarray) -> str:
    """Give weights as thousandths in 16 bits each, least byte first."""
    whole = np.clip(np.rint(coefficients * SCALE), -32768, 32767).astype("<i2")
    return base64.b64encode(whole.tobytes()).decode("ascii")


class Payloads:
    """Numbers equal sets of features once."""

    def __init__(self) -> None:
        self.rows: list[list[int]] = []
        self._number: dict[tuple[int, ...], int] = {}

    def number(self, features: set[int]) -> int:
        """Give the number of a set of features."""
        key = tuple(sorted(features))
        if key not in self._number:
            self._number[key] = len(self.rows)
            self.rows.append(list(key))
        return self._number[key]


def nested(flat: dict[tuple[str, ...], set[int]], payloads: Payloads) -> dict:
    root: dict = {}
    for gram in sorted(flat):
        level = root
        for word in gram[:-1]:
            node = level.get(word, -1)
            if isinstance(node, int):
                node = level[word] = [node, {}]
            level = node[1]
        node = level.get(gram[-1])
        number = payloads.number(flat[gram])
        if isinstance(node, list):
            node[0] = number
        else:
            level[gram[-1]] = number
    return root
