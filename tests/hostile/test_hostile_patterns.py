"""No pattern of the package runs away, whatever it is given."""

import re
import signal
import time

import pytest
from hostile_patterns import READ_AT_MOST, declared_late, methods_of, patterns
from hostile_pumps import pumps

PATTERNS = patterns()
LENGTHS = (2_000, 8_000)
GROWTH = 8
"""Four times the text may take so many times the time; quadratic takes sixteen."""

FEW = 0.05
"""Seconds of CPU that need no further look; a linear pattern takes a thousandth."""

MOST_PUMPS = 40
needs_timer = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="needs a timer of CPU time"
)


class TooLongError(Exception):
    """A pattern was stopped."""


def cost(read, text, seconds=2.0):
    """Give the CPU seconds of one reading; stop it after too many."""

    def stop(*_):
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        read(text)
    except TooLongError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - start


ENDS = ("\0", "q!")
"""What a pattern most likely does not end with; some look for the end of a word."""


def runs_away(pattern, method, lead, pump, most, end):
    """Tell whether four times the text takes far more than four times the time."""
    read = getattr(pattern, "search" if method not in ("match", "fullmatch") else method)
    short, long = (lead + pump * (min(length, most) // len(pump)) + end for length in LENGTHS)
    spent = cost(read, long)
    if spent < FEW or spent == float("inf"):
        return spent > FEW
    return spent > GROWTH * max(min(cost(read, short) for _ in range(3)), FEW / 16)


@needs_timer
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_stays_linear(name):
    pattern = PATTERNS[name]
    most = READ_AT_MOST.get(name, LENGTHS[-1])
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
    assert declared_late() <= len(PATTERNS)
    assert len(PATTERNS) > 400
    count = sum(
        len(list(pumps(p.pattern, p.flags & ~re.UNICODE))[:MOST_PUMPS]) for p in PATTERNS.values()
    )
    row(f"{len(PATTERNS)} patterns, {count} pumps", "near-linear each", "near-linear each")


@needs_timer
@pytest.mark.parametrize(
    ("pattern", "lead"),
    [(r"(?:\w+[ ,]*)+(?:within|by)\b", ""), (r"^\s*a?\s*b", ""), (r"x(a+)+$", "x")],
)
def test_the_measure_finds_what_runs_away(pattern, lead):
    compiled = re.compile(pattern)
    assert any(
        runs_away(compiled, "search", *pair, LENGTHS[-1], "\0") for pair in pumps(pattern, 0)
    )


def test_names_of_what_reads_little_are_names_of_patterns():
    assert READ_AT_MOST.keys() <= PATTERNS.keys()
