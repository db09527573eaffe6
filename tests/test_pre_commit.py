"""The hooks as a user of pre-commit gets them: installed from the repository, run on a commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PRE_COMMIT = shutil.which("pre-commit", path=str(Path(sys.executable).parent))
pytestmark = [
    pytest.mark.skipif(PRE_COMMIT is None, reason="needs pre-commit beside the interpreter"),
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]
PACKAGE = (
    "src",
    "pyproject.toml",
    "requirements",
    "README.md",
    "LICENSE",
    "NOTICE",
    ".pre-commit-hooks.yaml",
)
GOOD = """# Notes on delivery

The Carrier shall deliver each parcel within 2 days of the order.
"""
BAD = """# Notes on delivery

The Carrier shall deliver each parcel within thirty (20) days of the order.
"""
SLIP = """# Notes on delivery

The Carrier shall deliver each parcel to the the door within 2 days of the order.
"""
SETTINGS = 'profile = "contract"\nselect = ["NUM", "TYP"]\n'


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Variables under which pre-commit needs no network: what it installs is here already."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "PRE_COMMIT_HOME": str(home / "cache"),
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.com",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.com",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads the negation: no isolated build
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    }


def run(folder, environment, *command):
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout + done.stderr


def repository(folder, environment, files):
    folder.mkdir(exist_ok=True)
    run(folder, environment, "git", "init", "-q", "-b", "main")
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    run(folder, environment, "git", "add", "-A")
    return folder


@pytest.fixture(scope="module")
def hooks(tmp_path_factory, environment):
    """The package as a repository of its own, as pre-commit would clone it."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in PACKAGE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    repository(folder, environment, {})
    code, told = run(folder, environment, "git", "commit", "-q", "-m", "Package")
    assert code == 0, told
    return folder


@pytest.fixture
def attempt(tmp_path, hooks, environment):
    """Run a hook of the repository on files, all of them given by name as on a commit."""
    _, revision = run(hooks, environment, "git", "rev-parse", "HEAD")

    def attempt_(hook, files):
        config = (
            f"repos:\n  - repo: {hooks.as_uri()}\n    rev: {revision.strip()}\n"
            f"    hooks:\n      - id: {hook}\n"
        )
        given = {".pre-commit-config.yaml": config, "clausewright.toml": SETTINGS, **files}
        folder = repository(tmp_path / "drafts", environment, given)
        return (*run(folder, environment, PRE_COMMIT, "run", "--files", *files), folder)

    return attempt_


def test_the_manifest_is_valid(environment):
    code, told = run(ROOT, environment, PRE_COMMIT, "validate-manifest", ".pre-commit-hooks.yaml")
    assert code == 0, told


def test_try_repo_needs_no_network(tmp_path, hooks, environment):
    files = {"clausewright.toml": SETTINGS, "good.md": GOOD, "bad.md": BAD}
    folder = repository(tmp_path / "drafts", environment, files)
    hook = ("try-repo", str(hooks), "clausewright-lint")
    code, told = run(folder, environment, PRE_COMMIT, *hook, "--files", "good.md")
    assert (code, "Passed" in told) == (0, True), told


def test_a_good_draft_passes(attempt):
    code, told, _ = attempt("clausewright-lint", {"draft.md": GOOD})
    assert (code, "Passed" in told) == (0, True), told


def test_a_bad_draft_blocks_and_says_where(attempt):
    code, told, _ = attempt("clausewright-lint", {"good.md": GOOD, "bad.md": BAD})
    assert code == 1, told
    assert "bad.md:3:" in told
    assert "NUM001" in told
    assert "good.md:" not in told


def test_files_about_a_project_are_passed_by(attempt):
    code, told, _ = attempt("clausewright-lint", {"README.md": BAD, "docs/LICENSE.txt": BAD})
    assert (code, "no files to check" in told) == (0, True), told


def test_a_fix_is_written_and_blocks_once(attempt):
    code, told, folder = attempt("clausewright-fix", {"draft.md": SLIP})
    assert (code, "files were modified" in told) == (1, True), told
    assert (folder / "draft.md").read_text("utf-8") == SLIP.replace("the the", "the")
    code, told, _ = attempt("clausewright-fix", {"draft.md": SLIP.replace("the the", "the")})
    assert (code, "Passed" in told) == (0, True), told


def test_a_member_of_a_set_is_read_with_the_others(attempt, environment, hooks):
    main = (
        "# Master Agreement\n\nThis Agreement is between Acme Ltd and Beta plc.\n\n"
        '## 1. Terms\n\n"Parcel" means a box that the Carrier accepts.\n'
    )
    member = (
        "# Schedule of delivery\n\nThe Carrier shall deliver as section 9 of the Schedule says.\n"
    )
    settings = (
        'profile = "contract"\nselect = ["DEF002"]\nfail-on = "info"\n'
        '[[set]]\nname = "carriage"\nfiles = ["main.md", "member.md"]\nmain = "main.md"\n'
    )
    used = member.replace("shall deliver as", "shall deliver each Parcel as")
    for text, expected in ((used, 0), (member, 1)):
        code, told, _ = attempt(
            "clausewright-lint",
            {"clausewright.toml": settings, "main.md": main, "member.md": text},
        )
        assert code == expected, told


def test_picks_are_checked(attempt):
    picks = (ROOT / "examples" / "external-sla.yaml").read_text("utf-8")
    code, told, folder = attempt("clausewright-build-check", {"sla.picks.yaml": picks})
    assert code == 0, told
    assert sorted(each.name for each in folder.glob("*sla*")) == ["sla.picks.yaml"]
    broken = picks.replace("blueprint:", "blueprnt:")
    code, told, _ = attempt("clausewright-build-check", {"sla.picks.yaml": broken})
    assert code == 1, told
    assert "sla.picks.yaml:" in told


def test_the_hook_stops_a_commit(attempt, environment):
    code, told, folder = attempt("clausewright-lint", {"draft.md": BAD})
    assert code == 1, told
    code, told = run(folder, environment, PRE_COMMIT, "install")
    assert code == 0, told
    code, told = run(folder, environment, "git", "commit", "-m", "Draft")
    assert (code, "NUM001" in told) == (1, True), told
    (folder / "draft.md").write_text(GOOD, "utf-8")
    run(folder, environment, "git", "add", "-A")
    code, told = run(folder, environment, "git", "commit", "-m", "Draft")
    assert code == 0, told


@pytest.mark.skipif(
    shutil.which("clausewright", path=str(Path(sys.executable).parent)) is None,
    reason="needs the command beside the interpreter",
)
def test_what_init_writes_runs_as_it_stands(tmp_path, environment):
    folder = repository(tmp_path / "drafts", environment, {"good.md": GOOD, "bad.md": BAD})
    found = os.pathsep.join((str(Path(sys.executable).parent), environment["PATH"]))
    environment = environment | {"PATH": found}
    code, told = run(folder, environment, "clausewright", "init")
    assert code == 0, told
    (folder / "clausewright.toml").write_text(SETTINGS, "utf-8")
    code, told = run(folder, environment, PRE_COMMIT, "run", "--files", "good.md")
    assert (code, "Passed" in told) == (0, True), told
    code, told = run(folder, environment, PRE_COMMIT, "run", "--files", "bad.md")
    assert (code, "bad.md:3:" in told) == (1, True), told
