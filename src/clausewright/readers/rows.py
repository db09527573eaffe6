"""Rows of a table drawn with bars."""

from __future__ import annotations

import itertools
import re

from clausewright.pattern import regex

_BAR = regex(r"(?<!\\)\|")
_ROW_START = regex(r"[\s>]*")


def cell_ranges(line: str, before: re.Pattern[str] = _ROW_START) -> list[tuple[int, int]]:
    """Give the column ranges of the cells of a row.

    ``before`` matches what stands in front of the row. Empty cells outside the outer bars are none.
    """
    match = before.match(line)
    start = match.end() if match else 0
    end = len(line.rstrip())
    bars = [found.start() for found in _BAR.finditer(line, start, end)]
    edges = [start - 1, *bars, end]
    cells = [(a + 1, b) for a, b in itertools.pairwise(edges)]
    if bars and not line[cells[0][0] : cells[0][1]].strip():
        cells.pop(0)
    if len(cells) > 1 and not line[cells[-1][0] : cells[-1][1]].strip():
        cells.pop()
    return cells
