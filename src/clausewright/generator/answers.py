"""The answers to the questions of clauses: read, checked, and what is missing listed at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clausewright.files.yaml import Yaml
from clausewright.generator.agreement import Blank
from clausewright.generator.clause import STANDARD_NAMES, Clause
from clausewright.generator.fields import FieldSpec, read
from clausewright.generator.picks import Picks
from clausewright.generator.resolution import Placed, Resolution
from clausewright.generator.tiers import NestedValueError
from clausewright.generator.values import quotient_of, rounded_up
from clausewright.model.errors import ClausewrightError, PicksError, suggestion

RESERVED = frozenset({"place", "locked"})
# Standard names that picks may leave out: where they stand in the file, and what to ask.
OPEN_NAMES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "end_date": (("dates", "end"), "On which date does the agreement end?"),
    "term": (("dates", "term"), "How long does the agreement run?"),
    "version_date": (("dates", "version"), "Of which date is this version?"),
    "next_review": (("dates", "next_review"), "On which date is the agreement next reviewed?"),
    "reference": (("reference",), "What is the reference of this agreement?"),
    "master_agreement": (("master_agreement",), "Which agreement is this one part of?"),
}


@dataclass(frozen=True)
class Answers:
    """Values by clause id and name: of the clause's fields, and of open standard names."""

    fields: Mapping[str, Mapping[str, Any]]
    standard: Mapping[str, Mapping[str, Any]]


def read_answers(
    picks: Picks, yaml: Yaml, resolution: Resolution, *, blanks: bool
) -> tuple[Answers, list[ClausewrightError]]:
    """Read all answers; give them with all faults found."""
    reader = _Reader(picks, yaml, blanks=blanks)
    fields = {placed.clause.id: reader.fields(placed) for placed in resolution.placed}
    standard = {p.clause.id: reader.standard(p.clause, resolution) for p in resolution.placed}
    return Answers(fields, standard), reader.faults


def standard_values(picks: Picks) -> dict[str, object]:
    """Give the standard names that come straight from the picks, None where they are open."""
    dates = picks.dates
    return {
        "effective_date": dates.effective,
        "end_date": dates.end,
        "term": dates.term,
        "version_date": dates.version,
        "next_review": dates.next_review,
        "reference": picks.reference,
        "master_agreement": picks.master_agreement,
        "version": picks.version,
    }


class _Reader:
    """Reads the answers of one picks file."""

    def __init__(self, picks: Picks, yaml: Yaml, *, blanks: bool) -> None:
        self._picks = picks
        self._yaml = yaml
        self._blanks = blanks
        self.faults: list[ClausewrightError] = []

    def _fault(self, message: str, *path: str | int) -> None:
        self.faults.append(self._yaml.error(PicksError, message, *path))

    def _path(self, clause: Clause) -> tuple[str | int, ...]:
        key = self._picks.key_of(clause.id)
        return ("clauses", key) if key else ("clauses",)

    def fields(self, placed: Placed) -> dict[str, Any]:
        clause = placed.clause
        key = self._picks.key_of(clause.id)
        given = dict(self._picks.clauses[key] or {}) if key else {}
        path = self._path(clause)
        for name in given:
            if name not in clause.front.fields and name not in RESERVED:
                told = f'"{clause.id}" has no field "{name}"{suggestion(name, clause.front.fields)}'
                self._fault(told, *path, name)
        values: dict[str, Any] = {}
        for name, field in clause.front.fields.items():
            raw = given.get(name)
            if field.quotient is None:
                values[name] = self._field(clause, name, field, raw, path)
            else:
                values[name] = self._quotient(clause, name, field.quotient, raw, values)
        return values

    def _quotient(
        self,
        clause: Clause,
        name: str,
        operands: tuple[str, ...],
        raw: object,
        values: Mapping[str, Any],
    ) -> object:
        """Compute a quotient; an answer that is given all the same must agree with it."""
        path = self._path(clause)
        field = clause.front.fields[name]
        if any(isinstance(values[operand], Blank) for operand in operands):
            return Blank(field.ask)
        if any(values[operand] is None for operand in operands):
            return None  # the fault is told already
        exact = values[operands[0]]
        for operand in operands[1:]:
            try:
                exact = quotient_of(exact, values[operand])
            except ValueError as error:
                fault = self._yaml.error(
                    PicksError, f'"{operand}" of "{clause.id}" {error}', *path, operand
                )
                if str(fault) not in map(str, self.faults):  # another quotient may have told it
                    self.faults.append(fault)
                return None
        result = rounded_up(exact)
        given = None if raw is None else self._field(clause, name, field, raw, path)
        if given is not None and given != result:
            sum_ = " divided by ".join(str(values[operand]) for operand in operands)
            told = f"{sum_} is {result}, not {given}: leave {name} out"
            self._fault(f'"{name}" of "{clause.id}": {told}', *path, name)
        return result

    def _field(
        self, clause: Clause, name: str, field: FieldSpec, raw: object, path: tuple[str | int, ...]
    ) -> object:
        if raw is None:
            raw = field.default
        if raw is None:
            if field.optional:
                return False
            if self._blanks:
                return Blank(field.ask)
            self._fault(f'"{clause.id}" needs "{name}" ({field.type}): {field.ask}', *path, name)
            return None
        try:
            return read(field, raw)
        except NestedValueError as fault:
            self._fault(f'"{name}" of "{clause.id}": {fault}', *path, name, *fault.path)
        except ValueError as error:
            self._fault(f'"{name}" of "{clause.id}" {error}', *path, name)
        return None

    def standard(self, clause: Clause, resolution: Resolution) -> dict[str, Any]:
        values = standard_values(self._picks)
        values["status"] = str(resolution.status)
        values["title"] = self._picks.title or resolution.blueprint.title
        for name in clause.names.read & set(OPEN_NAMES):
            if values[name] is not None:
                continue
            if name in clause.names.tested:
                values[name] = False
            elif self._blanks:
                values[name] = Blank(OPEN_NAMES[name][1])
            else:
                path, question = OPEN_NAMES[name]
                self._fault(f'"{clause.id}" needs "{".".join(path)}": {question}', *path)
        return {name: value for name, value in values.items() if name in STANDARD_NAMES}
