"""The one pure function behind every way of linting a document alone."""

import builtins
import pickle
from pathlib import Path

import pytest

from clausewright.linting.lint import lint_bytes, lint_source
from clausewright.linting.settings import FileIgnores, FileProfile, Settings
from clausewright.linting.source import source_for
from clausewright.model.located_facts import FigureKind

DRAFT = (
    b"# Service Level Agreement\n\n"
    b"This agreement is made between Northwind Hosting (Provider) and Acme (Customer).\n\n"
    b"The Provider shall keep the service available 99.9% of each calendar month.\n\n"
    b"Service credits shall not exceed 15% of the monthly fee. The Provider shall answer "
    b"promptly.\n\n"
    b"Either party may terminate this agreement on 60 days' written notice.\n"
)
AS_HOSTING = Settings(profile="hosting-sla", profile_source="option")


def test_it_is_what_lint_does_with_a_file(tmp_path):
    path = tmp_path / "draft.md"
    path.write_bytes(DRAFT)
    by_file = lint_source(source_for("draft.md", AS_HOSTING, path))
    by_bytes = lint_bytes("draft.md", DRAFT, AS_HOSTING)
    assert by_bytes.findings == by_file.findings
    assert any(finding.code == "WRD001" for finding in by_bytes.findings)
    assert (by_bytes.profile, by_bytes.words) == (by_file.profile, by_file.words)


def test_it_opens_no_file(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    lint_bytes("draft.md", DRAFT, AS_HOSTING)  # what the rules need is loaded

    def refuse(*args, **kwargs):
        raise AssertionError(f"opened {args}")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = lint_bytes("/etc/passwd/../draft.md", DRAFT, AS_HOSTING, keep_facts=True)
    assert result.errors == ()
    assert result.findings


def test_arguments_and_answer_survive_pickling():
    arguments = pickle.loads(pickle.dumps(("draft.md", DRAFT, AS_HOSTING)))  # noqa: S301
    result = lint_bytes(*arguments, keep_facts=True, keep_lines=True)
    again = pickle.loads(pickle.dumps(result))  # noqa: S301
    assert again == result
    assert again.facts is not None


def test_facts_stand_in_the_answer_where_asked_for():
    assert lint_bytes("draft.md", DRAFT, AS_HOSTING).facts is None
    facts = lint_bytes("draft.md", DRAFT, AS_HOSTING, keep_facts=True).facts
    assert facts is not None
    assert "termination" in {topic.id for topic in facts.topics}
    assert [(one.kind, one.normal, one.start.line) for one in facts.figures] == [
        (FigureKind.CREDIT_CAP, 15.0, 7),
        (FigureKind.NOTICE_PERIOD, 60.0, 9),
    ]
    uptime = [metric for metric in facts.metrics if metric.name == "availability"]
    assert [metric.target.value for metric in uptime if metric.target] == [99.9]
    wanted = {one.id: one for one in facts.wanted}
    assert wanted["law"].missing
    assert not wanted["levels"].missing


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draft.docx", b"PK\x03\x04 no archive"),
        ("draft.xyz", DRAFT),
        ("draft.md", b"\x00\x01\x02" * 500),
    ],
)
def test_what_cannot_be_read_is_told_and_never_raised(name, data):
    result = lint_bytes(name, data)
    assert result.errors
    assert result.words is None


def test_patterns_of_the_settings_see_the_relative_name():
    settings = Settings(
        profiles=(FileProfile(("hosting/*",), "hosting-sla"),),
        per_file_ignores=(FileIgnores("hosting/*", ("WRD",)),),
    )
    inside = lint_bytes("a.md", DRAFT, settings, relative="hosting/a.md")
    outside = lint_bytes("a.md", DRAFT, settings, relative="other/a.md")
    assert inside.profile == "hosting-sla"
    assert not [one for one in inside.findings if one.code.startswith("WRD")]
    assert [one for one in outside.findings if one.code.startswith("WRD")]
