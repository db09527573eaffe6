"""What goes wrong stands in failures, and the rest is done."""

import os
import signal
import subprocess
import sys
import time
import warnings
import zipfile

import pytest
from audit_corpus import audit, audited, environment, make_folder, rows, sla

from clausewright.audit import run as audit_run
from clausewright.audit.engines import local
from clausewright.audit.record import audit_chunk
from clausewright.audit.sources import interface
from clausewright.cli import audit as command


def failures(folder):
    return {row["document"]: row["message"] for row in rows(folder, "failures")}


def test_bad_documents_fail_alone(tmp_path):
    folder = make_folder(tmp_path / "drafts", 4)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 cut short")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    audited(folder, tmp_path / "out")
    assert set(failures(tmp_path / "out")) == {"broken.docx", "binary.txt"}
    assert len(rows(tmp_path / "out", "documents")) == 4


def test_a_hostile_archive_fails_entry_by_entry(tmp_path):
    path = tmp_path / "drafts.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("good.md", sla(1))
        archive.writestr("../../climbs.md", sla(2))
        archive.writestr("/absolute.md", sla(3))
        archive.writestr("bomb.txt", b"\0" * (8 * 2**20))
        archive.writestr("inner.zip", b"no document")
        archive.writestr("odd.md", sla(4), compress_type=zipfile.ZIP_BZIP2)
        archive.writestr("twice.md", sla(5))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr("twice.md", sla(6))
        archive.writestr("damaged.md", sla(7), compress_type=zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[data.rindex(b"# Service Level Agreement")] ^= 0xFF  # of the entry stored as it is
    path.write_bytes(bytes(data))
    audited(path, tmp_path / "out")
    told = failures(tmp_path / "out")
    assert set(told) == {"bomb.txt", "odd.md", "twice.md", "damaged.md"}
    assert "would grow" in told["bomb.txt"]
    assert "packed" in told["odd.md"]
    assert "damaged" in told["damaged.md"]
    names = [row["document"] for row in rows(tmp_path / "out", "documents")]
    assert names == ["../../climbs.md", "/absolute.md", "good.md", "twice.md"]
    written = {p.name for p in tmp_path.rglob("*") if p.is_file()}
    assert not [name for name in written if name.endswith(".md")]
    assert not (tmp_path.parent.parent / "climbs.md").exists()


def test_what_is_no_archive_is_refused(tmp_path):
    path = tmp_path / "drafts.zip"
    path.write_bytes(b"PK\x03\x04 cut short")
    done = audit(path, "-o", tmp_path / "out", code=2)
    assert "neither a folder nor a whole zip archive" in done.output


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_not_followed_out_of_the_folder(tmp_path):
    outside = make_folder(tmp_path / "outside", 2)
    folder = make_folder(tmp_path / "drafts", 2)
    (folder / "stray.md").symlink_to(outside / "sla-000.md")
    (folder / "strays").symlink_to(outside)
    (folder / "own.md").symlink_to(folder / "sla-000.md")
    (folder / "loop").symlink_to(folder)
    audited(folder, tmp_path / "out")
    assert set(failures(tmp_path / "out")) == {"stray.md", "strays"}
    names = [row["document"] for row in rows(tmp_path / "out", "documents")]
    assert names == ["deep/sla-001.md", "own.md", "sla-000.md"]


def test_a_document_beyond_the_limit_fails(tmp_path, monkeypatch):
    monkeypatch.setattr(interface, "LARGEST", 5_000)
    folder = make_folder(tmp_path / "drafts", 2)
    (folder / "long.md").write_text(sla(1) * 20)
    audited(folder, tmp_path / "out")
    assert set(failures(tmp_path / "out")) == {"long.md"}


def dying(chunk):
    """Stand for a worker that the system ends over one document."""
    if any(b"ends its reader" in item.data for item in chunk.items):
        os._exit(9)
    return audit_chunk(chunk)


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in reaches workers by fork only")
def test_a_document_that_ends_its_reader_fails_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(local, "audit_chunk", dying)
    folder = make_folder(tmp_path / "drafts", 9)
    (folder / "deadly.md").write_text("This text ends its reader.\n")
    audited(folder, tmp_path / "out")
    assert failures(tmp_path / "out") == {"deadly.md": audit_run.DIED}
    assert len(rows(tmp_path / "out", "documents")) == 9
    monkeypatch.undo()
    audited(folder, tmp_path / "out")  # it may have been the machine: the next run tries again
    assert failures(tmp_path / "out") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_run_goes_on(tmp_path):
    folder = make_folder(tmp_path / "drafts", 96, longer=60)
    expected = audited(folder, tmp_path / "whole")
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "clausewright", "audit", folder, "-o", out, "-j", "1", "--isolated"],
        env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    end = time.monotonic() + 60
    while not list(out.glob("parts/*.zip")) and time.monotonic() < end:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = len(list(out.glob("parts/*.zip")))
    assert 0 < done < len(list((tmp_path / "whole" / "parts").glob("*.zip")))
    assert not (out / "documents.parquet").exists()
    refused = audit("--summary", out, code=2)
    assert "not finished" in refused.output
    assert audited(folder, out) == expected


def test_a_damaged_part_is_done_again(tmp_path):
    folder = make_folder(tmp_path / "drafts", 4)
    out = tmp_path / "out"
    expected = audited(folder, out)
    first, second, *_ = sorted((out / "parts").glob("*.zip"))
    first.write_bytes(first.read_bytes()[:-30])
    data = bytearray(second.read_bytes())
    data[60] ^= 0xFF
    second.write_bytes(bytes(data))
    assert audited(folder, out) == expected


def test_two_runs_do_not_write_into_one_folder(tmp_path):
    folder = make_folder(tmp_path / "drafts", 2)
    hold = (
        "import pathlib, sys\nfrom clausewright.audit.lock import locked\n"
        "with locked(pathlib.Path(sys.argv[1])):\n    print('held', flush=True)\n    input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, tmp_path / "out"],
        env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as other:  # fmt: skip
        assert other.stdout.readline() == b"held\n"
        done = audit(folder, "-o", tmp_path / "out", code=2)
        other.communicate(b"\n")
    assert "another audit writes into this folder" in done.output
    audited(folder, tmp_path / "out")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere", "-o", "out"], "no such folder, zip archive or URL"),
        ([".", "--engine", "local"], "-o FOLDER"),
        (["nosuch://place", "-o", "out"], "nosuch"),
        (["memory://nothing-there", "-o", "out"], "nothing is there"),
        (["--summary", "."], "holds no audit"),
        ([".", "-o", "out", "--cluster", "host:1"], "joins no cluster"),
    ],
)
def test_usage_is_told_in_one_line(tmp_path, monkeypatch, arguments, told):
    monkeypatch.chdir(tmp_path)
    done = audit(*arguments, code=2)
    assert told in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("package", "arguments", "extra"),
    [
        ("pyarrow", [".", "-o", "out"], "clausewright[audit]"),
        ("fsspec", ["memory://x", "-o", "out"], "clausewright[audit]"),
        ("distributed", [".", "-o", "out", "--engine", "dask"], "clausewright[dask]"),
        ("ray", [".", "-o", "out", "--engine", "ray"], "clausewright[ray]"),
    ],
)
def test_a_missing_extra_is_named(tmp_path, monkeypatch, package, arguments, extra):
    monkeypatch.chdir(tmp_path)
    known = command.find_spec

    def without(name):
        return None if name == package else known(name)

    monkeypatch.setattr(command, "find_spec", without)
    monkeypatch.setattr("clausewright.audit.engines.find_spec", without)
    assert extra in audit(*arguments, code=2).output
