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
