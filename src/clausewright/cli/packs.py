"""The command ``rules check``, and the rules that packs add to ours."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from clausewright.lint_rules.rule import Bad, Rule
from clausewright.linting.configuration import load, nearest
from clausewright.linting.packs import find_packs, pack_rules, rules_with
from clausewright.linting.settings import Settings
from clausewright.model.errors import ConfigurationError
from clausewright.reporters.plain import counted, printable

FLAG = "rules check"


def rules_in_force(config: str | None) -> tuple[Rule[Any], ...]:
    """Give all rules there are in this folder, or under a configuration file."""
    return rules_with(_settings(config).packs)


def _settings(config: str | None) -> Settings:
    return (load(Path(config)) if config else nearest(Path.cwd())).settings


@click.command("check", epilog="\b\nExample:\n  clausewright rules check house.yaml")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option("--config", metavar="FILE", help="Check the packs of this configuration file.")
def check(packs: tuple[str, ...], config: str | None) -> None:
    """Run the examples of packs: files, folders or names; without any, those of the configuration.

    Exit code: 0 all hold, 1 some do not, 2 a pack cannot be read.
    """
    settings = _settings(config)
    files = find_packs(packs, Path.cwd(), where=FLAG) if packs else settings.packs
    if not files:
        raise ConfigurationError(
            "no pack is named, and the configuration has none; name a .yaml file", where=FLAG
        )
    pack_rules(tuple(dict.fromkeys((*settings.packs, *files))))  # nothing clashes
    from clausewright.lint_rules.pack import load_pack  # noqa: PLC0415  (most runs have no pack)

    loaded = [load_pack(file) for file in files]
    faults = [
        f"{printable(pack.file)}:{line}: {told}"
        for pack in loaded
        for rule in pack.rules
        for line, told in _faults(rule, *pack.lines[rule.code])
    ]
    for fault in faults:
        click.echo(fault)
    checked = [rule for pack in loaded for rule in pack.rules]
    examples = sum(len(rule.examples) for rule in checked)
    outcome = counted(len(faults), "fault") if faults else "all hold"
    click.echo(f"{counted(len(checked), 'rule')}, {counted(examples, 'example')}: {outcome}")
    sys.exit(1 if faults else 0)


def _faults(rule: Rule[Any], line: int, lines: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    """Give the line and the words of each thing that does not hold of a rule's examples."""
    from clausewright.testing import faults_of_example  # noqa: PLC0415  (most runs check nothing)

    for kind, are_bad in (("bad", True), ("good", False)):
        if not any(isinstance(example, Bad) is are_bad for example in rule.examples):
            yield line, f"{rule.code} has no {kind} example"
    for at, example in zip(lines, rule.examples, strict=True):
        for fault in faults_of_example(rule, example):
            yield at, f"{rule.code} {fault}"
