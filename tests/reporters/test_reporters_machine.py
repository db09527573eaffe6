import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from reporters_results import (
    EVIL,
    FIX,
    WORD_PLACE,
    evil_results,
    finding,
    result,
    unreadable,
    written,
)

from clausewright.lint_rules import RULES
from clausewright.model.finding import Applicability, LocatedEdit, LocatedFix, Severity
from clausewright.model.span import Position
from clausewright.reporters import sarif

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "sarif-schema-2.1.0.json"


def test_json_of_a_place_and_a_fix():
    (file,) = json.loads(written("json", [result(finding(place=WORD_PLACE, fix=FIX))]))["files"]
    (one,) = file["findings"]
    assert one["place"] == {
        "part": "word/document.xml",
        "paragraph": 7,
        "table": [2, 1],
        "number": "4.2(a)",
    }
    edit = {"line": 1, "column": 1, "end_line": 1, "end_column": 4, "text": "uno"}
    assert one["fix"] == {"title": "drop", "applicability": "safe", "edits": [edit]}


def test_json_lines_hold_one_object_a_line():
    lines = written("jsonl", evil_results()).split("\n")
    assert [bool(json.loads(line)) for line in lines[:-1]] == [True] * 3
    assert json.loads(lines[0])["message"] == EVIL


def full_sarif():
    findings = [
        finding(),
        finding(whole=True, severity=Severity.ERROR),
        finding(place=WORD_PLACE, severity=Severity.INFO, section=None),
        finding(fix=FIX),
        finding(EVIL),
    ]
    results = [result(*findings), result(file="../out side.md"), unreadable()]
    return json.loads(written("sarif", results, rules=RULES))


def test_sarif_is_valid():
    if not SCHEMA.exists():
        pytest.skip("the published schema is not at hand")
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(full_sarif(), json.loads(SCHEMA.read_text()))


def test_sarif_holds_what_code_scanning_asks_for():
    (run,) = full_sarif()["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert not run["invocations"][0]["executionSuccessful"]
    levels = ["warning", "error", "note", "warning", "warning"]
    assert [one["level"] for one in run["results"]] == levels
    first, _, word, mended, _ = run["results"]
    assert first["partialFingerprints"]["primaryLocationLineHash"] == "0123456789abcdef"
    location = word["locations"][0]
    assert location["physicalLocation"]["region"] == {"startLine": 1}
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "4.2(a), paragraph 7 of word/document.xml"}
    ]
    assert mended["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {
        "text": "uno"
    }
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {r.code for r in RULES}
    assert all(rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"])


def test_sarif_names_files_relative_to_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert sarif.uri_of("a b/ü.md") == "a%20b/%C3%BC.md"
    assert sarif.uri_of(str(tmp_path / "x.md")) == "x.md"
    assert sarif.uri_of(str(tmp_path.parent / "x.md")) == "../x.md"


def test_sarif_has_no_empty_strings():
    def texts(value):
        if isinstance(value, dict):
            for one in value.values():
                yield from texts(one)
        elif isinstance(value, list):
            for one in value:
                yield from texts(one)
        elif isinstance(value, str):
            yield value

    assert "" not in set(texts(full_sarif()))


def test_sarif_stays_within_the_limit(monkeypatch):
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    (run,) = json.loads(written("sarif", [result(*[finding()] * 5)]))["runs"]
    assert len(run["results"]) == 3
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "2 more findings are left out"


def test_github_escapes_data_and_properties():
    lines = written("github", evil_results()).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::warning file=e%2Cv%3Ai%25l\\x0a<b>.md,line=1,endLine=1,col=1,")
    assert "a\\x0a::error::x %250A" in lines[0]


def test_github_gives_columns_only_within_a_line():
    (line,) = written("github", [result(finding(end=(2, 3)))]).splitlines()
    assert "endLine=2" in line
    assert "col=" not in line


def test_gitlab_fingerprints_differ_between_files():
    data = json.loads(written("gitlab", [result(finding()), result(finding(), file="b.md")]))
    assert len({one["fingerprint"] for one in data}) == 2
    assert data[0]["location"] == {"path": "draft.md", "lines": {"begin": 1}}
    assert {one["severity"] for one in data} == {"major"}


def test_rdjson_counts_bytes():
    line = "é中 two"
    data = json.loads(written("rdjson", [result(finding(column=4, fix=FIX), lines=(line,))]))
    (one,) = data["diagnostics"]
    assert one["location"]["range"] == {
        "start": {"line": 1, "column": 7},
        "end": {"line": 1, "column": 10},
    }
    assert one["suggestions"][0]["range"]["end"] == {"line": 1, "column": 7}


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_can_be_parsed_whatever_the_draft_says(name):
    root = ET.fromstring(written(name, evil_results()))  # noqa: S314  (our own output)
    told = [value for element in root.iter() for value in element.attrib.values()]
    assert any("<script>alert(1)</script>" in value for value in told)


def test_junit_counts():
    root = ET.fromstring(written("junit", [result(finding()), result(), unreadable()]))  # noqa: S314
    counts = [(s.get("tests"), s.get("failures"), s.get("errors")) for s in root]
    assert counts == [("1", "1", "0"), ("1", "0", "0"), ("1", "0", "1")]


def test_csv_holds_no_formula():
    evil = [finding(start + "1+1") for start in "=+-@\t\r\n\uff1d"]
    rows = list(csv.reader(io.StringIO(written("csv", [*evil_results(), result(*evil)]))))
    assert rows[0][:3] == ["file", "line", "column"]
    assert len({len(row) for row in rows}) == 1
    for row in rows[1:]:
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))


def test_sarif_inserts_nothing_where_a_fix_only_takes_out():
    taken = LocatedFix(
        "drop", Applicability.SAFE, (LocatedEdit(Position(1, 1), Position(1, 4), text=""),)
    )
    for fix, inserted in ((taken, None), (FIX, {"text": "uno"})):
        run = json.loads(written("sarif", [result(finding(fix=fix))]))["runs"][0]
        ((replacement,),) = (
            c["replacements"] for c in run["results"][0]["fixes"][0]["artifactChanges"]
        )
        assert replacement.get("insertedContent") == inserted
