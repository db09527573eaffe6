"""References that lead nowhere, attachments that are not attached, numbers that do not count."""

from clausewright.lint_rules.references import (
    bad_citation,
    broken_reference,
    missing_attachment,
)

RULES = (
    broken_reference.RULE,
    missing_attachment.RULE,
    bad_citation.RULE,
)
