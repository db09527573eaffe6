"""The interview: from a blueprint to complete picks, one typed question after the other.

The questions are a function of the answers given so far: the next one is the first that has none.
So going back is taking the last answer out, and resuming is beginning with the answers of a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from clausewright.files.yaml import Yaml
from clausewright.generator.answers import OPEN_NAMES
from clausewright.generator.blueprint import Blueprint, BlueprintPlace
from clausewright.generator.clause import Clause, ClauseStatus
from clausewright.generator.fields import FieldSpec, FieldType, read
from clausewright.generator.library import Library
from clausewright.generator.metric import MetricKind
from clausewright.generator.picks import Picks
from clausewright.generator.resolution import ANNEXES
from clausewright.model.errors import PicksError, suggestion

Path = tuple[str | int, ...]
NONE = "none"

_TEXT = FieldType.TEXT
_STANDARD_SEVERITIES = (
    ("Severity 1", "down for all users"),
    ("Severity 2", "a function fails for some users"),
    ("Severity 3", "any other Incident"),
)


_TABLES = {"parties": True, "clauses": True, "dates": False}
"""Keys whose value is a table, and whether the values in it are tables too."""

_LISTS = {"services": (), "severities": ("name",), "metrics": ("metric",)}
"""Keys whose value is a list of tables, with what each of these has to say."""


def answers_of(yaml: Yaml) -> dict[str, Any]:
    """Give the answers of a picks file that may be incomplete; what is there has its shape.

    Raises PicksError, with file and line, where it has not, and where the file builds on another.
    """
    data = {} if yaml.data is None else yaml.data
    if not isinstance(data, dict):
        raise yaml.error(PicksError, "holds no keys: it has the shape of a picks file")
    for key, value in data.items():
        if key not in Picks.model_fields:
            hint = suggestion(key, Picks.model_fields)
            raise yaml.error(PicksError, f'unknown key "{key}"{hint}', key)
        if key == "extends":
            told = "an interview does not go on with picks that extend others: edit the file"
            raise yaml.error(PicksError, told, key)
        if value is not None:
            _check_shape(yaml, key, value)
    return {key: value for key, value in data.items() if value is not None}


def _check_shape(yaml: Yaml, key: str, value: object) -> None:
    if key == "blueprint" and not isinstance(value, str):
        raise yaml.error(PicksError, '"blueprint" takes the name of a blueprint', key)
    if key in _TABLES:
        inside = value.values() if isinstance(value, dict) and _TABLES[key] else ()
        if not isinstance(value, dict) or not all(isinstance(one, dict | None) for one in inside):
            raise yaml.error(PicksError, f'"{key}" takes a table: see docs/picks.md', key)
    if key in _LISTS:
        entries = value if isinstance(value, list) else [value]
        for at, one in enumerate(entries):
            told = f'"{key}" takes a list of tables: see docs/picks.md'
            if not isinstance(value, list) or not isinstance(one, dict):
                raise yaml.error(PicksError, told, key, at)
            for name in _LISTS[key]:
                if not isinstance(one.get(name), str):
                    raise yaml.error(PicksError, f'"{name}" is missing', key, at)


@dataclass(frozen=True)
class Question:
    """One question: where its answer goes, how it is read, and what Enter means."""

    path: Path
    spec: FieldSpec
    default: Any = None
    about: str = ""

    def read(self, raw: object) -> Any:  # noqa: ANN401 - plain YAML data
        """Check an answer; give what is written into the picks; raise ValueError."""
        if raw in (None, "") and self.spec.optional:
            return None
        read(self.spec, raw)
        return raw


@dataclass
class Interview:
    """An interview under way: the picks so far, and the order in which they came."""

    library: Library
    data: dict[str, Any]
    given: list[Path] = field(default_factory=list)

    def next(self) -> Question | None:
        """Give the next question, None when the picks are complete."""
        return next((q for q in self._questions() if not self._has(q.path)), None)

    def answer(self, question: Question, raw: object) -> None:
        """Take an answer; raise ValueError where it does not fit the question."""
        value = question.read(raw)
        if question.path[0] == "place":
            self._choose(str(question.path[1]), value)
        else:
            _set(self.data, question.path, value)
        self.given.append(question.path)

    def back(self) -> bool:
        """Take the last answer out; tell whether there was one."""
        if not self.given:
            return False
        path = self.given.pop()
        if path[0] == "place":
            self._unchoose(str(path[1]))
        else:
            _remove(self.data, path)
        return True

    def picks(self) -> dict[str, Any]:
        """Give the picks as they stand, ready to be written."""
        return dict(self.data)

    @property
    def _picked(self) -> dict[str, str]:
        """The ids of the picked clauses, each with its key, which may pin a version."""
        return {key.partition("@")[0]: key for key in self.data.get("clauses") or {}}

    @property
    def _blueprint(self) -> Blueprint:
        return self.library.blueprint(self.data["blueprint"])

    def _has(self, path: Path) -> bool:
        at: Any = self.data
        for step in path:
            if isinstance(at, list):
                inside = isinstance(step, int) and step < len(at)
            else:
                inside = isinstance(at, dict) and step in at
            if not inside:
                return False
            at = at[step]
        return True

    def _questions(self) -> Iterator[Question]:
        """Give all questions in order, as far as the answers so far determine them."""
        kinds = tuple(self.library.blueprint_files)
        yield Question(("blueprint",), _choice("Which kind of agreement?", kinds))
        if "blueprint" not in self.data:
            return
        yield from self._parties()
        yield Question(("dates", "effective"), _spec("From which date does it apply?", "date"))
        yield from self._services()
        yield from self._places()
        clauses = self._clauses()
        yield from self._open_names(clauses)
        kinds_of_metrics = [
            self.library.metric(metric)
            for metric in dict.fromkeys(m for c in clauses for m in c.front.metrics)
        ]
        yield from self._metrics(kinds_of_metrics)
        for clause in clauses:
            yield from self._fields(clause)

    def _parties(self) -> Iterator[Question]:
        for key, role in self._blueprint.roles.items():
            yield Question(("parties", key, "name"), _spec(role.ask, _TEXT), about=role.name)

    def _services(self) -> Iterator[Question]:
        count = len(self.data.get("services") or ())
        for index in range(max(1, count)):
            name = _spec("What is the service called?", _TEXT)
            what = _spec("What does it consist of?", _TEXT)
            yield Question(("services", index, "name"), name)
            yield Question(("services", index, "description"), what)

    def _places(self) -> Iterator[Question]:
        """Ask for each place what stands in it; places without a choice need no question."""
        self.data.setdefault("clauses", {})
        for place in self._blueprint.places:
            if place.clauses == (ANNEXES,):  # it comes along with the annexes of a picks file
                continue
            if any(clause in self._picked for clause in self._offered(place)):
                continue
            if place.id in (self.data.get("without") or ()):
                continue
            if place.required and len(place.clauses) == 1:
                self.data["clauses"][place.clauses[0]] = {}
                continue
            yield self._place(place)

    def _place(self, place: BlueprintPlace) -> Question:
        titles = [f"{c}: {self.library.clause(c).front.summary}" for c in self._offered(place)]
        default = list(place.default) or [NONE]
        ask = f'Which clauses for "{place.title or place.id}" (or none)?'
        spec = FieldSpec(ask=ask, type=FieldType.ITEMS)
        return Question(("place", place.id), spec, default=default, about="\n".join(titles))

    def _choose(self, place_id: str, answer: object) -> None:
        place = next(p for p in self._blueprint.places if p.id == place_id)
        chosen = answer if isinstance(answer, list) else [answer]
        wanted = [str(one).strip() for one in chosen if str(one).strip() != NONE]
        offered = self._offered(place)
        for clause in wanted:
            if clause not in offered:
                raise ValueError(f'"{clause}" is none of: {", ".join(offered)}')
        if place.choose == "one" and len(wanted) > 1:
            raise ValueError("these are alternatives: choose one")
        if place.required and not wanted:
            raise ValueError("the agreement needs one of them")
        self._refuse_conflicts([self.library.clause(clause) for clause in wanted])
        self.data["clauses"] |= {clause: {} for clause in wanted}
        if not wanted:
            self.data["without"] = [*(self.data.get("without") or ()), place_id]

    def _offered(self, place: BlueprintPlace) -> tuple[str, ...]:
        """Give the clauses of a place that are not retired, each before its other positions."""
        found: list[str] = []
        for clause_id in place.clauses:
            others = (c.id for c in self.library.clauses if c.front.variant_of == clause_id)
            found += [clause_id, *others]
        retired = ClauseStatus.RETIRED
        return tuple(
            clause_id
            for clause_id in dict.fromkeys(found)
            if self.library.clause(clause_id).front.status is not retired
        )

    def _refuse_conflicts(self, wanted: list[Clause]) -> None:
        before = [self.library.clause(clause) for clause in self._picked]
        for index, clause in enumerate(wanted):
            for other in (*before, *wanted[:index]):
                if clause.base == other.base:
                    raise ValueError(f"{other.id} and {clause.id} are positions of one clause")
                if _excludes(clause, other) or _excludes(other, clause):
                    raise ValueError(f"{clause.id} cannot stand beside {other.id}, which is picked")

    def remarks(self, question: Question) -> Iterator[str]:
        """Say what the clauses that were just chosen bring along, and what goes well with them."""
        if question.path[0] != "place":
            return
        place = next(p for p in self._blueprint.places if p.id == question.path[1])
        picked = [self.library.clause(clause) for clause in self._picked]
        have = {name for clause in picked for name in (clause.id, clause.base)}
        offered = self._offered(place)
        for clause in (one for one in picked if one.id in offered):
            for need in clause.front.needs:
                if not have & set(need.split(" | ")):
                    yield f"{clause.id} needs {need.replace(' | ', ' or ')}: it comes along"
            pairs = [
                pair
                for pair in clause.front.pairs_with
                if pair not in have and self._blueprint.place_of(pair) is not None
            ]
            if pairs:
                yield f"{clause.id} goes well with {', '.join(pairs)}"

    def _unchoose(self, place_id: str) -> None:
        place = next(p for p in self._blueprint.places if p.id == place_id)
        for clause in self._offered(place):
            self.data["clauses"].pop(clause, None)
        left = [one for one in self.data.pop("without", None) or () if one != place_id]
        if left:
            self.data["without"] = left

    def _clauses(self) -> list[Clause]:
        """Give the picked clauses, and those that come along, in the order of their picking."""
        found = {clause: self.library.clause(clause) for clause in self._picked}
        queue = list(found.values())
        while queue:
            clause = queue.pop(0)
            have = {i for c in found.values() for i in (c.id, c.base)}
            wanted = [
                n.split(" | ")[0] for n in clause.front.needs if not have & set(n.split(" | "))
            ]
            defined = {term for c in found.values() for term in c.front.defines}
            for term in clause.front.uses:
                own = self.library.definition_of(term) if term not in defined else None
                wanted += [own.id] if own else []
            for clause_id in wanted:
                if clause_id not in found:
                    found[clause_id] = self.library.clause(clause_id)
                    queue.append(found[clause_id])
        return list(found.values())

    def _open_names(self, clauses: list[Clause]) -> Iterator[Question]:
        names = {name for clause in clauses for name in clause.names.read - clause.names.tested}
        for name, (path, ask) in OPEN_NAMES.items():
            if name in names:
                kind = {"term": "duration", "reference": _TEXT, "master_agreement": _TEXT}
                yield Question(path, _spec(ask, kind.get(name, "date")))

    def _metrics(self, kinds: list[MetricKind]) -> Iterator[Question]:
        if any("{severity}" in kind.sentence for kind in kinds):
            yield from self._severities()
        picks = self.data.get("metrics") or []
        have = {pick["metric"] for pick in picks}
        picks += [{"metric": kind.id} for kind in kinds if kind.id not in have]
        if picks:
            self.data["metrics"] = picks
        classes = [one.get("name") for one in self.data.get("severities") or ()]
        for index, pick in enumerate(picks):
            kind = self.library.metric(pick["metric"])
            path: Path = ("metrics", index)
            unit = "percent" if kind.unit == "percent" else kind.unit
            of = f"{kind.label} ({kind.comparator})"
            if "{severity}" in kind.sentence:
                for name in classes:
                    ask = f"What is the target of {of} for {name}?"
                    yield Question((*path, "targets", str(name)), _spec(ask, unit))
            elif "targets" not in pick:
                yield Question((*path, "target"), _spec(f"What is the target of {of}?", unit))
            ask = f"Over which period, or in which hours, is {kind.label} counted?"
            hours = "24x7" if "{counted}" in kind.sentence else "calendar month"
            yield Question((*path, "window"), _spec(ask, _TEXT), default=hours)

    def _severities(self) -> Iterator[Question]:
        if "severities" not in self.data:
            self.data["severities"] = [{"name": name} for name, _ in _STANDARD_SEVERITIES]
        meanings: Mapping[str, str] = dict(_STANDARD_SEVERITIES)
        for index, one in enumerate(self.data["severities"]):
            spec = _spec(f"Which incidents are {one['name']}?", _TEXT)
            default = meanings.get(one["name"])
            yield Question(("severities", index, "meaning"), spec, default=default)

    def _fields(self, clause: Clause) -> Iterator[Question]:
        for name, spec in clause.front.fields.items():
            if spec.quotient:
                continue
            default = spec.default
            if default is None and spec.type in {FieldType.TIERS, FieldType.ROWS}:
                default = clause.front.sample.get(name)
            key = self._picked.get(clause.id, clause.id)
            yield Question(("clauses", key, name), spec, default, about=clause.front.title)


def _spec(ask: str, kind: str) -> FieldSpec:
    return FieldSpec(ask=ask, type=FieldType(kind))


def _choice(ask: str, options: tuple[str, ...]) -> FieldSpec:
    return FieldSpec(ask=ask, type=FieldType.CHOICE, options=options)


def _excludes(one: Clause, other: Clause) -> bool:
    return bool({other.id, other.base} & set(one.front.excludes))


def _set(data: Any, path: Path, value: object) -> None:  # noqa: ANN401 - plain YAML data
    for step, after in pairwise(path):
        if isinstance(step, int):
            while len(data) <= step:
                data.append({})
            data = data[step]
        else:
            if data.get(step) is None:
                data[step] = [] if isinstance(after, int) else {}
            data = data[step]
    data[path[-1]] = value


def _remove(data: Any, path: Path) -> None:  # noqa: ANN401 - plain YAML data
    for step in path[:-1]:
        data = data[step]
    del data[path[-1]]
