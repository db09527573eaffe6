"""A way out of the duty that swallows it.

"Where possible" and "subject to availability" leave it to the one who owes the duty whether it is
owed. Name the cases in which it is not, and who decides.

Tolerated: beside a measured limit in the same sentence; "to the extent permitted by law" and
other limits that somebody else sets; where the test follows ("as necessary to reach the levels");
permissions and rights to choose, also of the other side, definitions, recitals, titles and
quotations. A hint only: an aside in brackets, introductions, "if necessary" or "where appropriate",
and what hangs on need in a step that nobody owes. In a contract all are a hint but "where possible"
and the like in sentences on services.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.context import around
from clausewright.lint_rules.wording.standing import stands_under_duty
from clausewright.lint_rules.wording.vagueness import (
    LEVELS,
    Judgement,
    VagueWords,
    phrase_list,
    phrases_of,
    vague_findings,
)
from clausewright.model.document import BlockKind
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.model.topics import CONTRACT
from clausewright.pattern import regex

WORDS = phrase_list(
    """
{where|wherever|when|whenever|if} {it is|} {reasonably|} {possible|practicable|practical|feasible};
{so far as|to the extent|insofar as|as far as|as much as} {is|} {reasonably|} {possible|
practicable|practical|feasible};
{where|when|whenever|if} {technically|commercially|operationally} {possible|feasible};
{where|when|if|as} {convenient|suitable|desirable|warranted};
{subject to|depending on|dependent on|dependent upon|contingent on|contingent upon} {the|resource|
staff|staffing|} {availability|available resources|workload|capacity|demand};
{if|when|where|as} {resources|staff|time|capacity} {permit|permits|allow|allows};
if {resources|staff|capacity|time} {are|is} available;
{workload|resources|capacity|staffing|time|staff} {permitting|allowing}; within reason;
subject to {workload|staffing|resources|staff availability|resource availability|operational needs};
on a {reasonable efforts|reasonable effort} basis; {when|where|whenever} we can;
under normal {circumstances|conditions|operating conditions}; circumstances permitting;
{in|under|due to|because of|except in|except for|subject to|subject to any|barring} {unforeseen|
exceptional|special|extraordinary} circumstances;
{unless|except where} {impracticable|impractical|not possible|not practicable|not feasible};
subject to {our|its|their|team|engineer|engineers|technician|consultant|personnel|scheduling|
supplier|vendor|budget|operational|internal|third party} {availability|capacity|constraints|
schedules};
{availability|schedules|circumstances|conditions} {permitting|allowing};
{if|when|where|as} {schedules|circumstances|conditions|workload|availability} {permit|permits|allow|
allows}; to the {best|fullest|greatest|maximum} extent {possible|practicable|feasible|practical};
{to the extent|as far as|so far as|where|when|if} {commercially|operationally|technically}
{reasonable|practicable|practical|viable}; as far as {we|it|they} {can|are able|is able};
{in|under} {special|rare|extreme|exceptional} {cases|situations};
{based on|according to|depending on} {availability|capacity|workload|resource availability|need|
available resources|resources}; unless {urgent|unavoidable|circumstances|it is not possible};
{barring|except in|except for|absent} {emergencies|emergency|exceptional cases|unforeseen events|
unusual circumstances|unforeseen issues}; unless there {is|are} {a|} {good|valid|compelling}
{reason|reasons}; to the extent {reasonable|available|resources allow|resources permit|we can};
when {staff|engineers|resources|technicians|personnel|slots} {are|become} available;
{in|for} {justified|appropriate|certain|individual|special} {cases|circumstances|situations|
instances}; on {an|a} {as available|when available|space available} basis;
subject to {priorities|competing priorities|operational requirements|business needs|our workload};
at {its|our|their|the provider's|the supplier's} convenience;
{if|when|where|as} {time|budget|funding} {allows|permits|is available};
{depends|depend} {on|upon} {the|our|} {workload|availability|demand|complexity|load|capacity|
resources|circumstances|nature}; {if|when|where|as} {circumstances|operations|conditions} {require|
dictate|demand|warrant}; according to {their|its|the} {urgency|importance|nature|complexity};
{in|during} the {normal|usual|ordinary} course of {work|events|operations};
"""
)
IN_LEVELS = phrase_list(
    """
{where|wherever|when|whenever|if|as} {deemed|considered|} {necessary|appropriate|needed};
as otherwise {necessary|needed|required|appropriate};
{as|when|if|where} required; as and when {required|needed|necessary|available|possible};
{depending on|subject to} {the|} {complexity|severity|urgency|nature|circumstances|size|scope};
if and when; {if|when|as|where} available; case by case; on a case by case basis;
at {its|our|their|the supplier's|the provider's|the company's} {sole|own|absolute|} {discretion|
option}; in {its|our|their} {sole|own|absolute|} discretion;
{sole|absolute|own|reasonable} discretion;
{in|at} {our|its|their|the provider's|the supplier's} {reasonable|sole|} {judgement|judgment|
opinion};
subject to change; first come first served; on a first come first served basis;
to be {agreed|mutually agreed|determined|decided|discussed} {between|with|by|on|upon|later|at};
as {we|it|they|the supplier|the provider} {sees|see|deems|deem|considers|consider} {fit|necessary|
appropriate|reasonable};
depending on {load|demand|priority|the severity|the nature|the complexity|circumstances};
at {the|} {discretion of|provider discretion};
"""
)
HINTS = phrase_list(
    """
{when|if|where|as} {required|available|warranted|convenient}; {if|where|as} appropriate;
if necessary;
"""
)
TOLERATED = phrase_list(
    """
as {necessary|needed|required} {to|for|in order to|by|under|pursuant to};
{at|in} {its|our|their} {sole|own|} {discretion|option} and {its|} {own|sole|} {cost|expense};
{at|in} {its|our|their} {discretion|option} and {cost|expense}; as {necessary|needed|required}, to;
{sole|own|absolute} discretion and {cost|expense|sole cost|sole expense|own cost|own expense};
{as|if|where|when} required {herein|hereunder|hereby|thereby|thereunder|pursuant|at law};
{as|when|if|where} required {to|for|by|under|in order|in}; as {needed|necessary} {by|for};
as {available|appropriate} {to|for|from};
"""
)


_NEEDS = (
    "as needed", "as required", "as necessary", "if needed", "if necessary", "when needed",
    "when required", "when necessary", "if required", "where required", "where needed",
    "where necessary", "as and when required", "as and when needed", "as and when necessary",
)  # fmt: skip
"""What hangs on need, which is no way out where nobody owes the step."""
_WHEN = regex(r"[^.;:]{0,80}\b(?:when|whenever|if|where|after|once) ")
"""The case in which a step is needed: "take action as required when a line fails"."""
_DUTY = regex(r"\b(?:shall|must|will|should|agrees? to|undertakes? to)\b|'ll\b")
_CHOSEN = regex(
    r"\b(?:determined|designated|selected|chosen|required|requested|specified|approved|decided|"
    r"satisfactory|acceptable|assigned|appointed|prescribed|agreed) (?:\w+ )?(?:by|to) "
    r"[^,;:.]{1,60}[, ]+(?:(?:acting|each|both) )?$"
)
"""What somebody has the power to choose: "a place designated by the Customer in its ..."."""


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each way out that no measure follows."""
    hits = tuple(hit for hit in hits if not _is_power(draft, hit))
    return vague_findings(
        draft,
        options,
        hits,
        Judgement(
            _message,
            LEVELS,
            words=False,
            idioms=False,
            brackets=True,
            style=True,
            settled=_hangs_on_need,
        ),
    )


def _is_power(draft: Draft, hit: Hit) -> bool:
    """Tell the discretion of somebody who is to choose, not of somebody who owes."""
    if "discretion" not in hit.phrase and "judg" not in hit.phrase and "opinion" not in hit.phrase:
        return False
    near = around(draft, hit.span)
    return _CHOSEN.search(draft.words.folded, near.start, hit.span.start) is not None


def _hangs_on_need(draft: Draft, span: Span) -> bool:
    """Tell a step that is taken when it is needed: in a contract, or where nobody owes it."""
    folded = draft.words.folded
    if " ".join(folded[span.start : span.end].replace("-", " ").split()) not in _NEEDS:
        return False
    near = around(draft, span)
    if draft.profile.name == CONTRACT or _WHEN.match(folded, span.end, near.end):
        return True
    block = draft.document.block_at(span.start)
    if block.kind is BlockKind.CELL:
        return False
    return _DUTY.search(folded, near.start, near.end) is None and not stands_under_duty(
        draft, block
    )


def _message(words: str) -> str:
    return f'"{words}" lets the duty fall away: say when exactly it does not apply'


RULE = Rule(
    code="WRD006",
    name="escape-clause",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say in which cases the duty does not apply, and who decides.",
    options=VagueWords(words=WORDS, words_in_levels=IN_LEVELS, tolerated=TOLERATED, hints=HINTS),
    phrases=phrases_of,
    examples=(
        Bad(
            "The Supplier shall notify planned maintenance «where possible».",
            instead="The Supplier shall notify planned maintenance at least 5 business days ahead.",
        ),
        Bad("On-site support shall be given «subject to availability»."),
        Bad("Work on requests shall be planned «subject to team availability»."),
        Bad(
            "The Supplier shall answer calls unless it decides otherwise «in its sole discretion»."
        ),
        Bad("The Supplier will answer «as needed» and add staff «when possible»."),
        Good("The Supplier shall, where possible, answer in 1 hour, and always within 4 hours."),
        Good("To the extent permitted by law, neither party owes interest."),
        Good("The Supplier shall add capacity as necessary to reach the levels in Schedule 1."),
        Good("The Supplier shall have the right, in its sole discretion, to choose the carrier."),
        Good("The Supplier shall defend the claim in its sole discretion and cost."),
        Good(
            "The Supplier shall move the data to a place chosen by the Customer in its discretion."
        ),
        Good("The Customer may, if necessary, ask for a meeting."),
    ),
)
