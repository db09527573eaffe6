"""What is pointed at by its kind: formulas, contacts, targets, definitions, bare numbers."""

import pytest

from clausewright.lint_rules.references.broken_reference import RULE
from clausewright.testing import findings_of


def told(text):
    """The messages of the hints, in order."""
    return [f.message for f in findings_of(RULE, text) if f.severity == "info"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "# Levels\n\nIt meets the targets stated above.\n\n# Mail\n\nMail us.",
            '"targets stated above": nothing of the kind stands there',
        ),
        (
            "# Levels\n\nThe definitions at the end of this document apply.\n\n# Fees\n\nNet.",
            '"definitions at the end of this document": nothing of the kind stands there',
        ),
        (
            "# Desk\n\nCall the numbers listed below.\n\n# Fees\n\nThe desk answers in 4 hours.",
            '"numbers listed below": nothing of the kind stands there',
        ),
        (
            "# Duties\n\nPay the incentives described in this SLA.\n\n# Fees\n\nNet.",
            '"incentives" is said to stand in this document, and nothing else names it',
        ),
        (
            "1. Scope: hosting.\n2. Levels: as in clause 7.\n3. Term: a year.\n",
            "no part is seen to be clause 7: is it here?",
        ),
    ],
)
def test_what_is_promised_and_not_there_is_told(text, message):
    assert message in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Levels\n\nUptime is 99% a month.\n\n# Duties\n\nIt meets the targets stated above.",
        "# Desk\n\nCall the numbers listed below.\n\n# Numbers\n\n+43 1 234 5678",
        "# Terms\n\nThe definitions below apply.\n\n**Fault** means an outage.",
        "# Duties\n\nPay the penalties set out in this SLA.\n\n# Penalties\n\nA credit of 5%.",
        "# Duties\n\nRun the services described in this agreement.\n\n# Fees\n\nNet.",
        "# Levels\n\nThe rest is set out in 2.4 of the handbook.\n\n# Fees\n\nNet.",
    ],
)
def test_what_is_there_or_elsewhere_is_not(text):
    assert told(text) == []
