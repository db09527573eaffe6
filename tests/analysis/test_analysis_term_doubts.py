"""What speaks against calling a phrase an undefined term."""

from __future__ import annotations

import pytest

from clausewright.lint_rules.terms.undefined_term import RULE
from clausewright.model.finding import Severity
from clausewright.testing import findings_of

_BODY = (
    '"Service" means the portal. "Fees" means the fees.\n\nWe answer during the Support Hours. '
    "After the Support Hours a call is charged. The Support Hours end at night.\n"
)


def _severities(text: str) -> list[Severity]:
    return [finding.severity or RULE.severity for finding in findings_of(RULE, text)]


def test_term_used_three_times_in_a_draft_is_a_warning() -> None:
    assert _severities(_BODY) == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        f"{_BODY}\nBy: /s/ Ann Marsh\n",
        f"EXHIBIT 10.4\n\n{_BODY}",
        f"# Amendment No. 1\n\n{_BODY}",
        f"This schedule forms part of the Master Services Agreement.\n\n{_BODY}",
        f"{_BODY}\nClause 4.1 of it is replaced by this.\n",
        _BODY.replace(" The Support Hours end at night.", ""),
    ],
    ids=["signed", "filed", "amendment", "part", "replacement", "used twice"],
)
def test_doubtful_term_is_info(text: str) -> None:
    assert _severities(text) == [Severity.INFO]
