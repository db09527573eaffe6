"""What the answer about a draft depends on, as one hash: its content and all else that decides."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from pathlib import Path

from clausewright import __version__
from clausewright.linting.settings import Settings
from clausewright.linting.source import Membership, Source, Stamps, stamps_of

_ASIDE = frozenset(
    {
        "root", "file", "fail_on", "include", "exclude", "baseline", "profile", "profile_source",
        "profiles", "per_file_ignores", "sets", "library_paths", "library_packages",
    }
)  # fmt: skip
"""Settings that change no answer, or that are settled for a file in its source."""


def key_of(source: Source, data: bytes) -> str:
    """Hash the content of a document and all else that the answer about it alone depends on."""
    return _hashed(_decisive(source), data)


def key_in_set(source: Source, membership: Membership) -> str:
    """Hash all that the answer about one file of a set depends on: all files of the set.

    Raises:
        OSError: where one of them cannot be read.

    """
    digest = _digest_of_set(membership, stamps_of(membership.members))
    return _hashed((digest, source.key, _decisive(source)))


@lru_cache(maxsize=1)
def _digest_of_set(membership: Membership, stamps: Stamps) -> str:  # noqa: ARG001  (tells of changes)
    """Hash the files of a set; answers may name other files, so names count."""
    members = [
        (member.key, member.name, member.fault or key_of(member, member.read()))
        for member in membership.members
    ]
    return _hashed((membership.name, membership.main, members))


def _hashed(decisive: Sequence[object], data: bytes = b"") -> str:
    hashed = hashlib.sha256(repr(decisive).encode(errors="surrogatepass"))
    hashed.update(data)
    return hashed.hexdigest()


def _decisive(source: Source) -> tuple[object, ...]:
    """Give all but its content that the answer about a file depends on."""
    return (
        _program(),
        _decisive_settings(source.settings),
        source.profile,
        source.ignored,
        source.keep_lines,
        Path(source.name).suffix.lower(),
    )


@lru_cache(maxsize=64)
def _decisive_settings(settings: Settings) -> str:
    names = (field.name for field in fields(settings) if field.name not in _ASIDE)
    return repr([(name, getattr(settings, name)) for name in names])


@lru_cache(maxsize=1)
def _program() -> str:
    """Name this very program: its version, and the time and size of each of its files."""
    root = Path(__file__).parents[1]
    parts = [__version__]
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in sorted(files):
            if not name.endswith(".pyc"):
                known = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118  (400 files)
                parts.append(f"{name} {known.st_mtime_ns} {known.st_size}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
