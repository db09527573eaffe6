"""Strings made to let a pattern run away, out of the pattern's own parse tree.

For each repetition in a pattern: a text that leads up to it, what it repeats many times over, and
an end that nothing matches, so that the matcher tries every way of dividing what it has read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from re import _constants as ops
from re import _parser as parser
from typing import Any

_REPEATS = {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}
_ASSERTIONS = {ops.ASSERT, ops.ASSERT_NOT, ops.AT}
_MANY = 20
"""A repetition of fewer than that many is no danger in itself."""

_CANDIDATES = "a1 .A,-(\n\"$%:;'|_#*/<>\t\u00a7\u00e9\u201c\u201d\u2019\u2013[]{}&@+=!?0z)~`^\\"
_CATEGORIES = {
    ops.CATEGORY_DIGIT: str.isdigit,
    ops.CATEGORY_SPACE: str.isspace,
    ops.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
}
_OPPOSITES = {
    ops.CATEGORY_NOT_DIGIT: ops.CATEGORY_DIGIT,
    ops.CATEGORY_NOT_SPACE: ops.CATEGORY_SPACE,
    ops.CATEGORY_NOT_WORD: ops.CATEGORY_WORD,
}

Nodes = Sequence[tuple[Any, Any]]
VARIANTS = 4
"""So many texts are made of what a repetition repeats, by other choices at each fork."""


def pumps(pattern: str, flags: int) -> Iterator[tuple[str, str]]:
    """Give pairs of a text that leads up to a repetition and what to repeat after it, each once."""
    seen: set[tuple[str, str]] = set()
    tree = parser.parse(pattern, flags)
    for before, body in _repetitions(list(tree), ()):
        for variant in range(VARIANTS):
            pump = sample(body, variant)
            pair = (sample(before, 0), pump)
            if pump and pair not in seen:
                seen.add(pair)
                yield pair


def _repetitions(nodes: Nodes, before: Nodes) -> Iterator[tuple[Nodes, Nodes]]:
    """Give each repetition below some nodes: what stands before it, and what it repeats."""
    for at, (kind, value) in enumerate(nodes):
        ahead = (*before, *nodes[:at])
        if kind in _REPEATS:
            _, most, body = value
            if most >= _MANY:
                yield ahead, list(body)
            yield from _repetitions(list(body), ahead)
        else:
            for inner in _inside(kind, value):
                yield from _repetitions(inner, ahead)


def _inside(kind: Any, value: Any) -> Iterable[Nodes]:
    if kind is ops.SUBPATTERN:
        return [list(value[3])]
    if kind is ops.ATOMIC_GROUP:
        return [list(value)]
    if kind is ops.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind in (ops.ASSERT, ops.ASSERT_NOT):
        return [list(value[1])]
    if kind is ops.GROUPREF_EXISTS:
        return [list(branch) for branch in value[1:] if branch is not None]
    return []


def sample(nodes: Nodes, variant: int) -> str:
    """Give a text that the nodes match, near enough; ``variant`` decides at each fork."""
    return "".join(_sample(kind, value, variant) for kind, value in nodes)


def _sample(kind: Any, value: Any, variant: int) -> str:
    if kind is ops.LITERAL:
        return chr(value)
    if kind in (ops.NOT_LITERAL, ops.ANY, ops.IN):
        return _character(kind, value, variant)
    if kind in _REPEATS:
        least, most, body = value
        count = min(max(least, variant % 2), most) if least < 2 else least
        return sample(list(body), variant) * min(count, 50)
    if kind is ops.BRANCH:
        branches = value[1]
        return sample(list(branches[variant % len(branches)]), variant)
    if kind in _ASSERTIONS or kind is ops.GROUPREF:
        return ""
    inside = list(_inside(kind, value))
    return sample(inside[0], variant) if inside else ""


def _character(kind: Any, value: Any, variant: int) -> str:
    fitting = [char for char in _CANDIDATES if _fits(kind, value, char)]
    if fitting:
        return fitting[variant % 3 % len(fitting)]
    for one, what in value if kind is ops.IN else ():
        if one is ops.LITERAL:
            return chr(what)
        if one is ops.RANGE:
            return chr(what[0])
    return "a"


def _fits(kind: Any, value: Any, char: str) -> bool:
    if kind is ops.ANY:
        return char != "\n"
    if kind is ops.NOT_LITERAL:
        return ord(char) != value
    negated = bool(value) and value[0][0] is ops.NEGATE
    return any(_in_set(one, what, char) for one, what in value) is not negated


def _in_set(kind: Any, value: Any, char: str) -> bool:
    if kind is ops.LITERAL:
        return ord(char) == value
    if kind is ops.RANGE:
        return value[0] <= ord(char) <= value[1]
    if kind is ops.CATEGORY:
        if value in _OPPOSITES:
            return not _CATEGORIES[_OPPOSITES[value]](char)
        return _CATEGORIES[value](char)
    return False
