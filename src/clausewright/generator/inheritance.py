"""Agreements on several levels: ``extends:`` inherits picks, ``supports:`` names what they serve.

A file that extends another starts from its picks (corporate -> customer -> service). It may add
clauses, services and metrics, and override what it inherits, with three limits: what is
``locked: true`` stays as it is, a target may only become stricter, and a metric has one value for
one service. A file that supports another (an OLA) must hold times that fit those it supports.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clausewright.files.yaml import Path as Place
from clausewright.files.yaml import Yaml
from clausewright.generator.levels import service_levels
from clausewright.generator.library import Library
from clausewright.generator.metric import ServiceLevel
from clausewright.generator.picks import Picks, load_yaml_file
from clausewright.generator.validation import fail, validate
from clausewright.generator.values import Duration, Percent
from clausewright.model.errors import ClausewrightError, PicksError

DEEPEST = 8


def load_picks(path: Path, library: Library) -> tuple[Picks, Yaml]:
    """Read a picks file with all that it extends, checked against what it supports."""
    yaml = _with_parents(path, library, ())
    picks = validate(Picks, yaml, PicksError)
    if picks.supports is not None:
        supported, theirs = load_picks(_beside(path, picks.supports, yaml, "supports"), library)
        fail(PicksError, _unfit(picks, yaml, supported, theirs, library))
    return picks, yaml


def _with_parents(path: Path, library: Library, below: tuple[Path, ...]) -> Yaml:
    yaml = load_yaml_file(path)
    if not isinstance(yaml.data, dict) or "extends" not in yaml.data:
        return yaml
    here = (*below, path.resolve())
    parent = _beside(path, yaml.data["extends"], yaml, "extends")
    if parent.resolve() in here:
        names = " -> ".join(one.name for one in (*here, parent))
        raise yaml.error(PicksError, f"the files extend each other in a circle: {names}", "extends")
    if len(here) > DEEPEST:
        raise yaml.error(PicksError, f"more than {DEEPEST} files extend each other", "extends")
    inherited = _with_parents(parent, library, here)
    if not isinstance(inherited.data, dict):
        raise PicksError("this file holds no keys to inherit", where=inherited.where, line=1)
    return _Merge(inherited, yaml, library).merged()


def _beside(path: Path, name: object, yaml: Yaml, key: str) -> Path:
    if not isinstance(name, str) or Path(name).is_absolute():
        raise yaml.error(PicksError, f"{key} names a file relative to this one", key)
    return path.parent / name


class _Merge:
    """Lays one file over the one it extends."""

    def __init__(self, parent: Yaml, child: Yaml, library: Library) -> None:
        self._parent = parent
        self._child = child
        self._library = library
        self._places: dict[Place, tuple[int, int]] = {}
        self._origins: dict[Place, str] = {}
        self._faults: list[ClausewrightError] = []

    def merged(self) -> Yaml:
        above, below = self._parent.data, self._child.data
        data: dict[str, Any] = {}
        for key in dict.fromkeys((*above, *below)):
            if key in {"services", "metrics"}:
                same = _service_key if key == "services" else _metric_key
                data[key] = self._lists(key, above.get(key) or [], below.get(key) or [], same)
            elif key in {"parties", "dates", "clauses"}:
                data[key] = self._mappings(key, above.get(key) or {}, below.get(key) or {})
            else:
                source = self._child if key in below else self._parent
                data[key] = source.data[key]
                self._copy(source, (key,), (key,))
        fail(PicksError, self._faults)
        return Yaml(data, self._child.where, self._places, self._origins)

    def _copy(self, source: Yaml, old: Place, new: Place) -> None:
        """Take over the places of a value and of all below it."""
        for path, place in source.places.items():
            if path[: len(old)] == old:
                moved = (*new, *path[len(old) :])
                self._places[moved] = place
                self._origins[moved] = source.file(*path)

    def _mappings(self, key: str, above: dict[str, Any], below: dict[str, Any]) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        self._copy(self._parent, (key,), (key,))
        for name in dict.fromkeys((*above, *below)):
            if name not in below:
                merged[name] = above[name]
                continue
            self._copy(self._child, (key, name), (key, name))
            old, new = above.get(name), below[name]
            if not isinstance(old, dict) or not isinstance(new, dict | None):
                merged[name] = new
                continue
            self._refuse_locked(key, name, old, new or {})
            merged[name] = {**old, **(new or {})}
        return merged

    def _refuse_locked(self, key: str, name: str, old: dict[str, Any], new: dict[str, Any]) -> None:
        changed = [field for field in new if new[field] != old.get(field)]
        if old.get("locked") and changed:
            where = f"{self._parent.file(key, name)}:{self._parent.line(key, name)}"
            told = f'"{name}" is locked by {where}; {changed[0]} cannot be changed here'
            self._faults.append(self._child.error(PicksError, told, key, name, changed[0]))

    def _lists(self, key: str, above: list[Any], below: list[Any], same: Any) -> list[Any]:  # noqa: ANN401
        merged = list(above)
        self._copy(self._parent, (key,), (key,))
        for index, item in enumerate(below):
            at = next((i for i, old in enumerate(above) if same(old) == same(item)), None)
            if at is None:
                merged.append(item)
                self._copy(self._child, (key, index), (key, len(merged) - 1))
                continue
            if key == "metrics":
                self._refuse_looser(above[at], item, index, at)
            merged[at] = {**above[at], **item} if isinstance(item, dict) else item
            self._copy(self._child, (key, index), (key, at))
        return merged

    def _refuse_looser(
        self, old: dict[str, Any], new: dict[str, Any], index: int, above: int
    ) -> None:
        place = ("metrics", above)
        where = f"{self._parent.file(*place)}:{self._parent.line(*place)}"
        changed = [name for name in new if new[name] != old.get(name)]
        if old.get("locked") and changed:
            told = f'the metric "{old["metric"]}" is locked by {where}; it cannot be changed here'
            self._faults.append(self._child.error(PicksError, told, "metrics", index))
            return
        for one, two in _pairs(self._levels(old), self._levels(new)):
            if _is_looser(two, one):
                told = (
                    f"{one.label} is {one.kind.comparator} {one.target_text} in {where}; "
                    f"{two.target_text} would loosen it"
                )
                self._faults.append(self._child.error(PicksError, told, "metrics", index))

    def _levels(self, pick: dict[str, Any]) -> tuple[ServiceLevel, ...]:
        """Read the targets of one metric pick on its own; faults are told later, in full."""
        names = list(pick["targets"]) if isinstance(pick.get("targets"), dict) else []
        data = {
            "blueprint": "-",
            "parties": {},
            "dates": {"effective": "2026-01-01"},
            "services": [{"name": pick.get("service", "-"), "description": "-"}],
            "severities": [{"name": name, "meaning": "-"} for name in names],
            "metrics": [{"window": "-", **pick}],
            "clauses": {"parties.parties": None},
        }
        yaml = Yaml(data, self._child.where)
        return service_levels(validate(Picks, yaml, PicksError), yaml, self._library)[0]


def _service_key(item: Any) -> Any:  # noqa: ANN401 - plain YAML data
    return item.get("name") if isinstance(item, dict) else None


def _metric_key(item: Any) -> Any:  # noqa: ANN401 - plain YAML data
    return (item.get("metric"), item.get("service")) if isinstance(item, dict) else None


def _pairs(
    above: tuple[ServiceLevel, ...], below: tuple[ServiceLevel, ...]
) -> Iterator[tuple[ServiceLevel, ServiceLevel]]:
    """Pair the levels of one metric and severity."""
    for one in above:
        for two in below:
            if (one.kind.id, one.severity) == (two.kind.id, two.severity):
                yield one, two


def _is_looser(level: ServiceLevel, than: ServiceLevel) -> bool:
    one, two = level.target, than.target
    if isinstance(one, Duration) and isinstance(two, Duration):
        mine, theirs = one.seconds, two.seconds
    else:
        mine, theirs = level.target_number, than.target_number
    return mine < theirs if level.kind.comparator == "at least" else mine > theirs


def _unfit(
    picks: Picks, yaml: Yaml, supported: Picks, theirs: Yaml, library: Library
) -> Iterator[ClausewrightError]:
    """Tell each target that does not fit the agreement it is meant to support."""
    own, _ = service_levels(picks, yaml, library)
    wanted, _ = service_levels(supported, theirs, library)
    for promised, mine in _pairs(wanted, own):
        if isinstance(mine.target, Percent | Duration) and _is_looser(mine, promised):
            of = f" of {mine.severity}" if mine.severity else ""
            told = (
                f"{mine.label}{of} is {mine.target_text}; {theirs.where}, which this agreement "
                f"supports, promises {promised.target_text}"
            )
            index = next(i for i, m in enumerate(picks.metrics) if m.metric == mine.kind.id)
            yield yaml.error(PicksError, told, "metrics", index)
