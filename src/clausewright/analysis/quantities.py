"""Quantities of a document: numbers with the unit, the comparator and the range they stand in.

Digits nominate by one pass over the text, number words by the scan; everything else looks only at
the few characters beside a number. Numbers that name something (clauses, dates, years, versions,
telephone numbers, addresses) are no quantities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from clausewright.analysis.clock_times import clock_times
from clausewright.analysis.comparators import comparator_after, comparator_before
from clausewright.analysis.number_names import NumberNames
from clausewright.analysis.numerals import (
    NUMBER_WORDS,
    Numeral,
    digit_numerals,
    join_twins,
    word_numerals,
)
from clausewright.analysis.open_numbers import open_numbers
from clausewright.analysis.quantity_units import Unit, time_unit
from clausewright.analysis.scan import Hit, Words
from clausewright.analysis.units_beside import currency_before, unit_after
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_SPOKEN: Final = (
    "{next|same|following} {business|working|calendar|} day",
    "{next|same} weekday",
    "nbd",
    (
        "{within|under|after|every|every half|half|within half} {a|an} "
        "{minute|hour|day|week|month|quarter|year}"
    ),
    "{within|after|every} {a|one} {business|working|calendar} {hour|day|week}",
    "half {hour|day}",
    "a couple of {minutes|hours|days|weeks}",
)
PHRASES: tuple[str, ...] = (*NUMBER_WORDS, *_SPOKEN)

_NUMBER_WORDS: Final = frozenset(NUMBER_WORDS)
_LIMITING: Final = frozenset({"within", "under", "next", "same", "following", "nbd"})
_DASH = regex(r"\s{0,2}(?:-|\u2013|\u2014|to)\s{0,2}")
_AND = regex(r"\s?(?:and|to|-|\u2013)\s")
_BETWEEN = regex(r"\b(?:between|from)\s$")
_OPENING = regex(r"\s?\(")
_CLOSING = regex(r"\s?\)")


class _Reading(NamedTuple):
    """A number with what stands beside it."""

    numeral: Numeral
    start: int
    end: int
    unit: Unit | None

    @property
    def measured(self) -> bool:
        return self.unit is not None and self.unit.dimension is not Dimension.COUNT


def quantities_of(draft: Draft) -> tuple[Quantity, ...]:
    """Find the quantities."""
    labels = [block.label for block in draft.document.blocks if block.label]
    return tuple(find_quantities(draft.words, draft.hits_of("quantities"), labels))


def find_quantities(
    words: Words, hits: Iterable[Hit], labels: Iterable[Span] = ()
) -> list[Quantity]:
    """Find the quantities of a text in order; ``labels`` are clause numbers to pass over."""
    hits = tuple(hits)
    numbers = [hit for hit in hits if hit.phrase in _NUMBER_WORDS]
    times = clock_times(words.folded)
    taken = sorted([*labels, *(quantity.span for quantity in times)])
    readings = list(_readings(words, _numerals(words, numbers, taken)))
    found = [*times, *_measured(words, readings), *open_numbers(words)]
    found.sort(key=attrgetter("span"))
    found = list(_join_equals(words.folded, found))
    spoken = [hit for hit in hits if hit.phrase not in _NUMBER_WORDS]
    found += list(_spoken(spoken, found))
    found.sort(key=attrgetter("span"))
    return found


def _numerals(words: Words, hits: Iterable[Hit], taken: list[Span]) -> Iterator[Numeral]:
    """Give the numbers of the text in order, none of them inside a taken span."""
    written = [*digit_numerals(words.folded), *word_numerals(words.folded, hits)]
    written.sort(key=attrgetter("start"))
    at = 0
    for numeral in join_twins(words.folded, written):
        while at < len(taken) and taken[at].end <= numeral.start:
            at += 1
        if at == len(taken) or taken[at].start >= numeral.end:
            yield numeral


def _readings(words: Words, numerals: Iterable[Numeral]) -> Iterator[_Reading]:
    end = 0
    for numeral in numerals:
        if numeral.start < end:  # swallowed by the unit of the number before ("4.5/5")
            continue
        start, currency = currency_before(words.folded, numeral.start)
        unit = unit_after(words.folded, numeral, currency)
        end = unit.end if unit else numeral.end
        yield _Reading(numeral, start, end, unit)


def _measured(words: Words, readings: list[_Reading]) -> Iterator[Quantity]:
    """Give a quantity for each number that measures, two numbers of a range as one."""
    names = NumberNames(words)
    index = 0
    while index < len(readings):
        this = readings[index]
        following = readings[index + 1] if index + 1 < len(readings) else None
        index += 1
        if following and _is_range(words.folded, this, following):
            if not names.is_name_at_range(this.numeral, measured=this.measured):
                yield _quantity(words, following, low=this)
                index += 1
            continue
        if names.is_name(this.numeral, measured=this.measured):
            continue
        quantity = _quantity(words, this)
        if _says_something(this, quantity):
            yield quantity


def _is_range(folded: str, low: _Reading, high: _Reading) -> bool:
    if high.unit is None or high.start - low.end > 6:
        return False
    if low.unit and (low.unit.dimension, low.unit.size) != (high.unit.dimension, high.unit.size):
        return False
    if low.unit is None and high.unit.dimension is Dimension.MONEY:
        return False
    if low.numeral.value == high.numeral.value or _disagrees(low) or _disagrees(high):
        return False
    if _DASH.fullmatch(folded, low.end, high.start):
        return True
    between = _BETWEEN.search(folded, max(0, low.start - 9), low.start)
    return bool(between) and bool(_AND.fullmatch(folded, low.end, high.start))


def _disagrees(reading: _Reading) -> bool:
    words = reading.numeral.words
    return words is not None and words != reading.numeral.value


def _says_something(reading: _Reading, quantity: Quantity) -> bool:
    """Tell whether a bare number counts something; "one" alone mostly means "a"."""
    numeral, unit = reading.numeral, reading.unit
    if reading.measured or numeral.words is not None:
        return True
    if numeral.in_words and numeral.value <= 1:
        return False
    if quantity.comparator is not None:
        return True
    return unit is not None and unit.name.endswith("s") and not numeral.decimals


def _quantity(words: Words, reading: _Reading, low: _Reading | None = None) -> Quantity:
    numeral, unit = reading.numeral, reading.unit
    first = low or reading
    values = sorted({numeral.value, first.numeral.value})
    size = unit.size if unit else 1.0
    number = Span(first.numeral.start, numeral.end)
    return Quantity(
        span=Span(first.start, reading.end),
        value=values[0],
        unit=unit.name if unit else "",
        dimension=unit.dimension if unit else Dimension.COUNT,
        base=values[0] * size,
        decimals=max(numeral.decimals, first.numeral.decimals),
        high=values[1] if len(values) > 1 else None,
        business=bool(unit and unit.business),
        comparator=comparator_before(words, first.start) or comparator_after(words, reading.end),
        word_value=first.numeral.words,
        number_span=number,
    )


def _join_equals(folded: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Make one of a quantity given twice, the second time in brackets: "five percent (5%)"."""
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        index += 1
        if second and _is_equal(folded, first, second):
            closing = _CLOSING.match(folded, second.span.end)
            end = closing.end() if closing else second.span.end
            spelled = folded[first.span.start].isalpha()
            digits, words = (second, first) if spelled else (first, second)
            joined = Span(first.span.start, end)
            comparator = first.comparator or second.comparator
            yield replace(digits, span=joined, word_value=words.value, comparator=comparator)
            index += 1
        else:
            yield first


def _is_equal(folded: str, first: Quantity, second: Quantity) -> bool:
    if first.dimension is not second.dimension or first.dimension is Dimension.TIME_OF_DAY:
        return False
    if first.word_value is not None or second.word_value is not None:
        return False
    if first.number_span is None or second.number_span is None:
        return False
    in_words = [folded[q.number_span.start].isalpha() for q in (first, second) if q.number_span]
    singular = [quantity.unit.rstrip("s") for quantity in (first, second)]
    return (
        in_words[0] != in_words[1]
        and singular[0] == singular[1]
        and bool(_OPENING.fullmatch(folded, first.span.end, second.span.start))
        and bool(_CLOSING.match(folded, second.span.end))
    )


def _spoken(hits: Iterable[Hit], found: list[Quantity]) -> Iterator[Quantity]:
    """Read "next business day", "within a week", "half an hour"."""
    taken = {offset for quantity in found for offset in (quantity.span.start, quantity.span.end)}
    last = -1
    for hit in hits:
        parts = hit.phrase.split()
        start = hit.span.start
        if start < last or hit.span.start in taken or hit.span.end in taken:
            continue
        last = hit.span.end
        yield _spoken_quantity(hit, parts)


def _spoken_quantity(hit: Hit, parts: list[str]) -> Quantity:
    limiting = parts[0] in _LIMITING
    words = ["business", "day"] if parts == ["nbd"] else parts
    name = words[-1]
    qualifiers = tuple(word for word in words if word in {"business", "working", "calendar"})
    timed = time_unit(name, qualifiers)
    size, business = timed or (0.0, False)
    value = 0.5 if "half" in parts else 2.0 if "couple" in parts else 1.0
    return Quantity(
        span=hit.span,
        value=value,
        unit=" ".join([*qualifiers, name]),
        dimension=Dimension.DURATION,
        base=value * size,
        business=business,
        comparator="<=" if limiting else None,
        number_span=hit.span,
    )
