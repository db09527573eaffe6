"""Answers kept from earlier runs, by the content of the draft and all that decides the answer.

An entry is plain JSON, so that reading one can run nothing; one that cannot be read is ignored.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from clausewright import __version__
from clausewright.linting.lint import lint_source, unreadable
from clausewright.linting.result import FileResult
from clausewright.linting.settings import Settings
from clausewright.linting.source import Source, with_data
from clausewright.model.facts import Pages
from clausewright.model.finding import (
    Applicability,
    LocatedEdit,
    LocatedFinding,
    LocatedFix,
    Severity,
)
from clausewright.model.span import Place, Position, Span

MOST_ENTRIES = 200
"""Entries in one of the 256 folders; beyond, the older half goes."""

_SEVERITIES = {severity.value: severity for severity in Severity}

_ASIDE = frozenset(
    {
        "root", "file", "fail_on", "include", "exclude", "baseline", "profile", "profile_source",
        "profiles", "per_file_ignores", "sets", "library_paths", "library_packages",
    }
)  # fmt: skip
"""Settings that change no answer, or that are settled for a file in its source."""

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
        if not known or entry is None:
            yield next(fresh)
            continue
        found = _load(entry)
        yield work(source) if found is None else replace(found, file=source.name)


def _entry_of(source: Source, folder: Path) -> Path | None:
    """Give where the answer for a file is kept, None where it is not kept at all."""
    if source.fault is not None or source.membership is not None:
        return None
    try:
        return _entry(source, source.read(), folder)
    except OSError:
        return None  # told when it is linted


def lint_cached(source: Source, folder: Path) -> FileResult:
    """Lint a file, or give the answer of an earlier run over the same content."""
    if source.fault is not None or source.membership is not None:
        return lint_source(source)
    try:
        data = source.read()
    except OSError as error:
        return FileResult(source.name, errors=(unreadable(error),))
    file = _entry(source, data, folder)
    found = _load(file)
    if found is not None:
        return replace(found, file=source.name)
    result = lint_source(with_data(source, data))
    if not result.errors:
        _store(file, result)
    return result


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


def _entry(source: Source, data: bytes, folder: Path) -> Path:
    key = key_of(source, data)
    return folder / key[:2] / key[2:]


@lru_cache(maxsize=64)
def _decisive(settings: Settings) -> str:
    """Name all settings that an answer depends on."""
    names = (field.name for field in fields(settings) if field.name not in _ASIDE)
    return repr([(name, getattr(settings, name)) for name in names])


def key_of(source: Source, data: bytes) -> str:
    """Hash the content of a document and all else that the answer about it depends on."""
    decisive = (
        _program(),
        _decisive(source.settings),
        source.analysis,
        source.ignored,
        source.keep_lines,
        Path(source.name).suffix.lower(),
    )
    hashed = hashlib.sha256(repr(decisive).encode(errors="surrogatepass"))
    hashed.update(data)
    return hashed.hexdigest()


def _load(file: Path) -> FileResult | None:
    try:
        return _result(json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None  # absent, or not what this program wrote


def _store(file: Path, result: FileResult) -> None:
    """Keep an answer; a cache that cannot be written is no reason to fail."""
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(_data(result)), encoding="ascii")
        temporary.replace(file)
        _make_room(file.parent)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _make_room(folder: Path) -> None:
    entries = list(os.scandir(folder))
    if len(entries) > MOST_ENTRIES:
        entries.sort(key=lambda entry: entry.stat().st_mtime)
        for entry in entries[: len(entries) // 2]:
            Path(entry).unlink(missing_ok=True)


def _data(result: FileResult) -> list[Any]:
    pages = result.pages
    return [
        result.profile,
        result.words,
        None if pages is None else [pages.body, pages.attachments, pages.by],
        [_finding_data(finding) for finding in result.findings],
        result.counts,
        result.lines,
        result.notes,
        result.suppressed,
    ]


def _result(data: list[Any]) -> FileResult:
    profile, words, pages, findings, counts, lines, notes, suppressed = data
    return FileResult(
        file="",
        profile=profile,
        words=words,
        pages=None if pages is None else Pages(*pages),
        findings=tuple(_finding(one) for one in findings),
        counts=counts,
        lines=None if lines is None else tuple(lines),
        notes=tuple(notes),
        suppressed=suppressed,
    )


def _finding_data(finding: LocatedFinding) -> list[Any]:
    place, fix, span = finding.place, finding.fix, finding.span
    return [
        [finding.code, finding.name, finding.severity.value, finding.message, finding.help],
        _range_data(finding.start, finding.end),
        None if place is None else [place.part, place.paragraph, place.table, place.number],
        [finding.section, finding.topic, finding.excerpt, finding.fingerprint],
        None if fix is None else [fix.title, fix.applicability.value, _edits_data(fix.edits)],
        None if span is None else [span.start, span.end],
    ]


def _finding(data: list[Any]) -> LocatedFinding:
    (code, name, severity, message, help_), places, place, context, fix, span = data
    line, column, end_line, end_column = places
    section, topic, excerpt, fingerprint = context
    return LocatedFinding(
        code=code,
        name=name,
        severity=_SEVERITIES[severity],
        message=message,
        help=help_,
        start=Position(line, column),
        end=Position(end_line, end_column),
        place=None if place is None else _place(*place),
        section=section,
        topic=topic,
        excerpt=excerpt,
        fingerprint=fingerprint,
        fix=None if fix is None else _fix(*fix),
        span=None if span is None else Span(*span),
    )


def _place(part: str, paragraph: int, table: list[int] | None, number: str | None) -> Place:
    return Place(part, paragraph, None if table is None else (table[0], table[1]), number)


def _edits_data(edits: Iterable[LocatedEdit]) -> list[Any]:
    return [[_range_data(edit.start, edit.end), edit.text] for edit in edits]


def _fix(title: str, applicability: str, edits: list[Any]) -> LocatedFix:
    located = (LocatedEdit(*_range(places), text=text) for places, text in edits)
    return LocatedFix(title, Applicability(applicability), tuple(located))


def _range_data(start: Position, end: Position) -> list[int]:
    return [start.line, start.column, end.line, end.column]


def _range(data: list[int]) -> tuple[Position, Position]:
    line, column, end_line, end_column = data
    return Position(line, column), Position(end_line, end_column)
