"""Time cold runs: the version, a draft that needs no language tier, and one that does.

Run ``python benchmarks/speed_start.py [ROUNDS]``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from measure import least, measured
from paired import draft_of

PROGRAM = (sys.executable, "-m", "clausewright")
LINT = (*PROGRAM, "lint", "--isolated", "--no-cache", "--fail-on", "never")


def main(rounds: int = 10) -> None:
    """Print a row a run."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder, "500.md"), Path(folder, "2500.md")
        short.write_text(draft_of(500), "utf-8")
        long.write_text(draft_of(2500), "utf-8")
        print(f"best of {rounds} rounds\n| run | CPU, s | wall, s | peak, MiB |\n|---|---|---|---|")
        for name, command in {
            "`version`": [*PROGRAM, "version"],
            "`lint`, 500 words, no language tier": [*LINT, short, "--ignore", "DUT001,WRD"],
            "`lint`, 500 words": [*LINT, short],
            "`lint`, 2,500 words, language tier": [*LINT, long],
        }.items():
            run = least([measured(command) for _ in range(rounds)])
            print(f"| {name} | {run.cpu:.2f} | {run.wall:.2f} | {run.peak:.0f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
