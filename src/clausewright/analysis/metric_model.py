"""The weights by which evidence decides what is a commitment, and what it measures.

``benchmarks/train_metric_model.py`` learns them by logistic regression from labelled agreements and
writes ``metric_model.json``: names of features with whole numbers of thousandths, no text.
"""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

MODEL_FILE: Final = Path(__file__).with_name("metric_model.json")
SCALE: Final = 1000


class Weights(NamedTuple):
    """A bias and the weight of each feature, in thousandths of log-odds."""

    bias: int
    weights: Mapping[str, int]

    def log_odds(self, features: Collection[str]) -> float:
        """Give the log-odds that evidence with these features is a commitment."""
        known = self.weights
        return (self.bias + sum(known[one] for one in features if one in known)) / SCALE


class MetricModel(NamedTuple):
    """Weights for numbers, for sentences without one, and for what either measures."""

    measured: Weights
    unmeasured: Weights
    names: tuple[str, ...]
    name_bias: tuple[int, ...]
    name_weights: Mapping[str, tuple[int, ...]]

    def name_of(self, features: Collection[str]) -> str:
        """Give the name of the metric that these features fit best."""
        totals = list(self.name_bias)
        for feature in features:
            weights = self.name_weights.get(feature)
            if weights is not None:
                totals = list(map(operator.add, totals, weights))
        return self.names[totals.index(max(totals))]


def model_of(data: Mapping[str, Any]) -> MetricModel:
    """Read a model as it was written."""
    names = data["names"]
    return MetricModel(
        Weights(data["measured"]["bias"], data["measured"]["weights"]),
        Weights(data["unmeasured"]["bias"], data["unmeasured"]["weights"]),
        tuple(names["labels"]),
        tuple(names["bias"]),
        {feature: tuple(weights) for feature, weights in names["weights"].items()},
    )


@cache
def metric_model() -> MetricModel:
    """Load the model that ships with the package."""
    return model_of(json.loads(MODEL_FILE.read_text(encoding="utf-8")))


def probability(log_odds: float) -> float:
    """Turn log-odds into a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
