"""The tables of an audit: their columns, in plain terms that need no library."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a column holds; every column may hold nothing."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "yes or no"
    TEXTS = "list of texts"


class Column(NamedTuple):
    """A column of a table."""

    name: str
    kind: Kind


class Table(NamedTuple):
    """A table; the first column of each is ``document``, the name of the document in the source."""

    name: str
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.parquet"


def _table(name: str, /, **columns: Kind) -> Table:
    named = tuple(Column(column, kind) for column, kind in columns.items())
    return Table(name, (Column("document", Kind.TEXT), *named))


T, W, N, Y = Kind.TEXT, Kind.WHOLE, Kind.NUMBER, Kind.YES_NO

DOCUMENTS = _table(
    "documents", sha256=T, bytes=W, profile=T, words=W, pages=N, attachment_pages=N, pages_by=T,
    errors=W, warnings=W, infos=W, suppressed=W,
)  # fmt: skip
FINDINGS = _table(
    "findings", code=T, name=T, severity=T, message=T, help=T, line=W, column=W, end_line=W,
    end_column=W, part=T, paragraph=W, row=W, cell=W, number=T, section=T, topic=T, excerpt=T,
    fingerprint=T, fix=T,
)  # fmt: skip
TOPICS = _table(
    "topics", topic=T, level=T, present=Y, missing=Y, by_reference=Y, line=W, column=W, evidence=T
)
METRICS = _table(
    "metrics", name=T, label=T, service=T, line=W, column=W, end_line=W, end_column=W, quote=T,
    comparator=T, value=N, unit=T, normal=N, window=T, method=Y, exclusions=Y, baseline=Y,
    reporting=Y, consequence=Y, missing=Kind.TEXTS, sure=Y,
)  # fmt: skip
FIGURES = _table("figures", kind=T, value=N, unit=T, normal=N, base=T, line=W, column=W, quote=T)
FAILURES = _table("failures", kind=T, message=T, line=W)

TABLES = (DOCUMENTS, FINDINGS, TOPICS, METRICS, FIGURES, FAILURES)
