"""Folds that keep what is alike together, and cues that were fitted to few documents."""

from __future__ import annotations

import collections
import itertools

import numpy as np

from clausewright.analysis.scan import expand, words_of
from topic_compiler import Gram, read_cues
from topic_samples import Sample

RUN = 5
"""Words in a row by which copied text is told."""

COPIED = 0.12
"""The share of the runs of the shorter of two documents from which they are near copies."""


def folds_of(samples: list[Sample], count: int, seed: int) -> list[list[int]]:
    """Cut samples into folds; those of one author and near copies stay in one fold."""
    groups = groups_of(samples)
    order = np.random.RandomState(seed).permutation(len(groups))
    folds: list[list[int]] = [[] for _ in range(count)]
    for number in sorted(order, key=lambda one: -len(groups[one])):
        min(folds, key=len).extend(groups[number])
    return [sorted(fold) for fold in folds]


def groups_of(samples: list[Sample]) -> list[list[int]]:
    """Join samples of one author and near copies."""
    leader = list(range(len(samples)))

    def lead(number: int) -> int:
        while leader[number] != number:
            number = leader[number]
        return number

    runs = [_grams(one, RUN) if not one.exhaustive else frozenset() for one in samples]
    for first, second in itertools.combinations(range(len(samples)), 2):
        alike = samples[first].author == samples[second].author
        shorter = min(len(runs[first]), len(runs[second]))
        if alike or (shorter and len(runs[first] & runs[second]) >= COPIED * shorter):
            leader[lead(second)] = lead(first)
    groups: dict[int, list[int]] = collections.defaultdict(list)
    for number in range(len(samples)):
        groups[lead(number)].append(number)
    return list(groups.values())


def rare_readings(samples: list[Sample], least: int) -> frozenset[Gram]:
    """Give the readings of cues that stand in fewer documents than that."""
    readings = {
        words_of(reading).words
        for cues in read_cues()
        for phrase in (*cues.strong, *cues.weak, *cues.titles, *cues.labels)
        for reading in expand(phrase)
    }
    held: collections.Counter[Gram] = collections.Counter()
    for one in samples:
        for length in {len(reading) for reading in readings}:
            held.update(readings & _grams(one, length))
    return frozenset(reading for reading in readings if held[reading] < least)


def _grams(sample: Sample, length: int) -> frozenset[Gram]:
    words = sample.draft.words.words
    return frozenset(zip(*(words[start:] for start in range(length)), strict=False))
