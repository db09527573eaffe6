"""Write a file so that a reader finds the old content or the new, never a part of it."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from clausewright.model.errors import OutputError


def write_atomic(path: Path, data: bytes, *, overwrite: bool = True) -> None:
    """Write ``data`` to ``path`` by a temporary file in the same folder.

    A link is followed: the file it points at is replaced and the link stays. Permissions of a file
    that was there are kept. A device or a pipe is written to, never replaced. Raises OutputError
    where the folder is missing, the place is a folder, the disk is full, or the file is there and
    ``overwrite`` is false; nothing half written stays.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OutputError("this link leads to itself: name another file", where=str(path))
    if target.is_dir():
        raise OutputError("this is a folder: name a file in it", where=str(path))
    if not overwrite and target.exists():
        raise OutputError("the file is there already: choose another name", where=str(path))
    if not target.parent.is_dir():
        in_the_way = next((one for one in (path, *path.parents) if one.is_file()), None)
        told = f"the folder {path.parent} does not exist: create it first"
        if in_the_way is not None:
            told = f"{in_the_way} is a file, not a folder: name another place"
        raise OutputError(told, where=str(path))
    try:
        if target.exists() and not target.is_file():
            _send(target, data)
        else:
            _replace(target, data, overwrite=overwrite)
    except FileExistsError as error:
        raise OutputError(
            "the file is there already: choose another name", where=str(path)
        ) from error
    except OSError as error:
        raise OutputError(
            f"the file cannot be written ({error.strerror or error}): check the place and its "
            "free space",
            where=str(path),
        ) from error


def _send(target: Path, data: bytes) -> None:
    """Write to what is no file of a disk: /dev/stdout, a pipe."""
    with target.open("wb", buffering=0) as stream:
        stream.write(data)


def _replace(target: Path, data: bytes, *, overwrite: bool) -> None:
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if overwrite:
            with contextlib.suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
        else:
            _put_new(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _put_new(temporary: Path, target: Path) -> None:
    """Put the file in place only where none is, with no gap between the look and the act."""
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError as error:  # a file system without hard links
        if target.exists():
            raise FileExistsError(target) from error
        temporary.replace(target)
    else:
        temporary.unlink()
