"""Facts of a draft with everything a report needs: places in lines and columns, words quoted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clausewright.model.facts import Target
from clausewright.model.span import Place, Position


@dataclass(frozen=True, slots=True)
class LocatedTopic:
    """A topic that a draft addresses; ``evidence`` are the words that show it best."""

    id: str
    by_reference: bool
    start: Position
    evidence: str


@dataclass(frozen=True, slots=True)
class WantedTopic:
    """A topic that the profile of a draft lists: how strongly, and whether it is missing.

    A topic that the draft leaves to its main agreement is neither there nor missing.
    """

    id: str
    level: str
    missing: bool


@dataclass(frozen=True, slots=True)
class LocatedMetric:
    """A commitment on service performance; the fields are those of ``Metric``."""

    name: str
    label: str
    service: str | None
    start: Position
    end: Position
    place: Place | None
    quote: str
    target: Target | None
    window: str | None
    method: bool
    exclusions: bool
    baseline: bool
    reporting: bool
    consequence: bool
    missing: tuple[str, ...]
    sure: bool


class FigureKind(StrEnum):
    """What a figure of the contract, which is no service level, limits."""

    CREDIT_CAP = "credit cap"
    NOTICE_PERIOD = "notice period"


@dataclass(frozen=True, slots=True)
class LocatedFigure:
    """A figure that many agreements have, to compare across them.

    ``normal`` is the value in percent for a cap, in days for a notice (a month 30 days, a year
    365). ``base`` are the words that say what a percentage is a share of.
    """

    kind: FigureKind
    value: float
    unit: str
    normal: float
    base: str | None
    start: Position
    quote: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found in a draft: topics, those its profile lists, metrics and figures."""

    topics: tuple[LocatedTopic, ...]
    wanted: tuple[WantedTopic, ...]
    metrics: tuple[LocatedMetric, ...]
    figures: tuple[LocatedFigure, ...]
