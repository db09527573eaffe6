"""Metrics as objects: abstract in the library, concrete in the picks, rendered from one place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field as Option
from pydantic import field_validator, model_validator

from clausewright.files.yaml import load_yaml
from clausewright.generator.validation import Strict, validate
from clausewright.generator.values import Count, Duration, Money, Percent
from clausewright.model.errors import LibraryError
from clausewright.model.facts import METRIC_NAMES

_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")
_GAP = re.compile(" {2,}")  # what a class leaves where a metric has one target for all
_KNOWN = frozenset(
    {"Provider", "provider", "Customer", "customer", "label", "service", "target", "window",
     "counted", "severity", "share"}
)  # fmt: skip

TargetValue = Percent | Duration | Count | Money


class Clock(Strict):
    """When the clock of a timed metric starts, stops and stands still."""

    start: str
    stop: str
    pause: str | None = None


class Ratio(Strict):
    """How OpenSLO sees the metric: good events (or bad ones) of all."""

    good: str | None = None
    bad: str | None = None
    total: str

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if (self.good is None) == (self.bad is None):
            raise ValueError("a ratio counts either good or bad events")
        return self


class MetricKind(Strict):
    """An abstract metric of the library; docs/clauses.md explains every key."""

    id: str = Option(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    version: int = Option(default=1, ge=1)
    label: str = Option(min_length=2, max_length=50)
    name: str
    summary: str = Option(min_length=20, max_length=160)
    kind: Literal["continuous", "event", "sample"]
    unit: Literal["percent", "duration", "count"]
    noun: str | None = None
    in_text: str | None = None
    comparator: Literal["at least", "at most"]
    duty: Literal["provider", "customer"] = "provider"
    formula: str
    sentence: str
    clock: Clock | None = None
    exclusions: tuple[str, ...] = ()
    sources: tuple[str, ...] = Option(min_length=1)
    rounding: str
    low_volume: str | None = None
    ratio: Ratio | None = None

    @field_validator("name")
    @classmethod
    def _name_is_known(cls, name: str) -> str:
        if name not in METRIC_NAMES:
            raise ValueError(f"must be one of: {', '.join(METRIC_NAMES)}")
        return name

    @field_validator("sentence", "formula")
    @classmethod
    def _placeholders_are_known(cls, text: str) -> str:
        for name in _PLACEHOLDER.findall(text):
            if name not in _KNOWN:
                raise ValueError(
                    f'unknown placeholder "{{{name}}}"; known: {", ".join(sorted(_KNOWN))}'
                )
        return " ".join(text.split())

    @model_validator(mode="after")
    def _events_have_a_clock(self) -> Self:
        if self.unit == "duration" and self.kind == "event" and self.clock is None:
            raise ValueError("an event measured in time says when its clock starts and stops")
        return self


def read_metric(text: str, where: str, expected_id: str) -> MetricKind:
    """Read a metric file; raise LibraryError with file and line for all that is wrong."""
    yaml = load_yaml(text, where, error=LibraryError)
    metric = validate(MetricKind, yaml, LibraryError)
    if metric.id != expected_id:
        message = f'the id is "{metric.id}", but the name of the file says "{expected_id}"'
        raise yaml.error(LibraryError, message, "id")
    return metric


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """A concrete metric: one commitment for one service and, where classes differ, one severity.

    ``window`` is the measuring period ("calendar month") or the hours basis of a time ("24x7",
    "Support Hours"). ``consequence`` is a clause id, or words. All texts are ready to print.
    """

    kind: MetricKind
    target: TargetValue
    window: str
    service: str | None = None
    severity: str | None = None
    share: Percent | None = None
    method: str | None = None
    exclusions: tuple[str, ...] = ()
    baseline: str | None = None
    reporting: str | None = None
    consequence: str | None = None
    owner: str | None = None

    @property
    def label(self) -> str:
        """The name of the metric as the agreement writes it."""
        return self.kind.label

    @property
    def in_text(self) -> str:
        """How a sentence calls the metric: its label where that is a defined term."""
        return self.kind.in_text or self.kind.label

    @property
    def target_text(self) -> str:
        """The target with its unit: "99.9%", "15 minutes", "20 qualified leads"."""
        return f"{self.target} {self.kind.noun}" if self.kind.noun else str(self.target)

    @property
    def target_number(self) -> Decimal:
        """The number of the target as printed."""
        return self.target.amount if isinstance(self.target, Money) else self.target.number

    @property
    def counted(self) -> str:
        """The hours basis in words."""
        if self.window[:1].isupper():  # a defined term
            return f"counted in {self.window}"
        return f"counted {self.window}"

    def sentence(self, names: Mapping[str, str]) -> str:
        """Write the commitment as one sentence; ``names`` are the parties' names in the text."""
        written = self._filled(self.kind.sentence, names)
        return written if self.severity else _GAP.sub(" ", written)

    def definition(self, names: Mapping[str, str]) -> str:
        """Write what the metric means, for the glossary: the words after "means"."""
        text, clock = self.kind.formula, self.kind.clock
        if clock is not None:
            text = f"{text}, counted from {clock.start} until {clock.stop}"
            text += f", and not while {clock.pause}" if clock.pause else ""
        return self._filled(text, names)

    def _filled(self, text: str, names: Mapping[str, str]) -> str:
        values = {
            **names,
            "label": self.label,
            "service": self.service or "each Service",
            "target": self.target_text,
            "window": self.window,
            "counted": self.counted,
            "severity": self.severity or "",
            "share": str(self.share or "100%"),
        }
        return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)
