import hashlib
import io
import tracemalloc
import zipfile

import pytest

from clausewright.model.errors import InputError
from clausewright.word.kinds import require_zip
from clausewright.word.package import Package, relationships_part, resolve
from word_files import docx, p, pack, parts_of, relation, relationships

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
PLAIN = docx(p("One."))


def open_main(data):
    package = Package("a.docx", data)
    return package.xml(package.main)


def refused(data):
    with pytest.raises(InputError) as caught:
        open_main(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is empty"),
        (bytes(100), "nothing but zero bytes"),
        (b"<!DOCTYPE html><html><body>x", "a web page (HTML) under a Word name"),
        (b"\xef\xbb\xbf<html xmlns:w='urn'>", "a web page (HTML)"),
        (b"{\\rtf1\\ansi x}", "Rich Text Format (.rtf)"),
        (b"%PDF-1.7\n", "a PDF under a Word name"),
        (b"MIME-Version: 1.0\n", "a web archive (MHTML)"),
        (b"<?xml version='1.0'?><pkg:package/>", "a single XML file"),
        (OLE, "an old Word document (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"\xffWPC" + bytes(40), "a WordPerfect file"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        ("Plain text – of a contract.".encode(), "plain text under a Word name"),
        (b"PK\x05\x06" + bytes(18), "an empty or damaged zip archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no Word document (.docx)"),
    ],
)
def test_other_files_are_named(data, what):
    message = refused(data)
    assert message.startswith("a.docx: the file is ")
    assert what in message
    assert ": " in message.removeprefix("a.docx: ")  # what it is: what to do


def test_text_cut_inside_a_character_is_still_text():
    with pytest.raises(InputError, match="plain text"):
        require_zip("a.docx", b"x" * 4095 + "é".encode())


OFFICE = "application/vnd.openxmlformats-officedocument."


def test_zip_archives_of_other_kinds_are_named():
    assert "lists no content types" in refused(pack({"a.txt": "x"}))
    sheet = docx(p("x"), main_type=f"{OFFICE}spreadsheetml.sheet.main+xml")
    assert "an Excel workbook" in refused(sheet)
    slides = docx(p("x"), main_type=f"{OFFICE}presentationml.presentation.main+xml")
    assert "a PowerPoint presentation" in refused(slides)


def test_an_opendocument_file_is_named():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert "an OpenDocument file (.odt)" in refused(target.getvalue())


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_truncated_file_is_named(keep):
    assert "cut short or damaged" in refused(PLAIN[: int(len(PLAIN) * keep)])


def test_the_main_part_is_found_by_its_relation():
    package = Package("a.docx", docx(p("x"), main="word/document2.xml"))
    assert package.main == "word/document2.xml"


def test_a_main_part_of_unknown_type_is_read_by_its_root():
    assert Package("a.docx", docx(p("x"), main_type="application/xml")).main == "word/document.xml"


def test_a_package_without_main_part_is_refused():
    parts = parts_of(PLAIN)
    parts["_rels/.rels"] = relationships(relation("rId1", "officeDocument", "word/gone.xml"))
    assert "no part is named as its main one" in refused(pack(parts))


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY e "boo">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused(declared, encoding):
    parts = parts_of(PLAIN)
    text = parts["word/document.xml"].decode()
    head, rest = text.split("\n", 1)
    head = head.replace("UTF-8", encoding)
    parts["word/document.xml"] = f"{head}{declared}{rest}".encode(encoding)
    assert "word/document.xml declares a document type" in refused(pack(parts))


def test_broken_xml_is_named():
    parts = parts_of(PLAIN)
    parts["word/document.xml"] = parts["word/document.xml"][:-9]
    assert "word/document.xml is damaged" in refused(pack(parts))


def test_deep_xml_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 300 + p("x") + "</w:sdtContent></w:sdt>" * 300
    assert "word/document.xml is damaged (Excessive depth" in refused(docx(deep))


def test_a_small_file_cannot_exhaust_memory():
    bomb = docx("<w:p/>" * (20 * 2**20 // 6))
    assert len(bomb) < 65 * 2**10
    tracemalloc.start()
    message = refused(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "would grow from" in message
    assert peak < 10 * 2**20


def test_tags_beyond_reason_are_refused():
    noise = hashlib.shake_256(b"noise").hexdigest(8_000)  # so that the part packs badly
    packed = docx(f"<!--{noise}-->" + "<w:p/>" * 400_000)
    assert "word/document.xml holds 400," in refused(packed)
    assert "made to exhaust memory" in refused(packed)


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("comments.xml", "word/comments.xml"),
        ("/word/comments.xml", "word/comments.xml"),
        ("../docProps/app.xml", "docProps/app.xml"),
        ("my%20part.xml", "word/my part.xml"),
        ("comments.xml#x", "word/comments.xml"),
        ("../../etc/passwd", None),
        ("/../etc/passwd", None),
        ("file:///etc/passwd", None),
        ("http://example.org/x", None),
        ("//server/share", None),
        ("..\\..\\x", None),
        ("", None),
    ],
)
def test_relations_never_lead_out_of_the_package(target, part):
    assert resolve("word/document.xml", target) == part


def test_external_relations_are_not_followed():
    data = docx(
        p("x"),
        relations=relation("rId9", "comments", "comments.xml", external=True),
        extra={"word/comments.xml": "<x/>"},
    )
    package = Package("a.docx", data)
    assert package.related(package.main, "comments") == ()


def test_relationship_parts_lie_beside_their_part():
    assert relationships_part("word/document.xml") == "word/_rels/document.xml.rels"
    assert relationships_part("") == "_rels/.rels"
    assert relationships_part("main.xml") == "_rels/main.xml.rels"


def test_macros_are_noticed():
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert Package("a.docm", docx(p("x"), main_type=kind)).has_macros
    assert Package("a.docx", docx(p("x"), extra={"word/vbaProject.bin": b"x"})).has_macros
    assert not Package("a.docx", PLAIN).has_macros
