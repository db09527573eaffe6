"""Numbers left open in a draft, where their unit shows that a quantity belongs there."""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.comparators import comparator_before
from clausewright.analysis.numerals import Numeral
from clausewright.analysis.scan import Words
from clausewright.analysis.units_beside import unit_after
from clausewright.model.facts import Dimension, Quantity
from clausewright.model.span import Span
from clausewright.pattern import regex

_OPEN = regex(
    r"\[[^\[\]\n]{0,60}\](?!\()|_{2,40}|\{\{?[^{}\n]{1,60}\}?\}|<[a-z][^<>\n]{0,40}>"
    r"|(?<![\w.])(?:x{1,3}(?:\.x{1,3})?|[xyzn])(?=[ \u00a0]?[%\w])"
)
_MEASURED = frozenset({Dimension.PERCENT, Dimension.DURATION, Dimension.DATA, Dimension.RATE})


def open_numbers(words: Words) -> Iterator[Quantity]:
    """Find blanks, brackets and letters that stand where a number with a unit should."""
    folded = words.folded
    for match in _OPEN.finditer(folded):
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
