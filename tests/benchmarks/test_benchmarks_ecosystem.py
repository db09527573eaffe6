from pathlib import Path

import ecosystem

SNAPSHOT = Path(ecosystem.__file__).with_name("ecosystem") / "snapshot.tsv"


def corpus(folder, **texts):
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text)
    return [("own", folder)]


DRAFT = "# Service Level Agreement\n\nThe Provider shall answer {} each incident.\n"


def test_counts_findings_by_document_and_rule(tmp_path):
    folders = corpus(tmp_path / "a", one=DRAFT.format("promptly"), two=DRAFT.format("quickly"))
    counts = ecosystem.counted(folders, 2)
    assert list(counts) == ["own/one.md", "own/two.md"]
    assert counts["own/one.md"].findings["WRD001"] == 1
    assert counts["own/one.md"].profile.endswith("sla")


def test_a_snapshot_is_read_as_it_was_written():
    counts = {
        "own/b.md": ecosystem.Counted("contract", {"WRD001": 2, "TOP001": 11}),
        "own/a.md": ecosystem.Counted("none", {}),
    }
    assert ecosystem.read(ecosystem.written(counts)) == counts


def test_differences_are_told_by_rule_and_by_document():
    before = {
        "a": ecosystem.Counted("ola", {"WRD001": 2, "TOP001": 1}),
        "b": ecosystem.Counted("ola", {"WRD001": 1}),
        "gone": ecosystem.Counted("ola", {"TOP001": 1}),
    }
    after = {
        "a": ecosystem.Counted("contract", {"WRD001": 5, "TOP001": 1}),
        "b": ecosystem.Counted("ola", {}),
    }
    told = list(ecosystem.differences(before, after))
    assert "WRD001          3        5       +3       -1" in told
    assert "a: ola -> contract WRD001+3" in told
    assert "b: WRD001-1" in told
    assert "gone: is gone TOP001-1" in told
    assert len(list(ecosystem.differences(after, after))) == 2


def test_the_snapshot_holds_names_and_numbers_only():
    counts = ecosystem.read(SNAPSHOT.read_text("utf-8"))
    assert len(counts) > 300
    assert ecosystem.written(counts) == SNAPSHOT.read_text("utf-8")
