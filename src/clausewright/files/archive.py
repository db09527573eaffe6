"""Open a zip archive from untrusted hands within limits told before anything is inflated."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Set
from dataclasses import dataclass

from clausewright.model.errors import InputError

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What zipfile raises on archives that contradict themselves."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold; sizes in bytes.

    ``ratio`` is the most an entry above ``ratio_from`` may grow when inflated. Contracts grow 10 to
    30 times; a deflate stream can grow 1,030 times.
    """

    entries: int = 4_000
    entry_size: int = 128 * 2**20
    total_size: int = 512 * 2**20
    ratio: int = 200
    ratio_from: int = 2**20


def fault_of(entry: zipfile.ZipInfo, limits: Limits) -> str | None:
    """Tell by what an entry declares why it may not be inflated, None where it may."""
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if entry.compress_type not in _METHODS:
        return "is packed in a way Word does not use"
    if entry.file_size > limits.entry_size:
        return f"would inflate to {_size(entry.file_size)}"
    grows = entry.file_size > limits.ratio * entry.compress_size
    if grows and entry.file_size > limits.ratio_from:
        return f"would grow from {_size(entry.compress_size)} to {_size(entry.file_size)}"
    return None


def inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, where: str) -> bytes:
    """Inflate one entry; raises InputError where it is damaged or lies about its size."""
    try:
        return archive.read(entry)
    except FAULTS as error:
        raise InputError(
            f'the archive is damaged at "{_shown(entry.filename)}": get the file again from its '
            "sender",
            where=where,
        ) from error


class Archive:
    """The entries of a zip archive, in their order, checked against ``Limits`` by what it declares.

    Entries that lie about their size fail when they are read.
    """

    def __init__(self, name: str, data: bytes, limits: Limits | None = None) -> None:
        self.name = name
        self._limits = limits or Limits()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except FAULTS as error:
            raise InputError(_TRUNCATED, where=name) from error
        self._entries = self._checked(self._zip.infolist())

    def _checked(self, entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        limits = self._limits
        if len(entries) > limits.entries:
            raise self._refused(
                f"it holds {len(entries):,} entries; {limits.entries:,} are allowed"
            )
        total = sum(entry.file_size for entry in entries)
        if total > limits.total_size:
            raise self._refused(f"it would inflate to {_size(total)}")
        seen: dict[str, zipfile.ZipInfo] = {}
        folded: set[str] = set()
        for entry in entries:
            self._check_entry(entry)
            if entry.filename.casefold() in folded:
                raise self._refused(f'it holds "{_shown(entry.filename)}" twice')
            folded.add(entry.filename.casefold())
            if not entry.is_dir():
                seen[entry.filename] = entry
        return seen

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        if entry.flag_bits & _ENCRYPTED:
            raise InputError(
                "the file is an encrypted zip archive: remove the password and save it again",
                where=self.name,
            )
        fault = fault_of(entry, self._limits)
        if fault is not None:
            raise self._refused(f'"{_shown(entry.filename)}" {fault}')

    def _refused(self, reason: str) -> InputError:
        return InputError(
            f"the archive is refused, {reason}: open it in the program that wrote it and save it "
            "again",
            where=self.name,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries that are no folders, in order."""
        return tuple(self._entries)

    def __contains__(self, entry: object) -> bool:
        """Tell whether an entry is there."""
        return entry in self._entries

    def packed_size(self, entry: str) -> int:
        """Give the size of an entry as packed, in bytes."""
        return self._entries[entry].compress_size

    def read(self, entry: str) -> bytes:
        """Inflate one entry; raises InputError where it is damaged."""
        return inflated(self._zip, self._entries[entry], where=self.name)

    def rewritten(self, changes: Mapping[str, bytes], removed: Set[str] = frozenset()) -> bytes:
        """Give the archive with entries replaced, removed or (at its end) added.

        All others keep their bytes, order, time and packing; the same input gives the same bytes.
        """
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, entry in self._entries.items():
                if name in removed:
                    continue
                info = zipfile.ZipInfo(name, entry.date_time)
                info.compress_type = entry.compress_type
                info.external_attr = entry.external_attr
                info.create_system = entry.create_system
                content = changes[name] if name in changes else self.read(name)
                archive.writestr(info, content)
            for name, content in changes.items():
                if name not in self._entries:
                    info = zipfile.ZipInfo(name, _EPOCH)
                    info.compress_type = zipfile.ZIP_DEFLATED
                    info.create_system = 0
                    archive.writestr(info, content)
        return target.getvalue()


_TRUNCATED = (
    "the file is not a whole zip archive, it was cut short or damaged: get it again from its sender"
)


def _size(count: int) -> str:
    return f"{count / 2**20:,.1f} MiB" if count >= 2**20 else f"{count / 2**10:,.1f} KiB"


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name[:80])
