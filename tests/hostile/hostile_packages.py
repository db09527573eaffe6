"""Packages from hostile hands: archives that explode or lie, XML that does, other files."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib

from hostile_runs import MEBIBYTE, Case

from word_files import (
    abstract,
    dele,
    docx,
    ins,
    num,
    numbered,
    p,
    pack,
    parts_of,
    r,
    relation,
    restart,
    style,
    tbl,
    tc,
    tr,
)

WORDS = "The Supplier shall answer promptly."
PLAIN = docx(p(WORDS))
MAIN = "word/document.xml"


def with_main(xml: bytes) -> bytes:
    """A package with another main part."""
    return pack({**parts_of(PLAIN), MAIN: xml})


def with_doctype(declared: str) -> bytes:
    """A package whose main part declares a document type."""
    head, rest = parts_of(PLAIN)[MAIN].decode().split("\n", 1)
    return with_main(f"{head}{declared}{rest}".replace("promptly", "&b;").encode())


def patched(offset_in_directory: int, offset_in_header: int, value: bytes) -> bytes:
    """A package whose directory and header tell something else of the main part."""
    data = bytearray(PLAIN)
    entry = next(
        at
        for at in range(len(data))
        if data[at : at + 4] == b"PK\x01\x02" and data[at + 46 : at + 46 + 17] == MAIN.encode()
    )
    header = struct.unpack("<I", data[entry + 42 : entry + 46])[0]
    for at in (entry + offset_in_directory, header + offset_in_header):
        data[at : at + len(value)] = value
    return bytes(data)


def duplicated() -> bytes:
    """A package that holds its main part twice."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")
        for name, content in (*parts_of(PLAIN).items(), (MAIN, b"<w:document/>")):
            archive.writestr(name, content)
    return target.getvalue()


def pdf(*objects: bytes) -> bytes:
    """A PDF of objects, the first its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF" % start)


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (
        len(packed), more, packed,
    )  # fmt: skip


def paged(content: bytes) -> bytes:
    """A PDF of one page with a content object."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, page, content)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
_OTHERS = {
    "rtf": b"{\\rtf1 x}",
    "doc": _OLE,
    "web": b"<html><body>x</body></html>",
    "empty": b"",
    "cut": PLAIN[:-200],
    "picture": b"\x89PNG\r\n\x1a\n\0\0",
    "zeros": bytes(1000),
    "prose": b"hello there",
}
_KINDS = {
    "rtf": "Rich Text Format",
    "doc": "old Word document",
    "web": "web page",
    "empty": "the file is empty",
    "cut": "cut short or damaged",
    "picture": "no Word document",
    "zeros": "nothing but zero bytes",
    "prose": "plain text under a Word name",
}

BOMBS = {
    "bomb.docx": Case(
        "30 KiB of zip that inflate to 20 MiB of empty paragraphs",
        docx("<w:p/>" * (20 * MEBIBYTE // 6)),
        "would grow from",
    ),
    "ratio.docx": Case(
        "an unread picture that inflates a thousandfold",
        docx(p("x"), extra={"word/media/image1.png": bytes(40 * MEBIBYTE)}),
        "would grow from",
    ),
    "nested.docx": Case(
        "a zip bomb inside the package, which nobody opens",
        docx(p(WORDS), extra={"word/inner.zip": pack({"a": bytes(50 * MEBIBYTE)})}),
    ),
    "many.docx": Case(
        "5,000 entries",
        docx(p("x"), extra={f"e{i}": b"" for i in range(5000)}),
        "4,000 are allowed",
    ),
    "bomb.odt": Case(
        "the same bomb as OpenDocument text",
        pack({
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<a>" + "<b/>" * (4 * MEBIBYTE) + "</a>",
        }),
        "would grow from",
    ),
    "bomb.pdf": Case(
        "a PDF page whose drawing inflates from 200 KiB to 200 MiB",
        paged(stream(b"0 0 m " * (200 * MEBIBYTE // 6))),
        "PDF",
    ),
    "endless.pdf": Case(
        "a PDF page tree that leads to itself",
        pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
        "PDF",
    ),
}  # fmt: skip

LIES = {
    "lying.docx": Case(
        "a part that is larger than it tells", patched(24, 22, struct.pack("<I", 100)), "damaged at"
    ),
    "crc.docx": Case("a part with a wrong checksum", patched(16, 14, b"\0\1\2\3"), "damaged at"),
    "twice.docx": Case("the main part twice", duplicated(), "twice"),
}

MARKUP = {
    "entities.docx": Case(
        "nested entities (a billion laughs)",
        with_doctype('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
        "declares a document type",
    ),
    "external.docx": Case(
        "an entity that names a file of the system",
        with_doctype('<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
        "declares a document type",
    ),
    "deep.docx": Case(
        "elements 600 deep",
        docx("<w:sdt><w:sdtContent>" * 300 + p("x") + "</w:sdtContent></w:sdt>" * 300),
        "Excessive depth",
    ),
    "tables.docx": Case(
        "tables in tables, 70 deep",
        docx("<w:tbl><w:tr><w:tc>" * 70 + p(WORDS) + "</w:tc></w:tr></w:tbl>" * 70),
    ),
    "wide.docx": Case(
        "a table of 5,000 columns",
        docx(f"<w:tbl><w:tr>{tc(p('x')) * 5000}</w:tr></w:tbl>", p(WORDS)),
    ),
    "spans.docx": Case(
        "a cell that spans two thousand million columns",
        docx(tbl(tr(tc("x", properties='<w:gridSpan w:val="2000000000"/>'), "y"))),
    ),
    "levels.docx": Case(
        "list levels and starts beyond all bounds",
        docx(
            numbered("x", 1, level=99_999_999),
            numbered("y", 999),
            numbering=abstract(0, ("decimal", "%1%2%9", "")) + num(1, 0, restart(0, 10**12)),
        ),
    ),
    "styles.docx": Case(
        "styles that inherit from each other in a circle",
        docx(
            p(WORDS, properties='<w:pStyle w:val="A"/>'),
            styles=style("A", "a", based_on="B") + style("B", "b", based_on="A"),
        ),
    ),
}

RELATIONS = {
    "escape.docx": Case(
        "relations that lead out of the package and to the network",
        docx(
            p(WORDS),
            relations=relation("rId9", "comments", "../../../../etc/passwd")
            + relation("rId8", "image", "http://127.0.0.1:9/x", external=True)
            + relation("rId7", "attachedTemplate", "file:///etc/passwd", external=True)
            + relation("rId6", "footnotes", "http://127.0.0.1:9/f.xml", external=True),
        ),
    ),
    "itself.docx": Case(
        "a main part that is its own footnotes, comments and header",
        docx(
            p(WORDS),
            relations=relation("rId9", "comments", "document.xml")
            + relation("rId10", "footnotes", "document.xml")
            + relation("rId11", "header", "document.xml"),
        ),
    ),
    "changes.docx": Case(
        "words in tracked insertions and content controls",
        docx(
            p("Service Level Agreement between Ash Ltd and Birch plc."),
            p(
                ins(r("The Supplier ")),
                f"<w:sdt><w:sdtContent>{r('shall answer')}</w:sdtContent></w:sdt>",
                dele(" never"),
                r(" promptly."),
            ),
        ),
        finds=(("WRD001", 2),),
    ),
}

KINDS = {
    f"{name}.docx": Case(f"{name} under .docx", data, _KINDS[name])
    for name, data in _OTHERS.items()
} | {
    f"{name}.pdf": Case(f"{name} under .pdf", data, "PDF")
    for name, data in {**_OTHERS, "word": PLAIN}.items()
} | {
    f"{name}.odt": Case(
        f"{name} under .odt", data, "cut short" if name == "cut" else "no OpenDocument text"
    )
    for name, data in {**_OTHERS, "word": PLAIN}.items()
}  # fmt: skip

PACKAGES = {**BOMBS, **LIES, **MARKUP, **RELATIONS, **KINDS}
