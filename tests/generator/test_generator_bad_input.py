"""Every bad input through the command: file and line, exit code 2, and nothing written."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_picks import EXAMPLES

from clausewright import readers
from clausewright.cli import main

EXTERNAL = (EXAMPLES / "external-sla.yaml").read_text("utf-8")
LEVELS = (EXAMPLES / "multi-level-sla.yaml").read_text("utf-8")
LOOP = """\
---
id: loop.{0}
title: Loop {0}
topics: [change]
status: draft
summary: Needs the other one of the loop.
needs: [loop.{1}]
---

No duty.
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(EXAMPLES / "levels", tmp_path / "levels")
    (tmp_path / "library" / "loop").mkdir(parents=True)
    for one, other in (("one", "two"), ("two", "one")):
        (tmp_path / "library" / "loop" / f"{one}.md").write_text(LOOP.format(one, other))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changed(old: str, new: str, text: str = EXTERNAL) -> str:
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


TWO_LOOPS = "  change.control:\n  loop.one: {place: change}\n  loop.two: {place: change}"
BAD = {
    "unknown field": (changed("reference:", "refrence:"), "refrence:", 'mean "reference"'),
    "wrong type": (changed("target: 99.9%", "target: lots"), "target: lots", "a percentage"),
    "out of range": (changed("target: 99.9%", "target: 140%"), "140%", "between 0% and 100%"),
    "needs in a circle": (changed("  change.control:", TWO_LOOPS), "loop.two", "in a circle"),
    "excluded pair": (
        changed("  measurement.method:", "  scope.status:\n  measurement.method:"),
        "scope.status:",
        "alternatives",
    ),
    "end before start": (changed("end: 2028-02-29", "end: 2025-02-28"), "dates:", "before it"),
    "response above resolution": (
        changed("Severity 1: 15 minutes", "Severity 1: 9 hours"),
        "9 hours",
        "longer than Resolution Time",
    ),
    "tier gap": (changed("at_least: 99.5%", "at_least: 99.7%"), "below: 99.5%", "tier gap"),
    "path in an id": (changed("  change.control:", "  ../../x:"), "../../x", "is no clause id"),
    "alias bomb": ("a: &x [1, 1]\nb: [*x, *x]\n", "a: &x", "aliases"),
    "too large": (EXTERNAL + "# " + "x" * 1_000_000, "# xxx", "larger than 262,144 bytes"),
    "control character": (
        changed("name: Northwind Hosting Ltd", 'name: "A\\u0007"'),
        'name: "A',
        "U+0007",
    ),
    "locked": (
        LEVELS + "  levels.planned_maintenance:\n    notice: 1 day\n",
        "notice: 1 day",
        "is locked by levels/corporate.yaml:",
    ),
    "loosened": (changed("target: 99.8%", "target: 98%", LEVELS), "availability", "loosen it"),
    "extends in a circle": (
        changed("extends: levels/customer.yaml", "extends: picks.yaml", LEVELS),
        "extends:",
        "in a circle",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_with_its_line_and_nothing_is_written(name, work):
    text, at, told = BAD[name]
    (work / "picks.yaml").write_text(text, "utf-8")
    before = sorted(work.rglob("*"))
    outputs = ["-o", "out.docx", "-o", "out.md", "-o", "out.openslo.yaml"]
    done = CliRunner().invoke(main, ["build", "picks.yaml", "--library", "library", *outputs])
    line = next(i for i, row in enumerate(text.split("\n"), start=1) if at in row)
    near = [f"error: picks.yaml:{line + offset}:" for offset in (-1, 0, 1)]
    assert done.exit_code == 2
    assert done.stderr.startswith(tuple(near)), done.stderr
    assert told in done.stderr
    assert sorted(work.rglob("*")) == before


def test_a_missing_party_is_told_with_its_question(work):
    start, end = EXTERNAL.index("  customer:\n"), EXTERNAL.index("\ndates:")
    (work / "picks.yaml").write_text(EXTERNAL[:start] + EXTERNAL[end:], "utf-8")
    done = CliRunner().invoke(main, ["build", "picks.yaml", "-o", "out.docx"])
    assert done.exit_code == 2
    assert 'the party "customer" is missing: Which organisation receives' in done.stderr
    assert "picks.yaml:" in done.stderr
    assert not (work / "out.docx").exists()


@pytest.mark.parametrize("name", ["A & B <C> {{ 7*7 }} {% raw %} Ltd", "**a** | b [c](d) $e$ \\f"])
def test_markup_in_a_name_is_only_words(work, name):
    text = changed("name: Northwind Hosting Ltd", f"name: '{name}'")
    (work / "picks.yaml").write_text(text, "utf-8")
    outputs = ["-o", "out.docx", "-o", "out.md", "-o", "out.html"]
    assert CliRunner().invoke(main, ["build", "picks.yaml", *outputs]).exit_code == 0
    for suffix in ("docx", "md", "html"):
        file = f"out.{suffix}"
        assert name in readers.read(file, (work / file).read_bytes()).text
