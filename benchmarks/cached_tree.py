"""Count the files a second of an unchanged tree whose answers are kept.

Run ``python benchmarks/cached_tree.py FOLDER``: the tree is linted once to keep its answers, in a
cache of its own, then five times more. Printed: files, findings, the median wall and CPU seconds
of the whole command, the same less the start of the program (a run over an empty folder),
and files a second by each.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Measured, measured

RUNS = 5


def median(runs: list[Measured]) -> tuple[float, float]:
    """Give the medians of CPU and wall seconds."""
    return statistics.median(r.cpu for r in runs), statistics.median(r.wall for r in runs)


def main(folder: str) -> None:
    """Measure and print."""
    lint = [sys.executable, "-m", "clausewright", "lint", "--format", "concise"]
    with tempfile.TemporaryDirectory() as cache, tempfile.TemporaryDirectory() as empty:
        os.environ["CLAUSEWRIGHT_CACHE_DIR"] = cache
        said = subprocess.run([*lint, folder], capture_output=True, text=True, check=False).stdout
        names = subprocess.run(
            [*lint, "--show-files", folder], capture_output=True, text=True, check=False
        )
        files = len(names.stdout.splitlines())
        cpu, wall = median([measured([*lint, folder]) for _ in range(RUNS)])
        start_cpu, start_wall = median([measured([*lint, empty]) for _ in range(RUNS)])
    print(f"{files} files in {Path(folder).name}: {said.splitlines()[-1]}")
    for what, used, passed in (
        ("whole command", cpu, wall),
        ("less the start", cpu - start_cpu, wall - start_wall),
    ):
        speed = f"wall {passed:.3f} s, {files / passed:.0f} files/s"
        told = f"{speed}; CPU {used:.3f} s, {files / used:.0f}"
        print(f"  {what:14} {told} files/s")


if __name__ == "__main__":
    main(sys.argv[1])
