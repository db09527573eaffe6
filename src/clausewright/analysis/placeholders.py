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
    "{tbd|tbc|t.b.d|t.b.c|t.b.a}",
    "to be {determined|confirmed|decided|defined|agreed|advised|specified|completed|inserted}",
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
        span = Span(*match.span())
        block = draft.document.block_at(span.start)
        if not _in_code(block, span) and not _is_expected(draft, block, span, kind):
            yield OpenPlace(kind, span)


def _kind_of(text: str, match: re.Match[str]) -> OpenKind | None:
    words = match[0]
    before, after = (
        text[max(0, match.start() - 60) : match.start()],
        text[match.end() : match.end() + 24],
    )
    first = words[0]
    if first == "[":
        return _of_bracket(words[1:-1], before, after)
    if first in {"_", "\u2026"}:
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
        if mark.kind in (MarkKind.CODE, MarkKind.LINK)
    )


_SIGNING = regex(
    r"(?:\b(?:by|name|title|date|dated|signed|signature|its|per|witness|attest|print(?:ed)?|"
    r"position|signatory|fax|e-?mail|tel|phone|telephone|address|attn|attention|for|company|place|initials?|"
    r"seal|notary|commission expires)\b[^A-Za-z0-9_]{0,6}|/s/\s*)$",
    re.IGNORECASE,
)

_DRAWN = regex(r"[.;!?][\"\u201d)]*\s+(?:and\s+)?\d{0,3}\s*$")
"""The end of a sentence, perhaps a page number: what follows is a rule, or room for initials."""


def _is_expected(draft: Draft, block: Block, span: Span, kind: OpenKind) -> bool:
    """Tell the blanks of a signature block and rules drawn with underscores."""
    if kind is not OpenKind.FIELD:
        return False
    if draft.outline.role(block) is Role.SIGNATURE and not _in_prose(draft, block, span):
        return True
    if _is_in_a_form(draft, block):
        return True
    if draft.text[span.start] not in "_\u2026":
        return False
    if _is_filled(draft.text, span):
        return True
    text = draft.document.text_of(block.span)
    at = span.start - block.span.start
    around = text[max(0, at - 60) : at + len(span) + 60]
    if not any(character.isalpha() for character in around):
        return True
    line = text[max(0, at - 40) : at]
    if _SIGNING.search(line) or (len(span) >= 8 and _DRAWN.search(line)):
        return True
    return len(text) < 300 and text.count("____") > 3 and _few_words(text)


def _is_in_a_form(draft: Draft, block: Block) -> bool:
    """Tell an attached form, which is filled in when it is used."""
    attachment = draft.document.attachment_of(block)
    return attachment is not None and "form of" in attachment.title.lower()


def _is_filled(text: str, span: Span) -> bool:
    """Tell a line under or beside words that were filled in: "NO____", "___30___", "___ * note"."""
    before, after = text[max(0, span.start - 12) : span.start], text[span.end : span.end + 3]
    last = before.split()[-1] if before.split() and not before[-1:].isspace() else ""
    if last[:1].isupper() or after[:1].isalnum() or after.lstrip().startswith("*"):
        return True
    return last[:1] in {"(", "_"} and "_" in last and last[-1:].isdigit()


def _in_prose(draft: Draft, block: Block, span: Span) -> bool:
    """Tell a blank inside a sentence from one after a label."""
    before = draft.text[max(block.span.start, span.start - 60) : span.start].split()
    return (
        sum(word.islower() for word in before) >= 3 and draft.text[span.end : span.end + 1] == " "
    )


def _few_words(text: str) -> bool:
    return sum(word.isalpha() for word in text.split()) <= 12


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
_FORMULA = regex(r"[=\u00d7\u00f7]|\bwhere\b|\bformula\b|\bfor example\b", re.IGNORECASE)
_EXPLAINED = regex(r"\b(?:format|example|notation|style|pattern)", re.IGNORECASE)
_LETTERS = "x xx xxx xxxx xxxxx xxxxxx y z n nn yy zz xx.xx xx.x x.x"
_MASKS = frozenset(_LETTERS.split())


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
    if phrase.startswith("to be ") or phrase[0] == "t":
        return _is_undecided(words, before, after)
    if phrase.endswith(" here") and not phrase.startswith("insert"):
        return words.isupper() and not before.strip()[-1:].islower()
    if phrase.startswith("insert "):
        return not before.strip() or before.rstrip()[-1:] in '(:|<\u2013-"\u201c'
    if phrase.endswith(" name"):
        return _is_a_title(draft, block, hit.span)
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
    if "." in words or after[:1] == "%":
        return True
    return bool(_UNIT_AFTER.match(after)) and bool(_BEFORE_A_NUMBER.search(before))


def _is_undecided(words: str, before: str, after: str) -> bool:
    """Tell "Term: to be agreed" from "the price is to be agreed by the Board"."""
    short = len(words) <= 6
    if short and not (words.isupper() or "." in words):
        return False
    if short and words.upper() == "TBD":
        return True
    opens = not before.strip() or before.rstrip()[-1:] in "(:|[\u2013-"
    rest = after.lstrip(". )")
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
