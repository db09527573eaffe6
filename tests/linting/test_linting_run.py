import os
from dataclasses import replace
from pathlib import Path

import pytest

from clausewright.linting import run
from clausewright.linting.result import FileError
from clausewright.linting.run import lint_all, processes
from clausewright.linting.settings import Settings
from clausewright.linting.source import source_for

SETTINGS = Settings(profile="external-sla", profile_source="option")


def sources(folder, count=12):
    found = []
    for number in range(count):
        path = folder / f"{number:02}.md"
        path.write_text(f"The fee is [amount] in draft {number}.\n" * (count - number))
        found.append(source_for(path.name, SETTINGS, path))
    return found


def test_several_processes_give_the_same_in_the_same_order(tmp_path):
    given = sources(tmp_path)
    alone = [(r.file, r.findings) for r in lint_all(given, 1)]
    together = [(r.file, r.findings) for r in lint_all(given, 3)]
    assert together == alone
    assert [file for file, _ in alone] == [source.name for source in given]


def test_more_processes_only_where_they_pay(tmp_path, monkeypatch):
    given = sources(tmp_path, 4)
    monkeypatch.setattr(run, "cores", lambda: 8)
    assert processes(given, None) == 1
    assert processes(given, 3) == 3
    assert processes(given, 30) == 4
    monkeypatch.setattr(run, "PAYS_FROM", 10)
    assert processes(given, None) == 4
    assert processes(given[:1], None) == 1


def test_a_file_that_vanishes_is_told_and_the_others_are_linted(tmp_path):
    given = sources(tmp_path, 3)
    (tmp_path / "01.md").unlink()
    results = list(lint_all(given, 1))
    assert [bool(r.errors) for r in results] == [False, True, False]
    assert results[1].errors[0].kind == "unreadable"
    assert "no such file" in results[1].errors[0].message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user without all rights")
def test_a_closed_file_is_told(tmp_path):
    given = sources(tmp_path, 1)
    (tmp_path / "00.md").chmod(0)
    (result,) = lint_all(given, 1)
    assert "permission denied" in result.errors[0].message


def test_a_fault_found_before_is_told_without_reading(tmp_path):
    fault = FileError("missing", "no such file")
    (source,) = sources(tmp_path, 1)
    (result,) = lint_all([replace(source, path=Path("nowhere"), fault=fault)], 1)
    assert result.errors == (fault,)
