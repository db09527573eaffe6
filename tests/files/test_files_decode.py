import pytest

from clausewright.files.decode import decode
from clausewright.model.errors import InputError


def test_utf8_with_and_without_mark():
    assert decode("a", "caf\u00e9".encode()).text == "caf\u00e9"
    assert decode("a", b"\xef\xbb\xbfx").text == "x"
    assert decode("a", b"").text == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_and_utf32_are_read_with_a_note(encoding):
    text = "The Supplier shall respond within 4 hours."
    data = text.encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    found = decode("a", data)
    assert found.text == text
    assert found.notes


def test_windows_prose_is_read_and_noted():
    found = decode(
        "a",
        "The \u201cSupplier\u201d shall pay \u2013 at once \u2013 the caf\u00e9.".encode("cp1252"),
    )
    assert found.text == "The \u201cSupplier\u201d shall pay \u2013 at once \u2013 the caf\u00e9."
    assert "byte 5 (0x93)" in found.notes[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"one\ntwo \x81\xfe", "byte 9 (0x81) is not UTF-8"),
        (bytes(range(128, 256)) * 3, "byte 1 (0x80) is not UTF-8"),
        (b"one\x00two three", "character 4 is NUL"),
        (b"%PDF-1.7", "a PDF file"),
        (b"{\\rtf1", "a rich text"),
        (b"PK\x03\x04xx", "a zip archive"),
        (b"\xd0\xcf\x11\xe0", "old binary Office file"),
        (b"\xff\xfea", "is not UTF-16"),
    ],
)
def test_other_bytes_are_refused_with_place_and_mend(data, words):
    with pytest.raises(InputError) as caught:
        decode("draft.txt", data)
    assert words in str(caught.value)
    assert caught.value.where == "draft.txt"


def test_the_line_of_a_bad_byte_is_told():
    with pytest.raises(InputError) as caught:
        decode("draft.txt", b"one\ntwo \x81")
    assert caught.value.line == 2
