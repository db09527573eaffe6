"""Which formats fixes are written into, and what is said of the others."""

import zipfile

import docx
import pytest
from click.testing import CliRunner

from clausewright.cli import fix as fix_command
from clausewright.cli import main

SLIP = "The Carrier shall deliver to the the door within 2 days."
MENDED = SLIP.replace("the the", "the")
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:p>{}</text:p></office:text></office:body></office:document-content>"
)


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def run(*arguments):
    return CliRunner().invoke(main, ["fix", *arguments, "--isolated", "--profile", "contract"])


def odt(path, text):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", ODT.format(text))


def pdf(path, text):
    weasyprint = pytest.importorskip("weasyprint", reason="needs the extra pdf")
    pytest.importorskip("pypdf", reason="needs the extra read-pdf")
    weasyprint.HTML(string=f"<p>{text}</p>").write_pdf(path)


def word(path, text):
    document = docx.Document()
    document.add_paragraph(text)
    document.save(path)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_formats_that_are_text_are_fixed_in_place(tmp_path, name):
    around = "<p>{}</p>\n" if name.endswith("html") else "{}\n"
    (tmp_path / name).write_text(around.format(SLIP))
    done = run(name)
    assert done.exit_code == 0, done.output
    assert (tmp_path / name).read_text() == around.format(MENDED)


@pytest.mark.parametrize(("make", "name"), [(odt, "a.odt"), (pdf, "a.pdf")])
@pytest.mark.parametrize("how", [(), ("--diff",), ("-o", "out")])
def test_formats_that_are_only_read_say_so(tmp_path, make, name, how):
    make(tmp_path / name, SLIP)
    before = (tmp_path / name).read_bytes()
    done = run(name, *how)
    assert done.exit_code == 2
    assert f"{name}: output: {name[2:].upper()} is only read" in done.output
    assert (tmp_path / name).read_bytes() == before
    assert not (tmp_path / "out").exists()


def test_the_other_files_are_fixed_all_the_same(tmp_path):
    odt(tmp_path / "a.odt", SLIP)
    word(tmp_path / "b.docx", SLIP)
    (tmp_path / "c.md").write_text(SLIP)
    done = run(".")
    assert done.exit_code == 2
    assert "a.odt: output: ODT is only read" in done.output
    assert "b.docx: usage: 1 fix waits: a Word draft is mended with tracked changes" in done.output
    assert "1 fix applied in 1 file" in done.output
    assert (tmp_path / "c.md").read_text() == MENDED


def test_nothing_is_said_where_nothing_waits(tmp_path):
    odt(tmp_path / "a.odt", MENDED)
    word(tmp_path / "b.docx", MENDED)
    done = run(".")
    assert (done.exit_code, done.output) == (0, "0 fixes applied in 0 files\n")


def test_what_was_saved_while_it_was_read_is_not_written_over(tmp_path, monkeypatch):
    draft = tmp_path / "a.md"
    draft.write_text("The the fee is due.\n")
    real = fix_command.fix_source

    def slow(source, **options):
        fixed = real(source, **options)
        draft.write_text("The the fee is due on 1 May 2026.\n")  # an editor saves
        return fixed

    monkeypatch.setattr(fix_command, "fix_source", slow)
    done = CliRunner().invoke(main, ["fix", str(draft)])
    assert done.exit_code == 2
    assert "changed while it was read: run the command again" in done.output
    assert draft.read_text() == "The the fee is due on 1 May 2026.\n"
