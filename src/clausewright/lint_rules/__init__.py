"""Rules: one folder a family, one file a rule. ``RULES`` is the list of all of them."""

from typing import Any

from clausewright.lint_rules import (
    credits,
    dates,
    drafts,
    duties,
    engine,
    length,
    metrics,
    numbers,
    parties,
    references,
    terms,
    topics,
    typing,
    wording,
)
from clausewright.lint_rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (
    *credits.RULES,
    *dates.RULES,
    *drafts.RULES,
    *duties.RULES,
    *engine.RULES,
    *length.RULES,
    *metrics.RULES,
    *numbers.RULES,
    *parties.RULES,
    *references.RULES,
    *terms.RULES,
    *topics.RULES,
    *typing.RULES,
    *wording.RULES,
)
