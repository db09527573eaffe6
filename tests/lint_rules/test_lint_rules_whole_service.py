"""Two promises on the availability of the whole service."""

import pytest

from clausewright.lint_rules.numbers import contradicting_values
from clausewright.testing import findings_of

FIRST = "The availability of the service shall be at least 99.5% in each calendar month."
SECOND = "The availability of the service shall be at least {} in each {}{}."


def said(second):
    return [
        one.message
        for one in findings_of(contradicting_values.RULE, f"{FIRST}\n\n{second}\n", "external-sla")
    ]


def test_two_values_for_the_same_length():
    assert said(SECOND.format("99.0%", "calendar month", "")) == [
        "availability is 99% here and 99.5% in line 1"
    ]


@pytest.mark.parametrize(
    "second",
    [
        SECOND.format("99.5%", "calendar month", ""),
        SECOND.format("99.0%", "calendar year", ""),
        SECOND.format("99.0%", "calendar month", " outside support hours"),
        "The availability of the archive shall be at least 99.0% in each calendar month.",
        "The expected availability of the service shall be at least 99.9% in each calendar month.",
        (
            "If the availability of the service falls below 99.0% in a calendar month, the "
            "Supplier shall credit 5% of the monthly fee."
        ),
    ],
)
def test_no_contradiction(second):
    assert said(second) == []


def test_more_than_two_values_are_a_scale():
    rest = "\n\n".join(SECOND.format(value, "calendar month", "") for value in ("99.0%", "98.0%"))
    assert said(rest) == []
