"""A disk that fills up, a file that cannot be replaced, a kill: never half a document."""

import os
import signal
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausewright.cli import main

EXTERNAL = str(Path(__file__).parents[2] / "examples" / "external-sla.yaml")
OLD = b"the old draft"
posix = pytest.mark.skipif(os.name != "posix", reason="limits and signals of POSIX")


@pytest.fixture
def old(tmp_path) -> Path:
    path = tmp_path / "a.docx"
    path.write_bytes(OLD)
    return path


def build(path: Path):
    return CliRunner().invoke(main, ["build", EXTERNAL, "-o", str(path), "--force"])


def child(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(("owner", "name"), [(os, "fsync"), (Path, "replace")])
def test_a_fault_at_the_last_step_keeps_the_old_file(old, monkeypatch, owner, name):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(owner, name, full)
    done = build(old)
    assert done.exit_code == 2
    assert "No space left" in done.stderr
    assert old.read_bytes() == OLD
    monkeypatch.undo()
    assert [path.name for path in old.parent.iterdir()] == [old.name]


@posix
def test_a_limit_on_the_size_of_files_keeps_the_old_file(old):
    done = child(
        """
        import resource, signal, sys
        from clausewright.cli import program
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        sys.argv = ["clausewright", "build", sys.argv[1], "-o", sys.argv[2], "--force"]
        program()
        """,
        EXTERNAL,
        old,
    )
    assert done.returncode == 2, done.stderr
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert old.read_bytes() == OLD
    assert [path.name for path in old.parent.iterdir()] == [old.name]


@posix
@pytest.mark.parametrize("step", ["fsync", "write"])
def test_a_kill_during_the_write_keeps_the_old_file(old, step):
    done = child(
        """
        import os, signal, sys
        from pathlib import Path
        from clausewright.cli import program

        def die(*_arguments):
            os.kill(os.getpid(), signal.SIGKILL)

        class Torn:
            def __init__(self, stream):
                self.stream = stream
            def __enter__(self):
                return self
            def __exit__(self, *_fault):
                return None
            def write(self, data):
                self.stream.write(data[:1000])
                self.stream.flush()
                die()

        opened = Path.open
        def open_torn(path, mode="r", *rest, **named):
            stream = opened(path, mode, *rest, **named)
            return Torn(stream) if mode == "xb" else stream

        if sys.argv[3] == "fsync":
            os.fsync = die
        else:
            Path.open = open_torn
        sys.argv = ["clausewright", "build", sys.argv[1], "-o", sys.argv[2], "--force"]
        program()
        """,
        EXTERNAL,
        old,
        step,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert old.read_bytes() == OLD
    (left,) = [path for path in old.parent.iterdir() if path != old]
    assert left.name.startswith(".a.docx.")  # a hidden remnant, never under the name asked for
    assert build(old).exit_code == 0
    assert zipfile.is_zipfile(old)


@posix
def test_the_first_file_of_two_stays_whole_when_the_second_does_not_fit(tmp_path):
    small, large = tmp_path / "a.openslo.yaml", tmp_path / "a.docx"
    done = child(
        """
        import resource, signal, sys
        from clausewright.cli import program
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))
        sys.argv = ["clausewright", "build", sys.argv[1], "-o", sys.argv[2], "-o", sys.argv[3]]
        program()
        """,
        EXTERNAL,
        small,
        large,
    )
    assert done.returncode == 2, done.stderr
    assert small.read_text("utf-8").startswith("apiVersion: openslo/v1")
    assert not large.exists()
    assert [path.name for path in tmp_path.iterdir()] == [small.name]
