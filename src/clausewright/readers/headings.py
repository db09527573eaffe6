"""What a reader of the page would call a heading, by the shape of a block and what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from clausewright.model.document import BlockKind, MarkKind
from clausewright.model.span import Span
from clausewright.pattern import regex
from clausewright.readers.assembly import RawBlock

_LONGEST = 120  # characters of a heading
_MOST_WORDS = 16
_LONGEST_RUN_IN = 100
_BRIEF = 4  # words of a title in sentence case ("Data protection.")
_WORD = regex(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SMALL = frozenset(
    "a an and as at but by de for from if in into is its nor of on onto or over per than that "
    "the to under upon v via vs when with within without not between during after before".split()
)
_FILLED = regex(r":\s+\S")
_NOT_TITLES = regex(
    r"(?:by|name|title|date|dated|signed|signature|witness|print(?:ed)? name|its|attest|address"
    r"|tel|fax|email|e-mail|phone|attention|attn|source|page)\s*[:.]|.*_{3,}|/s/|(?:and|between|or|by"
    r"|of|to|among|with|whereas|therefore|now,? therefore.*|in witness whereof.*)[:,;]?$",
    re.IGNORECASE,
)
_RUN_INS = (
    regex(r"([^.:]{2,100})[.:](?=\s+[^a-z\s]|\s*$)"),
    regex(r"([^.:\u2013\u2014]{2,100}?)(?:\s?[\u2013\u2014]| -)(?=\s+[^a-z\s]|\s*$)"),
)
_MODAL = regex(r"\b(?:shall|will|must|may|is|are|has|have|agrees?)\b", re.IGNORECASE)
_TOKEN = regex(r"\S+")
_OPENERS = frozenset(
    "All An Any As At Both By Each Either Every Except For From If In It Neither No None "
    "Nothing Notwithstanding On Other Our Provided Subject Such That The These They This To "
    "Under Unless Upon We When Where With Within Without You Your".split()
)
_DETERMINERS = frozenset(("All", "Any", "Each", "Either", "Every", "Neither", "The", "This"))
_CLOSING = ".:;,\u2013\u2014- "


class Shape(NamedTuple):
    """How the text of a block stands, its number left out. ``body`` is where it starts."""

    body: str
    start: int
    bold: bool
    underlined: bool
    caps: bool
    titled: bool  # Title Case
    short: bool


def is_caps(text: str) -> bool:
    """Tell text in capitals."""
    letters = [*filter(str.isalpha, text)]
    return len(letters) > 2 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def is_titled(text: str) -> bool:
    """Tell Title Case: every word of weight starts with a capital."""
    words = _WORD.findall(text)
    if not words or not words[0][0].isupper():
        return False
    weighty = [word for word in words if word.lower() not in _SMALL]
    return bool(weighty) and all(word[0].isupper() for word in weighty)


def _covers(raw: RawBlock, kind: MarkKind, start: int) -> bool:
    """Tell whether marks of a kind cover all letters from an offset of the text on."""
    end = max((mark.span.end for mark in raw.marks if mark.kind is kind), default=0)
    if end < raw.span.end - 2:
        return False
    at = raw.span.start + start
    for mark in sorted((m for m in raw.marks if m.kind is kind), key=lambda m: m.span.start):
        gap = raw.text[at - raw.span.start : max(at, mark.span.start) - raw.span.start]
        if any(char.isalnum() for char in gap):
            return False
        at = max(at, mark.span.end)
    return not any(char.isalnum() for char in raw.text[at - raw.span.start :])


def shape_of(raw: RawBlock, start: int) -> Shape:
    """Tell the shape of a block whose number ends at ``start``."""
    body = raw.text[start:].strip()
    short = 0 < len(body) <= _LONGEST and len(body.split()) <= _MOST_WORDS
    if not short:
        return Shape(
            body, start, bold=False, underlined=False, caps=False, titled=False, short=False
        )
    return Shape(
        body,
        start,
        bold=_covers(raw, MarkKind.BOLD, start),
        underlined=_covers(raw, MarkKind.UNDERLINE, start),
        caps=is_caps(body),
        titled=is_titled(body),
        short=True,
    )


def may_be_heading(raw: RawBlock) -> bool:
    """Tell whether a block stands where a heading can stand."""
    if raw.cell is not None or raw.quoted or raw.contents:
        return False
    return raw.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) or (
        raw.kind is BlockKind.ITEM and raw.number is not None
    )


def is_heading(raw: RawBlock, shape: Shape, *, labelled: bool, following: RawBlock | None) -> bool:
    """Tell whether a whole block reads as a heading, by its shape and what follows it."""
    body = shape.body
    if not shape.short or following is None or _NOT_TITLES.match(body):
        return False
    if not _ends_like_title(body, labelled=labelled or shape.bold or shape.caps):
        return False
    if _FILLED.search(body) and not (labelled and shape.caps):
        return False
    if not any(char.isalpha() for char in body) or _NOT_TITLES.match(following.text):
        return False
    if shape.bold or shape.underlined:
        return True
    if raw.kind is BlockKind.ITEM and raw.depth and raw.marker and raw.place is None:
        return False  # an item of a Markdown list needs bold
    if shape.caps:
        return labelled or _is_caps_title(body)
    if _MODAL.search(body):
        return False
    if labelled and raw.kind is BlockKind.PARAGRAPH and body[0].isupper() and _is_phrase(body):
        return _introduces(following) or not _is_label_like(following)
    return shape.titled and _introduces(following) and (labelled or _is_plain_title(raw, body))


def _is_phrase(body: str) -> bool:
    """Tell a title in sentence case ("Response time for hotline") from a short clause."""
    return len(body) <= 70 and body[-1].isalnum() and "," not in body


def _is_label_like(following: RawBlock) -> bool:
    """Tell whether a block is one more numbered short line, so that both are items of a list."""
    return len(following.text) <= 80 and (
        following.number is not None or following.text[:1].isdigit() or following.text[:1] == "("
    )


def _ends_like_title(body: str, *, labelled: bool) -> bool:
    if body[-1] in ".:":
        return labelled and body.count(". ") == 0
    return body[-1] not in ";,"


def _is_caps_title(body: str) -> bool:
    words = _WORD.findall(body)
    return len("".join(words)) > 3 and not (len(words) > 6 and _MODAL.search(body))


def _is_plain_title(raw: RawBlock, body: str) -> bool:
    """Tell a bare Title Case line from a name, an address or a list of things."""
    return (
        raw.kind is BlockKind.PARAGRAPH
        and len(body) <= 60
        and "," not in body
        and not any(char.isdigit() for char in body)
    )


def _introduces(following: RawBlock) -> bool:
    """Tell whether a block reads as the text below a title, not as one more short line."""
    text = following.text
    return following.cell is not None or len(text) > 80 or (len(text) > 30 and text[-1] in ".;:")


def run_in_title(raw: RawBlock, start: int, *, labelled: bool) -> Span | None:
    """Find the title that opens a paragraph ("Audits. The Supplier ..."), as a span of the text."""
    span = _formatted_title(raw, start, labelled=labelled)
    if span is not None:
        return span
    for pattern in _RUN_INS:
        match = pattern.match(raw.text, start, start + _LONGEST_RUN_IN)
        if match is not None and match.end() < len(raw.text):
            span = _closed_title(raw, match, labelled=labelled)
            if span is not None:
                return span
    return _unmarked_title(raw, start) if labelled else None


def _closed_title(raw: RawBlock, match: re.Match[str], *, labelled: bool) -> Span | None:
    """Tell whether the words before a full stop, a colon or a dash are a title."""
    title = match[1].strip()
    words = title.split()
    if not title or len(words) > 12 or title[0] in '"\u201c(' or _NOT_TITLES.match(match[0]):
        return None
    caps = is_caps(title) and len(title) > 3
    if labelled:
        brief = len(words) <= _BRIEF and title[0].isupper()
        if caps or ((is_titled(title) or brief) and not _MODAL.search(title)):
            return _placed(raw, match.start(1), match.end(1))
        return None
    if caps and match[0].endswith(".") and len(words) > 1:
        rest = raw.text[match.end() : match.end() + 200]
        if not is_caps(rest):
            return _placed(raw, match.start(1), match.end(1))
    return None


def _unmarked_title(raw: RawBlock, start: int) -> Span | None:
    """Find a title that nothing closes ("5. Indemnification By your acceptance you agree ...").

    It is a run of capitals before text in lower case, or a run of Title Case before a word that
    opens a sentence and a word in lower case.
    """
    words = list(_TOKEN.finditer(raw.text, start, min(len(raw.text), start + _LONGEST_RUN_IN + 40)))
    end = None
    for index, word in enumerate(words[:-1]):
        text, after = word[0], words[index + 1][0]
        rest = [token[0] for token in words[index + 1 : index + 7]]
        if index and text in _OPENERS and _starts_prose(text, after, rest):
            end = words[index - 1].end()
            break
        if text.lower() not in _SMALL and not text[0].isupper() and text[0].isalpha():
            return None
        if text[-1] in ".;:,)" and text[-1] != ",":
            return None
    if end is None or end - start > _LONGEST_RUN_IN:
        return None
    title = raw.text[start:end]
    return _placed(raw, start, end) if is_titled(title) or is_caps(title) else None


def _starts_prose(opener: str, after: str, rest: Sequence[str]) -> bool:
    """Tell whether a capitalised word opens a sentence, by the words behind it."""
    if after[0].islower() or after in ("Agreement", "Party", "Parties"):
        return True
    return opener in _DETERMINERS and any(word[0].islower() for word in rest)


def _formatted_title(raw: RawBlock, start: int, *, labelled: bool) -> Span | None:
    begin = raw.span.start + start
    for mark in raw.marks:
        if mark.kind not in (MarkKind.BOLD, MarkKind.UNDERLINE) or mark.span.start > begin + 1:
            continue
        if mark.span.end <= begin or mark.span.end >= raw.span.end:
            continue
        title = raw.text[start : mark.span.end - raw.span.start]
        after = raw.text[mark.span.end - raw.span.start :][:2]
        stop = title.rstrip()[-1:] if title.strip() else ""
        closed = stop == "." or (after[:1] == "." and stop.isalnum())
        colon = stop == ":" or after[:1] == ":"
        begins = raw.text[mark.span.end - raw.span.start :].lstrip()[:1]
        titled = labelled and (colon or (is_titled(title) and begins.isupper()))
        wordy = len(title) <= _LONGEST_RUN_IN and title.strip()[:1] not in ("", '"', "\u201c")
        if wordy and (closed or titled):
            return _placed(raw, start, mark.span.end - raw.span.start)
    return None


def _placed(raw: RawBlock, start: int, end: int) -> Span | None:
    text = raw.text[start:end]
    lead = len(text) - len(text.lstrip())
    kept = len(text.rstrip(_CLOSING))
    if text[lead : lead + 1] == "(" and text[kept - 1 : kept] == ")" and text.count("(") == 1:
        lead, kept = lead + 1, kept - 1
    if kept <= lead:
        return None
    return Span(raw.span.start + start + lead, raw.span.start + start + kept)


def title_span(raw: RawBlock, start: int) -> Span:
    """Give where a heading writes its title: without number and closing punctuation."""
    return _placed(raw, start, len(raw.text)) or raw.span
