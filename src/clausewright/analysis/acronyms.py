"""Acronyms that a commitment rests on and that the document nowhere writes out.

"The POC answers within four hours" binds nobody who cannot tell what a POC is. What everybody in
the trade reads without help (API, DNS, VAT) is no fault, and names are passed over: an acronym
counts where it stands behind a determiner like a common noun or is used a few times only, and is
no part of a title or of a longer name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausewright.analysis.outline import Role
from clausewright.analysis.vocabulary import word_list
from clausewright.model.document import BlockKind
from clausewright.model.span import Span
from clausewright.pattern import regex

if TYPE_CHECKING:
    from clausewright.analysis.draft import Draft

_ACRONYM = regex(r"(?<![\w/.@#&$'\u2019-])([A-Z]{2,5})s?(?![\w/@&'\u2019-]|\.\w|\s[A-Z\d(])")
_NOUN_BEFORE = regex(r"\b(?:the|an?|each|every|any|our|via|this)\s$", re.IGNORECASE)
_NAME_BEFORE = regex(r"(?:(?<![.:;!?] )(?<!\n)(?<!^)[A-Z][\w-]*[ -]|[@/(\"\u201c&]|and )$")
_COMMITS = regex(r"\b(?:shall|will|must|within|guarantees?)\b|\d\s?(?:%|hours?|days?|minutes?)")
_QUIET = frozenset((Role.TITLE, Role.CONTENTS, Role.COVER, Role.SIGNATURE, Role.CONTROL, Role.CODE))
_SMALL_WORDS = r"(?:(?:of|and|for|the|to|in|on|as)[\s-]+)?"


def undefined_acronyms(draft: Draft) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Give each such acronym with its places as a noun, in order of the first."""
    nouns: dict[str, list[Span]] = {}
    others: dict[str, list[Span]] = {}
    committed: set[str] = set()
    for name, span, noun in _places(draft):
        (nouns if noun else others).setdefault(name, []).append(span)
        if noun and _COMMITS.search(draft.document.text_of(draft.sentence_at(span.start))):
            committed.add(name)
    for name in dict.fromkeys((*nouns, *others)):
        spans = sorted((*nouns.get(name, ()), *others.get(name, ())))
        used = len(re.findall(rf"\b{name}\b", draft.text))
        often = name in committed and len(nouns[name]) * 2 >= used
        if (often or used <= _RARE) and not _is_known(draft, name):
            yield name, tuple(spans)


_RARE = 4  # uses: what stands more often without a determiner is the name of somebody


def _places(draft: Draft) -> Iterator[tuple[str, Span, bool]]:
    """Give the uncommon acronyms in running text, and whether a determiner stands before each."""
    common, text = word_list("common_acronyms"), draft.text
    for block in draft.document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.CODE, BlockKind.HEADER):
            continue
        if draft.outline.role(block) in _QUIET:
            continue
        for match in _ACRONYM.finditer(text, block.body.start, block.body.end):
            span = Span(*match.span())
            if match[1].lower() in common or _is_loud(text, span):
                continue
            before = text[max(0, span.start - 24) : span.start]
            if not draft.in_code(span) and not _NAME_BEFORE.search(before):
                yield match[1], span, _NOUN_BEFORE.search(before) is not None


def _is_loud(text: str, span: Span) -> bool:
    """Tell a word of a line in capitals."""
    around = text[max(0, span.start - 40) : span.start] + text[span.end : span.end + 40]
    loud = sum(word.isupper() and len(word) > 1 for word in around.split())
    return loud >= 3


def _is_known(draft: Draft, name: str) -> bool:
    """Tell an acronym that is defined, written out or a name, or a word in capitals."""
    low = name.lower()
    if low in word_list("ordinary") or re.search(rf"(?<![#@/\w-]){low}s?\b", draft.text):
        return True
    if any(name in re.findall(r"[A-Z]+", term.name) for term in draft.terms):
        return True
    blocks = draft.document.blocks
    opening = draft.document.text_of(blocks[0].span)[:120] if blocks else ""
    titles = (section.title for section in draft.document.sections if section.level == 1)
    named = (
        opening if opening.count(" ") < 12 else "",
        *titles,
        *(party.name or "" for party in draft.parties),
    )
    if any(re.search(rf"\b{name}", one) for one in named):
        return True
    if re.search(rf"[(\"\u201c*|]\s?{name}s?\b|\b{name}s?\s?(?:[)(=:|]|\s[-\u2013]\s)", draft.text):
        return True
    initials = r"[\w]*[\s-]+".join(_SMALL_WORDS * (i > 0) + letter for i, letter in enumerate(name))
    return re.search(rf"\b{initials}[a-z]+", draft.text, re.IGNORECASE) is not None
