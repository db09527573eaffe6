"""Streams closed, full or cut off, interrupts, locales: told in a line, nothing left over."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hostile_runs import FOUND_IN_GOOD, GOOD

pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams and signals of POSIX")
FULL = Path("/dev/full")
full = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")


def shell(run, redirection, *arguments):
    """Run the command line with its streams redirected by a shell."""
    words = " ".join(f"'{word}'" for word in run.command(*arguments))
    return run.execute(["sh", "-c", f"{words} {redirection}"])


@full
@pytest.mark.parametrize("form", ["full", "json", "sarif", "html"])
def test_a_full_standard_output_is_told(run, row, form):
    run.write("good.md", GOOD)
    with FULL.open("wb") as stream:
        ran = run("lint", "good.md", "--format", form, stdout=stream)
    ran.check(code=2, peak=120)
    assert "error: standard output: no space left on device" in ran.err
    row(f"standard output is full, {form}", "code 2, told", ran.err.strip(), ran)


@full
def test_a_device_is_written_to_and_never_replaced(run, row):
    run.write("good.md", GOOD)
    ran = run("lint", "good.md", "-o", f"json={FULL}")
    ran.check(code=2)
    assert FULL.is_char_device()
    assert "No space left on device" in ran.err
    row("-o names a device", "the device stays one; code 2", ran.err.strip(), ran)


@pytest.mark.parametrize(
    ("place", "told"), [("good.md/report.json", "is a file, not a folder"), ("folder", "folder")]
)
def test_a_place_that_takes_no_file_is_told(run, row, place, told):
    run.write("good.md", GOOD)
    run.write("folder/kept.txt", "as it was")
    ran = run("lint", "good.md", "-o", f"json={place}")
    ran.check(code=2)
    assert told in ran.err
    assert (run.folder / "good.md").read_text("utf-8") == GOOD
    assert [path.name for path in (run.folder / "folder").iterdir()] == ["kept.txt"]
    row(f"-o names {place}", "told, code 2, nothing touched", ran.err.strip(), ran)


def test_closed_streams_are_no_fault(run, row):
    run.write("good.md", GOOD)
    for redirection, code in ((">&-", 1), ("2>&-", 1), (">&- 2>&- <&-", 1)):
        ran = shell(run, redirection, "lint", "good.md", "--format", "concise")
        ran.check(code=code)
        row(f"streams closed: {redirection}", f"code {code}", f"code {ran.code}", ran)
    ran = shell(run, "<&-", "lint", "-", "--fail-on", "never", "--format", "concise")
    ran.check(code=0)
    assert "SUP004" in ran.out
    row("standard input closed", "read as empty", ran.out.splitlines()[0], ran)


def test_a_reader_that_goes_away_is_no_fault(run, row):
    run.write("good.md", GOOD * 3000)
    ran = shell(run, "| head -n 1", "lint", "good.md", "--format", "concise")
    ran.check(code=0)
    assert ran.out.count("\n") == 1
    assert ran.err == ""
    row("the reader of a pipe goes away", "nothing told", f"{ran.err!r}", ran)


def test_without_terminal_in_the_c_locale(run, row):
    run.write("good.md", GOOD.replace("call", "“café” call"))
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TERM": "dumb"}
    ran = run("lint", "good.md", environment=plain)
    ran.check(code=1)
    assert "\\u201ccaf\\xe9\\u201d" in ran.out
    row("the C locale, no terminal", "what it cannot show is escaped", f"code {ran.code}", ran)


def test_a_working_folder_that_is_gone_is_told(run, row):
    words = " ".join(f"'{word}'" for word in run.command("lint"))
    ran = run.execute(["sh", "-c", f"mkdir gone && cd gone && rmdir ../gone && {words}"])
    ran.check(code=2)
    assert "the working folder: no such file or directory" in ran.err
    row("the working folder is gone", "told, code 2", ran.err.strip(), ran)


def started(run, jobs):
    """Start a long run; wait until its work has begun.

    A shell lets what it starts in the background ignore SIGINT, and so would all that we start.
    """
    for number in range(6):
        run.write(f"d{number}.md", GOOD * 12_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "clausewright", "lint", ".", "-j", jobs, "--format", "json"],
        cwd=run.folder, env=run._environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  (no threads here)
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and len(alive(process.pid)) < (1 if jobs == "1" else 3):
        time.sleep(0.05)
    time.sleep(0.5)
    assert process.poll() is None, process.stderr.read()
    return process


def alive(group):
    """Give the processes of a group that still run."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,pgid=,stat="], capture_output=True, text=True, check=True
    ).stdout
    rows = (line.split() for line in listed.splitlines())
    return [pid for pid, pgid, state in rows if int(pgid) == group and "Z" not in state]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_a_run_that_is_broken_off_leaves_nothing(run, row, jobs, number, code):
    process = started(run, jobs)
    (os.killpg if number is signal.SIGINT else os.kill)(process.pid, number)
    _, told = process.communicate(timeout=120)
    assert process.returncode == code
    assert "Traceback" not in told
    if number is signal.SIGINT:
        assert told == "interrupted\n"
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and alive(process.pid):
        time.sleep(0.05)
    assert alive(process.pid) == []
    row(f"{signal.Signals(number).name} with -j {jobs}", f"code {code}, no process left", told)


def test_what_no_one_thought_of_is_one_line(run, row):
    """A fault outside of rules and readers; the program's own net, not that of the engine."""
    run.write("good.md", GOOD)
    code = (
        "import sys, clausewright.cli.lint as lint, clausewright.cli as cli\n"
        "def broken(*_): raise LookupError('boo')\n"
        "lint._Lint.run = broken\n"
        "sys.argv = ['clausewright', 'lint', 'good.md']\ncli.program()\n"
    )
    ran = run.code(code)
    ran.check(code=2)
    assert ran.err.startswith("error: internal: clausewright failed: LookupError: boo")
    row("a fault of our own outside the engine", "one line, code 2", ran.err.strip(), ran)


def test_a_good_run_finds_what_it_shall(run):
    run.write("good.md", GOOD)
    ran = run("lint", "good.md", "--format", "json")
    ran.check(code=1, peak=120)
    assert FOUND_IN_GOOD in [(f["code"], f["line"]) for f in ran.files["good.md"]["findings"]]
