"""The one place that catches everything: what fails is named and never stops the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from clausewright.linting.result import INTERNAL, FileError

AnswerT = TypeVar("AnswerT")


def guarded(what: str, work: Callable[[], AnswerT]) -> AnswerT | FileError:
    """Give what the work gives, or what failed, with the line of our code that shows it."""
    try:
        return work()
    except Exception as error:  # told by name; the other rules and files go on
        return _internal_error(what, error)


def _internal_error(what: str, error: Exception) -> FileError:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = ""
    if trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        place = f" ({module}, line {trace.tb_lineno})"
    return FileError(INTERNAL, f"{what} failed: {type(error).__name__}: {error}{place}")
