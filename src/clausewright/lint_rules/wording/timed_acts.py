"""Acts for which contracts state days: to pay, to tell, to hand over, to mend, to cease.

Outside services, contracts say "promptly" of almost everything, and lawyers leave it. It is a gap
where a party owes an act that the other waits for: money, a notice, goods or papers, a repair.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import Hit
from clausewright.model.facts import Duty
from clausewright.model.span import Span
from clausewright.pattern import regex

_WEAK = frozenset(
    ("may", "should")
)  # fmt: skip
_ACTS = (
    r"(?:pay|paid|repay|remit|refund|reimburs|credit|compensat|notif|notice|inform|advis|report|"
    r"disclos|deliver|return|transfer|furnish|provid|submit|send|sent|suppl[yi]|forward|replac|"
    r"repair|correct|remed|restor|respond|resolv|cur(?:e|ing)|ceas|destroy|remov|delet)\w*\b"
)
_ACT = regex(_ACTS)
_ACT_AFTER = regex(rf"^(?:(?!\b(?:shall|must|will|may|should)\b)[^.;]){{0,70}}?\b{_ACTS}")
"""An act among the words after a time word: "promptly, at its own cost, return"."""
_CUSTOMARY = regex(
    r"\b(?:prospectus|registration statement|stop order|underwrit\w+|market (?:information|"
    r"conditions|developments))\b"
)
"""What the law on offerings times, and what is passed on as it comes up."""
_ASIDE = regex(r"\((?:and |or )?$|\b(?:remain|continue)s? (?:\w+ )?(?:obligated|liable|obliged)\b")
"""What opens an aside on a form, or saves a duty that another clause lays down."""
_COURSE = regex(r"ongoing|continuous|informed|apprised|updated|posted")
"""What goes on, or keeps somebody in the picture: no single act that a number of days fits."""
_CLOCK = regex(r"^(?: in writing)?,? (?:upon|after|following|on) (?!the part)")
"""An event from which days could be counted: "promptly after a request"."""
_ACT_REACH = 90


def is_timed_act(draft: Draft, near: Span, hit: Hit) -> bool:
    """Tell a vague time of an act for which contracts state days."""
    folded = draft.words.folded
    if _COURSE.search(hit.phrase) or _CUSTOMARY.search(folded, near.start, near.end):
        return False
    if _ASIDE.search(folded[near.start : hit.span.start]):
        return False
    if _ACT.search(hit.phrase):
        return True
    after = folded[hit.span.end : min(near.end, hit.span.end + _ACT_REACH)]
    if _ACT_AFTER.match(after) or _CLOCK.match(after):
        return True
    return _is_duty_to_act(draft, near, hit.span)


def _is_duty_to_act(draft: Draft, near: Span, hit: Span) -> bool:
    """Tell a duty whose verb is such an act: "shall report promptly"."""
    duties = draft.duties
    index = bisect_right(duties, hit.start, key=_start) - 1
    if index < 0 or duties[index].span.start < near.start:
        index = bisect_left(duties, hit.end, key=_start)
    if index >= len(duties) or duties[index].span.end > near.end:
        return False
    one = duties[index]
    return one.modal not in _WEAK and _ACT.match(one.verb) is not None


def _start(duty: Duty) -> int:
    return duty.span.start
