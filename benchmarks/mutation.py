"""Mutate rules and engine a little at a time, and count the changes that their tests notice.

``python -m benchmarks.mutation rules [CODE ...]`` mutates the functions of rule files and runs the
rule's own examples and those of ``tests/lint_rules/boundaries.py`` in this process, and compares
the messages that ``tests/lint_rules/messages.json`` pins: a mutant takes some milliseconds, where
mutmut starts pytest anew for each. ``python -m benchmarks.mutation engine [MODULE ...]`` writes
mutants of modules of ``linting/`` into a copy of the sources and runs their tests.

A mutant that its tests do not notice survives; survivors are listed with line and change. The same
mutants come in the same order each time; ``--most N`` takes N of a file, spread evenly.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from clausewright import lint_rules, testing
from clausewright.lint_rules.rule import Bad, Good, Rule

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "lint_rules"))
from boundaries import BOUNDARIES  # noqa: E402
from test_lint_rules_messages import PINNED, said  # noqa: E402

SOURCES = ROOT / "src"
ENGINE = {
    "linting/selection.py": "tests/linting/test_linting_selection.py",
    "linting/suppression.py": "tests/linting/test_linting_suppression.py",
    "linting/baseline.py": "tests/linting/test_linting_baseline.py",
    "linting/fixes.py": "tests/linting/test_linting_fixes.py",
    "linting/toml_places.py": "tests/linting/test_linting_toml_places.py",
    "linting/walk.py": "tests/linting/test_linting_walk.py",
    "linting/locate.py": "tests/linting/test_linting_lint.py",
}
COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COMPUTED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd,
}  # fmt: skip
SECONDS = 5.0


class Mutant(NamedTuple):
    """One change: where it stands, what it does, and the tree with it."""

    line: int
    change: str
    tree: ast.Module


class TooLongError(BaseException):
    """A mutant does not end."""


def mutants(source: str) -> Iterator[Mutant]:
    """Give all mutants of the functions of a module."""
    tree = ast.parse(source)
    places = [
        (top, node)
        for top, outer in enumerate(tree.body)
        if isinstance(outer, (ast.FunctionDef, ast.ClassDef))
        for node in range(len(list(ast.walk(outer))))
    ]
    for top, number in places:
        original = list(ast.walk(tree.body[top]))[number]
        for change, mutate in _changes(original):
            changed = copy.deepcopy(tree)
            node = list(ast.walk(changed.body[top]))[number]
            mutate(node)
            ast.fix_missing_locations(changed)
            yield Mutant(getattr(original, "lineno", 0), change, changed)


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    """Give what may be changed at a node, in words, and how."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        other = COMPARED[type(node.ops[0])]
        yield f"{type(node.ops[0]).__name__} to {other.__name__}", _set_operator(other)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"{type(node.op).__name__} to {other.__name__}", _set("op", other)
    elif isinstance(node, ast.BinOp) and type(node.op) in COMPUTED:
        other = COMPUTED[type(node.op)]
        yield f"{type(node.op).__name__} to {other.__name__}", _set("op", other)
    elif isinstance(node, (ast.If, ast.IfExp)):
        yield "condition to true", _set("test", lambda: ast.Constant(value=True))
        yield "condition to false", _set("test", lambda: ast.Constant(value=False))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not removed", _without_not
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield f"{node.value} to {node.value + 1}", _set("value", lambda: node.value + 1)


def _set(name: str, make: Callable[[], object]) -> Callable[[ast.AST], None]:
    return lambda node: setattr(node, name, make())


def _set_operator(make: Callable[[], ast.cmpop]) -> Callable[[ast.AST], None]:
    return lambda node: node.ops.__setitem__(0, make())  # type: ignore[attr-defined]


def _without_not(node: ast.AST) -> None:
    node.op = ast.UAdd()  # type: ignore[attr-defined]
    inner = node.operand  # type: ignore[attr-defined]
    node.operand = ast.Call(ast.Name("bool", ast.Load()), [inner], [])  # type: ignore[attr-defined]


def spread(found: list[Mutant], most: int) -> list[Mutant]:
    """Take so many of a list, evenly."""
    if len(found) <= most:
        return found
    return [found[number * len(found) // most] for number in range(most)]


def told_by(rule: Rule[Any]) -> list[object]:
    """Give what the tests hold of a rule: where it speaks, and the words where they are pinned."""
    return [
        (testing.faults_of_example(rule, one), _messages(rule, one))
        for one in (*rule.examples, *BOUNDARIES.get(rule.code, ()))
    ]


def _messages(rule: Rule[Any], example: Bad | Good) -> list[str]:
    if rule.code not in PINNED or isinstance(example, Good):
        return []
    found = testing.findings_of(rule, example.text, example.profile, example.format)
    return [said(one) for one in found]


def rule_is_noticed(name: str, mutant: Mutant, told: list[object]) -> bool:
    """Tell whether the examples of a rule notice a mutant of its module."""
    module = types.ModuleType(name)
    module.__package__ = name.rpartition(".")[0]
    kept = sys.modules[name]
    sys.modules[name] = module  # dataclasses look their module up

    def stop(*_: object) -> None:
        raise TooLongError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        exec(compile(mutant.tree, name, "exec"), vars(module))  # noqa: S102  (a mutant of our own)
        return told_by(module.RULE) != told
    except (Exception, TooLongError):  # a mutant that breaks is noticed
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        sys.modules[name] = kept


def rules(codes: list[str], most: int) -> None:
    """Mutate rules; tell each, and the sum."""
    killed = total = 0
    for rule in lint_rules.RULES:
        if codes and rule.code not in codes:
            continue
        name = rule.check.__module__
        source = Path(sys.modules[name].__file__ or "").read_text("utf-8")
        found = spread(list(mutants(source)), most)
        told = told_by(rule)
        survivors = [one for one in found if not rule_is_noticed(name, one, told)]
        killed, total = killed + len(found) - len(survivors), total + len(found)
        tell(f"{rule.code} {rule.name}", len(found), survivors)
    print(f"rules: {killed} of {total} killed, {killed / max(total, 1):.0%}")


def engine(modules: list[str], most: int) -> None:
    """Mutate modules of the engine; tell each, and the sum."""
    killed = total = 0
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(SOURCES, Path(place, "src"))
        for module, tests in ENGINE.items():
            if modules and module not in modules:
                continue
            file = Path(place, "src", "clausewright", module)
            source = file.read_text("utf-8")
            found = spread(list(mutants(source)), most)
            survivors = []
            for one in found:
                file.write_text(ast.unparse(one.tree), "utf-8")
                if passes(tests, Path(place, "src")):
                    survivors.append(one)
            file.write_text(source, "utf-8")
            killed, total = killed + len(found) - len(survivors), total + len(found)
            tell(module, len(found), survivors)
    print(f"engine: {killed} of {total} killed, {killed / max(total, 1):.0%}")


def passes(tests: str, sources: Path) -> bool:
    """Tell whether tests pass on other sources."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", tests],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(sources), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode == 0


def tell(what: str, count: int, survivors: list[Mutant]) -> None:
    """Print the score of a file, and its survivors."""
    print(f"{what}: {count - len(survivors)} of {count} killed", flush=True)
    for one in survivors:
        print(f"  line {one.line}: {one.change}", flush=True)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=["rules", "engine"])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--most", type=int, default=40)
    given = parser.parse_intermixed_args()
    (rules if given.part == "rules" else engine)(given.names, given.most)


if __name__ == "__main__":
    main()
