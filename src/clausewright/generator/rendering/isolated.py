"""Fill a template that is not ours in a process of its own, with limits on time and memory.

The sandbox of the template engine limits neither: a template may multiply text without end. The
child gets the template and the filling as JSON on its input and gives the file on its output.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import subprocess
import sys

from clausewright.model.errors import OutputError

SECONDS = 30  # by the clock
CPU_SECONDS = 10
MEMORY = 1024 * 1024 * 1024  # bytes of address space, where the system can limit it
LARGEST = 64 * 1024 * 1024  # bytes of the file that comes back
FAILED = 1  # exit code: Python ended on a fault, told in the last line of the error output
REFUSED = 3  # exit code: the template is at fault, the reason stands on the error output


def fill_isolated(template: bytes, filling: object) -> bytes:
    """Fill a template in a child process; raise OutputError where it fails or exceeds a limit."""
    asked = {
        "template": base64.b64encode(template).decode(),
        "filling": dataclasses.asdict(filling),  # type: ignore[call-overload]  # a Filling
    }
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-m", __name__],
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise OutputError(
            f"the template did not render within {SECONDS} seconds: take what computes out of it"
        ) from error
    if done.returncode == REFUSED:
        raise OutputError(done.stderr.decode("utf-8", "replace").strip())
    last = (done.stderr.decode("utf-8", "replace").strip() or "?").splitlines()[-1]
    if done.returncode == FAILED and not last.startswith("MemoryError"):
        raise OutputError(
            f"the template cannot be filled ({last[:200]}): open it in Word and save it again"
        )
    if done.returncode or not 0 < len(done.stdout) <= LARGEST:
        raise OutputError(
            "the template needs more time or memory or gives more output than is allowed:"
            " take what computes out of it"
        )
    return done.stdout


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def _main() -> int:
    from clausewright.generator.rendering.docx import Filling, fill  # noqa: PLC0415 - a circle

    asked = json.loads(sys.stdin.buffer.read())
    given = asked["filling"]
    filling = Filling(**{**given, "comments": tuple(given["comments"])})
    _limit()
    try:
        data = fill(base64.b64decode(asked["template"]), filling)
    except OutputError as error:
        sys.stderr.write(error.message)
        return REFUSED
    sys.stdout.buffer.write(data)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
