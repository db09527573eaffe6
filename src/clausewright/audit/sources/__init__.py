"""Where the documents of an audit come from: a folder, a zip archive, or a URL."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from clausewright.audit.sources.interface import Entry, IsExcluded
from clausewright.model.errors import InputError

_SIGNS_OF_A_URL = ("://", "::")


def is_url(source: str) -> bool:
    """Tell whether a source is a URL rather than a path."""
    return any(sign in source for sign in _SIGNS_OF_A_URL)


def open_source(source: str, is_excluded: IsExcluded) -> AbstractContextManager[list[Entry]]:
    """List the documents of a source, by name; their bytes are read one by one.

    The network is used for a URL only.

    Raises:
        InputError: where there is no such source, or it cannot be listed.

    """
    if is_url(source):
        from clausewright.audit.sources.url import documents_at  # noqa: PLC0415  (fsspec)

        return documents_at(source, is_excluded)
    if not source:
        raise InputError('"" names no source')
    path = Path(source)
    if path.is_dir():
        from clausewright.audit.sources.folder import documents_in  # noqa: PLC0415  (one of three)

        return documents_in(path, is_excluded)
    if not path.is_file():
        raise InputError("no such folder, zip archive or URL", where=source)
    from clausewright.audit.sources.archive import documents_of  # noqa: PLC0415  (one of three)

    return documents_of(path.name, path.open("rb"), is_excluded)
