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
_SERVICE_ACTS = (
    r"(?:maintain|maintenance|support|upgrad|updat|dispatch|escalat|assist|answer|attend|"
    r"investigat|perform|complet|releas|recover|resum|install|manage|review|scan|test)\w*\b"
)
"""What a service is promised by, besides."""
_ACT = regex(_ACTS)
_OF_SERVICE = regex(rf"{_ACTS}|{_SERVICE_ACTS}")
_THIS_DUTY = regex(r"(?:(?!\b(?:shall|must|will|may|should)\b)[^.;])*")
"""What follows a time word in its own duty."""
_VERBS_AFTER = regex(r"(?:^|, | and | or ) ?(?:\(\w{1,4}\) )?(?:take |to |\w+ly )?(\w+)")
"""Where a verb may stand after a time word: at once, or behind an aside or another verb."""
_CUSTOMARY = regex(
    r"\b(?:prospectus|registration statement|stop order|underwrit\w+|securities (?:laws?|act|"
    r"commission)|form \d+-\w|rule \d+|market (?:information|conditions|developments))\b"
)
"""What the law on offerings times, and what is passed on as it comes up."""
_ASIDE = regex(r"\((?:and |or )?$|\b(?:remain|continue)s? (?:\w+ )?(?:obligated|liable|obliged)\b")
"""What opens an aside on a form, or saves a duty that another clause lays down."""
_COURSE = regex(r"ongoing|continuous|informed|apprised|updated|posted|^in a timely$")
"""What goes on, or is one of several manners: no single act that a number of days fits."""
_OTHERS = regex(
    r"\b(?:third part(?:y|ies)|accounting firm|accountants?|auditors?|laborator(?:y|ies)|experts?|"
    r"arbitrators?|tribunal|courts?|committee) (?:shall|must|will)\b[^.;]*$"
)
"""Somebody who is no party to the contract."""
_ADVISED = regex(r"\b(?:should|may)\b")
_ON_NOTICE = regex(
    r"\b(?:up)?on (?:(?:the |its |their )?(?:receipt|receiving|giving|provision) (?:of )?)?$"
)
"""A notice that somebody's right hangs on: "upon giving prompt notice"."""
_TALKS = frozenset(
    ("discuss", "meet", "confer", "negotiate", "consult", "commence", "begin", "consider", "seek")
)  # fmt: skip
_SAME_DUTY = r"(?:(?!\b(?:shall|must|will)\b)[^.;])*$"
_SOFTENED = regex(
    rf"\b(?:efforts?|endeavou?rs?|diligence) (?:\w+ )?to\b{_SAME_DUTY}|"
    rf"\bthe parties (?:shall|must|will|agree)\b{_SAME_DUTY}"
)
"""An effort alone, or what both sides do together: nobody waits for it."""
_CLOCK = regex(r"^(?: in writing)?,? (?:upon|after|following|on) (?!the part)")
"""An event from which days could be counted: "promptly after a request"."""
_ACT_REACH = 90
_WORDS_BEFORE = 3
"""Within how many words before a time word its verb stands: "inform the Agent promptly"."""


def is_timed_act(draft: Draft, near: Span, hit: Hit, *, of_service: bool) -> bool:
    """Tell a vague time of an act for which contracts state days, or that gives a service."""
    folded = draft.words.folded
    if _COURSE.search(hit.phrase) or _CUSTOMARY.search(folded, near.start, near.end):
        return False
    before = folded[near.start : hit.span.start]
    if any(what.search(before) for what in (_ASIDE, _SOFTENED, _OTHERS)):
        return False
    if _ACT.search(hit.phrase):
        return _ON_NOTICE.search(before) is None
    act = _OF_SERVICE if of_service else _ACT
    if any(map(act.match, before.split()[-_WORDS_BEFORE:])) and not _ADVISED.search(before):
        return True
    after = folded[hit.span.end : min(near.end, hit.span.end + _ACT_REACH)]
    this = _THIS_DUTY.match(after)
    if this and any(act.match(one[1]) for one in _VERBS_AFTER.finditer(this[0])):
        return True
    verb = _verb(draft, near, hit.span)
    if _CLOCK.match(after):
        return verb not in _TALKS
    return verb is not None and act.match(verb) is not None


def _verb(draft: Draft, near: Span, hit: Span) -> str | None:
    """Give the act that is owed: "report" of "shall report promptly"."""
    duties = draft.duties
    index = bisect_right(duties, hit.start, key=_start) - 1
    if index < 0 or duties[index].span.start < near.start:
        index = bisect_left(duties, hit.end, key=_start)
    if index >= len(duties) or duties[index].span.end > near.end:
        return None
    one = duties[index]
    return None if one.modal in _WEAK else one.verb


def _start(duty: Duty) -> int:
    return duty.span.start
