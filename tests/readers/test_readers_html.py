import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_invariants import check_lines, check_positions, check_round_trip, check_structure

from clausewright import readers
from clausewright.model.document import BlockKind, MarkKind
from clausewright.readers.html import read_html

PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<title>Not read</title>
<!-- clausewright: ignore-file LEN003 -- long by order of the regulator -->
<meta name="clausewright.profile" content="hosting-sla">
<style>p { color: red }</style>
</head>
<body>
<header><p>Acme intranet</p></header>
<nav><ul><li><a href="/home">Home</a></li></ul></nav>
<main>
<h1>Service Level Agreement</h1>
<h2>1. Response</h2>
<p>The Provider shall respond&nbsp;within
   4   hours &amp; <b>resolve</b> within 8&#x20;hours.</p>
<p hidden>Secret</p><div style="display: none">Also <div>secret</div></div>
<p>It pays <del>5%</del>10%. <!-- clausewright: ignore WRD001 -- agreed --></p>
<ol type="a"><li>first<li value="4">second</ol>
<table><thead><tr><td>Level<td>Target</tr></thead>
<tr><td>Uptime</td><td>99.9%</td></tr></table>
<blockquote><p>As soon as possible.</p></blockquote>
</main>
<footer><p>Page 1</p></footer>
<script>var x = "<p>no</p>";</script>
</body></html>
"""


def texts(document, kind):
    return [document.text_of(b.span) for b in document.blocks if b.kind is kind]


def check(document):
    check_positions(document)
    check_structure(document)
    check_lines(document)
    check_round_trip(document)


def test_a_page_is_read_as_a_browser_shows_it():
    document = readers.read("a.html", PAGE.encode())
    check(document)
    assert texts(document, BlockKind.PARAGRAPH) == [
        "The Provider shall respond\xa0within 4 hours & resolve within 8 hours.",
        "It pays 10%.",
        "As soon as possible.",
    ]
    assert texts(document, BlockKind.HEADER) == ["Acme intranet", "Home", "Page 1"]
    assert "ecret" not in document.text
    assert "Not read" not in document.text
    assert document.format == "html"


def test_headings_make_sections():
    document = read_html("a.html", PAGE)
    assert [(s.number, s.title, s.level) for s in document.sections] == [
        (None, "Service Level Agreement", 1),
        ("1", "Response", 2),
    ]


def test_items_are_numbered_as_shown():
    items = [b for b in read_html("a.html", PAGE).blocks if b.kind is BlockKind.ITEM]
    assert [b.marker for b in items] == ["a.", "d."]


@pytest.mark.parametrize(
    ("opening", "markers"),
    [
        ("<ol>", ["1.", "2."]),
        ("<ol start=3>", ["3.", "4."]),
        ('<ol type="I">', ["I.", "II."]),
        ("<ol style='list-style-type: lower-roman'>", ["i.", "ii."]),
        ("<ul>", ["\u2022", "\u2022"]),
        ("<ol reversed>", ["\u2022", "\u2022"]),
    ],
)
def test_forms_of_lists(opening, markers):
    document = read_html("a.html", f"{opening}<li>one</li><li><p>two</p><p>more</p></li></ol>")
    assert [b.marker for b in document.blocks if b.kind is BlockKind.ITEM] == markers


def test_cells_and_header_row():
    cells = [b for b in read_html("a.html", PAGE).blocks if b.kind is BlockKind.CELL]
    assert [(b.cell.row, b.cell.column, b.cell.header) for b in cells] == [
        (0, 0, True),
        (0, 1, True),
        (1, 0, False),
        (1, 1, False),
    ]


def test_comments_stand_at_their_block():
    document = read_html("a.html", PAGE)
    first, second = document.comments
    assert first.alone
    assert first.block is None
    assert document.text_of(document.blocks[second.block].span) == "It pays 10%."
    for comment in document.comments:
        assert document.source[comment.source.start : comment.source.end].startswith("<!--")


def test_a_comment_that_opens_a_block_belongs_to_it():
    document = read_html("a.html", "<p>One.</p>\n<p><!-- remark -->Two.</p>")
    assert [c.block for c in document.comments] == [1]


def test_marks_of_links_and_of_elements_around_blocks():
    document = read_html("a.html", '<b><p>One</p><p>Two</p></b><p><a href="#x">Three</a></p>')
    marks = [
        [(m.kind, document.text_of(m.span), m.target) for m in b.marks] for b in document.blocks
    ]
    assert marks == [
        [(MarkKind.BOLD, "One", None)],
        [(MarkKind.BOLD, "Two", None)],
        [(MarkKind.LINK, "Three", "#x")],
    ]


def test_quotations_and_what_the_page_says_of_itself():
    document = read_html("a.html", PAGE)
    assert [document.text_of(b.span) for b in document.blocks if b.quoted] == [
        "As soon as possible."
    ]
    assert document.properties["clausewright.profile"] == "hosting-sla"


def test_a_header_inside_the_content_is_content():
    document = read_html("a.html", "<main><header><p>Between A and B</p></header></main>")
    assert texts(document, BlockKind.PARAGRAPH) == ["Between A and B"]


def test_hidden_text_that_never_ends_is_told():
    document = read_html("a.html", "<p>One.</p><div hidden><p>Two.")
    assert document.text == "One."
    assert [one.visible for one in document.unread] == [True]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_positions_in_every_kind_of_line(end):
    document = read_html("a.html", PAGE.replace("\n", end))
    check(document)
    at = document.position(document.text.index("resolve"))
    assert (at.line, at.column) == (15, 23)


PARTS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "a ", "1. T", "\n", "<!-- c -->", "<td>", "<ol>", "<li>",
     "</ol>", "<del>", "</del>", "<div hidden>", "</div>", "&amp;", "&#10;", "<", "<!--", "<pre>",
     "</pre>", "<nav>", "</nav>", "<a href='#a'>", "<h2>", "</h2>", " ", "\t", "\xa0",
     "<br>", "<script>"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=40))
def test_any_page_is_read(parts):
    check(read_html("a.html", "".join(parts)))


@pytest.mark.parametrize(
    "pump",
    ["<b>", "<b><p>a", "<div hidden>", "<del>", "<!-- a -->", "<ol><li>a", "<nav>", "<a href='",
     "&a", "<td>a", "</p>", "<meta ", "<p>a  b "],
)  # fmt: skip
@pytest.mark.usefixtures("must_end")
def test_reading_a_long_page_ends(pump):
    read_html("a.html", pump * (200_000 // len(pump)))
