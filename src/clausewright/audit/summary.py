"""What the tables of an audit say together: topics that are lacking, and the spread of figures."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from clausewright.audit.manifest import check_finished
from clausewright.audit.parquet import read_table
from clausewright.audit.tables import DOCUMENTS, FAILURES, FIGURES, METRICS, TOPICS
from clausewright.lint_rules.profile import Level
from clausewright.lint_rules.wanted_topics import title_of
from clausewright.model.located_facts import FigureKind
from clausewright.model.topics import CONTRACT, SLA_PROFILES

SLA_FAMILY = "service level agreements"
CONTRACT_FAMILY = "other contracts"
_FAMILIES = {**dict.fromkeys(SLA_PROFILES, SLA_FAMILY), CONTRACT: CONTRACT_FAMILY}
_EXPECTED = (Level.CORE, Level.REQUIRED, Level.RECOMMENDED)


class Bar(NamedTuple):
    """A row of a plot: what, how many, of how many."""

    label: str
    found: int
    of: int

    @property
    def share(self) -> float:
        """Give the share, 0 to 1."""
        return self.found / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Lack:
    """The topics that agreements of a family should address, those most often lacking first."""

    family: str
    documents: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How a figure spreads over the documents that state it; each value of a document once."""

    title: str
    unit: str
    documents: int
    values: int
    quartiles: tuple[float, float, float] | None
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """All that is told and plotted."""

    documents: int
    failures: int
    words: int
    profiles: tuple[Bar, ...]
    lacks: tuple[Lack, ...]
    spreads: tuple[Spread, ...]


def summary_of(folder: Path) -> Summary:
    """Read the tables of a finished audit.

    Raises:
        InputError: where the folder holds none.

    """
    check_finished(folder)
    profiles: dict[str, str] = {}
    words = 0
    for row in read_table(DOCUMENTS, folder, ("document", "profile", "words")):
        profiles[row["document"]] = row["profile"]
        words += row["words"]
    return Summary(
        documents=len(profiles),
        failures=sum(1 for _ in read_table(FAILURES, folder, ("document",))),
        words=words,
        profiles=tuple(
            Bar(name, count, len(profiles))
            for name, count in Counter(profiles.values()).most_common()
        ),
        lacks=tuple(_lacks(folder, profiles)),
        spreads=_spreads(folder),
    )


def _lacks(folder: Path, profiles: Mapping[str, str]) -> Iterator[Lack]:
    expected: dict[str, Counter[str]] = defaultdict(Counter)
    missing: dict[str, Counter[str]] = defaultdict(Counter)
    for row in read_table(TOPICS, folder, ("document", "topic", "level", "missing")):
        family = _FAMILIES.get(profiles[row["document"]])
        if family is not None and row["level"] in _EXPECTED:
            expected[family][row["topic"]] += 1
            missing[family][row["topic"]] += row["missing"]
    members = Counter(_FAMILIES.get(profile) for profile in profiles.values())
    for family in (SLA_FAMILY, CONTRACT_FAMILY):
        bars = (
            Bar(title_of(topic), missing[family][topic], of)
            for topic, of in expected[family].items()
        )
        if members[family]:
            ordered = sorted(bars, key=lambda bar: (-bar.share, bar.label))
            yield Lack(family, members[family], tuple(ordered))


class _Edge(NamedTuple):
    """A class of a spread: values below ``below``, and the words for them."""

    below: float
    label: str


def _edges(unit: str, *limits: float) -> tuple[_Edge, ...]:
    """Give classes "up to" each limit, and one above."""
    found = [_Edge(limit + 1e-9, f"up to {limit:g} {unit}") for limit in limits]
    return (*found, _Edge(float("inf"), f"above {limits[-1]:g} {unit}"))


_UPTIME = (
    _Edge(95, "below 95%"),
    _Edge(99, "95% to below 99%"),
    _Edge(99.5, "99% to below 99.5%"),
    _Edge(99.9, "99.5% to below 99.9%"),
    _Edge(99.95, "99.9% to below 99.95%"),
    _Edge(99.99, "99.95% to below 99.99%"),
    _Edge(100, "99.99% to below 100%"),
    _Edge(float("inf"), "100%"),
)
_CAPS = _edges("%", 5, 10, 15, 20, 25, 30, 50, 100)
_NOTICES = _edges("days", 7, 14, 30, 60, 90, 180, 365)


def _spreads(folder: Path) -> tuple[Spread, ...]:
    uptime: dict[str, set[float]] = defaultdict(set)
    for row in read_table(METRICS, folder, ("document", "name", "normal", "unit", "sure")):
        if row["name"] == "availability" and row["unit"] == "%" and row["sure"]:
            value = row["normal"]
            if value is not None and 0 < value <= 100:
                uptime[row["document"]].add(value)
    figures: dict[str, dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
    for row in read_table(FIGURES, folder, ("document", "kind", "normal")):
        figures[row["kind"]][row["document"]].add(row["normal"])
    return (
        _spread("Uptime targets", "%", uptime, _UPTIME),
        _spread("Caps on service credits", "%", figures[FigureKind.CREDIT_CAP], _CAPS),
        _spread("Notice periods", "days", figures[FigureKind.NOTICE_PERIOD], _NOTICES),
    )


def _spread(
    title: str, unit: str, found: Mapping[str, set[float]], edges: Sequence[_Edge]
) -> Spread:
    values = sorted(value for of_one in found.values() for value in of_one)
    counts = Counter(_label(value, edges) for value in values)
    return Spread(
        title=title,
        unit=unit,
        documents=len(found),
        values=len(values),
        quartiles=_quartiles(values),
        bars=tuple(Bar(edge.label, counts[edge.label], len(values)) for edge in edges),
    )


def _label(value: float, edges: Iterable[_Edge]) -> str:
    return next(edge.label for edge in edges if value < edge.below)


def _quartiles(values: Sequence[float]) -> tuple[float, float, float] | None:
    if not values:
        return None
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


def told(summary: Summary) -> Iterator[str]:
    """Give the lines for a terminal."""
    yield f"{summary.documents:,} documents, {summary.words:,} words, {summary.failures:,} failures"
    yield from _lines("Read as", summary.profiles)
    for lack in summary.lacks:
        title = f"Topics that {lack.family} lack, of those that their type should address"
        yield from _lines(f"{title} ({lack.documents:,} documents)", lack.bars)
    for spread in summary.spreads:
        yield from _lines(f"{spread.title}: {described(spread)}", spread.bars)


def described(spread: Spread) -> str:
    """Say in words how a figure spreads."""
    if spread.quartiles is None:
        return "none found"
    low, middle, high = (f"{value:g}" for value in spread.quartiles)
    return (
        f"{spread.values:,} in {spread.documents:,} documents, median {middle} {spread.unit}, "
        f"half of them between {low} and {high}"
    )


def _lines(title: str, bars: Iterable[Bar]) -> Iterator[str]:
    yield ""
    yield title
    for bar in bars:
        yield f"  {bar.share:6.1%}  {bar.found:>6,} of {bar.of:<6,}  {bar.label}"
