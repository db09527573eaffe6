"""Rules: one folder a family, one file a rule. ``RULES`` is the list of all of them."""

from typing import Any

from clausewright.lint_rules import (
    dates,
    drafts,
    duties,
    engine,
    length,
    references,
    terms,
    topics,
    typing,
    wording,
)
from clausewright.lint_rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (
    *dates.RULES,
    *drafts.RULES,
    *duties.RULES,
    *engine.RULES,
    *length.RULES,
    *references.RULES,
    *terms.RULES,
    *topics.RULES,
    *typing.RULES,
    *wording.RULES,
)
