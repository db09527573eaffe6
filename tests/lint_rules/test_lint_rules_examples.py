"""Every example of every rule, and the shape of every page."""

import importlib
import pkgutil
from collections import Counter

import pytest

from clausewright import lint_rules
from clausewright.lint_rules import RULES
from clausewright.lint_rules.page import described
from clausewright.lint_rules.rule import Bad, Good
from clausewright.testing import faults_of_example

FAMILIES = {
    "topics": "TOP",
    "wording": "WRD",
    "metrics": "MET",
    "credits": "CRD",
    "length": "LEN",
    "terms": "DEF",
    "references": "REF",
    "numbers": "NUM",
    "dates": "DAT",
    "parties": "PTY",
    "duties": "DUT",
    "drafts": "DRF",
    "typing": "TYP",
    "engine": "SUP",
}
FOLDERS = [m.name for m in pkgutil.iter_modules(lint_rules.__path__) if m.name in FAMILIES]
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]
rules = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example_holds(rule, example):
    assert faults_of_example(rule, example) == ()


@rules
def test_rule_has_examples_of_both_kinds(rule):
    kinds = Counter(type(example) for example in rule.examples)
    assert kinds[Bad] >= 3
    assert kinds[Good] >= 3
    texts = [example.text for example in rule.examples]
    assert len(set(texts)) == len(texts)


@rules
def test_page_has_a_first_line_and_a_reason(rule):
    paragraphs = rule.doc.strip().split("\n\n")
    assert "\n" not in paragraphs[0]
    assert 10 <= len(paragraphs[0]) < 80
    assert len(paragraphs) >= 2
    assert rule.help.strip()


@rules
def test_every_option_is_told_on_the_page(rule):
    for option in getattr(type(rule.options), "__dataclass_fields__", {}):
        assert option in rule.doc + described(rule.options), option


def test_codes_and_names_are_unique():
    for key in ("code", "name"):
        counted = Counter(getattr(rule, key) for rule in RULES)
        assert [value for value, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_family_lists_every_file_in_it(folder):
    family = importlib.import_module(f"clausewright.lint_rules.{folder}")
    files = {module.name for module in pkgutil.iter_modules(family.__path__)}
    modules = {name: importlib.import_module(f"{family.__name__}.{name}") for name in files}
    having = {module.RULE.code for module in modules.values() if hasattr(module, "RULE")}
    assert {rule.code for rule in family.RULES} == having
    for name, module in modules.items():
        if hasattr(module, "RULE"):
            assert module.RULE.name.replace("-", "_") == name
            assert module.RULE.code.startswith(FAMILIES[folder])
            assert module.RULE.doc == module.__doc__


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_family_is_in_the_one_list(folder):
    family = importlib.import_module(f"clausewright.lint_rules.{folder}")
    assert {rule.code for rule in family.RULES} <= {rule.code for rule in RULES}
