"""``build``, ``clauses`` and ``new`` from the command line: exit codes, messages, files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausewright.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
EXTERNAL = str(EXAMPLES / "external-sla.yaml")


def run(*arguments: str, **options):
    return CliRunner().invoke(main, list(arguments), **options)


def test_build_writes_every_format(tmp_path):
    outputs = [tmp_path / f"a{s}" for s in (".docx", ".md", ".html", ".json", ".openslo.yaml")]
    done = run("build", EXTERNAL, *[word for path in outputs for word in ("-o", str(path))])
    assert done.exit_code == 0, done.output
    assert all(path.stat().st_size > 500 for path in outputs)
    assert "not reviewed by a lawyer" in done.stderr
    assert "lawyer" not in outputs[1].read_text()


def test_build_never_overwrites_without_force(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("mine")
    other = tmp_path / "b.md"
    done = run("build", EXTERNAL, "-o", str(other), "-o", str(path))
    assert done.exit_code == 2
    assert "--force" in done.stderr
    assert path.read_text() == "mine"
    assert not other.exists()
    assert run("build", EXTERNAL, "-o", str(path), "--force").exit_code == 0
    assert path.read_text().startswith("---")


def test_build_check_writes_nothing_and_is_clean(tmp_path):
    done = run("build", EXTERNAL, "--check", "-o", str(tmp_path / "a.md"))
    assert done.exit_code == 0, done.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", EXTERNAL), "name at least one output"),
        (("build", "nowhere.yaml", "-o", "a.md"), "no such file"),
        (("build", str(EXAMPLES), "-o", "a.md"), "folder"),
        (("build", EXTERNAL, "-o", "a.pages"), "known are"),
        (("build", EXTERNAL, "-o", "a.docx", "--template", "no.docx"), "cannot be read"),
        (("build", EXTERNAL, "-o", "a.md", "--library", "no-folder"), "no such library folder"),
        (("clauses", "show", "remedies.service_credit"), "did you mean"),
        (("new", "externl-sla"), "did you mean"),
    ],
)
def test_bad_input_exits_2_with_a_clear_word(arguments, told, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_several_picks_files_are_checked_each(tmp_path):
    wrong = tmp_path / "wrong.picks.yaml"
    wrong.write_text("blueprint: nothing\n")
    internal = str(EXAMPLES / "internal-sla.yaml")
    done = run("build", "--check", EXTERNAL, str(wrong), internal)
    assert done.exit_code == 2
    assert "wrong.picks.yaml:1" in done.stderr
    assert f"{internal}:" in done.stdout
    assert run("build", EXTERNAL, internal, "-o", str(tmp_path / "a.md")).exit_code == 2


def test_picks_that_are_no_text(tmp_path):
    path = tmp_path / "picks.yaml"
    path.write_bytes(b"blueprint: external-sla\nname: \xff\xfe\n")
    done = run("build", str(path), "-o", str(tmp_path / "a.md"))
    assert done.exit_code == 2
    assert "picks.yaml:2" in done.stderr
    assert "UTF-8" in done.stderr


def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("build", EXTERNAL, "-o", str(tmp_path / "a.md"))
    assert done.exit_code == 2
    assert "No space left" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_batch_builds_what_it_can(tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "number,parties.customer.name,dates.end\n"
        "1,Cedar SE,2028-02-29\n2,Dogwood BV,2020-01-01\n3,A & B <C>,2028-02-29\n"
    )
    done = run("build", EXTERNAL, "--data", str(rows), "-o", str(tmp_path / "out" / "{number}.md"))
    assert done.exit_code == 2
    assert "rows.csv:3" in done.stderr
    assert "before it takes effect" in done.stderr
    assert "2 built, 1 failed" in done.stderr
    assert sorted(p.name for p in tmp_path.glob("out/*")) == ["1.md", "3.md"]
    assert "Cedar SE" in (tmp_path / "out" / "1.md").read_text()


def test_a_batch_needs_a_name_for_each_row(tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("parties.customer.name\nCedar SE\nDogwood BV\n")
    done = run("build", EXTERNAL, "--data", str(rows), "-o", str(tmp_path / "a.md"))
    assert done.exit_code == 2
    assert "two rows" in done.stderr


def test_blanks_and_notes(tmp_path):
    text = Path(EXTERNAL).read_text().replace("    tool: the monitoring service Uptime Probe\n", "")
    picks = tmp_path / "p.yaml"
    picks.write_text(text)
    out = tmp_path / "a.md"
    assert run("build", str(picks), "-o", str(out)).exit_code == 2
    done = run("build", str(picks), "-o", str(out), "--allow-blanks", "--with-notes")
    assert done.exit_code == 0, done.output
    assert "[● With which tool" in out.read_text().replace("\\", "")
    assert "<!-- note:" in out.read_text()


def test_same_bytes_under_another_zone_locale_and_hash_seed(tmp_path):
    seen = set()
    for index, changes in enumerate(
        (
            {"TZ": "UTC", "PYTHONHASHSEED": "1"},
            {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
        )
    ):
        out = tmp_path / f"{index}.docx"
        subprocess.run(
            [sys.executable, "-m", "clausewright", "build", EXTERNAL, "-q", "-o", str(out)],
            check=True,
            env={**os.environ, **changes},
        )
        seen.add(out.read_bytes())
    assert len(seen) == 1


def test_clauses_list_show_search_graph():
    listed = run("clauses", "list", "--topic", "remedies")
    assert "remedies.service_credits" in listed.stdout
    assert "change.control" not in listed.stdout
    shown = run("clauses", "show", "remedies.service_credits")
    assert "Which credit applies" in shown.stdout
    assert "not reviewed by a lawyer; not legal advice" in shown.stdout
    found = run("clauses", "search", "backup")
    assert found.stdout.startswith("continuity.recovery")
    assert run("clauses", "search", "zebra").exit_code == 1
    graph = run("clauses", "graph", "--kind", "internal-sla").stdout
    assert '"levels.availability" -> "hours.service_hours" [label=needs];' in graph


def test_new_without_a_terminal_takes_answers_and_tells_what_is_open(tmp_path):
    answers = tmp_path / "answers.yaml"
    answers.write_text("parties: {provider: {name: Alder Ltd}}\n")
    done = run("new", "internal-sla", "--answers", str(answers), "-o", str(tmp_path / "p.yaml"))
    assert done.exit_code == 2
    assert '"parties.customer.name" has no answer' in done.stderr


def test_new_does_not_go_on_with_answers_for_another_blueprint(tmp_path):
    picks = tmp_path / "p.yaml"
    done = run("new", "internal-sla", "--answers", EXTERNAL, "-o", str(picks))
    assert done.exit_code == 2
    assert 'for the blueprint "external-sla", not for "internal-sla"' in done.stderr
    assert not picks.exists()


def test_new_tells_what_is_wrong_with_answers_and_where(tmp_path):
    answers = tmp_path / "answers.yaml"
    answers.write_text("blueprint: external-sla\nmetrics: 3\n")
    done = run("new", "--answers", str(answers), "-o", str(tmp_path / "p.yaml"))
    assert done.exit_code == 2
    assert f'{answers}:2: "metrics" takes a list' in done.stderr
    assert run("new", "--answers", str(tmp_path / "no.yaml")).stderr.endswith("no such file\n")


def test_build_refuses_a_file_that_is_named_twice(tmp_path):
    path = tmp_path / "a.md"
    done = run("build", EXTERNAL, "--force", "-o", str(path), "-o", str(tmp_path / "x/../a.md"))
    assert done.exit_code == 2
    assert "named twice" in done.stderr
    assert not path.exists()
