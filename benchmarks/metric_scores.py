"""How metrics found in labelled agreements are judged, one quoted metric after another.

A metric is found where something is said on a line of its quote; it is named where that has its
name too. Target and window are judged on what is named right, or else on whatever was found.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clausewright.analysis.draft import Draft
from clausewright.model.facts import Metric

MOST_QUOTED = 25
"""Readers stopped at so many metrics; what is said of their documents beyond is not judged."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[a-z0-9]+")
_SPELT = {
    word: float(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_SPELT |= {"thirty": 30.0, "forty-five": 45.0, "sixty": 60.0, "ninety": 90.0}
_SPELT |= {"twenty-four": 24.0, "forty-eight": 48.0, "seventy-two": 72.0}
_SPELT |= {"half": 0.5, "a": 1.0, "an": 1.0, "next": 1.0}


def numbers(target: str | None) -> set[float]:
    """Give the numbers of a target as its reader quoted it, digits or words."""
    text = (target or "").lower()
    digits = (one.replace(",", "") for one in _NUMBER.findall(text))
    found = {float(one) for one in digits if one.replace(".", "", 1).isdigit()}
    spelt = re.findall(r"[a-z]+(?:-[a-z]+)?", text)
    return found or {_SPELT[one] for one in spelt if one in _SPELT}


def lines_of(text: str, quote: str) -> set[int]:
    """Give the lines, counted from 1, on which a quote stands."""
    found: set[int] = set()
    at = text.find(quote)
    while at >= 0:
        first = text.count("\n", 0, at) + 1
        found |= set(range(first, first + quote.count("\n") + 1))
        at = text.find(quote, at + 1)
    return found


@dataclass(frozen=True)
class Said:
    """A metric as the product says it, with the lines it stands on."""

    metric: Metric
    lines: frozenset[int]


@dataclass(frozen=True)
class Verdict:
    """What is right of one quoted metric; None where the reader gave nothing to judge by."""

    found: bool
    named: bool
    whole: bool
    target: bool | None
    no_target: bool | None
    window: bool | None
    no_window: bool | None
    hits: tuple[Metric, ...]


def said_in(draft: Draft) -> list[Said]:
    """Give the metrics of a document with their lines."""
    place = draft.document.position
    return [
        Said(
            one,
            frozenset(
                range(place(one.span.start).line, place(one.span.end, end=True).line + 1),
            ),
        )
        for one in draft.metrics
    ]


def verdict(quoted: Mapping[str, Any], text: str, said: Sequence[Said]) -> Verdict:
    """Judge what is said on the lines of one quoted metric."""
    lines = lines_of(text, quoted["quote"])
    hits = [one.metric for one in said if not lines.isdisjoint(one.lines)]
    named = [one for one in hits if quoted["name"] in ("other", one.name)]
    same = named or hits
    target = no_target = window = no_window = None
    if quoted["target"] and numbers(quoted["target"]):
        target = any(target_right(quoted, one) for one in same)
    elif not quoted["target"]:
        no_target = any(one.target is None for one in same)
    if quoted["window"]:
        window = any(window_right(quoted, one) for one in same)
    else:
        told = any(window_right(quoted, one) for one in same)
        no_window = told and not any(one.window for one in same if target_right(quoted, one))
    return Verdict(
        found=bool(hits),
        named=bool(named),
        whole=any(target_right(quoted, one) and window_right(quoted, one) for one in named),
        target=target,
        no_target=no_target,
        window=window,
        no_window=no_window,
        hits=tuple(hits),
    )


def target_right(quoted: Mapping[str, Any], said: Metric) -> bool:
    """Tell whether a target is the one that the reader quoted, or both have none."""
    if not quoted["target"]:
        return said.target is None
    expected = numbers(quoted["target"])
    return not expected or (said.target is not None and said.target.value in expected)


def window_right(quoted: Mapping[str, Any], said: Metric) -> bool:
    """Tell whether a window shares words with the one quoted, or both have none."""
    if not quoted["window"]:
        return said.window is None
    return not set(_WORD.findall((said.window or "").lower())).isdisjoint(
        _WORD.findall(quoted["window"].lower())
    )


class Tally:
    """Shares over all documents."""

    def __init__(self) -> None:
        self._right: collections.Counter[str] = collections.Counter()
        self._all: collections.Counter[str] = collections.Counter()

    def add(self, verdicts: Sequence[Verdict], said: int) -> None:
        """Count the verdicts of one document in which so many metrics are said."""
        for one in verdicts:
            for name in ("found", "named", "whole", "target", "no_target", "window", "no_window"):
                right = getattr(one, name)
                if right is not None:
                    self._all[name] += 1
                    self._right[name] += right
        if len(verdicts) < MOST_QUOTED:
            self._all["quoted per said"] += said
            self._right["quoted per said"] += len(verdicts)

    def __str__(self) -> str:
        """Give the shares in one line."""
        return "  ".join(
            f"{name} {self._right[name] / count:.3f}" for name, count in self._all.items()
        )
