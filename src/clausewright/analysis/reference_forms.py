"""How a cross-reference is written: "Sections 4.1(a) and (b)", "Schedule 2", "Article 28 GDPR".

Works on plain strings from the place of a reference word. What a number points at in a document is
the business of ``analysis.references``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausewright.model.span import Span
from clausewright.pattern import regex

ATTACHMENT_WORDS = (
    "schedule",
    "annex",
    "exhibit",
    "appendix",
    "attachment",
    "annexure",
    "addendum",
)
REFERENCE_PHRASES = (
    "{section|sections|clause|clauses|article|articles|paragraph|paragraphs|subsection|subsections}",
    "{subclause|subclauses|sub section|sub sections|sub clause|sub clauses|sub paragraph}",
    "{art|arts|sec|secs|para|paras|cl}",
    "{schedule|schedules|annex|annexes|exhibit|exhibits|appendix|appendices|appendixes}",
    "{attachment|attachments|annexure|annexures|addendum}",
)
_SINGULAR = {
    "annexes": "annex",
    "appendices": "appendix",
    "appendixes": "appendix",
    "art": "article",
    "arts": "article",
    "sec": "section",
    "secs": "section",
    "para": "paragraph",
    "paras": "paragraph",
    "cl": "clause",
    "sub section": "subsection",
    "sub sections": "subsection",
    "sub clause": "subclause",
    "sub clauses": "subclause",
    "sub paragraph": "paragraph",
}
_TAIL = r"(?:\s?\((?:[a-z]{1,4}|[A-Z]{1,3}|\d{1,3})\))*"
_DECIMAL = r"\d{1,4}(?:\.\d{1,3})*(?:\.?[A-Z](?![\w.]))?" + _TAIL
_ROMAN = r"[IVXLC]{1,6}(?:\.\d{1,3})*(?:-[A-Z\d]{1,2})?(?![\w])" + _TAIL
_LETTER = r"[A-Z]\d{0,6}(?:[-.]\d{1,6})*(?![\w])" + _TAIL
_BRACKETS = r"\((?:[a-z]{1,4}|[A-Z]{1,3}|\d{1,3})\)" + _TAIL
_ABBREVIATED = frozenset(("art", "arts", "sec", "secs", "para", "paras", "cl"))
_FIRST = regex(
    rf"(?P<point>\.?)\s{{0,3}}(?:(?:no|number|nos)\.?\s)?(?P<number>{_DECIMAL}|{_ROMAN}|{_LETTER}|{_BRACKETS})"
)
_NEXT = regex(
    r"(?P<join>\s?,\s?(?:and/or|and|or|to|through)?\s?|\s(?:and/or|and|or|&|to|through|thru)\s"
    rf"|\s?[-\u2013\u2014]\s?)(?P<number>{_DECIMAL}|{_ROMAN}|{_LETTER}|{_BRACKETS})"
)
_UNITS_AFTER = regex(
    r"\s?(?:%|percent|per cent|business|working|calendar|days?|hours?|minutes?|months?|years?"
    r"|weeks?"
    r"|[$\u20ac\u00a3]|million|thousand|\(\d)",
    re.IGNORECASE,
)
_BRACKET = regex(r"\(([A-Za-z]{1,4}|\d{1,3})\)")


class WrittenReference(NamedTuple):
    """One number behind a reference word; ``span`` starts at the word for the first of a list.

    ``partial`` marks a number that continues the one before ("4.1(a) and (b)"): it is written out
    in ``number``. ``last`` is the end of the whole list, where "of the Act" would follow.
    """

    word: str
    number: str
    span: Span
    partial: bool
    list_span: Span


def base_word(written: str) -> str:
    """Give the reference word in lower case and singular."""
    low = " ".join(written.lower().replace("-", " ").split())
    return _SINGULAR.get(low, low.removesuffix("s"))


def compact(number: str) -> str:
    """Give a number without white space and closing point."""
    return re.sub(r"\s", "", number).rstrip(".")


def references_after(text: str, start: int, end: int) -> Iterator[WrittenReference]:
    """Read the numbers that follow the reference word at ``text[start:end]``."""
    word = base_word(text[start:end])
    plural = text[start:end].lower().endswith(("s", "ices")) and not word.endswith("s")
    first = _FIRST.match(text, end)
    if first is None or not _is_number(text, word, first["number"], end, first.start("number")):
        return
    if first["point"] and text[start:end].lower() not in _ABBREVIATED:
        return
    found = [(compact(first["number"]), Span(start, first.end("number")), False)]
    at = first.end("number")
    previous = found[0][0]
    while (more := _NEXT.match(text, at)) is not None:
        number = compact(more["number"])
        if not _continues(text, more, number, previous, plural=plural):
            break
        partial = number.startswith("(")
        if partial:
            number = _complete(previous, number)
        found.append((number, Span(more.start("number"), more.end("number")), partial))
        previous = number
        at = more.end("number")
    whole = Span(start, at)
    for number, span, partial in found:
        yield WrittenReference(word, number, span, partial, whole)


def _is_number(text: str, word: str, number: str, word_end: int, start: int) -> bool:
    """Tell a number from the start of the next words ("Section A party shall")."""
    if (start == word_end and number[0] != "(") or number.lower() in {"(s)", "(es)"}:
        return False
    if text[word_end - len(word)].islower() and _UNITS_AFTER.match(text, start + len(number)):
        return False  # "on the schedule 5 days are marked"
    if number[0].isalpha() and len(number) == 1 and word not in ATTACHMENT_WORDS:
        return number in "IVXLC" and not re.match(r"\s[a-z]{2}", text[start + 1 : start + 4])
    return True


def _continues(text: str, more: re.Match[str], number: str, previous: str, *, plural: bool) -> bool:
    """Tell whether the next number belongs to the list ("Section 4, 30 days" does not)."""
    if _UNITS_AFTER.match(text, more.end("number")):
        return False
    if number.startswith("("):
        return "(" in previous
    if "-" in more["join"] or "\u2013" in more["join"]:
        return number[0].isdigit() == previous[0].isdigit() and (plural or "." in number)
    if plural:
        return number[0].isdigit() == previous[0].isdigit() or number[0].isupper()
    return "." in number and "." in previous and "," not in more["join"]


def _complete(previous: str, tail: str) -> str:
    """Write out "(b)" after "4.1(a)": the last bracket of the same style is replaced."""
    style = _style(tail)
    brackets = list(_BRACKET.finditer(previous))
    for bracket in reversed(brackets):
        if _style(bracket[0]) == style:
            return previous[: bracket.start()] + tail
    return previous + tail


def _style(bracket: str) -> str:
    inside = _BRACKET.match(bracket)
    letters = inside[1] if inside else bracket
    if letters.isdigit():
        return "digit"
    if len(letters) > 1 and set(letters.lower()) <= set("ivxl"):
        return "roman"
    return "upper" if letters.isupper() else "lower"
