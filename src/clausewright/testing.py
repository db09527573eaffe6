"""Run the examples of a rule, ours or yours.

>>> from clausewright.testing import faults_of
>>> faults_of(my_rule)
()

``faults_of`` runs every example of a rule and tells in words what does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft
from clausewright.lint_rules import RULES
from clausewright.lint_rules.rule import Bad, Good, Rule
from clausewright.linting.apply import apply_rules
from clausewright.linting.check import ActiveRule, by_place, scanner_of, speaks_under
from clausewright.model.finding import Finding

KNOWN = frozenset(word for rule in RULES for word in (rule.code, rule.name))
SUFFIXES = {"markdown": ".md", "text": ".txt"}


def draft_of(
    rule: Rule[Any],
    text: str,
    profile: str = "external-sla",
    format: str = "markdown",  # noqa: A002  (the word that examples use)
    options: object = None,
) -> Draft:
    """Read a text as the rule would see it."""
    document = readers.read(f"example{SUFFIXES[format]}", text.encode())
    active = ActiveRule(rule, rule.options if options is None else options)
    others = [ActiveRule(other, other.options) for other in RULES] if rule.review else []
    scanner = scanner_of([*others, active])
    return Draft(document, AnalysisSettings(profile, "option"), scanner)


def findings_of(
    rule: Rule[Any],
    text: str,
    profile: str = "external-sla",
    format: str = "markdown",  # noqa: A002  (the word that examples use)
    options: object = None,
) -> list[Finding]:
    """Give what a rule says of a text, in order of place; spans lie in the text as read."""
    draft = draft_of(rule, text, profile, format, options)
    return _findings(rule, draft, options)


def _findings(rule: Rule[Any], draft: Draft, options: object = None) -> list[Finding]:
    profile = draft.profile.name
    if not speaks_under(rule, profile):
        return []
    active = ActiveRule(rule, rule.options if options is None else options)
    others = [
        ActiveRule(other, other.options)
        for other in (RULES if rule.review else ())
        if other.code != rule.code and speaks_under(other, profile)
    ]
    applied = apply_rules(draft, [active, *others], lambda one, _: one.severity, KNOWN)
    if applied.errors:
        raise AssertionError(applied.errors[0].message)
    return [said.finding for said in applied.said if said.rule.code == rule.code]


def spans_of(rule: Rule[Any], example: Bad | Good, text: str) -> list[tuple[int, int] | None]:
    """Give where a rule speaks of a text: offsets in the text as written, None for all of it."""
    draft = draft_of(rule, text, example.profile, example.format)
    return [
        None if finding.span is None and finding.source is None else by_place(draft, finding)
        for finding in _findings(rule, draft)
    ]


def _faults_of_bad(rule: Rule[Any], example: Bad) -> Iterator[str]:
    expected: list[tuple[int, int] | None] = [None] if example.whole else [*example.spans]
    if not expected:
        yield "marks nothing"
    said = spans_of(rule, example, example.text)
    if said != expected:
        yield f"speaks at {_quoted(example.text, said)}, not at {_quoted(example.text, expected)}"
    if example.instead is not None:
        left = spans_of(rule, example, example.instead)
        if left:
            yield f"speaks of its own mend at {_quoted(example.instead, left)}"


def _quoted(text: str, spans: list[tuple[int, int] | None]) -> str:
    quotes = ("the whole text" if s is None else repr(text[s[0] : s[1]]) for s in spans)
    return ", ".join(quotes) or "nothing"


def faults_of_example(rule: Rule[Any], example: Bad | Good) -> tuple[str, ...]:
    """Tell what does not hold of one example; empty where all holds."""
    if isinstance(example, Bad):
        return tuple(_faults_of_bad(rule, example))
    said = spans_of(rule, example, example.text)
    return (f"speaks at {_quoted(example.text, said)}",) if said else ()


def faults_of(rule: Rule[Any]) -> tuple[str, ...]:
    """Tell which examples of a rule do not hold, and why; empty where all hold."""
    return tuple(
        f"{rule.code} example {number}: {fault}"
        for number, example in enumerate(rule.examples, 1)
        for fault in faults_of_example(rule, example)
    )
