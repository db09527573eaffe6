"""A frequency that can be read in two ways.

"Bi-weekly" is twice a week to one reader and every two weeks to the next. Write "every two weeks"
or "twice a week".

Tolerated where the same sentence says which is meant, and in titles and quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.lint_rules.wording.context import around, operative, widest
from clausewright.model.facts import Dimension
from clausewright.model.finding import Severity
from clausewright.model.span import Span

EXPLAINED = ("every two", "every other", "every second", "every six", "every 2", "every 6", "twice")


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak of each word that nothing explains."""
    for hit in widest(hits):
        block = draft.document.block_at(hit.span.start)
        sentence = around(draft, hit.span)
        text = draft.words.folded[sentence.start : sentence.end]
        if any(words in text for words in EXPLAINED) or _says_how_long(draft, sentence):
            continue
        if operative(draft, block, hit.span):
            words = draft.document.text_of(hit.span)
            yield Finding(hit.span, f'"{words}" can mean twice in the period or every second one')


def _says_how_long(draft: Draft, sentence: Span) -> bool:
    """Tell "bi-yearly (6 months)"."""
    return any(one.dimension is Dimension.DURATION for one in draft.quantities_in(sentence))


RULE = Rule(
    code="WRD007",
    name="ambiguous-frequency",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help='Write "twice a week" or "every two weeks".',
    options=NoOptions(),
    phrases=(
        "{biweekly|bimonthly|biannual|biannually|biyearly}",
        "bi {weekly|monthly|annual|annually|yearly}",
    ),
    examples=(
        Bad(
            "The Supplier shall send a «bi-weekly» report.",
            instead="The Supplier shall send a report every two weeks.",
        ),
        Bad("Review meetings take place «bimonthly»."),
        Bad("The parties review the levels «bi-annually»."),
        Good("The Supplier shall send a bi-weekly report (every two weeks, on Monday)."),
        Good("The parties review the levels bi-annually, that is each 6 months."),
        Good("The Supplier shall send a weekly report."),
        Good("The parties review the levels every six months."),
    ),
)
