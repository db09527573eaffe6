"""A level of quality that nobody can test.

"High availability", "adequate staff" and "appropriate measures" are praise, not levels. Say what
is tested, how, and which value passes.

Tolerated: beside a measured limit in the same sentence; where the word selects ("the appropriate
authority"), describes the trade in general, or stands in a definition, recital, title or
quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.vagueness import (
    LEVELS,
    VagueWords,
    phrase_list,
    phrases_of,
    vague_findings,
)
from clausewright.model.finding import Severity

WORDS = phrase_list(
    """
{high|highest|maximum|optimal|optimum|excellent|superior|best possible} {availability|uptime|
performance|reliability|service quality|level of service};
{highly|consistently|mostly} {available|reliable|scalable|resilient|secure|responsive};
{minimal|minimum|least|little|limited} {possible|} {disruption|disruptions|downtime|impact|
interruption|interruptions|inconvenience}; acceptable {level|levels|performance|service};
{almost|nearly|virtually} {never|always} {offline|down|available|up};
{fastest|most efficient|most effective|best possible} {manner|way};
{satisfactory|acceptable|appropriate|adequate|sufficient|suitable} {level|levels|degree|standard|
standards|quality} of;
"""
)
IN_LEVELS = phrase_list(
    """
{high|highest|premium} {performing|quality|standard|standards|level of|levels of|degree of};
{enterprise|carrier|commercial|military|bank|production|industry} {grade|class|leading};
{world|best in|first|leading} class; state of the art; {cutting|leading} edge; top notch;
industry {standard|standards|best practice|best practices}; best {practice|practices};
{professional|efficient|courteous|competent|satisfactory|transparent|structured|consistent|
orderly|cost effective|responsible|seamless|friendly|careful} {manner|fashion|way};
{good|proper|normal|full} {working|operating|} {order|condition|repair};
{low|minimal|acceptable} {latency|error rate|error rates|quality};
as {reliable|robust|secure|stable|available} as {is|} {reasonably|} {possible|practicable};
{higher|highest|top|appropriate} priority; best {customer|user} experience;
to {your|the customer's|their} satisfaction;
{improve|improved|improving|enhance|enhanced|enhancing|increase|increased|reduce|reduced|
reducing} {the|our|service|overall|} {efficiency|performance|quality|reliability|availability|
stability|security|downtime|satisfaction|communication|response times|resolution times|platform|
services|support|process|processes|experience|uptime|product};
substantially {in accordance|conform|conforms|as described|comply|complies}; to a minimum;
avoid {disruption|disruptions|downtime|interruption|interruptions};
best {service|support|results|outcome|outcomes|solution|experience};
{trained|well trained|suitably qualified|experienced} {staff|personnel|engineers|technicians|
support|team}; priority {support|access|response|handling|treatment};
{exceed|meet|meets|exceeds} {your|customer|user|their|} expectations;
{quality|excellent|outstanding|exceptional|superior} {service|services|support};
"""
)
IN_CONTEXT = phrase_list(
    """
{appropriate|appropriately|adequate|adequately|sufficient|sufficiently|suitable|suitably};
{satisfactory|satisfactorily|proper|properly|effective|effectively|efficient|efficiently};
{reliable|reliably|robust|resilient|responsive|scalable|stable|seamless|seamlessly|smooth};
{smoothly|gracefully|optimal|optimally|consistent|consistently|dependable|excellent};
{exceptional|superior|knowledgeable|courteous|thorough|thoroughly|careful|modern};
{necessary|complete|accurate|meaningful|competent|skilled|qualified|expert|proactive|useful};
{proactively|actively|closely|carefully|correctly|accurately|professionally|strong|rigorous};
{minimise|minimize|minimises|minimizes|maximise|maximize|optimise|optimize};
{secure|securely|safe|safely|up to date|high quality|high performance|professional|well trained};
{prioritised|prioritized|polite|respectful|respectfully|friendly|clearly|responsibly};
{stability|reliability|resilience|robustness|scalability|prioritise|prioritize};
{clear|detailed|comprehensive|relevant|concise|high level};
fully {functional|operational|functioning|trained|qualified|available};
{customer|user} satisfaction; {continuous|continual|ongoing|constant} improvement;
{trouble|error|hassle|interruption} free; without interruption; uninterrupted; generally available;
high {availability|performance|quality}; low latency; {full|all necessary} cooperation;
"""
)
TOLERATED = phrase_list(
    """
effective {date|dates|as of|as from|from|until|on|upon|time|period|immediately|with};
acceptable use; acceptable usage; high availability {mode|option|add on|cluster|zone|zones};
professional {services|service|indemnity|liability|negligence|fees|adviser|advisers|plan|tier};
secure {socket|sockets|shell|file transfer|area}; proper {law|name|names|noun}; safe harbor;
safe harbour; health and safe; expert {determination|witness|opinion}; complete {list|set};
{appropriate|proper|necessary} {party|person|authority|team|channel|channels|contact};
sufficient {to|for|evidence}; qualified {lead|leads|prospect|prospects};
"""
)


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each quality word that no measure follows."""
    return vague_findings(draft, options, hits, _message, LEVELS)


def _message(words: str) -> str:
    return f'"{words}" cannot be measured: say what is tested, and which value passes'


RULE = Rule(
    code="WRD003",
    name="vague-quality",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Name the test and the value that passes it.",
    options=VagueWords(
        words=WORDS, words_in_levels=IN_LEVELS, words_in_context=IN_CONTEXT, tolerated=TOLERATED
    ),
    phrases=phrases_of,
    language=True,
    examples=(
        Bad(
            "The Supplier shall provide «high availability» of the Service.",
            instead="The Supplier shall keep the Service available for 99.9% of each month.",
        ),
        Bad("The Supplier shall keep «adequate» staff and «appropriate» tools for support."),
        Bad("Maintenance shall be done with «minimal disruption» to the Customer."),
        Good("The Supplier shall notify the appropriate authority.", note="The word selects."),
        Good("The Service shall reach high availability: 99.95% of each calendar month."),
        Good("If adequate staff is missing, the Customer may end this agreement."),
    ),
)
