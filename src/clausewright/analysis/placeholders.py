"""Places left open in a draft: brackets to fill in, blanks, masks, template tags, redactions.

One linear pass over the text finds what is written with brackets, braces and underscores; letter
masks ("XX%", "MM/DD/YYYY") and words ("t.b.d.") come from the one scan. What a bracket holds
decides what it is: most brackets in contracts are no placeholder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clausewright.analysis import brackets
from clausewright.analysis.blanks import is_date_of_signing, is_kept_elsewhere, is_to_be_written_on
from clausewright.analysis.open_words import BEFORE_A_NUMBER, UNIT_AFTER, is_open
from clausewright.analysis.outline import Role
from clausewright.analysis.span_index import SpanIndex
from clausewright.analysis.unfilled_fields import unfilled_fields
from clausewright.model.document import BlockKind, MarkKind
from clausewright.model.span import Span
from clausewright.pattern import apart, regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_FIELDS_IN_PARENTHESES = (
    "date|amount|state|country|jurisdiction|percentage|company name|customer name|client name"
    "|provider name|number of [a-z]{3,15}"
)
_DUMMY_HOSTS = (
    r"(?:[a-z]{2,12}\.)?(?:example|(?:your|my)-?(?:company|domain|organi[sz]ation|org|business|firm|site|website"
    r"|host|app|server|team|email)(?:-?name)?|(?:company|domain|client|customer|provider)-?name|company|domain"
    r"|notarealemail)\.(?:com|org|net|co\.uk|io|edu|gov|tld|local|xyz|dev)"
)
_MARKED = regex(
    r"(?=[\[{<$_\u2026\u00ab|%@(?#.+])"  # signs that open one: most places end here
    r"(?:\[[^\[\]\n]{0,300}\]"
    r"|\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}|\{[^{}\n]{1,60}\}"
    r"|<[^<>\n]{2,80}>+"
    r"|\$\{[^{}\n]{1,60}\}"
    r"|_{3,}(?:[ _]{0,80}_)?|_{1,2}/_{1,2}/_{2,4}"
    r"|\u2026{3,}"
    r"|\u00ab[^\u00ab\u00bb\n]{1,40}\u00bb"
    r"|\|[A-Za-z]\w{1,30}\|"
    r"|%[A-Z][A-Z_]{2,40}%|@@[A-Z_]{2,30}@@"
    r"|\(\s{1,6}\)|\?{2,6}|#{1,4}(?=[\s%])|\.{3,8}|\u2026"
    rf"|\((?:names? of [a-z ]{{3,30}}|{_FIELDS_IN_PARENTHESES})\)"
    rf"|@(?:{_DUMMY_HOSTS})\b"
    r"|\+1[ -]\(?(?:555|XXX|xxx)\)?[ .-]"
    r"|_{2}:_{2})"
)
_SPELLED = regex(
    r"(?<![A-Za-z0-9])(?=[(\dhwxHXM])(?:\b\d{1,3}\.[Xx?]{1,3}(?=\s?%)"
    rf"|(?:https?://(?:www\.)?|\bwww\.)(?:{_DUMMY_HOSTS})\b[\w./-]{{0,80}}"
    r"|\(?\b(?:555|000|XXX|xxx)\)?[ .-](?:\d{3}|XXX|xxx)[ .-](?:\d{4}|XXXX|xxxx)\b"
    r"|\b(?:1[ .-])?\(?\d{3}\)?[ .-](?:XXX|xxx|000)[ .-](?:XXXX|xxxx|0000)\b"
    r"|\b555[ .-](?:1234|0000|01\d\d|5555)\b|\(?\b123\)?[ .-]?456[ .-]?789\d?\b"
    r"|\b(?:hh:mm|HH:MM)\b"
    r"|\b(?:Month|MONTH) (?:DD|dd|XX),? (?:YYYY|yyyy|20XX)\b)"
)


_LONG_LINE = 400
"""Characters of a line that holds more than a substitution mark."""


class OpenKind(StrEnum):
    """What a place left open is."""

    FIELD = "field"  # to be filled in by a person
    TAG = "tag"  # to be filled in by a program
    REDACTION = "redaction"  # filled in, and hidden


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A place left open: what it is and where it stands."""

    kind: OpenKind
    span: Span


def open_places_of(draft: Draft) -> tuple[OpenPlace, ...]:
    """Find the places left open, in order; none stands inside another."""
    found = [*_marked(draft), *_spoken(draft), *_styled(draft), *_unfilled(draft)]
    found.sort(key=lambda place: (place.span.start, -place.span.end))
    kept: list[OpenPlace] = []
    for place in found:
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return tuple(kept)


def _marked(draft: Draft) -> Iterator[OpenPlace]:
    text, unread = draft.text, _unread(draft)
    for match in apart([*_MARKED.finditer(text), *_SPELLED.finditer(text)]):
        kind = _kind_of(text, match)
        if kind is None:
            continue
        span = Span(_start_of(text, match), match.end())
        block = draft.document.block_at(span.start)
        if not unread(span) and not (
            kind is OpenKind.FIELD and is_to_be_written_on(draft, block, span)
        ):
            yield OpenPlace(kind, span)


def _start_of(text: str, match: re.Match[str]) -> int:
    """Give the start of a place: of an address, that of the name before the sign."""
    start = match.start()
    if match[0][0] == "@" and match[0][1:2] != "@":
        while start and (text[start - 1].isalnum() or text[start - 1] in "._+-"):
            start -= 1
    return start


def _kind_of(text: str, match: re.Match[str]) -> OpenKind | None:
    words = match[0]
    before, after = (
        text[max(0, match.start() - 60) : match.start()],
        text[match.end() : match.end() + 24],
    )
    first = words[0]
    if first == "[":
        return _of_bracket(words[1:-1], before, after)
    if words.startswith(("%", "@@")):
        return OpenKind.TAG
    if first == "(" and words[1:2].isalpha():
        given = after[:1] == " " and after[1:2].strip() and not after[1].islower()
        return OpenKind.FIELD if _TAKES_A_NAME.search(before) and not given else None
    if words in {"hh:mm", "HH:MM"}:
        return None if _SHOWS_A_FORMAT.search(f"{before} {after}") else OpenKind.FIELD
    if first in "(?#.\u2026" and not (first == "(" and len(words.strip("() ")) > 0):
        if words.startswith("\u2026\u2026\u2026"):
            return OpenKind.FIELD
        return OpenKind.FIELD if _is_value(text, match) else None
    if first == "_" or "@" in words or first in "hwmMX+(" or first.isdigit():
        return OpenKind.FIELD
    if first == "|":
        is_set = f".. {words} " in text  # a substitution of reStructuredText
        return OpenKind.FIELD if _stands_alone(text, match) and not is_set else None
    if first == "{":
        return _of_brace(words, before)
    if first == "<":
        return _of_angle(words)
    return OpenKind.TAG if words[1:2] != " " else None


def _of_bracket(inside: str, before: str, after: str) -> OpenKind | None:
    if brackets.is_redaction(inside):
        return OpenKind.REDACTION
    if _EXPLAINED.match(after):
        return None
    return OpenKind.FIELD if brackets.is_field(inside, before, after) else None


def _of_brace(words: str, before: str) -> OpenKind | None:
    if words.startswith(("{{", "{%")):
        return None if brackets.is_site_tag(words) else OpenKind.TAG
    if before.endswith("$"):
        return OpenKind.TAG
    return OpenKind.FIELD if brackets.is_name(words[1:-1]) and not before[-1:].isalnum() else None


def _of_angle(words: str) -> OpenKind | None:
    if words.startswith("<%"):
        return OpenKind.TAG
    return OpenKind.FIELD if brackets.is_field_in_angles(words.strip("<>")) else None


def _is_value(text: str, match: re.Match[str]) -> bool:
    """Tell a mark that stands for a number ("within ## hours") or fills a field ("Hours: ???")."""
    before = text[max(0, match.start() - 30) : match.start()]
    rest = text[match.end() : match.end() + 24]
    if UNIT_AFTER.match(rest) and BEFORE_A_NUMBER.search(before):
        return True
    if match[0].startswith("???") and (not before or before[-1].isspace()):
        return True
    field = before.rstrip(" ").endswith(":") and not rest.partition("\n")[0].strip()
    return field and match[0][0] in "?." and not _ANNOUNCES.search(before)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell a substitution mark (|date|) from the edges of a table row."""
    before = text[max(0, match.start() - _LONG_LINE) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + _LONG_LINE].partition("\n")[0]
    line = f"{before}{match[0]}{after}"
    return len(line) < _LONG_LINE and line.count("|") == 2 and not line.startswith(".. ")


def _unread(draft: Draft) -> Callable[[Span], bool]:
    """Give what tells text that nobody reads as a form: code, and links to a real address."""
    links = SpanIndex(
        mark.span
        for block in draft.document.blocks
        for mark in block.marks
        if mark.kind is MarkKind.LINK and not _DUMMY_ADDRESS.search(mark.target or "")
    )
    return lambda span: draft.in_code(span) or links.meets(span)


_DUMMY_ADDRESS = regex(rf"(?:^|[/@.:])(?:{_DUMMY_HOSTS})\b")

_TAKES_A_NAME = regex(
    r"(?:\b(?:is|are|of|on|by|between|and|to|at|from|with|dated|within|until)|[$\u20ac\u00a3])\s$"
)
_EXPLAINED = regex(r"\s(?:indicates?|denotes?|signif(?:y|ies))\b")
"""What a legend says of brackets: "[text in brackets] indicates a field"."""
_SHOWS_A_FORMAT = regex(r"\b(?:format|notation|written|expressed|example|style)", re.IGNORECASE)
_ANNOUNCES = regex(r"\b(?:following|follows|below|includ\w+|is|are|e\.g\.)\s?:\s*$", re.IGNORECASE)


def _spoken(draft: Draft) -> Iterator[OpenPlace]:
    told: set[tuple[int, str]] = set()  # a line that lists many things "TBD" is one fault
    unread = _unread(draft)
    for hit in draft.hits_of("placeholders"):
        block = draft.document.block_at(hit.span.start)
        if unread(hit.span) or draft.outline.role(block) is Role.SIGNATURE:
            continue
        words = draft.document.text_of(hit.span)
        if is_kept_elsewhere(draft, block, words) or is_date_of_signing(draft, hit.span):
            continue
        if (block.index, words) in told:
            continue
        if is_open(draft, block, hit):
            if words == "TBD":
                told.add((block.index, words))
            dotted = "." in hit.phrase and draft.text[hit.span.end : hit.span.end + 1] == "."
            closed = dotted and hit.phrase.startswith("t.")  # "t.b.d." ends with its own point
            yield OpenPlace(OpenKind.FIELD, Span(hit.span.start, hit.span.end + closed))


_BESIDE_A_CONTROL = regex(
    r"\b(?:click|press|select|choose|open|see|button|menu|tab|field|column|label|page|screen)\W*$|"
    r"^\W*(?:button|menu|tab|field|column|label|page|screen|option|link)\b",
    re.IGNORECASE,
)


def _styled(draft: Draft) -> Iterator[OpenPlace]:
    """Give form fields set as code in prose: `Critical Response Time`."""
    for block in draft.document.blocks:
        for mark in block.marks:
            if mark.kind is not MarkKind.CODE or block.kind is BlockKind.CODE:
                continue
            words = draft.document.text_of(mark.span)
            before = draft.text[max(block.span.start, mark.span.start - 20) : mark.span.start]
            after = draft.text[mark.span.end : min(block.span.end, mark.span.end + 20)]
            if _BESIDE_A_CONTROL.search(before) or _BESIDE_A_CONTROL.match(after):
                continue
            if brackets.is_titled_field(words):
                yield OpenPlace(OpenKind.FIELD, mark.span)


def _unfilled(draft: Draft) -> Iterator[OpenPlace]:
    return (OpenPlace(OpenKind.FIELD, span) for span in unfilled_fields(draft))


def places_of(draft: Draft, kind: OpenKind) -> Iterator[OpenPlace]:
    """Give the places of one kind."""
    return (place for place in draft.open_places if place.kind is kind)
