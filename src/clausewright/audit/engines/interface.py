"""What all engines do: take a chunk, tell which are finished, give the part of each."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import Protocol

from clausewright.audit.record import Chunk


class Engine(Protocol):
    """Works on chunks, several at a time, in any order."""

    @property
    def width(self) -> int:
        """How many chunks are worked on at a time."""

    def submit(self, chunk: Chunk) -> Hashable:
        """Start to work on a chunk; the answer stands for it."""

    def finished(self, waiting: Collection[Hashable]) -> Iterable[Hashable]:
        """Wait until at least one is finished, and give those that are."""

    def part(self, handle: Hashable) -> bytes | None:
        """Give the part of a finished chunk, None where its worker died over it."""

    def close(self) -> None:
        """End all workers, without waiting for what they are at."""


def worked_on(engine: Engine, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, bytes | None]]:
    """Give the part of each chunk as it is finished.

    So few chunks are taken ahead that memory does not grow with their number.
    """
    source = iter(chunks)
    waiting: dict[Hashable, Chunk] = {}
    exhausted = False
    while True:
        while not exhausted and len(waiting) < 2 * engine.width:
            chunk = next(source, None)
            if chunk is None:
                exhausted = True
            else:
                waiting[engine.submit(chunk)] = chunk
        if not waiting:
            return
        for handle in engine.finished(waiting):
            yield waiting.pop(handle), engine.part(handle)
