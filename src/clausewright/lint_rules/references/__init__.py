"""References that lead nowhere, attachments that are not attached, numbers that do not count."""

from clausewright.lint_rules.references import (
    bad_citation,
    broken_reference,
    duplicate_number,
    missing_attachment,
    numbering_gap,
)

RULES = (
    broken_reference.RULE,
    missing_attachment.RULE,
    numbering_gap.RULE,
    duplicate_number.RULE,
    bad_citation.RULE,
)
