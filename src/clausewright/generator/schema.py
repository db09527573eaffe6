"""The JSON Schema of picks files, for editors; ``docs/picks.schema.json`` is its output.

Run ``python -m clausewright.generator.schema`` after a change of the picks model.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from clausewright.generator.picks import Picks


def picks_schema() -> dict[str, Any]:
    """Give the schema; what a clause asks is checked by the build, not here."""
    schema = Picks.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Clausewright picks",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def written() -> str:
    """Give the schema as the text of its file."""
    return json.dumps(picks_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(written())
