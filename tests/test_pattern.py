import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import clausewright
from clausewright.pattern import LazyPattern, regex

ON_THE_WAY_OF_A_DRAFT = ("analysis", "language", "lint_rules", "readers")
ROOT = Path(clausewright.__file__).parent


def test_it_does_what_a_compiled_pattern_does():
    words = regex(r"(\w+) (?P<second>\w+)", re.IGNORECASE)
    assert words.match("One two")["second"] == "two"
    assert [m.span() for m in words.finditer("a b, c d")] == [(0, 3), (5, 8)]
    assert words.sub(r"\2 \1", "a b") == "b a"
    assert words.pattern == r"(\w+) (?P<second>\w+)"
    assert words.groups == 2
    assert words.flags & re.IGNORECASE


def test_it_is_compiled_when_first_used(monkeypatch):
    compiled = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or real(*given))
    words = regex("a+")
    assert compiled == []
    assert words.search("xaa")[0] == "aa"
    assert words.search("a")
    assert words.fullmatch("aaa")
    assert compiled == [("a+", 0)]


def _modules():
    for name in ON_THE_WAY_OF_A_DRAFT:
        package = importlib.import_module(f"clausewright.{name}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield found.name


@pytest.mark.parametrize("name", sorted(_modules()))
def test_every_pattern_can_be_compiled(name):
    for value in vars(importlib.import_module(name)).values():
        if isinstance(value, LazyPattern):
            re.compile(value.pattern, value._flags)


@pytest.mark.parametrize("name", ON_THE_WAY_OF_A_DRAFT)
def test_no_module_compiles_a_pattern_when_it_is_imported(name):
    eager = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / name).rglob("*.py"))
        for statement in ast.parse(path.read_text("utf-8")).body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile"
    ]
    assert eager == [], "declare it with clausewright.pattern.regex"
