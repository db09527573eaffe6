"""Draw findings at random for a reader who judges them one by one.

usage: draw_findings.py CSV --seed N [--each N] [--most N] [--code CODE]... [FOLDER...]

Lints the documents of the folders (those of the development corpus without any), and writes --each
errors and --each warnings (100) drawn by the seed, at most --most (2) of one code in one document,
with empty columns for verdict and reason. The message stands in a last column, which is not kept.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from clausewright.linting.lint import lint_bytes
from ecosystem import CORPUS, FOLDERS

COLUMNS = ("severity", "document", "line", "code", "verdict", "reason", "seed", "message")
SEVERITIES = ("error", "warning")


class Drawn(NamedTuple):
    """A finding: how grave, in which document, at which line, of which rule, and what it says."""

    severity: str
    document: str
    line: int
    code: str
    message: str


def findings(paths: Iterable[Path]) -> Iterator[Drawn]:
    """Give the errors and warnings of documents."""
    for path in paths:
        for one in lint_bytes(path.name, path.read_bytes()).findings:
            if one.severity in SEVERITIES:
                line = one.start.line if one.start else 1
                yield Drawn(str(one.severity), path.name, line, one.code, one.message)


def drawn(found: Iterable[Drawn], each: int, most: int, seed: int) -> Iterator[Drawn]:
    """Draw so many of each severity, at most so many of one code in one document."""
    order = sorted(found)
    random.Random(seed).shuffle(order)
    taken: Counter[tuple[str, str]] = Counter()
    counts: Counter[str] = Counter()
    for one in order:
        if taken[one.document, one.code] < most and counts[one.severity] < each:
            taken[one.document, one.code] += 1
            counts[one.severity] += 1
            yield one


def main() -> None:
    """Draw and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("csv", type=Path)
    options.add_argument("folders", type=Path, nargs="*")
    options.add_argument("--seed", type=int, required=True)
    options.add_argument("--each", type=int, default=100)
    options.add_argument("--most", type=int, default=2)
    options.add_argument("--code", action="append", default=[], help="only codes that start so")
    given = options.parse_args()
    folders = given.folders or [CORPUS / name for name in FOLDERS]
    paths = sorted(path for folder in folders for path in folder.iterdir() if path.is_file())
    wanted = tuple(given.code) or ("",)
    found = (one for one in findings(paths) if one.code.startswith(wanted))
    with given.csv.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for one in sorted(drawn(found, given.each, given.most, given.seed)):
            writer.writerow([*one[:4], "", "", given.seed, one.message])


if __name__ == "__main__":
    main()
