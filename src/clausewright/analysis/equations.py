"""Sums that a text writes out ("$100,000 x 10% = $10,000"), recomputed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clausewright.model.span import Span
from clausewright.pattern import regex

_NUMBER = (
    r"(?:(?:us)?[$\u20ac\u00a3]\s?|(?:usd|eur|gbp|chf)\s)?"
    r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<{0}p>\s?%)?"
    r"(?P<{0}c>\s(?:usd|eur|gbp|chf|euros?|dollars?|pounds?)\b)?"
    r"(?:\s(?!(?:of|times|multiplied|divided|plus|minus|equals|is|comes|makes|x)\b)[a-z]{{2,12}}){{0,3}}"
)
_OPERATOR = (
    r"\s?(?P<op>x|\u00d7|\*|\u00b7|multiplied by|times|/|\u00f7|divided by|\+|plus|"
    r"\u2212|minus|(?<=%) ?of)\s?"
)
_TERM = regex(_NUMBER.format("n"), re.IGNORECASE)
_NEXT = regex(_OPERATOR, re.IGNORECASE)
_EQUALS = regex(r"\s?(?:=|equals|is equal to|comes to|makes)\s?", re.IGNORECASE)
_FIRST = regex(r"(?<![\w.,/=\u00d7*+-])(?:(?:us)?[$\u20ac\u00a3]\s?)?\d", re.IGNORECASE)
_INSIDE_A_SUM = regex(r"(?:[-/*\u00d7\u00f7+\u2212\u2013(^]|\b(?:of|times|by|plus|minus|x))\s?$")
_MOST_TERMS: Final = 8
_MULTIPLY: Final = frozenset({"x", "\u00d7", "*", "\u00b7", "multiplied by", "times", "of"})
_DIVIDE: Final = frozenset({"/", "\u00f7", "divided by"})
_ADD: Final = frozenset({"+", "plus"})


class Equation(NamedTuple):
    """A sum with the result that is written and the one that follows.

    ``left`` is the sum as written, ``right`` what it comes to, ``said`` the result as written.
    """

    left: str
    right: float
    said: str
    result_span: Span
    holds: bool


class _Term(NamedTuple):
    value: float
    percent: bool
    decimals: int
    end: int
    number_end: int


def equations(text: str, span: Span) -> Iterator[Equation]:
    """Find the sums with two terms or more and a result in a sentence."""
    at = span.start
    while True:
        start = _FIRST.search(text, at, span.end)
        if start is None:
            return
        inside = _INSIDE_A_SUM.search(text, max(span.start, start.start() - 8), start.start())
        found = None if inside else _equation(text, start.start(), span.end)
        if found is None:
            at = start.end()
            continue
        yield found
        at = found.result_span.end


def _equation(text: str, start: int, end: int) -> Equation | None:
    first = _term(text, start, end)
    if first is None:
        return None
    terms, operators, at = [first], [], first.end
    while len(terms) < _MOST_TERMS:
        joined = _NEXT.match(text, at, end)
        following = _term(text, joined.end(), end) if joined else None
        if joined is None or following is None:
            break
        operators.append(joined["op"].strip().lower())
        terms.append(following)
        at = following.end
    equals = _EQUALS.match(text, at, end)
    result = _term(text, equals.end(), end) if equals and operators else None
    if equals is None or result is None:
        return None
    right = _value(terms, operators, result)
    if right is None:
        return None
    written = Span(equals.end(), result.number_end)
    said = text[written.start : written.end]
    return Equation(text[start:at].strip(), right, said, written, _agrees(right, result))


def _term(text: str, start: int, end: int) -> _Term | None:
    match = _TERM.match(text, start, end)
    if match is None:
        return None
    plain = match["n"].replace(",", "")
    decimals = len(plain.partition(".")[2])
    number_end = max(match.end("n"), match.end("np"), match.end("nc"))
    return _Term(float(plain), bool(match["np"]), decimals, match.end(), number_end)


def _value(terms: list[_Term], operators: list[str], result: _Term) -> float | None:
    """Compute from left to right, products before sums; None for a mixture that is not clear."""
    additive = [operator for operator in operators if operator not in _MULTIPLY | _DIVIDE]
    if additive:
        if len(additive) != len(operators) or len({term.percent for term in (*terms, result)}) > 1:
            return None
        total = terms[0].value
        for operator, term in zip(operators, terms[1:], strict=True):
            total += term.value if operator in _ADD else -term.value
        return total
    product = _share(terms[0])
    for operator, term in zip(operators, terms[1:], strict=True):
        if operator in _DIVIDE and term.value == 0:
            return None
        product = product / _share(term) if operator in _DIVIDE else product * _share(term)
    return product * 100 if result.percent else product


def _share(term: _Term) -> float:
    return term.value / 100 if term.percent else term.value


def _agrees(right: float, result: _Term) -> bool:
    """Tell whether a result is right to the digits written, rounded either way."""
    unit = 10.0**-result.decimals
    close = abs(right - result.value) <= unit * (1 + 1e-9)
    return close or math.isclose(right, result.value, rel_tol=0.005)
