import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from linting_drafts import on_hits, rule, word_rule

from clausewright.lint_rules.rule import Finding
from clausewright.linting import answer_key, cache, lint
from clausewright.linting.cache import lint_cached
from clausewright.linting.lint import lint_source
from clausewright.linting.run import lint_all, map_files
from clausewright.linting.sets import as_one_agreement
from clausewright.linting.settings import FailOn, FileIgnores, Settings
from clausewright.linting.source import source_for, with_data
from clausewright.model.finding import Applicability, Edit, Fix


def fixing(draft, options, hits):
    for hit in hits:
        fix = Fix("mend", Applicability.SAFE, (Edit(hit.span, "omega"),))
        yield Finding(hit.span, "found", topic="law", fix=fix)
    yield Finding(None, "the whole")


def source(data=b"# A\n\nAn alpha.", name="draft.md", **settings):
    settings.setdefault("profile", "external-sla")
    return with_data(source_for(name, Settings(**settings), Path(name)), data)


@pytest.fixture(autouse=True)
def _rules(use_rules):
    use_rules(rule("AAA001", fixing, phrases=("alpha",)), word_rule("BBB001", "alpha"))


@pytest.fixture
def linted(monkeypatch):
    """The names of the drafts that were really linted."""
    names = []

    def counting(source):
        names.append(source.name)
        return lint_source(source)

    monkeypatch.setattr(lint, "lint_source", counting)
    return names


def test_the_second_answer_is_the_first(tmp_path, linted):
    one = replace(source(), keep_lines=True)
    first = lint_cached(one, tmp_path)
    second = lint_cached(replace(one, name="other.md"), tmp_path)
    assert linted == ["draft.md"]
    assert second == replace(first, file="other.md", seconds=())
    assert len(first.findings) == 3


def test_places_of_word_survive(tmp_path):
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "An alpha."
    data = io.BytesIO()
    document.save(data)
    one = source(data.getvalue(), "draft.docx")
    first, second = lint_cached(one, tmp_path), lint_cached(one, tmp_path)
    assert second.findings == first.findings
    assert second.findings[1].place.table == (1, 1)


@pytest.mark.parametrize(
    "other",
    [
        source(b"An alpha. More."),
        source(profile="ola"),
        source(name="draft.txt"),
        source(select=("AAA001",)),
        source(per_file_ignores=(FileIgnores("draft.md", ("AAA001",)),)),
        replace(source(), keep_lines=True),
    ],
)
def test_all_that_decides_the_answer_is_in_the_key(tmp_path, linted, other):
    lint_cached(source(), tmp_path)
    lint_cached(other, tmp_path)
    assert len(linted) == 2


@pytest.mark.parametrize(
    "other",
    [
        source(fail_on=FailOn.NEVER),
        source(exclude=("old/",), include=("draft.md",)),
        source(baseline="accepted.json"),
        source(root="/elsewhere", file="/elsewhere/clausewright.toml"),
    ],
)
def test_what_does_not_decide_the_answer_is_not_in_the_key(tmp_path, linted, other):
    lint_cached(source(), tmp_path)
    lint_cached(other, tmp_path)
    assert len(linted) == 1


def test_only_files_without_an_answer_are_handed_out(tmp_path):
    given = [source(b"# A\n\nAn alpha, draft %d." % n, f"{n}.md") for n in range(6)]
    handed = []

    def hand_out(work, left):
        handed.append([one.name for one in left])
        return map_files(work, left, 1)

    first = list(cache.lint_kept(given[::2], tmp_path, hand_out))
    every = list(cache.lint_kept(given, tmp_path, hand_out))
    assert handed == [["0.md", "2.md", "4.md"], ["1.md", "3.md", "5.md"]]
    assert [one.file for one in every] == [one.name for one in given]
    assert [replace(one, seconds=()) for one in first] == every[::2]
    assert [replace(one, seconds=()) for one in every] == [
        replace(lint_source(one), seconds=()) for one in given
    ]


def test_an_entry_damaged_after_the_look_is_linted_anew(tmp_path):
    given = [source(b"An alpha, draft %d." % n, f"{n}.md") for n in range(3)]
    first = list(lint_all(given, 1, tmp_path))
    for entry in (path for path in tmp_path.rglob("*") if path.is_file()):
        entry.write_bytes(b"{")
    again = list(lint_all(given, 1, tmp_path))
    assert [one.findings for one in again] == [one.findings for one in first]


def test_another_program_has_other_keys(tmp_path, linted, monkeypatch):
    lint_cached(source(), tmp_path)
    monkeypatch.setattr(answer_key, "_program", lambda: "another")
    lint_cached(source(), tmp_path)
    assert len(linted) == 2


def in_another_word(entry):
    return entry.replace(b'"found"', b'"lost!"')


@pytest.mark.parametrize(
    "damaged",
    [lambda _: b"", lambda _: b"{", lambda _: b"\xff", lambda entry: entry[:-9], in_another_word],
)
def test_a_damaged_entry_is_ignored_and_written_anew(tmp_path, linted, damaged):
    first = lint_cached(source(), tmp_path)
    (entry,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    whole = entry.read_bytes()
    entry.write_bytes(damaged(whole))
    assert entry.read_bytes() != whole
    assert lint_cached(source(), tmp_path).findings == first.findings
    lint_cached(source(), tmp_path)
    assert len(linted) == 2


@pytest.fixture
def agreement(tmp_path):
    """A set of two drafts in files."""
    members = []
    for name in ("main.md", "annex.md"):
        (tmp_path / name).write_text(f"# {name}\n\nAn alpha.")
        members.append(source_for(name, Settings(profile="external-sla"), tmp_path / name))
    return as_one_agreement(members)


def test_the_answers_about_a_set_are_kept(tmp_path, agreement, linted):
    first = list(lint_all(agreement, 1, tmp_path / "kept"))
    assert list(lint_all(agreement, 1, tmp_path / "kept")) == [
        replace(one, seconds=()) for one in first
    ]
    assert [one.set for one in first] == ["set", "set"]
    assert linted == ["main.md", "annex.md"]


def test_a_change_of_one_file_of_a_set_asks_for_all_anew(tmp_path, agreement, linted):
    list(lint_all(agreement, 1, tmp_path / "kept"))
    (tmp_path / "annex.md").write_text("# annex.md\n\nAn alpha. Longer.")
    list(lint_all(agreement, 1, tmp_path / "kept"))
    assert linted == ["main.md", "annex.md"] * 2


def test_a_file_has_one_answer_alone_and_another_in_a_set(tmp_path, agreement, linted):
    alone = [replace(one, membership=None) for one in agreement]
    for given in (agreement, alone, agreement[:1], as_one_agreement(alone[:1])):
        list(lint_all(given, 1, tmp_path / "kept"))
    assert linted == ["main.md", "annex.md", "main.md", "annex.md", "main.md"]


def test_a_set_that_changes_while_it_is_linted_is_not_kept(tmp_path, agreement, use_rules):
    def check(draft, options, hits):
        (tmp_path / "annex.md").write_text("# Annex\n\nAnother alpha.")
        yield Finding(None, "said")

    use_rules(rule("CCC001", check))
    lint_cached(agreement[0], tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_a_set_with_a_file_that_is_gone_is_told_anew_each_time(tmp_path, agreement):
    (tmp_path / "annex.md").unlink()
    for _ in range(2):
        results = list(lint_all(agreement, 1, tmp_path / "kept"))
        assert [bool(one.errors) for one in results] == [False, True]


def test_errors_are_not_kept(tmp_path, linted):
    for _ in range(2):
        assert lint_cached(source(b"\x00"), tmp_path).errors
    assert len(linted) == 2


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("x")
    assert lint_cached(source(), tmp_path / "file").findings


def test_the_older_half_goes_when_there_are_too_many(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "MOST_ENTRIES", 4)
    monkeypatch.setattr(cache, "key_of", lambda source, _: "00" + source.name)
    for number in range(12):
        lint_cached(replace(source(), name=f"{number:02}.md"), tmp_path)
    left = sorted(path.name for path in tmp_path.rglob("*.md"))
    assert len(left) <= 5
    assert left[-1] == "11.md"


def test_hits_are_what_the_rules_said(tmp_path, use_rules):
    use_rules(rule("CCC001", on_hits, phrases=("alpha",)))
    assert [f.code for f in lint_cached(source(), tmp_path).findings] == ["CCC001"]
