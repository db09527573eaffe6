"""Two conjunctions with a stroke between them.

Readers differ on whether both must hold. "X or Y or both" says what "and/or" tries to; most often
a plain "or" does.

Tolerated in titles, quotations, recitals and definitions.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.lint_rules.wording.context import operative, widest
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001  (the contract of all rules)
    """Speak of each "and/or" in operative text."""
    for hit in widest(hits):
        if operative(draft, draft.document.block_at(hit.span.start), hit.span):
            words = draft.document.text_of(hit.span)
            yield Finding(hit.span, f'"{words}" leaves open whether both must hold')


RULE = Rule(
    code="WRD008",
    name="and-or",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help='Write "or", "and", or "X or Y or both".',
    options=NoOptions(),
    phrases=("and/or", "or/and"),
    examples=(
        Bad(
            "The Customer may claim a credit «and/or» a report.",
            instead="The Customer may claim a credit or a report or both.",
        ),
        Bad("The Supplier repairs «and/or» replaces the device."),
        Bad("Notice is given by mail «and / or» by telephone."),
        Good("The Supplier repairs or replaces the device."),
        Good("## Credits and/or reports\n\nThe Supplier reports each month."),
        Good("> repairs and/or replaces"),
    ),
)
