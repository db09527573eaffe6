"""What runs over a file, made ready once for all files with the same settings."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from clausewright.analysis.scan import Scanner
from clausewright.lint_rules.rule import Rule
from clausewright.linting.check import ActiveRule, has_no_profile, scanner_of
from clausewright.linting.packs import rules_with
from clausewright.linting.selection import is_selected, matches
from clausewright.linting.settings import Settings
from clausewright.model.finding import Finding, Severity


@dataclass(frozen=True)
class Plan:
    """The rules that may run under some settings, with their options, and the one scanner."""

    settings: Settings
    active: tuple[ActiveRule, ...]
    severity: Mapping[str, Severity]

    @cached_property
    def scanner(self) -> Scanner:
        """The scanner for the phrases of all facts and of the active rules."""
        return scanner_of(self.active)

    @cached_property
    def known(self) -> frozenset[str]:
        """Codes and names of all rules there are, running or not."""
        rules = rules_with(self.settings.packs)
        return frozenset(word for rule in rules for word in (rule.code, rule.name))

    def severity_of(self, rule: Rule[Any], finding: Finding, profile: str) -> Severity:
        """Give the severity of a finding: the user's, the finding's own, or the rule's."""
        if has_no_profile(profile):
            return Severity.INFO
        chosen = self.severity.get(rule.code)
        return chosen or finding.severity or rule.severity_under(profile)

    def ignored(self, selectors: tuple[str, ...]) -> frozenset[str]:
        """Give the codes that the selectors name."""
        return frozenset(
            one.rule.code for one in self.active if any(matches(one.rule, s) for s in selectors)
        )


@lru_cache(maxsize=32)
def plan_for(settings: Settings) -> Plan:
    """Make ready what runs under some settings."""
    given = dict(settings.options)
    active = tuple(
        ActiveRule(rule, _with_limit(given.get(rule.code, rule.options), settings.max_pages))
        for rule in rules_with(settings.packs)
        if is_selected(rule, settings.select, settings.extend_select, settings.ignore)
    )
    return Plan(settings, active, dict(settings.severity))


def _with_limit(options: Any, max_pages: float | None) -> Any:  # noqa: ANN401  (a rule's own options)
    """Give a rule that limits pages the limit that the settings name."""
    if max_pages is None or not hasattr(options, "max_pages"):
        return options
    return dataclasses.replace(options, max_pages=max_pages)
