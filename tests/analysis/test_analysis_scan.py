import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.analysis.scan import Scanner, expand, fold, words_of


def hits(phrases, text, owner="A"):
    found = Scanner({owner: phrases}).scan(words_of(text)).get(owner, ())
    return [text[hit.span.start : hit.span.end] for hit in found]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("as soon as", "As soon\nas possible", ["As soon\nas"]),
        ("time frame", "a time-frame, a timeframe", ["time-frame"]),
        ("and/or", "and/or, and or, and / or", ["and/or", "and / or"]),
        ("24/7", "24/7 24 7", ["24/7"]),
        ("party's", "each party\u2019s duty", ["party\u2019s"]),
        ("best", "the bests, best", ["best"]),
        ("İx", "İx", ["İx"]),
        (
            "{as|so} soon as {possible|practicable}",
            "so soon as practicable",
            ["so soon as practicable"],
        ),
        ("very {|much }good", "very good, very much good", ["very good", "very much good"]),
    ],
)
def test_what_a_phrase_matches(phrase, text, expected):
    assert hits([phrase], text) == expected


def test_overlapping_phrases_are_all_told_in_order():
    assert hits(["a b", "b c", "a b c"], "a b c") == ["a b", "a b c", "b c"]


def test_each_owner_gets_its_hits():
    found = Scanner({"A": ["x y"], "B": ["x y", "y"], "C": ["z"]}).scan(words_of("x y"))
    assert {owner: len(several) for owner, several in found.items()} == {"A": 1, "B": 2}


def test_a_scanner_serves_many_texts():
    scanner = Scanner({"A": ["alpha one", "beta"]})
    counts = [len(scanner.scan(words_of(t)).get("A", ())) for t in ("beta", "alpha one beta", "x")]
    assert counts == [1, 2, 0]


def test_a_phrase_needs_a_word():
    with pytest.raises(ValueError, match="at least one word"):
        Scanner({"A": ["--"]})


@given(st.text())
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)


WORDS = st.sampled_from(["a", "b", "c", "d"])


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=6), st.lists(WORDS, max_size=20))
def test_the_trie_finds_what_a_plain_search_finds(phrases, words):
    joined = sorted({" ".join(phrase) for phrase in phrases})
    text = " ".join(words)
    expected = sorted(
        (at, " ".join(words[at : at + len(phrase.split())]))
        for phrase in joined
        for at in range(len(words))
        if words[at : at + len(phrase.split())] == phrase.split()
    )
    found = Scanner({"A": joined}).scan(words_of(text)).get("A", ())
    assert sorted((hit.span.start // 2, hit.phrase) for hit in found) == expected


def test_expansion_gives_all_readings():
    assert list(expand("{a|b}  {c|}")) == ["a c", "a", "b c", "b"]
