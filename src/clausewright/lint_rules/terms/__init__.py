"""Defined terms: missing, unused, doubled, varied, or saying nothing."""

from clausewright.lint_rules.terms import (
    circular_definition,
    duplicate_definition,
    lower_case_use,
    term_variant,
    undefined_concept,
    undefined_term,
    unused_definition,
)

RULES = (
    undefined_term.RULE,
    unused_definition.RULE,
    duplicate_definition.RULE,
    lower_case_use.RULE,
    term_variant.RULE,
    circular_definition.RULE,
    undefined_concept.RULE,
)
