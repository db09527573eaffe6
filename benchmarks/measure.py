"""Run a command and say what it took: CPU and wall seconds, peak memory, exit code."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Measured(NamedTuple):
    """What a run took: seconds, and MiB of the largest process in it."""

    cpu: float
    wall: float
    peak: float
    code: int


def measured(
    command: Sequence[str | Path],
    *,
    add: Mapping[str, str] | None = None,
    output: Path | None = None,
) -> Measured:
    """Run a command once, its output kept in a file or thrown away.

    CPU seconds are those of the process and of all it waited for.
    """
    with Path(output or os.devnull).open("wb") as file:
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(add or {})},
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    return Measured(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, process.returncode)


def least(runs: Sequence[Measured]) -> Measured:
    """Give the run with the least CPU seconds: the one that other work disturbed least."""
    return min(runs, key=lambda run: run.cpu)
