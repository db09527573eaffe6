"""The command ``init``."""

from __future__ import annotations

from pathlib import Path

import click

from clausewright.files.write import write_atomic
from clausewright.linting.configuration import FILE
from clausewright.model.errors import OutputError

CONFIGURATION = """\
# Settings of Clausewright. Every key is optional; what is set here holds for this folder and below.
# `clausewright lint --show-settings` shows what holds and where it was set.

# How drafts are read where the text does not tell: "auto", or the name of a profile.
profile = "auto"

# The lowest severity that makes a run fail: "error", "warning", "info" or "never".
fail-on = "error"

# Patterns as in .gitignore, relative to this file.
exclude = []

# Rules by code, beginning of a code, or name; `clausewright rules list` shows them all.
ignore = []

# [[profiles]]
# files = ["ola/"]
# name = "ola"

# [severity]
# WRD002 = "error"

# [per-file-ignores]
# "drafts/" = ["DRF"]

# [length]
# max-pages = 5
"""

HOOKS = """\
repos:
  - repo: local
    hooks:
      - id: clausewright-lint
        name: lint agreements
        entry: clausewright lint --format concise
        language: system  # the clausewright that is installed
        files: \\.(md|markdown|docx|txt|html?|odt)$
        require_serial: true
        exclude: (^|/)((README|CHANGELOG|CONTRIBUTING|LICENSE|COPYING)(\\.md|\\.txt)?)$
"""


@click.command("init")
@click.argument(
    "folder", type=click.Path(file_okay=False, exists=True, path_type=Path), default="."
)
@click.option("--force", is_flag=True, help="Write over a configuration that is there.")
def command(folder: Path, force: bool) -> None:
    """Write a starter configuration and a pre-commit entry.

    A .pre-commit-config.yaml that is there is left alone; the entry is shown instead.
    """
    if not force and (folder / FILE).exists():
        raise OutputError(
            "the file is there already: use --force to replace it", where=str(folder / FILE)
        )
    write_atomic(folder / FILE, CONFIGURATION.encode(), overwrite=force)
    click.echo(f"{(folder / FILE).as_posix()} written")
    hooks = folder / ".pre-commit-config.yaml"
    if hooks.exists():
        click.echo(f"add to {hooks.as_posix()}:\n\n{HOOKS}", nl=False)
        return
    write_atomic(hooks, HOOKS.encode())
    click.echo(f"{hooks.as_posix()} written")
