"""Rules: one folder a family, one file a rule. ``RULES`` is the list of all of them."""

from typing import Any

from clausewright.lint_rules import drafts, engine
from clausewright.lint_rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (*drafts.RULES, *engine.RULES)
