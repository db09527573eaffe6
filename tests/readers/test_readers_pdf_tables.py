"""Tables of a PDF: lines round cells, lines between rows, tables that go on over pages."""

import pytest
from readers_invariants import check_lines, check_positions, check_round_trip, check_structure
from test_readers_pdf import painting, pdf

from clausewright import readers
from clausewright.model.document import BlockKind, MarkKind

pytest.importorskip("pypdf", reason="needs the extra read-pdf")
LEVELS = (
    ("Severity", "Response", "Hours"),
    ("Severity 1", "15 minutes", "24x7"),
    ("Severity 2", "4 hours", "Support Hours"),
)


def lines(*ends):
    return b"".join(b"%g %g m %g %g l S\n" % one for one in ends)


def ruled(columns, rows):
    """Lines round all cells between edges."""
    down = [(x, rows[0], x, rows[-1]) for x in columns]
    return lines(*down, *((columns[0], y, columns[-1], y) for y in rows))


def table(texts, columns, rows, font="F"):
    """Lines round cells, and a line of text in each."""
    painted = ruled(columns, rows)
    for y, row in zip(rows, texts, strict=False):
        painted += b"".join(
            painting(x + 5, y - 14, font, text) for x, text in zip(columns, row, strict=False)
        )
    return painted


def read(*pages):
    document = readers.read("a.pdf", pdf(*pages))
    check_positions(document)
    check_structure(document)
    check_lines(document)
    check_round_trip(document)
    return document


def cells(document):
    return [
        (block.cell.table, block.cell.row, block.cell.column, document.text_of(block.span))
        for block in document.blocks
        if block.cell is not None
    ]


def grid_of(texts, number=0):
    return [
        (number, row, column, text)
        for row, one in enumerate(texts)
        for column, text in enumerate(one)
    ]


def test_lines_round_cells_make_a_table():
    above = painting(72, 740, "F", "The Provider shall respond within these times:")
    below = painting(72, 600, "F", "It measures them with its tickets.")
    document = read(above + table(LEVELS, (72, 172, 272, 400), (720, 700, 680, 660)) + below)
    assert cells(document) == grid_of(LEVELS)
    kinds = [block.kind for block in document.blocks]
    assert (kinds[0], kinds[-1]) == (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)


def test_a_row_is_one_line_of_the_source_on_its_page():
    document = read(
        painting(72, 700, "F", "A first page."),
        table(LEVELS, (72, 172, 272, 400), (720, 700, 680, 660)),
    )
    hours = next(b for b in document.blocks if document.text_of(b.span) == "Support Hours")
    assert document.source.split("\n")[3] == "| Severity 2 | 4 hours | Support Hours |"
    at = document.position(hours.span.start)
    assert (at.line, at.column) == (4, 26)
    assert (hours.place.part, hours.place.table) == ("page 2", (3, 3))


def test_thin_shapes_and_boxes_are_lines_too():
    columns, rows = (72, 172, 272), (720, 700, 680)
    thin = b"".join(b"%g 680 1 40 re f\n" % x for x in columns)
    thin += b"".join(b"72 %g 200 1 re f\n" % y for y in rows)
    boxes = b"".join(b"%g %g 100 20 re S\n" % (x, y) for x in columns[:2] for y in rows[1:])
    texts = (("Credit", "Share"), ("Below 99%", "5%"))
    painted = table(texts, columns, rows)[len(ruled(columns, rows)) :]
    assert cells(read(thin + painted)) == cells(read(boxes + painted)) == grid_of(texts)


def test_shading_makes_no_table():
    painted = b"72 680 200 40 re f\n" + painting(80, 700, "F", "A box of text with a colour.")
    assert cells(read(painted)) == []


def test_cells_without_a_line_between_are_one():
    frame = lines(
        (72, 720, 272, 720), (72, 700, 272, 700), (72, 680, 272, 680), (72, 720, 72, 680),
        (272, 720, 272, 680), (172, 700, 172, 680),
    )  # fmt: skip
    painted = (
        frame
        + painting(80, 706, "F", "Availability of each Service")
        + painting(80, 686, "F", "Web Shop")
        + painting(180, 686, "F", "99.9%")
    )
    document = read(painted)
    assert cells(document) == [
        (0, 0, 0, "Availability of each Service"), (0, 1, 0, "Web Shop"), (0, 1, 1, "99.9%")
    ]  # fmt: skip
    assert document.blocks[0].cell.column_span == 2


def test_lines_of_a_cell_become_paragraphs():
    painted = ruled((72, 172, 322), (720, 640))
    painted += painting(77, 706, "F", "Meaning")
    for y, text in ((706, "The Service is down for each user at"), (694, "once."), (682, "Now.")):
        painted += painting(177, y, "F", text)  # "Now." would have stood beside "once."
    texts = [text for *_, text in cells(read(painted))]
    assert texts == ["Meaning", "The Service is down for each user at once.", "Now."]


def test_a_table_goes_on_over_the_page_and_tells_its_head_once():
    columns = (72, 172, 272, 400)
    first = painting(72, 800, "F", "Levels of the Service:") + table(
        LEVELS, columns, (120, 100, 80, 60)
    )
    more = (LEVELS[0], ("Severity 3", "8 hours", "Support Hours"))
    document = read(first, table(more, columns, (800, 780, 760)))
    assert cells(document) == grid_of((*LEVELS, more[1]))
    assert [document.text_of(b.span) for b in document.blocks if b.kind is BlockKind.HEADER] == [
        *LEVELS[0]
    ]


def test_another_table_on_the_next_page_is_another():
    first = table(LEVELS, (72, 172, 272, 400), (120, 100, 80, 60))
    second = (("Step", "Contact"), ("1", "Service Manager"))
    document = read(first, table(second, (72, 132, 400), (800, 780, 760)))
    assert cells(document) == [*grid_of(LEVELS), *grid_of(second, 1)]


def test_a_row_cut_by_the_end_of_the_page_is_one():
    columns = (72, 172, 400)
    first = table((("Class", "Meaning"), ("P1", "no user can")), columns, (120, 100, 80))
    second = table((("", "place an order"), ("P2", "slow")), columns, (800, 780, 760))
    texts = [text for *_, text in cells(read(first, second))]
    assert texts == ["Class", "Meaning", "P1", "no user can place an order", "P2", "slow"]


def test_a_row_in_lower_case_at_the_top_of_a_page_is_a_row():
    columns = (72, 172, 400)
    first = table(
        (("Rate", "Result"), ("On time", "up to 5 points below")), columns, (120, 100, 80)
    )
    second = table((("On time", "more than 5 points below"),), columns, (800, 780))
    assert [row for _, row, *_ in cells(read(first, second))] == [0, 0, 1, 1, 2, 2]


def test_a_bold_first_row_heads_the_table():
    columns, rows = (72, 172, 272, 400), (720, 700, 680, 660)
    head = b"".join(
        painting(x + 5, 706, "B", text) for x, text in zip(columns, LEVELS[0], strict=False)
    )
    body = table(("", *LEVELS[1:]), columns, rows)
    document = read(head + body)
    headed = [b for b in document.blocks if b.cell.header]
    assert [document.text_of(b.span) for b in headed] == [*LEVELS[0]]
    assert [mark.kind for b in headed for mark in b.marks] == [MarkKind.BOLD] * 3


@pytest.mark.parametrize("over", [False, True])
def test_lines_between_rows_and_gaps_in_the_text_make_a_table(over):
    painted = b""
    heights = (720, 700, 680, 660)
    for y, row in zip(heights, LEVELS, strict=False):
        for x, text in zip((72, 200, 330), row, strict=False):
            painted += painting(x, y - 14, "F", text)
    drawn = heights if over else heights[1:]  # the head may have no line above it
    document = read(painted + lines(*((72, y, 450, y) for y in drawn)))
    assert cells(document) == grid_of(LEVELS)


def test_clauses_between_lines_are_no_table():
    painted = lines((72, 720, 500, 720), (72, 690, 500, 690), (72, 660, 500, 660))
    for y, number in ((705, "1.1"), (675, "1.2")):
        painted += painting(72, y, "F", number)
        painted += painting(110, y, "F", "The Provider shall keep the Service in use.")
    document = read(painted)
    assert cells(document) == []
    assert [block.number for block in document.blocks] == ["1.1", "1.2"]


def test_underlined_words_are_no_table():
    painted = b""
    for y in (700, 680, 660):
        painted += painting(72, y, "F", "Response Time") + painting(200, y, "F", "Support Hours")
        painted += lines((72, y - 2, 130, y - 2), (200, y - 2, 255, y - 2))
    assert cells(read(painted)) == []


def test_a_frame_round_the_page_makes_no_table():
    frame = lines((50, 50, 545, 50), (50, 800, 545, 800), (50, 50, 50, 800), (545, 50, 545, 800))
    document = read(frame + painting(72, 700, "F", "The Provider shall respond in 4 hours."))
    assert cells(document) == []
    assert document.blocks[0].kind is BlockKind.PARAGRAPH


def test_text_shown_at_several_places_at_once_is_parted():
    painted = ruled((72, 172, 272), (720, 700, 680))
    painted += (
        b"BT /F 10 Tf 1 0 0 1 77 706 Tm (Class) Tj 1 0 0 1 177 706 Tm (Target) Tj"
        b" 1 0 0 1 77 686 Tm (P1) Tj 100 0 Td (4 hours) Tj ET\n"
    )
    assert cells(read(painted)) == grid_of((("Class", "Target"), ("P1", "4 hours")))


def test_a_drawing_of_thousands_of_lines_is_left_alone():
    drawing = lines(*((72, 100 + n / 10, 500, 100 + n / 10) for n in range(5000)))
    document = read(drawing + painting(72, 700, "F", "A page with a drawing."))
    assert document.text == "A page with a drawing."
