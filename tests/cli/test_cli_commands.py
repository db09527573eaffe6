import json
import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from clausewright import __version__
from clausewright.cli import COMMANDS, main
from clausewright.lint_rules import RULES
from clausewright.linting import configuration
from clausewright.linting.configuration import load


@pytest.fixture(autouse=True)
def _fresh(tmp_path, monkeypatch):
    load.cache_clear()
    configuration._nearest.cache_clear()
    monkeypatch.chdir(tmp_path)


def run(*arguments, text=None):
    return CliRunner().invoke(main, list(arguments), input=text)


def test_version_in_all_its_forms():
    expected = f"clausewright {__version__}\n"
    assert run("version").output == expected
    done = subprocess.run(
        [sys.executable, "-m", "clausewright", "version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == expected
    assert __version__ in run("--version").output


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name):
    done = run(name, "--help")
    assert done.exit_code == 0, done.output
    assert len(done.output.splitlines()) > 5


def test_unknown_command():
    done = run("lnt")
    assert done.exit_code == 2
    assert 'no command is called "lnt"; did you mean "lint"?' in done.output


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["li"], {"lint"}),
        (["lint", "--fail-on", "n"], {"never"}),
        (["lint", "--format", "g"], {"grouped", "github", "gitlab"}),
        (["lint", "--profile", "multi"], {"multi-level-sla", "multi-provider-sla"}),
        (["rules", "show", "vague-t"], {"vague-time"}),
        (["nothing", ""], set(COMMANDS)),
    ],
)
def test_completion_offers_what_may_follow(words, offered):
    *before, incomplete = words
    complete = ShellComplete(main, {}, "clausewright", "_CLAUSEWRIGHT_COMPLETE")
    found = {one.value for one in complete.get_completions(before, incomplete)}
    assert found == offered


def test_rules_list_has_each_rule_once():
    lines = run("rules", "list").output.splitlines()
    assert [line.split()[0] for line in lines] == sorted(rule.code for rule in RULES)
    data = json.loads(run("rules", "list", "DRF", "--format", "json").output)
    assert {one["code"][:3] for one in data} == {"DRF"}
    assert set(data[0]) == {
        "code",
        "name",
        "severity",
        "state",
        "profiles",
        "pack",
        "summary",
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_show_explains_each_rule_without_marks(rule):
    done = run("rules", "show", rule.code)
    assert done.exit_code == 0
    assert done.output.startswith(f"# {rule.code} {rule.name}\n\n{rule.summary}\n")
    assert "«" not in done.output.replace(rule.doc.strip(), "")
    assert run("rules", "show", rule.name).output == done.output


def test_rules_show_highlights_in_colour():
    done = CliRunner().invoke(main, ["rules", "show", "SUP002", "--color", "always"], color=True)
    assert "\x1b[7m<!-- clausewright: ignore WRD001 -->\x1b[0m" in done.output


def test_rules_show_of_an_unknown_rule():
    done = run("rules", "show", "placeholdr")
    assert done.exit_code == 2
    assert 'did you mean "placeholder"?' in done.output


def test_init_writes_a_configuration_that_holds(tmp_path):
    done = run("init")
    assert done.exit_code == 0, done.output
    assert load(tmp_path / "clausewright.toml").settings.fail_on == "error"
    assert "clausewright lint" in (tmp_path / ".pre-commit-config.yaml").read_text()


def test_init_writes_over_nothing(tmp_path):
    (tmp_path / "clausewright.toml").write_text("mine")
    done = run("init")
    assert done.exit_code == 2
    assert "use --force" in done.output
    assert (tmp_path / "clausewright.toml").read_text() == "mine"
    (tmp_path / ".pre-commit-config.yaml").write_text("mine")
    done = run("init", "--force")
    assert done.exit_code == 0
    assert (tmp_path / ".pre-commit-config.yaml").read_text() == "mine"
    assert "add to" in done.output


BAD = "The fee is [amount] EUR.\n"
LINT = ("lint", "--select", "DRF001", "--profile", "external-sla", "--format", "concise")


def test_baseline_update_lint_prune(tmp_path):
    (tmp_path / "a.md").write_text(BAD)
    assert run("baseline", "update", "--select", "DRF001").exit_code == 0
    file = "clausewright-baseline.json"
    assert run(*LINT, "--baseline", file).exit_code == 0
    (tmp_path / "a.md").write_text("New.\n\n" + BAD + "\nThe deposit is [amount] USD.\n")
    done = run(*LINT, "--baseline", file)
    assert done.exit_code == 1
    assert done.output.startswith("a.md:5:16:")
    (tmp_path / "a.md").write_text("Mended.\n")
    done = run("baseline", "prune")
    assert "0 findings accepted" in done.output
    assert json.loads((tmp_path / file).read_text())["files"] == {}


def test_baseline_of_the_configuration(tmp_path):
    (tmp_path / "clausewright.toml").write_text('baseline = "accepted.json"\nselect = ["DRF001"]')
    (tmp_path / "a.md").write_text(BAD)
    assert run("baseline", "update").exit_code == 0
    assert run("lint").exit_code == 0


def test_baseline_prune_needs_one():
    done = run("baseline", "prune")
    assert done.exit_code == 2
    assert "no such baseline" in done.output


HIDDEN = "The fee\u200b is due.\n"


def test_fix_in_place_and_by_diff(tmp_path):
    file = tmp_path / "a.md"
    file.write_text(HIDDEN)
    done = run("fix", "a.md", "--diff")
    assert done.exit_code == 0
    assert "-The fee\\u200b is due." in done.output
    assert "+The fee is due." in done.output
    assert file.read_text() == HIDDEN
    assert "1 fix applied in 1 file" in run("fix", "a.md").output
    assert file.read_text() == "The fee is due.\n"
    assert "0 fixes applied" in run("fix", "a.md").output


def test_fix_to_a_file_and_from_standard_input(tmp_path):
    (tmp_path / "a.md").write_text(HIDDEN)
    run("fix", "a.md", "-o", "b.md", "-q")
    assert (tmp_path / "b.md").read_text() == "The fee is due.\n"
    assert (tmp_path / "a.md").read_text() == HIDDEN
    assert run("fix", "-", "-q", text=HIDDEN).output == "The fee is due.\n"


def test_fix_tells_what_it_cannot_read(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\x00")
    (tmp_path / "b.md").write_text(HIDDEN)
    done = run("fix", "nowhere.md", "a.md", "b.md")
    assert done.exit_code == 2
    assert "nowhere.md: missing: no such file or folder" in done.output
    assert "a.md: unreadable:" in done.output
    assert (tmp_path / "b.md").read_text() == "The fee is due.\n"


def test_fix_takes_one_draft_with_an_output(tmp_path):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(HIDDEN)
    assert run("fix", "-o", "c.md").exit_code == 2


KEYS = [
    "schema_version", "file", "profile", "words", "pages", "attachment_pages", "pages_by",
    "sections", "topics", "terms", "references", "metrics", "severities", "credit_tiers", "parties",
    "dates",
]  # fmt: skip
SLA = """\
# Service Level Agreement

This agreement starts on 1 March 2026. It is made between Acme Ltd (the "Supplier") and Bolt plc
(the "Customer").

## 1. Availability

The Supplier shall keep availability of the Service at 99.9% in each calendar month, see section 1.
"""


def test_inspect_has_the_keys_of_the_schema(tmp_path):
    (tmp_path / "a.md").write_text(SLA)
    (tmp_path / "b.md").write_text(SLA)
    lines = run("inspect", "--format", "jsonl").output.splitlines()
    data = [json.loads(line) for line in lines]
    assert [one["file"] for one in data] == ["a.md", "b.md"]
    assert list(data[0]) == KEYS
    assert json.loads(run("inspect", "--format", "json").output) == data
    assert list(data[0]["sections"][1]) == ["number", "title", "level", "line", "topics"]
    assert data[0]["sections"][1]["line"] == 6


def test_inspect_shows_tables(tmp_path):
    (tmp_path / "a.md").write_text(SLA)
    done = run("inspect", "a.md", "--profile", "ola")
    assert done.exit_code == 0
    assert "Sections" in done.output
    assert "Availability" in done.output
    assert "ola, " in done.output


def test_inspect_tells_what_it_cannot_read(tmp_path):
    (tmp_path / "a.md").write_text(SLA)
    done = run("inspect", "nowhere.md", "a.md", "--format", "jsonl")
    assert done.exit_code == 2
    assert '"file": "a.md"' in done.output


def test_rules_docs_removes_only_pages_that_it_wrote(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    assert run("rules", "docs", ".").exit_code == 0
    gone = tmp_path / "WRD999.md"
    gone.write_text((tmp_path / "WRD001.md").read_text())
    assert run("rules", "docs", ".").exit_code == 0
    assert not gone.exists()
    assert (tmp_path / "README.md").read_text() == "mine"
