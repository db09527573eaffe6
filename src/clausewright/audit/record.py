"""The work of an audit: the bytes of a document become rows of all tables.

A record never holds the name of its document, since the same bytes under another name give the same
rows; the name is put before them when the tables are written.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from clausewright import __version__
from clausewright.audit.parts import packed
from clausewright.audit.tables import DOCUMENTS, FAILURES, FIGURES, FINDINGS, METRICS, TOPICS
from clausewright.linting.lint import lint_bytes
from clausewright.linting.result import FileResult
from clausewright.linting.settings import Settings
from clausewright.model.errors import ConfigurationError
from clausewright.model.finding import LocatedFinding
from clausewright.model.located_facts import Facts, LocatedMetric

Row = list[Any]
Record = Mapping[str, list[Row]]
"""The rows of one document by table, without their first column."""


class Item(NamedTuple):
    """A document to do: its name, its bytes, and the key that its record is kept under."""

    name: str
    data: bytes
    key: str


class Chunk(NamedTuple):
    """Documents that one worker does at a time; ``version`` is that of the program which asks."""

    items: tuple[Item, ...]
    settings: Settings
    version: str = __version__


def audit_chunk(chunk: Chunk) -> bytes:
    """Give the records of a chunk as the content of one part file.

    The same function runs in every engine. Raises ConfigurationError where the worker has another
    version than the program that asks.
    """
    if chunk.version != __version__:
        raise ConfigurationError(
            f"a worker runs clausewright {__version__}, this is {chunk.version}: install the same"
        )
    return packed(
        {item.key: record_of(item.name, item.data, chunk.settings) for item in chunk.items}
    )


def record_of(name: str, data: bytes, settings: Settings) -> Record:
    """Lint one document into rows."""
    result = lint_bytes(name, data, settings, keep_facts=True)
    facts = result.facts or Facts((), (), (), ())
    return {
        DOCUMENTS.name: [] if result.words is None else [_document(result, data)],
        FINDINGS.name: [_finding(one) for one in result.findings],
        TOPICS.name: list(_topics(facts)),
        METRICS.name: [_metric(one) for one in facts.metrics],
        FIGURES.name: [
            [o.kind.value, o.value, o.unit, o.normal, o.base, o.start.line, o.start.column, o.quote]
            for o in facts.figures
        ],
        FAILURES.name: [[one.kind, one.message, one.line] for one in result.errors],
    }


def _document(result: FileResult, data: bytes) -> Row:
    pages = result.pages
    by_severity = Counter(finding.severity.value for finding in result.findings)
    return [
        hashlib.sha256(data).hexdigest(),
        len(data),
        result.profile,
        result.words,
        *((None, None, None) if pages is None else (pages.body, pages.attachments, pages.by)),
        by_severity["error"],
        by_severity["warning"],
        by_severity["info"],
        result.suppressed,
    ]


def _finding(finding: LocatedFinding) -> Row:
    place = finding.place
    row, cell = (None, None) if place is None or place.table is None else place.table
    return [
        finding.code,
        finding.name,
        finding.severity.value,
        finding.message,
        finding.help,
        finding.start.line,
        finding.start.column,
        finding.end.line,
        finding.end.column,
        None if place is None else place.part,
        None if place is None else place.paragraph,
        row,
        cell,
        None if place is None else place.number,
        finding.section,
        finding.topic,
        finding.excerpt,
        finding.fingerprint,
        None if finding.fix is None else finding.fix.applicability.value,
    ]


def _topics(facts: Facts) -> Iterator[Row]:
    """Give a row for each topic that the profile lists or the document addresses, by id."""
    found = {topic.id: topic for topic in facts.topics}
    wanted = {topic.id: topic for topic in facts.wanted}
    for name in sorted(found.keys() | wanted.keys()):
        asked, there = wanted.get(name), found.get(name)
        yield [
            name,
            None if asked is None else asked.level,
            there is not None,
            asked is not None and asked.missing,
            there is not None and there.by_reference,
            None if there is None else there.start.line,
            None if there is None else there.start.column,
            None if there is None else there.evidence,
        ]


def _metric(metric: LocatedMetric) -> Row:
    target = metric.target
    return [
        metric.name,
        metric.label,
        metric.service,
        metric.start.line,
        metric.start.column,
        metric.end.line,
        metric.end.column,
        metric.quote,
        *(
            (None, None, None, None)
            if target is None
            else (target.comparator, target.value, target.unit, target.normal)
        ),
        metric.window,
        metric.method,
        metric.exclusions,
        metric.baseline,
        metric.reporting,
        metric.consequence,
        list(metric.missing),
        metric.sure,
    ]
