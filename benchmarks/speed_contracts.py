"""Time all default rules on the signed contracts, side by side with other linters.

Run ``python benchmarks/speed_contracts.py PEERS FOLDER [ROUNDS]``: PEERS is the folder of the
programs of the other linters, FOLDER holds the contracts as text files. Every tool gets all files
in one call, in turns. Ours runs without its cache on one core and on all.
"""

from __future__ import annotations

import sys
from pathlib import Path

from measure import Measured, least, measured

OURS = (sys.executable, "-m", "clausewright", "lint", "--isolated", "--no-cache", "--format")


def tools(peers: Path) -> dict[str, list[str]]:
    """Give the command of each tool, without the files."""
    return {
        "clausewright, all cores": [*OURS, "concise"],
        "clausewright, one core": [*OURS, "concise", "-j", "1"],
        "contract-lint": [str(peers / "contract-lint"), "lint"],
        "proselint": [str(peers / "proselint"), "check"],
        "codespell": [str(peers / "codespell")],
    }


def main(peers: str, folder: str, rounds: int = 3) -> None:
    """Print a row a tool."""
    files = sorted(Path(folder).glob("*.txt"))
    words = sum(len(file.read_text("utf-8").split()) for file in files)
    print(f"{len(files)} contracts, {words:,} words, best of {rounds} rounds")
    print("| tool | wall, s | CPU, s | peak, MiB | words a second, wall |\n|---|---|---|---|---|")
    commands = tools(Path(peers))
    found: dict[str, list[Measured]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(measured([*command, *files]))
    for name, runs in found.items():
        best = least(runs)
        row = f"{best.wall:.1f} | {best.cpu:.1f} | {best.peak:.0f} | {words / best.wall:,.0f}"
        print(f"| {name} | {row} |")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3)
