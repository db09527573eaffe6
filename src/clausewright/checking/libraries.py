"""Which clauses hold in a folder: ours, and what a team lays over them."""

from __future__ import annotations

from pathlib import Path

from clausewright.generator.installed import installed_library
from clausewright.generator.library import Library
from clausewright.linting.configuration import nearest


def own_libraries(folder: Path) -> tuple[Path, ...]:
    """Give the folders of clauses that the configuration of a folder lays over ours, from below.

    Those of packages come first, then the paths.

    Raises:
        ConfigurationError: where the configuration is wrong, or no package offers what it names.

    """
    settings, origins = nearest(folder)
    told = origins.get("library_packages", "")
    packages = (installed_library(name, where=told) for name in settings.library_packages)
    return (*packages, *map(Path, settings.library_paths))


def library_for(folder: Path, options: tuple[Path, ...]) -> Library:
    """Give the library that holds in a folder; a later layer wins over an earlier one by id.

    From below: ours, those of the configuration, the folders of the options.
    """
    return Library([*own_libraries(folder), *options])
