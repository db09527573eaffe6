"""Picks and clause files in the editor."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

types = pytest.importorskip("lsprotocol.types", reason="needs the extra lsp")
pytest.importorskip("pygls", reason="needs the extra lsp")

from clausewright.generator.library import Library  # noqa: E402  (after the extra is known)
from clausewright.lsp.library_files import Kind, LibraryFile, kind_of  # noqa: E402
from clausewright.lsp.positions import Positions  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
PICKS = (ROOT / "examples" / "external-sla.yaml").read_text("utf-8")
LIBRARY = Library()


def opened(path, text):
    kind = kind_of(Path(path), text)
    assert kind is not None
    return LibraryFile(Path(path), kind, Positions(text, types.PositionEncodingKind.Utf16), LIBRARY)


def at(text, words, shift=0):
    offset = text.index(words) + shift
    line = text.count("\n", 0, offset)
    return types.Position(line, offset - text.rfind("\n", 0, offset) - 1)


def a_clause_with_fields():
    """A clause of the example and one of its fields, as they stand in the text."""
    for name in LIBRARY.clause_files:
        if f"\n  {name}:\n" in PICKS:
            clause = LIBRARY.clause(name)
            for field in clause.front.fields:
                start = PICKS.index(f"\n  {name}:\n")
                if f"    {field}:" in PICKS[start : start + 300]:
                    return clause, field
    raise AssertionError("the example answers no field of a clause")


def test_kinds_are_told_by_content():
    assert kind_of(Path("a.yaml"), PICKS) is Kind.PICKS
    assert kind_of(Path("a.yaml"), "version: 2\n") is Kind.OTHER
    assert kind_of(Path("a.md"), "---\ntitle: A\n---\n\nText.\n") is None
    clause = next(iter(LIBRARY.clause_files.values()))
    assert kind_of(clause, clause.read_text("utf-8")) is Kind.CLAUSE


def test_nothing_is_said_of_other_yaml():
    file = opened("compose.yaml", "services:\n  availability: [\n")
    place = types.Position(1, 4)
    assert file.diagnostics() == []
    assert file.hover(place) is None
    assert file.definition(place) is None
    assert file.completions(place) == []


def test_good_picks_and_good_clauses_have_no_faults():
    assert opened("sla.yaml", PICKS).diagnostics() == []
    for path in list(LIBRARY.clause_files.values())[:20]:
        assert opened(path, path.read_text("utf-8")).diagnostics() == []


def test_faults_of_picks_stand_at_their_line():
    text = PICKS.replace("effective: 2026-03-01", "effective: soon")
    found = opened("sla.yaml", text).diagnostics()
    assert [one.range.start.line for one in found] == [at(text, "effective: soon").line]
    assert found[0].severity is types.DiagnosticSeverity.Error


def test_every_fault_is_told():
    text = PICKS.replace("effective: 2026-03-01", "effective: soon")
    text = text.replace("reference:", "refrence:")
    lines = {one.range.start.line for one in opened("sla.yaml", text).diagnostics()}
    assert lines == {at(text, "effective: soon").line, at(text, "refrence").line}


def test_broken_yaml_is_told():
    text = PICKS + "\nmetrics: [\n"
    assert len(opened("sla.yaml", text).diagnostics()) == 1


def test_faults_of_a_clause_stand_at_their_line():
    path = LIBRARY.clause_files["measurement.method"]
    text = path.read_text("utf-8").replace("status:", "stauts:")
    found = opened(path, text).diagnostics()
    assert at(text, "stauts:").line in [one.range.start.line for one in found]


def test_hover_tells_clauses_and_fields():
    clause, field = a_clause_with_fields()
    file = opened("sla.yaml", PICKS)
    page = file.hover(at(PICKS, f"\n  {clause.id}:\n", 5))
    assert clause.front.summary in page
    start = PICKS.index(f"\n  {clause.id}:\n")
    offset = PICKS.index(f"    {field}:", start) + 5
    position = types.Position(PICKS.count("\n", 0, offset), 5)
    assert clause.front.fields[field].ask in file.hover(position)
    assert file.hover(at(PICKS, "title: Service Level", 8)) is None


def test_hover_and_definition_of_a_metric():
    file = opened("sla.yaml", PICKS)
    position = at(PICKS, "- metric: availability", 12)
    assert LIBRARY.metric("availability").label in file.hover(position)
    assert file.definition(position).uri.endswith("/metrics/availability.yaml")


def test_definition_opens_the_file():
    clause, _ = a_clause_with_fields()
    file = opened("sla.yaml", PICKS)
    location = file.definition(at(PICKS, f"\n  {clause.id}:\n", 5))
    assert location.uri == LIBRARY.clause_files[clause.id].as_uri()
    assert file.definition(at(PICKS, "title: Service Level", 8)) is None


def test_completion_gives_fields_inside_a_clause_and_ids_elsewhere():
    clause, field = a_clause_with_fields()
    file = opened("sla.yaml", PICKS)
    start = PICKS.index(f"\n  {clause.id}:\n") + 1
    line = PICKS.count("\n", 0, start) + 1
    inside = [one.label for one in file.completions(types.Position(line, 6))]
    assert inside == list(clause.front.fields)
    assert field in inside
    outside = [one.label for one in file.completions(types.Position(line - 1, 3))]
    assert outside == list(LIBRARY.clause_files)


def test_the_server_tells_the_faults_of_picks(tmp_path):
    from test_lsp_server import Editor  # noqa: PLC0415  (its client needs the extra)

    async def talk():
        path = tmp_path / "sla.yaml"
        editor = Editor(path)
        await editor.start(PICKS.replace("blueprint: external-sla", "blueprint: external-sal"))
        try:
            told = await editor.heard()
            assert any("external-sal" in one.message for one in told)
            editor.change(PICKS)
            assert await editor.heard() == []
        finally:
            await editor.stop()

    asyncio.run(talk())


def test_the_server_reads_the_clauses_that_a_team_lays_over_ours(tmp_path):
    from test_lsp_server import Editor  # noqa: PLC0415  (its client needs the extra)

    name = "measurement.method"
    clause = LIBRARY.clause_files[name].read_text("utf-8")
    assert f"\n  {name}:" in PICKS
    picks = PICKS.replace(f"\n  {name}:", f"\n  {name}@9:")
    own = tmp_path / "own" / "measurement" / "method.md"
    own.parent.mkdir(parents=True)
    settings = tmp_path / "clausewright.toml"

    async def talk():
        editor = Editor(tmp_path / "sla.yaml")
        await editor.start(picks)
        try:
            assert any("pinned to @9" in one.message for one in await editor.heard())
            settings.write_text('[library]\npaths = ["own"]\n')
            version = clause.replace("\ntitle:", "\nversion: 9\ntitle:", 1)
            own.write_text(version.replace("version: 1\n", ""), "utf-8")
            editor.change(picks + "\n")
            assert await editor.heard() == []
            own.write_text(clause, "utf-8")
            editor.change(picks)
            assert any("pinned to @9" in one.message for one in await editor.heard())
            settings.write_text('[library]\npaths = ["nowhere"]\n')
            editor.change(picks + "\n")
            (told,) = await editor.heard()
            assert told.message.endswith("there is no such library folder")
        finally:
            await editor.stop()

    asyncio.run(talk())
