"""A clause number is misprinted.

The numbers before and after it leave only one that it can be, and no other clause has that
number. As it stands, references to the right number point at nothing.

Judged are numbers written in the text, in each schedule by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.draft import Draft
from clausewright.analysis.number_runs import misprint
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Applicability, Edit, Fix, Severity
from clausewright.model.span import Span


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak at each number that its neighbours correct."""
    for run in draft.number_runs:
        for index, entry in enumerate(run):
            due = misprint(run, index)
            if due is None:
                continue
            span = entry.span
            before, after = run[index - 1], run[index + 1]
            tail = Span(span.end - len(entry.last), span.end)
            if draft.document.text_of(tail) != entry.last:
                continue
            yield Finding(
                span,
                f"{entry.path} stands between {before.path} and {after.path}:"
                f" it must be {before.parent}{due}",
                fix=Fix(f"write {before.parent}{due}", Applicability.SAFE, (Edit(tail, due),)),
            )


RULE = Rule(
    code="TYP004",
    name="numbering-typo",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="write the number that the clauses around it leave",
    options=NoOptions(),
    examples=(
        Bad(
            "**4.1** The Supplier shall report.\n\n**4.2** The Supplier shall log.\n\n"
            "**«4.2»** The Customer may audit.\n\n**4.4** The fee is due.",
            instead="**4.1** The Supplier shall report.\n\n**4.2** The Supplier shall log.\n\n"
            "**4.3** The Customer may audit.\n\n**4.4** The fee is due.",
        ),
        Bad(
            "## 1. Scope\n\nHosting.\n\n## «3». Levels\n\n99.9% a month.\n\n## 3. Reports\n\n"
            "Monthly.\n\n## 4. Fees\n\nAs listed."
        ),
        Bad(
            "(a) The Supplier logs each fault.\n\n(b) It classes the fault.\n\n"
            "«(b)» It tells the user.\n\n(d) It closes the ticket.",
            profile="contract",
        ),
        Good(
            "**4.1** The Supplier shall report.\n\n**4.2** The Supplier shall log.\n\n"
            "**4.4** The fee is due.",
            note="A gap, not a misprint.",
        ),
        Good(
            "(a) The Supplier logs.\n\n(b) It reports.\n\n(a) The Customer pays.\n\n(b) It tests."
        ),
        Good(
            "**4.1** The Supplier shall report.\n\n**4.2** The Supplier shall log.\n\n"
            "**4.2** The Customer may audit.\n\n**4.3** The fee is due.",
            note="No number is left for it: duplicate-number tells it.",
        ),
    ),
)
