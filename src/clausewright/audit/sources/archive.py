"""A zip archive as a source. Nothing is unpacked to disk; each entry is inflated within limits."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import BinaryIO

from clausewright.audit.sources.interface import (
    Entry,
    IsExcluded,
    failing,
    in_order,
    is_document,
    printed,
)
from clausewright.files.archive import FAULTS, Limits, fault_of, inflated
from clausewright.model.errors import InputError

MOST_ENTRIES = 2_000_000
"""Entries of an archive: its directory is held in memory, some 500 bytes each."""


@contextmanager
def documents_of(name: str, stream: BinaryIO, is_excluded: IsExcluded) -> Iterator[list[Entry]]:
    """List the documents of a zip archive, and close it in the end.

    The limits are those of any archive, but for the number and sum of entries, since one is read
    at a time; an entry beyond a limit fails alone.

    Raises:
        InputError: where it is no zip archive, or has too many entries.

    """
    with stream:
        try:
            archive = zipfile.ZipFile(stream)
        except FAULTS as error:
            raise InputError("is neither a folder nor a whole zip archive", where=name) from error
        with archive:
            if len(archive.infolist()) > MOST_ENTRIES:
                raise InputError(f"holds more than {MOST_ENTRIES:,} entries", where=name)
            yield in_order(_entries(archive, is_excluded))


def _entries(archive: zipfile.ZipFile, is_excluded: IsExcluded) -> Iterator[Entry]:
    limits = Limits()
    for entry in archive.infolist():
        if entry.is_dir() or not is_document(entry.filename, is_excluded):
            continue
        fault = fault_of(entry, limits)
        if fault is None:
            read = partial(inflated, archive, entry, where=printed(entry.filename))
            yield Entry(printed(entry.filename), read)
        else:
            yield failing(entry.filename, f"{fault}: the limits of archives do not allow it")
