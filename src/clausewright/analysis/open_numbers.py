"""Numbers left open in a draft, where their unit shows that a quantity belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausewright.analysis.comparators import comparator_before
from clausewright.analysis.numerals import Numeral
from clausewright.analysis.scan import Words
from clausewright.analysis.units_beside import unit_after
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.span import Span
from clausewright.pattern import apart, regex

_MARKS = regex(
    r"(?=[\[_{<])(?:\[[^\[\]\n]{0,60}\](?!\()|_{2,40}|\{\{?[^{}\n]{1,60}\}?\}|<[a-z][^<>\n]{0,40}>)"
)
_LETTERS = regex(r"[xyzn](?<![\w.].)(?:(?<=x)x{0,2}(?:\.x{1,3})?|(?!\w))(?=[ \u00a0]?[%\w])")
_LETTER_WORDS = ("y", "z", "n")
_MEASURED = frozenset({Dimension.PERCENT, Dimension.DURATION, Dimension.DATA, Dimension.RATE})


def _matches(words: Words) -> Iterator[re.Match[str]]:
    """Find what may stand for a number, letters outside brackets only."""
    letters = any(word[0] == "x" or word in _LETTER_WORDS for word in words.vocabulary)
    return apart(
        [*_MARKS.finditer(words.folded), *(_LETTERS.finditer(words.folded) if letters else ())]
    )


def open_numbers(words: Words) -> Iterator[Quantity]:
    """Find blanks, brackets and letters that stand where a number with a unit should."""
    folded = words.folded
    for match in _matches(words):
        numeral = Numeral(match.start(), match.end(), 0.0)
        unit = unit_after(folded, numeral, None)
        if unit is None or unit.dimension not in _MEASURED:
            continue
        if (
            match[0].isalpha()
            and unit.end - match.end() > 1
            and len(unit.name) < 3
            and unit.name != "%"
        ):
            continue  # "x s", "n h": letters of a formula
        yield Quantity(
            span=Span(match.start(), unit.end),
            value=0.0,
            unit=unit.name,
            dimension=unit.dimension,
            base=0.0,
            business=unit.business,
            comparator=comparator_before(words, match.start()),
            number_span=Span(match.start(), match.end()),
            placeholder=True,
        )
