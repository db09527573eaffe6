"""A directive to the linter holds nothing back.

The words it once excused were mended, moved or never there, or the rule is misspelled and the
finding still speaks. Left in the draft it hides the next real fault in the same place.

Rules that did not run, because they are not selected or do not concern this type of agreement,
are not counted as unused.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausewright.analysis.directives import Directive, Verb
from clausewright.analysis.draft import Draft
from clausewright.lint_rules.rule import Aftermath, Bad, Finding, Good, Hit, NoOptions, Rule
from clausewright.model.finding import Severity


def check(draft: Draft, options: NoOptions, hits: tuple[Hit, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Say nothing yet: what a directive holds back is known when all rules have spoken."""
    yield from ()


def review(draft: Draft, options: NoOptions, aftermath: Aftermath) -> Iterator[Finding]:  # noqa: ARG001
    """Speak of each directive that asks for nothing or held nothing back."""
    for directive in draft.directives:
        fault = _fault(directive, aftermath)
        if fault is not None:
            span = directive.comment.span
            yield Finding(span, fault, source=None if span else directive.comment.source)


def _fault(directive: Directive, aftermath: Aftermath) -> str | None:
    """Say what is wrong with a directive, None where nothing is."""
    if directive.verb is None:
        return f'"{directive.word}" is no directive{_near(directive.word, set(Verb))}'
    if directive.verb is Verb.END:
        return None if directive.matched else "ignore-end without an ignore-start before it"
    if not directive.rules:
        return f"{directive.verb.value} names no rule"
    if directive.verb is Verb.START and not directive.matched:
        return "ignore-start without an ignore-end after it"
    known = {word.lower() for word in aftermath.known}
    for rule in directive.rules:
        if rule.lower() not in known:
            return f'no rule has the code or name "{rule}"{_near(rule, aftermath.known)}'
    spoke = {word.lower() for word in aftermath.spoke}
    idle = [
        rule
        for rule in directive.rules
        if rule.lower() in spoke and (directive.index, rule.lower()) not in aftermath.silenced
    ]
    return f"nothing to hold back for {' and '.join(idle)}" if idle else None


def _near(word: str, known: frozenset[str] | set[Verb]) -> str:
    import difflib  # noqa: PLC0415  (only where something is wrong)

    near = difflib.get_close_matches(word, sorted(map(str, known)), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


RULE = Rule(
    code="SUP001",
    name="unused-suppression",
    severity=Severity.INFO,
    check=check,
    review=review,
    doc=__doc__ or "",
    help="remove the directive, or put it right before the words it is about",
    options=NoOptions(),
    examples=(
        Bad(
            "«<!-- clausewright: ignore DRF001 -- filled in at signature -->»\n\n"
            "The Supplier shall respond within 2 hours.",
            instead="The Supplier shall respond within 2 hours.",
        ),
        Bad("«<!-- clausewright: ignore DFR001 -- filled in at signature -->»\n\nFee: [amount]"),
        Bad(
            "«<!-- clausewright: ignroe DRF001 -- filled in at signature -->»\n\n"
            "The Supplier shall respond within 2 hours."
        ),
        Bad("The Supplier shall respond within 2 hours.\n\n«<!-- clausewright: ignore-end -->»"),
        Good(
            "<!-- clausewright: ignore DRF001 -- filled in at signature -->\n\n"
            "The monthly fee is [amount] EUR.",
        ),
        Good(
            "The monthly fee is [amount] EUR. "
            "<!-- clausewright: ignore placeholder -- filled in at signature -->",
        ),
        Good(
            "<!-- clausewright: ignore-start DRF001 -- filled in at signature -->\n\n"
            "- The monthly fee is [amount] EUR.\n- The deposit is [amount] EUR.\n\n"
            "<!-- clausewright: ignore-end -->",
        ),
    ),
)
