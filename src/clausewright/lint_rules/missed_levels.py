"""What a draft says of a level that is missed: that something follows, or that nothing does.

Many agreements answer this once, for all levels and in words of their own: "where a target is
missed, the managers meet", a row "missed SLA | review by the board", a section on breaches. A rule
that asks what follows a miss must have read that answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clausewright.analysis.draft import Draft
from clausewright.analysis.metric_cues import Cue
from clausewright.analysis.statements import Statement, statements_with
from clausewright.model.document import Block, BlockKind
from clausewright.pattern import regex

PHRASES: Final = (
    "{breach|breaches|breached|violation|violations|violate|violates|violated|infringement}",
    "{miss|misses|missed|missing|shortfall|shortfalls|underperformance|overrun|overruns|poor}",
    "{fail|fails|failed|failing|failure|failures|non compliance|noncompliance|delayed|delay}",
    "{not|never|cannot|below}",
    "{doesn't|don't|didn't|isn't|aren't|wasn't|can't|won't}",
    "{remedies|penalties|consequences|enforcement|required|liability|liable|no}",
)
"""Words of which one stands wherever a miss is spoken of."""

ALL: Final = "all"
"""What an answer serves that names no metric."""

_LEVEL = (
    r"(?:(?P<of>up-?time|availability|response|resolution)[\s-])?"
    r"(?:(?:service|performance)\s(?:levels?|targets?|commitments?|standards?|objectives?|metrics?)"
    r"|SLAs?|SLOs?|OLAs?|targets?|KPIs?|metrics?|commitments?|objectives?|levels?\sof\sservice"
    r"|(?<=(?:sponse|lution)\s)(?:times?|time-?frames?|deadlines?)"
    r"|(?:allotted|agreed|committed|stated|promised)\s(?:times?|time-?frames?|periods?|deadlines?)"
    r"|requirements?\s(?:in|of|under)\sthis\s(?:service\s(?:level\s)?)?agreement)\b"
)
_MISS = (
    r"\b(?:breach(?:es|ed)?|violat(?:e|es|ed|ions?)|miss(?:es|ed|ing)?|fail(?:s|ed|ing|ures?)?"
    r"|short-?falls?|under-?performance|poor(?=\s(?:\w+\s)?performance)|non-?compliance|overruns?|delay(?:s|ed)?"
    r"|below(?=\s(?:the|an?|its|our|this|that|any|SLAs?|SLOs?|targets?|\d))"
    r"|(?:not|never|cannot|\w{2,6}n['\u2019]t)\s(?:been\s|be\s|fully\s)?"
    r"(?:me(?:e)?t|achieved?|reach(?:ed)?|kept|keep|adhered?(?:\sto)?|compl(?:y|ied)(?:\swith)?"
    r"|attain(?:ed)?|provided?|fulfil(?:l|led)?|satisf(?:y|ied)|honou?r(?:ed)?|delivered?))\b"
)
_MISSED_LEVEL = regex(rf"(?P<missed>{_MISS})[^.;:\n]{{0,80}}?\b{_LEVEL}", re.IGNORECASE)
_LEVEL_MISSED = regex(
    rf"\b{_LEVEL}[^.;:\n]{{0,50}}?\s?[(\u2013-]?(?P<missed>{_MISS})", re.IGNORECASE
)
_CASE = regex(
    r"\b(?:if|where|when|whenever|should|in (?:the )?(?:case|event)(?: of| that)?|upon|after|once"
    r"|for (?:any|each|every|all)|due to|because of|failure to|as a result of)\b",
    re.IGNORECASE,
)
_FOLLOWS = regex(
    r"\b(?:shall|will|may|must|can|should|agrees?|receives?|earns?|pays?|entitled|escalat\w{1,4}"
    r"|review(?:ed|s)?|plan|summary|report|meeting|warning|notice|credit|refund|investigat\w{1,4}"
    r"|notif\w{1,8}|terminat\w{1,4}|action|analysis|penalt\w{1,3}|discount|extended)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 40
"""Characters of a line that is a label over a list."""
_TITLE = regex(
    r"\W*(?:[\d.]{1,8}\s)?(?:(?:remedies|penalties|consequences|sanctions|violations|breaches"
    r"|enforcement|(?:corrective )?actions? required)\b|what (?:happens|follows|if)\b)",
    re.IGNORECASE,
)
_DENIES = regex(
    r"\bno\s(?:(?:right to|financial|further|monetary)\s)?(?:remed|credit|refund|compensation"
    r"|penalt|liabilit|consequence)|\bnot\s(?:be\s)?(?:liable|compensat)"
    r"|\b(?:full|entire|whole)\s(?:limit|extent)\sof\s(?:our|its|the)\b[^.;\n]{0,30}\bliability",
    re.IGNORECASE,
)
_ITSELF = regex(
    r"\b(?:SLAs?|SLOs?|this\s(?:service\slevel\s)?agreement|targets?|metrics?|service\slevels?)\b",
    re.IGNORECASE,
)
_NAMES: Final = (
    ("availability", regex(r"\b(?:up-?time|availab)", re.IGNORECASE)),
    ("response time", regex(r"\brespon", re.IGNORECASE)),
    (
        "resolution time",
        regex(r"\b(?:resol|work-?around|correct|fix|restor|repair)", re.IGNORECASE),
    ),
)
"""What a sentence speaks of where it says of which metric the level is."""


class Answers(NamedTuple):
    """What a draft says of a miss.

    ``serves`` are the names of the metrics for which something follows, ALL for every one;
    ``titled`` tells that a section or a label promises to say it; ``denied`` that the text says
    that nothing follows.
    """

    serves: frozenset[str]
    titled: bool
    denied: bool

    def serve(self, name: str) -> bool:
        """Tell whether something follows a miss of a metric of this name."""
        if name in self.serves or ALL in self.serves:
            return True
        return self.titled and not self.denied


def answers_in(drafts: Sequence[Draft], code: str) -> Answers:
    """Read what drafts of one agreement say of a miss, from the hits of a rule with PHRASES."""
    serves: set[str] = set()
    titled = denied = False
    for draft in drafts:
        for statement, _ in statements_with(draft, draft.hits_of(code)):
            if statement.has(Cue.EXCLUSION):
                continue
            denied = denied or _denies(statement)
            titled = titled or _is_title(draft, statement)
            serves.update(_served(draft, statement))
    return Answers(frozenset(serves), titled, denied)


def _said(statement: Statement) -> str:
    return statement.text[statement.span.start : statement.span.end]


def _denies(statement: Statement) -> bool:
    said = _said(statement)
    return _DENIES.search(said) is not None and _ITSELF.search(said) is not None


def _is_title(draft: Draft, statement: Statement) -> bool:
    """Tell a title, or a label over a list, under which stands what follows a miss."""
    said, block = _said(statement), statement.block
    heading = block.kind is BlockKind.HEADING
    if not heading and not (said.rstrip(" *_").endswith(":") and len(said) <= _LONGEST_LABEL):
        return False
    if not _TITLE.match(said) and not (heading and any(_misses(said))):
        return False
    following = draft.document.blocks[block.index + 1 : block.index + 2]
    return any(one.kind is not BlockKind.HEADING or one.level > block.level for one in following)


def _misses(said: str) -> Iterator[re.Match[str]]:
    for form in (_MISSED_LEVEL, _LEVEL_MISSED):
        found = form.search(said)
        if found is not None:
            yield found


def _served(draft: Draft, statement: Statement) -> Iterator[str]:
    """Give the metrics for whose miss a sentence, or the row of a table, says what follows."""
    if statement.block.kind is BlockKind.HEADING:
        return
    said = _said(statement)
    for found in _misses(said):
        rest = f"{said[: found.start()]} | {said[found.end() :]}"
        if statement.block.cell is not None:
            rest = f"{rest} | {_row_beside(draft, statement.block)}"
        elif not _CASE.search(said):
            continue
        if _FOLLOWS.search(rest):
            yield from _named(said) if found["of"] else (ALL,)


def _named(said: str) -> Iterator[str]:
    return (name for name, form in _NAMES if form.search(said))


def _row_beside(draft: Draft, block: Block) -> str:
    """Give the text of the other cells of a row."""
    cell = block.cell
    if cell is None:
        return ""
    blocks = draft.document.blocks
    first = last = block.index
    while first and _same_row(blocks[first - 1], block):
        first -= 1
    while last + 1 < len(blocks) and _same_row(blocks[last + 1], block):
        last += 1
    return " | ".join(
        draft.document.text_of(one.span) for one in blocks[first : last + 1] if one is not block
    )


def _same_row(one: Block, other: Block) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
