"""Attachments of which nothing is there but the title, although the text relies on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.model.document import Attachment
from clausewright.model.facts import ReferenceKind
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

FORMATS = frozenset(("markdown", "text"))
"""Formats whose readers tell of pictures; elsewhere an attachment may be one."""

_TITLE = regex(r"[A-Z][A-Za-z&,/'\u2019 -]+$")
_LONGEST_TITLE = 10  # words
_SMALL = 4  # letters up to which a word of a title may stand in lower case
_ON_PURPOSE = regex(
    r"reserved|intentional|omitted|deleted|not (?:used|applicable)|blank|\bnone\b|n/a|attached"
    r"|redacted|separate|provided",
    re.IGNORECASE,
)


def bare_attachments(draft: Draft) -> Iterator[Attachment]:
    """Give attachments that the text refers to and that hold a title only.

    Where two stand side by side they are the entries of a list of attachments.
    """
    if draft.document.format not in FORMATS:
        return
    attachments = draft.document.attachments
    bare = {index for index, one in enumerate(attachments) if _holds_a_title_only(draft, one)}
    if not bare:
        return
    relied_on = {
        reference.target
        for reference in draft.references
        if reference.kind is ReferenceKind.ATTACHMENT
    }
    for index in sorted(bare & relied_on):
        if not bare & {index - 1, index + 1} and not _ends_a_list(draft, attachments[index]):
            yield attachments[index]


def _ends_a_list(draft: Draft, attachment: Attachment) -> bool:
    """Tell the last line of a list of attachments: the line above names one, too."""
    document = draft.document
    above = (
        document.text_of(block.span).strip()
        for block in reversed(document.blocks[: attachment.first_block])
        if draft.outline.role(block) is not Role.PAGE
    )
    return next(above, "").lower().startswith(attachment.kind.lower())


def _holds_a_title_only(draft: Draft, attachment: Attachment) -> bool:
    document = draft.document
    head, *blocks = document.blocks[attachment.first_block : attachment.end_block]
    held = [
        document.text_of(one.span).strip()
        for one in blocks
        if draft.outline.role(one) is not Role.PAGE
    ]
    held = [text for text in held if text]
    titles = {text for text in (attachment.title.strip(), *held) if text}
    if len(titles) > 1 or not all(map(_is_title, titles)):
        return False
    start = document.source_offset(head.span.start)
    last = document.blocks[attachment.end_block - 1]
    after = document.blocks[last.index + 1 : last.index + 2]
    end = document.source_offset(after[0].span.start) if after else len(document.source)
    return not any(start <= one.start < end for one in document.unread)


def _is_title(text: str) -> bool:
    words = text.split()
    return (
        len(words) <= _LONGEST_TITLE
        and _TITLE.match(text) is not None
        and _ON_PURPOSE.search(text) is None
        and all(word[0].isupper() or len(word) <= _SMALL for word in words)
    )
