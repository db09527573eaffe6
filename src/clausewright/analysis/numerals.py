"""Numbers as written: digits, words, both, fractions; without their units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from clausewright.analysis.scan import Hit
from clausewright.pattern import regex

_DIGITS = regex(r"\d\d*(?:[.,]\d+)*")
_GROUPED = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_OPENING = regex(r"\s?-?\(\s?")
_CLOSING = regex(r"\s?(?:(\))|%|[a-z]{1,9}\s?\))")
_FRACTION = regex(r"\s?(\d)\s?[/\u2044]\s?(\d)(?![\d/])")
_FRACTION_SIGNS: Final = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75}

_ONES: Final = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    word: 10.0 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
} | {"fourty": 40.0}
_SCALES: Final = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_WIDEST_GAP: Final = 24  # a line break and an indent inside a number
NUMBER_WORDS: Final[tuple[str, ...]] = (*_ONES, *_TENS, *_SCALES)


class Numeral(NamedTuple):
    """A number in the text. ``words`` is its value in words where those are given as well."""

    start: int
    end: int
    value: float
    decimals: int = 0
    in_words: bool = False
    words: float | None = None


def digits_value(written: str) -> tuple[float, int] | None:
    """Give value and decimals of written digits; None for versions, addresses, dotted dates."""
    if written.isdigit():
        return float(written), 0
    if _GROUPED.fullmatch(written):
        plain = written.replace(",", "")
        return float(plain), len(plain.partition(".")[2])
    marks = written.count(".") + written.count(",")
    if marks != 1:
        return None
    whole, _, part = written.replace(",", ".").partition(".")
    return float(f"{whole}.{part}"), len(part)


def digit_numerals(folded: str) -> Iterator[Numeral]:
    """Find every number written in digits, fractions taken in ("3 1/2")."""
    skip = 0
    for match in _DIGITS.finditer(folded):
        start, end = match.span()
        if start < skip:
            continue
        read = digits_value(match[0])
        if read is None:
            continue
        value, decimals = read
        following = folded[end : end + 1]
        if following in _FRACTION_SIGNS and following:
            yield Numeral(start, end + 1, value + _FRACTION_SIGNS[following], 2)
            continue
        fraction = _FRACTION.match(folded, end)
        if fraction and following == " " and int(fraction[2]) > int(fraction[1]) > 0:
            skip = fraction.end()
            yield Numeral(start, skip, value + int(fraction[1]) / int(fraction[2]), 2)
            continue
        yield Numeral(start, end, value, decimals)


def word_numerals(folded: str, hits: Iterable[Hit]) -> Iterator[Numeral]:
    """Join number words that make up one number ("one hundred and twenty", "twenty-four")."""
    run: list[Hit] = []
    whole: Numeral | None = None  # "ninety-nine", waiting for "point nine"
    for hit in hits:
        if run and not _continues(folded, run, hit):
            number = _after_point(whole, _run_value(run))
            whole = number if folded[run[-1].span.end : hit.span.start] == " point " else None
            if whole is None:
                yield number
            run = []
        run.append(hit)
    if run:
        yield _after_point(whole, _run_value(run))


def _after_point(whole: Numeral | None, number: Numeral) -> Numeral:
    if whole is None:
        return number
    tenths = whole.value + number.value / 10
    return number._replace(start=whole.start, value=tenths, decimals=1)


def _continues(folded: str, run: list[Hit], hit: Hit) -> bool:
    last, word = run[-1].phrase, hit.phrase
    gap = folded[run[-1].span.end : hit.span.start]
    if len(gap) > _WIDEST_GAP:
        return False
    gap = gap.strip()
    if word in _SCALES:
        return gap in {"", "-"}
    if last in _SCALES:
        return gap in {"", "-", "and", ",", "-and-"}
    return last in _TENS and 0 < _ONES.get(word, 0) < 10 and gap in {"", "-"}


def _run_value(run: list[Hit]) -> Numeral:
    total = group = 0.0
    for hit in run:
        word = hit.phrase
        if word == "hundred":
            group = (group or 1.0) * 100
        elif word in _SCALES:
            total += (group or 1.0) * _SCALES[word]
            group = 0.0
        else:
            group += _ONES.get(word, _TENS.get(word, 0.0))
    return Numeral(run[0].span.start, run[-1].span.end, total + group, in_words=True)


def join_twins(folded: str, numerals: list[Numeral]) -> Iterator[Numeral]:
    """Make one of a number given twice: "thirty (30)", "30 (thirty)"."""
    index = 0
    while index < len(numerals):
        first = numerals[index]
        twin = numerals[index + 1] if index + 1 < len(numerals) else None
        index += 1
        if twin is None or twin.in_words == first.in_words:
            yield first
            continue
        opening = _OPENING.match(folded, first.end)
        closing = _CLOSING.match(folded, twin.end)
        if opening is None or opening.end() != twin.start or closing is None:
            yield first
            continue
        if twin.in_words and not closing[1]:  # "$4,000,000 (two years)" counts two things
            yield first
            continue
        digits, words = (twin, first) if first.in_words else (first, twin)
        end = closing.end() if closing[1] else twin.end  # a unit inside the brackets is read next
        yield digits._replace(start=first.start, end=end, words=words.value)
        index += 1
