"""A number whose words and digits differ.

"Thirty (40) days" sets two deadlines. In some laws the words win, in others the reading of the
parties; nobody should have to ask. Write one number, or the same one twice.

Told is that the two differ, not which of them governs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each number that is written twice and differs."""
    for one in draft.quantities:
        if one.word_value is None or one.high is not None:
            continue
        if not math.isclose(one.word_value, one.value, rel_tol=1e-9):
            yield Finding(
                one.span, f"the words say {one.word_value:,.10g}, the digits say {one.value:,.10g}"
            )


RULE = Rule(
    code="NUM001",
    name="number-word-mismatch",
    severity=Severity.ERROR,
    check=check,
    doc=__doc__ or "",
    help="Write the number once, or let words and digits agree.",
    options=NoOptions(),
    examples=(
        Bad(
            "Either party may terminate on «thirty (60) days» notice.",
            instead="Either party may terminate on sixty (60) days notice.",
        ),
        Bad("The Supplier shall pay «five percent (10%)» of the monthly fee."),
        Bad(
            "The fee is «one hundred and twenty thousand (12,000) dollars» a year.",
            profile="contract",
        ),
        Good("The term is one hundred and eighty (180) days."),
        Good(
            "The Customer pays twenty-five thousand dollars ($25,000) on signing.",
            profile="contract",
        ),
        Good("Each of two (2) of any three (3) consecutive months counts."),
        Good(
            "Clause four (5) users and section 2 (30 days) are names and asides.",
            note="A clause is named.",
        ),
    ),
)
