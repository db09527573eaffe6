import pytest
from readers_invariants import check_lines, check_positions, check_structure

from clausewright.model.document import BlockKind
from clausewright.model.span import Position
from clausewright.readers import read


def plain(text):
    document = read("draft.txt", text.encode("utf-8"))
    check_positions(document)
    check_structure(document)
    check_lines(document)
    return document


def texts(document):
    return [document.text_of(block.span) for block in document.blocks]


def paths(document):
    return [block.path for block in document.blocks if block.path]


def titles(document):
    return [(section.number, section.title) for section in document.sections]


WRAPPED = """\
                         HOSTING AGREEMENT

This agreement is made between Alpha Hosting Ltd (the "Supplier") and
Beta Retail plc (the "Customer") on the date of the last signature
below.

1.  SERVICES

1.1 The Supplier shall host the shop of the Customer on two servers in
    two places, and shall keep a copy of all data in a third place.

1.2 The Supplier shall:

    (a) log each fault at the time it is reported by a user of the
        Customer; and

    (b) restore the shop within 8 hours of the report.

2.  TERM. This agreement begins on the day of the last signature and
    runs for two years.
"""


def test_hard_wrapped_paragraphs_are_joined():
    document = plain(WRAPPED)
    assert '(the "Supplier") and Beta Retail plc' in document.text
    assert "reported by a user of the Customer; and" in document.text
    assert paths(document) == ["1", "1.1", "1.2", "1.2(a)", "1.2(b)", "2"]
    assert titles(document) == [(None, "HOSTING AGREEMENT"), ("1", "SERVICES"), ("2", "TERM")]


def test_a_joined_line_maps_back_to_its_own_line():
    document = plain(WRAPPED)
    at = document.text.index("two places, and")
    assert document.position(at) == Position(10, 5)


def test_one_line_a_paragraph_is_not_joined():
    document = plain(
        "The Supplier shall host the shop of the Customer on two servers and shall keep all of its"
        " data for two years after the end of this agreement, wherever the servers stand.\n"
        "The Customer shall pay the fee within 30 days of the date of each invoice.\n"
        "Governing Law\n"
        "The laws of Ireland apply to this agreement and to all claims that arise out of it.\n"
    )
    assert len(document.blocks) == 4
    assert titles(document) == [(None, "Governing Law")]


def test_articles_run_together_in_one_line_are_parted():
    document = plain(
        "1. Services. The Supplier shall host the shop. 2. Fees The Customer shall pay the fee of"
        " 100 EUR under Section 3. 3. Term. The term is one year. 3.1 Renewal. It renews for 12"
        " months, see Section 2. 3.2 End. Either party may end it on 30 days notice.\n"
    )
    assert paths(document) == ["1", "2", "3", "3.1", "3.2"]
    assert titles(document)[:3] == [("1", "Services"), ("2", "Fees"), ("3", "Term")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fee is due under Section 2. The Customer shall pay it within 30 days. " * 3,
        "The parties met on page 3. 12 people came. They agreed on Exhibit 4. All of it counts. "
        * 3,
        "Pay 1. first, 3. third and 7. last of all that is owed; see Articles 4.1 and 5.2 of it. "
        * 3,
    ],
)
def test_numbers_inside_sentences_do_not_part_them(sentence):
    document = plain(f"1. Scope. {sentence}\n")
    assert len(document.blocks) == 1


def test_page_numbers_and_running_lines_are_page_furniture():
    page = "Clause {n}. The Supplier shall keep record {n} for two years.\n" * 16
    text = "".join(
        page.replace("{n}", str(n)) + f"\n- {n} -\n\nALPHA HOSTING LTD, FORM 8-K, 3/{n}/2019\n\n"
        for n in range(1, 5)
    )
    document = plain(text)
    furniture = [b for b in document.blocks if b.kind is BlockKind.HEADER]
    assert len(furniture) == 8


def test_a_page_number_before_a_clause_is_taken_off():
    document = plain(
        "7. FEES.\n\nThe fee is 5 EUR a month.\n\n3\n\n4 8. TERM.\n\nThe term is a year.\n"
    )
    assert ("8", "TERM") in titles(document)


def test_a_bare_number_belongs_to_the_paragraph_below_it():
    document = plain("(a)\n\nThe Supplier shall log each fault.\n\n(b)\n\nIt shall report them.\n")
    assert texts(document) == [
        "(a) The Supplier shall log each fault.",
        "(b) It shall report them.",
    ]


def test_underlined_titles_have_levels_by_their_character():
    document = plain(
        "The SLA\n=======\n\nText of it.\n\nHours\n-----\n\n9 to 5.\n\nFees\n-----\n\n5 EUR.\n"
    )
    assert [(s.level, s.title) for s in document.sections] == [
        (1, "The SLA"),
        (2, "Hours"),
        (2, "Fees"),
    ]


def test_rows_of_a_drawn_table_stay_apart():
    document = plain(
        "Class     Response     Restore\nP1        1 hour       8 hours\n"
        "P2        4 hours      2 days\n"
    )
    assert texts(document) == ["Class Response Restore", "P1 1 hour 8 hours", "P2 4 hours 2 days"]


def test_a_table_drawn_with_bars_has_cells():
    document = plain("Class | Response\nP1 | 1 hour\n\n| P2 | 4 hours |\n\nP3 | 1 day\n")
    cells = [(b.cell.row, b.cell.column, b.cell.header) for b in document.blocks if b.cell]
    assert cells == [(0, 0, True), (0, 1, True), (1, 0, False), (1, 1, False), (2, 0, False),
                     (2, 1, False), (3, 0, False), (3, 1, False)]  # fmt: skip
    assert texts(document)[5] == "4 hours"
    assert document.position(document.text.index("4 hours")) == Position(4, 8)


def test_one_line_with_a_bar_is_no_table():
    assert texts(plain("Alpha | Beta\n\nThe fee is due.\n"))[0] == "Alpha | Beta"


def test_signature_lines_are_kept():
    document = plain("By: ____________________\n\nName:\n\n____________________\n")
    assert texts(document) == ["By: ____________________", "Name:", "____________________"]


def test_odd_spacing_reads_as_one_space():
    document = plain("The\tSupplier   shall  pay\u00a0\u00a05 EUR.\n")
    assert document.text == "The Supplier shall pay 5 EUR."
    assert document.position(document.text.index("pay")) == Position(1, 23)
