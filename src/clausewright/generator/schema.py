"""The JSON Schema of picks files, for editors; ``docs/picks.schema.json`` is its output.

Run ``python -m clausewright.generator.schema`` after a change of the picks model.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from clausewright.generator.picks import Picks

# What a file may leave to the one it extends: the definition, the key that leads to it, the names.
_INHERITED = (
    ("PartyPick", ("parties", "additionalProperties"), ("name",)),
    ("Dates", ("dates",), ("effective",)),
    ("ServicePick", ("services", "items"), ("description",)),
    ("MetricPick", ("metrics", "items"), ("window",)),
)


def picks_schema() -> dict[str, Any]:
    """Give the schema; what a clause asks is checked by the build, not here.

    A file that extends another need not be whole, since the build checks what both give together.
    """
    schema = Picks.model_json_schema(by_alias=True)
    whole: dict[str, Any] = {"required": schema.pop("required"), "properties": {}}
    for name, (key, *below), inherited in _INHERITED:
        definition = schema["$defs"][name]
        kept = [one for one in definition.pop("required") if one not in inherited]
        if kept:
            definition["required"] = kept
        demand: dict[str, Any] = {"required": list(inherited)}
        for step in reversed(below):
            demand = {step: demand}
        whole["properties"][key] = demand
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Clausewright picks",
        **{key: value for key, value in schema.items() if key != "title"},
        "if": {"required": ["extends"]},
        "else": whole,
    }


def written() -> str:
    """Give the schema as the text of its file."""
    return json.dumps(picks_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(written())
