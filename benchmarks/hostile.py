"""Run the hostile suite and write ``hostile.md``: input, expected, seen, cost.

``python -m benchmarks.hostile`` runs all of it; arguments go to pytest (``-m "not slow"``).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path

from clausewright import __version__

ROOT = Path(__file__).parents[1]
TABLE = Path(__file__).with_name("hostile.md")
LONGEST = 150


def main() -> int:
    """Run it."""
    with tempfile.TemporaryDirectory() as place:
        rows = Path(place, "rows.jsonl")
        code = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests/hostile",
             *(sys.argv[1:] or ["-m", ""])],
            cwd=ROOT, env={**os.environ, "HOSTILE_TABLE": str(rows)}, check=False,
        ).returncode  # fmt: skip
        found = [json.loads(line) for line in rows.read_text("utf-8").splitlines()]
    TABLE.write_text(written(found), "utf-8")
    return code


def written(rows: list[dict[str, str]]) -> str:
    """Give the page."""
    python = ".".join(map(str, sys.version_info[:3]))
    about = (
        f"Written by `python -m benchmarks.hostile`: clausewright {__version__}, Python {python},"
        f" {os.cpu_count()} cores. {len(rows)} rows, each an assertion of `tests/hostile/`; cost is"
        " CPU seconds and peak memory of the child process, where the row has one of its own."
    )
    lines = ["# Hostile inputs", "", about]
    ordered = sorted(rows, key=lambda row: row["group"])
    for group, found in groupby(ordered, key=lambda row: row["group"]):
        lines += ["", f"## {group}", "", "| input | expected | seen | cost |", "|---|---|---|---|"]
        lines += [
            f"| {' | '.join(_cell(row[name]) for name in ('given', 'expected', 'seen', 'cost'))} |"
            for row in found
        ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    cut = flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
    plain = "".join(char if char.isprintable() else "?" for char in cut)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
