import os
import subprocess
import sys
from pathlib import Path

import pytest

from clausewright.files.compiled import CACHE_VARIABLE, cache_folder, compiled


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "compiled"


def counting():
    calls = []

    def read(source):
        calls.append(source)
        return {"text": source.decode(), "list": [1, 2.5, None, True, "é"]}

    return read, calls


def test_reads_once_and_gives_the_same_again(folder):
    read, calls = counting()
    first = compiled(b"a", "test 1", read)
    assert (
        compiled(b"a", "test 1", read) == first == {"text": "a", "list": [1, 2.5, None, True, "é"]}
    )
    assert calls == [b"a"]
    assert len(list(folder.iterdir())) == 1


def test_other_bytes_and_other_kinds_are_other_entries(folder):
    read, calls = counting()
    compiled(b"a", "test 1", read)
    compiled(b"b", "test 1", read)
    compiled(b"a", "test 2", read)
    assert len(calls) == 3


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[:-3],
        lambda content: content.replace(b'"a"', b'"x"'),
        lambda _: b"\xff\x00" * 40,
        lambda content: content.partition(b"\n")[2],
    ],
)
def test_a_damaged_entry_counts_as_absent_and_is_mended(folder, damage):
    read, calls = counting()
    whole = compiled(b"a", "test 1", read)
    (entry,) = folder.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert compiled(b"a", "test 1", read) == whole
    assert compiled(b"a", "test 1", read) == whole
    assert len(calls) == 2


def test_works_where_nothing_can_be_written(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv(CACHE_VARIABLE, str(blocked))
    read, calls = counting()
    assert compiled(b"a", "test 1", read)["text"] == "a"
    assert compiled(b"a", "test 1", read)["text"] == "a"
    assert len(calls) == 2


def test_an_empty_variable_keeps_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv(CACHE_VARIABLE, "")
    assert cache_folder() is None
    read, calls = counting()
    compiled(b"a", "test 1", read)
    compiled(b"a", "test 1", read)
    assert len(calls) == 2


def test_what_cannot_be_read_is_not_kept(folder):
    def refuse(source):
        raise ValueError("bad")

    with pytest.raises(ValueError, match="bad"):
        compiled(b"a", "test 1", refuse)
    assert not folder.exists()


def test_many_processes_may_write_one_entry(folder):
    code = (
        "from clausewright.files.compiled import compiled\n"
        "data = compiled(b'a' * 10, 'test 1', lambda source: [source.decode()] * 20_000)\n"
        "assert data == ['a' * 10] * 20_000\n"
    )
    environment = {**os.environ, CACHE_VARIABLE: str(Path(folder).parent)}
    running = [subprocess.Popen([sys.executable, "-c", code], env=environment) for _ in range(4)]
    assert [one.wait() for one in running] == [0, 0, 0, 0]
    assert len(list(folder.iterdir())) == 1
