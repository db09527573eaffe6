import dataclasses

import pytest

from clausewright.lint_rules.drafts import RULES
from clausewright.linting.selection import check_selectors, is_selected, matches
from clausewright.model.errors import ConfigurationError

PLACEHOLDER = next(rule for rule in RULES if rule.code == "DRF001")


@pytest.mark.parametrize("selector", ["DRF", "drf001", "D", "placeholder", "ALL"])
def test_selector_names_a_rule(selector):
    assert matches(PLACEHOLDER, selector)


@pytest.mark.parametrize("selector", ["WRD", "DRF0011", "place", "all"])
def test_selector_names_another(selector):
    assert not matches(PLACEHOLDER, selector)


@pytest.mark.parametrize(
    ("select", "extend", "ignore", "expected"),
    [
        ((), (), (), True),
        (("WRD",), (), (), False),
        (("WRD",), ("DRF",), (), True),
        (("DRF",), (), ("DRF001",), False),
        (("DRF001",), (), ("DRF",), True),
        (("DRF",), (), ("DRF",), False),
        (("placeholder",), (), ("DRF",), True),
        ((), (), ("ALL",), False),
        (("ALL",), (), ("ALL",), False),
        (("D",), (), ("ALL",), True),
        (("DRF",), (), ("ALL",), True),
        (("ALL",), (), ("D",), False),
        (("placeholder",), (), ("DRF001",), False),
        (("DRF001",), (), ("placeholder",), False),
        (("placeholder",), (), ("DRF00",), True),
    ],
)
def test_the_more_exact_selector_wins(select, extend, ignore, expected):
    assert is_selected(PLACEHOLDER, select, extend, ignore) is expected


def test_a_rule_in_preview_runs_only_when_selected():
    preview = dataclasses.replace(PLACEHOLDER, preview=True)
    assert not is_selected(preview, (), (), ())
    assert is_selected(preview, ("DRF",), (), ())
    assert is_selected(preview, (), ("DRF001",), ())


def test_known_selectors_pass():
    check_selectors(("DRF", "placeholder", "ALL"), iter(RULES), where="here")


def test_unknown_selector_names_the_nearest():
    with pytest.raises(ConfigurationError) as caught:
        check_selectors(["placeholdr"], RULES, where="--select")
    assert 'did you mean "placeholder"?' in str(caught.value)
    assert str(caught.value).startswith("--select: ")


def test_empty_selector_is_refused():
    with pytest.raises(ConfigurationError):
        check_selectors([""], RULES, where="--select")
