"""Schedules, annexes, appendices and exhibits: where one begins, what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from clausewright.model.document import Attachment, BlockKind
from clausewright.pattern import regex
from clausewright.readers.assembly import RawBlock

_OPENS = regex(
    r"[\[(]?\s?(?P<kind>schedule|annex|annexure|appendix|exhibit|attachment|addendum)"
    r"(?:\s{0,3}(?:(?:no\.?|number)\s?)?(?:[-\u2013]\s?)?[\"\u201c'\u2018]?"
    r"(?P<number>[A-Z]{1,2}\d{0,6}(?:[-.]\d{1,6})*(?:\([a-z0-9]{1,3}\))?|[IVXL]{1,5}"
    r"|\d{1,3}(?:[.-]\d{1,3})*[A-Za-z]?(?:\([a-z0-9]{1,3}\))?)[\"\u201d'\u2019]?)?"
    r"(?P<rest>(?=[\s:.)\]\u2013\u2014-]|$).*)$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 140
_SENTENCE = regex(r"\b(?:shall|will|must|is|are|means|attached|hereto|sets? out|contains?|may)\b")
_TITLE_AFTER = " \t:.-\u2013\u2014)]([\u2022"


class Opening(NamedTuple):
    """A block that reads as the head of an attachment."""

    block: int
    kind: str
    number: str | None
    title: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other attachments."""
        return self.kind, (self.number or "").upper()


def read_opening(index: int, raw: RawBlock, *, heading: bool) -> Opening | None:
    """Read the head of an attachment; ``heading``: the block reads as a heading by its shape."""
    if raw.cell is not None or raw.contents or raw.quoted or len(raw.text) > _LONGEST:
        return None
    if raw.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return None
    match = _OPENS.match(raw.text)
    if match is None:
        return None
    written, number, rest = match["kind"], match["number"], match["rest"].strip(_TITLE_AFTER)
    if not written[0].isupper() or (number and number[0].islower()):
        return None
    if number is None and (rest or not heading):
        return None
    if _SENTENCE.search(rest) or rest[:1] in (",", ";") or rest[:1].islower():
        return None
    if rest.endswith((".", ";", ",")) and not heading:
        return None
    return Opening(index, written.lower(), number, rest)


def attachments_of(
    openings: Sequence[Opening], raws: Sequence[RawBlock], first_text: int
) -> tuple[Attachment, ...]:
    """Choose the heads that open attachments, and give their extents.

    ``first_text`` is the first block of running text: a head before it is the stamp of a filed
    contract ("Exhibit 10.13") and opens nothing. Of heads with one number (a list of attachments,
    page headers) the first with text below it counts.
    """
    inside = [opening for opening in openings if opening.block >= first_text]
    heads = {opening.block for opening in inside}
    best: dict[tuple[str, str], Opening] = {}
    for opening in inside:
        earlier = best.get(opening.key)
        if earlier is None or (
            not _has_text(earlier, raws, heads) and _has_text(opening, raws, heads)
        ):
            best[opening.key] = opening
    chosen = sorted(best.values(), key=lambda opening: opening.block)
    stops = [*(opening.block for opening in chosen), len(raws)][1:]
    return tuple(
        Attachment(
            opening.kind,
            opening.number,
            _title(opening, raws),
            opening.block,
            _end(opening.block, stop, raws),
        )
        for opening, stop in zip(chosen, stops, strict=True)
    )


def _end(first: int, stop: int, raws: Sequence[RawBlock]) -> int:
    """Give the end of an attachment: a heading stated to be of a higher level ends it."""
    level = raws[first].heading
    for index in range(first + 1, stop):
        if 0 < raws[index].heading < level:
            return index
    return stop


def _has_text(opening: Opening, raws: Sequence[RawBlock], heads: set[int]) -> bool:
    following = opening.block + 1
    return following < len(raws) and following not in heads


def _title(opening: Opening, raws: Sequence[RawBlock]) -> str:
    """Give the title on the head itself, else the short line below it."""
    if opening.title:
        return opening.title
    following = opening.block + 1
    if following < len(raws):
        raw = raws[following]
        short = len(raw.text) <= 100 and raw.cell is None and raw.kind is not BlockKind.CODE
        if short and not raw.text.rstrip().endswith((".", ";", ",")):
            return raw.text.strip()
    return ""
