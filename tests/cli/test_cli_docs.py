"""What the documentation says is what the program does."""

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausewright.cli import main
from clausewright.cli.rules import rule_pages
from clausewright.linting.configuration import KEYS, load
from clausewright.reporters import FORMATS

ROOT = Path(__file__).parents[2]
LINTING = (ROOT / "docs" / "linting.md").read_text("utf-8")


def test_the_configuration_of_the_page_holds_and_shows_every_key(tmp_path):
    block = "\n".join(re.findall(r"```toml\n(.*?)```", LINTING, re.DOTALL))
    (tmp_path / "clausewright.toml").write_text(block)
    load.cache_clear()
    assert load(tmp_path / "clausewright.toml").settings.max_pages == 5
    told = {key.replace("-", "_") for key in tomllib.loads(block)}
    assert told == set(KEYS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_page_names_every_format(name):
    assert f"`{name}`" in LINTING


@pytest.mark.parametrize("option", re.findall(r"(?<=`)--[a-z-]+", LINTING))
def test_every_option_of_the_page_is_there(option):
    helps = [CliRunner().invoke(main, [name, "--help"]).output for name in ("lint", "fix")]
    assert any(option in text for text in helps)


def test_completion_as_documented():
    done = CliRunner().invoke(
        main, prog_name="clausewright", env={"_CLAUSEWRIGHT_COMPLETE": "bash_source"}
    )
    assert "_CLAUSEWRIGHT_COMPLETE=bash_complete" in done.output


def test_the_generated_pages_of_the_rules_are_not_stale():
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    assert written == rule_pages(), "run `clausewright rules docs`"


def test_the_findings_in_the_readme_are_what_lint_says():
    shown = (ROOT / "README.md").read_text("utf-8").split("```\n")[1]
    done = CliRunner().invoke(main, ["lint", str(ROOT / "examples" / "poor-draft.md")])
    said = done.output.replace(str(ROOT.as_posix()) + "/", "")
    for finding in shown.strip().split("\n\n"):
        assert f"{finding}\n" in said
