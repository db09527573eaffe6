"""Count the steps of Python that a reading takes: a measure of work that no load can change."""

import sys
from collections.abc import Callable
from types import FrameType


def steps(work: Callable[[], object]) -> int:
    """Give the number of lines that some work runs; each turn of a loop counts, C code does not.

    What patterns do inside is not counted: ``test_hostile_patterns`` holds each of them.
    """
    count = 0

    def step(_frame: FrameType, event: str, _what: object) -> object:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
