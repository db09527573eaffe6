import io
import struct
import zipfile

import pytest

from clausewright.files.archive import Archive, Limits
from clausewright.model.errors import InputError
from word_files import pack


def refused(data, limits=None):
    with pytest.raises(InputError) as caught:
        Archive("a.zip", data, limits)
    return str(caught.value)


def test_entries_are_read_in_order():
    archive = Archive("a.zip", pack({"b": b"2", "a": b"1"}))
    assert archive.names == ("b", "a")
    assert archive.read("a") == b"1"
    assert "a" in archive
    assert "c" not in archive


def test_sizes_are_checked_before_anything_is_inflated(monkeypatch):
    data = pack({"bomb": bytes(20 * 2**20)})
    assert len(data) < 65 * 2**10
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("inflated"))
    assert 'a.zip: the archive is refused, "bomb" would grow from' in refused(data)


def test_limits_hold():
    many = pack({f"e{i}": b"" for i in range(12)})
    assert "it holds 12 entries; 10 are allowed" in refused(many, Limits(entries=10))
    two = pack({"a": bytes(600), "b": bytes(600)})
    assert "it would inflate to 1.2 KiB" in refused(two, Limits(total_size=1000))
    assert '"a" would inflate to 0.6 KiB' in refused(two, Limits(entry_size=500))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["word/document.xml", "Word/Document.xml"])
def test_duplicate_entries_are_refused(second):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "one")
        archive.writestr(second, "two")
    assert f'it holds "{second}" twice' in refused(target.getvalue())


def test_encrypted_entries_are_refused():
    data = bytearray(pack({"a": b"secret"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert "encrypted zip archive: remove the password" in refused(bytes(data))


def test_an_unusual_packing_is_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", "x" * 100)
    assert '"a" is packed in a way Word does not use' in refused(target.getvalue())


@pytest.mark.parametrize("cut", [30, 60, 100])
def test_a_truncated_archive_is_refused(cut):
    data = pack({"a": b"x" * 100, "b": b"y" * 100})
    assert "cut short or damaged" in refused(data[:cut])


def test_an_entry_that_lies_about_its_size_is_refused_when_read():
    data = bytearray(pack({"a": b"x" * 5000}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 100)
    data[22:26] = struct.pack("<I", 100)
    archive = Archive("a.zip", bytes(data))
    with pytest.raises(InputError, match=r'damaged at "a"'):
        archive.read("a")


def test_a_rewritten_archive_keeps_what_is_not_changed():
    data = pack({"a": b"1", "b": b"2"})
    archive = Archive("a.zip", data)
    once = archive.rewritten({"b": b"three", "c": b"4"})
    assert once == archive.rewritten({"b": b"three", "c": b"4"})
    with zipfile.ZipFile(io.BytesIO(once)) as found:
        assert {n: found.read(n) for n in found.namelist()} == {"a": b"1", "b": b"three", "c": b"4"}
        assert found.infolist()[0].date_time == (2024, 1, 1, 0, 0, 0)
        assert found.infolist()[2].date_time == (1980, 1, 1, 0, 0, 0)


def contents(data):
    """The entries of an archive, or why it is refused."""
    try:
        archive = Archive("a.zip", data)
        return {name: archive.read(name) for name in archive.names}
    except InputError as error:
        return str(error)


@pytest.mark.parametrize("place", range(0, 46, 2))
def test_a_broken_directory_gives_no_wrong_content(place):
    entries = {"a": b"x" * 500, "b": b"y" * 500}
    data = bytearray(pack(entries))
    directory = data.index(b"PK\x01\x02")
    data[directory + place : directory + place + 2] = b"\xff\xff"
    found = contents(bytes(data))
    if isinstance(found, str):
        assert found.startswith("a.zip: ")
    else:
        assert set(found.values()) <= set(entries.values())
