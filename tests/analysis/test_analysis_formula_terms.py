"""Names in formulas that nothing explains, and classes called by a grade."""

import pytest

from clausewright.lint_rules.terms.undefined_term import RULE
from clausewright.testing import findings_of


def told(text):
    """The messages of the rule, in order."""
    return [f.message for f in findings_of(RULE, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Uptime = (all minutes - Excused Minutes) / all minutes",
        "```\nUptime = 100 - Excused Minutes / 60\n```",
    ],
)
def test_a_name_in_a_formula_is_told(text):
    assert '"Excused Minutes" stands in a formula, and nothing says what counts' in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Uptime = all minutes - Excused Minutes (time of planned works)",
        "Uptime = all minutes - Excused Minutes\n\nExcused Minutes: time of planned works.",
        "Uptime = all minutes - Total Minutes in the month / 60",
        "Plan = Excused Minutes",
    ],
)
def test_a_name_that_is_explained_is_not(text):
    assert not any("formula" in one for one in told(text))


def test_each_grade_without_a_description_is_told_once():
    text = 'Tickets marked as "High" or "Urgent" go first. We mend Urgent issues at once.'
    assert told(text) == [
        'the class "High" is described nowhere',
        'the class "Urgent" is described nowhere',
    ]


@pytest.mark.parametrize(
    "described",
    [
        "| Urgent | the portal is down |\n|---|---|\n| Low | the rest |",
        "Urgent: the portal is down.",
        "# Urgent\n\nThe portal is down.",
        "Urgent issues are those that stop all work.",
        "- P1 - Urgent incident: the portal is down",
    ],
)
def test_a_grade_with_a_description_is_not(described):
    assert not any("class" in one for one in told(f"We mend Urgent issues.\n\n{described}"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Calls of Gold customers come first.", ["Gold"]),
        ("The Tier 2 team takes over.", ["Tier 2"]),
        ("Calls of Gold customers come first. Gold: up to 50 seats.", []),
        ("# Gold plan\n\nA call.\n\n# Calls\n\nCalls of Gold customers come first.", []),
        (
            "Calls of Gold customers come first.\n\n| Gold | 1 hour |\n|---|---|\n| Rest | 1 day |",
            [],
        ),
    ],
)
def test_plans_and_lines_of_support(text, names):
    said = [one for one in told(text) if one.startswith("nothing says what")]
    assert said == [f'nothing says what "{name}" is' for name in names]
