"""Places that lead in circles, wait for ever, vanish or carry odd names."""

import json
import os
import threading
import time

import pytest
from hostile_runs import GOOD

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")


def test_links_pipes_and_devices_in_a_walk(run, row):
    run.write("good.md", GOOD)
    (run.folder / "loop").symlink_to(".")
    (run.folder / "self.md").symlink_to("self.md")
    (run.folder / "gone.md").symlink_to("nowhere.md")
    (run.folder / "null.md").symlink_to("/dev/zero")
    os.mkfifo(run.folder / "pipe.md")
    ran = run("lint", ".", "--format", "json", seconds=20)
    ran.check(code=1, peak=120)
    ran.good_was_done()
    assert list(ran.files) == ["good.md"]
    row("links in a circle, a pipe, /dev/zero in a walk", "passed by", "passed by", ran)
    ran = run(
        "lint",
        "self.md",
        "gone.md",
        "null.md",
        "pipe.md",
        "good.md",
        "--format",
        "json",
        seconds=20,
    )
    ran.check(code=2, peak=120)
    ran.good_was_done()
    for name in ("self.md", "gone.md", "null.md", "pipe.md"):
        row(f"{name} named", "told at once", ran.error(name))


def test_a_thousand_folders_deep(run, row):
    here = run.folder
    for _ in range(100):
        here = here / "d"
    here.mkdir(parents=True)
    (here / "good.md").write_text(GOOD)
    ran = run("lint", ".", "--format", "json")
    ran.check(code=1, peak=120)
    ran.good_was_done("d/" * 100 + "good.md")
    row("100 folders deep", "read", "read", ran)


def test_files_that_vanish_and_appear_while_they_are_read(run, row):
    for number in range(60):
        run.write(f"d{number:02}.md", GOOD * 20)
    run.write("zz-good.md", GOOD)
    stop = threading.Event()

    def stir():
        while not stop.is_set():
            for number in range(1, 60, 2):
                path = run.folder / f"d{number:02}.md"
                path.unlink(missing_ok=True)
                time.sleep(0.002)
                path.write_text(GOOD)

    thread = threading.Thread(target=stir)
    thread.start()
    try:
        ran = run("lint", ".", "-j", "1", "--format", "json")
    finally:
        stop.set()
        thread.join()
    ran.check(peak=200)
    ran.good_was_done("zz-good.md")
    kinds = {error["kind"] for file in ran.files.values() for error in file["errors"]}
    assert kinds <= {"unreadable", "missing"}
    row("files that vanish while a folder is linted", "told, others done", f"{sorted(kinds)}", ran)


NAMES = (
    "a b.md", "-n.md", "--help.md", "'quote\".md", "$(id).md", "new\nline.md", "tab\t.md",
    "\u202etxt.md", "caf\u00e9 \u4e2d.md", "\x1b[31m.md", "::error::x.md", "=1+1.md",
    "a" * 250 + ".md",
    "<b>.md", "%0A.md", "..md", "bad\udcff.md",
)  # fmt: skip


@pytest.mark.parametrize("form", ["json", "full", "github", "csv", "sarif", "html", "junit"])
def test_odd_names_of_files(run, row, form):
    for name in NAMES:
        run.write(name, GOOD)
    ran = run("lint", ".", "--format", form)
    ran.check(code=1, peak=250)
    count = len([name for name in NAMES if not name.startswith(".")])
    if form == "json":
        assert len(json.loads(ran.out)["files"]) == count
    lines = ran.out.splitlines()
    assert not [line for line in lines if line.startswith("::error::x")]
    assert form != "csv" or not [line for line in lines if line.startswith("=1+1")]
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "<b>.md" not in ran.out or form not in ("html", "junit", "sarif")
    row(f"{count} odd names of files, {form}", "escaped, all linted", f"code {ran.code}", ran)
