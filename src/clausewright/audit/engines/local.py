"""The default engine: processes of this machine."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import cast

from clausewright.audit.record import Chunk, audit_chunk
from clausewright.linting.run import end_with_parent


class Local:
    """A pool of processes; a worker that dies takes its pool along, and a new one is made."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, initializer=end_with_parent)

    @property
    def width(self) -> int:
        """Give the number of processes."""
        return self._jobs

    def submit(self, chunk: Chunk) -> Hashable:
        """Hand a chunk to the pool."""
        try:
            return self._pool.submit(audit_chunk, chunk)
        except BrokenProcessPool:
            self._pool = self._new_pool()
            return self._pool.submit(audit_chunk, chunk)

    def finished(self, waiting: Collection[Hashable]) -> Iterable[Hashable]:
        """Wait for one or more."""
        return wait(cast(Collection[Future[bytes]], waiting), return_when=FIRST_COMPLETED).done

    def part(self, handle: Hashable) -> bytes | None:
        """Give a part, None where the pool broke meanwhile."""
        try:
            return cast(Future[bytes], handle).result()
        except BrokenProcessPool:
            return None

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def start(jobs: int, cluster: str | None = None) -> Local:  # noqa: ARG001  (joins no cluster)
    """Start the processes."""
    return Local(jobs)
