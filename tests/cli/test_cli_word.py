import io
import json
import zipfile

import docx
import pytest
from click.testing import CliRunner

from clausewright.cli import main
from clausewright.linting import configuration

OPTIONS = ("--select", "DRF", "--profile", "external-sla", "--fail-on", "never")


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    configuration.load.cache_clear()
    configuration._nearest.cache_clear()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


def word_draft(path, *paragraphs):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path.parent.mkdir(exist_ok=True)
    document.save(path)


def part(path, name):
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return package.read(name).decode() if name in package.namelist() else ""


def test_a_review_stands_in_a_new_file(tmp_path):
    word_draft(tmp_path / "a.docx", "Title", "The fee is [amount] EUR.")
    before = (tmp_path / "a.docx").read_bytes()
    done = run("lint", "a.docx", "-o", "reviewed.docx", *OPTIONS)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "a.docx").read_bytes() == before
    comments = part(tmp_path / "reviewed.docx", "word/comments.xml")
    assert "DRF001 placeholder" in comments
    assert "w:date" not in comments
    again = run("lint", "a.docx", "-o", "again.docx", *OPTIONS)
    assert again.exit_code == 0
    assert (tmp_path / "again.docx").read_bytes() == (tmp_path / "reviewed.docx").read_bytes()


def test_a_review_carries_the_date_that_is_asked_for(tmp_path, monkeypatch):
    word_draft(tmp_path / "a.docx", "The fee is [amount] EUR.")
    run("lint", "a.docx", "-o", "r.docx", "--date", "2026-03-01", *OPTIONS)
    assert "2026-03-01T00:00:00Z" in part(tmp_path / "r.docx", "word/comments.xml")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    run("lint", "a.docx", "-o", "r.docx", *OPTIONS)
    assert "1970-01-01T00:00:00Z" in part(tmp_path / "r.docx", "word/comments.xml")
    done = run("lint", "a.docx", "-o", "r.docx", "--date", "soon", *OPTIONS)
    assert done.exit_code == 2
    assert "--date" in done.output


def test_several_reviews_go_to_a_folder(tmp_path):
    word_draft(tmp_path / "a.docx", "The fee is [amount] EUR.")
    word_draft(tmp_path / "b.docx", "The fee is 3 EUR.")
    (tmp_path / "c.md").write_text("text")
    done = run("lint", "a.docx", "b.docx", "c.md", "-o", "reviewed/", *OPTIONS)
    assert done.exit_code == 0, done.output
    assert sorted(p.name for p in (tmp_path / "reviewed").iterdir()) == ["a.docx", "b.docx"]
    assert "c.md: no Word draft" in done.output
    assert "Nothing was found" in part(tmp_path / "reviewed" / "b.docx", "word/comments.xml")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.docx", "b/a.docx", "-o", "x.docx"], "one Word file holds the comments on one draft"),
        (["c.md", "-o", "x.docx"], "Word comments can only be put into a Word file"),
        (["a.docx", "b/a.docx", "-o", "reviewed/"], "the same name"),
        (["a.docx", "-o", "a.docx"], "never written over the draft"),
        (["a.docx", "--strip"], "--strip needs one -o"),
    ],
)
def test_outputs_that_do_not_fit_are_refused(tmp_path, arguments, words):
    word_draft(tmp_path / "a.docx", "The fee is [amount] EUR.")
    word_draft(tmp_path / "b" / "a.docx", "The fee is [amount] EUR.")
    (tmp_path / "c.md").write_text("text")
    done = run("lint", *arguments, *OPTIONS)
    assert done.exit_code == 2
    assert words in done.output


def test_an_unreadable_draft_has_no_review(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.7")
    done = run("lint", "a.docx", "-o", "reviewed/", *OPTIONS)
    assert done.exit_code == 2
    assert list((tmp_path / "reviewed").iterdir()) == []
    done = run("lint", "a.docx", "-o", "r.docx", *OPTIONS)
    assert done.exit_code == 2
    assert done.output.startswith("a.docx: unreadable: the file is a PDF")
    assert not (tmp_path / "r.docx").exists()


def test_strip_takes_our_comments_out(tmp_path):
    word_draft(tmp_path / "a.docx", "The fee is [amount] EUR.")
    run("lint", "a.docx", "-o", "r.docx", *OPTIONS)
    done = run("lint", "r.docx", "--strip", "-o", "s.docx")
    assert done.exit_code == 0, done.output
    assert "DRF001" not in part(tmp_path / "s.docx", "word/comments.xml")


def test_a_word_draft_is_fixed_by_tracked_changes_in_a_new_file(tmp_path):
    word_draft(tmp_path / "a.docx", "The fee\u200b is due.")
    done = run("fix", "a.docx")
    assert done.exit_code == 2
    assert "in a new file, named with -o" in done.output
    done = run("fix", "a.docx", "-o", "b.docx")
    assert done.exit_code == 0, done.output
    assert "1 fix applied" in done.output
    assert "<w:del " in part(tmp_path / "b.docx", "word/document.xml")
    assert "0 fixes applied" in run("fix", "b.docx", "-o", "c.docx").output


def test_a_word_draft_is_never_fixed_in_place_by_way_of_its_own_name(tmp_path):
    word_draft(tmp_path / "a.docx", "The fee\u200b is due.")
    before = (tmp_path / "a.docx").read_bytes()
    done = run("fix", "a.docx", "-o", "./a.docx")
    assert done.exit_code == 2
    assert "in a new file" in done.output
    assert (tmp_path / "a.docx").read_bytes() == before


def test_a_fix_keeps_the_format_of_the_draft(tmp_path):
    word_draft(tmp_path / "a.docx", "The fee\u200b is due.")
    (tmp_path / "b.md").write_text("The fee\u200b is due.\n")
    for draft, output in (("a.docx", "c.md"), ("b.md", "c.docx"), ("b.md", "c.html")):
        done = run("fix", draft, "-o", output)
        assert done.exit_code == 2
        assert "the mended draft keeps its format" in done.output
        assert not (tmp_path / output).exists()
    assert run("fix", "b.md", "-o", "c.markdown").exit_code == 0


def test_an_output_without_a_name_does_not_mean_in_place(tmp_path):
    (tmp_path / "b.md").write_text("The the fee is due.\n")
    done = run("fix", "b.md", "-o", "")
    assert done.exit_code == 2
    assert (tmp_path / "b.md").read_text() == "The the fee is due.\n"


def test_places_in_word_are_paragraphs(tmp_path):
    word_draft(tmp_path / "a.docx", "Title", "The fee is [amount] EUR.")
    done = run("lint", "a.docx", "--format", "json", *OPTIONS)
    (finding,) = json.loads(done.output)["files"][0]["findings"]
    assert (finding["line"], finding["column"], finding["end_column"]) == (2, 12, 20)
    assert finding["place"] == {
        "part": "word/document.xml",
        "paragraph": 2,
        "table": None,
        "number": None,
    }


def test_a_word_comment_holds_findings_back(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("The fee is ")
    run_ = paragraph.add_run("[amount]")
    document.add_paragraph("The deposit is [amount] EUR.")
    document.add_comment(
        run_, text="clausewright: ignore DRF001 -- agreed at signature", author="A"
    )
    document.save(tmp_path / "a.docx")
    done = run("lint", "a.docx", "--format", "concise", "--select", "DRF001,SUP", *OPTIONS[2:])
    assert "a.docx:2:16: error DRF001" in done.output
    assert "1 finding (1 error)" in done.output


def test_an_unused_word_comment_is_told_at_its_words(tmp_path):
    document = docx.Document()
    run_ = document.add_paragraph("The fee is ").add_run("3 EUR")
    document.add_comment(run_, text="clausewright: ignore DRF001", author="A")
    document.save(tmp_path / "a.docx")
    done = run("lint", "a.docx", "--format", "concise", "--select", "DRF001,SUP", *OPTIONS[2:])
    assert "a.docx:1:12: info SUP001" in done.output
    assert "a.docx:1:12: info SUP002" in done.output


def tracked(path):
    """A draft in which one amount is struck out and another put in."""
    word_draft(path, "The fee is OLD due. The term is NEW long.")
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    text = parts["word/document.xml"].decode()
    about = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
    struck = (
        f'</w:t></w:r><w:del w:id="901" {about}><w:r><w:delText>[amount]</w:delText></w:r></w:del>'
        '<w:r><w:t xml:space="preserve">'
    )
    put_in = (
        f'</w:t></w:r><w:ins w:id="902" {about}><w:r><w:t>[insert period]</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve">'
    )
    text = text.replace("<w:t>The fee", '<w:t xml:space="preserve">The fee')
    text = text.replace("OLD", struck).replace("NEW", put_in)
    parts["word/document.xml"] = text.encode()
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("final", {"[insert period]"}),
        ("original", {"[amount]"}),
        ("all", {"[amount]", "[insert period]"}),
    ],
)
def test_tracked_changes_are_read_and_reviewed_in_the_view_asked_for(tmp_path, view, words):
    tracked(tmp_path / "a.docx")
    command = ("lint", "a.docx", "--view", view, *OPTIONS[2:], "--select", "DRF001")
    found = json.loads(run(*command, "--format", "json").output)["files"][0]["findings"]
    assert {
        word for word in ("[amount]", "[insert period]") if any(word in f["message"] for f in found)
    } == words
    done = run(*command, "-o", "r.docx")
    assert "Error" not in done.output
    comments = part(tmp_path / "r.docx", "word/comments.xml")
    assert {word for word in ("[amount]", "[insert period]") if word in comments} == words
    text = json.loads(run("inspect", "a.docx", "--view", view, "--format", "jsonl").output)
    assert text["file"] == "a.docx"


def test_reviews_may_be_made_again_into_a_folder_below(tmp_path):
    word_draft(tmp_path / "a.docx", "The fee is [amount] EUR.")
    first = run("lint", ".", "-o", "reviewed/", *OPTIONS)
    assert (first.exit_code, first.output.splitlines()[0]) == (0, "wrote reviewed/a.docx")
    again = run("lint", ".", "-o", "reviewed/", *OPTIONS)
    assert (again.exit_code, again.output) == (0, first.output)


def test_reviews_go_never_over_the_drafts_of_the_folder_itself(tmp_path):
    word_draft(tmp_path / "d" / "a.docx", "The fee is [amount] EUR.")
    before = (tmp_path / "d" / "a.docx").read_bytes()
    done = run("lint", "d", "-o", "d/", *OPTIONS)
    assert done.exit_code == 2
    assert "never written over the draft" in done.output
    assert (tmp_path / "d" / "a.docx").read_bytes() == before


def test_what_is_stripped_is_written_as_word(tmp_path):
    word_draft(tmp_path / "a.docx", "The fee is 3 EUR.")
    done = run("lint", "a.docx", "--strip", "-o", "a.json")
    assert done.exit_code == 2
    assert "a .docx file" in done.output
    assert not (tmp_path / "a.json").exists()
