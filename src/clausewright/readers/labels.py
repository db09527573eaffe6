"""Clause numbers as they are written: "Section 11.1", "4.2(a)", "IV.", "(iii)", "b)"."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from clausewright.pattern import regex

_WORD = (
    r"(?:ARTICLE|Article|SECTION|Section|CLAUSE|Clause|PARAGRAPH|Paragraph|PART|Part|CHAPTER"
    r"|Chapter|Art\.|Sec\.|§)"
)
_BRACKETS = r"(?:\s?\((?:[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVXL]{1,5}|\d{1,2})\))"
_DECIMAL = r"\d{1,3}(?:\.\d{1,3}){0,5}"
_WORDED = regex(
    rf"(?P<word>{_WORD})\s{{0,3}}(?P<number>{_DECIMAL}{_BRACKETS}*|[IVXLC]{{1,7}}(?:\.\d{{1,3}})?|[A-Z](?![A-Za-z]))"
    r"(?P<close>\s?[.:)]|\s?[-\u2013\u2014](?=\s))?(?=\s|$|[A-Z\"\u201c(])"
)
_PLAIN = regex(
    rf"(?P<number>{_DECIMAL}(?:[A-Z](?=[\s.:)]))?{_BRACKETS}*)(?P<close>\.?\)|\.|:|\s?[-\u2013\u2014](?=\s))?"
    r"(?=\s|$|[A-Z\"\u201c(])"
)
_BRACKETED = regex(rf"(?P<number>{_BRACKETS}+)(?P<close>[.:])?(?=\s|$|[A-Z\"\u201c])")
_LETTERED = regex(
    r"(?P<number>[ivxl]{1,6}|[IVXLC]{1,7}|[a-z]{1,2}|[A-Z])(?P<close>[.)])(?=\s|$|\"|\u201c)"
)
_LONGEST = 160  # characters of a block that decide about its number
_UNIT = regex(
    r"(?:%|percent|per cent|(?:business |working |calendar )?(?:seconds?|minutes?|hours?|days?"
    r"|weeks?|months?|years?)|times?|x|million|thousand|billion|[KMGT]i?B|users?|[ap]\.?m\.?)\b"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class LabelStyle(StrEnum):
    """How one level of numbering is written."""

    ARTICLE = "article"  # Article, Part, Chapter
    DECIMAL = "decimal"  # 4, 4.2, Section 4.2
    UPPER_ROMAN = "upper roman"  # IV.
    UPPER_LETTER = "upper letter"  # A.
    LOWER_LETTER = "lower letter"  # a. a) (a)
    LOWER_ROMAN = "lower roman"  # i. i) (i)
    BRACKET_NUMBER = "bracket number"  # (1)
    BRACKET_UPPER = "bracket upper"  # (A)


class Label(NamedTuple):
    """A number at the start of a block.

    ``number`` is it without closing punctuation, ``end`` the offset after it and the white space
    that follows. ``parts`` are the values of a decimal number; ``value`` is the last of them, or
    the value of a letter or roman numeral. ``weak`` labels may be no number at all ("4 hours",
    "J. Smith") and need a sequence or a shape to back them.
    """

    number: str
    style: LabelStyle
    value: int
    end: int
    parts: tuple[int, ...] = ()
    brackets: tuple[str, ...] = ()
    word: str | None = None
    closed: bool = False
    weak: bool = False


def roman_value(text: str) -> int | None:
    """Give the value of a roman numeral below 400, None where it is none."""
    total, last = 0, 1000
    low = text.lower()
    for char in low:
        value = _ROMAN.get(char)
        if value is None:
            return None
        total += value if value <= last else value - 2 * last
        last = value
    return total if total and roman_text(total) == low else None


def roman_text(value: int) -> str:
    """Write a number below 400 as a roman numeral in lower case."""
    written = ""
    for amount, text in (
        (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
        (1, "i"),
    ):  # fmt: skip
        while value >= amount:
            written += text
            value -= amount
    return written


def letter_value(text: str) -> int | None:
    """Give the value of a letter label: a = 1, z = 26, aa = 27, bb = 28."""
    low = text.lower()
    if len(low) > 2 or not low.isascii() or not low.isalpha() or len(set(low)) != 1:
        return None
    return ord(low[0]) - 96 + 26 * (len(low) - 1)


def read_label(text: str) -> Label | None:
    """Read the number at the start of a block's text, None where there is none."""
    text = text[:_LONGEST]
    first = text[:1]
    if not first or not (first.isalnum() or first in "(§"):
        return None
    if first.isdigit():
        return _plain(text)
    if first == "(":
        return _bracketed(text)
    return _worded(text) or _lettered(text)


def _end(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _split(written: str) -> tuple[str, str, tuple[str, ...]]:
    """Give a number without white space, the part before brackets, and the brackets."""
    if "(" not in written:
        return written, written, ()
    number = "".join(written.split())
    base, _, tail = number.partition("(")
    return number, base, tuple(f"({part}" for part in tail.split("("))


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _worded(text: str) -> Label | None:
    match = _WORDED.match(text)
    if match is None:
        return None
    rest = text[match.end() :].lstrip()
    closed = match["close"] is not None
    if rest and not closed and not (rest[0].isupper() or rest[0] in '"\u201c(['):
        return None
    word = match["word"].lower().rstrip(".")
    number, base, brackets = _split(match["number"])
    high = word in ("article", "part", "chapter", "art")
    if base[0].isdigit():
        parts = _parts(base)
        style = LabelStyle.ARTICLE if high and len(parts) == 1 else LabelStyle.DECIMAL
        value = parts[-1]
    else:
        roman = roman_value(base.partition(".")[0])
        value = roman or letter_value(base) or 0
        style = LabelStyle.ARTICLE if high else LabelStyle.UPPER_ROMAN
        parts = ()
    if not value and base not in ("0", "00"):
        return None
    return Label(
        number, style, value, _end(text, match.end()), parts, brackets, word, closed=closed
    )


def _plain(text: str) -> Label | None:
    match = _PLAIN.match(text)
    if match is None:
        return None
    number, base, brackets = _split(match["number"])
    suffix = base[-1] if base[-1].isalpha() else ""
    base = base.removesuffix(suffix)
    if any(len(part) == 3 and part[0] == "0" for part in base.split(".")):
        return None
    parts = _parts(base)
    end = _end(text, match.end())
    rest = text[end:]
    closed = match["close"] is not None
    if not closed and _UNIT.match(rest):
        return None
    lower = rest[:1].islower()
    if suffix and len(parts) == 1 and not closed:
        return None
    weak = not closed and not brackets and (len(parts) == 1 or lower)
    if len(parts) == 1 and not closed and (lower or parts[0] > 99):
        return None
    if closed and len(parts) == 1 and parts[0] > 200:
        return None
    return Label(
        number, LabelStyle.DECIMAL, parts[-1], end, parts, brackets, closed=closed, weak=weak
    )


def bracket_style(inner: str) -> tuple[LabelStyle, int] | None:
    """Tell style and value of what stands in brackets; a letter that may be roman is a letter."""
    if inner.isdigit():
        return LabelStyle.BRACKET_NUMBER, int(inner)
    if inner.isupper():
        value = letter_value(inner) or roman_value(inner)
        return None if value is None else (LabelStyle.BRACKET_UPPER, value)
    letter = letter_value(inner)
    if letter is not None:
        return LabelStyle.LOWER_LETTER, letter
    roman = roman_value(inner)
    return None if roman is None else (LabelStyle.LOWER_ROMAN, roman)


def _bracketed(text: str) -> Label | None:
    match = _BRACKETED.match(text)
    if match is None:
        return None
    number, _, brackets = _split(match["number"])
    told = bracket_style(brackets[-1][1:-1])
    if told is None:
        return None
    style, value = told
    return Label(number, style, value, _end(text, match.end()), (), brackets, closed=True)


def _lettered(text: str) -> Label | None:
    match = _LETTERED.match(text)
    if match is None:
        return None
    number = match["number"]
    upper = number[0].isupper()
    letter, roman = letter_value(number), roman_value(number)
    if upper:
        value = letter if letter is not None else roman
        style = LabelStyle.UPPER_LETTER if letter is not None else LabelStyle.UPPER_ROMAN
    else:
        value = letter if letter is not None else roman
        style = LabelStyle.LOWER_LETTER if letter is not None else LabelStyle.LOWER_ROMAN
    if value is None:
        return None
    end = _end(text, match.end())
    return Label(number, style, value, end, brackets=(f"({number})",), closed=True, weak=True)
