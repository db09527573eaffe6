"""The manifest of an audit: what was asked, and whether the tables beside it are whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from clausewright import __version__
from clausewright.files.write import write_atomic
from clausewright.model.errors import InputError

FILE = "audit.json"
SCHEMA_VERSION = 1


def mark_unfinished(folder: Path, source: str) -> None:
    """Say that a run is under way; the tables beside it, if any, are those of an earlier one."""
    _write(folder, source, None)


def mark_finished(folder: Path, source: str, rows: Mapping[str, int]) -> None:
    """Say that the tables are whole; ``rows`` counts the rows of each."""
    _write(folder, source, rows)


def _write(folder: Path, source: str, rows: Mapping[str, int] | None) -> None:
    told = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "clausewright", "version": __version__},
        "source": source,
        "finished": rows is not None,
        "rows": rows,
    }
    write_atomic(folder / FILE, (json.dumps(told, indent=2) + "\n").encode("utf-8", "replace"))


def check_finished(folder: Path) -> None:
    """Refuse a folder that holds no finished audit.

    Raises:
        InputError: telling what it is and what to do.

    """
    path = folder / FILE
    try:
        told = json.loads(path.read_bytes())
        finished = told["finished"]
    except FileNotFoundError as error:
        raise InputError("holds no audit: name the folder of -o", where=str(folder)) from error
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise InputError("cannot be read as the manifest of an audit", where=str(path)) from error
    if not finished:
        raise InputError(
            "the audit is not finished: run it again, it goes on where it stopped",
            where=str(folder),
        )
