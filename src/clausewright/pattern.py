"""Regular expressions that are compiled when they are first used.

There are hundreds of them, and a run over one draft uses a few dozen; compiling all of them would
take longer than the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class LazyPattern:
    """Stands in for a compiled pattern; compiles it when something is asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile, and take over the methods, so that later calls go straight to them."""
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Declare a pattern at the level of a module; it costs nothing until it is used."""
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))


def apart(matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Give the matches of several patterns in order, none that begins inside an earlier one."""
    end = 0
    for match in sorted(matches, key=re.Match.start):
        if match.start() >= end:
            yield match
            end = match.end()
