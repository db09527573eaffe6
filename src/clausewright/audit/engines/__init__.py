"""Engines: where the chunks of an audit are worked on; all run the same function."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from importlib.util import find_spec
from typing import NamedTuple

from clausewright.audit.engines.interface import Engine
from clausewright.model.errors import ConfigurationError


class _Known(NamedTuple):
    """The module of an engine, and the package it needs, which has the name of its extra."""

    module: str
    needs: str | None = None


_ENGINES: Mapping[str, _Known] = {
    "local": _Known("local"),
    "dask": _Known("dask", "distributed"),
    "ray": _Known("ray", "ray"),
}

ENGINES = tuple(_ENGINES)


def start_engine(name: str, jobs: int, cluster: str | None = None) -> Engine:
    """Start an engine with so many processes here, or join a cluster at an address.

    Raises:
        ConfigurationError: where its extra is not installed, or it can join no cluster.

    """
    known = _ENGINES[name]
    if known.needs is not None and find_spec(known.needs) is None:
        raise ConfigurationError(missing_extra(f"--engine {name}", name))
    if cluster is not None and known.needs is None:
        raise ConfigurationError("the local engine joins no cluster: name --engine dask or ray")
    module = importlib.import_module(f"clausewright.audit.engines.{known.module}")
    engine: Engine = module.start(jobs, cluster)
    return engine


def missing_extra(what: str, extra: str) -> str:
    """Say which extra something needs."""
    return f"{what} needs the extra {extra}: pip install 'clausewright[{extra}]'"
