"""Let one process at a time write into a folder.

The lock ends with the process, however that ends, and is not handed down to its workers: a run may
go on in the moment after an earlier one was killed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clausewright.model.errors import OutputError


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder.

    Raises:
        OutputError: where another run holds it, or the folder cannot be written.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", where=str(folder)) from error
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        raise OutputError("another audit writes into this folder", where=str(folder)) from error
    try:
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        import fcntl  # noqa: PLC0415  (not on every system)
    except ImportError:
        import msvcrt  # noqa: PLC0415  (where there is no fcntl)

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
