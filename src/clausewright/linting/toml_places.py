"""Find the line on which a TOML file sets a key; the standard reader keeps no places."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")

Path = tuple[str | int, ...]


def line_of(text: str, path: Path) -> int | None:
    """Give the line, from 1, that sets a path of keys and positions in arrays of tables.

    Where a value stands inside another (an inline table), the line of the outer one is given.
    """
    best: tuple[int, int] | None = None
    for line, here in _places(text):
        depth = _common(here, path)
        if depth == len(here) <= len(path) and (best is None or depth > best[0]):
            best = (depth, line)
    return best[1] if best else None


def _places(text: str) -> list[tuple[int, Path]]:
    places: list[tuple[int, Path]] = []
    table: Path = ()
    counted: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.match(line)
        if header:
            names = _parts(header[1])
            table = names
            if line.lstrip().startswith("[["):
                counted[names] = counted.get(names, -1) + 1
                table = (*names, counted[names])
            places.append((number, table))
            continue
        key = _KEY.match(line)
        if key:
            places.append((number, (*table, *_parts(key[1]))))
    return places


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


def _common(one: Path, other: Path) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
