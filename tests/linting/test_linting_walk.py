import os
from pathlib import Path

import pytest

from clausewright.linting.walk import is_draft_name, walk


def nothing(path, folder):
    return False


def names(root, is_excluded=nothing):
    return [p.relative_to(root).as_posix() for p in walk(root, is_excluded) if isinstance(p, Path)]


def make(root, *files):
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["sla.md", "SLA.MD", "a.markdown", "a.docx", "a.txt", "README-sla.md"]
)
def test_drafts_are_taken(name):
    assert is_draft_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "README", "README.md", "README.txt", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
        "LICENSE.txt", "COPYING", "requirements.txt", "requirements-dev.txt", "a.py", "a.rtf",
        "~$draft.docx", ".hidden.md",
    ],
)  # fmt: skip
def test_other_files_are_passed_by(name):
    assert not is_draft_name(name)


def test_readme_in_other_letters_is_a_draft():
    assert is_draft_name("readme.md")


def test_order_is_by_name_and_folders_in_place(tmp_path):
    make(tmp_path, "b.md", "a.md", "aa/z.md", "c.docx", "a.py")
    assert names(tmp_path) == ["a.md", "aa/z.md", "b.md", "c.docx"]


def test_hidden_and_foreign_folders_are_passed_by(tmp_path):
    make(tmp_path, ".git/a.md", ".venv/a.md", "node_modules/x/a.md", "ok/a.md")
    assert names(tmp_path) == ["ok/a.md"]


def test_gitignore_holds_from_the_root_of_the_repository_down(tmp_path):
    make(tmp_path, "keep.md", "old/a.md", "sub/b.md", "sub/c.md", "sub/deep/old.txt")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("old/\n*.txt\n")
    (tmp_path / "sub" / ".gitignore").write_text("/b.md\n!old.txt\n")
    assert names(tmp_path) == ["keep.md", "sub/c.md", "sub/deep/old.txt"]
    assert names(tmp_path / "sub") == ["c.md", "deep/old.txt"]


def test_a_gitignore_below_leaves_the_rest_to_the_one_above(tmp_path):
    make(tmp_path, "sub/a.md", "sub/b.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("a.md\n")
    (tmp_path / "sub" / ".gitignore").write_text("unrelated.md\n")
    assert names(tmp_path) == ["sub/b.md"]
    assert names(tmp_path / "sub") == ["b.md"]


def test_a_link_to_a_draft_is_followed_and_a_broken_one_passed_by(tmp_path):
    make(tmp_path, "outside/a.md")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "linked.md").symlink_to(tmp_path / "outside" / "a.md")
    (folder / "linked").symlink_to(tmp_path / "outside")
    (folder / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert names(folder) == ["linked/a.md", "linked.md"]


@pytest.mark.parametrize(("installed", "taken"), [(True, True), (False, False)])
def test_a_pdf_is_taken_where_it_can_be_read(monkeypatch, installed, taken):
    monkeypatch.setattr("clausewright.linting.walk._reads_pdf", lambda: installed)
    assert is_draft_name("a.pdf") is taken
    assert is_draft_name("a.md")


def test_a_file_in_an_ignored_folder_stays_ignored(tmp_path):
    make(tmp_path, "build/a.md")
    (tmp_path / ".gitignore").write_text("build\n!build/a.md\n")
    assert names(tmp_path) == []


def test_folder_named_like_a_file(tmp_path):
    make(tmp_path, "a.md/b.md")
    assert names(tmp_path) == ["a.md/b.md"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_links_that_go_round_end(tmp_path):
    make(tmp_path, "a/x.md")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert names(tmp_path) == ["a/x.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_passed_by(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    make(tmp_path, "a.md")
    assert names(tmp_path) == ["a.md"]


def test_exclusion_prunes_folders(tmp_path):
    make(tmp_path, "a/x.md", "b/x.md")
    seen = []

    def exclude(path, folder):
        seen.append(path.name)
        return path.name == "a"

    assert names(tmp_path, exclude) == ["b/x.md"]
    assert seen == ["a", "b", "x.md"]


def test_a_closed_folder_is_told(tmp_path, monkeypatch):
    make(tmp_path, "a/x.md", "b.md")
    real = os.scandir

    def closed(path):
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = list(walk(tmp_path, nothing))
    assert isinstance(found[0], PermissionError)
    assert found[1] == tmp_path / "b.md"
