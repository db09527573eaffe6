"""The small template language of clause bodies, and what is refused in it.

A body may name fields and standard names, call the functions of ``FUNCTIONS`` with constants, and
hold one ``{% if %}``. Everything else of Jinja is refused when the clause is loaded, so no clause
can compute, loop or reach into an object. Rendering still goes through the sandbox.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

FUNCTIONS = frozenset({"ref", "picked", "levels", "levels_table", "severity_table", "meaning"})
_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Call,
    nodes.Const,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
)


class BodyError(ValueError):
    """A body uses more than it may; ``line`` counts from 1 within the body."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class BodyEnvironment(SandboxedEnvironment):
    """The sandbox all bodies render in; ``put`` takes every value that goes into the text."""

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            finalize=self._finalize,
            autoescape=False,  # values never meet markup: ``put`` leaves a token in their place
            trim_blocks=True,
            keep_trailing_newline=False,
        )
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()
        self.put: Callable[[object], str] = str

    def _finalize(self, value: object) -> str:
        return self.put(value)

    def render(self, body: str, context: Mapping[str, Any], put: Callable[[object], str]) -> str:
        """Render a body, with every value replaced by what ``put`` gives for it."""
        self.put = put
        return self._compiled(body).render(context)

    @lru_cache(maxsize=512)  # noqa: B019 - one environment lives as long as the process builds
    def _compiled(self, body: str) -> Template:
        return self.from_string(body)


_PARSER = SandboxedEnvironment()


@dataclass(frozen=True, slots=True)
class Names:
    """The names a body reads, and those of them that its ``{% if %}`` asks for."""

    read: frozenset[str]
    tested: frozenset[str]


def names_in(body: str, fields: frozenset[str], standard: frozenset[str]) -> Names:
    """Check a body and give the names it reads; raise BodyError for what it may not hold."""
    try:
        tree = _PARSER.parse(body)
    except TemplateSyntaxError as error:
        raise BodyError(f"template: {error.message}", error.lineno) from error
    ifs = 0
    names: set[str] = set()
    tested: set[str] = set()
    for node, line in _walk(tree, 1):
        if not isinstance(node, _ALLOWED) or _is_constant_output(node):
            raise BodyError("only fields, listed functions and one {% if %} may be used", line)
        if isinstance(node, nodes.If):
            ifs += 1
            if ifs > 1 or node.elif_:
                raise BodyError("at most one {% if %}: write the other variant as a clause", line)
            tested |= {
                n.name
                for n in (node.test, *node.test.find_all(nodes.Name))
                if isinstance(n, nodes.Name)
            }
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            raise BodyError(f'"{node.attr}" cannot be read here', line)
        if isinstance(node, nodes.Call):
            _check_call(node, line)
        elif isinstance(node, nodes.Name) and node.name not in FUNCTIONS:
            if node.name not in fields and node.name not in standard:
                raise BodyError(f'"{node.name}" is no field of this clause', line)
            names.add(node.name)
    return Names(frozenset(names), frozenset(tested))


def _walk(node: nodes.Node, line: int) -> Iterator[tuple[nodes.Node, int]]:
    line = node.lineno or line
    yield node, line
    for child in node.iter_child_nodes():
        yield from _walk(child, line)


def _is_constant_output(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and any(isinstance(c, nodes.Const) for c in node.nodes)


def _check_call(node: nodes.Call, line: int) -> None:
    called = node.node
    if not isinstance(called, nodes.Name) or called.name not in FUNCTIONS:
        raise BodyError(f"only these can be called: {', '.join(sorted(FUNCTIONS))}", line)
    if node.kwargs or not all(isinstance(argument, nodes.Const) for argument in node.args):
        raise BodyError(f"{called.name}(...) takes quoted names and numbers only", line)
