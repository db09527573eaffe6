"""What the tables hold, and that nothing but the documents shows in their bytes."""

import json
import zipfile

import pytest
from audit_corpus import TABLES, audit, audited, make_folder, pq, rows, sla, tables_in

from clausewright.audit.tables import TABLES as DECLARED
from clausewright.linting.lint import lint_bytes


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return make_folder(tmp_path_factory.mktemp("corpus") / "drafts")


@pytest.fixture(scope="module")
def out(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("audited") / "out"
    audited(corpus, folder)
    return folder


def test_each_document_stands_once_in_order_of_name(out):
    names = [row["document"] for row in rows(out, "documents")]
    assert names == sorted(names)
    assert len(set(names)) == len(names) == 12
    assert "deep/sla-001.md" in names


def test_findings_are_those_of_lint(corpus, out):
    name = "deep/sla-003.md"
    expected = lint_bytes(name, (corpus / name).read_bytes()).findings
    found = [row for row in rows(out, "findings") if row["document"] == name]
    assert expected
    assert [(f.code, f.start.line, f.start.column, f.message, f.fingerprint) for f in expected] == [
        (r["code"], r["line"], r["column"], r["message"], r["fingerprint"]) for r in found
    ]


def test_facts_stand_in_their_tables(out):
    name = "sla-002.md"
    targets = [
        row["normal"]
        for row in rows(out, "metrics")
        if row["document"] == name and row["name"] == "availability"
    ]
    assert targets == [99.2]
    figures = {
        row["kind"]: row["normal"] for row in rows(out, "figures") if row["document"] == name
    }
    assert figures == {"credit cap": 25.0, "notice period": 90.0}
    topics = {row["topic"]: row for row in rows(out, "topics") if row["document"] == name}
    assert topics["levels"]["present"]
    assert not topics["levels"]["missing"]
    assert topics["escalation"]["missing"]
    assert topics["escalation"]["evidence"] is None


def test_columns_are_those_declared(out):
    for table in DECLARED:
        names = pq.read_schema(out / table.file).names
        assert names == [column.name for column in table.columns]


def test_manifest_tells_that_it_is_finished(out):
    told = json.loads((out / "audit.json").read_text())
    assert told["finished"] is True
    assert told["rows"]["documents"] == 12
    assert set(told["rows"]) == set(TABLES)


@pytest.mark.parametrize("arguments", [("-j", "1"), ("-j", "3")])
def test_number_of_workers_does_not_show(corpus, out, tmp_path, arguments):
    assert audited(corpus, tmp_path / "out", *arguments) == tables_in(out)


def test_a_zip_archive_gives_the_tables_of_its_folder(corpus, out, tmp_path):
    path = tmp_path / "drafts.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(corpus.rglob("*.md"), reverse=True):
            archive.write(file, file.relative_to(corpus))
    assert audited(path, tmp_path / "out") == tables_in(out)


def test_a_url_gives_the_tables_of_its_folder(corpus, out, tmp_path):
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    for file in corpus.rglob("*.md"):
        store.pipe(f"/audited/{file.relative_to(corpus).as_posix()}", file.read_bytes())
    try:
        assert audited("memory://audited", tmp_path / "memory") == tables_in(out)
    finally:
        store.rm("/audited", recursive=True)
    assert audited(f"file://{corpus}", tmp_path / "file") == tables_in(out)


def test_a_second_run_works_on_what_is_new_only(tmp_path):
    folder = make_folder(tmp_path / "drafts", 4)
    audited(folder, tmp_path / "out")
    (folder / "sla-000.md").unlink()
    (folder / "new.md").write_text(sla(7))
    (folder / "copy.md").write_text(sla(7))
    done = audit(folder, "-o", tmp_path / "out", "--isolated")
    assert "5 documents" in done.output
    assert "3 documents done by an earlier run" in done.output
    assert tables_in(tmp_path / "out") == audited(folder, tmp_path / "anew")
    assert "sla-000.md" not in {row["document"] for row in rows(tmp_path / "out", "findings")}


def test_other_settings_give_other_answers(tmp_path):
    folder = make_folder(tmp_path / "drafts", 3)
    audited(folder, tmp_path / "out")
    assert {row["code"] for row in rows(tmp_path / "out", "findings")} > {"WRD001"}
    audited(folder, tmp_path / "out", "--select", "WRD001")
    assert {row["code"] for row in rows(tmp_path / "out", "findings")} == {"WRD001"}


def test_what_lies_in_the_corpus_configures_nothing(tmp_path):
    folder = make_folder(tmp_path / "drafts", 2)
    (folder / "clausewright.toml").write_text('select = ["TYP"]\n')
    audit(folder, "-o", tmp_path / "out")
    assert "WRD001" in {row["code"] for row in rows(tmp_path / "out", "findings")}


def test_patterns_leave_documents_out(tmp_path):
    folder = make_folder(tmp_path / "drafts", 4)
    audited(folder, tmp_path / "out", "--exclude", "deep/")
    assert [row["document"] for row in rows(tmp_path / "out", "documents")] == [
        "sla-000.md",
        "sla-002.md",
    ]


def test_an_empty_folder_gives_empty_tables(tmp_path):
    (tmp_path / "drafts").mkdir()
    audited(tmp_path / "drafts", tmp_path / "out")
    assert all(rows(tmp_path / "out", table) == [] for table in TABLES)


def test_what_an_audit_wrote_is_no_document_of_the_next(tmp_path):
    (tmp_path / "a.md").write_text(sla(1))
    out = tmp_path / "audit"
    for _ in range(2):
        audit(tmp_path, "-o", out)
        assert [row["document"] for row in rows(out, "documents")] == ["a.md"]
        audit("--summary", out)
        assert (out / "summary.html").exists()


def test_a_source_that_is_not_there_leaves_no_folder(tmp_path):
    audit(tmp_path / "nowhere", "-o", tmp_path / "audit", code=2)
    audit("", "-o", tmp_path / "audit", code=2)
    assert list(tmp_path.iterdir()) == []
    audit(tmp_path, "-o", "", code=2)
    assert list(tmp_path.iterdir()) == []
