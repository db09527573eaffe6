"""A wish where a duty is meant.

"We aim to", "the goal is" and "it is expected that" bind nobody. If it is owed, write "shall"
with a number and a time; if it is not, leave it out, or say that it is a target without a remedy.

Tolerated: beside a measured limit in the same sentence; wishes about what is not the service;
definitions, recitals, titles and quotations. A hint only: what a document is for, introductions,
lead-ins, disclaimers, sentences that speak of no service, and contracts.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, Rule
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
from clausewright.model.topics import CONTRACT

WORDS = phrase_list(
    """
{aim|aims|aiming} {to|for|at}; {look|looking|looks} to; would like to;
{goal|aim|objective|intention|intent|ambition|mission|aspiration} is {to|for|that|always to};
{our|always our|the provider's|the supplier's} {goal|aim|objective|intention|target} to;
committed to; {our|its|their} commitment to; {can|should} expect; we {plan|intend|hope|expect} to;
our policy is to; our target is to; we target; as a general rule;
more often than not; should be able to;
will {normally|generally|usually|typically|ordinarily|mostly|ideally|hopefully|probably|likely};
{should|ought to} {normally|generally|usually|typically|ideally}; {time|times} may vary;
{make|makes|making} {great|good} choices; {cannot|can not|do not|does not} always guarantee;
{work|works|working} {to|towards|toward} {improve|improving|ensure|resolve|resolving|restore};
{it is|it's} {hoped|expected|anticipated|intended} that; our mission is to;
we {want|wish|believe} to;
{give|gives|giving} {due|full|reasonable|careful|serious} consideration;
will be {considered|explored};
{will|shall} {consider|explore|look into|look at|review and consider}; we care about; in principle;
{work|works|working} with {you|the customer|the client|customers|users} to; does not always;
{not|never} always {be|guaranteed|possible}; {will|would} {likely|probably|potentially|hopefully};
{may|might|can|could|will} take longer; {may|might|can} be delayed;
{tend|tends} to; by and large; on the whole; in most circumstances; hopefully; preferably;
{is|are} {hoping|planning|looking|aiming|seeking} to;
{best intentions|every intention}; {we|provider|supplier} {hope|hopes|expect|expects|anticipate|
anticipates} that; {our|the provider's|the supplier's} {ambition|hope|expectation|preference} is;
{pride|prides} {ourselves|itself|themselves} on; {we are|we're} {keen|eager|happy|proud} to;
"""
)
IN_LEVELS = phrase_list(
    """
in general; {is|are} {normally|usually|typically|ordinarily|ideally};
{continue|continues|continuing} to {improve|strive|work|develop|optimise|optimize};
"""
)
IN_CONTEXT = phrase_list(
    """
{intend|intends|hope|hopes|expect|expects|anticipate|anticipates} to;
{normally|generally|usually|typically|ordinarily|ideally};
"""
)
HINTS = phrase_list("{it is|it's} {expected|anticipated} that;")
TOLERATED = phrase_list(
    """
{shall|must} continue to {improve|strive|work|develop|optimise|optimize};
will be considered {as|a|an|to be|the};
committed to {pay|purchase|buy|spend|lend}; as {is|are} {normally|usually|typically|ordinarily};
{is|are|was|were} generally {accepted|made|known}; generally available;
{is|are|be} {expected|intended|designed} to; generally accepted;
"""
)


def check(draft: Draft, options: VagueWords, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Speak of each weak commitment that no measure follows."""
    return vague_findings(
        draft,
        options,
        hits,
        Judgement(
            _message, LEVELS, words=False, idioms=False, service=True, settled=_is_in_contract
        ),
    )


def _is_in_contract(draft: Draft, span: Span) -> bool:  # noqa: ARG001  (the contract of all judges)
    """Tell a contract, in which "shall" stands elsewhere and a wish is meant as one."""
    return draft.profile.name == CONTRACT


def _message(words: str) -> str:
    return f'"{words}" states a wish, not a duty: write "shall", and what is owed'


RULE = Rule(
    code="WRD012",
    name="weak-commitment",
    severity=Severity.WARNING,
    check=check,
    doc=__doc__ or "",
    help='Write "shall", and say what is owed; or take the sentence out.',
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
            "The Supplier «aims to» restore the Service after a fault.",
            instead="The Supplier shall restore the Service within 4 hours of a fault.",
        ),
        Bad("Our «goal is to» keep the Service running."),
        Bad("The Supplier «intends to» review the levels with the Customer."),
        Bad("The Supplier «shall consider» each request for a further report."),
        Good("Time spent on other platforms will be considered a Change Request."),
        Good("Entries are made as is usually done in reports of this kind."),
        Good("The Supplier aims to restore the Service within 4 hours of a report."),
        Good("The Supplier shall continue to develop the adapters that Annex A names."),
        Good("The Supplier shall refund costs that the Customer is committed to pay."),
        Good("If the Customer intends to leave, it shall tell the Supplier."),
        Good("The Supplier shall restore the Service after each fault."),
    ),
)
