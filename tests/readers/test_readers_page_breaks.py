"""Sentences that a page break of a filing cuts in two."""

import pytest
from readers_invariants import check_lines, check_positions, check_structure

from clausewright.model.document import BlockKind
from clausewright.readers import read

FIRST = "The Customer may end this agreement at any time if it gives the Supplier not less than"
SECOND = "six (6) months notice in writing before the end of the year."


def texts(source):
    document = read("filing.txt", source.encode("utf-8"))
    check_positions(document)
    check_structure(document)
    check_lines(document)
    kept = [block for block in document.blocks if block.kind is not BlockKind.HEADER]
    return [document.text_of(block.span) for block in kept]


@pytest.mark.parametrize(
    "between",
    [
        "\n\n22\n\n",
        "\n\n- 22 -\n\n",
        "\n\nPage 22 of 80\n\n",
        "\n\nSource: ALPHA HOSTING LTD, 10-K, 3/14/2019\n\n",
        "\n\n22\n\nSource: ALPHA HOSTING LTD, 8-K/A, 3/14/2019\n\n\n",
        "\n\n\n\n\n\n",
        "   22\n\n\n\n\n\n",
    ],
)
def test_the_halves_of_a_sentence_are_joined(between):
    assert texts(f"{FIRST}{between}{SECOND}\n") == [f"{FIRST} {SECOND}"]


def test_a_half_that_ends_in_an_article_goes_on_in_capitals():
    source = "The Supplier shall give notice of each change to the\n\n7\n\nCustomer in writing.\n"
    assert texts(source) == [
        "The Supplier shall give notice of each change to the Customer in writing."
    ]


def test_a_sentence_over_three_pages_is_one():
    second = "six months notice in writing to the office that the"
    assert len(texts(f"{FIRST}\n\n1\n\n{second}\n\n2\n\nparties named.\n")) == 1


@pytest.mark.parametrize(
    ("above", "between", "below"),
    [
        (FIRST + " that.", "\n\n22\n\n", SECOND),
        (FIRST, "\n\n", SECOND),
        (FIRST, "\n\n22\n\n", "Six months later it ends."),
        (FIRST, "\n\n22\n\n", "(b) to the other party."),
        (FIRST, "\n\n22\n\n", "b) to the other party."),
        (FIRST, "\n\n22\n\n", "o to the other party"),
        (FIRST + " the", "\n\n22\n\n", "5.1.2 the Customer"),
        ("Alpha International Machines Corporation", "\n\n22\n\n", "e-business agreement"),
        ("a short line of it", "\n\n22\n\n", "below the page"),
    ],
)
def test_what_does_not_go_on_stays_apart(above, between, below):
    assert len(texts(f"{above}{between}{below}\n")) == 2


def test_the_number_of_the_page_follows_the_sentence_it_cuts():
    document = read("filing.txt", f"{FIRST}\n\n22\n\n{SECOND}\n\nThe end.\n".encode())
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.HEADER, BlockKind.PARAGRAPH]
    at = document.text.index("six (6)")
    assert document.position(at).line == 5
