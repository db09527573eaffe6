"""A word that stands twice.

"The the Supplier" costs a reader one stumble and a negotiation its polish. The fix takes the
second one out.

Tolerated: words that may follow themselves ("that that", "had had"), names ("Baden Baden"), code.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.slips import doubled_words
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Applicability, Edit, Fix, Severity
from clausewright.model.span import Span


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of both words, and take the second one out."""
    for first, second in doubled_words(draft):
        word = draft.document.text_of(second)
        edit = Edit(Span(first.end, second.end), "")
        fix = Fix(f'Take the second "{word}" out', Applicability.SAFE, (edit,))
        yield Finding(Span(first.start, second.end), f'"{word}" stands twice', fix=fix)


RULE = Rule(
    code="TYP001",
    name="doubled-word",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Take one out.",
    options=NoOptions(),
    examples=(
        Bad(
            "Each party shall notify «the the» other of a fault.",
            instead="Each party shall notify the other of a fault.",
        ),
        Bad("The fee is payable «to to» the Supplier."),
        Bad("The Supplier shall keep a «record record» of each fault."),
        Good("The Supplier knew that that fault would return.", note="The word may follow itself."),
        Good("The Customer had had two outages before."),
        Good("Meetings take place in Baden Baden."),
        Good("The Supplier shall report on on-going repairs.", note="A part of another word."),
        Good("| Monthly | monthly |\n|---|---|\n| yes | yes |"),
    ),
)
