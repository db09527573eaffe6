"""OpenSLO output against a schema of the part of v1 that it uses.

The schema is written from the specification's README: one time window, rolling or with a calendar;
a ratio counts good or bad events of all; a target lies below 100%.
"""

import copy
import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML
from small_picks import EXAMPLES, LIBRARY, SMALL, built, swapped

from clausewright.generator.assembly import assemble
from clausewright.generator.inheritance import load_picks
from clausewright.generator.output import render

SCHEMA = json.loads((Path(__file__).parent / "openslo_v1.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def documents_of(agreement) -> list[dict]:
    return list(YAML(typ="safe").load_all(render(agreement, ".openslo.yaml").decode()))


def example_names() -> list[str]:
    found = EXAMPLES.glob("*.yaml")
    return sorted(path.stem for path in found if "\nblueprint:" in path.read_text("utf-8"))


@pytest.mark.parametrize("name", example_names())
def test_each_example_is_valid_and_its_names_are_its_own(name):
    picks, yaml = load_picks(EXAMPLES / f"{name}.yaml", LIBRARY)
    agreement = assemble(picks, yaml, LIBRARY).agreement
    documents = documents_of(agreement)
    faults = [f"{e.json_path}: {e.message}" for d in documents for e in VALIDATOR.iter_errors(d)]
    assert faults == []
    names = [(d["kind"], d["metadata"]["name"]) for d in documents]
    assert len(names) == len(set(names))
    services = {name for kind, name in names if kind == "Service"}
    assert {d["spec"]["service"] for d in documents if d["kind"] == "SLO"} <= services
    told = json.dumps(documents)
    assert all(
        level.kind.id.replace("_", "-") in told.replace("_", "-") for level in agreement.metrics
    )


@pytest.mark.parametrize(
    ("target", "kinds"), [("99.9%", ["Service", "SLO"]), ("100%", ["Service"])]
)
def test_a_target_of_100_is_annotated_since_openslo_cannot_say_it(target, kinds):
    text = swapped("target: 99.9%", f"target: {target}", SMALL)
    if target == "100%":
        text = swapped("{below: 99.9, at", "{below: 100, at", text)
    documents = documents_of(built(text).agreement)
    assert [d["kind"] for d in documents] == kinds
    if target == "100%":
        notes = documents[0]["metadata"]["annotations"]
        assert notes["clausewright/availability"] == "at least 100% (calendar month)"


@pytest.mark.parametrize(
    "change",
    [
        lambda spec: spec["objectives"][0].update(targetPercent=100),
        lambda spec: spec["timeWindow"][0].update(duration="1 month"),
        lambda spec: spec["timeWindow"][0].pop("calendar"),
        lambda spec: spec["indicator"]["spec"]["ratioMetric"].pop("total"),
        lambda spec: spec.update(exclusions="maintenance"),
    ],
)
def test_the_schema_refuses_what_v1_does_not_allow(change):
    slo = copy.deepcopy(documents_of(built().agreement)[1])
    VALIDATOR.validate(slo)
    change(slo["spec"])
    assert not VALIDATOR.is_valid(slo)
