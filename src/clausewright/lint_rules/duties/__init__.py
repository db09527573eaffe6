"""Who owes what, and by when."""

from typing import Any

from clausewright.lint_rules.duties import (
    duty_without_actor,
    duty_without_deadline,
    modal_drift,
)
from clausewright.lint_rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (
    duty_without_actor.RULE,
    duty_without_deadline.RULE,
    modal_drift.RULE,
)
