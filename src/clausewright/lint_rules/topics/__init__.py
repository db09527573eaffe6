"""What an agreement of its type should speak of."""

from typing import Any

from clausewright.lint_rules.rule import Rule
from clausewright.lint_rules.topics import duplicate_section, empty_section

RULES: tuple[Rule[Any], ...] = (empty_section.RULE, duplicate_section.RULE)
