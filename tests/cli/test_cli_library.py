"""A team's own clauses: which layer wins, from where each comes, and pinned versions."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausewright.cli import main

EXTERNAL = (Path(__file__).parents[2] / "examples" / "external-sla.yaml").read_text("utf-8")
CLAUSE = """\
---
id: general.waiver
version: {version}
title: Waiver
topics: [waiver]
status: stable
summary: A waiver counts only in writing, as the {layer} layer words it.
---

A waiver of the {layer} layer counts only in writing.
"""


def layer(folder: Path, name: str, version: int = 1) -> Path:
    (folder / "general").mkdir(parents=True)
    text = CLAUSE.format(layer=name, version=version)
    (folder / "general" / "waiver.md").write_text(text, "utf-8")
    return folder


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Make an installed package that offers clauses and fails if it is ever imported."""
    site = tmp_path / "site"
    layer(site / "acme_clauses" / "library", "package", version=2)
    (site / "acme_clauses" / "__init__.py").write_text("raise SystemExit('was run')")
    info = site / "acme_clauses-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-clauses\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[clausewright.clauses]\nacme = acme_clauses.library\ngone = acme_clauses.nothing\n"
    )
    monkeypatch.syspath_prepend(str(site))
    yield "acme"
    assert "acme_clauses" not in sys.modules


@pytest.fixture
def work(tmp_path, monkeypatch):
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def shown(*options: str) -> str:
    done = CliRunner().invoke(main, ["clauses", "show", "general.waiver", *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_each_layer_lies_over_the_one_before(work, package):
    assert "layer" not in shown()
    (work / "clausewright.toml").write_text(f'[library]\npackages = ["{package}"]\n')
    reset()
    assert "of the package layer" in shown()
    layer(work / "legal" / "clauses", "path", version=3)
    (work / "clausewright.toml").write_text(
        f'[library]\npaths = ["legal/clauses"]\npackages = ["{package}"]\n'
    )
    reset()
    assert "of the path layer" in shown()
    layer(work / "mine", "option", version=4)
    assert "of the option layer" in shown("--library", "mine")


def reset() -> None:
    """Forget configurations read before: a run reads each once."""
    from clausewright.linting import configuration  # noqa: PLC0415

    configuration.load.cache_clear()
    configuration._nearest.cache_clear()


@pytest.mark.parametrize(("pin", "code"), [("@2", 0), ("@1", 2), ("", 0)])
def test_a_pin_holds_for_the_topmost_layer(work, pin, code):
    layer(work / "clauses", "path", version=2)
    (work / "clausewright.toml").write_text('[library]\npaths = ["clauses"]\n')
    (work / "deal").mkdir()
    signatures = "  signature.signatures:\n"
    assert EXTERNAL.count(signatures) == 1
    picks = EXTERNAL.replace(signatures, f"  general.waiver{pin}: {{place: law}}\n{signatures}")
    (work / "deal" / "sla.yaml").write_text(picks, "utf-8")
    done = CliRunner().invoke(main, ["build", "deal/sla.yaml", "-o", "sla.md"])
    assert done.exit_code == code, done.output
    if code:
        line = picks[: picks.index("general.waiver")].count("\n") + 1
        assert f"sla.yaml:{line}: " in done.stderr
        assert "pinned to @1; the library has @2" in done.stderr
        assert not (work / "sla.md").exists()
    else:
        text = (work / "sla.md").read_text("utf-8")
        assert "A waiver of the path layer counts only in writing." in text
        assert "<!-- clause: general.waiver@2 -->" in text


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('paths = ["nowhere"]', "no such library folder"),
        ('packages = ["acne"]', 'did you mean "acme"?'),
        ('packages = ["gone"]', "install the package anew"),
        ("paths = 3", "takes a list of texts"),
        ('folders = ["a"]', 'unknown key "folders"'),
    ],
)
def test_settings_that_lead_nowhere_are_told(work, package, settings, told):
    (work / "clausewright.toml").write_text(f"[library]\n{settings}\n")
    done = CliRunner().invoke(main, ["clauses", "list"])
    assert done.exit_code == 2
    assert told in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["clauses", "list", "--topic", "libility"], 'did you mean "liability"?'),
        (["clauses", "list", "--topic", "zzz"], "there are parties, scope"),
        (["clauses", "list", "--kind", "zzz"], 'no blueprint "zzz"; there are business-'),
        (["clauses", "show", "a.zzz"], "`clausewright clauses list` shows them all"),
        (["new", "zzz"], 'no blueprint "zzz"; there are business-'),
    ],
)
def test_what_the_library_does_not_have_is_told_with_what_it_has(arguments, told):
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert told in done.stderr
