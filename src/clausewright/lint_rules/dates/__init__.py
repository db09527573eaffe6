"""Dates that no calendar holds, that contradict each other, or that can be read two ways."""

from clausewright.lint_rules.dates import (
    ambiguous_day_month,
    end_before_start,
    impossible_date,
    notice_exceeds_term,
    term_length_mismatch,
    weekday_mismatch,
)

RULES = (
    impossible_date.RULE,
    end_before_start.RULE,
    ambiguous_day_month.RULE,
    weekday_mismatch.RULE,
    term_length_mismatch.RULE,
    notice_exceeds_term.RULE,
)
