"""The unit that stands beside a number: right after it, or as a currency before it."""

from __future__ import annotations

from typing import Final

from clausewright.analysis.numerals import Numeral
from clausewright.analysis.quantity_units import (
    CURRENCY_SYMBOLS,
    CURRENCY_WORDS,
    DATA_UNITS,
    MULTIPLIERS,
    PERCENT_WORDS,
    RATE_NOUNS,
    RATE_UNITS,
    SECOND,
    TIME_QUALIFIERS,
    TIME_UNITS,
    Unit,
    time_unit,
)
from clausewright.model.facts import Dimension
from clausewright.pattern import regex

_NEXT_WORD = regex(
    r"[ \u00a0]{0,24}[-*_`]{0,3}[ \u00a0]?([a-z]+(?:/[a-z]+)?|[%\u2030$\u20ac\u00a3\u00a5])"
)
_FOLLOWING_WORD = regex(r"\.?(?:[ \u00a0\n]{1,24}|-(?=[a-z]))([a-z]+)")
_LETTER_AFTER = regex(r"[\w]")
_PLURAL_MARK = regex(r"\(s\)|\(es\)")
_CURRENCY_BEFORE = regex(
    r"(?:(?<![a-z])(us|ca|au|nz|hk|s)?([$\u20ac\u00a3\u00a5\u20b9])|\b([a-z]{2,3})\.?)[ \u00a0]?$"
)
_SCORE = regex(r"\s?(?:/|out of)\s?(5|10|100)(?:\.0)?(?![\d/.]\d|[\d/])(?:\s(?:stars?|points?))?")
_SCORED = regex(r"score|rating|rated|satisf|csat|nps|average|survey|stars?\b")
_PER_SECOND = regex(r"\s?(?:per|/|a|each)\s?(second|sec|s|minute|min)\b")
_LOOK_BACK: Final = 7
# Words after a bare number that are no name of a thing counted.
_NO_NOUN: Final = frozenset(
    "a an the and or of to in on at by for from with without per is are was were be been as if "
    "when where which that this these those shall will must may can not than then but so such "
    "above below under over after before during until through upon between out x am pm "
    "or/and and/or hereof thereof hereto st nd rd th".split()
)
_COUNT_ADJECTIVES: Final = frozenset(
    "consecutive separate different additional further named concurrent simultaneous total full "
    "new qualified active complete independent individual of successful failed".split()
)


def currency_before(folded: str, start: int) -> tuple[int, str | None]:
    """Give where an amount starts and its currency, where one stands before the number."""
    before = folded[max(0, start - 1) : start]
    if not before or before in "\n(,;:":
        return start, None
    match = _CURRENCY_BEFORE.search(folded, max(0, start - _LOOK_BACK), start)
    if match is None:
        return start, None
    if match[2]:
        code = CURRENCY_SYMBOLS[match[2]]
        region = {"ca": "cad", "au": "aud", "nz": "nzd", "hk": "hkd", "s": "sgd"}.get(match[1])
        return match.start(), region or code
    found = CURRENCY_WORDS.get(match[3])
    return (match.start(), found) if found else (start, None)


def unit_after(folded: str, numeral: Numeral, currency: str | None) -> Unit | None:
    """Read the unit after a number; a bare count takes the noun it counts as its unit."""
    if currency is not None:
        return _amount(folded, numeral.end, currency)
    score = _score(folded, numeral)
    if score is not None:
        return score
    match = _NEXT_WORD.match(folded, numeral.end)
    if match is None:
        return None
    word, end = match[1], match.end()
    if word in PERCENT_WORDS:
        return Unit(end, "%", Dimension.PERCENT, 1.0)
    if word in CURRENCY_SYMBOLS:
        return Unit(end, CURRENCY_SYMBOLS[word], Dimension.MONEY, 1.0)
    if _LETTER_AFTER.match(folded, end):  # "2fa", "3d_model"
        return None
    return _named_unit(folded, word, end, glued=match.start(1) == numeral.end)


def _score(folded: str, numeral: Numeral) -> Unit | None:
    match = _SCORE.match(folded, numeral.end)
    if match is None or numeral.value > float(match[1]):
        return None
    near = folded[max(0, numeral.start - 60) : numeral.start]
    if "out" not in match[0] and not numeral.decimals and not _SCORED.search(near):
        return None
    return Unit(match.end(), f"/{match[1]}", Dimension.SCORE, 1.0)


def _named_unit(folded: str, word: str, end: int, *, glued: bool) -> Unit | None:
    if word == "per" and folded.startswith(" cent", end):
        return Unit(end + 5, "%", Dimension.PERCENT, 1.0)
    qualifiers: list[str] = []
    while word in TIME_QUALIFIERS and len(qualifiers) < 3:
        following = _FOLLOWING_WORD.match(folded, end)
        if following is None:
            break
        qualifiers.append(word)
        word, end = following[1], following.end()
    timed = time_unit(word, tuple(qualifiers))
    if timed is not None:
        plural = _PLURAL_MARK.match(folded, end)
        name = " ".join([*qualifiers, word])
        return Unit(plural.end() if plural else end, name, Dimension.DURATION, *timed)
    if qualifiers:  # "5 business units"
        return None
    if word in DATA_UNITS:
        return Unit(end, word, Dimension.DATA, DATA_UNITS[word])
    if word in RATE_UNITS:
        return Unit(end, word, Dimension.RATE, RATE_UNITS[word])
    if word in CURRENCY_WORDS or word in MULTIPLIERS:
        return _money_after(folded, word, end)
    return None if glued else _counted(folded, word, end)


def _amount(folded: str, end: int, currency: str) -> Unit:
    """Read what may follow an amount with its currency before it: "million", "k"."""
    match = _NEXT_WORD.match(folded, end)
    size = MULTIPLIERS.get(match[1]) if match else None
    if match and size and not _LETTER_AFTER.match(folded, match.end()):
        return Unit(match.end(), currency, Dimension.MONEY, size)
    return Unit(end, currency, Dimension.MONEY, 1.0)


def _money_after(folded: str, word: str, end: int) -> Unit | None:
    size = 1.0
    if word in MULTIPLIERS:
        size = MULTIPLIERS[word]
        following = _NEXT_WORD.match(folded, end)
        if following is None:
            return None
        word, end = following[1], following.end()
    code = CURRENCY_WORDS.get(word) or CURRENCY_SYMBOLS.get(word)
    return Unit(end, code, Dimension.MONEY, size) if code else None


def _counted(folded: str, word: str, end: int) -> Unit | None:
    if word in _NO_NOUN:
        return None
    if word in _COUNT_ADJECTIVES:
        following = _FOLLOWING_WORD.match(folded, end)
        if following and following[1] not in _NO_NOUN:
            word, end = following[1], following.end()
    rate = _PER_SECOND.match(folded, end) if word in RATE_NOUNS else None
    if rate:
        seconds = TIME_UNITS[rate[1]]
        return Unit(
            rate.end(), folded[end - len(word) : rate.end()], Dimension.RATE, SECOND / seconds
        )
    return Unit(end, word, Dimension.COUNT, 1.0)
