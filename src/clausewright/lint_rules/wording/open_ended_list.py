"""A list that does not end.

"Etc." and "and so on" leave it to each side to go on with the list as it likes. Close the list,
or name the class that all its members belong to.

"Including but not limited to" and "or other similar" speak only under the profiles of service
levels, where a list says what is owed; in other contracts they are settled drafting. Tolerated:
definitions, recitals, titles, quotations, and brackets that only give examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.scan import readings
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
from clausewright.lint_rules.wording.context import operative, widest
from clausewright.lint_rules.wording.vagueness import VagueWords, phrase_list, phrases_of
from clausewright.model.finding import Severity

WORDS = phrase_list(
    """
etc; et cetera; and so on; and so forth; and the like; or the like; and such like;
or something similar;
"""
)
LIMITED = phrase_list(
    """
among others; amongst others; among other things; inter alia; and more; and others;
and similar; or similar; and other similar; or other similar;
including but not limited to; including, but not limited to; including, without limitation;
including without limitation; {include|includes|included} but {is|are|was|were|} not limited to;
{include|includes|included}, but {is|are|was|were|} not limited to;
"""
)


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each list that is left open."""
    contract = draft.profile.name == "contract"
    settled = readings(options.words_in_levels)
    for hit in widest(hits):
        if contract and hit.phrase in settled:
            continue
        block = draft.document.block_at(hit.span.start)
        before = draft.text[max(block.span.start, hit.span.start - 120) : hit.span.start]
        if operative(draft, block, hit.span) and before.count("(") <= before.count(")"):
            yield Finding(hit.span, f'"{draft.document.text_of(hit.span)}" leaves the list open')


RULE = Rule(
    code="WRD005",
    name="open-ended-list",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Close the list, or name the class that its members belong to.",
    options=VagueWords(words=WORDS, words_in_levels=LIMITED),
    phrases=phrases_of,
    examples=(
        Bad(
            "The Supplier shall test backups, links, «etc»., once in each calendar month.",
            instead="The Supplier shall test backups and links once in each calendar month.",
        ),
        Bad("Reports show outages, tickets «and so on»."),
        Bad("The Supplier supports devices «including but not limited to» phones."),
        Bad("On-boarding «includes, but is not limited to», the set-up of accounts."),
        Good(
            "The Supplier supports devices, including without limitation phones.",
            profile="contract",
            note="Settled drafting in contracts.",
        ),
        Good(
            "The limits include, but are not limited to, insolvency or other similar laws.",
            profile="contract",
        ),
        Good("Planned work (upgrades, moves, etc.) is announced 5 business days ahead."),
        Good("The Supplier shall test backups, links and alarms."),
    ),
)
