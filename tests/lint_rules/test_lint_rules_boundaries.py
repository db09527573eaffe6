import pytest
from boundaries import BOUNDARIES

from clausewright.lint_rules import RULES
from clausewright.testing import faults_of_example

BY_CODE = {rule.code: rule for rule in RULES}


@pytest.mark.parametrize(
    ("code", "example"),
    [
        pytest.param(code, example, id=f"{code}-{number}")
        for code, examples in BOUNDARIES.items()
        for number, example in enumerate(examples, 1)
    ],
)
def test_a_rule_holds_at_its_edges(code, example):
    assert faults_of_example(BY_CODE[code], example) == ()
