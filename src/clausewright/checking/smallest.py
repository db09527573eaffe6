"""The smallest valid agreement around one clause, made from samples and stock answers."""

from __future__ import annotations

from typing import Any

from clausewright.files.yaml import Yaml
from clausewright.generator.agreement import Agreement
from clausewright.generator.assembly import assemble
from clausewright.generator.blueprint import Blueprint, BlueprintPlace
from clausewright.generator.clause import Clause
from clausewright.generator.library import Library
from clausewright.generator.metric import MetricKind
from clausewright.generator.picks import Picks
from clausewright.generator.resolution import GLOSSARY, is_definition
from clausewright.generator.validation import validate
from clausewright.model.errors import PicksError

SEVERITIES = ("Severity 1", "Severity 2")
ANNEXED = "change.control"  # what stands in the annex around a clause that lists annexes
_TARGETS = {"percent": "99.9%", "duration": "4 hours", "count": 20}
# A scale of times that fits every order between metrics of one class.
_TIMES = {
    "response time": ("15 minutes", "1 hour"),
    "update interval": ("30 minutes", "2 hours"),
    "resolution time": ("4 hours", "8 hours"),
}


def smallest_agreement(library: Library, clause: Clause) -> Agreement | None:
    """Build the agreement; None where no blueprint has a place for the clause."""
    blueprint = _blueprint_for(library, clause)
    if blueprint is None:
        return None
    data = _picks(library, blueprint, clause)
    yaml = Yaml(data, f"the sample of {clause.id}")
    picks = validate(Picks, yaml, PicksError)
    return assemble(picks, yaml, library).agreement


def _blueprint_for(library: Library, clause: Clause) -> Blueprint | None:
    for blueprint_id in library.blueprint_files:
        blueprint = library.blueprint(blueprint_id)
        written_for = clause.front.kinds
        if "any" not in written_for and blueprint_id not in written_for:
            continue
        if (
            is_definition(clause)
            or blueprint.place_of(clause.id)
            or blueprint.place_of(clause.base)
        ):
            return blueprint
    return None


def _picks(library: Library, blueprint: Blueprint, clause: Clause) -> dict[str, Any]:
    picked = [clause]
    picked += [
        library.clause((place.default or place.clauses)[0])
        for place in blueprint.places
        if _stands_open(place, clause, blueprint)
    ]
    if clause.id != GLOSSARY:
        picked.append(library.clause(GLOSSARY))
    if "annexes" in clause.names.read:
        picked.append(library.clause(ANNEXED))
    picked = _with_others(library, blueprint, picked)
    return {
        "blueprint": blueprint.id,
        "parties": {
            key: {"name": f"{role.name} Example Ltd"} for key, role in blueprint.roles.items()
        },
        "reference": "EX-1",
        "master_agreement": "Master Services Agreement of 12 January 2026",
        "dates": {
            "effective": "2026-03-01",
            "end": "2028-02-29",
            "version": "2026-02-02",
            "next_review": "2026-09-01",
            "term": "24 months",
        },
        "services": [
            {"name": "the Web Shop", "description": "operation of the web shop and its database"}
        ],
        "severities": [
            {"name": SEVERITIES[0], "meaning": "down for all users"},
            {"name": SEVERITIES[1], "meaning": "any other Incident"},
        ],
        "metrics": [_metric(library.metric(m)) for m in _metrics_of(picked)],
        "clauses": {one.id: dict(one.front.sample) for one in picked},
        "annexes": [
            {"title": one.front.title, "clauses": [one.id]}
            for one in picked
            if one.id == ANNEXED and "annexes" in clause.names.read
        ],
    }


def _stands_open(place: BlueprintPlace, clause: Clause, blueprint: Blueprint) -> bool:
    own = blueprint.place_of(clause.id) or blueprint.place_of(clause.base)
    return place.required and place is not own


def _with_others(library: Library, blueprint: Blueprint, picked: list[Clause]) -> list[Clause]:
    """Add what the picked clauses need and whose terms they use, so that their samples count."""
    found = {clause.id: clause for clause in picked}
    queue = list(picked)
    while queue:
        clause = queue.pop(0)
        wanted = [need.split(" | ") for need in clause.front.needs]
        defined = {t for c in found.values() for t in c.front.defines}
        defined |= {role.name for role in blueprint.roles.values()}
        for term in clause.front.uses:
            if term not in defined:
                own = library.definition_of(term)
                others = [c.id for c in library.defining(term) if blueprint.place_of(c.id)]
                wanted.append([own.id] if own else others)
        for options in wanted:
            have = {i for c in found.values() for i in (c.id, c.base)}
            free = [o for o in options if _can_hold(o, blueprint)]
            if free and not have & set(options):
                added = library.clause(free[0])
                found[added.id] = added
                queue.append(added)
    return list(found.values())


def _can_hold(clause_id: str, blueprint: Blueprint) -> bool:
    """Tell whether a blueprint can hold a clause: as a definition or in a place."""
    return clause_id.startswith("definitions.") or blueprint.place_of(clause_id) is not None


def _metrics_of(picked: list[Clause]) -> list[str]:
    return list(dict.fromkeys(metric for clause in picked for metric in clause.front.metrics))


def _metric(kind: MetricKind) -> dict[str, Any]:
    given: dict[str, Any] = {
        "metric": kind.id,
        "window": "calendar month",
        "method": "with a monitoring tool",
        "baseline": "the average of the year 2025",
        "consequence": "a service credit of 5% of the monthly charge is due",
    }
    if kind.exclusions:
        given["exclusions"] = list(kind.exclusions)
    if kind.unit == "duration" and kind.kind == "event":
        given["window"] = "24x7"
    if "{share}" in kind.sentence:
        given["share"] = "95%"
    if "{severity}" in kind.sentence:
        times = _TIMES.get(kind.name, ("4 hours", "8 hours"))
        given["targets"] = dict(zip(SEVERITIES, times, strict=True))
    elif kind.unit == "duration" and kind.kind == "sample":
        given["target"] = "2 seconds"
    else:
        given["target"] = _TARGETS[kind.unit]
    return given
