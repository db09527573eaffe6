"""Ray: processes of this machine, or a cluster that runs already."""

from __future__ import annotations

import os
import socket
from collections.abc import Collection, Hashable, Iterable
from typing import Any

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing leaves the machine unasked
os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")

import ray

from clausewright.audit.record import Chunk, audit_chunk
from clausewright.model.errors import ConfigurationError

_PATIENCE = 30.0
"""Seconds for a cluster to answer."""


class Ray:
    """A session of Ray."""

    def __init__(self) -> None:
        self._work = ray.remote(max_retries=0, num_cpus=1)(audit_chunk)

    @property
    def width(self) -> int:
        """Give the number of processors of the cluster."""
        return max(1, int(ray.cluster_resources().get("CPU", 1)))

    def submit(self, chunk: Chunk) -> Hashable:
        """Hand a chunk to the cluster."""
        reference: Hashable = self._work.remote(chunk)
        return reference

    def finished(self, waiting: Collection[Hashable]) -> Iterable[Hashable]:
        """Wait for one or more."""
        done: Iterable[Hashable] = ray.wait(list(waiting), num_returns=1)[0]
        return done

    def part(self, handle: Any) -> bytes | None:  # noqa: ANN401  (a reference of ray)
        """Give a part, None where its worker died over it."""
        try:
            part: bytes = ray.get(handle)
        except (ray.exceptions.WorkerCrashedError, ray.exceptions.OutOfMemoryError):
            return None
        return part

    def close(self) -> None:
        """Leave the session; one started here ends."""
        ray.shutdown()


def start(jobs: int, cluster: str | None = None) -> Ray:
    """Start workers here, bound to this machine and without a dashboard, or join a cluster.

    Raises:
        ConfigurationError: where no cluster answers at the address.

    """
    if cluster is None:
        ray.init(
            num_cpus=jobs, include_dashboard=False, log_to_driver=False, configure_logging=False,
            _node_ip_address="127.0.0.1",
        )  # fmt: skip
        return Ray()
    _check_answers(cluster)
    try:
        ray.init(address=cluster, log_to_driver=False, configure_logging=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise ConfigurationError(f"no Ray cluster answers at {cluster}") from error
    return Ray()


def _check_answers(cluster: str) -> None:
    """Refuse an address where nothing listens: Ray itself would try for minutes."""
    host, _, port = cluster.removeprefix("ray://").rpartition(":")
    if not host or not port.isdecimal():
        raise ConfigurationError(f'"{cluster}" is no address; write host:port')
    try:
        socket.create_connection((host, int(port)), timeout=_PATIENCE).close()
    except OSError as error:
        raise ConfigurationError(f"no Ray cluster answers at {cluster}") from error
