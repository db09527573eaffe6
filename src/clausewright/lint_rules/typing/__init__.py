"""Slips of the keyboard, each with a safe fix."""

from typing import Any

from clausewright.lint_rules.rule import Rule
from clausewright.lint_rules.typing import doubled_word, mixed_quotes, numbering_typo, stray_space

RULES: tuple[Rule[Any], ...] = (
    doubled_word.RULE,
    stray_space.RULE,
    mixed_quotes.RULE,
    numbering_typo.RULE,
)
