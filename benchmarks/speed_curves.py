"""Show how the cost of linting grows with the length of a draft and with the number of files.

Run ``python benchmarks/speed_curves.py``. A draft of each size is what the external example
builds, repeated under new section numbers; every size is linted in a process of its own, without
cache. Then 1 to 2,000 files of 2,500 words each are linted on all cores.

Costs are CPU seconds, the least of three turns where a turn takes less than five seconds. A
step that would take longer than ``--seconds``, judged by the one before it, is left out and said to
be; one that takes four times that is stopped. ``--up-to`` and ``--files`` bound both by hand.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from measure import Measured, least, measured
from paired import draft_of

SIZES = (10_000, 100_000, 1_000_000, 5_000_000, 20_000_000)
FILES = (1, 10, 100, 500, 2_000)
LINT = (sys.executable, "-m", "clausewright", "lint", "--isolated", "--no-cache")
TURNS = 3
QUICK = 5.0  # CPU seconds of a run that is made again
STOPPED = 4  # times the bound at which a run is ended


def draft_of_size(one: str, size: int) -> str:
    """Give a draft of so many code points, its numbers going on."""
    parts: list[str] = []
    length = 0
    while length < size:
        part = re.sub(r"^(#+ )(\d+)", rf"\g<1>{len(parts) * 40}\2", one, flags=re.MULTILINE)
        parts.append(part)
        length += len(part)
    return "".join(parts)[:size]


def cost(command: Sequence[str | Path], seconds: float) -> Measured:
    """Run a command, a quick one in turns; what does not end is ended by its CPU limit."""
    limited = ("sh", "-c", f'ulimit -t {int(STOPPED * seconds)}; exec "$@"', "sh", *command)
    runs = [measured(limited)]
    while len(runs) < TURNS and runs[0].cpu < QUICK:
        runs.append(measured(limited))
    return least(runs)


def within(steps: Sequence[int], seconds: float) -> Iterator[tuple[int, list[float]]]:
    """Give the steps that the one before promises to take no longer than ``seconds``.

    Whoever takes a step adds its CPU seconds, less the start, to the list given with it.
    """
    before, cpu = 0, 0.0
    for step in steps:
        spent: list[float] = []
        if before and cpu * step / before > seconds:
            print(f"{step:,}: left out, some {cpu * step / before:.0f} s of CPU time")
            return
        yield step, spent
        before, cpu = step, spent[0]


def print_sizes(folder: str, sizes: Sequence[int], seconds: float) -> None:
    """Print what drafts of growing length take."""
    start = cost([*LINT, folder], seconds).cpu
    one = draft_of(2500)
    print("| characters | CPU, s | CPU per million | peak, MiB |\n|---|---|---|---|")
    for size, spent in within(sizes, seconds):
        draft = Path(folder, "draft.md")
        draft.write_text(draft_of_size(one, size), "utf-8")
        run = cost([*LINT, draft], seconds)
        draft.unlink()
        spent.append(run.cpu - start)
        share = (run.cpu - start) / size * 1e6
        told = "" if run.code in (0, 1) else f" ended with code {run.code}"
        print(f"| {size:,} | {run.cpu:.1f}{told} | {share:.2f} | {run.peak:.0f} |", flush=True)


def print_files(folder: str, counts: Sequence[int], seconds: float) -> None:
    """Print what growing numbers of files take."""
    text = draft_of(2500)
    start = cost([*LINT, folder], seconds).cpu
    print("\n| files | wall, s | CPU, s | CPU a file, ms | peak, MiB |\n|---|---|---|---|---|")
    for count, spent in within(counts, seconds):
        for number in range(count):
            Path(folder, f"draft-{number}.md").write_text(f"{text}\nCopy {number}.\n", "utf-8")
        run = cost([*LINT, folder], seconds)
        spent.append(run.cpu - start)
        row = f"{run.wall:.1f} | {run.cpu:.1f} | {run.cpu / count * 1000:.0f} | {run.peak:.0f}"
        print(f"| {count:,} | {row} |", flush=True)


def main() -> None:
    """Print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--up-to", type=int, default=SIZES[-1], help="characters of the longest")
    parser.add_argument("--files", type=int, default=FILES[-1], help="files of the largest folder")
    parser.add_argument("--seconds", type=float, default=600.0, help="CPU of a step at most")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print_sizes(folder, [one for one in SIZES if one <= given.up_to], given.seconds)
        print_files(folder, [one for one in FILES if one <= given.files], given.seconds)


if __name__ == "__main__":
    main()
