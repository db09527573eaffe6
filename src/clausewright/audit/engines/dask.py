"""Dask: processes of this machine, or a cluster that runs already."""

from __future__ import annotations

import logging
from collections.abc import Collection, Hashable, Iterable
from typing import Any

import dask
import distributed

from clausewright.audit.record import Chunk, audit_chunk
from clausewright.model.errors import ConfigurationError

_PATIENCE = "30s"
"""For a cluster to answer."""


class Dask:
    """A client and the cluster it works with, which is ended with it only where it is its own."""

    def __init__(self, client: Any, own: Any | None) -> None:  # noqa: ANN401  (dask has no types)
        self._client = client
        self._own = own

    @property
    def width(self) -> int:
        """Give the number of threads of all workers."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def submit(self, chunk: Chunk) -> Hashable:
        """Hand a chunk to the scheduler."""
        future: Hashable = self._client.submit(audit_chunk, chunk, pure=False)
        return future

    def finished(self, waiting: Collection[Hashable]) -> Iterable[Hashable]:
        """Wait for one or more."""
        done: Iterable[Hashable] = distributed.wait(
            list(waiting), return_when="FIRST_COMPLETED"
        ).done
        return done

    def part(self, handle: Any) -> bytes | None:  # noqa: ANN401  (a future of dask)
        """Give a part, None where its worker died over it."""
        try:
            part: bytes = handle.result()
        except distributed.KilledWorker:
            return None
        return part

    def close(self) -> None:
        """Leave the cluster, and end it where it is ours."""
        self._client.close()
        if self._own is not None:
            self._own.close()


def start(jobs: int, cluster: str | None = None) -> Dask:
    """Start workers here, bound to this machine and without a dashboard, or join a cluster.

    Raises:
        ConfigurationError: where no cluster answers at the address.

    """
    if cluster is None:
        dask.config.set({"distributed.scheduler.allowed-failures": 0})
        own = distributed.LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=logging.ERROR,
        )
        return Dask(distributed.Client(own), own)
    try:
        return Dask(distributed.Client(cluster, timeout=_PATIENCE), None)
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"no Dask scheduler answers at {cluster}") from error
