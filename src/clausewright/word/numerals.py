"""Write a counter the way a Word number format says (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHICAGO = "*†‡§"
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_MOST_ROMAN = 32_767


def numeral(value: int, kind: str) -> str:
    """Give a counter in a number format; a format of another script is given in digits."""
    form = _FORMS.get(kind)
    return str(value) if form is None or value < 0 else form(value)


def _letters(value: int) -> str:
    """Word writes a ... z, aa, bb ... zz, aaa (not ab)."""
    if value < 1:
        return ""
    times, letter = divmod(value - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 30)


def _roman(value: int) -> str:
    if not 0 < value <= _MOST_ROMAN:
        return str(value)
    out = []
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        out.append(sign * times)
    return "".join(out)


def _ordinal(value: int) -> str:
    teen = value % 100 in (11, 12, 13)
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _cardinal_text(value: int) -> str:
    words = _words(value)
    return words[:1].upper() + words[1:]


def _ordinal_text(value: int) -> str:
    head, dash, last = _cardinal_text(value).rpartition("-")
    if not dash:
        head, dash, last = _cardinal_text(value).rpartition(" ")
    low = last.lower()
    if low in _ORDINALS:
        end = _ORDINALS[low]
    elif low.endswith("y"):
        end = low[:-1] + "ieth"
    else:
        end = low + "th"
    return head + dash + (end if head else end.capitalize())


def _words(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    for worth, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= worth:
            times, rest = divmod(value, worth)
            return f"{_words(times)} {name}" + (f" {_words(rest)}" if rest else "")
    raise AssertionError(value)


def _chicago(value: int) -> str:
    if value < 1:
        return ""
    times, sign = divmod(value - 1, len(_CHICAGO))
    return _CHICAGO[sign] * min(times + 1, 30)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalZero3": lambda value: f"{value:03d}",
    "decimalZero4": lambda value: f"{value:04d}",
    "decimalZero5": lambda value: f"{value:05d}",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "chicago": _chicago,
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "none": lambda _value: "",
}
