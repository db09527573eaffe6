"""A promise of effort where a result could be promised.

"Commercially reasonable efforts to keep the Service available" is kept by trying. Nobody can say
afterwards whether the effort was enough. Promise the result, with a number; or list the steps.

Tolerated beside a measured limit in the same sentence: the effort then says how, not how much.
*Reasonable* speaks with efforts, endeavours, steps and cooperation (and, in WRD001, with time or
notice): reasonable fees, grounds and consent are terms that courts know. A hint only: in a contract
outside services, in an introduction, for the care owed to secrets, for cooperation, and
where the sentence says that nothing is guaranteed.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.context import around
from clausewright.lint_rules.wording.vagueness import (
    LEVELS,
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
best {efforts|effort|endeavours|endeavors|endeavour|endeavor};
{commercially|all|every|its|our|their|} reasonable {efforts|effort|endeavours|endeavors};
{reasonable|commercially reasonable} {endeavour|endeavor|attempt|attempts};
reasonable {commercial|business|and diligent|best|good faith} {efforts|endeavours|endeavors};
{good faith|diligent|utmost|maximum|all possible|every possible|serious|concerted|genuine}
{efforts|effort|endeavours|endeavors};
{make|makes|making|made|use|uses|using|exert|exerts|exerting} {all|any|every} {effort|efforts};
{make|makes|making|take|takes|taking} {an|every|a reasonable} {effort|attempt};
{efforts|effort|attempts} {is|are} {made|taken|undertaken};
{substantial|considerable|appropriate|continued|continuous} {efforts|effort};
{do|does} {its|our|their|your} {very|} best; best we can; try {our|its|their} best;
do {what|everything|all} {we|it|they} can; every {attempt|possible attempt};
to the best of {its|our|their|your} {ability|abilities|capability|capabilities};
{strive|strives|striving} {to|for|towards|toward|at|in};
{endeavour|endeavours|endeavor|endeavors} to;
{endeavouring|endeavoring} to; to the best {extent|degree} possible;
{reasonable|due|proper|all due|all reasonable} {care|skill}; reasonable diligence;
{we|provider|supplier|vendor|company|team} {attempts|tries|seeks} to;
{work|works|working} {hard|diligently|tirelessly|closely}; {utmost|best possible} care;
{take|takes|taking} {great|every|all due|the utmost} care; do {our|its|their} utmost;
{all|every} {feasible|practicable} {effort|efforts|guidance|assistance|help|means};
every reasonable {step|measure|precaution}; as best {we|it|they|as we|as it} can;
{dedicated|devoted} to {providing|delivering|ensuring|maintaining|keeping|offering|helping};
{go|goes|going} the extra mile; above and beyond;
{take|takes|taking} {pains|every opportunity|any step|every step|care} to; {do|does} {its|our|their}
part; {give|gives|giving} {its|our|their} best; {with|using} {all|due|reasonable|utmost|full}
diligence; {try|tries|trying} {hard|our hardest|everything};
{all|every} {reasonable|practical|sensible|appropriate} {step|steps|care|caution|means|precautions};
{earnest|honest|sincere|vigorous|determined|active|ongoing|proactive} {effort|efforts|attempts};
{its|our|their} level best; everything {in|within} {our|its|their} power;
"""
)
IN_LEVELS = phrase_list(
    """
{reasonable|all reasonable} {steps|measures|precautions|assistance|means};
{reasonably|fully|closely} {cooperate|cooperates|co-operate}; {reasonable|full|close} {cooperation|
co-operation|collaboration};
all {necessary|possible|appropriate|feasible|practicable} {steps|measures|means|actions|
precautions}; as {possible|practicable}; diligently; {make|makes|making} an effort;
{effort|efforts} {will|shall} be made;
take {corrective|remedial|preventive|preventative|appropriate|necessary} {action|actions|measures|
steps}; {help|helps|helping} {ensure|to ensure|keep|prevent|improve|minimise|minimize};
{cooperate|cooperates|co operate|collaborate|collaborates} {with|fully|closely|in|on};
{focus|focuses|focused} on {providing|delivering|resolving|restoring|ensuring|maintaining|helping};
{pay|pays|paying} {close|special|particular|due} attention; with {due|full|all} {care|attention};
{take|takes|taking} the {first|next} steps; {in|with} an {attempt|effort} to;
{any|every|all} means available; all available {means|resources};
{take|takes|taking} {pride|due account|proper account}; with {sensitivity|consideration} {to|for};
"""
)
IN_CONTEXT = phrase_list(
    """
{attempt|try|seek} to; {attempting|trying|seeking} to; collaborate; cooperate;
{look|looks|looking} after;
"""
)
TOLERATED = phrase_list(
    """
as {soon|quickly|fast|rapidly|early|promptly|swiftly|expeditiously} as {possible|practicable};
soon as {is|reasonably|is reasonably|it is|commercially} {possible|practicable};
{attempt|try|seek} to {agree|resolve amicably|settle|reach agreement|negotiate|mediate};
{attempt|try|seek} to {discern|derive|reverse|decompile|circumvent|gain|access|bypass|solicit};
in advance as {possible|practicable}; {notice|warning} as possible;
as {reliable|robust|secure|stable|available} as {possible|practicable};
as {many|much|few|little} as {possible|practicable}; as far as {possible|practicable};
"""
)


HINTS = phrase_list(
    """
{cooperate|cooperates|co operate|collaborate|collaborates} {with|in|on}; cooperate; collaborate;
{cooperate|cooperates|collaborate} {fully|closely};
{fully|closely} {cooperate|cooperates|co-operate};
take {corrective|remedial|appropriate|necessary} {action|actions};
"""
)

_SECRET = regex(r"\b(?:confidential\w*|non-?disclosure|trade secrets?|proprietary)\b")


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each effort that no measure follows."""
    return vague_findings(
        draft,
        options,
        hits,
        Judgement(
            _message,
            LEVELS,
            words=False,
            idioms=False,
            disclaimed=False,
            by_schedule=True,
            style=True,
            settled=_keeps_secret,
        ),
    )


def _keeps_secret(draft: Draft, span: Span) -> bool:
    """Tell the care owed to secrets, a standard that lawyers know."""
    near = around(draft, span)
    return _SECRET.search(draft.words.folded, near.start, near.end) is not None


def _message(words: str) -> str:
    return f'"{words}" promises effort, not a result: say what must be reached, and by when'


RULE = Rule(
    code="WRD002",
    name="vague-effort",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say what must be reached, or list the steps that must be taken.",
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
            "The Supplier shall use «commercially reasonable efforts» to run the Service.",
            instead="The Supplier shall keep the Service available for 99.9% of each month.",
        ),
        Bad("We «strive to» restore the Service after a fault."),
        Bad("We are «making every effort» to mend the fault, and cannot guarantee a time."),
        Bad("| Class | Response |\n|---|---|\n| Low | «Best effort» |"),
        Good("The Supplier shall take reasonable steps as described in Annex B."),
        Good(
            "The Supplier shall use reasonable efforts to respond within 4 business hours.",
            note="The limit is measured.",
        ),
        Good("Each party bears its own reasonable legal fees."),
        Good("The Customer shall not attempt to decompile the software."),
        Good("The parties shall attempt to agree on an expert; failing that, the court names one."),
        Good("The Customer is not obliged to use best efforts to replace the Service."),
    ),
)
