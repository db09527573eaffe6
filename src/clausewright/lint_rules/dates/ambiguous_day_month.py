"""A date of digits that can be read two ways.

04/05/2026 is 4 May to one reader and April 5 to another. Where a term, a notice or a fee hangs on
it, the parties find out which was meant when it is too late.

Quiet where the document decides: by naming its format (DD/MM/YYYY), by another date that can be
read one way only, or by dots (04.05.2026), which are written day first. Told once a document, at
the first of such dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak once, at the first date whose day and month may change places."""
    unclear = [mention for mention in draft.dates if mention.ambiguous]
    if not unclear:
        return
    first = unclear[0]
    written = draft.document.text_of(first.span)
    more = f", as can {len(unclear) - 1} more" if len(unclear) > 1 else ""
    yield Finding(first.span, f"{written} can be read with the day or the month first{more}")


RULE = Rule(
    code="DAT003",
    name="ambiguous-day-month",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="Write the month as a word, or the date as 2026-05-04.",
    options=NoOptions(),
    always=True,
    examples=(
        Bad(
            "This Agreement takes effect on «04/05/2026».",
            instead="This Agreement takes effect on 4 May 2026.",
        ),
        Bad("Effective Date: «1/2/2026»\n\nEnd Date: 1/3/2027", note="Told once."),
        Bad("The Provider delivers the first report on «6-7-2026»."),
        Good("It runs from 04/05/2026 to 30/06/2026.", note="The second date shows the order."),
        Good("Effective Date (DD/MM/YYYY): 04/05/2026", note="The format is named."),
        Good("It takes effect on 05/05/2026.", note="Both readings are the same day."),
        Good("It takes effect on 04.05.2026.", note="Dots are written day first."),
    ),
)
