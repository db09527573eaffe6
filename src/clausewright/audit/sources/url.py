"""A URL as a source: whatever fsspec opens, a folder of a store or a zip archive there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import fsspec

from clausewright.audit.sources.archive import documents_of
from clausewright.audit.sources.folder import documents_in
from clausewright.audit.sources.interface import (
    Entry,
    IsExcluded,
    in_order,
    is_document,
    printed,
    read_whole,
)
from clausewright.linting.guard import guarded
from clausewright.linting.result import FileError
from clausewright.model.errors import InputError

AnswerT = TypeVar("AnswerT")


@contextmanager
def documents_at(url: str, is_excluded: IsExcluded) -> Iterator[list[Entry]]:
    """List the documents at a URL.

    Raises:
        InputError: where the store cannot be reached or has no such place.

    """
    store, path = _asked(url, lambda: fsspec.core.url_to_fs(url))
    if "file" in _protocols(store) and Path(path).is_dir():
        with documents_in(Path(path), is_excluded) as entries:  # links are not followed there
            yield entries
    elif path.lower().endswith(".zip"):
        stream = _asked(url, lambda: store.open(path, "rb"))
        with documents_of(url, stream, is_excluded) as entries:
            yield entries
    else:
        found = _asked(url, lambda: store.find(path))
        if not found:
            raise InputError("nothing is there", where=url)
        yield in_order(_entries(store, path, found, is_excluded))


def _entries(store: Any, root: str, found: list[str], is_excluded: IsExcluded) -> Iterator[Entry]:  # noqa: ANN401
    base = root.rstrip("/") + "/"
    for path in found:
        name = path.removeprefix(base).lstrip("/") if path != root else path.rpartition("/")[2]
        if is_document(name, is_excluded):
            yield Entry(printed(name), partial(_read, store, path))


def _read(store: Any, path: str) -> bytes:  # noqa: ANN401  (fsspec has no types)
    def read() -> bytes:
        with store.open(path, "rb") as stream:
            return read_whole(stream)

    return _asked(None, read)


def _asked(url: str | None, work: Callable[[], AnswerT]) -> AnswerT:
    """Give what a store answers; stores raise errors of many libraries."""
    answer = guarded("the store", work)
    if isinstance(answer, FileError):
        raise InputError(answer.message, where=url)
    return answer


def _protocols(store: Any) -> tuple[str, ...]:  # noqa: ANN401  (fsspec has no types)
    named = store.protocol
    return (named,) if isinstance(named, str) else tuple(named)
