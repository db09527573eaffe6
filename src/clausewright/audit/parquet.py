"""Write and read the tables as Parquet: the only place that imports pyarrow."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from clausewright.audit.tables import TABLES, Kind, Table
from clausewright.model.errors import InputError

GROUP = 20_000
"""Rows of a row group: what is held in memory of a table, and the grain that readers skip by."""

_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.WHOLE: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.YES_NO: pa.bool_(),
    Kind.TEXTS: pa.list_(pa.string()),
}


class TableWriter:
    """Writes one table in row groups of a fixed size, so that the same rows give the same bytes.

    The file lies under a temporary name until ``put_in_place``.
    """

    def __init__(self, table: Table, folder: Path) -> None:
        self.rows = 0
        self._names = [column.name for column in table.columns]
        self._schema = pa.schema([(c.name, _TYPES[c.kind]) for c in table.columns])
        self._target = folder / table.file
        self._temporary = folder / f".{table.file}.new"
        self._writer = pq.ParquetWriter(self._temporary, self._schema, compression="zstd")
        self._held: list[list[Any]] = []

    def add(self, document: str, row: list[Any]) -> None:
        """Add a row of a document."""
        self._held.append([document, *row])
        self.rows += 1
        if len(self._held) == GROUP:
            self._flush()

    def _flush(self) -> None:
        columns = zip(*self._held, strict=True) if self._held else ((),) * len(self._names)
        arrays = [
            pa.array(values, field.type)
            for values, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._held.clear()

    def finish(self) -> None:
        """Write what is held and close the file."""
        if self._held or not self.rows:
            self._flush()
        self._writer.close()

    def put_in_place(self) -> None:
        """Give the file its name."""
        self._temporary.replace(self._target)

    def discard(self) -> None:
        """Leave nothing of a table that was broken off."""
        with contextlib.suppress(OSError):
            self._writer.close()
        self._temporary.unlink(missing_ok=True)


class TableSet:
    """All tables of an audit while they are written; they appear together or not at all."""

    def __init__(self, folder: Path) -> None:
        self._writers = {table.name: TableWriter(table, folder) for table in TABLES}

    def __enter__(self) -> TableSet:
        """Start to write."""
        return self

    def add(self, document: str, record: Mapping[str, list[list[Any]]]) -> None:
        """Add all rows of a document."""
        for table, rows in record.items():
            writer = self._writers[table]
            for row in rows:
                writer.add(document, row)

    def rows(self) -> dict[str, int]:
        """Give the number of rows of each table."""
        return {name: writer.rows for name, writer in self._writers.items()}

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the tables in place, or leave none of them where something failed."""
        if kind is None:
            for writer in self._writers.values():
                writer.finish()
            for writer in self._writers.values():
                writer.put_in_place()
            return
        for writer in self._writers.values():
            writer.discard()


def read_table(table: Table, folder: Path, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Give the rows of a table, some columns of each, a row group at a time.

    Raises:
        InputError: where the file is no such table.

    """
    path = folder / table.file
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(columns=list(columns)):
                yield from batch.to_pylist()
    except (OSError, pa.ArrowException, KeyError) as error:
        raise InputError("cannot be read as a table of an audit", where=str(path)) from error
