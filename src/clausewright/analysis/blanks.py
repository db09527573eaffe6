"""Blanks left open on purpose: lines to sign on, forms to fill in when used, drawn rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.model.document import Block
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_SIGNING = regex(
    r"(?:\b(?:by|name|title|date|dated|signed|signature|its|per|witness|attest|print(?:ed)?|"
    r"position|signatory|fax|e-?mail|tel|phone|telephone|address|attn|attention|for|company|place|initials?|"
    r"seal|notary|commission expires)\b[^A-Za-z0-9_]{0,6}|/s/\s*)$",
    re.IGNORECASE,
)

_NEEDED_DATE = regex(
    r"\b(?:effective|start|commencement|expiry|end|renewal|review|issue)\s+date\W*$", re.IGNORECASE
)
_LABELLED_BLANK = regex(r":\s?_{4,}")
_LABEL_AFTER = regex(r"\s?\((?:printed|print|name|title|signature|signed|date)\b", re.IGNORECASE)
_DRAWN = regex(r"[.;!?][\"\u201d)]*\s+(?:and\s+)?(?:\d{1,3}\s*)?$")
"""The end of a sentence, perhaps a page number: what follows is a rule, or room for initials."""


_FORM_TITLE = regex(
    r"\b(?:forms? of|form$|(?:example|sample) of|specimen|template|joinder|transfer letters?"
    r"|notice of|certificate|questionnaire|worksheet|(?<!service level )agreement$)\b",
    re.IGNORECASE,
)
_FORM_LABEL = regex(
    r"\bFORM OF(?: [A-Z]{3,}){1,8}|\b(?:EXERCISE|ELECTION|CONVERSION) (?:NOTICE|FORM)\b"
    r"|\b(?:EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT) [A-Z\d][-.\w]{0,4}\b"
    r"|\b(?:Exhibit|Schedule|Annex|Appendix|Attachment) [A-Z\d]{1,3}"
    r"(?=\W{1,5}(?:Form|Example|Sample) of\b)"
)
_FORM_AFTER = regex(
    r"\W{0,6}(?:Form|FORM|Example|EXAMPLE|Sample|SAMPLE) (?:of|OF)\b"
    r"|(?:[^\n]{0,200}\n){0,6}?[^\n]{0,200}?"
    r"\b(?:CERTIFICAT(?:E|ION)|ADDENDUM|RELEASE|CONSENT|GUARANT(?:Y|EE)|ACKNOWLEDGE?MENT|Term Sheet"
    r"|[A-Z]{3,20} (?:FORM|NOTICE|LETTER|REQUEST))\b"
)
_FORM_REACH = 2_000  # code points: a form that begins earlier is the agreement itself
_FORM_LENGTH = 12_000
_HEADING_LEAD = 60  # code points that the header of a page may take before the label
_KEPT = regex(
    r"\b(?:updated?|amended|revised|supplemented|completed|maintained|changed)\b[^.\n]{0,60}"
    r"\bfrom time to time\b",
    re.IGNORECASE,
)
_EXECUTION_DATE = regex(
    r"(?:^|[.\n;]\s{0,3})(?:Dated|Executed|Signed|DATED)\s(?:(?:this|the|on|as of)\s){0,2}$"
)
_NAME_GIVEN = regex(
    r"\s(?:[A-Z][\w.'\u2019-]*\s+){1,4}\)?[^\n]{0,120}/s/|\s(?:[A-Z]{1,4}\s)?[A-Z]{3,}\s+\)"
)
_OTHER_IS_TICKED = regex(r"(?:^|[\s_\[(])[Xx\u2713\u2612][\])_]?\s{1,3}(?:[A-Z][\w&/-]*\s){1,6}$")
"""A choice that was made before the blank of the other: "X Basic Plan ____ Full Plan"."""
_TYPED_BESIDE = regex(r"\s?\([ _]{0,40}\d{1,6}[ _]{0,40}\)")
"""A figure typed on the line beside: "upon ____ (___30___) days"."""
_RULED = 40
"""Underscores from which a line at the start of a paragraph is drawn across the page."""
_MADE_AS_OF = regex(r"\b(?:made|entered into|effective|dated)(?: and effective)? as of (?:the )?$")
"""What stands before the date of the agreement itself, which no signature fills in."""
_SIGNED_BY = regex(r"\b(?:signed|signature|executed)\b", re.IGNORECASE)
_SIGNING_DATE = regex(r"\[\s?(?:date|date signed|insert date)\s?\]", re.IGNORECASE)
_NEXT = 12
_CHOICE = 60  # code points that the words of a ticked choice may take
_SIGNING_REACH = 300
"""Characters above a date within which a column or a line to sign on is named."""
_SIGNED_AFTER = regex(r"[^\n]{0,60}?\bBy: ?(?:\b|_|$|\s)")


def is_kept_elsewhere(draft: Draft, block: Block, words: str) -> bool:
    """Tell a value that a list kept up to date leaves for later ("TBD")."""
    return words.upper() == "TBD" and _is_kept_up_to_date(draft, block)


def is_date_of_signing(draft: Draft, span: Span) -> bool:
    """Tell a mask for a date in a table of approvals, under a column to sign in."""
    after = draft.text[span.end : span.end + _NEXT].strip()[:1]
    masked = not draft.document.text_of(span).strip("DMYdmy/.- ") and (not after or after.isupper())
    before = draft.text[max(0, span.start - _SIGNING_REACH) : span.start]
    line = before.rpartition("\n")[2]
    return masked and ":" not in line and _SIGNED_BY.search(before) is not None


def is_to_be_written_on(draft: Draft, block: Block, span: Span) -> bool:
    """Tell the blanks of a signature block and rules drawn with underscores."""
    text = draft.document.text_of(block.span)
    at = span.start - block.span.start
    if _is_in_a_form(draft, block, span) or _EXECUTION_DATE.search(text[max(0, at - 40) : at]):
        return True
    if _MADE_AS_OF.search(text[max(0, at - 40) : at]):
        return False
    if draft.outline.role(block) is Role.SIGNATURE and not _in_prose(draft, block, span):
        merged = draft.text[span.start] == "{"  # a program, not a pen, should have filled it in
        return not merged and _NEEDED_DATE.search(text[max(0, at - 40) : at]) is None
    if _SIGNING_DATE.match(draft.text, span.start) and _SIGNED_BY.search(text[:at]):
        return True
    if draft.text[span.start] not in "_\u2026":
        return draft.text[span.start] == "[" and _names_a_signatory(draft.text, span)
    below = draft.text[span.end : span.end + _RULED + _NEXT].lstrip()
    if (at == 0 and len(span) >= _RULED) or below.startswith("_" * _RULED):
        return True
    if _is_filled(draft.text, span):
        return True
    beside = draft.text[span.end : span.end + 2].strip()
    if beside.isupper() and _OTHER_IS_TICKED.search(text, max(0, at - _CHOICE), at):
        return True
    around = text[max(0, at - 60) : at + len(span) + 60]
    if not any(character.isalpha() for character in around):
        return True
    line = text[max(0, at - 40) : at]
    if _NEEDED_DATE.search(line):
        return False
    if _is_ruled(text, at, len(span)):
        return True
    if _SIGNING.search(line) or (len(span) >= 8 and _DRAWN.search(line)):
        return True
    return len(text) < 300 and text.count("____") > 3 and _few_words(text)


def _names_a_signatory(text: str, span: Span) -> bool:
    """Tell the name above a line to sign on: "[Name of agent] By: ...", or before the name."""
    return any(form.match(text, span.end) is not None for form in (_SIGNED_AFTER, _NAME_GIVEN))


def _is_ruled(text: str, at: int, length: int) -> bool:
    """Tell lines to write on: several in a row, several labels in a line, or under a signature."""
    before, after = text[max(0, at - 120) : at], text[at + length : at + length + 120]
    if _LABEL_AFTER.match(after) or (not after.strip() and " " in text[at : at + length].strip()):
        return True
    if before.rstrip().endswith("____") or (length > 20 and after.lstrip().startswith("____")):
        return True
    if "/s/" in before[-50:]:
        return True
    return before.rstrip().endswith(":") and len(_LABELLED_BLANK.findall(f"{before} {after}")) >= 2


def _is_in_a_form(draft: Draft, block: Block, span: Span) -> bool:
    """Tell an attached form or letter, which is filled in when it is used."""
    attachment = draft.document.attachment_of(block)
    if attachment is not None and _FORM_TITLE.search(attachment.title):
        return True
    if span.start < _FORM_REACH:  # the whole document is the form of an agreement
        return False
    first = max(_FORM_REACH, span.start - _FORM_LENGTH)
    window = draft.text[first : span.start]
    label = next(reversed(list(_FORM_LABEL.finditer(window))), None)
    if label is None or _is_listed(draft, first + label.start()):
        return False
    if label[0][:1] in "FEC" and label[0][:3].upper() != "EXH":
        return True
    return _FORM_AFTER.match(window, label.end()) is not None


def _is_listed(draft: Draft, place: int) -> bool:
    """Tell a label in a table of contents or within a paragraph from one that heads a page."""
    block = draft.document.block_at(place)
    if draft.outline.role(block) is Role.CONTENTS:
        return True
    start = draft.text.rfind("\n", max(0, place - _HEADING_LEAD), place)
    return start < 0 and place > _HEADING_LEAD and not draft.text[place : place + 3].isupper()


def _is_kept_up_to_date(draft: Draft, block: Block) -> bool:
    """Tell a list that the document says is completed from time to time."""
    attachment = draft.document.attachment_of(block)
    first = block.index if attachment is None else attachment.first_block
    start = max(draft.document.blocks[first].span.start, block.span.start - _FORM_LENGTH)
    return (
        _KEPT.search(draft.text, start, min(block.span.end, start + 3 * _FORM_LENGTH)) is not None
    )


def _is_filled(text: str, span: Span) -> bool:
    """Tell a line under or beside words that were filled in: "NO____", "___30___", "___ * note"."""
    if _TYPED_BESIDE.match(text, span.end):
        return True
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
