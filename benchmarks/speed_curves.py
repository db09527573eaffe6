"""Show how the cost of linting grows with the length of a draft and with the number of files.

Run ``python benchmarks/speed_curves.py``. A draft of each size is what the external example
builds, repeated under new section numbers; every size is linted once in a process of its own,
without cache. Then 1 to 2,000 files of 2,500 words each are linted on all cores.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from measure import measured
from paired import draft_of

SIZES = (10_000, 100_000, 1_000_000, 5_000_000, 20_000_000)
FILES = (1, 10, 100, 500, 2000)
LINT = (sys.executable, "-m", "clausewright", "lint", "--isolated", "--no-cache")


def draft_of_size(size: int) -> str:
    """Give a draft of so many code points, its numbers going on."""
    one = draft_of(2500)
    parts: list[str] = []
    length = 0
    while length < size:
        part = re.sub(r"^(#+ )(\d+)", rf"\g<1>{len(parts) * 40}\2", one, flags=re.MULTILINE)
        parts.append(part)
        length += len(part)
    return "".join(parts)[:size]


def main() -> None:
    """Print two tables."""
    with tempfile.TemporaryDirectory() as folder:
        start = measured([*LINT, folder]).cpu
        print("| characters | CPU, s | CPU per million | peak, MiB |\n|---|---|---|---|")
        for size in SIZES:
            draft = Path(folder, "draft.md")
            draft.write_text(draft_of_size(size), "utf-8")
            run = measured([*LINT, draft])
            share = (run.cpu - start) / size * 1e6
            print(f"| {size:,} | {run.cpu:.1f} | {share:.2f} | {run.peak:.0f} |", flush=True)
            draft.unlink()
        print("\n| files | wall, s | CPU, s | CPU a file, ms | peak, MiB |\n|---|---|---|---|---|")
        text = draft_of(2500)
        for count in FILES:
            for number in range(count):
                Path(folder, f"draft-{number}.md").write_text(f"{text}\nCopy {number}.\n", "utf-8")
            run = measured([*LINT, folder])
            each = run.cpu / count * 1000
            row = f"{run.wall:.1f} | {run.cpu:.1f} | {each:.0f} | {run.peak:.0f}"
            print(f"| {count:,} | {row} |", flush=True)


if __name__ == "__main__":
    main()
