"""Run rules over one draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from clausewright.analysis.draft import Draft, scanner_for
from clausewright.analysis.scan import Scanner
from clausewright.lint_rules.rule import Rule
from clausewright.model.finding import Finding
from clausewright.model.topics import FOREIGN_LANGUAGE, NOT_AN_AGREEMENT

FAMILIES_WITHOUT_PROFILE = ("DRF", "TYP", "SUP")
"""Families that speak of any text, whether it is an English agreement or not."""


class ActiveRule(NamedTuple):
    """A rule with the options it runs under."""

    rule: Rule[Any]
    options: Any


def has_no_profile(profile: str) -> bool:
    """Tell whether a draft is no agreement, or not in English."""
    return profile in {NOT_AN_AGREEMENT, FOREIGN_LANGUAGE}


def speaks_under(rule: Rule[Any], profile: str) -> bool:
    """Tell whether a rule speaks of drafts of a profile."""
    if has_no_profile(profile):
        return rule.code.startswith(FAMILIES_WITHOUT_PROFILE)
    return profile in rule.profiles


def scanner_of(active: Iterable[ActiveRule]) -> Scanner:
    """Build the scanner that looks for the phrases of all facts and of these rules."""
    return scanner_for({one.rule.code: one.rule.phrases_for(one.options) for one in active})


def check(active: ActiveRule, draft: Draft) -> Iterator[Finding]:
    """Give what one rule says of a draft, in the order in which it says it."""
    rule = active.rule
    hits = draft.hits_of(rule.code)
    if hits or rule.always or not rule.phrases:
        yield from rule.check(draft, active.options, hits)


def by_place(draft: Draft, finding: Finding) -> tuple[int, int]:
    """Give where a finding stands in the source, to sort by; whole drafts come first."""
    if finding.source is not None:
        return finding.source.start, finding.source.end
    if finding.span is None:
        return -1, -1
    document = draft.document
    return (
        document.source_offset(finding.span.start),
        document.source_offset(finding.span.end, end=True),
    )
