"""Documents, clauses, sentences and paragraphs that are too long to be read."""

from typing import Any

from clausewright.lint_rules.length import (
    hard_to_read,
    over_length_document,
    over_long_clause,
    over_long_sentence,
    unbroken_text,
)
from clausewright.lint_rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (
    over_length_document.RULE,
    over_long_clause.RULE,
    over_long_sentence.RULE,
    hard_to_read.RULE,
    unbroken_text.RULE,
)
