"""What a draft still carries that an agreement must not."""

from typing import Any

from clausewright.lint_rules.drafts import (
    invisible_character,
    open_comment_or_change,
    placeholder,
    redaction,
    template_tag,
)
from clausewright.lint_rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (
    placeholder.RULE,
    open_comment_or_change.RULE,
    template_tag.RULE,
    redaction.RULE,
    invisible_character.RULE,
)
