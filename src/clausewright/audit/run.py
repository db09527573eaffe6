"""An audit from its source to its tables.

Documents are read one by one, hashed, and those without a record handed to the engine in chunks;
each part that comes back is put in place at once. In the end the tables are written from the
records in the order of the names of the documents, so that neither the engine, nor the number of
workers, nor an interruption shows in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clausewright.audit.engines.interface import Engine, worked_on
from clausewright.audit.engines.local import Local
from clausewright.audit.manifest import mark_finished, mark_unfinished
from clausewright.audit.parts import Parts
from clausewright.audit.record import Chunk, Item, Record
from clausewright.audit.sources.interface import Entry
from clausewright.audit.tables import FAILURES
from clausewright.linting.answer_key import key_of
from clausewright.linting.result import FileError, unreadable
from clausewright.linting.settings import Settings
from clausewright.linting.source import Source
from clausewright.model.errors import InputError

CHUNK_BYTES = 2 * 2**20
"""Bytes of documents in a chunk, unless one alone is larger: some two seconds of work."""

MOST_IN_CHUNK = 256
"""Documents in a chunk, so that a part stays small where documents are."""

DIED = "the process that read it was ended by the system, perhaps for want of memory"


@dataclass(frozen=True, slots=True)
class Audit:
    """What is asked: documents, what holds for them, where the answer goes."""

    entries: list[Entry]
    settings: Settings
    folder: Path
    source: str


@dataclass(slots=True)
class Outcome:
    """How it ended: documents in all, those an earlier run had done, the rows of each table."""

    documents: int = 0
    kept: int = 0
    rows: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _State:
    """What is known of each document, by its place in the listing: a key, or why there is none."""

    answers: list[str | FileError]
    lost: list[Chunk] = field(default_factory=list)
    kept: int = 0


def run(audit: Audit, engine: Engine, outcome: Outcome) -> Iterator[int]:
    """Do an audit; gives the number of documents done after each step, for progress.

    The caller holds the lock of the folder and closes the engine.

    Raises:
        OutputError: where the folder cannot be written.

    """
    mark_unfinished(audit.folder, audit.source)
    parts = Parts(audit.folder / "parts")
    state = _State(answers=[])
    outcome.documents = len(audit.entries)
    for chunk, part in worked_on(engine, _chunks(audit, parts, state, engine.width)):
        if part is None:
            state.lost.append(chunk)
            continue
        parts.add((item.key for item in chunk.items), part)
        yield len(state.answers)
    dead = _isolated(state.lost, parts)
    outcome.kept = state.kept
    outcome.rows = _write_tables(audit, state, parts, dead)
    parts.keep_only(one for one in state.answers if isinstance(one, str) and one not in dead)
    mark_finished(audit.folder, audit.source, outcome.rows)
    yield len(state.answers)


def _chunks(audit: Audit, parts: Parts, state: _State, width: int) -> Iterator[Chunk]:
    """Read the documents in order and give those that are not done yet, a few at a time."""
    most = max(1, min(MOST_IN_CHUNK, len(audit.entries) // (16 * width)))
    held: list[Item] = []
    asked: set[str] = set()
    size = 0
    for entry in audit.entries:
        item = _item(entry, audit.settings)
        if isinstance(item, FileError):
            state.answers.append(item)
            continue
        state.answers.append(item.key)
        if item.key in asked:  # the same document under another name
            continue
        if item.key in parts:
            state.kept += 1
            continue
        asked.add(item.key)
        held.append(item)
        size += len(item.data)
        if len(held) >= most or size >= CHUNK_BYTES:
            yield Chunk(tuple(held), audit.settings)
            held, size = [], 0
    if held:
        yield Chunk(tuple(held), audit.settings)


def _item(entry: Entry, settings: Settings) -> Item | FileError:
    try:
        data = entry.read()
    except InputError as error:
        return FileError(error.kind, error.message)
    except OSError as error:
        return unreadable(error)
    source = Source(entry.name, settings, entry.name, data=data)
    return Item(entry.name, data, key_of(source, data))


def _isolated(lost: Iterable[Chunk], parts: Parts) -> frozenset[str]:
    """Do each document of chunks whose worker died alone; give those that kill it again.

    Their record is not kept, since it may have been the machine: the next run tries them anew.
    """
    dead = set()
    for chunk in lost:
        for item in chunk.items:
            engine = Local(1)
            try:
                for _, part in worked_on(engine, (chunk._replace(items=(item,)),)):
                    if part is None:
                        dead.add(item.key)
                    else:
                        parts.add((item.key,), part)
            finally:
                engine.close()
    return frozenset(dead)


def _write_tables(
    audit: Audit, state: _State, parts: Parts, dead: frozenset[str]
) -> dict[str, int]:
    from clausewright.audit.parquet import TableSet  # noqa: PLC0415  (pyarrow, only in the end)

    with TableSet(audit.folder) as tables:
        for entry, answer in zip(audit.entries, state.answers, strict=True):
            tables.add(entry.name, _record(answer, parts, dead))
    return tables.rows()


def _record(answer: str | FileError, parts: Parts, dead: frozenset[str]) -> Record:
    if isinstance(answer, FileError):
        return {FAILURES.name: [[answer.kind, answer.message, answer.line]]}
    if answer in dead:
        return {FAILURES.name: [["died", DIED, None]]}
    return parts.read(answer)
