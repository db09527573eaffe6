"""No pattern of the package runs away, whatever it is given.

What decides is whether a reading ends at all: its text is so long that work which grows with the
square of it takes minutes, and the net of ``runaway`` hangs where what is linear is long done. To
read such a text for each of some ten thousand pumps would take an hour, so a shorter one is read
first, and the clock says which pumps are read at length: a slow machine reads more of them, and
none fails for it.
"""

import re
import time
from math import inf

import pytest
from hostile_patterns import READ_AT_MOST, declared_late, methods_of, patterns
from hostile_pumps import pumps

from runaway import CPU_SECONDS, RunawayError, stopped_after

PATTERNS = patterns()
SHORT, LONG = 32_000, 400_000
"""Characters of both readings."""

FEW = 0.05
"""Seconds of CPU that ask for the long reading; at a nanosecond a step the square takes ten times
as long, what is linear a fiftieth."""

MOST_PUMPS = 40


def cost(read, text, seconds):
    """Give the CPU seconds of one reading, without end where it was stopped."""
    start = time.process_time()
    try:
        with stopped_after(seconds):
            read(text)
    except RunawayError:
        return inf
    return time.process_time() - start


ENDS = ("\0", "q!")
"""What a pattern most likely does not end with; some look for the end of a word."""


def runs_away(pattern, method, lead, pump, most, end, seconds=CPU_SECONDS):
    """Tell whether a reading does not end."""
    read = getattr(pattern, "search" if method not in ("match", "fullmatch") else method)
    short, long = (lead + pump * (min(length, most) // len(pump)) + end for length in (SHORT, LONG))
    return cost(read, short, 2.0) > FEW and cost(read, long, seconds) == inf


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_stays_linear(name):
    pattern = PATTERNS[name]
    most = READ_AT_MOST.get(name, LONG)
    flags = pattern.flags & ~re.UNICODE
    found = list(pumps(pattern.pattern, flags))[:MOST_PUMPS]
    away = [
        (method, lead[:40], pump[:40])
        for lead, pump in found
        for method in sorted(methods_of(name))
        for end in ENDS
        if runs_away(pattern, method, lead, pump, most, end)
    ]
    assert away == [], pattern.pattern


def test_all_patterns_are_looked_at(row):
    """Those declared late, the way of all rules and facts, are among them."""
    assert declared_late() <= {(one.pattern, one.flags) for one in PATTERNS.values()}
    assert len(PATTERNS) > 400
    count = sum(
        len(list(pumps(p.pattern, p.flags & ~re.UNICODE))[:MOST_PUMPS]) for p in PATTERNS.values()
    )
    row(f"{len(PATTERNS)} patterns, {count} pumps", "near-linear each", "near-linear each")


@pytest.mark.parametrize("pattern", [r"(?:\w+[ ,]*)+(?:within|by)\b", r"^\s*a?\s*b", r"x(a+)+$"])
def test_the_measure_finds_what_runs_away(pattern):
    compiled = re.compile(pattern)
    assert any(
        runs_away(compiled, "search", *pair, LONG, "\0", seconds=3.0) for pair in pumps(pattern, 0)
    )


@pytest.mark.parametrize("pattern", [r"\ba{1,200}b", r"[^\n]{0,300}\n", r"x\s+y"])
def test_the_measure_lets_go_what_reads_a_bounded_way_again(pattern):
    compiled = re.compile(pattern)
    assert not any(runs_away(compiled, "search", *pair, LONG, "\0") for pair in pumps(pattern, 0))


def test_names_of_what_reads_little_are_names_of_patterns():
    assert READ_AT_MOST.keys() <= PATTERNS.keys()
