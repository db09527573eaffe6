"""Packs on the command line: named in a configuration, installed, checked, selected, suppressed."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausewright.cli import main
from clausewright.lint_rules.pack_kinds import KINDS
from clausewright.linting import configuration
from clausewright.model.errors import ConfigurationError

PACK = """\
pack: acme
title: House rules of Acme
rules:
  ACM001:
    name: banned-endeavours
    severity: warning
    phrases: ["{best|reasonable} endeavours"]
    help: state what is owed
    examples:
      - bad: The Supplier uses «best endeavours».
        instead: The Supplier restores the Service.
      - good: The Supplier endeavours to help.
"""
DRAFT = "# SLA\n\nThe Supplier shall use best endeavours to restore the Service.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    configuration.load.cache_clear()
    configuration._nearest.cache_clear()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.yaml").write_text(PACK, "utf-8")
    (tmp_path / "draft.md").write_text(DRAFT)


def configure(tmp_path, text):
    (tmp_path / "clausewright.toml").write_text(text)


def run(*arguments, code=0):
    done = CliRunner().invoke(main, arguments)
    told = done.output if done.exception is None else f"{done.output}\n{done.exception}"
    assert done.exit_code == code, told
    return told


OPEN = ("--fail-on", "never")


def codes(*arguments):
    told = run("lint", "draft.md", "--format=json", "--profile=external-sla", *OPEN, *arguments)
    return [finding["code"] for finding in json.loads(told)["files"][0]["findings"]]


def test_a_pack_speaks_where_a_configuration_names_it(tmp_path):
    assert "ACM001" not in codes()
    configure(tmp_path, 'packs = ["house.yaml"]')
    configuration.load.cache_clear()
    configuration._nearest.cache_clear()
    assert "ACM001" in codes()
    assert "ACM001" not in codes("--isolated")
    assert codes("--select", "ACM") == ["ACM001"]
    assert codes("--select", "ACM,WRD", "--ignore", "banned-endeavours").count("ACM001") == 0


def test_another_configuration_may_be_named(tmp_path):
    (tmp_path / "house.toml").write_text('packs = ["house.yaml"]\nselect = ["ACM001"]')
    assert codes("--config", "house.toml") == ["ACM001"]
    assert "ACM001" in run("rules", "list", "ACM", "--config", "house.toml")


def test_severity_and_options_hold_for_the_rules_of_packs(tmp_path):
    configure(
        tmp_path,
        'packs = ["house.yaml"]\nselect = ["ACM"]\nfail-on = "error"\n'
        '[severity]\nbanned-endeavours = "error"\n[rules.ACM001]\nphrases = ["restore"]',
    )
    told = run("lint", "draft.md", "--format", "concise", "--profile", "external-sla", code=1)
    assert 'error ACM001 "restore" is not house style' in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('packs = ["hose.yaml"]', 'toml:1: no pack at "hose.yaml"'),
        ('packs = ["plain-languag"]', 'did you mean "plain-language"?'),
        ("packs = [1]", "takes a list of texts"),
        ('packs = ["empty"]', "holds no .yaml file"),
        ('packs = ["house.yaml"]\n[rules.ACM001]\nphrases = ["{a"]', "without its partner"),
        ('packs = ["house.yaml"]\n[rules.ACM001]\nphrase = ["a"]', 'did you mean "phrases"?'),
    ],
)
def test_what_is_wrong_with_packs_is_told(tmp_path, text, told):
    (tmp_path / "empty").mkdir()
    configure(tmp_path, text)
    assert told in run("lint", "draft.md", code=2)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ACM001", "WRD901", "house.yaml:4: WRD is a family of the product"),
        ("banned-endeavours", "vague-time", "house.yaml:4: the name"),
    ],
)
def test_a_pack_may_not_take_what_is_ours(tmp_path, old, new, told):
    (tmp_path / "house.yaml").write_text(PACK.replace(old, new), "utf-8")
    assert told in run("rules", "check", "house.yaml", code=2)


def test_two_packs_may_not_clash(tmp_path):
    (tmp_path / "other.yaml").write_text(PACK, "utf-8")
    configure(tmp_path, 'packs = ["house.yaml", "other.yaml"]')
    assert 'the code "ACM001" is taken by ACM001 in' in run("lint", "draft.md", code=2)


def test_a_folder_of_packs_and_a_pack_named_twice(tmp_path):
    (tmp_path / "packs").mkdir()
    (tmp_path / "house.yaml").rename(tmp_path / "packs" / "house.yaml")
    configure(tmp_path, 'packs = ["packs", "packs/house.yaml", "plain-language"]')
    assert codes("--select", "ACM") == ["ACM001"]
    assert "PLN001" in run("rules", "list")


def test_a_directive_holds_the_finding_of_a_pack_back(tmp_path):
    configure(tmp_path, 'packs = ["house.yaml"]\nselect = ["ACM", "SUP"]')
    remark = "<!-- clausewright: ignore banned-endeavours -- agreed -->\n"
    (tmp_path / "draft.md").write_text(DRAFT.replace("The Supplier", remark + "The Supplier"))
    assert codes() == []
    configure(tmp_path, 'select = ["SUP"]')
    configuration.load.cache_clear()
    configuration._nearest.cache_clear()
    assert codes() == ["SUP001"]


def test_rules_show_explains_a_rule_of_a_pack(tmp_path):
    configure(tmp_path, 'packs = ["house.yaml"]')
    told = run("rules", "show", "banned-endeavours")
    assert "# ACM001 banned-endeavours" in told
    assert "From the pack: House rules of Acme." in told
    assert "It speaks of `best endeavours`." in told


def test_rules_check_runs_the_examples(tmp_path):
    assert "1 rule, 2 examples: all hold" in run("rules", "check", "house.yaml")
    (tmp_path / "house.yaml").write_text(
        PACK.replace("«best endeavours»", "best «endeavours»").replace(
            "      - good: The Supplier endeavours to help.\n", ""
        ),
        "utf-8",
    )
    told = run("rules", "check", "house.yaml", code=1)
    assert "house.yaml:4: ACM001 has no good example" in told
    assert "house.yaml:10: ACM001 speaks at 'best endeavours', not at 'endeavours'" in told
    assert "1 rule, 1 example: 2 faults" in told


def test_rules_check_takes_the_packs_of_the_configuration(tmp_path):
    assert "no pack is named" in run("rules", "check", code=2)
    configure(tmp_path, 'packs = ["house.yaml", "plain-language"]')
    configuration._nearest.cache_clear()
    assert "all hold" in run("rules", "check")


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a package that offers packs, and whose code must not run."""
    site = tmp_path / "site"
    (site / "acme_rules" / "packs").mkdir(parents=True)
    (site / "acme_rules" / "__init__.py").write_text("raise SystemExit('code ran')")
    (site / "acme_rules" / "packs" / "house.yaml").write_text(PACK, "utf-8")
    info = site / "acme_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[clausewright.packs]\nacme = acme_rules.packs\ngone = acme_rules.nowhere\n"
    )
    monkeypatch.syspath_prepend(str(site))


@pytest.mark.usefixtures("installed")
def test_an_installed_package_offers_a_pack_as_data(tmp_path):
    configure(tmp_path, 'packs = ["acme"]')
    assert codes("--select", "ACM") == ["ACM001"]
    assert "1 rule, 2 examples: all hold" in run("rules", "check", "acme")


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("name", "told"), [("gone", "there is no such folder"), ("acm", 'did you mean "acme"?')]
)
def test_a_pack_that_no_package_has_is_told(tmp_path, name, told):
    configure(tmp_path, f'packs = ["{name}"]')
    with pytest.raises(ConfigurationError, match="toml:1: ") as raised:
        configuration.load(tmp_path / "clausewright.toml")
    assert told in str(raised.value)


def test_a_pack_that_changes_makes_kept_answers_stale(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEWRIGHT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "second.md").write_text("# Other\n\nNothing.\n")
    configure(tmp_path, 'packs = ["house.yaml"]\nselect = ["ACM"]')
    assert codes("second.md") == ["ACM001"]
    (tmp_path / "house.yaml").write_text(PACK.replace('endeavours"', 'efforts"'), "utf-8")
    configuration.load.cache_clear()
    configuration._nearest.cache_clear()
    assert codes("second.md") == []


def test_settings_show_the_packs_and_their_options(tmp_path):
    configure(tmp_path, 'packs = ["house.yaml"]')
    told = run("lint", "--show-settings", ".")
    assert "house.yaml" in told
    assert 'rules.ACM001.phrases = ["{best|reasonable} endeavours"]  (default)' in told


def test_the_example_of_the_documentation_holds(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "packs.md").read_text("utf-8")
    (tmp_path / "docs.yaml").write_text(
        re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1], "utf-8"
    )
    assert "1 rule, 2 examples: all hold" in run("rules", "check", "docs.yaml")
    for kind in KINDS:
        assert f"| `{kind}: " in page
