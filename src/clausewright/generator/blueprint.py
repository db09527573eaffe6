"""Blueprints: agreement types as ordered places for clauses."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field as Option
from pydantic import model_validator

from clausewright.files.yaml import load_yaml
from clausewright.generator.validation import Strict, validate
from clausewright.model.errors import LibraryError
from clausewright.model.topics import PROFILES


class Status(StrEnum):
    """What an agreement is in law."""

    STANDALONE = "standalone"
    SCHEDULE = "schedule"
    INCORPORATED = "incorporated"
    INTERNAL = "internal"


class Role(Strict):
    """A role of a party: ``name`` as defined ("Supplier"), with or without "the" before it."""

    name: str
    article: bool = True
    ask: str = "Which organisation?"


class BlueprintPlace(Strict):
    """Room for clauses.

    With a ``title`` the place is a section and its clauses are subsections; without, each clause is
    a section. ``choose: one`` makes its clauses alternatives. ``default`` are picked by ``new``.
    """

    id: str = Option(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    title: str | None = None
    clauses: tuple[str, ...] = Option(min_length=1)
    required: bool = False
    choose: Literal["one", "any"] = "any"
    default: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _defaults_are_listed(self) -> Self:
        for clause in self.default:
            if clause not in self.clauses:
                raise ValueError(f'default "{clause}" is none of the clauses of this place')
        return self


class Part(Strict):
    """One of the two halves of an agreement."""

    title: str
    places: tuple[BlueprintPlace, ...] = Option(min_length=1)


class Parts(Strict):
    """The two halves: the services, then how they are managed."""

    services: Part
    management: Part


class Blueprint(Strict):
    """An agreement type."""

    id: str = Option(pattern=r"^[a-z][a-z0-9-]{0,39}$")
    version: int = Option(default=1, ge=1)
    title: str
    summary: str = Option(min_length=20, max_length=200)
    profile: str
    statuses: tuple[Status, ...] = Option(min_length=1)
    roles: dict[str, Role] = Option(min_length=2)
    parts: Parts

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.profile not in PROFILES:
            raise ValueError(f'"{self.profile}" is no profile; known: {", ".join(PROFILES)}')
        if not {"provider", "customer"} <= set(self.roles):
            raise ValueError("roles must hold provider and customer")
        seen: dict[str, str] = {}
        ids: set[str] = set()
        for place in self.places:
            if place.id in ids:
                raise ValueError(f'two places are named "{place.id}"')
            ids.add(place.id)
            for clause in place.clauses:
                if clause in seen:
                    raise ValueError(f'"{clause}" stands in {seen[clause]} and in {place.id}')
                seen[clause] = place.id
        return self

    @property
    def places(self) -> Iterator[BlueprintPlace]:
        """All places in order."""
        yield from self.parts.services.places
        yield from self.parts.management.places

    def place_of(self, clause: str) -> BlueprintPlace | None:
        """Give the place that lists a clause."""
        return next((place for place in self.places if clause in place.clauses), None)


def read_blueprint(text: str, where: str, expected_id: str) -> Blueprint:
    """Read a blueprint file; raise LibraryError with file and line for all that is wrong."""
    yaml = load_yaml(text, where, error=LibraryError)
    blueprint = validate(Blueprint, yaml, LibraryError)
    if blueprint.id != expected_id:
        message = f'the id is "{blueprint.id}", but the name of the file says "{expected_id}"'
        raise yaml.error(LibraryError, message, "id")
    return blueprint
