import json

import pytest
from click.testing import CliRunner
from linting_drafts import rule

from clausewright.cli import main
from clausewright.lint_rules.references import missing_attachment
from clausewright.lint_rules.rule import Finding
from clausewright.lint_rules.terms import undefined_term
from clausewright.lint_rules.topics import missing_topic
from clausewright.linting import configuration, lint, sets

MASTER = """\
# Master Agreement

"Portal" means the web portal of the Supplier at the address told to the Customer.

This agreement is governed by the law of England.
"""
LEVELS = """\
# Service Level Agreement

The Supplier shall keep the Portal available 99.9% of each month. The Portal is described in
Schedule 2. The Portal is measured every minute.
"""
SCHEDULE = "# Schedule 2 - Services\n\nThe Portal shows invoices.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch, use_rules):
    use_rules(missing_topic.RULE, missing_attachment.RULE, undefined_term.RULE)
    for cached in (configuration.load, configuration._nearest, sets._membership, lint.drafts_of):
        cached.cache_clear()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAUSEWRIGHT_CACHE_DIR", str(tmp_path / "cache"))
    for name, text in (("msa.md", MASTER), ("sla.md", LEVELS), ("schedule.md", SCHEDULE)):
        (tmp_path / name).write_text(text)


def results(*arguments):
    done = CliRunner().invoke(main, ["lint", "--format", "json", "--fail-on", "never", *arguments])
    assert done.exit_code == 0, done.output
    return {file["file"]: file for file in json.loads(done.output)["files"]}


def said(file, code):
    return [finding for finding in file["findings"] if finding["code"] == code]


PROFILE = ("--profile", "external-sla")


def test_alone_a_file_lacks_what_the_others_hold():
    files = results("msa.md", "sla.md", "schedule.md", *PROFILE)
    assert {file["set"] for file in files.values()} == {None}
    assert said(files["sla.md"], "REF002")
    assert any("governing law" in f["message"] for f in said(files["sla.md"], "TOP001"))


def test_together_they_are_one_agreement():
    files = results("msa.md", "sla.md", "schedule.md", "--set", *PROFILE)
    assert {file["set"] for file in files.values()} == {"set"}
    assert not said(files["sla.md"], "REF002")
    assert not said(files["sla.md"], "TOP001")
    assert not said(files["schedule.md"], "TOP001")
    missing = {finding["topic"] for finding in said(files["msa.md"], "TOP001")}
    assert missing
    assert "levels" not in missing
    assert not any("governing law" in f["message"] for f in said(files["msa.md"], "TOP001"))


def test_a_set_of_the_configuration_is_read_whole_where_one_file_is_linted(tmp_path):
    (tmp_path / "clausewright.toml").write_text(
        '[[set]]\nname = "deal"\nfiles = ["*.md"]\nmain = "msa.md"\n'
    )
    files = results("sla.md", *PROFILE)
    assert list(files) == ["sla.md"]
    assert files["sla.md"]["set"] == "deal"
    assert not said(files["sla.md"], "REF002")
    assert not said(files["sla.md"], "TOP001")
    assert said(results("msa.md", *PROFILE)["msa.md"], "TOP001")


def test_the_main_file_must_be_there(tmp_path):
    (tmp_path / "clausewright.toml").write_text(
        '[[set]]\nname = "deal"\nfiles = ["*.md"]\nmain = "nowhere.md"\n'
    )
    done = CliRunner().invoke(main, ["lint", "sla.md"])
    assert done.exit_code == 2
    assert 'no file "nowhere.md"' in done.output


def test_an_unreadable_member_leaves_the_others(tmp_path):
    (tmp_path / "msa.md").write_bytes(b"\x00")
    done = CliRunner().invoke(main, ["lint", "--set", "msa.md", "sla.md", "--format", "json"])
    assert done.exit_code == 2
    first, second = json.loads(done.output)["files"]
    assert first["errors"]
    assert second["words"]


def test_each_file_is_read_once(monkeypatch, use_rules):
    def check(draft, options, hits):
        yield Finding(None, f"{len(draft.companions)} companions, leads: {draft.leads}")

    use_rules(rule("AAA001", check))
    read = []
    real = lint.read_source
    monkeypatch.setattr(lint, "read_source", lambda one: read.append(one.name) or real(one))
    files = results("--set", "msa.md", "schedule.md", "sla.md", "-j", "1", *PROFILE)
    assert sorted(read) == ["msa.md", "schedule.md", "sla.md"]
    assert [said(file, "AAA001")[0]["message"] for file in files.values()] == [
        "2 companions, leads: True",
        "2 companions, leads: False",
        "2 companions, leads: False",
    ]
