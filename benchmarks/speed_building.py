"""Time building one Word agreement from a cold start, and one more of a running batch.

Run ``python benchmarks/speed_building.py [ROUNDS]``. The warm figure is the CPU time of a batch of
41 documents less that of a batch of one, divided by 40.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from batch_build import PICKS, rows_file
from measure import least, measured

BUILD = (sys.executable, "-m", "clausewright", "-q", "build", PICKS, "--force")


def main(rounds: int = 5) -> None:
    """Print the two figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, many = rows_file(folder, 1), rows_file(folder, 41)
        cold = least([measured([*BUILD, "-o", folder / "a.docx"]) for _ in range(rounds)])
        target = folder / "{number}.docx"
        batches = [
            least([measured([*BUILD, "--data", rows, "-o", target]) for _ in range(rounds)]).cpu
            for rows in (one, many)
        ]
    print(f"{PICKS.name} to Word, best of {rounds} rounds")
    print(f"cold: CPU {cold.cpu:.2f} s, wall {cold.wall:.2f} s, peak {cold.peak:.0f} MiB")
    print(f"warm: CPU {(batches[1] - batches[0]) / 40 * 1000:.0f} ms a document")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
