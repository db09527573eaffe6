"""A duty timed by feeling.

"Promptly" and "in due course" give neither side a clock, and "regularly" no interval. When the
response is late, the parties argue about the word instead of the delay. Say how long, and counted
from what; say how often.

A vague word is tolerated where a limit stands beside it: it then only asks for more than the limit,
and takes nothing away. The limit may be a number, a date, "no later than", a time that was blacked
out, the sentence after it ("such notice shall be given within ..."), or the table that it opens; a
number of another duty in the same sentence is none. Tolerated too: permissions, conditions
("subject to prompt notice"), what a right hangs on, denials, the clause on further assurances,
definitions, labels and defined terms, recitals, titles and quotations; "without undue delay", a
term of art. A hint only: times that the sentence takes from a schedule, a tariff or a policy, times
that both agree on, notice of visits and audits, and what is only told ("in practice"). Outside
services, a contract is warned of acts for which contracts state days: to pay, notify, deliver,
return, replace, repair, cease, or what follows an event ("promptly after a request"); other vague
times ("shall promptly discuss"), those of efforts and of what both do together, and those of
securities offerings are a hint there.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.context import around
from clausewright.lint_rules.wording.vagueness import (
    TIMES,
    Judgement,
    VagueWords,
    phrase_list,
    phrases_of,
    vague_findings,
)
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.pattern import regex

WORDS = phrase_list(
    """
promptly; expeditiously; speedily; swiftly; forthwith; timeously; straightaway;
prompt {attention|notice|notification|response|responses|action|resolution|restoration|repair};
as soon as {is|it is|} {reasonably|} {possible|practicable|practical|feasible};
as soon as {commercially|technically} {possible|practicable|feasible};
as soon as {we|it|they|you} can; soonest {possible|practicable};
as soon as {an|a|} {engineer|resource|technician|agent} {is|are} available;
as {quickly|fast|rapidly|early|promptly|swiftly|expeditiously} as {is|} {reasonably|} {possible|
practicable|practical}; as far in advance as {is|} {reasonably|} {possible|practicable};
{well|sufficiently} in advance;
as much {advance|} {notice|warning} as {is|} {reasonably|} {possible|practicable};
at the {earliest|next} {possible|} {opportunity|convenience}; at the earliest {time|date|moment};
at {our|its|their|your} earliest {convenience|opportunity}; earliest possible {time|date|moment};
shortest {possible|practicable} time; {in|within} the shortest {possible|} time; in due course;
in due time; in good time; before long; sooner rather than later; in the near future;
when time permits; ahead of time; near real time; whenever we can;
{in|on} a {timely|prompt|expeditious|speedy|swift|rapid|quick} {manner|fashion|basis|way};
within {a|} {reasonable|suitable|appropriate|acceptable|short|sensible} {period|time|timeframe|
time frame|timeframes|timescale|timescales|period of time|delay};
in a reasonable {time|period|timeframe|time frame|amount of time}; at short notice;
within a {few|couple of} {minutes|hours|days|weeks|months};
reasonable {advance|prior|written|prior written|advance written|} notice;
at {all|} reasonable times; {prompt|timely} {written|} notice;
reasonable {response|resolution|turnaround|repair} {time|times};
{adequate|sufficient|appropriate|ample|proper|due} {advance|prior|} {notice|notification|warning};
{right|straight} away; without delay; with {minimal|minimum} delay; in a timely;
on {a|an} {regular|periodic|frequent|ongoing|continuous} basis;
at {regular|periodic|frequent|appropriate|suitable} {intervals|times};
{off peak|low traffic|low usage|low activity|low demand|quiet|least busy|non peak} {hours|periods|
times|period|time}; mutually {agreed|agreeable|acceptable|convenient} {time|times};
within {the|a|an} {specified|agreed|allotted|given|designated|stipulated} {time|timeframe|time
frame|period|time limit|timescale|timeline};
{in|with} {the|a|an|} {next|future|upcoming|subsequent|later} {release|releases|version|update};
{keep|keeps|kept|keeping} {the customer|customers|the client|users|you|stakeholders|all parties|}
{informed|updated|apprised|up to date|posted}; once in a while;
every so often; as {events|incidents|issues} {happen|occur|unfold|arise};
within {minutes|hours|days|weeks}; asap; as a matter of {urgency|priority}; with urgency;
with {all|due|all due|all reasonable|reasonable} {haste|speed|dispatch|despatch|expedition};
without {unnecessary|unreasonable|further|any|any further} delay; with the least possible delay;
{first|next} available {opportunity|engineer|technician|agent|slot|time|release};
at {an appropriate|a suitable|a convenient} {date|stage|time|moment|point};
in the {coming|following} {days|weeks|months}; on an ad hoc basis;
{informed|updated|apprised} {of|on|about} {the|any|their|its|our|} {progress|status|developments};
with {short|little|advance|adequate|ample notice and} {notice|warning};
as {often|frequently|regularly} as is {necessary|needed|required|possible|practicable|appropriate};
as {often|frequently|regularly} as {necessary|needed|required|possible|practicable|appropriate};
as {they|issues|problems|questions|needs|requests|faults} {arise|occur|emerge|come up};
{as|when|once} {information|more information|it|they} {becomes|become} {available|known};
{reasonable|sufficient|adequate|appropriate} lead time;
with {reasonable|sufficient|appropriate|ample} {notice|warning|lead time}; with all speed;
{more|most} {quickly|rapidly|promptly|frequently}; in a more timely {manner|fashion|way};
as {soon|quickly|fast|rapidly|early|promptly|swiftly|speedily} as {we|it|they|you} {can|are able};
as {quickly|fast|rapidly|early|promptly|swiftly|expeditiously} as {is|it is|} feasible;
as soon as {an agent|an engineer|a technician|someone|somebody|a colleague|staff|the team|a member
of staff} is {free|available|able}; {well|far|long} {ahead|beforehand}; at the earliest;
{fast|quick|rapid|swift|speedy|prompt|short} {turnaround|turnarounds|turnaround time|turnaround
times|reply|replies|answer|answers|reaction|follow up|handling|recovery|assistance|remedy};
at {times|periods} of {low|lower|least|minimal|reduced|little} {usage|demand|activity|traffic|load|
use|impact}; outside {of|} {peak|busy|core|prime} {hours|times|periods};
{keep|keeps|kept|keeping} {the|our|} {customer|customers|client|clients|company|provider|supplier|
vendor|user|users|contractor} {reasonably|fully|regularly|} {informed|updated|apprised|posted};
{reasonably|properly|suitably} {informed|apprised|updated}; in the loop; up to speed;
once {available|ready}; {once|when} {they are available|it is available|it is ready|they are ready};
within {a|} commercially reasonable {time|period|timeframe|time frame};
at all {sensible|appropriate|normal} {times|hours}; a reasonable time {before|in advance|ahead};
{on|in} {quick|short} order; with {priority|immediacy|minimal lag}; as a priority; post haste;
in a matter of {minutes|hours|days}; within {moments|normal timeframes|normal timescales};
{after|with} a {short|brief|reasonable|minimal} {time|delay|period|interval|wait};
{as|so} soon as {time|capacity|the schedule} {allows|permits}; without hesitation;
at {a|an} {early|appropriate|suitable} {stage|date|point};
at {suitable|reasonable|sensible|short|frequent|periodic} {time intervals|intervals};
{in|on} {an urgent|a speedy|a swift|an expedient} {manner|fashion|way|basis};
at all appropriate times;
{as|when} {soon|quickly} {feasible|practicable}; within a {timely|prompt} {manner|period|fashion};
"""
)
IN_LEVELS = phrase_list(
    """
{a|an} {reasonable|appropriate|suitable|acceptable|adequate|sensible} {time|period|interval|
duration|timescale|timeframe|time frame}; at the first {opportunity|chance};
agreed {interval|intervals|time|times}; get back to {you|the customer|customers|users};
be in touch; ready to {respond|help|assist}; as {the need|needs} {arises|arise};
as {business|customer|operational} needs {change|require}; as circumstances {require|change};
at the last minute; some time; for a while;
{for as long as|as long as|no longer than|longer than} {is|} {necessary|needed|required};
punctually; {live|frequent} updates; for a {limited|short|reasonable|certain} {time|period};
for the foreseeable future;
"""
)
IN_CONTEXT = phrase_list(
    """
{immediately|immediate|quickly|quick|rapid|rapidly|fast|faster|fastest|soon|sooner|shortly};
{timely|speedy|swift|instant|instantly|at once|eventually};
{regularly|regular|periodically|periodic|frequently|frequent|routinely|continually};
{continuously|constantly|occasionally|ongoing basis};
{in advance|beforehand|advance notice|prior notice|early notification|early notice};
{early warning|early detection|advance warning|advance notification|prior notification|advanced
notice};
prompt; punctual; {early|prior|advance} announcement;
"""
)
TOLERATED = phrase_list(
    """
{keep|keeps|kept|keeping} up to date {with|on};
{deemed|considered|constitute|constitutes|be} {sufficient|proper|due|adequate|reasonable} {advance|
prior|} {notice|notification|warning};
immediately {preceding|prior|before|following|after|above|below|available|due|terminate};
{immediately|promptly} thereafter; immediate {termination|suspension|expulsion|possession};
{paid|payable|billed|invoiced|charged|monthly|annually|yearly|quarterly|pay|fees} in advance;
in advance of; immediate family; regular {business|working|office|support} {hours|days|time};
regular {employees|business|course|rate|mail|price}; as soon as {the|a|an}; fast track;
quick {start|reference|guide|link|links}; immediate effect; effective immediately;
immediate {control|vicinity|supervisor|manager|superior|cause|needs|parent};
not immediately; forthwith {cease|terminate|discontinue|desist|stop};
{no|without} advance notice; prompt {library|libraries|engineering|template|templates};
immediately {cease|discontinue|stop|upon|if};  instant {messaging|message|messages};
"""
)

HINTS = phrase_list("mutually {agreed|agreeable|acceptable|convenient} {time|times};")
_INSPECTS = regex(r"\b(?:inspect|audit|examin|enter|visit)\w*")


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each time word that no measure follows."""
    return vague_findings(
        draft,
        options,
        hits,
        Judgement(
            _message,
            TIMES,
            words=False,
            idioms=False,
            told=False,
            disclaimed=False,
            by_schedule=True,
            acts=True,
            settled=_inspects,
        ),
    )


def _inspects(draft: Draft, span: Span) -> bool:
    """Tell the notice before a visit or an audit, and its hours: settled terms of such rights."""
    if "reasonable" not in draft.words.folded[span.start : span.end]:
        return False
    near = around(draft, span)
    return _INSPECTS.search(draft.words.folded, near.start, near.end) is not None


def _message(words: str) -> str:
    return f'"{words}" sets no time: say how long, and from when'


RULE = Rule(
    code="WRD001",
    name="vague-time",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say how long, and counted from what; or how often.",
    options=VagueWords(
        words=WORDS,
        words_in_levels=IN_LEVELS,
        words_in_context=IN_CONTEXT,
        tolerated=TOLERATED,
        hints=HINTS,
    ),
    phrases=phrases_of,
    language=True,
    examples=(
        Bad(
            "The Supplier shall respond «promptly» to each Incident.",
            instead="The Supplier shall respond to each Incident within 30 minutes of its report.",
        ),
        Bad("Credits are paid «in due course». Reports shall be sent «in a timely manner»."),
        Bad("The Supplier shall repair a fault «as soon as reasonably practicable»."),
        Bad(
            "The Supplier shall «promptly» report each fault and shall pay credits within 30 days."
        ),
        Bad("Problems with the portal shall be handled «as they arise»."),
        Bad("- «Immediate» notification of hardware faults\n- «Regular» tests of backups"),
        Good(
            "The Supplier shall respond promptly, and in any case within 30 minutes.",
            note="The limit is measured; the word only asks for more.",
        ),
        Good(
            "The Supplier shall send a plan as soon as possible, and no later than the Start Date."
        ),
        Good(
            "The Supplier shall promptly inspect each device. Such inspection shall be completed "
            "within 5 business days."
        ),
        Good(
            "The Supplier shall respond promptly, as follows:\n\n| Class | Response |\n|---|---|\n"
            "| 1 | 30 minutes |\n| 2 | 4 hours |"
        ),
        Good(
            "Each party shall promptly sign such further documents as the other may reasonably "
            "request to carry out the intent of this agreement.",
            profile="contract",
            note="Further assurances.",
        ),
        Good(
            "The Supplier shall promptly repair each device within [***] business days.",
            profile="contract",
            note="Somebody fixed the time.",
        ),
        Good(
            "On termination the Reseller shall forthwith cease to use the Marks.",
            profile="contract",
            note="At once is at once.",
        ),
        Good("The Customer may, from time to time, ask for a report.", note="A permission."),
        Good("Reports shall be sent on a regular basis as outlined in section 2."),
        Good("- **Regular Maintenance**: Sunday, 02:00 to 04:00", note="A label."),
        Good("Periodic Review This agreement is valid from 1 March 2026.", note="A heading."),
        Good("Faults are logged within 1 hour. Staff is assigned immediately thereafter."),
        Good("Failure to pay is cause for immediate termination of the Service."),
        Good("The Supplier shall mend each fault promptly to end the work by the Delivery Date."),
        Good(
            "Upon reasonable prior notice, the Owner shall have the right to examine the books.",
            profile="contract",
            note="What a right hangs on.",
        ),
        Good(
            "The Supplier shall defend the claim, provided that the Customer:\n\n"
            "- promptly reports the claim",
            note="A condition.",
        ),
        Good("If the Customer does not promptly pay, the Supplier may suspend the Service."),
    ),
)
