"""Lint drafts again whenever they change, until interrupted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from clausewright.linting.source import Source, Stamp, stamp_of

INTERVAL = 1.0
"""Seconds between two looks."""


class Watcher:
    """Tells which drafts changed since it told of them last.

    A draft is told when two looks in a row find it the same, so that one that is still being copied
    or saved is not read by half. What lies in ``outputs`` is ours and never told.
    """

    def __init__(self, outputs: Iterable[Path]) -> None:
        self._outputs = [path.resolve() for path in outputs]
        self._seen: dict[str, Stamp] = {}
        self._told: dict[str, Stamp] = {}

    def changed(self, sources: Iterable[Source]) -> list[Source]:
        """Look once."""
        due: list[Source] = []
        seen: dict[str, Stamp] = {}
        for source in sources:
            stamp = (
                None if source.path is None or self._is_ours(source.path) else stamp_of(source.path)
            )
            if stamp is None:
                continue
            seen[source.name] = stamp
            if self._seen.get(source.name) == stamp != self._told.get(source.name):
                self._told[source.name] = stamp
                due.append(source)
        self._seen = seen
        return due

    def _is_ours(self, path: Path) -> bool:
        real = path.resolve()
        return any(real == one or one in real.parents for one in self._outputs)


def watch(
    find: Callable[[], Iterable[Source]],
    lint: Callable[[Sequence[Source]], object],
    watcher: Watcher,
) -> None:
    """Lint what changed, again and again; an interruption ends it."""
    try:
        for _ in _ticks():
            due = watcher.changed(find())
            if due:
                lint(due)
    except KeyboardInterrupt:
        return


def _ticks() -> Iterator[None]:
    while True:
        yield None
        time.sleep(INTERVAL)
