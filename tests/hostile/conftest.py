"""A runner for each test, and the account of what was seen."""

import json
import os
from pathlib import Path

import pytest
from hostile_runs import MEBIBYTE, Ran, Runner

TABLE = os.environ.get("HOSTILE_TABLE")
"""A file to add what was seen to, a JSON line a row; ``python -m benchmarks.hostile`` names it."""


@pytest.fixture
def run(tmp_path) -> Runner:
    """A command line in a folder of its own."""
    return Runner(tmp_path)


@pytest.fixture
def row(request):
    """Keep a row of the table: what went in, what was expected, what was seen."""

    def keep(given: str, expected: str, seen: str, ran: Ran | None = None) -> None:
        if TABLE is None:
            return
        cost = f"{ran.cpu:.1f} s, {ran.peak / MEBIBYTE:.0f} MiB" if ran else ""
        group = Path(request.node.fspath).stem.removeprefix("test_hostile_")
        line = {"group": group, "given": given, "expected": expected, "seen": seen, "cost": cost}
        with Path(TABLE).open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")

    return keep


@pytest.fixture(scope="session")
def picks() -> str:
    """Picks that build."""
    return (Path(__file__).parents[2] / "examples" / "hosting-sla.yaml").read_text("utf-8")
