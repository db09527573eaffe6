"""Brackets that a formula lacks, and times that are set equal in words."""

import pytest

from clausewright.lint_rules.numbers import arithmetic
from clausewright.testing import findings_of


def said(text, profile="external-sla"):
    return [one.message for one in findings_of(arithmetic.RULE, text, profile)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Uptime = total time - downtime / total time",
            'without brackets only "downtime" is divided',
        ),
        ("`T-d/T=p` is the uptime of a month.", 'without brackets only "d" is divided'),
        ("Availability: agreed hours − lost hours ÷ agreed hours × 100 %", None),
        ("A day is taken as 24 hours, i.e. 1,400 minutes.", "24 hours are not 1400 minutes"),
        ("The desk is open 5 days (125 hours).", "5 days are not 125 hours"),
    ],
)
def test_what_does_not_compute(text, message):
    expected = 'without brackets only "lost hours" is divided' if message is None else message
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Uptime = (total time - downtime) / total time",
        "Uptime = total time / downtime - total time",
        "The on-call/on duty team = one person.",
        "See https://acme.test/a-b/a = the page.",
        "Uptime = total time - downtime / month",
        "A day is taken as 24 hours, i.e. 1,440 minutes.",
        "An hour and a half (90 minutes) is 1.5 hours, that is 90 minutes.",
        "A lease of 3 months (90 days) is given.",
    ],
)
def test_what_computes(text):
    assert said(text) == []
