"""What an agreement of its type should speak of."""

from typing import Any

from clausewright.lint_rules.rule import Rule
from clausewright.lint_rules.topics import (
    duplicate_section,
    empty_section,
    incomplete_topic,
    missing_topic,
    only_by_reference,
)

RULES: tuple[Rule[Any], ...] = (
    missing_topic.RULE,
    empty_section.RULE,
    duplicate_section.RULE,
    only_by_reference.RULE,
    incomplete_topic.RULE,
)
