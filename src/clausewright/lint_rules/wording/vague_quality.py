"""A level of quality that nobody can test.

"High availability", "adequate staff" and "appropriate measures" are praise, not levels. Say what
is tested, how, and which value passes.

Tolerated: beside a measured limit in the same sentence, or in its table row; where the word selects
("the appropriate authority", "with appropriate personnel"), describes a class of incidents, or
stands in a definition, recital, title or quotation. A hint only: purposes, introductions,
concessions and lead-ins; words that most often pick something out ("necessary", "relevant",
"secure") unless they grade what a duty hands over; phrases of praise where nothing is promised; and
words whose measure the sentence says where to find. Single words speak under the profiles of
service levels, and of services in hosting, maintenance and support contracts. In a contract all are
a hint.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.manner import manners
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
{high|highest|maximum|optimal|optimum|excellent|superior|best possible} {availability|uptime|
performance|reliability|service quality|level of service};
{highly|consistently|mostly} {available|reliable|scalable|resilient|secure|responsive};
{minimal|minimum|least|little|limited} {possible|} {disruption|disruptions|downtime|impact|
interruption|interruptions|inconvenience}; acceptable {level|levels|performance|service};
{almost|nearly|virtually} {never|always} {offline|down|available|up};
{reasonable|adequate|good} {availability|uptime|performance|response times};
{no|without} {significant|material|noticeable|major|serious} {disruption|disruptions|interruption|
interruptions|degradation|downtime|impact}; as little {disruption|downtime|impact|interruption};
{high|low} {latency|availability|error rate|error rates}; high performance;
{compliance with|comply with|complies with|complying with|adhere to|adheres to|adhering to|
in accordance with|consistent with|in line with|conform to|conforms to|meets|meet} {industry|
generally accepted industry|generally acceptable industry|accepted industry} {standards|
best practices|practices}; to a {high|professional|good|satisfactory|high professional} standard;
{fastest|most efficient|most effective|best possible} {manner|way};
{satisfactory|acceptable|appropriate|adequate|sufficient|suitable} {level|levels|degree|standard|
standards|quality} of;
{high|higher|highest|maximum|optimal|utmost} {security|efficiency|stability|throughput|
responsiveness|accuracy|continuity|protection}; professional and workmanlike;
workmanlike {manner|fashion|way};
good {workmanlike|and workmanlike} {manner|fashion}; fit for {purpose|its purpose|their purpose};
{unacceptable|undue|unnecessary|unreasonable} {delay|delays|disruption|interruption|downtime|
impact};
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
{low|minimal|acceptable} quality;
as {reliable|robust|secure|stable|available} as {is|} {reasonably|} {possible|practicable};
{high|higher|highest|good|great|excellent|superior|reasonable|adequate|acceptable|appropriate|
consistent|sufficient|suitable|proper|optimal} {level|levels|standard|standards|degree|quality|
calibre|caliber} of; manner; fashion; {give|gives|given|giving} priority;
{higher|highest|top|appropriate} priority; best {customer|user} experience;
to {your|the customer's|their} satisfaction;
{improve|improved|improving|enhance|enhanced|enhancing|increase|increased|reduce|reduced|
reducing} {the|our|service|overall|} {efficiency|performance|quality|reliability|availability|
stability|security|downtime|satisfaction|communication|response times|resolution times|platform|
services|support|process|processes|experience|uptime|product};
substantially {in accordance|conform|conforms|as described|comply|complies}; to a minimum;
avoid {disruption|disruptions|downtime|interruption|interruptions};
reasonable {access|care|diligence|support}; as {is|} reasonably {practical|practicable};
reasonably {requested|necessary|required|available|expected|acceptable|satisfactory};
{acceptable|satisfactory} to {us|you|the customer|the supplier|the provider|either party};
to {our|its|the supplier's|the provider's} satisfaction;
best {service|support|results|outcome|outcomes|solution|experience};
{trained|well trained|suitably qualified|experienced} {staff|personnel|engineers|technicians|
support|team}; priority {support|access|response|handling|treatment};
{great|good|reasonable|first rate|first class|top quality} {service|support|customer service|
quality|level of service|standard of service}; best of breed; user friendly; easy to use;
{strong|tight|adequate|appropriate|suitable} {security|safeguards|controls};
{exceed|meet|meets|exceeds} {your|customer|user|their|} expectations;
{quality|excellent|outstanding|exceptional|superior} {service|services|support};
{commercially|industry} reasonable {means|method|methods|manner|measures|terms|system|systems|tool|
tools|measurement|monitoring|independent|standards|security|precautions|care|rates};
reasonable {manner|means|method|methods|parameters|limits|standards|security|safeguards|protection|
quality|information|detail|documentation|requests|request|instructions|intervals|evidence|resources|
guidance|help|advice|workaround|solution|backup|backups};
{better|faster|quicker|greater|improved|enhanced|reduced|increased|lower|shorter|fewer|smoother}
{response|responses|resolution|support|service|services|performance|availability|uptime|reliability|
security|quality|communication|visibility|efficiency|satisfaction|downtime|outages|incidents|delays|
time|times|priority|stability|latency};
{operate|operates|operating|work|works|working|function|functions|functioning|perform|performs|run|
runs|running} {properly|correctly|normally|reliably|smoothly|as expected|as intended|as designed|
well|optimally|efficiently|effectively|satisfactorily};
well {maintained|documented|managed|structured|organised|organized|informed|equipped|staffed};
{easily|readily} {accessible|available|understood|understandable};
{skill and care|care and skill}; best in class; to the highest; with ease; proper working;
{open|effective|good|regular|clear} communication; {effective|good} {use|management|operation};
to {an absolute|the} minimum; be {minimised|minimized|maximised|maximized|optimised|optimized};
{kept|remain|remains|stay|stays} {brief|short|low|small|minimal|stable|safe|high|current|rare};
under {normal|typical|usual|ordinary} {load|loads|use|usage|operation|conditions of use};
{accepted|common|usual|prevailing|customary|good} {industry|market|trade} {norms|norm|practice|
practices|standards}; industry {norms|norm|benchmarks}; {maintain|maintains|keep|keeps} {close|
regular|constant|good} {contact|liaison|touch}; {perform|performs|operate|operates|function|
functions} {acceptably|adequately|sufficiently|consistently}; {fast|quick} and reliable;
reasonable {level|levels|opportunity|expectations|skill|adjustments|accommodation|progress|standard|
responses|response|capacity|measures|precautions|arrangements|facilities};
{good|excellent|strong|positive|constructive|effective} {relations|relationship|relationships|
cooperation|collaboration|coordination|practice|governance|working relationship};
{good|great|excellent|outstanding|superb|top|finest|optimum} {service|support|care|experience|
results|quality|performance|uptime|availability|standard|condition};
{appropriate|proper|due|adequate} {attention|consideration|regard|treatment|handling};
{satisfactory|successful|acceptable|timely and accurate} {completion|resolution|conclusion|outcome};
{up to|at} {an acceptable|a reasonable|a high|an appropriate|a satisfactory|a good} {standard|
level|quality}; at {the highest|a high|an adequate|an optimal} level; in a {proper|suitable|
sensible|considerate|helpful|positive|constructive|diligent|effective|secure|reliable|controlled|
coordinated|safe|fair|consistent and timely|prompt and professional} {manner|fashion|way};
{follow|follows|following|adhere to|adheres to|adhering to|apply|applies|applying|in line with|
according to} {security|industry|our|its|all|the|current|accepted|modern|established} best
practices;
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
{acceptable|convenient|flexible|fair|fairly|honest|intuitive|prudent|prudently|realistic|reputable};
{reasonably|relatively|acceptably|sensible|sensibly|solid|stringent|sustainable|transparent|transparently|attentive|diligent};
{courteously|competently|expertly|skilfully|skillfully|politely|constructively|rigorously};
{vigilantly|meticulously|thoughtfully|impartially|sensitively|patiently|helpfully|positively};
{productively|flawlessly|perfectly|comprehensively|extensively|intensively|strategically};
{impeccable|unparalleled|unmatched|trusted|trustworthy|dependably|first rate|top quality|top tier};
{best possible|highest possible|hassle-free|well managed};
{openly|flexibly|orderly|seamlessly|economical|economically|conscientious|comfortably};
{general|basic|limited|full|ongoing|continued|standard} {support|assistance|guidance|advice|help};
{general|basic|limited|adequate} level of {support|assistance|service|help};
high quality; {full|all necessary} cooperation;
"""
)
HINTS = phrase_list(
    """
necessary; relevant; complete; clear; detailed; concise; accurate; accurately; modern; useful;
meaningful; expert; clearly; correctly; secure; securely; safe; safely; stability; reliability;
resilience; robustness; scalability; up to date; {continuous|continual|ongoing|constant}
improvement; {prioritise|prioritize|prioritised|prioritized}; {optimise|optimize}; professional;
friendly; qualified; skilled; all necessary cooperation; best {practice|practices};
priority {support|access|response|handling|treatment}; {top|appropriate} priority;
{general|basic|limited|full|ongoing|continued|standard} {support|assistance|guidance|advice|help};
professional and workmanlike; workmanlike {manner|fashion|way};
good {workmanlike|and workmanlike} {manner|fashion};
reasonably necessary; due consideration;
"""
)
TOLERATED = phrase_list(
    """
{appropriate|suitable|adequate} {call|data|service|support} {center|centre|centers|centres};
{higher|highest|top|appropriate} priority {level|levels|class|classes};
mobile {responsive|friendly}; responsive {design|website|web|layout};
reasonably {believes|believe|determines|determined|suspects|foreseeable|withheld|delayed|incurred|
apparent|acting|considers|requires|require|requests|request|can|could|expect|possible|practicable};
relatively to; not reasonably; consistent with; {well|sufficiently|far enough} in advance;
{sufficient|adequate|appropriate|proper} {advance|prior|} {notice|notification|warning|lead time};
comprehensive {insurance|general|replacement|automobile|auto|commercial};
best {practice|practices} guide;
effective {cost|costs|sla|availability|uptime|rate|end|percentage|control|interest};
{become|becomes|became|be|been} effective; effective {when|only|after|if|upon receipt};
effective {date|dates|as of|as from|from|until|on|upon|time|period|immediately|with};
acceptable use; acceptable usage; high availability {mode|option|add on|cluster|zone|zones};
professional {services|service|indemnity|liability|negligence|fees|adviser|advisers|plan|tier};
secure {socket|sockets|shell|file transfer|area}; proper {law|name|names|noun}; safe harbor;
safe harbour; health and safe; expert {determination|witness|opinion}; complete {list|set};
{appropriate|proper|necessary} {party|person|authority|team|channel|channels|contact};
sufficient {to|for|evidence}; qualified {lead|leads|prospect|prospects};
mutually {acceptable|satisfactory}; competent {court|courts|jurisdiction|authority|authorities};
based on {the|} industry standards; necessary {action|actions};
industry standard {tool|tools}; reasonable industry standard {tool|tools};
fair use; fair market; to better {support|service|time};
{standard|full|limited|basic} support {hours|plan|plans|tier|tiers|package|packages|service|level};
{general|limited} support {requests|request|questions|queries}; solid state;
"""
)


_OF_A_PROBLEM = regex(r"\b(?:errors?|issues?|incidents?|problems?|faults?|defects?)\b[^.;]{0,60}$")
_EFFORT = regex(r"\b(?:efforts?|endeavou?rs?|attempts?|strives?) to $")
_STRIVES = 20
_WISH = regex(
    r"\b(?:we|and) (?:are committed to|want to|hope to|wish to|aim to|intend to)\b[^.;:]*$|"
    r"\b(?:goal|aim|objective|ambition) is to\b[^.;:]*$"
)
_LIST = regex(r",? (?:and |or |but )?")
_EFFECTS = ("impact", "disruption", "interruption", "degradation", "downtime", "inconvenience")


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each quality word that no measure follows."""
    hits = tuple(
        hit
        for hit in manners(draft, hits)
        if not _describes_a_problem(draft, hit) and not _is_striven_for(draft, hit)
    )
    judgement = Judgement(
        _message, LEVELS, words=False, by_reference=True, style=True, settled=_is_customary_or_wished
    )
    return _listed_once(draft, vague_findings(draft, options, hits, judgement))


def _is_customary_or_wished(draft: Draft, span: Span) -> bool:
    """Tell a contract, and "we want to give excellent support": WRD012 speaks of the wish."""
    if draft.profile.name == CONTRACT:
        return True
    start = draft.sentence_at(span.start).start
    return _WISH.search(draft.words.folded, start, span.start) is not None


def _is_striven_for(draft: Draft, hit: Hit) -> bool:
    """Tell "efforts to maximise": the effort is told by WRD002."""
    start = max(0, hit.span.start - _STRIVES)
    return _EFFORT.search(draft.words.folded, start, hit.span.start) is not None


def _listed_once(draft: Draft, findings: Iterator[Finding]) -> Iterator[Finding]:
    """Give words that stand in one list as one finding: "accurate, complete and useful"."""
    last: Finding | None = None
    for one in findings:
        joined = None if last is None else _joined(draft, last, one)
        if last is not None and joined is None:
            yield last
        last = joined or one
    if last is not None:
        yield last


def _joined(draft: Draft, first: Finding, second: Finding) -> Finding | None:
    """Give two findings as one where nothing but a comma or "and" stands between them."""
    if first.span is None or second.span is None or second.span.start < first.span.end:
        return None
    if _LIST.fullmatch(draft.words.folded, first.span.end, second.span.start) is None:
        return None
    span = Span(first.span.start, second.span.end)
    words = " ".join(draft.document.text_of(span).split())
    severity = first.severity and second.severity
    return replace(first, span=span, message=_message(words), severity=severity)


def _describes_a_problem(draft: Draft, hit: Hit) -> bool:
    """Tell what a class of incidents does ("an error with minimal impact") from what is owed."""
    if not any(effect in hit.phrase for effect in _EFFECTS):
        return False
    if draft.document.block_at(hit.span.start).kind is BlockKind.CELL:
        return True
    start = draft.sentence_at(hit.span.start).start
    return _OF_A_PROBLEM.search(draft.words.folded, start, hit.span.start) is not None


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
            "The Supplier shall provide «high availability» of the Service.",
            instead="The Supplier shall keep the Service available for 99.9% of each month.",
        ),
        Bad("The Supplier shall keep «adequate» staff and «appropriate» tools for support."),
        Bad("The service desk shall answer «in a calm and helpful manner»."),
        Bad("The service desk shall give «accurate, complete and effective» answers."),
        Bad("Maintenance shall be done with «minimal disruption» to the Customer."),
        Bad("The Customer shall provide all «necessary» information for the analysis."),
        Bad(
            "# Hosting Agreement\n\nThe Provider shall take «adequate» backups of the hosted data.",
            profile="contract",
            note="A contract on a service.",
        ),
        Good("The Licensee shall keep adequate records of sales.", profile="contract"),
        Good("This agreement shall become effective when both parties have signed it."),
        Good("The Supplier shall notify the appropriate authority.", note="The word selects."),
        Good("The Service shall reach high availability: 99.95% of each calendar month."),
        Good("The Supplier shall invoice the effective costs."),
        Good("The Supplier shall pass each call to the Customer's appropriate personnel."),
        Good("The parties shall name a mutually acceptable auditor; else the court names one."),
        Good("The Customer acknowledges that the Supplier offers robust and secure options."),
        Good("Staff shall watch the logs pro-actively.", note="Half of a word."),
        Good(
            "The Supplier shall make every effort to minimise delays.",
            note="WRD002 speaks of the effort.",
        ),
        Good("Class 3: an error that has minimal impact on the users."),
        Good(
            "| Indicator | Target |\n|---|---|\n| Efficient handling of calls | 95% |",
            note="The row measures it.",
        ),
        Good("Each party may help the other's sites where the help will enhance the support."),
        Good("The Supplier shall act in a way consistent with Annex 2."),
        Good(
            "The Supplier shall keep the system in the Good Condition of Annex 2.", note="A term."
        ),
        Good("If adequate staff is missing, the Customer may end this agreement."),
    ),
)
