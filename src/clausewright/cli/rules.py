"""The commands ``rules list`` and ``rules show``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from clausewright.cli import terminal
from clausewright.cli.options import offering
from clausewright.cli.packs import check, rules_in_force
from clausewright.files.write import write_atomic
from clausewright.lint_rules import RULES
from clausewright.lint_rules.page import page_of, profiles_of, state_of
from clausewright.lint_rules.rule import Bad, Rule
from clausewright.linting.selection import check_selectors, matches
from clausewright.model.errors import ConfigurationError, suggestion
from clausewright.reporters.plain import paint, printable

FLAGGED = "7"
"""How flagged words are set in a terminal: reverse video."""


@click.group("rules")
def command() -> None:
    """List the rules, and explain each."""


@command.command("list", epilog="\b\nExample:\n  clausewright rules list MET,CRD")
@click.argument("selectors", nargs=-1, metavar="[RULES]...")
@click.option("--format", "format_name", type=click.Choice(["table", "json"]), default="table")
@click.option("--config", metavar="FILE", help="Use the packs of this configuration file.")
def list_rules(selectors: tuple[str, ...], format_name: str, config: str | None) -> None:
    """List rules: code, name, severity, state and what each is about."""
    rules = rules_in_force(config)
    wanted = tuple(one for given in selectors for one in given.split(",") if one)
    check_selectors(wanted, rules, where="rules list")
    found = [r for r in rules if not wanted or any(matches(r, one) for one in wanted)]
    found.sort(key=lambda rule: rule.code)
    if format_name == "json":
        click.echo(json.dumps([_described(rule) for rule in found], indent=1))
        return
    wide = max((len(rule.name) for rule in found), default=0)
    for rule in found:
        click.echo(
            f"{rule.code}  {rule.name:{wide}}  {rule.severity.value:7}  {state_of(rule):7}"
            f"  {rule.summary}"
        )


def _described(rule: Rule[Any]) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "state": state_of(rule),
        "profiles": list(rule.profiles),
        "pack": rule.origin or None,
        "summary": rule.summary,
    }


@command.command("show", epilog="\b\nExample:\n  clausewright rules show WRD001")
@click.argument(
    "name",
    metavar="CODE|NAME",
    shell_complete=offering([word for rule in RULES for word in (rule.code, rule.name)]),
)
@click.option("--config", metavar="FILE", help="Use the packs of this configuration file.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def show(name: str, config: str | None, color: str) -> None:
    """Explain a rule: why it matters, its options, and examples."""
    rule = rule_named(name, rules_in_force(config))
    page = page_of(rule)
    if terminal.wants_color(color, sys.stdout):
        page = _highlighted(page, rule)
    terminal.write(page)


command.add_command(check)


def rule_named(name: str, rules: Sequence[Rule[Any]] = RULES) -> Rule[Any]:
    """Give the rule of a code or name.

    Raises:
        ConfigurationError: where there is none, with the nearest name.

    """
    for rule in rules:
        if name.upper() == rule.code or name.lower() == rule.name:
            return rule
    known = [*(rule.code for rule in rules), *(rule.name for rule in rules)]
    raise ConfigurationError(f'no rule has the code or name "{name}"{suggestion(name, known)}')


def _highlighted(page: str, rule: Rule[Any]) -> str:
    """Mark headings, and in bad examples the words that are told."""
    for example in rule.examples:
        if isinstance(example, Bad) and example.spans:
            page = page.replace(f"\n{example.text.strip()}\n", f"\n{_marked(example)}\n", 1)
    lines = (
        paint(line, "1", color=True) if line.startswith("#") and "\x1b" not in line else line
        for line in page.split("\n")
    )
    return "\n".join(lines)


def _marked(example: Bad) -> str:
    text, at, parts = example.text, 0, []
    for start, end in example.spans:
        parts += [text[at:start], paint(text[start:end], FLAGGED, color=True)]
        at = end
    return "".join([*parts, text[at:]]).strip()


@command.command("docs", hidden=True)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="docs/rules")
def docs(folder: Path) -> None:
    """Write the page of every rule, and their index, to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = rule_pages()
    for page in folder.glob("*.md"):
        if page.name not in pages and NOTE in page.read_text("utf-8", errors="replace"):
            page.unlink()  # of a rule that is gone
    for name, text in pages.items():
        write_atomic(folder / name, text.encode())
    click.echo(f"{len(pages)} pages written to {printable(str(folder))}")


def rule_pages() -> dict[str, str]:
    """Give the generated pages by file name."""
    rules = sorted(RULES, key=lambda rule: rule.code)
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity.value} |"
        f" {state_of(rule)} | {profiles_of(rule)} | {rule.summary} |"
        for rule in rules
    ]
    head = "| code | name | severity | state | speaks under | about |\n|---|---|---|---|---|---|\n"
    index = f"# Rules\n\n{NOTE}\n\n{head}" + "\n".join(rows) + "\n"
    pages = {f"{rule.code}.md": page_of(rule) + f"\n{NOTE}\n" for rule in rules}
    return {"index.md": index, **pages}


NOTE = (
    "<!-- Generated by `clausewright rules docs` from the rules; edit the rule, not this page. -->"
)
