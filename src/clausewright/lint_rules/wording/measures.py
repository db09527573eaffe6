"""What measures a vague word: a number, a date or a blank for one, beside it or right after it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.model.document import Block, BlockKind
from clausewright.model.facts import Dimension
from clausewright.model.span import Span
from clausewright.pattern import regex

_LISTED = frozenset((BlockKind.ITEM, BlockKind.CELL))
_LISTED_BLOCKS = 60
"""How many items or cells after a lead-in are looked at."""
_LATEST = regex(
    r"\b(?:no|not) (?:later|more|longer) than\b|\bat the latest\b|\bon or before\b|"
    r"\bin (?:any|no) (?:event|case)\b[^.;]{0,60}\b(?:later|within|before|prior|more|less|longer|"
    r"exceed)\b|\bby the (?:end|close) of\b|\b(?:when|as|on the date|by the date) due\b|"
    r"\bby (?:the|its|their) (?:[\w-]+ ){0,3}dates?\b|"
    r"\bwithin (?:such|that|this|said|the (?:same|said|agreed)) (?:\w+ )?(?:period|time)"
)
_WITHHELD = regex(
    r"(?:\[[\s*_.#x\u2022\u25cf-]*\]|(?<!_)_{2,}|(?<!\*)\*{2,})\W{0,4}(?:\(\W*\)\s*)?"
    r"(?:business |working |calendar )?(?:minute|hour|day|week|month)s?\b"
)
"""A time that was blacked out or left blank: somebody fixed it, or will."""
_NEXT_DUTY = regex(
    r"(?:;|,? (?:and|but)) (?:(?!such\b|this\b|that\b|in\b|it\b)\w+ ){0,3}(?:shall|must|will)\b"
    r"|[a-z)]{3}\. (?!such\b|this\b|that\b|these\b|in any\b|in no\b|it\b)[a-z(]"
)
"""What parts a number from a word: the next duty, or a full stop before a small letter."""
_TAKES_UP = regex(
    r"^\W*(?:any |each |all |every )?(?:such|said|this|these|that|those)\b|"
    r"^\W*in (?:any|no) (?:event|case)\b|"
    r"^.{0,80}?\bsuch (?:\w+ ){0,3}(?:shall|must|will|is|to be)\b|"
    r"\bshall have\b.{0,40}\b(?:days|hours|months)\b"
)
"""How a sentence goes on with what the one before it said."""
_BY_REFERENCE = regex(
    r"\b(?:in accordance with|according to|as (?:set|specified|defined|required|listed)|"
    r"(?:set (?:out|forth)|specified|defined|listed) in|to meet \w+(?: \w+){0,3} standards?|"
    r"to the extent (?:required|requested|specified|agreed)|in sufficient detail to|"
    r"as agreed (?:with|by|between))\b"
)
_BY_SCHEDULE = regex(
    r"\b(?:in accordance with|according to|under|pursuant to|per|within|as (?:set (?:out|forth)|"
    r"specified|required|provided|prescribed|described|agreed) (?:in|by|under))\b[^.;]{0,60}"
    r"\b(?:schedules?|timetables?|time ?(?:lines?|frames?|limits?|tables?)|deadlines?|calendars?|"
    r"tariffs?|polic(?:y|ies)|procedures?|standards|programs?|programmes?|project plan|"
    r"service levels?|quality agreement)\b"
)
"""A time that an instrument with a name of its own fixes: "under the schedule in Annex C"."""
_AGREED_LIMIT = regex(
    r"\b(?:within|in|of at least|at least|for at least) (?:the|its|our|their) (?:\w+ ){0,3}"
    r"(?:(?:response|resolution|target|agreed|specified) times?|time ?(?:frames?|limits?|scales?)|"
    r"target \w+|targets|service levels?|times? (?:set|stated|specified|listed|given|shown)|"
    r"period of time (?:specified|set|stated))\b"
)
"""A limit that another place sets: "within the Target Response Time"."""
_OFTEN = regex(
    r"\b(?:once|twice|\w+ times|minimum of \w+) (?:a|an|per|each|every|in (?:a|an|each|every))\b|"
    r"\b(?:every|each) (?:\w+ )?(?:day|week|month|quarter|year)|\b(?:dai|week|month|quarter|year|"
    r"annual)ly\b"
)
_STEM = 5
"""Letters that two forms of a word have in common: "reviewed", "reviews"."""
_BEFORE = 400
"""How far before a word its interval is looked for, in code points."""
_AS_SET = regex(
    r",? (?:as|to be) (?:outlined|set (?:out|forth)|specified|described|defined|stated|agreed) "
    r"(?:in|under|below|above|upon|by|between)\b"
)
_NEXT_REACH = 400
"""How far a next sentence is read, in code points."""
_POINTS_DOWN = regex(r":\W*$|\b(?:below|following|as follows|(?:this|the) (?:\w+ )?table)\b")


def measured(
    draft: Draft, block: Block, sentence: Span, hit: Span, measures: frozenset[Dimension]
) -> bool:
    """Tell a vague word with a number of the given kinds beside it, or set right after it."""
    if _has_number(draft, sentence, hit, measures) or _AS_SET.match(draft.words.folded, hit.end):
        return True
    if Dimension.DURATION in measures and measures == {Dimension.DURATION}:
        text = draft.words.folded[sentence.start : sentence.end]
        if _LATEST.search(text) or _WITHHELD.search(text):
            return True
        return (
            _set_in_next_sentence(draft, block, hit)
            or _set_before(draft, block, hit)
            or _set_below(draft, block, hit, measures)
        )
    return _set_in_row(draft, block, hit, measures) or _set_below(draft, block, hit, measures)


def _set_in_row(draft: Draft, block: Block, hit: Span, measures: frozenset[Dimension]) -> bool:
    """Tell a label whose table row holds the number."""
    if block.cell is None or block.cell.column > 0:
        return False
    blocks = draft.document.blocks
    for one in blocks[block.index + 1 : block.index + 1 + _LISTED_BLOCKS]:
        if one.cell is None or (one.cell.table, one.cell.row) != (block.cell.table, block.cell.row):
            return False
        if _has_number(draft, one.span, hit, measures):
            return True
    return False


def _has_number(draft: Draft, extent: Span, hit: Span, measures: frozenset[Dimension]) -> bool:
    quantities = draft.quantities
    index = bisect_left(quantities, extent.start, key=lambda quantity: quantity.span.start)
    while index < len(quantities) and quantities[index].span.start < extent.end:
        quantity = quantities[index]
        if (
            quantity.dimension in measures
            and not quantity.span.overlaps(hit)
            and not _of_another_duty(draft, hit, quantity.span)
        ):
            return True
        index += 1
    return False


def _of_another_duty(draft: Draft, hit: Span, number: Span) -> bool:
    """Tell a number and a hit that two duties of one sentence keep apart."""
    low, high = min(hit.end, number.end), max(hit.start, number.start)
    return high - low > 0 and _NEXT_DUTY.search(draft.words.folded, low, high) is not None


def _set_in_next_sentence(draft: Draft, block: Block, hit: Span) -> bool:
    """Tell a time that the next sentence fixes for what this one asks."""
    after = _next_sentence(draft, block, hit)
    if after is None:
        return False
    text = draft.words.folded[after.start : min(after.end, after.start + _NEXT_REACH)]
    if not _TAKES_UP.search(text):
        return False
    times = frozenset((Dimension.DURATION,))
    return _WITHHELD.search(text) is not None or _has_number(draft, after, hit, times)


def _next_sentence(draft: Draft, block: Block, hit: Span) -> Span | None:
    sentences = draft.sentences.of_block(block)
    after = next((one for one in sentences if one.start >= hit.end), None)
    blocks = draft.document.blocks
    if after is not None or block.index + 1 >= len(blocks):
        return after
    if draft.text[block.span.start : block.span.end].rstrip()[-1:] not in ";,":
        return None
    return next(iter(draft.sentences.of_block(blocks[block.index + 1])), None)


def _set_below(draft: Draft, block: Block, hit: Span, measures: frozenset[Dimension]) -> bool:
    """Tell a lead-in whose list or table holds the numbers."""
    sentences = draft.sentences.of_block(block)
    last = sentences[-1]
    if block.kind in _LISTED or hit.start < last.start:
        return False
    if not _POINTS_DOWN.search(draft.words.folded, last.start, last.end):
        return False
    return any(_has_number(draft, one.span, hit, measures) for one in listed_after(draft, block))


def set_by_reference(draft: Draft, sentence: Span, hit: Span) -> bool:
    """Tell a word whose measure the sentence says where to find."""
    return _BY_REFERENCE.search(draft.words.folded, hit.end, sentence.end) is not None


def _set_before(draft: Draft, block: Block, hit: Span) -> bool:
    """Tell "regular reviews" after a sentence that says how often they are held."""
    following = draft.words.between(hit.end, hit.end + 40)[:1]
    if not following or len(following[0]) < _STEM:
        return False
    section = draft.document.section_of(block)
    start = max(0 if section is None else section.title_span.end, hit.start - _BEFORE)
    end = draft.sentence_at(hit.start).start
    said = any(word.startswith(following[0][:_STEM]) for word in draft.words.between(start, end))
    return said and _OFTEN.search(draft.words.folded, start, max(start, end)) is not None


def set_by_schedule(draft: Draft, block: Block, sentence: Span, hit: Span) -> bool:
    """Tell a word whose time the text goes on to take from a schedule, a tariff, a policy."""
    folded = draft.words.folded
    if _BY_SCHEDULE.search(folded, hit.end, sentence.end) is not None:
        return True
    after = _next_sentence(draft, block, hit)
    end = sentence.end if after is None else min(after.end, sentence.end + _NEXT_REACH)
    return _AGREED_LIMIT.search(folded, sentence.start, end) is not None


def listed_after(draft: Draft, block: Block) -> Iterator[Block]:
    """Give the items or cells that stand right after a block."""
    blocks = draft.document.blocks
    for one in blocks[block.index + 1 : block.index + 1 + _LISTED_BLOCKS]:
        if one.kind not in _LISTED:
            return
        yield one
