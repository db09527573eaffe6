"""A quantity without a number.

"Most requests", "a significant part" and "several reports" cannot be counted. Say how many, or
which.

Tolerated: beside a measured limit in the same sentence; in conditions, permissions, denials,
definitions, recitals, titles and quotations; "material breach", "substantial performance" and
other terms of art. A hint only: single words where nothing is promised, and what merely describes
("a range of services"); words of levels in any contract, and all words in a
contract outside services.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.vagueness import (
    AMOUNTS,
    Judgement,
    VagueWords,
    phrase_list,
    phrases_of,
    vague_findings,
)
from clausewright.model.finding import Severity

WORDS = phrase_list(
    """
{brief|short} {period|periods|interruption|interruptions|outage|outages} of;
{limited|short|small|brief|minimal|reasonable} {number|amount|period|periods|percentage|share|
duration} of; as {many|much|few|little} as {possible|practicable|necessary|needed};
most of the {time|cases|requests|incidents|tickets}; most requests;
{small|high|low|large} {volume|volumes|quantity|quantities} of; {short|brief|limited} duration;
{acceptable|adequate|appropriate} {amount|number|level|degree} of;
for the most part; {fair|reasonable|excessive} {use|usage} of;
in {most|many|nearly all|almost all|virtually all} cases;
{prolonged|extended|lengthy} {period|periods|outage|outages|downtime|interruption|interruptions|
unavailability}; {a certain|some} {amount|degree|level|number} of;
to {some|a certain|a large|a great|a reasonable|the greatest|a lesser} {extent|degree};
{small|minor|slight|negligible|modest|marginal|insignificant} {delay|delays|deviation|deviations|
disruption|disruptions|interruption|interruptions};
{sufficient|enough|adequate|an adequate|a sufficient|a suitable|an appropriate} {number|staff|
staffing|personnel|engineers|people|resources|headcount} {of|for};
as {many|much} {of|as} {it|we|they|possible|practicable|feasible}; the bulk of {the|our|its|all};
{high|low|heavy|light} {volume|volumes|load|loads} of;
more than {usual|normal};
"""
)
IN_LEVELS = phrase_list(
    """
substantially all; substantially all of;
{sufficient|enough|adequate} {capacity|bandwidth|storage|quantity|quantities};
{most|the majority|the vast majority|a majority|a large part|many|some} of {the|our|its|all|these|
those}; the majority of; in {most|many|some} {instances|circumstances};
{almost|nearly|virtually|practically} {all|every|always|never|no}; {a lot|lots|plenty} of;
a {number|variety|range|series|handful|couple|minority|good deal|great deal} of;
{significant|substantial|large|considerable} {number|amount|period|portion|part|proportion|
percentage|share} of; {brief|short} {period|periods|interruption|interruptions|outage|outages};
{a few|several|numerous|various|multiple} {hours|days|minutes|weeks|months|times|reports|reviews|
attempts|reminders|tests|samples|updates};
{additional|extra|more|temporary} {resources|resource|staff|staffing|capacity};
{some|certain} of {the|our|its|these|those}; {low|small|large|high} number of;
as little as possible;
{occasional|rare|infrequent} {interruption|interruptions|outage|outages|downtime|delays|exceptions};
"""
)
IN_CONTEXT = phrase_list(
    """
{most|several|few|a few|numerous|significant|significantly|substantial|substantially};
{considerable|enough|ample|minimal|reduced|extra|excessive|excessively};
{rarely|seldom|sometimes|minimally|sizeable|sizable|plentiful|abundant|negligible|scarcely|hardly};
"""
)
TOLERATED = phrase_list(
    """
all or substantially all; all or substantially all of; most {recent|recently|common|important};
most {favored|favoured|likely|current|commonly|relevant|critical}; at most;
{a majority|the majority|majority} of the {shares|equities|votes|voting|members|directors|board};
large number of {requests|users}; several and joint; joint and several; several liability;
a number of days; substantial {completion|performance|compliance}; reasonable amount of time;
"""
)
HINTS = phrase_list(
    """
a {number|variety|range|series|couple} of; several; various;
{almost|nearly|virtually|practically} {all|every|always|never|no};
"""
)


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each quantity that no measure follows."""
    return vague_findings(
        draft, options, hits, Judgement(_message, AMOUNTS, idioms=False, handed=False, style=True)
    )


def _message(words: str) -> str:
    return f'"{words}" is no number: say how many, or which'


RULE = Rule(
    code="WRD004",
    name="vague-quantity",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say how many, how much, or which ones.",
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
            "The Supplier shall answer «the majority of» calls on the day of the call.",
            instead="The Supplier shall answer 80% of calls within 20 seconds in each month.",
        ),
        Bad("The Supplier shall deliver «several reports» to the Customer."),
        Bad("Users shall be able to use «substantially all of» the functions."),
        Bad("Users shall be told of «prolonged outages»."),
        Good("The Supplier shall answer most calls, and at least 80% of them within 20 seconds."),
        Good("If several Incidents have one cause, they count as one."),
        Good("The Customer may name several contacts."),
        Good("A party that holds the majority of the shares shall tell the other party."),
        Good("The Service includes unlimited tickets.", note="Unlimited is a number of its kind."),
    ),
)
