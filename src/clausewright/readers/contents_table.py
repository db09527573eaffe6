"""Tables of contents: lines that repeat the headings and are none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clausewright.model.document import BlockKind, MarkKind
from clausewright.pattern import regex
from clausewright.readers.assembly import RawBlock

_HEAD = regex(
    r"(?:table\s+of\s+contents|contents|list of (?:schedules|exhibits|annexes|appendices)"
    r"|on this page|toc)\s*:?\s*(?:page)?$",
    re.IGNORECASE,
)
_LEADERS = regex(r"(?:\.{4,}|(?:\. ){4,}|\u2026{2,}|\t)\s*(?:\d{1,3}|[ivxl]{1,6})\s*$")
_PAGE_AT_END = regex(r"(?:^|[\s.])(?:[A-Z]-)?(?:\d{1,3}|[ivxl]{1,6})$")
_RUN_ON = regex(r"\s\d{1,3}\s+(?:\d{1,3}\.\d{1,3}|[A-Z][a-z]+|[A-Z]{3,})")
_BARE = regex(r"(?:page|section|-?\s*[ivxl\d]{1,5}\s*-?)$", re.IGNORECASE)
_NUMBER = regex(r"^(?:article|section|clause|schedule|\W|\d|[ivxl]+\b)*\s*", re.IGNORECASE)
_HEAD_WITHIN = regex(r"\bTABLE\s+OF\s+CONTENTS\b")
_LONGEST = 160
_LOOK = 3  # lines that may stand between two entries


def contents_blocks(raws: Sequence[RawBlock]) -> frozenset[int]:
    """Give the indices of the blocks that belong to a table of contents."""
    found = {
        index
        for index, raw in enumerate(raws)
        if raw.contents or (len(raw.text) <= _LONGEST and _LEADERS.search(raw.text))
    }
    found.update(_linked(raws))
    heads = [index for index, raw in enumerate(raws) if _is_head(raw.text)]
    if heads:
        last = {_title(raw.text): at for at, raw in enumerate(raws) if len(raw.text) <= _LONGEST}
        for index in heads:
            if index not in found:
                found.update(_entries(raws, index, last))
    return frozenset(found)


def _is_head(text: str) -> bool:
    if len(text) <= 40 and _HEAD.match(text.strip()):
        return True
    return _HEAD_WITHIN.search(text, 0, _LONGEST) is not None


def _title(text: str) -> str:
    text = _PAGE_AT_END.sub("", text.strip())
    return _NUMBER.sub("", text.lower()).strip(" .\t")


def _linked(raws: Sequence[RawBlock]) -> set[int]:
    """Give runs of three or more list items that are each a link into the document itself."""
    runs: set[int] = set()
    run: list[int] = []
    for index, raw in enumerate(raws):
        if raw.kind is BlockKind.ITEM and _is_inner_link(raw):
            run.append(index)
            continue
        if len(run) > 2:
            runs.update(run)
        run = []
    return runs | set(run if len(run) > 2 else ())


def _is_inner_link(raw: RawBlock) -> bool:
    return any(
        mark.kind is MarkKind.LINK
        and (mark.target or "").startswith("#")
        and len(mark.span) >= len(raw.span) - 6
        for mark in raw.marks
    )


def _entries(raws: Sequence[RawBlock], head: int, titles: Mapping[str, int]) -> set[int]:
    """Follow the entries below a "Contents" heading; give them and the heading."""
    entries = {head}
    last = head
    index = head + 1
    while index < len(raws) and index - last <= _LOOK:
        if _is_entry(index, raws[index], titles):
            entries.update(range(last + 1, index + 1))
            last = index
        index += 1
    return entries if last > head else set()


def _is_entry(index: int, raw: RawBlock, titles: Mapping[str, int]) -> bool:
    text = raw.text.strip()
    if raw.kind is BlockKind.HEADER or _BARE.match(text):
        return True
    run_on = len(_RUN_ON.findall(text))
    if run_on > 2 or (run_on and _PAGE_AT_END.search(text)):
        return True
    if len(text) > _LONGEST or raw.heading:
        return False
    if _PAGE_AT_END.search(text):
        return True
    title = _title(text)
    return len(title) > 2 and titles[title] > index and raw.kind is not BlockKind.CELL
