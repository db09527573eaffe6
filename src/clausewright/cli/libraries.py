"""The option that lays own clauses over ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


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
