"""Numbers: written twice, added up, shared out, without a currency."""

from clausewright.lint_rules.numbers import (
    arithmetic,
    contradicting_values,
    currency_missing,
    number_word_mismatch,
    shares_do_not_sum,
)

RULES = (
    number_word_mismatch.RULE,
    contradicting_values.RULE,
    arithmetic.RULE,
    currency_missing.RULE,
    shares_do_not_sum.RULE,
)
