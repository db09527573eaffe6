"""A quantity without a number.

"Most requests", "a significant part" and "several reports" cannot be counted. Say how many, or
which.

Tolerated: beside a measured limit in the same sentence; in conditions, permissions, denials,
definitions, recitals, titles and quotations; "material breach", "substantial performance" and other
terms of art.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.vagueness import AMOUNTS, VagueWords, phrases_of, vague_findings
from clausewright.model.finding import Severity

WORDS = (
    "substantially all", "substantially all of",
    "{most|the majority|the vast majority|a majority|a large part|many|some} of "
    "{the|our|its|all|these|those}",
    "{most|all most} of the {time|cases|requests|incidents|tickets}", "the majority of",
    "in {most|many|some|nearly all|almost all|virtually all} {cases|instances|circumstances}",
    "{almost|nearly|virtually|practically} {all|every|always|never|no}",
    "a {number|variety|range|series|handful|couple|minority|good deal|great deal} of",
    "{limited|short|small|brief|minimal|significant|substantial|large|considerable|reasonable} "
    "{number|amount|period|periods|portion|part|proportion|percentage|share|duration|time} of",
    "{brief|short} {period|periods|interruption|interruptions|outage|outages}",
    "{a few|several|numerous|various|multiple} "
    "{hours|days|minutes|weeks|months|times|reports|reviews|attempts|reminders|tests|samples|updates}",
    "{additional|extra|more|temporary} {resources|resource|staff|staffing|capacity|personnel}",
    "as {many|much|few|little} as {possible|practicable|necessary|needed}",
)  # fmt: skip
IN_CONTEXT = (
    "{most|several|few|a few|numerous|significant|significantly|substantial|substantially}",
    "{considerable|enough|ample|minimal|reduced|extra|excessive|excessively|unlimited}",
)  # fmt: skip


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each quantity that no measure follows."""
    return vague_findings(draft, options, hits, _message, AMOUNTS)


def _message(words: str) -> str:
    return f'"{words}" is no number: say how many, or which'


RULE = Rule(
    code="WRD004",
    name="vague-quantity",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help="Say how many, how much, or which ones.",
    options=VagueWords(WORDS, IN_CONTEXT),
    phrases=phrases_of,
    language=True,
    examples=(
        Bad(
            "The Supplier shall answer «the majority of» calls on the day of the call.",
            instead="The Supplier shall answer 80% of calls within 20 seconds, measured each month.",
        ),
        Bad("The Supplier shall deliver «several reports» to the Customer."),
        Bad("Users shall be able to use «substantially all of» the functions."),
        Good("The Supplier shall answer most calls, and at least 80% of them within 20 seconds."),
        Good("If several Incidents have one cause, they count as one."),
        Good("The Customer may name several contacts."),
    ),
)
