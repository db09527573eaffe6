"""Answers kept from earlier runs, one file each, named by all that the answer depends on.

An entry begins with the digest of the rest, so that one that is cut short or damaged is told from
one that is whole, and is ignored. Two processes may write the same entry; each puts its own in
place at once. Rules and readers are imported only where a file is linted anew.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from clausewright.linting.answer_data import dumped, loaded
from clausewright.linting.answer_key import key_in_set, key_of
from clausewright.linting.result import FileResult
from clausewright.linting.source import Source, with_data

MOST_ENTRIES = 200
"""Entries in one of the 256 folders; beyond, the older half goes."""

LintMany = Callable[[Callable[[Source], FileResult], Sequence[Source]], Iterator[FileResult]]
"""Lints files in their order, perhaps in several processes."""


def lint_kept(sources: Sequence[Source], folder: Path, lint_many: LintMany) -> Iterator[FileResult]:
    """Give the answers of earlier runs, and lint only the files that have none.

    Kept answers are read here, since handing them over from another process takes longer.
    """
    entries = [_entry_of(source, folder) for source in sources]
    kept = [entry is not None and entry.is_file() for entry in entries]
    work = functools.partial(lint_cached, folder=folder)
    fresh = lint_many(work, [s for s, known in zip(sources, kept, strict=True) if not known])
    for source, entry, known in zip(sources, entries, kept, strict=True):
        if entry is None or not known:
            yield next(fresh)
        else:
            yield _load(entry, source) or work(source)


def lint_cached(source: Source, folder: Path) -> FileResult:
    """Lint a file, or give the answer of an earlier run over the same content."""
    from clausewright.linting.lint import lint_source  # noqa: PLC0415  (not where all is kept)

    keyed = _keyed(source)
    if keyed is None:
        return lint_source(source)
    key, read = keyed
    entry = _entry(key, folder)
    found = _load(entry, source)
    if found is not None:
        return found
    result = lint_source(read)
    if not result.errors and _holds(key, source):
        _store(entry, result)
    return result


def _keyed(source: Source) -> tuple[str, Source] | None:
    """Give the key of the answer, and the source with the bytes that it is the key of.

    None where no answer is kept: what cannot be read is told anew each time.
    """
    if source.fault is not None:
        return None
    try:
        if source.membership is not None:
            return key_in_set(source, source.membership), source
        data = source.read()
    except OSError:
        return None
    return key_of(source, data), with_data(source, data)


def _holds(key: str, source: Source) -> bool:
    """Tell whether no file of the set changed while it was linted."""
    if source.membership is None:
        return True
    with contextlib.suppress(OSError):
        return key_in_set(source, source.membership) == key
    return False


def _entry_of(source: Source, folder: Path) -> Path | None:
    keyed = _keyed(source)
    return None if keyed is None else _entry(keyed[0], folder)


def _entry(key: str, folder: Path) -> Path:
    return folder / key[:2] / key[2:]


def _load(entry: Path, source: Source) -> FileResult | None:
    """Read an entry; None where there is none, or not all of it."""
    try:
        digest, _, answer = entry.read_bytes().partition(b"\n")
    except OSError:
        return None
    if digest != _digest(answer):
        return None
    set_name = None if source.membership is None else source.membership.name
    return loaded(answer, file=source.name, set_name=set_name)


def _store(entry: Path, result: FileResult) -> None:
    """Keep an answer; a cache that cannot be written is no reason to fail."""
    answer = dumped(result)
    temporary = entry.with_name(f"{entry.name}.{os.getpid()}.tmp")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(_digest(answer) + b"\n" + answer)
        temporary.replace(entry)
        _make_room(entry.parent)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _digest(answer: bytes) -> bytes:
    return hashlib.sha256(answer).hexdigest().encode()


def _make_room(folder: Path) -> None:
    entries = list(os.scandir(folder))
    if len(entries) > MOST_ENTRIES:
        entries.sort(key=lambda entry: entry.stat().st_mtime)
        for entry in entries[: len(entries) // 2]:
            Path(entry).unlink(missing_ok=True)
