"""Profiles: which topics an agreement of a type should address, how strongly, and why.

A profile is a YAML file in ``profiles/``; what a topic should tell in full stands in
``profiles/parts.yaml``. Both are data: no rule knows a profile by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from clausewright.files.compiled import compiled
from clausewright.files.yaml import Yaml, load_yaml
from clausewright.model.errors import ConfigurationError
from clausewright.model.topics import TOPICS

FOLDER = Path(__file__).parent / "profiles"
READING = "profile 1"
"""Names the shape of compiled profiles; it changes when the shape does."""


class Level(StrEnum):
    """How strongly a profile wants a topic."""

    CORE = "core"  # without it there is no agreement of this type
    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


class Condition(NamedTuple):
    """When a stronger level holds.

    ``months_over``: the agreement runs longer than this many months. ``present``: the document
    addresses this topic.
    """

    months_over: float | None = None
    present: str | None = None


class Wanted(NamedTuple):
    """A topic that a profile wants.

    ``or_else`` are topics that do as well. ``when`` limits ``level``; elsewhere ``otherwise``
    holds. ``parts`` are the keys of what the topic should tell.
    """

    topic: str
    level: Level
    reason: str
    source: str
    or_else: tuple[str, ...] = ()
    when: Condition | None = None
    otherwise: Level = Level.OPTIONAL
    parts: tuple[str, ...] = ()


class Part(NamedTuple):
    """One thing that a topic should tell.

    ``says`` completes "does not tell ...". ``phrases`` show it; so does a quantity of a dimension
    in ``quantities``, a date where ``date``, or a metric named in ``metrics`` anywhere.
    """

    key: str
    says: str
    phrases: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    date: bool = False
    metrics: tuple[str, ...] = ()


class Profile(NamedTuple):
    """A type of agreement and what is wanted of it.

    ``main_agreement`` are topics that may live in the agreement above, where the document names
    one.
    """

    name: str
    title: str
    summary: str
    wanted: tuple[Wanted, ...]
    main_agreement: tuple[str, ...]

    def at(self, level: Level) -> Iterator[Wanted]:
        """Give the topics of a level, conditions aside."""
        return (one for one in self.wanted if one.level is level)


@cache
def load_profile(name: str) -> Profile:
    """Load a profile that ships with the product.

    Raises ConfigurationError with file and line where the data is wrong.
    """
    data = _read(FOLDER / f"{name}.yaml", _checked_profile)
    wanted = (_wanted(topic, values) for topic, values in data["topics"].items())
    return Profile(
        name, data["title"], data["summary"], tuple(wanted), tuple(data["main agreement"])
    )


@cache
def load_parts() -> Mapping[str, tuple[Part, ...]]:
    """Load what each topic should tell, by topic."""
    data = _read(FOLDER / "parts.yaml", _checked_parts)
    return MappingProxyType(
        {
            topic: tuple(
                Part(
                    key,
                    values["says"],
                    tuple(values.get("phrases", ())),
                    tuple(values.get("quantities", ())),
                    values.get("date", False),
                    tuple(values.get("metrics", ())),
                )
                for key, values in parts.items()
            )
            for topic, parts in data.items()
        }
    )


def _wanted(topic: str, values: Mapping[str, Any]) -> Wanted:
    when = values.get("when")
    return Wanted(
        topic,
        Level(values["level"]),
        values["reason"],
        values["source"],
        tuple(values.get("or else", ())),
        Condition(when.get("months over"), when.get("present")) if when else None,
        Level(values.get("otherwise", "optional")),
        tuple(values.get("parts", ())),
    )


def _read(path: Path, check: Any) -> Any:  # noqa: ANN401 - plain data
    def read(source: bytes) -> Any:  # noqa: ANN401 - plain data
        yaml = load_yaml(source.decode("utf-8"), path.name)
        check(yaml)
        return yaml.data

    return compiled(path.read_bytes(), READING, read)


_PROFILE_KEYS = frozenset(("title", "summary", "main agreement", "topics"))
_TOPIC_KEYS = frozenset(("level", "reason", "source", "or else", "when", "otherwise", "parts"))
_PART_KEYS = frozenset(("says", "phrases", "quantities", "date", "metrics"))


def _checked_profile(yaml: Yaml) -> None:
    data = yaml.data
    if not isinstance(data, dict) or set(data) != _PROFILE_KEYS:
        raise yaml.error(ConfigurationError, f"a profile has {', '.join(sorted(_PROFILE_KEYS))}")
    _known_topics(yaml, data["main agreement"], "main agreement")
    for topic, values in data["topics"].items():
        path = ("topics", topic)
        _known_topics(yaml, [topic], *path)
        unknown = set(values) - _TOPIC_KEYS
        if unknown or not {"level", "reason", "source"} <= set(values):
            raise yaml.error(
                ConfigurationError,
                f"{topic} has level, reason and source"
                + (f", not {', '.join(sorted(unknown))}" if unknown else ""),
                *path,
            )
        if values["level"] not in tuple(Level):
            raise yaml.error(ConfigurationError, f"no level {values['level']}", *path, "level")
        _known_topics(yaml, values.get("or else", ()), *path, "or else")


def _checked_parts(yaml: Yaml) -> None:
    for topic, parts in yaml.data.items():
        _known_topics(yaml, [topic], topic)
        for key, values in parts.items():
            if "says" not in values or set(values) - _PART_KEYS:
                raise yaml.error(
                    ConfigurationError,
                    f"a part has says and any of {', '.join(sorted(_PART_KEYS - {'says'}))}",
                    topic,
                    key,
                )


def _known_topics(yaml: Yaml, topics: object, *path: str) -> None:
    for topic in topics if isinstance(topics, (list, tuple)) else (topics,):
        if topic not in TOPICS:
            raise yaml.error(ConfigurationError, f"no topic is called {topic}", *path)
