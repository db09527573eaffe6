import pytest

from clausewright import readers
from clausewright.analysis.sentences import LONGEST, Sentences


def cut(text):
    document = readers.read("a.txt", text.encode())
    (block,) = document.blocks
    return [document.text_of(span) for span in Sentences(document).of_block(block)]


def test_a_sentence_may_be_long():
    text = "the fee, " * (LONGEST // 9) + "x."
    assert len(text) <= LONGEST
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("part", "end"), [("the fee; or, as it may be ", ";"), ("the fee, or ", ","), ("the fee ", "e")]
)
def test_a_text_without_a_stop_is_cut_where_it_pauses(part, end):
    text = (part * (3 * LONGEST // len(part))).strip()
    found = cut(text)
    assert len(found) == 4 if end == ";" else len(found) in (3, 4)
    assert " ".join(found) == text
    assert {sentence[-1] for sentence in found[:-1]} == {end}
    assert all(LONGEST / 2 < len(sentence) <= LONGEST for sentence in found[:-1])


def test_a_word_without_an_end_is_cut_too():
    assert cut("x" * (2 * LONGEST + 1)) == ["x" * LONGEST, "x" * LONGEST, "x"]


def test_spaces_at_a_cut_belong_to_no_sentence():
    text = "a" * (LONGEST - 3) + "; " + " " * 80 + "b" * LONGEST
    assert cut(text) == ["a" * (LONGEST - 3) + ";", "b" * LONGEST]
