"""Libraries of clauses that installed packages offer.

A package offers a folder of the shape of ours under the entry-point group ``clausewright.clauses``:
``acme = "acme_clauses.library"``. Nothing of the package is imported or run.
"""

from __future__ import annotations

from pathlib import Path

from clausewright.model.errors import ConfigurationError, suggestion

GROUP = "clausewright.clauses"


def installed_library(name: str, *, where: str) -> Path:
    """Give the folder that a package offers under a name.

    Raises ConfigurationError where none is offered under it, or the folder is missing; ``where``
    names the setting that asks for it.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - 30 ms that few runs need
    from importlib.util import find_spec  # noqa: PLC0415

    offered = {point.name: point.value for point in entry_points(group=GROUP)}
    if name not in offered:
        known = f"; offered are {', '.join(sorted(offered))}" if offered else ""
        told = f'no installed package offers clauses as "{name}"'
        raise ConfigurationError(f"{told}{suggestion(name, offered) or known}", where=where)
    outermost, *inner = offered[name].split(".")
    spec = find_spec(outermost)
    for location in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(location, *inner)
        if folder.is_dir():
            return folder
    told = f'the clauses of "{name}" are offered at "{offered[name]}", where no folder is'
    raise ConfigurationError(f"{told}: install the package anew", where=where)
