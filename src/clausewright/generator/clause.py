"""One clause: its front matter, its body, and how its file is read."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

from pydantic import Field as Option
from pydantic import field_validator, model_validator

from clausewright.files.yaml import Yaml, load_yaml
from clausewright.generator.blueprint import Status
from clausewright.generator.fields import FieldSpec, read
from clausewright.generator.templating import BodyError, Names, names_in
from clausewright.generator.validation import Strict, validate
from clausewright.model.errors import LibraryError
from clausewright.model.topics import TOPICS

CLAUSE_ID = r"[a-z][a-z0-9_]{0,39}\.[a-z][a-z0-9_]{0,59}"
STANDARD_NAMES = frozenset(
    {
        "provider", "Provider", "customer", "Customer", "parties", "services", "service_names",
        "definitions", "signatures", "severities", "annexes", "title", "version", "version_date",
        "next_review", "reference", "effective_date", "end_date", "term", "status",
        "master_agreement",
    }
)  # fmt: skip
DEFINED = re.compile(r'"\*\*([^*"{}]{1,60})\*\*"')
_FRONT = re.compile(r"\A---\n(?P<front>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)
_ALTERNATIVES = re.compile(rf"{CLAUSE_ID}(?: \| {CLAUSE_ID})*\Z")


class Position(StrEnum):
    """Whose interest a clause leans to."""

    BALANCED = "balanced"
    PROVIDER = "provider"
    CUSTOMER = "customer"


class ClauseStatus(StrEnum):
    """How far a clause is: retired clauses are kept for pins and offered to nobody."""

    DRAFT = "draft"
    STABLE = "stable"
    RETIRED = "retired"


class Review(Strict):
    """Who reviewed this version of a clause; only a named, qualified lawyer is entered."""

    by: str
    qualification: str
    jurisdiction: str
    date: str
    version: int


class Front(Strict):
    """The front matter of a clause file; docs/clauses.md explains every key."""

    id: str = Option(pattern=rf"^{CLAUSE_ID}$")
    version: int = Option(default=1, ge=1)
    title: str = Option(min_length=3, max_length=60)
    topics: tuple[str, ...] = Option(min_length=1)
    status: ClauseStatus
    kinds: tuple[str, ...] = ("any",)
    law: str = "any"
    summary: str = Option(min_length=20, max_length=160)
    defines: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    pairs_with: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    variant_of: str | None = Option(default=None, pattern=rf"^{CLAUSE_ID}$")
    position: Position = Position.BALANCED
    metrics: tuple[str, ...] = ()
    makes: Status | None = None
    long: bool = False
    fields: dict[str, FieldSpec] = Option(default_factory=dict)
    sample: dict[str, Any] = Option(default_factory=dict)
    reviewed: Review | None = None

    @field_validator("topics")
    @classmethod
    def _topics_exist(cls, topics: tuple[str, ...]) -> tuple[str, ...]:
        for topic in topics:
            if topic not in TOPICS:
                raise ValueError(f'"{topic}" is no topic id; see `clausewright rules show TOP001`')
        return topics

    @field_validator("needs", "pairs_with", "excludes")
    @classmethod
    def _ids_are_ids(cls, ids: tuple[str, ...]) -> tuple[str, ...]:
        for text in ids:
            if not _ALTERNATIVES.match(text):
                raise ValueError(f'"{text}" is no clause id (or ids joined by " | ")')
        return ids

    @model_validator(mode="after")
    def _sample_fits(self) -> Self:
        for name in self.fields:
            if not re.fullmatch("[a-z][a-z0-9_]{0,39}", name) or name in STANDARD_NAMES:
                raise ValueError(f'"{name}" cannot be the name of a field')
        for name, raw in self.sample.items():
            if name not in self.fields:
                raise ValueError(f'sample gives "{name}", which is no field')
            try:
                read(self.fields[name], raw)
            except ValueError as error:
                raise ValueError(f"sample {name}: {error}") from error
        for name, field in self.fields.items():
            if field.quotient:
                _check_quotient(self.fields, name, field.quotient)
            elif not field.optional and field.default is None and name not in self.sample:
                raise ValueError(f"sample gives no {name}")
        return self


class Clause(Strict):
    """A clause as loaded: ``front`` says how it fits, ``body`` is what a lawyer edits."""

    front: Front
    body: str
    where: str
    body_line: int

    @property
    def id(self) -> str:
        """The id, with a dot."""
        return self.front.id

    @property
    def base(self) -> str:
        """The id of the clause this is a position of, or its own."""
        return self.front.variant_of or self.front.id

    @cached_property
    def names(self) -> Names:
        """The fields and standard names that the body reads."""
        try:
            return names_in(self.body, frozenset(self.front.fields), STANDARD_NAMES)
        except BodyError as fault:
            line = self.body_line + fault.line - 1
            raise LibraryError(str(fault), where=self.where, line=line) from fault

    @property
    def defined_terms(self) -> tuple[str, ...]:
        """The terms that the body defines, in order."""
        return tuple(DEFINED.findall(self.body))


def read_clause(text: str, where: str, expected_id: str) -> Clause:
    """Read a clause file; raise LibraryError with file and line for all that is wrong."""
    found = _FRONT.match(text.replace("\r\n", "\n"))
    if found is None:
        raise LibraryError(
            "a clause begins with front matter between --- lines", where=where, line=1
        )
    yaml = load_yaml(found["front"], where, error=LibraryError, first_line=2)
    front = validate(Front, yaml, LibraryError)
    _check_front(front, yaml, expected_id)
    body_line = found["front"].count("\n") + 3
    leading = len(found["body"]) - len(found["body"].lstrip("\n"))
    clause = Clause(
        front=front, body=found["body"].strip("\n"), where=where, body_line=body_line + leading
    )
    unused = set(front.fields) - clause.names.read
    if unused:
        name = min(unused)
        raise yaml.error(LibraryError, f'the body never uses the field "{name}"', "fields", name)
    for term in front.defines:
        if term not in clause.defined_terms:
            message = f'the body does not define "{term}": write "**{term}**" where it does'
            raise yaml.error(LibraryError, message, "defines")
    for term in clause.defined_terms:
        if term not in front.defines:
            raise yaml.error(LibraryError, f'the body defines "{term}": list it', "defines")
    return clause


def _check_quotient(fields: dict[str, FieldSpec], name: str, operands: tuple[str, ...]) -> None:
    before = list(fields)[: list(fields).index(name)]
    for operand in operands:
        if operand not in before or fields[operand].optional:
            told = f'"{name}" divides "{operand}", which is no field before it that is always given'
            raise ValueError(told)


def _check_front(front: Front, yaml: Yaml, expected_id: str) -> None:
    if front.id != expected_id:
        message = f'the id is "{front.id}", but the path of the file says "{expected_id}"'
        raise yaml.error(LibraryError, message, "id")
    if front.reviewed is not None and front.reviewed.version != front.version:
        message = f"the review is of version {front.reviewed.version}, not of {front.version}"
        raise yaml.error(LibraryError, message, "reviewed")
