"""The distribution holds rules, clauses and templates, and works from any folder."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
BILL = "requirements/clausewright.cdx.json"
LINKS = ("generator", "clause_library", "lint_rules", "templates")


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def copy_of_the_tree(folder: Path) -> Path:
    """Copy what a checkout without link support holds: the links are files with their target."""
    tree = folder / "tree"
    tree.mkdir()
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, tree)
    (tree / "requirements").mkdir()
    shutil.copy(ROOT / BILL, tree / "requirements")
    shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in LINKS:
        (tree / name).write_text(f"src/clausewright/{name}")
    return tree


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the sdist, as a packager would."""
    folder = tmp_path_factory.mktemp("packaging")
    tree = copy_of_the_tree(folder)
    build = (sys.executable, "-m", "build", "--no-isolation")
    run(*build, "--sdist", "-o", folder, tree, cwd=folder)
    (sdist,) = folder.glob("*.tar.gz")
    shutil.unpack_archive(sdist, folder / "unpacked", filter="data")
    (source,) = (folder / "unpacked").iterdir()
    run(*build, "--wheel", "-o", folder, source, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_two_builds_give_one_wheel(wheel: Path, tmp_path: Path) -> None:
    """Another folder, another time stamp, another order and mask of files: the same bytes."""
    tree = copy_of_the_tree(tmp_path)
    for path in sorted(tree.rglob("*"), reverse=True):
        os.utime(path, (1_600_000_000, 1_600_000_000))
        if path.is_file():
            path.chmod(0o600)
    env = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    env |= {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}
    build = (sys.executable, "-m", "build", "--no-isolation", "--wheel")
    run(*build, "-o", tmp_path / "out", tree, cwd=tmp_path, env=env)
    (again,) = (tmp_path / "out").glob("*.whl")
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (wheel, again)}
    assert len(digests) == 1
    assert again.name == wheel.name


def test_wheel_carries_its_bill_of_materials(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if ".dist-info/sboms/" in one)
        told = json.loads(archive.read(name))
        (metadata,) = (one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
        headers = archive.read(metadata).decode().split("\n\n")[0].splitlines()
    assert told["bomFormat"] == "CycloneDX"
    assert f"Version: {told['metadata']['component']['version']}" in headers
    components = {one["name"] for one in told["components"]}
    required = {
        Requirement(line.removeprefix("Requires-Dist: ")).name
        for line in headers
        if line.startswith("Requires-Dist: ") and "extra ==" not in line
    }
    assert required <= components
    assert len(components) > 30


def test_wheel_holds_all_that_the_source_holds(wheel: Path) -> None:
    package = ROOT / "src" / "clausewright"
    expected = {
        path.relative_to(ROOT / "src").as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        assert expected <= set(archive.namelist())
    assert {f"clausewright/{name}/" for name in LINKS} <= {
        "/".join(name.split("/")[:2]) + "/" for name in expected
    }


def test_installed_tool_ignores_decoys_in_the_working_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    work = tmp_path / "work"
    (work / "templates").mkdir(parents=True)
    (work / "templates" / "house.docx").write_text("a decoy")
    (work / "generator.py").write_text("raise SystemExit('the decoy was imported')")
    shutil.copy(ROOT / "examples" / "external-sla.yaml", work / "picks.yaml")
    env = {**os.environ, "PYTHONPATH": str(site)}
    where = run(
        sys.executable, "-c", "import clausewright; print(clausewright.__file__)", cwd=work, env=env
    )
    assert Path(where.strip()).is_relative_to(site)
    tool = (sys.executable, "-m", "clausewright")
    run(*tool, "build", "picks.yaml", "-o", "sla.docx", "-o", "sla.md", cwd=work, env=env)
    listing = run(*tool, "rules", "list", cwd=work, env=env)
    assert "WRD001" in listing
    run(*tool, "lint", "--fail-on", "error", "sla.docx", "sla.md", cwd=work, env=env)


@pytest.mark.parametrize("name", LINKS)
def test_root_names_lead_to_the_package(name: str) -> None:
    link = ROOT / name
    target = link.read_text() if link.is_file() else os.readlink(link)  # noqa: PTH115
    assert target.strip() == f"src/clausewright/{name}"
