"""An act that something triggers, and no time to do it in.

"If a fault occurs, the Supplier shall notify the Customer" leaves open when. The duty is never
late. Say how long after the trigger the act is due.

Only acts that something triggers are looked at: notify, report, respond, restore, pay, credit,
deliver, return, refund; by a party, not by software. Tolerated: any time, date, interval or order
of events in the sentence ("within", "before", "upon", "each month"), lists that follow it, and
vague times, of which WRD001 speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.duties import OBLIGATIONS
from clausewright.analysis.outline import Role
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.facts import Dimension, Duty
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

_ACTS = frozenset(
    ("notify", "notified", "report", "reported", "respond", "restore", "restored", "pay", "paid",
     "credit", "credited", "deliver", "delivered", "return", "returned", "refund", "refunded",
     "inform", "informed", "reimburse", "reimbursed")
)  # fmt: skip
_TRIGGER = regex(
    r"(?<!\()\b(?:if(?! (?:any|so|applicable)\b)|when|whenever|after|(?<!the )following|"
    r"in the event|in case|once (?:the|a|an|it|all|any|each))\b|(?:^|, )where\b|"
    r"\bof (?:each|every|any|all) (?:\w+ ){0,2}(?:outage|incident|breach|fault|failure|"
    r"interruption|delay|defect|error|problem|change|loss|miss)"
)
_TIMED = regex(
    r"\b(?:within|before|until|upon|by the|not? later|prior|promptly|immediately|forthwith|soon|"
    r"timely|simultaneously|concurrently|monthly|quarterly|annually|yearly|weekly|daily|"
    r"(?:each|every) (?:\w+ ){0,2}(?:hour|day|week|month|quarter|year|time|morning|period|cycle)|"
    r"delay|reasonable (?:time|notice)|advance|at the time|same time|at the end|during|next|"
    r"deadline|"
    r"in accordance with|pursuant to|under (?:section|clause|article)|as set out|as set forth|"
    r"quickly|rapidly|possible|practicable|right away|as (?:described|specified|provided|stated)|"
    r"on (?:(?:the|an?|any|each|every|such|its|their|written|first|last|same|next) ){0,3}(?:"
    r"(?:\w+ )?(?:dates?|days?|basis)|time|demand|request|receipt|termination|expiry|expiration|"
    r"completion|notice|delivery|closing|anniversary|monday|tuesday|wednesday|thursday|friday|"
    r"presentation|payment|signing|execution|acceptance|[a-z]+ing))\b"
)
_AS_FOLLOWS = regex(r"\bfollowing\b|:\W*$|\bas follows\b")
_CONDITION = regex(
    r"\b(?:if|when|whenever|where|in the event that|in case)\b(?:(?!\b(?:shall|must|"
    r"will|then)\b)[^,;:])*$|\b(?:if|in the event)\b[^;:.]* and (?:it|they|such \w+) $"
)
_LONGEST = 400


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each triggered act in a sentence without a time."""
    for duty in draft.duties:
        if duty.modal in OBLIGATIONS and duty.verb in _ACTS and _is_untimed(draft, duty):
            at = draft.words.folded.find(duty.verb, duty.span.end, duty.sentence.end)
            end = at + len(duty.verb) if at >= 0 else duty.span.end
            span = Span(duty.span.start, end)
            yield Finding(span, f'"{draft.document.text_of(span)}" has no time: say how long after')


def _is_untimed(draft: Draft, duty: Duty) -> bool:
    block = draft.document.block_at(duty.span.start)
    if draft.outline.role(block) is not Role.OPERATIVE or len(duty.sentence) > _LONGEST:
        return False
    text = draft.words.folded[duty.sentence.start : duty.sentence.end]
    if duty.actor is None or _is_condition(draft, duty):
        return False
    if not _TRIGGER.search(text) or _TIMED.search(text):
        return False
    if draft.words.between(duty.span.end, duty.span.end + 5) == ("not",):
        return False
    if _AS_FOLLOWS.search(text):
        return False
    return not _has_time(draft, duty.sentence)


def _is_condition(draft: Draft, duty: Duty) -> bool:
    """Tell "if the Customer shall pay ...": the act is the trigger itself."""
    before = draft.words.folded[duty.sentence.start : duty.span.start]
    return _CONDITION.search(before) is not None


def _has_time(draft: Draft, sentence: Span) -> bool:
    quantities = draft.quantities
    at = bisect_left(quantities, sentence.start, key=lambda quantity: quantity.span.start)
    while at < len(quantities) and quantities[at].span.start < sentence.end:
        if quantities[at].dimension in (Dimension.DURATION, Dimension.TIME_OF_DAY):
            return True
        at += 1
    return any(sentence.contains(date.span) for date in draft.dates)


RULE = Rule(
    code="DUT002",
    name="duty-without-deadline",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Say how long after the trigger the act is due.",
    options=NoOptions(),
    examples=(
        Bad(
            "If a fault occurs, the Supplier «shall notify» the Customer.",
            instead="If a fault occurs, the Supplier shall notify the Customer within 1 hour.",
        ),
        Bad("Where a level is missed, the Supplier «shall credit» 5% of the fee."),
        Bad("After termination the Supplier «must return» all data."),
        Bad("The Supplier «shall notify» the Customer of any security breach."),
        Bad("After each failure the Supplier «shall deliver» an account of its cause."),
        Bad("After each failure the Supplier «shall report» on its cause."),
        Good("After an order the Customer shall pay on the first business day."),
        Good("If a fault occurs, the Supplier shall promptly notify the Customer.", note="WRD001."),
        Good("Upon termination the Supplier shall return all data."),
        Good("If the Customer shall pay a fee and it shall notify the bank, the offer is closed."),
        Good("After the start the Customer shall pay the following fees:\n\n- EUR 40 a month"),
        Good("The Supplier shall deliver the report each month."),
        Good("If a fault occurs, the Supplier shall restore the Service within 4 hours."),
    ),
)
