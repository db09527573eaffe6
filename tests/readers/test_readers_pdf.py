import builtins
import contextlib
import io
import shutil
import subprocess
import zlib

import docx
import pytest
from readers_invariants import check_lines, check_positions, check_round_trip, check_structure

from clausewright import readers
from clausewright.model.document import BlockKind, MarkKind
from clausewright.model.errors import InputError
from clausewright.readers import pdf as pdf_reader
from clausewright.readers.pdf_lines import lines_of
from clausewright.readers.pdf_painting import Painted

pypdf = pytest.importorskip("pypdf", reason="needs the extra read-pdf")
OFFICE = shutil.which("soffice")
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    b" /BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream"
)


def pdf(*pages, picture=False, packed=False):
    """A PDF written by hand: each page is a list of (x, y, font, text)."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
        5: PICTURE,
    }
    kids = []
    for number, page in enumerate(pages):
        place, stream = 10 + 2 * number, 11 + 2 * number
        kids.append(f"{place} 0 R")
        painted = page if isinstance(page, bytes) else b"".join(painting(*one) for one in page)
        filtering = b"/Filter /FlateDecode " if packed else b""
        painted = zlib.compress(painted) if packed else painted
        shows = b"/XObject << /P 5 0 R >>" if picture else b""
        objects[place] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R"
            b" /B 4 0 R >> %b >> /Contents %d 0 R >>" % (shows, stream)
        )
        objects[stream] = b"<< %b/Length %d >>\nstream\n%b\nendstream" % (
            filtering, len(painted), painted,
        )  # fmt: skip
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>".encode()
    data = b"%PDF-1.4\n"
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, at in sorted(places.items()):
        data += b"%d 1\n%010d 00000 n \n" % (number, at)
    size = max(objects) + 1
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        start,
    )
    return data


def painting(x, y, font, text):
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} 10 Tf {x} {y} Td ({escaped}) Tj ET\n".encode("latin-1")


FIRST = [
    (72, 800, "F", "Service Level Agreement of Acme"),
    (72, 760, "B", "1. Response"),
    (72, 740, "F", "1.1 The Provider shall respond to each incident that the Customer reports"),
    (72, 728, "F", "within 4 hours and shall resolve each incident of the first class within 10"),
    (72, 716, "F", "hours of the report, counted in the hours in which the support desk is open"),
    (72, 704, "F", "each day of the week."),
    (72, 680, "F", "1.2 The Provider shall count each incident of every class that the Customer"),
    (72, 30, "F", "Page 1"),
]
SECOND = [
    (72, 800, "F", "Service Level Agreement of Acme"),
    (72, 760, "F", "reports in a month."),
    (72, 740, "B", "2. Fees"),
    (72, 720, "F", "The Customer shall pay within 30 days of the invoice."),
    (72, 708, "F", "It pays in full."),
    (72, 30, "F", "Page 2"),
]


def read(*pages, **more):
    document = readers.read("a.pdf", pdf(*pages, **more))
    check_positions(document)
    check_structure(document)
    check_lines(document)
    check_round_trip(document)
    return document


def test_lines_become_paragraphs_across_pages():
    document = read(FIRST, SECOND)
    texts = [document.text_of(b.span) for b in document.blocks if b.kind is not BlockKind.HEADER]
    assert [text[:12] + "|" + text[-10:] for text in texts] == [
        "1. Response|. Response",
        "1.1 The Prov| the week.",
        "1.2 The Prov|n a month.",
        "2. Fees|2. Fees",
        "The Customer|e invoice.",
        "It pays in f|s in full.",
    ]
    assert [(s.number, s.title) for s in document.sections] == [("1", "Response"), ("2", "Fees")]


def test_running_heads_and_page_numbers_are_furniture_after_the_text():
    document = read(FIRST, SECOND)
    furniture = [document.text_of(b.span) for b in document.blocks if b.kind is BlockKind.HEADER]
    assert furniture == [
        "Service Level Agreement of Acme", "Page 1", "Service Level Agreement of Acme", "Page 2"
    ]  # fmt: skip
    assert document.blocks[-1].kind is BlockKind.HEADER


def test_blocks_know_their_page():
    document = read(FIRST, SECOND)
    assert [(b.place.part, b.place.paragraph) for b in document.blocks[:5]] == [
        ("page 1", 1), ("page 1", 2), ("page 1", 3), ("page 2", 1), ("page 2", 2)
    ]  # fmt: skip
    assert document.recorded_pages == 2


def test_bold_is_marked():
    heading = read(FIRST, SECOND).blocks[0]
    assert [mark.kind for mark in heading.marks] == [MarkKind.BOLD]
    assert heading.marks[0].span == heading.span


def test_columns_are_kept_apart():
    rows = [(72, 700 - 14 * n, "F", f"Class {n}") for n in range(3)]
    rows = [cell for row in rows for cell in (row, (300, row[1], "F", "4 hours"))]
    document = read(rows)
    assert document.source == "Class 0   4 hours\nClass 1   4 hours\nClass 2   4 hours"


def test_ligatures_are_letters():
    painted = b"BT /F 10 Tf 72 700 Td (x) Tj ET"
    lines = lines_of(1, [Painted("de\ufb01ned", 72, 700, 10, bold=False)])
    assert [line.text for line in lines] == ["defined"]
    assert read(painted).text == "x"


def test_pages_that_are_pictures_are_told():
    document = read(FIRST, b"q /P Do Q", picture=True)
    assert [(one.reason, one.visible) for one in document.unread] == [
        ("page 2 is a picture without text", True)
    ]


def locked():
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf(b"q /P Do Q", picture=True), "text recognition"),
        (pdf(b""), "holds no text"),
        (locked(), "protected by a password"),
        (b"", "damaged"),
        (b"no PDF at all", "damaged"),
        (pdf(FIRST)[:200], "damaged"),
    ],
)
def test_bad_files_are_told(data, told):
    with pytest.raises(InputError, match=told) as caught:
        readers.read("bad.pdf", data)
    assert caught.value.where == "bad.pdf"


@pytest.mark.parametrize(
    ("limit", "value", "told"),
    [
        ("MAX_BYTES", 10, "larger than"),
        ("MAX_PAGES", 1, "2 pages"),
        ("MAX_PAGE_BYTES", 100, "a page of more"),
        ("MAX_OPERATIONS", 5, "drawing instructions"),
        ("MAX_CHARACTERS", 20, "too much text"),
    ],
)
def test_limits_hold(monkeypatch, limit, value, told):
    monkeypatch.setattr(pdf_reader, limit, value)
    with pytest.raises(InputError, match=told):
        readers.read("a.pdf", pdf(FIRST, SECOND, packed=True))


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    original = builtins.__import__

    def without(name, *rest):
        if name.partition(".")[0] == "pypdf":
            raise ImportError(name)
        return original(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=r"clausewright\[read-pdf\]"):
        readers.read("a.pdf", pdf(FIRST))


def test_damaged_bytes_never_end_in_a_traceback():
    data = bytearray(pdf(FIRST, SECOND))
    for at in range(0, len(data), 37):
        broken = data.copy()
        broken[at] ^= 0x15
        with contextlib.suppress(InputError):
            readers.read("a.pdf", bytes(broken))


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice to print a PDF")
def test_what_libreoffice_prints_reads_alike(tmp_path):
    written = docx.Document()
    for n in range(1, 12):
        written.add_heading(f"{n}. Title {n}", level=1)
        written.add_paragraph(
            f"{n}.1 The Provider shall do what clause {n} says within {n + 3} hours of the report,"
            " in every month of the term, and shall tell the Customer of it in writing, with the"
            " reasons, within 2 business days of the end of that month."
        )
    source = tmp_path / "a.docx"
    written.save(source)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, source], check=True, capture_output=True, timeout=120)
    ours = readers.read("a.docx", source.read_bytes())
    theirs = readers.read("a.pdf", (tmp_path / "a.pdf").read_bytes())
    flat = [" ".join(theirs.text_of(b.span).split()) for b in theirs.blocks]
    assert flat == [" ".join(ours.text_of(b.span).split()) for b in ours.blocks]
    assert [b.number for b in theirs.blocks] == [b.number for b in ours.blocks]
