"""Lint many files, in one process or several, always in the order in which they were given."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from clausewright.linting.result import FileResult
from clausewright.linting.source import Source
from clausewright.model.errors import ClausewrightError

PAYS_FROM = 1_500_000
"""Bytes of input from which a second process pays for its start."""

NEW_OBJECTS = 100_000
"""Objects made and not yet freed from which garbage is collected."""

ResultT = TypeVar("ResultT")


def lint_all(
    sources: Sequence[Source], jobs: int | None = None, cache: Path | None = None
) -> Iterator[FileResult]:
    """Lint files.

    ``jobs`` None takes as many processes as pay; ``cache`` is a folder with answers of earlier
    runs.
    """

    def anew(work: Callable[[Source], FileResult], left: Sequence[Source]) -> Iterator[FileResult]:
        collect_only_new()
        yield from map_files(work, left, jobs)

    if not sources:
        return
    if cache is None:
        from clausewright.linting.lint import lint_source  # noqa: PLC0415  (rules and readers)

        yield from anew(lint_source, sources)
        return
    from clausewright.linting.cache import lint_kept  # noqa: PLC0415  (not for one draft)

    yield from lint_kept(sources, cache, anew)


def collect_only_new() -> None:
    """Leave what the program itself is made of out of every collection of garbage to come.

    Collect about once a contract: as often as usual takes a tenth of the time of the whole run.
    """
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
    gc.enable()


def map_files(
    work: Callable[[Source], ResultT], sources: Sequence[Source], jobs: int | None
) -> Iterator[ResultT]:
    """Apply a function to files in order, over several processes where that pays."""
    count = processes(sources, jobs)
    if count <= 1:
        yield from map(work, sources)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (25 ms that few runs need)
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    pool = ProcessPoolExecutor(count, initializer=end_with_parent)
    try:
        yield from pool.map(work, sources, chunksize=_chunk(len(sources), count))
        pool.shutdown()
    except BrokenProcessPool as error:
        raise ClausewrightError(
            "a process was ended by the system, perhaps for want of memory; try again with -j 1"
        ) from error
    finally:  # broken off: do not wait for drafts that nobody asks for any more
        pool.shutdown(wait=False, cancel_futures=True)


def end_with_parent() -> None:
    """Make a worker leave interrupts to its parent, and end when that is gone, however it ended."""
    import signal  # noqa: PLC0415  (in workers only, as the next)
    import threading  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415  (in workers only)

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def processes(sources: Sequence[Source], jobs: int | None) -> int:
    """Give how many processes to use."""
    most = min(jobs or cores(), len(sources))
    return 1 if jobs is None and most > 1 and not is_long(sources) else most


def is_long(sources: Iterable[Source]) -> bool:
    """Tell whether the work takes more than a second or so."""
    return _size(sources) >= PAYS_FROM


def cores() -> int:
    """Give the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(sources: Iterable[Source]) -> int:
    total = 0
    for source in sources:
        try:
            total += len(source.data or b"") if source.path is None else source.path.stat().st_size
        except OSError:
            continue  # told when the file is read
    return total


def _chunk(files: int, count: int) -> int:
    return max(1, min(8, files // (count * 4)))
