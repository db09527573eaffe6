import os
import stat
import sys
import threading

import pytest

from clausewright.files.write import write_atomic
from clausewright.model.errors import OutputError


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "a.txt"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_is_there_stays_unless_told(tmp_path):
    path = tmp_path / "a.txt"
    write_atomic(path, b"one", overwrite=False)
    with pytest.raises(OutputError, match="is there already"):
        write_atomic(path, b"two", overwrite=False)
    assert path.read_bytes() == b"one"
    assert len(list(tmp_path.iterdir())) == 1


def test_places_that_cannot_be_written_are_told(tmp_path):
    with pytest.raises(OutputError, match="this is a folder"):
        write_atomic(tmp_path, b"")
    with pytest.raises(OutputError, match=r"folder .*missing does not exist"):
        write_atomic(tmp_path / "missing" / "a.txt", b"")


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"a\.txt: .*No space left on device"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_permissions_stay(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomic(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_stays_a_link(tmp_path):
    real = tmp_path / "real.txt"
    real.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_reader_never_sees_a_part(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"0" * 200_000)
    torn = []
    stop = threading.Event()

    def read():
        while not stop.is_set():
            content = path.read_bytes()
            if len(set(content)) != 1 or len(content) != 200_000:
                torn.append(len(content))

    reader = threading.Thread(target=read)
    reader.start()
    for digit in b"123456789" * 5:
        write_atomic(path, bytes([digit]) * 200_000)
    stop.set()
    reader.join()
    assert torn == []


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path):
    (tmp_path / "a.md").write_text("mine")
    for place in ("a.md/x.json", "a.md/b/x.json"):
        with pytest.raises(OutputError, match=r"a\.md is a file, not a folder: name another place"):
            write_atomic(tmp_path / place, b"x")
    assert (tmp_path / "a.md").read_text() == "mine"


def test_a_link_that_leads_to_itself_is_told(tmp_path):
    (tmp_path / "a.md").symlink_to("b.md")
    (tmp_path / "b.md").symlink_to("a.md")
    with pytest.raises(OutputError, match="this link leads to itself"):
        write_atomic(tmp_path / "a.md", b"x")
    assert (tmp_path / "a.md").is_symlink()
