"""Picks: the YAML file that says which agreement to build."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema, model_validator
from pydantic import Field as Option

from clausewright.files.yaml import MAX_BYTES, Yaml, load_yaml
from clausewright.generator import values
from clausewright.generator.blueprint import Status
from clausewright.generator.clause import CLAUSE_ID
from clausewright.generator.validation import Strict, validate
from clausewright.model.errors import PicksError

Text = Annotated[
    str, BeforeValidator(values.text_of), WithJsonSchema({"type": ["string", "number"]})
]
Date = Annotated[
    values.Day,
    BeforeValidator(values.day_of),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Length = Annotated[
    values.Duration,
    BeforeValidator(values.duration_of),
    WithJsonSchema({"type": "string", "examples": ["24 months"]}),
]
Share = Annotated[
    values.Percent,
    BeforeValidator(values.percent_of),
    WithJsonSchema({"type": ["string", "number"], "examples": ["95%"]}),
]

_PIN = re.compile(rf"(?P<id>{CLAUSE_ID})(?:@(?P<version>[0-9]{{1,4}}))?\Z")


def _clause_key(key: str) -> str:
    if not _PIN.match(key):
        raise ValueError(f'"{key[:80]}" is no clause id: write group.name or group.name@2')
    return key


class Signatory(Strict):
    """Who signs for a party."""

    name: Text
    title: Text


class PartyPick(Strict):
    """One party; ``role`` and ``article`` override what the blueprint calls it."""

    name: Text
    role: Text | None = None
    article: bool | None = None
    description: Text | None = None
    address: Text | None = None
    contact: Text | None = None
    signatory: Signatory | None = None


class ServicePick(Strict):
    """One service, as the description of services lists it."""

    name: Text
    description: Text
    excluded: Text | None = None
    subservices: tuple[Text, ...] = ()


class SeverityPick(Strict):
    """A severity class; the order of the list is the order of severity, worst first."""

    name: Text
    meaning: Text


class ClassTarget(Strict):
    """The target of one severity class, where its hours differ from those of the others."""

    target: Any
    window: Text | None = None


class MetricPick(Strict):
    """A concrete metric: one target, or one for each severity class."""

    metric: str
    service: Text | None = None
    target: Any = None
    targets: dict[str, Any] = Option(default_factory=dict)
    window: Text
    share: Share | None = None
    method: Text | None = None
    exclusions: tuple[Text, ...] = ()
    baseline: Text | None = None
    reporting: Text | None = None
    consequence: Text | None = None
    owner: Text | None = None
    locked: bool = False

    @model_validator(mode="after")
    def _one_or_by_class(self) -> Self:
        if (self.target is None) == (not self.targets):
            raise ValueError("give either target, or targets with one value for each severity")
        return self


class AnnexPick(Strict):
    """An annex: its title, and which of the picked clauses stand in it, in their order."""

    title: Text
    clauses: tuple[str, ...] = Option(min_length=1)


class Dates(Strict):
    """The dates of the agreement; ``end`` and ``term`` say the same thing in two ways."""

    effective: Date
    end: Date | None = None
    term: Length | None = None
    version: Date | None = None
    next_review: Date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.term is not None and not self.term.number:
            raise ValueError(f"a term of {self.term} is none")
        if self.end is not None and self.end.date <= self.effective.date:
            raise ValueError(
                f"the agreement would end on {self.end}, before it takes effect on {self.effective}"
            )
        return self


class Picks(Strict):
    """Everything that the person who drafts decides; docs/picks.md explains every key.

    ``without`` are places of the blueprint that are empty on purpose.
    """

    blueprint: str
    extends: Text | None = None
    supports: Text | None = None
    title: Text | None = None
    reference: Text | None = None
    version: Text = "1.0"
    status: Status | None = None
    language: Literal["en-GB", "en-US"] = "en-GB"
    definitions: Literal["glossary", "inline"] = "glossary"
    contents: Literal["auto", "yes", "no"] = "auto"
    watermark: Text | None = None
    master_agreement: Text | None = None
    parties: dict[str, PartyPick]
    dates: Dates
    services: tuple[ServicePick, ...] = Option(min_length=1)
    severities: tuple[SeverityPick, ...] = ()
    metrics: tuple[MetricPick, ...] = ()
    clauses: dict[Annotated[str, AfterValidator(_clause_key)], dict[str, Any] | None] = Option(
        min_length=1
    )
    annexes: tuple[AnnexPick, ...] = Option(default=(), max_length=26)
    without: tuple[str, ...] = ()

    def pins(self) -> dict[str, int | None]:
        """Give the clause ids with the version each is pinned to."""
        found: dict[str, int | None] = {}
        for key in self.clauses:
            clause_id, _, version = key.partition("@")
            found[clause_id] = int(version) if version else None
        return found

    def key_of(self, clause_id: str) -> str | None:
        """Give the key under which a clause is picked."""
        return next((k for k in self.clauses if k.partition("@")[0] == clause_id), None)


def read_picks(text: str, where: str) -> tuple[Picks, Yaml]:
    """Read picks; raise PicksError with file and line for all that is wrong."""
    yaml = load_yaml(text, where, error=PicksError)
    return validate(Picks, yaml, PicksError), yaml


def load_yaml_file(path: Path) -> Yaml:
    """Read a picks file, or a fragment of one, as plain data."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except IsADirectoryError as error:
        raise PicksError("this is a folder; name a picks file", where=str(path)) from error
    except FileNotFoundError as error:
        raise PicksError("there is no such file", where=str(path)) from error
    except OSError as error:
        raise PicksError(f"cannot be read: {error.strerror}", where=str(path)) from error
    if len(data) > MAX_BYTES:
        line = data.count(b"\n", 0, MAX_BYTES) + 1
        told = f"is larger than {MAX_BYTES:,} bytes: the limit is reached in this line"
        raise PicksError(told, where=str(path), line=line)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = "is not UTF-8 text: save it as UTF-8"
        raise PicksError(told, where=str(path), line=line) from error
    return load_yaml(text, str(path), error=PicksError)
