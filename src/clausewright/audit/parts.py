"""Records of documents already done, kept in part files so that a killed run goes on.

A part is a zip archive with an entry for each document: named by the key of the document, which
hashes its content, the settings and this very program; holding its rows as JSON. A part is put in
place whole or not at all, so that a document is done or not done and never half done.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from clausewright.files.archive import FAULTS
from clausewright.files.write import write_atomic

_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 3
"""Of deflate: a third of the size in a fiftieth of the time that linting takes."""


def packed(records: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Give the content of a part; the same records give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for key, record in sorted(records.items()):
            content = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            entry = zipfile.ZipInfo(key, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode("utf-8", errors="replace"))
    return target.getvalue()


class Parts:
    """The part files of a folder and where each record lies."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._places: dict[str, Path] = {}
        self._open: tuple[Path, zipfile.ZipFile] | None = None
        for path in sorted(folder.glob("*.zip")):
            self._take(path)

    def _take(self, path: Path) -> None:
        """Learn what a part of an earlier run holds; one that is damaged goes."""
        try:
            with zipfile.ZipFile(path) as archive:
                sound = archive.testzip() is None
                names = archive.namelist()
        except FAULTS:
            sound = False
        if not sound:
            path.unlink(missing_ok=True)
            return
        for name in names:
            self._places.setdefault(name, path)

    def __contains__(self, key: object) -> bool:
        """Tell whether a document is done."""
        return key in self._places

    def add(self, keys: Iterable[str], content: bytes) -> None:
        """Put a part in place.

        Raises:
            OutputError: where it cannot be written.

        """
        path = self._folder / f"{hashlib.sha256(content).hexdigest()[:32]}.zip"
        write_atomic(path, content)
        self._places.update(dict.fromkeys(keys, path))

    def read(self, key: str) -> Mapping[str, list[list[Any]]]:
        """Give the record of a document that is done; records of one part are read in a row."""
        path = self._places[key]
        if self._open is None or self._open[0] != path:
            self.close()
            self._open = (path, zipfile.ZipFile(path))
        record: Mapping[str, list[list[Any]]] = json.loads(self._open[1].read(key))
        return record

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove the parts that hold none of these documents."""
        self.close()
        needed = {self._places[key] for key in keys}
        for path in self._folder.glob("*.zip"):
            if path not in needed:
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the part that was read last."""
        if self._open is not None:
            self._open[1].close()
            self._open = None
