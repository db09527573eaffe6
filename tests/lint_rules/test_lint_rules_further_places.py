"""What is told once with its number is pointed at in its other lines."""

from clausewright.lint_rules.drafts.placeholder import RULE
from clausewright.testing import findings_of


def test_one_error_and_a_hint_for_each_other_line():
    text = "[Client Name] pays.\n\n[Client Name] asks [Client Name].\n\n[Client Name] leaves."
    found = findings_of(RULE, text)
    assert [(one.severity, one.message) for one in found] == [
        (None, '"[Client Name]" is left open and in 3 more places'),
        ("info", '"[Client Name]" is left open here, too, as in line 1'),
        ("info", '"[Client Name]" is left open here, too, as in line 1'),
    ]
