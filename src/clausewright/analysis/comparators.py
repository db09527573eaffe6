"""Words and signs that say on which side of a number the promise lies."""

from __future__ import annotations

from typing import Final

from clausewright.analysis.scan import Words, expand
from clausewright.pattern import regex

_BEFORE: Final = {
    ">=": (
        "at least",
        "at minimum",
        "{no|not} {less|fewer|lower} than",
        "{a|} minimum of",
        "minimum",
        "min",
        "{equal|equals} to or {greater|higher|more|better|larger} than",
        "{greater|higher|more|better|larger} than or equal to",
        "at or above",
        "{meet|meets} or {exceed|exceeds}",
        "equal to or above",
        "not {fall|drop|go} below",
        "not below",
    ),
    ">": (
        "{greater|more|higher|longer|larger|better|other and more} than",
        "above",
        "over",
        "exceeds",
        "exceeding",
        "exceed",
        "in excess of",
    ),
    "<=": (
        "within",
        "within a maximum of",
        "{no|not} {more|greater|longer|later|higher|larger} than",
        "not {exceed|exceeding|to exceed|be exceeding}",
        "{cannot|never} exceed",
        "up to",
        "{a|} maximum of",
        "maximum",
        "max",
        "at most",
        "{less|fewer|lower|shorter} than or equal to",
        "equal to or {less|fewer|lower} than",
        "at or below",
        "limited to",
        "capped at",
    ),
    "<": ("{less|fewer|lower|shorter|sooner} than", "below", "under", "in under"),
    "~": ("approximately", "approx", "about", "around", "roughly", "circa", "some", "nearly"),
    "=": ("equal to", "equals", "exactly", "of exactly"),
}
_AFTER: Final = {
    ">=": (
        "or {more|higher|greater|above|better|longer|over|larger}",
        "and {above|higher|over}",
        "minimum",
    ),
    "<=": ("or {less|fewer|lower|below|under|sooner|earlier|faster|better}", "maximum", "max"),
}
_BEFORE_WORDS: Final = {
    tuple(reading.split()): sign
    for sign, phrases in _BEFORE.items()
    for phrase in phrases
    for reading in expand(phrase)
}
_AFTER_WORDS: Final = {
    tuple(reading.split()): sign
    for sign, phrases in _AFTER.items()
    for phrase in phrases
    for reading in expand(phrase)
}
_LONGEST: Final = max(map(len, _BEFORE_WORDS))
_LAST_WORDS: Final = frozenset(words[-1] for words in _BEFORE_WORDS)
_SIGNS: Final = {
    "<=": "<=",
    "=<": "<=",
    "\u2264": "<=",
    "\u2a7d": "<=",
    ">=": ">=",
    "=>": ">=",
    "\u2265": ">=",
    "\u2a7e": ">=",
    "<": "<",
    ">": ">",
    "~": "~",
    "\u2248": "~",
    "\u00b1": "~",
    "=": "=",
}
_SIGN_BEFORE = regex(r"(<=|=<|>=|=>|[\u2264\u2a7d\u2265\u2a7e<>~\u2248\u00b1=])[ $\u20ac\u00a3]*$")
_JOINED = regex(r"[\s(:$\u20ac\u00a3\u00a5*_-]*")


def comparator_before(words: Words, start: int) -> str | None:
    """Give the comparator that ends right before an offset."""
    folded = words.folded
    if start and folded[start - 1] in "<>=~\u2264\u2265\u2a7d\u2a7e\u2248\u00b1 $\u20ac\u00a3":
        sign = _SIGN_BEFORE.search(folded, max(0, start - 4), start)
        if sign:
            return _SIGNS[sign[1]]
    index = words.index_at(start)
    if index == 0 or words.words[index - 1] not in _LAST_WORDS:
        return None
    if not _JOINED.fullmatch(folded, words.ends[index - 1], start):
        return None
    for length in range(min(_LONGEST, index), 0, -1):
        found = _BEFORE_WORDS.get(words.words[index - length : index])
        if found:
            return found
    return None


def comparator_after(words: Words, end: int) -> str | None:
    """Give the comparator that stands right after an offset ("or more", "+")."""
    folded = words.folded
    if folded[end : end + 1] == "+":
        return ">="
    index = words.index_at(end)
    if index >= len(words.words) or words.starts[index] - end > 2:
        return None
    return _AFTER_WORDS.get(words.words[index : index + 2]) or _AFTER_WORDS.get(
        words.words[index : index + 1]
    )
