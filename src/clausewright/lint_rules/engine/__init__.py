"""What the linter says of its own directives and of what it could not read."""

from clausewright.lint_rules.engine import (
    no_profile,
    suppression_without_reason,
    unread_text,
    unused_suppression,
)

RULES = (
    unused_suppression.RULE,
    suppression_without_reason.RULE,
    unread_text.RULE,
    no_profile.RULE,
)
