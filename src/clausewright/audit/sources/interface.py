"""What all sources give: names with a way to their bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from clausewright.files.archive import Limits
from clausewright.linting.walk import is_draft_name, is_skipped_folder
from clausewright.model.errors import InputError

IsExcluded = Callable[[str, bool], bool]
"""Tells whether the settings leave out a name; the second argument tells folders."""

LARGEST = Limits().entry_size
"""Bytes of the largest document that is read."""


class Entry(NamedTuple):
    """A document: its name in the source, with forward slashes, and a way to its bytes.

    ``read`` raises InputError or OSError where they cannot be had. The name is a label: nothing is
    ever written to a place that it names.
    """

    name: str
    read: Callable[[], bytes]


def printed(name: str) -> str:
    """Give a name as text that any table can hold; bytes that are no text are spelled out."""
    return name.encode("utf-8", errors="backslashreplace").decode()


def is_document(name: str, is_excluded: IsExcluded) -> bool:
    """Tell whether an audit takes a file of this name: those that ``lint`` takes of a folder."""
    path = PurePosixPath(name)
    folders = [one for one in path.parents if one.name not in ("", "..")]
    if not is_draft_name(path.name) or any(is_skipped_folder(one.name) for one in folders):
        return False
    if any(is_excluded(str(one), True) for one in folders):
        return False
    return not is_excluded(name, False)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Sort documents by name; of two with one name the later cannot be told apart and fails."""
    found: list[Entry] = []
    for entry in sorted(entries, key=lambda one: one.name):
        if found and found[-1].name == entry.name:
            found.append(failing(entry.name, "the name stands twice in the source"))
        else:
            found.append(entry)
    return found


def failing(name: str, reason: str) -> Entry:
    """Give a document that cannot be read, with the reason."""

    def read() -> bytes:
        raise InputError(reason)

    return Entry(printed(name), read)


def read_whole(stream: BinaryIO) -> bytes:
    """Read a stream to its end.

    Raises:
        InputError: where it is larger than any document that is read.

    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"is larger than {LARGEST / 2**20:,.0f} MiB")
    return data
