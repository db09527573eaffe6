"""From picked clause ids to the full, ordered list: needs follow, conflicts are refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clausewright.files.yaml import Yaml
from clausewright.generator.blueprint import Blueprint, BlueprintPlace, Status
from clausewright.generator.clause import Clause, ClauseStatus
from clausewright.generator.fields import FieldType
from clausewright.generator.library import Library
from clausewright.generator.picks import Picks
from clausewright.generator.validation import fail
from clausewright.model.errors import ClausewrightError, LibraryError, PicksError, suggestion

GLOSSARY = "definitions.glossary"
ANNEXES = "precedence.annexes"
IN_THE_BODY = frozenset({"parties", "signature"})  # topics that open and close an agreement


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause in its place; ``why`` is None for a clause that was picked by name.

    ``annex`` counts the annexes from 0; a clause in one has no place in the body.
    """

    clause: Clause
    place: BlueprintPlace | None  # None: in an annex, or a definition for the glossary
    why: str | None
    annex: int | None = None


@dataclass(frozen=True)
class Resolution:
    """The clauses of one agreement in the order of its blueprint."""

    blueprint: Blueprint
    placed: tuple[Placed, ...]

    def stands_for(self, clause_id: str) -> Clause | None:
        """Give the clause that answers to an id: itself, or the picked position of it."""
        return next(
            (p.clause for p in self.placed if clause_id in (p.clause.id, p.clause.base)), None
        )

    @property
    def status(self) -> Status:
        """What the agreement is in law: what its status clause says, or the blueprint's first."""
        said = (placed.clause.front.makes for placed in self.placed)
        return next((status for status in said if status), self.blueprint.statuses[0])

    @property
    def added(self) -> tuple[Placed, ...]:
        """The clauses that came along because others need them."""
        return tuple(placed for placed in self.placed if placed.why)


def resolve(picks: Picks, yaml: Yaml, library: Library) -> Resolution:
    """Resolve picks, or raise PicksError with everything that does not fit together."""
    return _Resolver(picks, yaml, library).resolve()


class _Resolver:
    """Collects clauses and faults; one instance resolves one picks file."""

    def __init__(self, picks: Picks, yaml: Yaml, library: Library) -> None:
        self._picks = picks
        self._yaml = yaml
        self._library = library
        self._faults: list[ClausewrightError] = []
        self._why: dict[str, str | None] = {}
        self._clauses: dict[str, Clause] = {}
        self._told: set[str] = set()
        self._annexed: dict[str, int] = {}
        try:
            self._blueprint = library.blueprint(picks.blueprint)
        except LibraryError as error:
            if error.where is not None:
                raise
            raise yaml.error(PicksError, error.message, "blueprint") from error

    def resolve(self) -> Resolution:
        self._pick()
        self._annex()
        fail(PicksError, self._faults)
        while self._follow_needs() or self._follow_uses() or self._follow_business_time():
            continue
        self._refuse_cycles()
        self._refuse_conflicts()
        self._require_places()
        placed = self._placed()
        fail(PicksError, self._faults)
        return Resolution(self._blueprint, placed)

    def _fault(self, message: str, clause_id: str | None = None) -> None:
        key = self._picks.key_of(clause_id) if clause_id else None
        path = ("clauses", key) if key else ("clauses",)
        self._faults.append(self._yaml.error(PicksError, message, *path))

    def _pick(self) -> None:
        for clause_id, version in self._picks.pins().items():
            if clause_id in self._clauses:
                self._fault(f'"{clause_id}" is picked twice', clause_id)
                continue
            try:
                clause = self._library.clause(clause_id)
            except LibraryError as error:
                if error.where is not None:
                    raise
                self._fault(error.message, clause_id)
                continue
            if version is not None and version != clause.front.version:
                have = clause.front.version
                self._fault(
                    f'"{clause_id}" is pinned to @{version}; the library has @{have}', clause_id
                )
            if version is None and clause.front.status is ClauseStatus.RETIRED:
                have = clause.front.version
                self._fault(
                    f'"{clause_id}" is retired: pick another, or pin "{clause_id}@{have}"',
                    clause_id,
                )
            self._add(clause, None)

    def _annex(self) -> None:
        """Check what the annexes hold, and pick the clause that makes them part of the whole."""
        for index, annex in enumerate(self._picks.annexes):
            for at, clause_id in enumerate(annex.clauses):
                told = self._unfit_for_annex(clause_id)
                if told:
                    path = ("annexes", index, "clauses", at)
                    self._faults.append(self._yaml.error(PicksError, told, *path))
                self._annexed.setdefault(clause_id, index)
        if self._picks.annexes and not self._has(ANNEXES):
            self._add(self._library.clause(ANNEXES), "the picks hold annexes")

    def _unfit_for_annex(self, clause_id: str) -> str | None:
        clause = self._clauses.get(clause_id)
        if clause is None:
            near = suggestion(clause_id, self._clauses)
            return f'"{clause_id[:80]}" is not picked: list it under clauses too{near}'
        if clause_id in self._annexed:
            return f'"{clause_id}" stands in an annex already'
        if is_definition(clause):
            return f'"{clause_id}" is a definition: it goes into the glossary'
        if clause_id == ANNEXES or IN_THE_BODY & set(clause.front.topics):
            return f'"{clause_id}" belongs in the body of the agreement, not in an annex'
        return None

    def _add(self, clause: Clause, why: str | None) -> None:
        self._clauses[clause.id] = clause
        self._why[clause.id] = why
        kinds = clause.front.kinds
        if "any" not in kinds and self._blueprint.id not in kinds:
            told = f'"{clause.id}" is not written for {self._blueprint.id}'
            self._fault(f"{told}, only for {', '.join(kinds)}", clause.id)

    def _has(self, clause_id: str) -> bool:
        return any(clause_id in (c.id, c.base) for c in self._clauses.values())

    def _follow_needs(self) -> bool:
        """Add one clause that another needs; tell whether there was one."""
        for clause in list(self._clauses.values()):
            for need in clause.front.needs:
                options = need.split(" | ")
                if need in self._told or any(self._has(option) for option in options):
                    continue
                found = next((o for o in options if self._blueprint.place_of(o)), None)
                if found is not None:
                    self._add(self._library.clause(found), f"{clause.id} needs it")
                    return True
                self._told.add(need)
                told = f'"{clause.id}" needs {" or ".join(options)}'
                self._fault(f"{told}, for which {self._blueprint.id} has no place", clause.id)
        return False

    def _follow_uses(self) -> bool:
        """Add the definition of one term that is used; tell whether there was one."""
        defined = self._defined() | self._told
        for clause in list(self._clauses.values()):
            for term in clause.front.uses:
                if term in defined:
                    continue
                added = self._library.definition_of(term)
                if added is not None:
                    self._add(added, f'{clause.id} uses "{term}"')
                    return True
                self._told.add(term)
                others = [c.id for c in self._library.defining(term)]
                hint = f"add {' or '.join(others)}" if others else "no clause defines it"
                told = f'"{clause.id}" uses "{term}", which nothing picked defines: {hint}'
                self._fault(told, clause.id)
        return False

    def _follow_business_time(self) -> bool:
        """Add what a Business Day or Hour is, where a time counts in them; tell if it did."""
        given = [str(self._picks.metrics).title()]
        for clause in list(self._clauses.values()):
            key = self._picks.key_of(clause.id)
            answers = (self._picks.clauses[key] or {}) if key else {}
            for name, field in clause.front.fields.items():
                told = str(answers.get(name, field.default))
                given.append(told.title() if field.type is FieldType.DURATION else told)
        for unit in ("day", "hour"):
            term = f"Business {unit.capitalize()}"
            if term not in self._defined() and any(term in one for one in given):
                added = self._library.definition_of(term)
                if added is not None:
                    self._add(added, f"a time is given in {term}s")
                    return True
        return False

    def _defined(self) -> set[str]:
        roles = {role.name for role in self._blueprint.roles.values()}
        roles |= {party.role for party in self._picks.parties.values() if party.role}
        return roles.union(*(clause.front.defines for clause in self._clauses.values()))

    def _refuse_cycles(self) -> None:
        needs = {
            c.id: [o for need in c.front.needs for o in need.split(" | ") if o in self._clauses]
            for c in self._clauses.values()
        }
        cycle = cycle_in(needs)
        if cycle:
            self._fault(f"the clauses need each other in a circle: {' -> '.join(cycle)}", cycle[0])

    def _refuse_conflicts(self) -> None:
        clauses = list(self._clauses.values())
        for index, clause in enumerate(clauses):
            for other in clauses[index + 1 :]:
                self._refuse_pair(clause, other)
        for place in self._blueprint.places:
            picked = [c for c in place.clauses if c in self._clauses]
            if place.choose == "one" and len(picked) > 1:
                told = (
                    f'{" and ".join(picked)} are alternatives for the place "{place.id}": pick one'
                )
                self._fault(told, picked[1])

    def _refuse_pair(self, clause: Clause, other: Clause) -> None:
        for one, two in ((clause, other), (other, clause)):
            if two.id in one.front.excludes or two.base in one.front.excludes:
                told = f'"{one.id}" excludes "{two.id}": drop one of them{self._because(one, two)}'
                self._fault(told, two.id if self._why[two.id] is None else one.id)
                return
        if clause.base == other.base:
            told = f'"{clause.id}" and "{other.id}" are two positions on the same point: pick one'
            self._fault(told, other.id)

    def _because(self, *clauses: Clause) -> str:
        reasons = [
            f"{c.id} came along because {self._why[c.id]}" for c in clauses if self._why[c.id]
        ]
        return f" ({'; '.join(reasons)})" if reasons else ""

    def _require_places(self) -> None:
        for place in self._blueprint.places:
            if place.required and not any(self._has(c) for c in place.clauses):
                offers = " or ".join(place.clauses)
                self._fault(f'{self._blueprint.id} requires the place "{place.id}": pick {offers}')
        self._require_empty()
        glossary = self._picks.definitions == "glossary"
        if (
            glossary
            and not self._has(GLOSSARY)
            and any(c.front.defines for c in self._clauses.values())
        ):
            self._fault(
                f'pick {GLOSSARY}, or write "definitions: inline" to keep definitions in place'
            )

    def _require_empty(self) -> None:
        """Hold the picks to the places that they leave empty on purpose."""
        places = {place.id: place for place in self._blueprint.places}
        for index, name in enumerate(self._picks.without):
            path = ("without", index)
            if name not in places:
                told = f'{self._blueprint.id} has no place "{name[:80]}"{suggestion(name, places)}'
                self._faults.append(self._yaml.error(PicksError, told, *path))
                continue
            there = next((c for c in places[name].clauses if self._has(c)), None)
            if there is not None and there not in self._annexed:
                told = f'the place "{name}" is to stay empty, but "{there}" is picked'
                self._faults.append(self._yaml.error(PicksError, told, *path))

    def _placed(self) -> tuple[Placed, ...]:
        own: dict[str, BlueprintPlace] = {}
        for clause_id, clause in self._clauses.items():
            if clause_id in self._annexed:
                continue
            place = self._blueprint.place_of(clause_id) or self._place_of_own(clause)
            if place is not None:
                own[clause_id] = place
        placed: list[Placed] = []
        for place in self._blueprint.places:
            listed = [c for c in place.clauses if c in own]
            guests = [c for c, at in own.items() if at is place and c not in place.clauses]
            placed += [Placed(self._clauses[c], place, self._why[c]) for c in (*listed, *guests)]
        rest = [c for c in self._clauses if c not in own and c not in self._annexed]
        placed += [Placed(self._clauses[c], None, self._why[c]) for c in rest]
        placed += [Placed(self._clauses[c], None, None, at) for c, at in self._annexed.items()]
        return tuple(placed)

    def _place_of_own(self, clause: Clause) -> BlueprintPlace | None:
        """Find the place of a clause that the blueprint does not list."""
        if is_definition(clause):
            return None
        key = self._picks.key_of(clause.id)
        named = (self._picks.clauses[key] or {}).get("place") if key else None
        ids = {place.id: place for place in self._blueprint.places}
        if named is None:
            place = self._blueprint.place_of(clause.base)
            if place is None:
                told = (
                    f'{self._blueprint.id} has no place for "{clause.id}": add "place:" with one of'
                )
                self._fault(f"{told} {', '.join(ids)}", clause.id)
            return place
        if named not in ids:
            self._fault(
                f'{self._blueprint.id} has no place "{named}"{suggestion(str(named), ids)}',
                clause.id,
            )
        return ids.get(named)


def is_definition(clause: Clause) -> bool:
    """Tell a clause that does nothing but define."""
    return clause.id.startswith("definitions.") and clause.id != GLOSSARY


def cycle_in(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """Give one circle in a directed graph, its first node repeated at the end, or nothing."""
    done: set[str] = set()
    for start in graph:
        path: list[str] = [start]
        branches = [iter(graph[start])]
        while branches:
            step = next(branches[-1], None)
            if step is None:
                branches.pop()
                done.add(path.pop())
            elif step in path:
                return [*path[path.index(step) :], step]
            elif step not in done:
                path.append(step)
                branches.append(iter(graph.get(step, ())))
    return []
