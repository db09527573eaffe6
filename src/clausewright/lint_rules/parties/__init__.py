"""Parties: one name each, one role each, and a place to sign."""

from typing import Any

from clausewright.lint_rules.parties import party_name_variant, role_drift, unsigned_party
from clausewright.lint_rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (party_name_variant.RULE, unsigned_party.RULE, role_drift.RULE)
