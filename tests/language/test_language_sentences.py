import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.language.sentences import sentence_starts


def cut(text):
    starts = [*sentence_starts(text), len(text)]
    return [text[a:b].strip() for a, b in itertools.pairwise(starts)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Supplier, Alpha Inc. of Delaware, shall pay.",
        'Alpha, Inc. ("Alpha") shall pay.',
        "See Art. 28 and Sec. 4 of it.",
        "The fee is 1.5 times that of No. 5 on the list.",
        "Under 17 C.F.R. 240 and 9 U.S.C. 1 it applies.",
        "J. P. Smith signs at 5 p.m. on Monday.",
        "It covers works, e.g. The Art of War, i.e. books.",
        "Beta Co., Ltd. and Gamma S.A. shall pay.",
        "The Supplier shall: (a) log it; (b) report it; and (c) close it.",
        "Yahoo! Inc. shall pay.",
        "The U.S. Government shall pay U.S. $5 or approx. 4 EUR.",
        "4.2. Audits take place in Jan. 2026.",
        "Delta PTE. LTD. shall pay.",
        "WHEREAS: A. The Supplier hosts the shop;",
        "It ended ... and nobody knew.",
    ],
)
def test_one_sentence_stays_one(sentence):
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ["The fee is due.", "It is 5 EUR."],
        ["It is paid to Alpha, Inc.", "The Customer pays."],
        ["See Exhibit A.", "The rest follows."],
        ['The term "Fee."', "It is due."],
        ["It is (mostly) done.)", "(More follows.)", "End."],
        ["Is it due?", "Yes!", "Pay it."],
        ["4. Fees.", "The Customer pays.", "4.1 Taxes.", "They are extra."],
        ["It counts hours, days, etc.", "Other units do not count."],
        ["It ends at 5 p.m.", "The Supplier starts again at 8 a.m.", "If not, it is late."],
        ["See Section 4.", "5 days later it is due."],
        ["The list is closed (as of the tour).", "f. Sections 1 and 2 stay."],
    ],
)
def test_sentences_are_parted(parts):
    assert cut(" ".join(parts)) == parts


def test_a_missing_space_parts_too():
    assert cut("The fee is due.Monthly fees are due later.") == [
        "The fee is due.",
        "Monthly fees are due later.",
    ]


@given(st.text(alphabet='aA1. "(),;!?\u2026\n', max_size=200))
def test_starts_rise_and_stand_after_white_space_or_a_stop(text):
    starts = list(sentence_starts(text))
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert all(text[start - 1].isspace() or text[start].isupper() for start in starts[1:])
    assert all(start < len(text) for start in starts[1:])


@pytest.mark.parametrize(
    "pump", ["a. ", "A. ", "No. ", "(a). ", "Inc. ", '." ', "..", "! ", "4. ", "x. y", "S.A. "]
)
@pytest.mark.usefixtures("must_end")
def test_no_text_runs_away(pump):
    assert list(sentence_starts(pump * 60_000))
