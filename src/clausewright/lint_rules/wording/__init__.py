"""Wording that commits to nothing, or that can be read in two ways."""

from typing import Any

from clausewright.lint_rules.rule import Rule
from clausewright.lint_rules.wording import (
    ambiguous_frequency,
    and_or,
    archaic_word,
    doublet,
    escape_clause,
    open_ended_list,
    unnamed_standard,
    vague_effort,
    vague_quality,
    vague_quantity,
    vague_time,
    weak_commitment,
)

RULES: tuple[Rule[Any], ...] = (
    vague_time.RULE,
    vague_effort.RULE,
    vague_quality.RULE,
    vague_quantity.RULE,
    open_ended_list.RULE,
    escape_clause.RULE,
    ambiguous_frequency.RULE,
    and_or.RULE,
    unnamed_standard.RULE,
    doublet.RULE,
    archaic_word.RULE,
    weak_commitment.RULE,
)
