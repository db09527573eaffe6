import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from linting_drafts import rule

from clausewright.cli import main
from clausewright.lint_rules import RULES
from clausewright.lint_rules.references import broken_reference, missing_attachment
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
    for cached in (configuration.load, configuration._nearest, sets._membership, lint._drafts_of):
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


def test_a_file_that_changes_is_read_again(tmp_path):
    assert said(results("--set", "msa.md", "sla.md", *PROFILE)["sla.md"], "REF002")
    (tmp_path / "sla.md").write_text("# Levels\n\nThe Portal answers.\n")
    assert not said(results("--set", "msa.md", "sla.md", *PROFILE)["sla.md"], "REF002")


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


def lint_set(tmp_path, use_rules, codes, *texts, profiles=None):
    """Lint texts as one agreement; give the findings of each file as code and message."""
    use_rules(*(one for one in RULES if one.code in codes))
    names = [f"{number}.md" for number in range(1, len(texts) + 1)]
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_text(text)
    if profiles:
        (tmp_path / "clausewright.toml").write_text(
            "".join(
                f'[[profiles]]\nfiles = ["{name}"]\nname = "{profile}"\n'
                for name, profile in zip(names, profiles, strict=True)
            )
        )
    files = results("--set", *names, *(() if profiles else PROFILE))
    return [[f["message"] for f in files[name]["findings"]] for name in names]


AVAILABLE = "The Supplier shall keep the Availability of the Portal at {} in each calendar month.\n"


def test_a_level_with_two_values_is_told_in_the_later_file(tmp_path, use_rules):
    table = "| Metric | Target |\n|---|---|\n| Availability | 99.9% |\n"
    precedence = "\nIf the documents conflict, the master agreement prevails over its annexes.\n"
    first = "# Master\n\n" + AVAILABLE.format("99.5%")
    found = lint_set(tmp_path, use_rules, {"NUM002"}, first, f"# Annex\n\n{table}{precedence}")
    assert found == [[], ['"Availability" is 99.9% here and 99.5% in 1.md, line 3']]
    alike = lint_set(tmp_path, use_rules, {"NUM002"}, first.replace("99.5", "99.9"), table)
    assert alike == [[], []]


@pytest.mark.parametrize(
    "second",
    [
        AVAILABLE.format("99.9%").replace("calendar month", "calendar year"),
        AVAILABLE.format("99.9%").replace("the Portal", "the Portal in the premium plan"),
        AVAILABLE.format("99.9%") + "\n" + AVAILABLE.format("99.8%"),
        "The Supplier shall answer each ticket within 4 hours.\n",
    ],
)
def test_levels_of_different_things_are_no_contradiction(tmp_path, use_rules, second):
    first = AVAILABLE.format("99.5%")
    found = lint_set(tmp_path, use_rules, {"NUM002"}, first, second)
    assert not any("1.md" in message for message in found[1])


SLA = """# SLA

| Severity | Response time | Resolution time |
|---|---|---|
| Critical | 1 hour | 4 hours |
| High | 2 hours | 8 hours |
"""


def test_an_operational_level_must_support_the_service_level(tmp_path, use_rules):
    ola = SLA.replace("SLA", "OLA").replace("4 hours", "6 hours").replace("2 hours", "1 hour")
    profiles = ("external-sla", "ola")
    found = lint_set(tmp_path, use_rules, {"MET018", "NUM002"}, SLA, ola, profiles=profiles)
    assert found == [
        [],
        ["6 hours inside cannot support 4 hours towards the customer (1.md, line 5)"],
    ]


def test_an_operational_level_that_is_tighter_fits(tmp_path, use_rules):
    ola = SLA.replace("SLA", "OLA").replace("4 hours", "3 hours")
    profiles = ("external-sla", "ola")
    codes = {"MET018", "NUM002"}
    assert lint_set(tmp_path, use_rules, codes, SLA, ola, profiles=profiles) == [[], []]


def test_a_weaker_operational_availability_is_told(tmp_path, use_rules):
    profiles = ("external-sla", "ola")
    texts = (AVAILABLE.format("99.9%"), "# OLA\n\n" + AVAILABLE.format("99.5%"))
    (_, (message,)) = lint_set(tmp_path, use_rules, {"MET018"}, *texts, profiles=profiles)
    assert message == "99.5% inside cannot support 99.9% towards the customer (1.md, line 1)"


def test_terms_are_used_and_concepts_explained_across(tmp_path, use_rules):
    master = '# Master\n\n"Outage" means a minute in which the Portal does not answer.\n'
    levels = "# SLA\n\nEach Outage ends within 4 hours.\n"
    codes = {"DEF002", "DEF007"}
    assert lint_set(tmp_path, use_rules, codes, master, "# SLA\n\nNothing.\n")[0] != []
    assert lint_set(tmp_path, use_rules, codes, "# Master\n\nIt pays.\n", levels)[1] != []
    assert lint_set(tmp_path, use_rules, codes, master, levels) == [[], []]


def test_a_schedule_may_refer_to_a_section_of_the_main_document(tmp_path, use_rules):
    use_rules(broken_reference.RULE)
    sections = "\n\n".join(f"# {n}. Part {n}\n\nText." for n in range(1, 8))
    levels = "# 1. Levels\n\nAs in section 7.\n\n# 2. Fees\n\nNet.\n\n# 3. Term\n\nOne year.\n"
    codes = {"REF001"}
    assert lint_set(tmp_path, use_rules, codes, sections, levels) == [[], []]
    assert lint_set(tmp_path, use_rules, codes, levels, sections)[0] != []
    assert lint_set(tmp_path, use_rules, codes, "# 1. One\n\nText.", levels)[1] != []


def test_an_annex_is_known_by_the_name_of_its_file(tmp_path, use_rules):
    use_rules(missing_attachment.RULE)
    (tmp_path / "main.md").write_text("# Levels\n\nSee Annex B and Annex C.\n")
    (tmp_path / "annex_b.md").write_text("The levels.\n")
    files = results("--set", "main.md", "annex_b.md", *PROFILE)
    (finding,) = said(files["main.md"], "REF002")
    assert "Annex C" in finding["message"]


def test_the_main_document_is_the_first_contract(tmp_path, use_rules):
    def check(draft, options, hits):
        yield Finding(None, f"leads: {draft.leads}")

    found = []
    for profiles in (("external-sla", "contract"), ("external-sla", "ola")):
        configuration.load.cache_clear()
        configuration._nearest.cache_clear()
        lint._drafts_of.cache_clear()
        (tmp_path / "clausewright.toml").write_text(
            f'[[profiles]]\nfiles = ["sla.md"]\nname = "{profiles[0]}"\n'
            f'[[profiles]]\nfiles = ["msa.md"]\nname = "{profiles[1]}"\n'
        )
        use_rules(rule("AAA001", check))
        files = results("--set", "sla.md", "msa.md")
        found.append([file["findings"][0]["message"] for file in files.values()])
    assert found == [["leads: False", "leads: True"], ["leads: True", "leads: False"]]


def test_what_any_profile_wants_and_no_file_has_is_told_in_the_main_document(tmp_path, use_rules):
    use_rules(missing_topic.RULE)
    law = "This agreement is governed by the law of England.\n"
    (tmp_path / "1.md").write_text(f"# Master Agreement\n\n{law}")
    (tmp_path / "2.md").write_text("# Annex\n\nThe Supplier hosts the portal.\n")
    (tmp_path / "clausewright.toml").write_text(
        '[[profiles]]\nfiles = ["1.md"]\nname = "contract"\n'
        '[[profiles]]\nfiles = ["2.md"]\nname = "external-sla"\n'
    )
    files = results("--set", "1.md", "2.md")
    assert not said(files["2.md"], "TOP001")
    told = {f["topic"]: f for f in said(files["1.md"], "TOP001") if f["topic"]}
    assert told["levels"]["severity"] == "error"
    assert "core under external-sla" in told["levels"]["message"]


def test_several_processes_read_a_set_alike(tmp_path, use_rules):
    one = results("--set", "msa.md", "sla.md", "schedule.md", "-j", "1", *PROFILE)
    assert results("--set", "msa.md", "sla.md", "schedule.md", "-j", "2", *PROFILE) == one


def test_the_example_set_has_no_warning(monkeypatch):
    monkeypatch.undo()
    folder = Path(__file__).parents[2] / "examples" / "set"
    files = results(str(folder))
    assert {file["set"] for file in files.values()} == {"Northwind and Harbour"}
    findings = [finding for file in files.values() for finding in file["findings"]]
    assert {f["severity"] for f in findings} <= {"info"}, findings


def test_only_what_is_new_in_a_set_since_a_revision(tmp_path, use_rules):
    def git(*arguments):
        named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *named, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    git("add", "msa.md", "sla.md")
    git("commit", "-q", "-m", "first")
    with (tmp_path / "sla.md").open("a") as file:
        file.write("\nThe levels are in Annex Q.\n")
    files = results("--set", "msa.md", "sla.md", "--diff-base", "HEAD", *PROFILE)
    assert [f["message"][:7] for f in files["sla.md"]["findings"]] == ["Annex Q"]
    assert files["msa.md"]["findings"] == []
