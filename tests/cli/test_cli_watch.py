import os
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from clausewright.cli import main
from clausewright.cli import watch as watching
from clausewright.cli.watch import Watcher
from clausewright.linting.settings import Settings
from clausewright.linting.source import source_for


def sources(folder):
    return [source_for(p.as_posix(), Settings(), p) for p in sorted(folder.rglob("*.md"))]


def names(found):
    return [Path(source.name).name for source in found]


def test_a_draft_is_told_once_when_it_has_settled(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("one")
    watcher = Watcher([])
    assert names(watcher.changed(sources(tmp_path))) == []
    assert names(watcher.changed(sources(tmp_path))) == ["a.md"]
    assert names(watcher.changed(sources(tmp_path))) == []
    file.write_text("one and two")
    assert names(watcher.changed(sources(tmp_path))) == []
    file.write_text("one and two and three")
    assert names(watcher.changed(sources(tmp_path))) == []
    assert names(watcher.changed(sources(tmp_path))) == ["a.md"]
    os.utime(file, ns=(1, 1))
    watcher.changed(sources(tmp_path))
    assert names(watcher.changed(sources(tmp_path))) == ["a.md"]


def test_our_own_files_are_never_told(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.md").write_text("x")
    (tmp_path / "b.md").write_text("x")
    watcher = Watcher([tmp_path / "out"])
    watcher.changed(sources(tmp_path))
    assert names(watcher.changed(sources(tmp_path))) == ["b.md"]


@pytest.fixture
def three_looks(monkeypatch):
    def ticks():
        yield from range(3)
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "_ticks", ticks)


def test_a_folder_is_watched_and_reviewed(tmp_path, monkeypatch, three_looks):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    document = docx.Document()
    document.add_paragraph("The fee is [amount] EUR.")
    document.save(tmp_path / "in" / "a.docx")
    (tmp_path / "in" / "broken.docx").write_bytes(b"no zip")
    done = CliRunner().invoke(main, ["lint", "--watch", "in", "-o", "in/reviewed/"])
    assert done.exit_code == 0, done.output
    assert [path.name for path in (tmp_path / "in" / "reviewed").iterdir()] == ["a.docx"]
    assert "watching" in done.output
    assert "in/broken.docx: unreadable:" in done.output


def test_settings_may_change_while_watching(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = tmp_path / "clausewright.toml"
    settings.write_text('select = ["DRF"]\nprofile = "contract"\n')
    draft = tmp_path / "a.md"
    draft.write_text("The fee is [amount] EUR for the the work.\n")

    def ticks():
        yield from range(2)
        settings.write_text("selec = 1\n")
        yield from range(2)
        settings.write_text('select = ["TYP"]\nprofile = "contract"\n')
        yield from range(2)
        draft.write_text("The fee is [amount] EUR for the the works.\n")
        yield from range(2)
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "_ticks", ticks)
    done = CliRunner().invoke(main, ["lint", "--watch", ".", "--format", "concise", "-q"])
    assert done.exit_code == 0, done.output
    assert done.output.count('unknown key "selec"') == 1
    told = [line.split()[2] for line in done.output.splitlines() if line.startswith("a.md:")]
    assert told[0] == "DRF001"
    assert told[-1] == "TYP001"


def test_settings_that_are_wrong_from_the_start_end_the_watch(tmp_path, monkeypatch, three_looks):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("The fee is due.\n")
    (tmp_path / "clausewright.toml").write_text("selec = 1\n")
    done = CliRunner().invoke(main, ["lint", "--watch", "."])
    assert done.exit_code == 2
    assert "watching" not in done.output
