"""Lines and text of a PDF in shapes that a table never has: work that grows with the file."""

import io

import pytest
from hostile_runs import GOOD
from hostile_steps import steps

from clausewright import readers

pytest.importorskip("pypdf", reason="needs the extra read-pdf")
RATIO = 6
"""A half more than what is linear; quadratic would be sixteen."""


def pdf(pages):
    """A PDF of one font whose pages paint what is given."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for number, painted in enumerate(pages):
        place = 4 + 2 * number
        objects[place] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>" % (place + 1)
        )
        objects[place + 1] = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(painted), painted)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects[2] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages))
    out, places = io.BytesIO(b"%PDF-1.4\n"), {}
    out.seek(0, io.SEEK_END)
    for number, body in sorted(objects.items()):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, at in sorted(places.items()):
        out.write(b"%d 1\n%010d 00000 n \n" % (number, at))
    size = max(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return out.getvalue() + trailer


def line(x0, y0, x1, y1):
    return b"%g %g m %g %g l S\n" % (x0, y0, x1, y1)


def word(x, y, text=b"word"):
    return b"BT /F 4 Tf %g %g Td (%b) Tj ET\n" % (x, y, text)


def grid(rows):
    """A ruled table of ten columns."""
    painted = b"".join(line(50, 20 + 5 * row, 550, 20 + 5 * row) for row in range(rows + 1))
    painted += b"".join(line(50 + 50 * n, 20, 50 + 50 * n, 20 + 5 * rows) for n in range(11))
    return painted + b"".join(
        word(52 + 50 * column, 21 + 5 * row) for row in range(rows) for column in range(10)
    )


SHAPES = {
    "tables of many rows": lambda n: [grid(4 * n)],
    "a table over many pages": lambda n: [grid(8)] * (n // 2),
    "lines between rows": lambda n: [
        b"".join(line(50, 20 + 6 * row, 550, 20 + 6 * row) for row in range(4 * n))
        + b"".join(word(52 + 200 * c, 22 + 6 * row) for row in range(4 * n) for c in range(2))
    ],
    "lines through one row of words": lambda n: [
        b"".join(line(50, 300 + row / 4, 550, 300 + row / 4) for row in range(6 * n))
        + b"".join(word(50 + 9 * column, 301) for column in range(6 * n))
    ],
    "frames in frames": lambda n: [
        b"".join(
            b"%g %g %g %g re S\n" % (50 + at * 5, 50 + at * 5, 900 - at * 10, 900 - at * 10)
            for at in range(2 * n)
        )
        + b"".join(word(400, 400 + at / 2) for at in range(2 * n))
    ],
    "words of one line": lambda n: [
        b"".join(word(50 + column / 9, 300) for column in range(9 * n))
    ],
    "lines of one page": lambda n: [b"".join(word(50, 5 * row) for row in range(9 * n))],
    "underlined words": lambda n: [
        b"".join(
            word(50 + 90 * c, 9 * row) + line(50 + 90 * c, 9 * row - 1, 58 + 90 * c, 9 * row - 1)
            for row in range(n)
            for c in range(5)
        )
    ],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_lines_take_about_four_times_the_steps(row, shape):
    few, many = (pdf(SHAPES[shape](size)) for size in (12, 48))
    readers.read("a.pdf", few)  # what is made once
    small, large = (steps(lambda data=data: readers.read("a.pdf", data)) for data in (few, many))
    assert large / small < RATIO, f"{large / small:.1f} times: {small}, {large}"
    row(f"PDF: {shape}", f"below {RATIO} times the steps", f"{large / small:.1f} times")


def test_a_page_full_of_lines_is_bounded_and_the_good_file_is_done(run, row):
    run.write("grid.pdf", pdf([grid(290)] * 4))
    run.write("good.md", GOOD)
    ran = run("lint", ".", "-j", "1", "--format", "json", "--select", "WRD", seconds=120)
    ran.check(code=1, peak=400)
    ran.good_was_done()
    assert ran.files["grid.pdf"]["errors"] == []
    assert ran.files["grid.pdf"]["words"] == 11_600
    row("a PDF of 11,600 ruled cells", "read, good file done", f"code {ran.code}", ran)
