"""A space where none belongs.

A space before a comma or a point, or inside a bracket, is often the trace of a word that was
taken out. Look whether one is missing; the fix takes the space out.

Tolerated: code, dotted leaders, blanks and boxes, and marks that stand apart on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.slips import stray_spaces
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Applicability, Edit, Fix, Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each stray space, and take it out."""
    for span in stray_spaces(draft):
        after = draft.text[span.end]
        place = f'before "{after}"' if not after.isalnum() else 'after "("'
        fix = Fix("Take the space out", Applicability.SAFE, (Edit(span, ""),))
        yield Finding(span, f"a space stands {place}", fix=fix)


RULE = Rule(
    code="TYP002",
    name="stray-space",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Take the space out, and look whether a word is missing before it.",
    options=NoOptions(),
    examples=(
        Bad(
            "The Supplier« », at its own cost, shall repair the fault.",
            instead="The Supplier, at its own cost, shall repair the fault.",
        ),
        Bad("The fee is due on 1 March« »."),
        Bad("The Supplier (« »but not the Customer« ») shall pay."),
        Good("The share is .5 of the fee; see file .profile."),
        Good("Fees ( x ) fixed ( ) open . . . . . 12"),
        Good("```\na , b\n```"),
    ),
)
