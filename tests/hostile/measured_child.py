"""Run one command under limits and tell what it took; a small process, so that sizes are its own.

``ru_maxrss`` of a child counts the process it was forked from: started from the test run it would
tell the size of the test run. Reads the order as JSON from its argument, writes the account to a
file.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path


def limited(order: dict) -> None:
    """Set the limits of the child; they are a net, the assertions lie far below."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (order["memory"], order["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (order["cpu"], order["cpu"] + 5))
    if order["file_size"]:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["file_size"], order["file_size"]))


def main() -> None:
    """Run it."""
    order = json.loads(sys.argv[1])
    start = time.monotonic()
    child = subprocess.Popen(
        order["command"],
        preexec_fn=lambda: limited(order),  # noqa: PLW1509  (no threads here)
        restore_signals=not order["file_size"],
    )
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child.pid, signal.SIGKILL))
    signal.alarm(order["wall"])
    while True:
        try:
            _, status, used = os.wait4(child.pid, 0)
            break
        except InterruptedError:
            continue
    account = {
        "code": os.waitstatus_to_exitcode(status),
        "wall": time.monotonic() - start,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss * 1024,
    }
    with Path(order["account"]).open("w", encoding="ascii") as stream:
        json.dump(account, stream)


main()
