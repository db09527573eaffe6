import json
from dataclasses import replace

import pytest
from linting_drafts import lint, word_rule

from clausewright.linting.baseline import empty_baseline, load_baseline
from clausewright.model.errors import ConfigurationError


@pytest.fixture(autouse=True)
def _rules(use_rules):
    use_rules(word_rule("AAA001", "alpha"))


def at(tmp_path, text, name="draft.md"):
    return replace(lint(text), file=str(tmp_path / name))


def test_what_is_accepted_is_silent_and_the_rest_speaks(tmp_path):
    file = tmp_path / "accepted.json"
    file.write_bytes(empty_baseline(file).updated([at(tmp_path, "An alpha here.")]).dumped())
    baseline = load_baseline(file)
    assert baseline.count() == 1
    kept = baseline.kept(at(tmp_path, "New text.\n\nAn alpha here.\n\nAnother alpha."))
    assert [f.start.line for f in kept.findings] == [5]
    assert kept.suppressed == 1


def test_a_file_that_cannot_be_read_keeps_what_was_accepted(tmp_path):
    before = empty_baseline(tmp_path / "b.json").updated([at(tmp_path, "alpha")])
    after = before.updated([at(tmp_path, "alpha\0")])
    assert after.findings == before.findings


def test_files_are_named_relative_to_the_baseline(tmp_path):
    file = tmp_path / "accepted.json"
    baseline = empty_baseline(file).updated([at(tmp_path, "alpha", "sub/draft.md")])
    assert list(baseline.findings) == ["sub/draft.md"]


def test_another_file_with_the_same_words_still_speaks(tmp_path):
    baseline = empty_baseline(tmp_path / "b.json").updated([at(tmp_path, "alpha")])
    assert len(baseline.kept(at(tmp_path, "alpha", "other.md")).findings) == 1


def test_update_leaves_files_alone_that_were_not_linted(tmp_path):
    baseline = empty_baseline(tmp_path / "b.json")
    baseline = baseline.updated([at(tmp_path, "alpha"), at(tmp_path, "alpha", "other.md")])
    baseline = baseline.updated([at(tmp_path, "nothing")])
    assert list(baseline.findings) == ["other.md"]


def test_prune_drops_what_is_gone(tmp_path):
    (tmp_path / "draft.md").write_text("x")
    baseline = empty_baseline(tmp_path / "b.json")
    before = [at(tmp_path, "alpha one.\n\nalpha two."), at(tmp_path, "alpha", "gone.md")]
    pruned = baseline.updated(before).pruned([at(tmp_path, "alpha two.\n\nalpha three.")])
    assert pruned.count() == 1
    assert "alpha two." in next(iter(pruned.findings["draft.md"].values()))


def test_the_file_is_the_same_for_the_same_findings(tmp_path):
    results = [at(tmp_path, "alpha", name) for name in ("b.md", "a.md")]
    one = empty_baseline(tmp_path / "b.json").updated(results).dumped()
    two = empty_baseline(tmp_path / "b.json").updated(results[::-1]).dumped()
    assert one == two
    assert json.loads(one)["schema_version"] == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "cannot be read as a baseline"),
        ("[]", "is no baseline"),
        ('{"schema_version": 1, "files": {"a": 3}}', "is no baseline"),
        ('{"schema_version": 9, "files": {}}', "version 9"),
    ],
)
def test_what_is_no_baseline_is_told(tmp_path, text, words):
    file = tmp_path / "b.json"
    file.write_text(text)
    with pytest.raises(ConfigurationError, match=words):
        load_baseline(file)


def test_a_missing_baseline_is_told(tmp_path):
    with pytest.raises(ConfigurationError, match="baseline update"):
        load_baseline(tmp_path / "b.json")
