"""Bands of a measured level as credit scales write them ("less than 99.9% but at least 99.0%")."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clausewright.analysis.scan import fold
from clausewright.pattern import regex

_ABOVE_INCLUDED = (
    r">=|=>|\u2265|greater than or equal to|equal to or (?:greater|higher|more) than|"
    r"equal or greater than|at or above|at least|no(?:t)? (?:less|lower) than|from"
)
_BELOW_INCLUDED = (
    r"<=|=<|\u2264|less than or equal to|equal to or (?:less|lower) than|at or below|"
    r"no(?:t)? (?:more|greater|higher) than|up to"
)
_ABOVE = r">|(?:greater|more|higher) than|above|over|exceed(?:s|ing)"
_BELOW = r"<|(?:less|lower|fewer) than|below|under"
_NUMBER = regex(
    rf"(?:(?P<ge>{_ABOVE_INCLUDED})|(?P<le>{_BELOW_INCLUDED})|(?P<gt>{_ABOVE})|(?P<lt>{_BELOW}))?"
    r"[\s(:*_]{0,4}(?P<number>\d{1,3}(?:[.,]\d+)?)\s?(?P<percent>%|percent)?"
    r"(?:[\s)*_]{0,3}(?P<after>or (?:more|higher|above|greater|better)|"
    r"or (?:less|lower|below)|and (?:above|below))\b(?! than|[\s(:*_]{0,4}\d))?"
)
_RANGE = regex(r"[\s*_%]{0,4}(?:-|\u2013|\u2014|to|and|through|until|\u2192)[\s*_]{0,4}")
_WHOLE: Final = 100.0


class Band(NamedTuple):
    """A band of percent; an end that is None is open."""

    low: float | None
    high: float | None
    low_included: bool
    high_included: bool
    decimals: int
    end: int


class _Edge(NamedTuple):
    start: int
    end: int
    value: float
    sign: str | None
    decimals: int


def band_of(text: str, *, percent: bool) -> Band | None:
    """Read a band; ``percent`` tells that bare numbers are percent. None where it sets none."""
    folded = fold(text)
    edges = [edge for match in _NUMBER.finditer(folded) if (edge := _edge(match, percent))]
    if not edges or len(edges) > 2:
        return None
    decimals = max(edge.decimals for edge in edges)
    end = edges[-1].end
    if len(edges) == 1:
        return _one_sided(edges[0], decimals, end)
    low, high = sorted(edges, key=lambda edge: edge.value)
    if low.value == high.value or low.sign in {"<", "<="} or high.sign in {">", ">="}:
        return None
    between = folded[min(low.end, high.end) : max(low.start, high.start)]
    if low.sign is None and high.sign is None and not _RANGE.fullmatch(between):
        return None
    return Band(low.value, high.value, low.sign != ">", high.sign != "<", decimals, end)


def _one_sided(edge: _Edge, decimals: int, end: int) -> Band | None:
    if edge.sign in {"<", "<="}:
        return Band(None, edge.value, True, edge.sign == "<=", decimals, end)
    if edge.sign in {">", ">="}:
        return Band(edge.value, None, edge.sign == ">=", True, decimals, end)
    return None


def _edge(match: re.Match[str], percent: bool) -> _Edge | None:
    if not (percent or match["percent"]):
        return None
    value = float(match["number"].replace(",", "."))
    if value > _WHOLE:
        return None
    sign = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<"}.get(match.lastgroup or "")
    for group, said in (("ge", ">="), ("le", "<="), ("gt", ">"), ("lt", "<")):
        if match[group]:
            sign = said
    after = match["after"]
    if after and sign is None:
        sign = "<=" if after.endswith(("less", "lower", "below")) else ">="
    decimals = len(match["number"].replace(",", ".").partition(".")[2])
    return _Edge(match.start(), match.end("number"), value, sign, decimals)
