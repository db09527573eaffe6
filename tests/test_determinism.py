"""The same bytes out, however a run is made: processes, hash seed, time zone, locale, cache.

What ``build`` writes is held by ``tests/checking/test_checking_same_bytes.py``.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORMATS = {
    "text": ["--format", "full"],
    "json": ["--format", "json"],
    "sarif": ["--format", "sarif"],
    "html": ["--format", "html"],
    "csv": ["--format", "csv"],
}
PLAIN = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
OTHERS = {
    "another hash seed": ({"PYTHONHASHSEED": "4711"}, ["-j", "1"]),
    "another time zone": ({"TZ": "Pacific/Kiritimati"}, ["-j", "1"]),
    "the C locale": ({"LC_ALL": "C", "PYTHONUTF8": "1"}, ["-j", "1"]),
    "two processes": ({"PYTHONHASHSEED": "99"}, ["-j", "2"]),
    "a cache, empty": ({"CLAUSEWRIGHT_CACHE_DIR": "cache"}, ["-j", "1"]),
    "a cache, full": ({"CLAUSEWRIGHT_CACHE_DIR": "cache"}, ["-j", "2"]),
}


@pytest.fixture(scope="module")
def drafts(tmp_path_factory) -> Path:
    """The poor draft, the set, and a built example as Markdown and Word."""
    folder = tmp_path_factory.mktemp("drafts")
    work = folder / "work"
    work.mkdir()
    shutil.copy(ROOT / "examples" / "poor-draft.md", work)
    shutil.copytree(ROOT / "examples" / "set", work / "set")
    picks = str(ROOT / "examples" / "hosting-sla.yaml")
    built = ["build", picks, "-q", "-o", "work/hosting.md", "-o", "work/hosting.docx"]
    run(folder, built, PLAIN)
    return folder


def run(folder: Path, arguments: list[str], environment: dict[str, str]) -> bytes:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAUSEW")}
    own = {**kept, "CLAUSEWRIGHT_CACHE_DIR": "", **PLAIN, **environment}
    done = subprocess.run(
        [sys.executable, "-m", "clausewright", *arguments],
        cwd=folder, env=own, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def reports(folder: Path, environment: dict[str, str], more: list[str]) -> dict[str, bytes]:
    """Give the report in each format; all but the first are written beside it in one run."""
    outputs = [f"{name}=out.{name}" for name in FORMATS if name != "text"]
    asked = [word for output in outputs for word in ("-o", output)]
    shown = run(folder, ["lint", "work", *FORMATS["text"], *asked, *more], environment)
    written = {name: (folder / f"out.{name}").read_bytes() for name in FORMATS if name != "text"}
    return {"text": shown, **written}


@pytest.fixture(scope="module")
def plain(drafts) -> dict[str, bytes]:
    return reports(drafts, {}, ["-j", "1"])


@pytest.mark.parametrize("other", OTHERS)
def test_the_same_bytes_under(drafts, plain, other):
    environment, more = OTHERS[other]
    assert reports(drafts, environment, more) == plain


def test_the_reports_say_something(plain):
    assert plain["json"].count(b'"code"') > 30
    assert b"poor-draft.md:" in plain["text"]


@pytest.mark.parametrize("command", [["lint", "-o", "reviewed.docx"], ["fix", "-o", "fixed.docx"]])
def test_word_files_are_the_same_bytes(drafts, command):
    """No date is written unless it is given."""
    written = []
    for environment in ({"PYTHONHASHSEED": "5"}, {"PYTHONHASHSEED": "6", "TZ": "Asia/Kolkata"}):
        run(drafts, [command[0], "work/hosting.docx", *command[1:], "-q"], environment)
        written.append((drafts / command[2]).read_bytes())
    assert written[0] == written[1]
