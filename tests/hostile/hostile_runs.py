"""Run the command line in a measured child process, and keep what was seen for the table."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

MEBIBYTE = 2**20
CHILD = Path(__file__).with_name("measured_child.py")

GOOD = """# Service Level Agreement

## 1. Services

The Supplier shall answer each call promptly.
"""
"""A draft in which one word must be found, whatever stands beside it."""

FOUND_IN_GOOD = ("WRD001", 5)
STOPPED = (-signal.SIGXCPU, -signal.SIGKILL)
"""Codes of a run that its limits ended: a net for what never ends, far above what a run takes."""


@dataclass(frozen=True)
class Ran:
    """What a run gave and took; ``cpu`` in seconds, ``peak`` in bytes."""

    code: int
    out: str
    err: str
    wall: float
    cpu: float
    peak: int

    @property
    def told(self) -> str:
        """All that was written."""
        return self.out + self.err

    @cached_property
    def files(self) -> dict[str, dict]:
        """The files of a JSON report by name."""
        return {one["file"]: one for one in json.loads(self.out)["files"]}

    def check(self, *, code: int | None = None, peak: int = 300) -> None:
        """Assert what holds of every run: it ended, with its code, below its MiB, no traceback."""
        assert self.code not in STOPPED, f"stopped after {self.cpu:.0f} s of CPU time"
        if code is not None:
            assert self.code == code, self.told[-2000:]
        assert "Traceback" not in self.told, self.told[-3000:]
        assert self.peak < peak * MEBIBYTE, f"{self.peak / MEBIBYTE:.0f} MiB"

    def error(self, file: str) -> str:
        """Give what was told of a file that could not be read."""
        (error,) = self.files[file]["errors"]
        assert error["kind"] != "internal", error
        return error["message"]

    def good_was_done(self, file: str = "good.md") -> None:
        """Assert that the good file beside the bad ones was linted as ever."""
        found = [(f["code"], f["line"]) for f in self.files[file]["findings"]]
        assert FOUND_IN_GOOD in found, found
        assert self.files[file]["errors"] == []


@dataclass(frozen=True)
class Case:
    """A file from hostile hands: what it is, its bytes, and what must come of it.

    ``told`` is part of the error that names it; None where it is read, and then ``finds`` are
    codes that must speak, with their lines.
    """

    what: str
    data: bytes | str
    told: str | None = None
    finds: tuple[tuple[str, int], ...] = ()

    def hold(self, ran: Ran, name: str) -> str:
        """Assert what must come of it; give what was seen."""
        if self.told is not None:
            message = ran.error(name)
            assert self.told in message, message
            assert ": " in message or ";" in message, f"says not what to do: {message}"
            return message
        answer = ran.files[name]
        assert answer["errors"] == []
        found = [(finding["code"], finding["line"]) for finding in answer["findings"]]
        assert set(self.finds) <= set(found), found
        return f"read, {len(found)} findings"

    @property
    def expected(self) -> str:
        """Say what must come of it."""
        if self.told is not None:
            return f'refused: "{self.told}"'
        return ", ".join(f"{code} on line {line}" for code, line in self.finds) or "read"


@dataclass
class Runner:
    """Runs the command line in a folder."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, data: bytes | str) -> Path:
        """Put a file into the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def lint(self, cases: dict[str, Case], **how: object) -> Ran:
        """Lint files in one run, a good one among them."""
        for name, case in cases.items():
            self.write(name, case.data)
        self.write("good.md", GOOD)
        return self("lint", ".", "-j", "1", "--format", "json", **how)

    def command(self, *arguments: str) -> list[str]:
        """Give the command line; any finding of a lint makes its code 1, unless told otherwise."""
        asked = [] if arguments[0] != "lint" or "--fail-on" in arguments else ["--fail-on", "info"]
        return [sys.executable, "-m", "clausewright", *arguments, *asked]

    def __call__(self, *arguments: str, **how: object) -> Ran:
        """Run the command line."""
        return self.execute(self.command(*arguments), **how)

    def code(self, code: str, *arguments: str, **how: object) -> Ran:
        """Run Python code."""
        return self.execute([sys.executable, "-c", code, *arguments], **how)

    def execute(
        self,
        command: list[str],
        *,
        memory: int = 3072,
        seconds: int = 120,
        file_size: int = 0,
        stdin: bytes = b"",
        stdout: object = None,
        environment: dict[str, str] | None = None,
    ) -> Ran:
        """Run a command; ``memory`` in MiB of address space, ``file_size`` in bytes."""
        with tempfile.TemporaryDirectory() as place:
            account = Path(place, "account")
            order = {
                "command": command, "account": str(account), "memory": memory * MEBIBYTE,
                "cpu": seconds, "wall": seconds * 2, "file_size": file_size,
            }  # fmt: skip
            with Path(place, "out").open("w+b") as out, Path(place, "err").open("w+b") as err:
                subprocess.run(
                    [sys.executable, "-I", "-S", str(CHILD), json.dumps(order)],
                    cwd=self.folder,
                    env={**self._environment(), **(environment or {})},
                    input=stdin,
                    stdout=stdout or out,
                    stderr=err,
                    check=True,
                )
                out.seek(0)
                err.seek(0)
                texts = [stream.read().decode("utf-8", "backslashreplace") for stream in (out, err)]
            return Ran(out=texts[0], err=texts[1], **json.loads(account.read_text()))

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAUSEW")}
        own = {"CLAUSEWRIGHT_CACHE_DIR": "", "PYTHONPATH": os.pathsep.join(sys.path)}
        return {**kept, **own, **self.environment}
