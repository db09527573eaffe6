"""A finding is held back and nobody says why.

A directive stays in the draft for years. Whoever negotiates the next version has to know whether
the words were agreed, quoted from a regulator or only left for later; without a reason each of
them asks again, or nobody dares to touch the text.

The reason stands after two hyphens or a dash: `clausewright: ignore WRD001 -- agreed wording`.
The end of a range needs no reason of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.directives import Verb
from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each directive that holds something back without a reason."""
    for directive in draft.directives:
        if directive.verb in {None, Verb.END} or directive.reason or not directive.rules:
            continue
        yield Finding(
            directive.comment.span,
            f"{' and '.join(directive.rules)} held back without a reason",
            source=None if directive.comment.span else directive.comment.source,
        )


RULE = Rule(
    code="SUP002",
    name="suppression-without-reason",
    severity=Severity.INFO,
    check=check,
    doc=__doc__ or "",
    help="add two hyphens and the reason, so that the next reader need not ask",
    options=NoOptions(),
    examples=(
        Bad(
            "«<!-- clausewright: ignore WRD001 -->»\n\nThe Supplier shall respond promptly.",
            instead="<!-- clausewright: ignore WRD001 -- wording fixed by the regulator -->\n\n"
            "The Supplier shall respond promptly.",
        ),
        Bad("«<!-- clausewright: ignore-file length -- -->»\n\n# Service Level Agreement"),
        Bad(
            "| Service | Level |\n|---|---|\n"
            "| Mail | best effort «<!-- clausewright: ignore vague-effort, WRD012 -->» |"
        ),
        Good(
            "The Supplier shall respond promptly. "
            "<!-- clausewright: ignore vague-time -- the customer asked for this word -->"
        ),
        Good(
            "<!-- clausewright: ignore-start WRD002 — quoted from the tender -->\n\n"
            "The Supplier shall use best efforts.\n\n<!-- clausewright: ignore-end -->",
            note="A dash counts as two hyphens: Word writes one. The end needs no reason.",
        ),
        Good(
            "<!-- to be agreed with the customer -->\n\nThe Supplier shall respond within 2 hours.",
            note="A remark to people is no directive.",
        ),
    ),
)
