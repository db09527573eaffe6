"""Outputs that cannot be written, are cut short or killed: told, and what stood there stays."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from hostile_runs import GOOD

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and signals of POSIX")
UNWRITABLE = "/proc/clausewright"  # takes no file, whoever asks
WHOLE = '{"files": "as they were"}'


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that takes no file")
@pytest.mark.parametrize("suffix", ["json", "sarif", "csv", "html", "docx"])
def test_a_report_that_cannot_be_written_is_told(run, row, suffix):
    run.write("good.md", GOOD)
    form = [] if suffix == "docx" else ["--format", "concise"]
    ran = run("lint", "good.md", *form, "-o", f"{UNWRITABLE}.{suffix}")
    ran.check(code=2, peak=150)
    assert f"{UNWRITABLE}.{suffix}" in ran.err
    assert [path.name for path in run.folder.iterdir()] == ["good.md"]
    row(f"a report goes to a place that takes none, {suffix}", "told, code 2", ran.err.strip(), ran)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that takes no file")
def test_a_fixed_draft_that_cannot_be_written_is_told(run, row):
    run.write("good.md", GOOD.replace("call", "call call"))
    ran = run("fix", "good.md", "-o", f"{UNWRITABLE}.md", "--unsafe")
    ran.check(code=2, peak=150)
    assert "good.md" in ran.err
    assert (run.folder / "good.md").read_text("utf-8") == GOOD.replace("call", "call call")
    row("fix -o goes to a place that takes none", "told, the draft as it was", ran.err.strip(), ran)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that takes no file")
@pytest.mark.parametrize("suffix", ["md", "docx", "html", "json"])
def test_an_agreement_that_cannot_be_written_is_told(run, row, picks, suffix):
    run.write("picks.yaml", picks)
    ran = run("build", "picks.yaml", "-o", f"{UNWRITABLE}.{suffix}", "-q")
    ran.check(code=2, peak=200)
    assert f"{UNWRITABLE}.{suffix}" in ran.err
    row(f"build -o goes to a place that takes none, {suffix}", "told, code 2", ran.err.strip(), ran)


@pytest.mark.parametrize("output", ["report.json", "report.sarif", "report.csv"])
def test_a_disk_that_fills_leaves_the_report_before(run, row, output):
    for number in range(20):
        run.write(f"draft{number}.md", GOOD)
    run.write(output, WHOLE)
    ran = run("lint", ".", "-j", "1", "-o", output, "--no-cache", file_size=2_000)
    ran.check(code=2, peak=200)
    assert output in ran.err
    assert "File too large" in ran.err
    assert (run.folder / output).read_text("utf-8") == WHOLE
    drafts = {f"draft{number}.md" for number in range(20)}
    assert {path.name for path in run.folder.iterdir()} == {*drafts, output}
    row(f"the disk fills, {output}", "told; the report before stays", ran.err.strip(), ran)


def test_a_disk_that_fills_leaves_the_agreement_before(run, row, picks):
    run.write("picks.yaml", picks)
    run.write("built.md", WHOLE)
    ran = run("build", "picks.yaml", "-o", "built.md", "--force", "-q", file_size=2_000)
    ran.check(code=2, peak=200)
    assert "File too large" in ran.err
    assert (run.folder / "built.md").read_text("utf-8") == WHOLE
    assert {path.name for path in run.folder.iterdir()} == {"picks.yaml", "built.md"}
    row("the disk fills, build", "told; the agreement before stays", ran.err.strip(), ran)


def test_a_disk_that_fills_leaves_the_draft_before(run, row):
    text = GOOD + "\n".join(f"The the Supplier shall pay {n} fees.\n" for n in range(200))
    run.write("draft.md", text)
    ran = run("fix", "draft.md", file_size=2_000)
    ran.check(code=2, peak=200)
    assert "File too large" in ran.err
    assert (run.folder / "draft.md").read_text("utf-8") == text
    assert [path.name for path in run.folder.iterdir()] == ["draft.md"]
    row("the disk fills, fix", "told; the draft as it was", ran.err.strip(), ran)


def test_a_run_killed_at_any_moment_leaves_a_whole_report(run, row):
    """SIGKILL cannot be caught: what stands where the report goes is old or new, never half."""
    for number in range(30):
        run.write(f"draft{number}.md", f"{GOOD}\nDraft {number}.\n")
    run.write("report.json", WHOLE)
    command = run.command("lint", ".", "-j", "1", "--no-cache", "-o", "report.json")
    seen = []
    for pause in (0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0, 1.3):
        process = subprocess.Popen(
            command, cwd=run.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        files = json.loads((run.folder / "report.json").read_text("utf-8"))["files"]
        seen.append("old" if files == "as they were" else len(files))
        assert seen[-1] in ("old", 30)
    assert seen[0] == "old"  # it was killed before its end
    ran = run(*command[3:])
    ran.check(code=1, peak=200)
    assert len(json.loads((run.folder / "report.json").read_text("utf-8"))["files"]) == 30
    row("killed (-9) at eight moments", "the report is old or new", str(seen), ran)
