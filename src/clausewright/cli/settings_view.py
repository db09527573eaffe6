"""Show the settings that hold for files, and where each was set."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from clausewright.cli.resolve import Overrides
from clausewright.lint_rules.pack import PackFile
from clausewright.linting.configuration import AUTO, Configuration
from clausewright.linting.packs import rules_with

_HIDDEN = {"root", "file", "profile_source"}


def show(overrides: Overrides, paths: Iterable[str]) -> None:
    """Print the settings of each folder once, with their origin."""
    shown: set[str | None] = set()
    for given in paths:
        path = Path(given)
        configuration = overrides.configuration_for(path if path.is_dir() else path.parent)
        if configuration.settings.file not in shown:
            shown.add(configuration.settings.file)
            _show(configuration)


def _show(configuration: Configuration) -> None:
    settings = configuration.settings
    click.echo(f"configuration: {settings.file or 'none found, defaults hold'}")
    for field in dataclasses.fields(settings):
        if field.name in _HIDDEN:
            continue
        origin = configuration.origins.get(field.name, "default")
        if field.name == "options":
            _show_options(dict(settings.options), settings.packs, origin)
        else:
            key = field.name.replace("_", "-")
            value = getattr(settings, field.name)
            if field.name == "profile" and value is None:
                value = AUTO
            click.echo(f"  {key} = {_shown(value)}  ({origin})")


def _shown(value: object) -> str:
    if value is None:
        return "not set"
    if hasattr(value, "_asdict"):
        parts = value._asdict().items()
        return f"{{{', '.join(f'{k} = {_shown(v)}' for k, v in parts)}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(_shown(one) for one in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _show_options(given: dict[str, Any], packs: tuple[PackFile, ...], origin: str) -> None:
    for rule in rules_with(packs):
        options = given.get(rule.code, rule.options)
        for field in dataclasses.fields(options):
            value = getattr(options, field.name)
            here = origin if value != getattr(rule.options, field.name) else "default"
            click.echo(f"  rules.{rule.code}.{field.name} = {_shown(value)}  ({here})")
