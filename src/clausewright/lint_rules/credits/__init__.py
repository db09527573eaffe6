"""Credits: scales, caps, claims and worked examples that do not hold."""

from clausewright.lint_rules.credits import (
    cap_below_tier,
    claim_before_report,
    credit_base_missing,
    earnback_incomplete,
    example_does_not_compute,
    remedy_conflict,
    tier_gap,
    tier_not_monotone,
    tier_overlap,
)

RULES = (
    tier_gap.RULE,
    tier_overlap.RULE,
    tier_not_monotone.RULE,
    cap_below_tier.RULE,
    credit_base_missing.RULE,
    claim_before_report.RULE,
    earnback_incomplete.RULE,
    example_does_not_compute.RULE,
    remedy_conflict.RULE,
)
