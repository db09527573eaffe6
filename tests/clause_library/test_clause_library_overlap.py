"""No two clauses say the same thing in the same words, unless they are positions on one point."""

from __future__ import annotations

import re
from itertools import combinations

from clausewright.generator.clause import Clause
from clausewright.generator.library import Library

RUN = 6
_NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def runs_of(body: str) -> frozenset[tuple[str, ...]]:
    """Give all runs of six words; what a field puts in counts as one word."""
    words = _WORD.findall(_TAG.sub(" field ", _NOTE.sub("", body)).casefold())
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Give the share of the shorter clause that the two have in common."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def overlaps(clauses: tuple[Clause, ...]) -> list[tuple[float, str, str]]:
    """Give the pairs that share more than half, except positions on one point."""
    runs = {clause.id: runs_of(clause.body) for clause in clauses}
    return [
        (share, one.id, other.id)
        for one, other in combinations(clauses, 2)
        if one.base != other.base and (share := shared(runs[one.id], runs[other.id])) > 0.5
    ]


def test_a_copy_would_be_found() -> None:
    body = "The Supplier shall send a report to {{ recipient }} within {{ due }} of the month."
    assert shared(runs_of(body), runs_of(body + " It holds results.")) == 1.0
    assert shared(runs_of(body), runs_of("The Customer shall pay what it owes in full.")) == 0.0


def test_no_two_clauses_share_more_than_half_of_their_runs() -> None:
    assert overlaps(Library().clauses) == []
