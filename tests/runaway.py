"""A net under what must end: it stops a runaway, and says so; it judges no one's speed.

What a test asks for takes a second or two; the net hangs at a minute of CPU time of this process,
so that no load of the machine reaches it. A text is made long enough for work that grows with the
square of its length to fall into it.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

CPU_SECONDS = 60.0


class RunawayError(BaseException):
    """Work that did not end; no handler of errors takes it for one."""


@contextmanager
def stopped_after(seconds: float = CPU_SECONDS) -> Iterator[None]:
    """Raise RunawayError in the block after so much CPU time; without a timer there is no net."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise RunawayError(f"still at work after {seconds:g} seconds of CPU time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
