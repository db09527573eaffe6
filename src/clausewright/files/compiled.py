"""Data that is slow to read, kept in the form that is fast to read, in the user's cache folder.

Reading YAML costs a hundred times what reading JSON does. What a source file says is kept as JSON
under the digest of its bytes, so a changed file is another entry and nothing needs to be told. An
entry that is damaged, cut short or unreadable counts as absent; two processes may write the same
entry, each puts its whole file in place. Where nothing can be written, all works as before.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clausewright.files.write import write_atomic
from clausewright.model.errors import OutputError

CACHE_VARIABLE = "CLAUSEWRIGHT_CACHE_DIR"
"""Names another cache folder; empty, nothing is kept."""


def cache_folder() -> Path | None:
    """Give the folder of kept data, None where nothing shall be kept."""
    named = os.environ.get(CACHE_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path  # noqa: PLC0415 - not needed where a folder is named

    return user_cache_path("clausewright", appauthor=False)


def compiled(source: bytes, kind: str, read: Callable[[bytes], Any]) -> Any:  # noqa: ANN401 - JSON
    """Give what ``read`` makes of a source, from the cache where it is there.

    ``kind`` names the reading and its version: another reading of the same bytes is another entry.
    ``read`` gives plain JSON data; what it raises is raised, and nothing is kept.
    """
    folder = cache_folder()
    if folder is None:
        return read(source)
    digest = hashlib.sha256(kind.encode() + b"\0" + source).hexdigest()
    entry = folder / "compiled" / f"{digest}.json"
    kept = _kept(entry)
    if kept is not None:
        return kept[0]
    data = read(source)
    _keep(entry, data)
    return data


def _kept(entry: Path) -> tuple[Any] | None:
    try:
        content = entry.read_bytes()
    except OSError:
        return None
    digest, _, payload = content.partition(b"\n")
    if digest != hashlib.sha256(payload).hexdigest().encode():
        return None
    return (json.loads(payload),)


def _keep(entry: Path, data: Any) -> None:  # noqa: ANN401 - JSON
    payload = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(payload).hexdigest().encode()
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(entry, digest + b"\n" + payload)
    except (OSError, OutputError):
        return  # a cache that cannot be written makes the next start slower, nothing else
