"""Which clauses a command works with: ours, and what a team lays over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from clausewright.generator.installed import installed_library
from clausewright.generator.library import Library
from clausewright.linting.configuration import nearest


def library_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option ``--library``."""
    return click.option(
        "--library",
        "libraries",
        multiple=True,
        metavar="FOLDER",
        type=click.Path(path_type=Path),
        help="Own clauses, laid over ours and over configured ones; repeatable.",
    )(function)


def library_for(folder: Path, options: tuple[Path, ...]) -> Library:
    """Give the library that holds in a folder; a later layer wins over an earlier one by id.

    From below: ours, the packages and then the paths of the configuration, the folders of the
    options.
    """
    settings, origins = nearest(folder)
    told = origins.get("library_packages", "")
    packages = [installed_library(name, where=told) for name in settings.library_packages]
    return Library([*packages, *map(Path, settings.library_paths), *options])
