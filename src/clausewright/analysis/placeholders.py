"""Places left open in a draft: brackets to fill in, blanks, masks, template tags, redactions.

One linear pass over the text finds what is written with brackets, braces and underscores; letter
masks ("XX%", "MM/DD/YYYY") and words ("t.b.d.") come from the one scan. What a bracket holds
decides what it is: most brackets in contracts are no placeholder.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clausewright.analysis import brackets
from clausewright.analysis.blanks import is_to_be_written_on
from clausewright.analysis.outline import Role
from clausewright.analysis.scan import Hit
from clausewright.model.document import Block, BlockKind, MarkKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = (
    "{x|xx|xxx|xxxx|xxxxx|xxxxxx|y|z|n|nn|yy|zz|20xx|xx.xx|xx.x|x.x}",
    "{mm/dd|dd/mm}/{yyyy|yy}", "{mm.dd|dd.mm}.{yyyy|yy}", "{mm-dd|dd-mm}-{yyyy|yy}",
    "{yyyy/mm/dd|yyyy-mm-dd|yyyy.mm.dd|dd/mmm/yyyy|dd-mmm-yyyy|xx/xx/xxxx|xx/xx/xx}",
    "{dd mm yyyy|mm dd yyyy|dd mmm yyyy|dd month yyyy}",
    "{tbd|tbc|tba|t.b.d|t.b.c|t.b.a}",
    "to be {determined|confirmed|decided|defined|agreed|advised|specified|completed|inserted}",
    "to be {added|announced|finalised|finalized|filled in|supplied|written|provided}",
    "not yet {defined|determined|decided|agreed|set|known|available}", "coming soon",
    "insert your", "replace {with your|with the name|this text}",
    "delete {if|as|where} {not applicable|applicable|appropriate}",
    "{abc|xyz} {company|corp|corporation}", "xyz {inc|ltd|limited|llc}", "company {xyz|abc}",
    "{john|jane} doe", "{firstname lastname|name surname}", "123 {main|any} {street|st}", "anytown",
    "your {company|organisation|organization|business}",
    "{title|name|date|text|address|logo|number|amount|company|link|url|description|details} here",
    "insert {percentage|name|date|number|amount|address|company|customer|client|provider|supplier}",
    "insert {details|time|text|description|link|value|title|here|term|period|location|currency}",
    "{your|our|client|customer|company|supplier|vendor} {company|organisation|organization|} name",
    "lorem ipsum", "{click|tap} {or tap |}here to enter", "choose an item", "enter text here",
    "drafting note", "note to {draft|drafter|drafters}",
)  # fmt: skip

_MARKED = regex(
    r"\[[^\[\]\n]{0,300}\]"
    r"|\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}|\{[^{}\n]{1,60}\}"
    r"|<[^<>\n]{2,80}>+"
    r"|\$\{[^{}\n]{1,60}\}"
    r"|_{3,}(?:[ _]{0,80}_)?"
    r"|\u2026{3,}"
    r"|\u00ab[^\u00ab\u00bb\n]{1,40}\u00bb"
    r"|\|[A-Za-z]\w{1,30}\|"
    r"|%[A-Z][A-Z_]{2,40}%|@@[A-Z_]{2,30}@@"
    r"|\(\s{1,6}\)|\?{2,6}|#{1,4}(?=\s)|\.{3,8}|\u2026"
    r"|@(?:example|your-?company|your-?domain|companyname)\.(?:com|org|net)\b"
    r"|https?://(?:www\.)?(?:example|your-?company|your-?domain|companyname)\.(?:com|org|net)\b[\w./-]{0,80}"
    r"|\(?\b(?:555|000|XXX|xxx)\)?[ .-](?:555|000|XXX|xxx)[ .-](?:\d{4}|XXXX|xxxx)\b"
    r"|\+1[ -]\(?(?:555|XXX|xxx)\)?[ .-]"
)


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
    found = [*_marked(draft), *_spoken(draft), *_styled(draft)]
    found.sort(key=lambda place: (place.span.start, -place.span.end))
    kept: list[OpenPlace] = []
    for place in found:
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return tuple(kept)


def _marked(draft: Draft) -> Iterator[OpenPlace]:
    text = draft.text
    for match in _MARKED.finditer(text):
        kind = _kind_of(text, match)
        if kind is None:
            continue
        span = Span(_start_of(text, match), match.end())
        block = draft.document.block_at(span.start)
        if not _in_code(block, span) and not (
            kind is OpenKind.FIELD and is_to_be_written_on(draft, block, span)
        ):
            yield OpenPlace(kind, span)


def _start_of(text: str, match: re.Match[str]) -> int:
    """Give the start of a place: of an address, that of the name before the sign."""
    start = match.start()
    if match[0][:2] in {"@e", "@y", "@c"}:
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
    if first in "(?#.\u2026" and not (first == "(" and len(words.strip("() ")) > 0):
        if words.startswith("\u2026\u2026\u2026"):
            return OpenKind.FIELD
        return OpenKind.FIELD if _is_value(text, match) else None
    if first == "_" or "@" in words or first in "hx+50X(":
        return OpenKind.FIELD
    if first == "|":
        return OpenKind.FIELD if _stands_alone(text, match) else None
    if first == "{":
        return _of_brace(words, before)
    if first == "<":
        return _of_angle(words)
    return OpenKind.TAG if words[1:2] != " " else None


def _of_bracket(inside: str, before: str, after: str) -> OpenKind | None:
    if brackets.is_redaction(inside):
        return OpenKind.REDACTION
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
    if _UNIT_AFTER.match(rest) and _BEFORE_A_NUMBER.search(before):
        return True
    field = before.rstrip(" ").endswith(":") and not rest.partition("\n")[0].strip()
    return field and match[0][0] in "?." and not _ANNOUNCES.search(before)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell a substitution mark (|date|) from the edges of a table row."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    return len(line) < 400 and line.count("|") == 2 and not line.startswith(".. ")


def _in_code(block: Block, span: Span) -> bool:
    if block.kind is BlockKind.CODE:
        return True
    return any(
        mark.span.overlaps(span)
        for mark in block.marks
        if mark.kind is MarkKind.CODE
        or (mark.kind is MarkKind.LINK and not _DUMMY_ADDRESS.search(mark.target or ""))
    )


_DUMMY_ADDRESS = regex(r"\b(?:example|your-?company|your-?domain|companyname)\.(?:com|org|net)\b")

_UNITS = (
    r"(?:business |working |calendar )?(?:hours?|hrs?|days?|minutes?|mins?|weeks?|months?|years?|"
    r"seconds?|percent|per cent|users?|leads?|mqls?|sqls?|sals?|tickets?|calls?|units?|requests?)"
)
_UNIT_AFTER = regex(rf"\s?%|[ -]{_UNITS}\b", re.IGNORECASE)
_BEFORE_A_NUMBER = regex(
    r"(?:^|[(|:\u2013-]\s*|\b(?:within|of|than|to|at|least|most|is|are|be|the|every|per|each|up|by|"
    r"deliver|close|convert|generate|for|after|provide|reach|exceed|in|under|over|below|above|and|"
    r"or|with|on|from)\s+|[<>\u2264\u2265=~$\u00a3\u20ac]\s*)$",
    re.IGNORECASE,
)
_ANNOUNCES = regex(r"\b(?:following|follows|below|includ\w+|is|are|e\.g\.)\s?:\s*$", re.IGNORECASE)
_FORMULA = regex(
    r"[=\u00d7\u00f7]|\b(?:where|formula|for example|nth|meanings? of)\b", re.IGNORECASE
)
_EXPLAINED = regex(r"\b(?:format|example|notation|style|pattern)", re.IGNORECASE)
_LETTERS = "x xx xxx xxxx xxxxx xxxxxx y z n nn yy zz xx.xx xx.x x.x"
_MASKS = frozenset(_LETTERS.split())
_BRIEF = 80  # code points of a sentence that says no more than that something is open
_YOURS = frozenset(
    f"your {word}" for word in ("company", "organisation", "organization", "business")
)


def _spoken(draft: Draft) -> Iterator[OpenPlace]:
    for hit in draft.hits_of("placeholders"):
        block = draft.document.block_at(hit.span.start)
        if _in_code(block, hit.span) or draft.outline.role(block) is Role.SIGNATURE:
            continue
        if _is_open(draft, block, hit):
            dotted = "." in hit.phrase and draft.text[hit.span.end : hit.span.end + 1] == "."
            closed = dotted and hit.phrase.startswith("t.")  # "t.b.d." ends with its own point
            yield OpenPlace(OpenKind.FIELD, Span(hit.span.start, hit.span.end + closed))


def _is_open(draft: Draft, block: Block, hit: Hit) -> bool:
    text = draft.text
    start, end = hit.span.start, hit.span.end
    before = text[max(block.span.start, start - 40) : start]
    after = text[end : min(block.span.end, end + 40)]
    words = text[start:end]
    phrase = hit.phrase
    if phrase in _MASKS:
        return _is_mask(words, before, after, _nearby(draft, hit.span))
    if phrase.startswith(("mm", "dd", "yyyy", "xx/")):
        return _EXPLAINED.search(_nearby(draft, hit.span)) is None
    if phrase == "20xx":
        return words.endswith("XX")
    if phrase.startswith(("to be ", "not yet ", "coming ")) or phrase[0] == "t":
        brief = len(block.span) <= _BRIEF
        return _is_undecided(words, before, after, brief=brief)
    if phrase in _YOURS:
        return words.isupper() and not after.lstrip()[:1].isupper()
    if phrase.endswith((" company", " corp", " corporation", " doe", "lastname", " surname")):
        return words[:1].isupper() and words.split()[-1][:1].isupper()
    if phrase.endswith(" here") and not phrase.startswith("insert"):
        return words.isupper() and not before.strip()[-1:].islower()
    if phrase.startswith("insert "):
        return not before.strip() or before.rstrip()[-1:] in '(:|<\u2013-"\u201c'
    if phrase.endswith(" name"):
        return (words.istitle() and "your" in phrase) or _is_a_title(draft, block, hit.span)
    if phrase.startswith(("drafting note", "note to")):
        return after.lstrip()[:1] == ":"
    return True


def _nearby(draft: Draft, span: Span) -> str:
    """Give the sentence of a span, cut to what stands near it."""
    sentence = draft.sentence_at(span.start)
    return draft.text[max(sentence.start, span.start - 200) : min(sentence.end, span.end + 200)]


def _is_mask(words: str, before: str, after: str, sentence: str) -> bool:
    """Tell a number left open ("X%", "within N days") from a letter."""
    if not words.isupper():
        return words[:1] == "x" and len(words) > 1 and after[:1] == "%"
    if before[-1:].isalnum() or before[-1:] in "-./'\u2019" or _FORMULA.search(sentence):
        return False
    if "." in words or after[:1] == "%" or before[-1:] in {"$", "\u00a3", "\u20ac"}:
        return True
    return bool(_UNIT_AFTER.match(after)) and bool(_BEFORE_A_NUMBER.search(before))


def _is_undecided(words: str, before: str, after: str, *, brief: bool) -> bool:
    """Tell "Term: to be agreed" from "the price is to be agreed by the Board"."""
    short = len(words) <= 6
    opens = not before.strip() or before.rstrip()[-1:] in "(:|[\u2013-"
    rest = after.lstrip(". )")
    if short and not (words.isupper() or "." in words):
        return opens and not rest and words.islower()
    if short and words.upper() == "TBD":
        return True
    left_open = words.lower().endswith(("determined", "confirmed", "decided", "completed"))
    if brief and left_open and before.endswith((" is ", " are ")):
        return after.lstrip()[:1] in {"", "."}
    return opens and not rest


def _is_a_title(draft: Draft, block: Block, span: Span) -> bool:
    """Tell "Company Name" standing where the name itself belongs."""
    text = draft.text
    before, after = text[block.span.start : span.start].rstrip(), text[span.end : block.span.end]
    if not before and not after.strip():
        return block.index < 12 and block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
    if before.endswith(":"):
        return not after.strip() and block.kind is not BlockKind.HEADING
    capitals = all(word[:1].isupper() for word in text[span.start : span.end].split())
    return capitals and after.lstrip().startswith(('("', "(the ", "(\u201c"))


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


def places_of(draft: Draft, kind: OpenKind) -> Iterator[OpenPlace]:
    """Give the places of one kind."""
    return (place for place in draft.open_places if place.kind is kind)


def is_open_at(draft: Draft, span: Span) -> bool:
    """Tell whether a span overlaps a place left open."""
    places = draft.open_places
    index = bisect_right([place.span.start for place in places], span.end) - 1
    return index >= 0 and places[index].span.overlaps(span)
