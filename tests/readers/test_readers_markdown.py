import pytest
from readers_invariants import check_lines, check_positions, check_structure

from clausewright.model.document import BlockKind, MarkKind
from clausewright.model.span import Position
from clausewright.readers import read


def markdown(text):
    document = read("draft.md", text.encode("utf-8"))
    check_positions(document)
    check_structure(document)
    return document


def texts(document):
    return [document.text_of(block.span) for block in document.blocks]


def kinds(document):
    return [(block.kind.value, document.text_of(block.span)) for block in document.blocks]


def test_markup_goes_and_text_stays():
    document = markdown(
        "# A *title*\n\nSome **bold**, `code`, [a link](http://a.example), ![a picture](p.png),\n"
        "\\*escaped\\* &amp; <https://b.example>.\n"
    )
    assert texts(document) == [
        "A title",
        "Some bold, code, a link, a picture, *escaped* & https://b.example.",
    ]


def test_marks_lie_on_their_words():
    document = markdown("The **Term** is *one* year, see [the policy](http://a.example) and `x`.")
    marks = [(m.kind, document.text_of(m.span), m.target) for m in document.blocks[0].marks]
    assert sorted(marks) == [
        (MarkKind.BOLD, "Term", None),
        (MarkKind.CODE, "x", None),
        (MarkKind.ITALIC, "one", None),
        (MarkKind.LINK, "the policy", "http://a.example"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_positions_count_lines_at_lf_crlf_and_cr_only(end):
    document = markdown(f"one{end}{end}two\u2028three \x0bfour{end}{end}five")
    at = document.text.index("five")
    assert document.position(at) == Position(5, 1)


def test_a_byte_order_mark_is_no_text():
    document = read("a.md", "\ufeff# Title\n".encode())
    assert document.text == "Title"
    assert document.position(0) == Position(1, 3)


def test_soft_breaks_read_as_one_space_wherever_the_line_goes_on():
    document = markdown("> The Supplier\n> shall pay  \nwithin\\\n5 days.\n")
    assert texts(document) == ["The Supplier shall pay within 5 days."]
    assert document.blocks[0].quoted
    assert document.position(document.text.index("shall")) == Position(2, 3)
    assert document.position(document.text.index("within")) == Position(3, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phone: 1  \nMail: 2", ["Phone: 1", "Mail: 2"]),
        ("One\\\nTwo", ["One", "Two"]),
        ("**From:** A\n**To:** B\n**When**: C", ["From: A", "To: B", "When: C"]),
        ("\u2022 one\n\u2022 two", ["\u2022 one", "\u2022 two"]),
        (
            "4.1 It pays.\n4.2 It *asks*.\n(a) one; or\n(b) two",
            ["4.1 It pays.", "4.2 It asks.", "(a) one; or (b) two"],
        ),
        ("It is due in\n2025. More is\n3. of them", ["It is due in 2025. More is 3. of them"]),
        ("- **Title**  \n  Some text here.", ["Title", "Some text here."]),
        ("| a<br>b | c |\n|---|---|\n| d | e |", ["a b", "c", "d", "e"]),
    ],
)
def test_lines_that_the_drafter_parted_stay_apart(text, expected):
    assert texts(markdown(text)) == expected


def test_an_entity_maps_as_a_whole():
    document = markdown("A &amp; B &#8364;5")
    at = document.text.index("&")
    assert document.source_offset(at) == 2
    assert document.source_offset(at + 1, end=True) == 7


def test_items_carry_marker_depth_and_number():
    document = markdown("- one\n- [x] done\n\n  more\n\n  3. three\n     1) deep\n")
    found = [(b.kind.value, b.level, b.marker, b.number) for b in document.blocks]
    assert found == [
        ("item", 1, "-", None),
        ("item", 1, "[x]", None),
        ("paragraph", 0, None, None),
        ("item", 2, "3.", "3"),
        ("item", 3, "1)", "1"),
    ]
    assert texts(document) == ["one", "done", "more", "three", "deep"]


def test_a_table_keeps_its_grid_with_empty_missing_and_extra_cells():
    document = markdown("| a | b |\n|---|:-:|\n| `x \\| y` | |\n| | z | extra |\n")
    cells = [
        (b.cell.row, b.cell.column, b.cell.header, document.text_of(b.span))
        for b in document.blocks
    ]
    assert cells == [
        (0, 0, True, "a"),
        (0, 1, True, "b"),
        (1, 0, False, "x | y"),
        (1, 1, False, ""),
        (2, 0, False, ""),
        (2, 1, False, "z"),
        (2, 2, False, "extra"),
    ]
    at = document.text.index("extra")
    assert document.position(at) == Position(4, 9)


def test_a_table_in_a_quote_and_in_a_list_maps_exactly():
    document = markdown(
        "> | a | b |\n> |---|---|\n> | c | d |\n\n- | e | f |\n  |---|---|\n  | g | h |\n"
    )
    assert texts(document) == list("abcdefgh")
    assert document.position(document.text.index("d")) == Position(3, 9)
    assert document.position(document.text.index("g")) == Position(7, 5)


def test_html_keeps_its_text_and_its_table():
    document = markdown(
        "<div align='center'>\n  <h2>Levels</h2>\n  Uptime &gt; 99%\n</div>\n\n"
        "<table>\n<tr><th>Class</th><th>Time</th></tr>\n\n<tr>\n<td>\n\n**P1**\n\n</td>"
        "<td colspan='2'>1 hour</td></tr></table>\n"
    )
    assert kinds(document) == [
        ("heading", "Levels"),
        ("paragraph", "Uptime > 99%"),
        ("cell", "Class"),
        ("cell", "Time"),
        ("cell", "P1"),
        ("cell", "1 hour"),
    ]
    last = document.blocks[-1].cell
    assert (last.row, last.column, last.column_span) == (1, 1, 2)
    assert document.blocks[2].cell.header


@pytest.mark.parametrize(
    ("text", "block", "alone"),
    [
        ("<!-- c -->\n\nText.", None, True),
        ("Text.\n\n<!-- c -->\n\nMore.", 0, True),
        ("Text. <!-- c -->\n\nMore.", 0, False),
        ("Text, **bold** <!-- c --> and more.", 0, False),
        ("- one\n- two <!-- c -->\n- three", 1, False),
        ("- one\n\n  <!-- c -->\n\n- two", 0, True),
        ("> one <!-- c -->\n\ntwo", 0, False),
        ("| a | b |\n|---|---|\n| c <!-- c --> | d |", 2, False),
        ("# One <!-- c -->\n\nTwo.", 0, False),
        ("One.\n<!-- c -->\nTwo.", 0, True),
        ("<div>\n<p>One.</p>\n<!-- c -->\n<p>Two.</p>\n</div>", 0, True),
    ],
)
def test_comments_know_where_they_stand(text, block, alone):
    document = markdown(text)
    (comment,) = document.comments
    assert (comment.text, comment.block, comment.alone) == ("c", block, alone)
    assert document.source[comment.source.start : comment.source.end] == "<!-- c -->"
    assert "c -->" not in document.text


def test_a_comment_between_words_leaves_one_space():
    assert texts(markdown("one <!-- c --> two")) == ["one two"]


def test_what_is_not_read_is_told():
    document = markdown("One ~~two~~ [three].\n\n[three]: http://x.example\n\n<!-- open\n\nfour\n")
    told = [(u.reason, u.visible, document.source[u.start : u.end]) for u in document.unread]
    assert ("text struck out", False, "two") in told
    assert ("the target of a link", False, "[three]: http://x.example") in told
    assert any(reason.endswith("never closed") and visible for reason, visible, _ in told)
    check_lines(document)


def test_prose_set_as_code_is_read_as_paragraphs():
    document = markdown(
        "    4.1  The Supplier shall respond to each incident within two hours of\n"
        "         the report.\n\n"
        "```\nThe Supplier shall keep the Service available for 99.9% of each month.\n```\n\n"
        "```python\nprint('the supplier shall respond within two hours of it')\n```\n"
    )
    assert kinds(document) == [
        (
            "paragraph",
            "4.1 The Supplier shall respond to each incident within two hours of the report.",
        ),
        ("paragraph", "The Supplier shall keep the Service available for 99.9% of each month."),
        ("code", "print('the supplier shall respond within two hours of it')"),
    ]
    assert document.blocks[0].number == "4.1"


def test_front_matter_is_read_and_is_no_text():
    document = markdown("---\ntitle: 'An SLA'\ntags: [a, b]\nlist:\n  - x\n  - y\n---\n\nText.\n")
    assert dict(document.front_matter) == {
        "title": "An SLA",
        "tags": ("a", "b"),
        "list": ("x", "y"),
    }
    assert texts(document) == ["Text."]
    assert document.position(0) == Position(9, 1)


def test_front_matter_that_is_cut_off_hides_nothing():
    document = markdown("---\ntitle: An SLA\n\nThe Supplier shall pay.\n")
    assert texts(document) == ["The Supplier shall pay."]
    assert document.notes == ("the front matter has no closing line ---",)


def test_a_rule_at_the_top_is_no_front_matter():
    assert texts(markdown("---\n\nText.\n\n---\n\nMore.\n")) == ["Text.", "More."]


def test_ten_levels_of_lists_and_quotes_lose_nothing():
    lists = "".join("  " * depth + f"- level{depth}\n" for depth in range(150))
    document = markdown(lists)
    check_lines(document)
    assert all(f"level{depth}" in document.text.split() for depth in (0, 9, 10, 50, 120, 149))
    document = markdown("> " * 300 + "deep\n")
    assert document.text == "deep"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "![" * 40_000,
        "> " * 20_000 + "a",
        "word and_more *" * 70_000,
        "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000 + "\n" + ("|" + "b|" * 5_000 + "\n") * 3,
        "<a " * 30_000,
        "<!--" * 20_000,
        "a\r" * 50_000,
        "**[" * 20_000,
    ],
    ids=lambda text: text[:6],
)
@pytest.mark.usefixtures("must_end")
def test_strange_markdown_is_read_in_time(text):
    document = read("a.md", text.encode())
    check_positions(document)


@pytest.mark.usefixtures("must_end")
def test_reading_long_markdown_ends():
    paragraph = (
        "The Supplier shall keep **Availability** at 99.9% (see Section 4).\n\n- one\n- two\n\n"
    )

    assert len(read("a.md", (paragraph * 8_000).encode()).blocks) == 24_000


def test_kinds_are_told():
    document = markdown("Setext\n======\n\nText\n\n> quote\n\n***\n\n1. item\n")
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
    ]
