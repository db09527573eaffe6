"""Words that leave a place open: letters in place of a number ("XX%"), "to be agreed", "TBD".

The phrases come from the one scan; what stands around each tells whether it leaves anything open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausewright.analysis.scan import Hit
from clausewright.model.document import Block, BlockKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

PHRASES: tuple[str, ...] = (
    "{x|xx|xxx|xxxx|xxxxx|xxxxxx|y|z|n|nn|yy|zz|20xx|xx.xx|xx.x|x.x}",
    "{mm/dd|dd/mm}/{yyyy|yy}", "{mm.dd|dd.mm}.{yyyy|yy}", "{mm-dd|dd-mm}-{yyyy|yy}",
    "{yyyy/mm/dd|yyyy-mm-dd|yyyy.mm.dd|dd/mmm/yyyy|dd-mmm-yyyy|xx/xx/xxxx|xx/xx/xx}",
    "{dd mm yyyy|mm dd yyyy|dd mmm yyyy|dd month yyyy}",
    "{tbd|tbc|tba|t.b.d|t.b.c|t.b.a|todo|fixme}",
    "to be {determined|confirmed|decided|defined|agreed|advised|specified|completed|inserted}",
    "to be {added|announced|finalised|finalized|filled in|supplied|written|provided}",
    "not yet {defined|determined|decided|agreed|set|known|available}", "coming soon",
    "not {defined|determined|decided|agreed|specified} yet", "under construction", "to follow",
    "will be {added|defined|determined|agreed|specified|announced|provided} later",
    "insert your", "replace {with your|with the name|this text}",
    "delete {if|as|where} {not applicable|applicable|appropriate}",
    "{abc|xyz} {company|corp|corporation}", "xyz {inc|ltd|limited|llc}", "company {xyz|abc}",
    "{john|jane} doe", "{firstname lastname|name surname}", "123 {main|any} {street|st}", "anytown",
    "your {company|organisation|organization|business}",
    "{title|name|date|text|address|logo|number|amount|company|link|url|description|details} here",
    "insert {percentage|name|date|number|amount|address|company|customer|client|provider|supplier}",
    "insert {details|time|text|description|link|value|title|here|term|period|location|currency}",
    "{your|our|client|customer|company|supplier|vendor} {company|organisation|organization|} name",
    "lorem ipsum", "{click|tap} {or tap |}{here to|to} enter", "choose an item",
    "{enter|your} text here", "{sample|dummy} text",
    "drafting note", "note to {draft|drafter|drafters}",
    "{content|text|table|image|logo|diagram|picture|link} goes here", "more to come",
    "{add|insert|place} {your|the|a|company|client|} {link|text|table|image|logo|diagram} here",
    "{mm|dd}/yyyy", "00/00/0000", "0000-00-00", "month {year|day year|dd year}", "day month year",
    "{your name|first last|name of company|name of customer|name of client|name of provider}",
    "{company|client|customer|vendor|supplier|provider} {x|y|z|abc|xyz}",
)  # fmt: skip
_UNITS = (
    r"(?:business |working |calendar )?(?:hours?|hrs?|days?|minutes?|mins?|weeks?|months?|years?|"
    r"seconds?|percent|per cent|users?|leads?|mqls?|sqls?|sals?|tickets?|calls?|units?|requests?)"
)
UNIT_AFTER = regex(rf"\s?%|[ -]{_UNITS}\b", re.IGNORECASE)
BEFORE_A_NUMBER = regex(
    r"(?:^|[(|:\u2013-]\s*|\b(?:within|of|than|to|at|least|most|is|are|be|the|every|per|each|up|by|"
    r"deliver|close|convert|generate|for|after|provide|reach|exceed|in|under|over|below|above|and|"
    r"or|with|on|from)\s+|[<>\u2264\u2265=~$\u00a3\u20ac]\s*)$",
    re.IGNORECASE,
)
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
_UNDECIDED = (
    "to be ",
    "to follow",
    "not ",
    "coming ",
    "will be ",
    "under ",
    "sample ",
    "dummy ",
    "fixme",
    "tb",
    "t.b",
    "todo",
)
_LEFT_TO_PUT = ("add ", "place ")
_DATES = ("month ", "day month")
_NAMES = frozenset(
    ("your name", "first last", "name of company", "name of customer", "name of client",
     "name of provider")
)  # fmt: skip
_NUMBERED_NAME = regex(r"[\w'\u2019-]|\s[A-Z]\w*\s(?:Ltd|Inc|LLC|GmbH)")
_NOTES_TO_SELF = frozenset(("todo", "fixme"))
_WHOLE = frozenset(("under construction", "to follow", "sample text", "dummy text"))
_NUMBERED = ("section ", "sections ", "clause ", "clauses ", "article ", "paragraph ")
_LEFT_OPEN = ("determined", "confirmed", "decided", "completed", "defined", "agreed", "announced")
_BETWEEN_PARTIES = regex(r"\bbetween\b(?:[^.;\n]{0,50}\band\b)?$")


def _around(draft: Draft, block: Block, span: Span) -> tuple[str, str, str]:
    """Give the text before a span within its block, its own, and the text after it."""
    text = draft.text
    before = text[max(block.span.start, span.start - 40) : span.start]
    return before, text[span.start : span.end], text[span.end : min(block.span.end, span.end + 40)]


def is_open(draft: Draft, block: Block, hit: Hit) -> bool:
    """Tell whether a phrase leaves something open where it stands."""
    before, words, after = _around(draft, block, hit.span)
    phrase = hit.phrase
    if phrase in _MASKS:
        return _is_mask(words, before, after, _nearby(draft, hit.span))
    if phrase.startswith(("mm", "dd", "yyyy", "xx/")):
        return _EXPLAINED.search(_nearby(draft, hit.span)) is None
    if phrase.startswith(_UNDECIDED):
        return _is_undecided(draft, block, hit)
    return _is_field(draft, block, hit)


def _is_undecided(draft: Draft, block: Block, hit: Hit) -> bool:
    """Tell "Term: to be agreed" from "the price is to be agreed by the Board"."""
    before, words, after = _around(draft, block, hit.span)
    if hit.phrase in _NOTES_TO_SELF:
        return words.isupper() and (not before.strip() or after[:1] in {":", "]", ")"})
    if hit.phrase in _WHOLE:
        return not (before + after).strip(" .:()[]*|-\u2013\u2026")
    return _leaves_open(words, before, after, brief=len(block.span) <= _BRIEF)


def _is_field(draft: Draft, block: Block, hit: Hit) -> bool:
    """Tell a name or label to be replaced from the same words in their own right."""
    phrase = hit.phrase
    before, words, after = _around(draft, block, hit.span)
    if phrase.startswith(_DATES):
        return words.istitle() and not after.lstrip()[:1].islower()
    if phrase == "more to come":
        return not (before + after).strip(" .()*\u2026")
    if phrase in _NAMES:
        alone = words[:1].isupper() and not (before + after).strip(" .()[]*|:")
        return alone or _is_a_title(draft, block, hit.span)
    if phrase.endswith((" x", " y", " z", " abc", " xyz")):
        return words[:1].isupper() and words[-1:].isupper() and _NUMBERED_NAME.match(after) is None
    if phrase == "20xx":
        return words.endswith("XX")
    if phrase in _YOURS:
        return words.isupper() and not after.lstrip()[:1].isupper()
    if phrase.endswith((" company", " corp", " corporation", " doe", "lastname", " surname")):
        return words[:1].isupper() and words.split()[-1][:1].isupper()
    if phrase.endswith((" text here", " goes here")) or phrase.startswith(_LEFT_TO_PUT):
        return True
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
    if before.lower().endswith(_NUMBERED):  # "section XX", "clause X.X"
        return "." in words or words in {"xx", "xxx", "YY", "NN"}  # XX is twenty as well
    if not words.isupper():
        if words[:1] != "x" or len(words) < 2 or before[-1:].isalnum():
            return False
        return after[:1] == "%" or _stands_for_a_number(before, after)
    if before[-1:].isalnum() or before[-1:] in "-./'\u2019" or _FORMULA.search(sentence):
        return False
    if "." in words or after[:1] == "%" or before[-1:] in {"$", "\u00a3", "\u20ac"}:
        return True
    return _stands_for_a_number(before, after)


def _stands_for_a_number(before: str, after: str) -> bool:
    return bool(UNIT_AFTER.match(after)) and bool(BEFORE_A_NUMBER.search(before))


def _leaves_open(words: str, before: str, after: str, *, brief: bool) -> bool:
    short = len(words) <= 6
    opens = not before.strip() or before.rstrip()[-1:] in "(:|[\u2013-"
    rest = after.lstrip(". )")
    if short and not (words.isupper() or "." in words):
        return opens and not rest and words.islower()
    if short and (words.upper() == "TBD" or (opens and words in {"TBC", "TBA"})):
        return True
    said = before.endswith((" is ", " are ", " be "))
    if short:
        return not rest and (opens or said)
    if words.lower().startswith(("not ", "will be ")):
        return not rest and (opens or said or (brief and words.lower().endswith("later")))
    if brief and said and words.lower().endswith(_LEFT_OPEN):
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
    if not all(word[:1].isupper() for word in text[span.start : span.end].split()):
        return False
    if _BETWEEN_PARTIES.search(before[-70:]):
        return True
    return after.lstrip().startswith(('("', "(the ", "(\u201c"))
