"""All patterns of the package, with the methods they are used by."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import clausewright
from clausewright.pattern import LazyPattern

METHODS = frozenset({"search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"})
"""Those of a pattern that read a text; the last five look at each place, as search does."""


READ_AT_MOST = {
    "analysis.acronyms._NAME_BEFORE[0]": 24,
    "analysis.announcements._DEFINED_IN[0]": 120,
    "analysis.brackets._NAMES_A_PLACE[0]": 40,
    "analysis.metric_labels._CAPITALISED_BEFORE[0]": 60,
    "analysis.references._WORD_BEFORE[0]": 40,
    "analysis.terms._ENTRY[0]": 91,
    "lint_rules.dates.end_before_start._LABEL[0]": 40,
    "lint_rules.parties.party_name_variant._NAME[0]": 120,
    "lint_rules.wording.standing._INTRODUCTION[0]": 120,
    "readers.contents_table._HEAD[0]": 40,
    "readers.contents_table._LEADERS[0]": 140,
}
"""Patterns that look back from a hit, or at short lines, with the characters they are given."""


def patterns() -> dict[str, re.Pattern[str]]:
    """Give all patterns of the package by the name they are declared under."""
    found: dict[str, re.Pattern[str]] = {}
    seen: set[tuple[str, int]] = set()
    for name, module in _modules():
        for word, value in vars(module).items():
            for at, one in enumerate(_within(value)):
                key = (one.pattern, one.flags)
                if isinstance(one.pattern, str) and key not in seen:
                    seen.add(key)
                    found[f"{name.removeprefix('clausewright.')}.{word}[{at}]"] = one
    return found


def methods_of(name: str) -> frozenset[str]:
    """Give the methods a pattern is used by; search where that cannot be told."""
    module, _, word = name.rpartition("[")[0].rpartition(".")
    private = word.startswith("_")
    used = {method for where, known, method in _uses() if known == word
            and (not private or where == module)}  # fmt: skip
    return frozenset(used) or frozenset({"search"})


def _modules() -> Iterator[tuple[str, ModuleType]]:
    """Give the modules of the package, without those whose extra is not installed."""
    for one in pkgutil.walk_packages(clausewright.__path__, "clausewright."):
        if one.name.endswith((".__main__", ".make_house")):
            continue
        try:
            yield one.name, importlib.import_module(one.name)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("clausewright"):
                raise


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, LazyPattern):
        yield re.compile(value.pattern, value._flags)
    elif isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, dict):
        for one in (*value, *value.values()):
            yield from _within(one, depth + 1)
    elif depth < 4 and isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from _within(one, depth + 1)
    elif depth < 4 and is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _within(getattr(value, one.name), depth + 1)


@cache
def _uses() -> frozenset[tuple[str, str, str]]:
    """Find module, name and method of each call of a pattern, over the whole package."""
    root = Path(clausewright.__file__).parent
    return frozenset(
        (".".join(path.relative_to(root).with_suffix("").parts), name, method)
        for path in sorted(root.rglob("*.py"))
        for name, method in _uses_in(ast.parse(path.read_text("utf-8")))
    )


def _uses_in(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Give name and method; ``for form in (ONE, OTHER)`` and ``form.match`` use both."""
    stands_for: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.For, ast.comprehension)):
            names = {one.id for one in ast.walk(node.iter) if isinstance(one, ast.Name)}
            stands_for.setdefault(_last_name(node.target), set()).update(names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            name = _last_name(node.value)
            for one in {name, *stands_for.get(name, ())}:
                yield one, node.attr


def _last_name(node: Any) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def declared_late() -> set[tuple[str, int]]:
    """Give pattern and flags of all that is declared with ``regex``, wherever it is kept."""
    import gc  # noqa: PLC0415

    list(_modules())
    late = (one for one in gc.get_objects() if type(one) is LazyPattern)
    return {(one.pattern, re.compile(one.pattern, one._flags).flags) for one in late}
