"""What the terminal can show: colours, width, progress."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

ItemT = TypeVar("ItemT")

NO_TERMINAL = 100
"""Columns where nobody says how many there are."""

PATIENCE = 0.5
"""Seconds before a bar shows that something is being done."""


def wants_color(choice: str, stream: TextIO) -> bool:
    """Tell whether to write colours: the option, then the conventions, then the terminal.

    NO_COLOR forbids them, FORCE_COLOR and CLICOLOR_FORCE demand them, CLICOLOR=0 and TERM=dumb
    decline them.
    """
    if choice != "auto":
        return choice == "always"
    env = os.environ
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR", "0") != "0" or env.get("CLICOLOR_FORCE", "0") != "0":
        return True
    if env.get("CLICOLOR") == "0" or env.get("TERM") == "dumb":
        return False
    return stream.isatty()


def width() -> int:
    """Give the columns of the terminal, also where the output goes on through a pipe."""
    for stream in (sys.stdout, sys.stderr):
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError):  # no terminal
            continue
        if columns > 0:
            return columns
    return NO_TERMINAL


def write(text: str) -> None:
    """Write to standard output, characters it cannot show replaced."""
    stream = sys.stdout
    try:
        stream.write(text)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, errors="backslashreplace").decode(encoding))


def with_progress(items: Iterable[ItemT], total: int, doing: str) -> Iterator[ItemT]:
    """Pass items on; where that takes a while, a bar on standard error tells how many are done."""
    items = iter(items)
    started = time.monotonic()
    for done, item in enumerate(items, 1):
        yield item
        if time.monotonic() - started > PATIENCE:
            yield from _with_bar(items, total, done, doing)


def _with_bar(items: Iterable[ItemT], total: int, done: int, doing: str) -> Iterator[ItemT]:
    from rich.console import Console  # noqa: PLC0415  (90 ms, only for long work in a terminal)
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total, completed=done)
        for item in items:
            yield item
            progress.advance(task)
