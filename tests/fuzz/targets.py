"""What is fuzzed: functions of bytes that must give an answer or an error of ours, nothing else.

``drive.py`` drives them by coverage, ``tests/hostile/test_hostile_kept.py`` replays the inputs that
once failed, and draws some of its own.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from clausewright import readers
from clausewright.checking.round_trip import differences
from clausewright.files.archive import Archive
from clausewright.generator.assembly import assemble
from clausewright.generator.library import Library
from clausewright.generator.output import render
from clausewright.generator.picks import read_picks
from clausewright.linting import configuration
from clausewright.linting.fixes import fix_source
from clausewright.linting.lint import lint_source
from clausewright.linting.settings import Settings
from clausewright.linting.source import source_for, with_data
from clausewright.model.document import Document
from clausewright.model.errors import ClausewrightError, PicksError
from word_files import abstract, docx, num, pack

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(profile="external-sla", profile_source="option")


def whole(document: Document) -> None:
    """Assert what holds of every document: spans lie in it, pieces in order and in the source."""
    end = 0
    for piece in document.pieces:
        assert end <= piece.text <= len(document.text)
        end = piece.text + piece.length
        assert 0 <= piece.source <= piece.source + piece.source_length <= len(document.source)
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(document.text)
        if block.span.start < block.span.end:
            document.position(block.span.start)
            document.position(block.span.end, end=True)
    for section in document.sections:
        assert section.heading < section.end_block <= len(document.blocks)


def _read(name: str, data: bytes) -> None:
    try:
        whole(readers.read(name, data))
    except ClausewrightError:
        return


def read_markdown(data: bytes) -> None:
    """Read Markdown."""
    _read("a.md", data)


def read_text(data: bytes) -> None:
    """Read plain text."""
    _read("a.txt", data)


def read_html(data: bytes) -> None:
    """Read HTML."""
    _read("a.html", data)


def read_pdf(data: bytes) -> None:
    """Read PDF."""
    _read("a.pdf", data)


def read_archive(data: bytes) -> None:
    """Open a zip archive and read all of it."""
    try:
        archive = Archive("a.docx", data)
        for name in archive.names:
            archive.read(name)
    except ClausewrightError:
        return


def read_docx(data: bytes) -> None:
    """Read a Word package whose main part is the input, or which is the input."""
    _read("a.docx", data if data.startswith(b"PK") else _with_main(data))


def read_odt(data: bytes) -> None:
    """Read an OpenDocument text whose content is the input, or which is the input."""
    _read("a.odt", data if data.startswith(b"PK") else _with_content(data))


def configure(data: bytes) -> None:
    """Read a configuration."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "clausewright.toml")
        file.write_bytes(data)
        configuration.load.cache_clear()
        try:
            configuration.load(file)
        except ClausewrightError:
            return


def picks(data: bytes) -> None:
    """Read picks, and assemble what they ask for."""
    try:
        text = data.decode("utf-8", "replace")
        assemble(*read_picks(text, "a.yaml"), _library())
    except ClausewrightError:
        return


def suppress(data: bytes) -> None:
    """Lint a draft that holds the input as a remark to us."""
    remark = data.decode("utf-8", "replace").replace("-->", "")
    draft = f"Fees are paid promptly.\n\n<!-- clausewright: {remark} -->\n\nTime: promptly.\n"
    _linted("a.md", draft.encode())


def lint(data: bytes) -> None:
    """Lint a draft with all rules; the same twice."""
    assert _linted("a.md", data) == _linted("a.md", data)


def fix(data: bytes) -> None:
    """Mend a draft: the second time changes nothing, no finding is added."""
    source = with_data(source_for("a.md", SETTINGS, Path("a.md")), data)
    try:
        fixed = fix_source(source)
        again = fix_source(with_data(source, fixed.data))
    except ClausewrightError:
        return
    assert again.data == fixed.data
    assert bool(fixed.applied) == (fixed.data != data)


def fingerprints(data: bytes) -> None:
    """Give findings names that no two share, and that lines put before them do not change."""
    text = data.decode("utf-8", "replace").replace("\0", "")
    draft = f"# Services\n\nThe fee is [amount].\n\n{text}\n"
    before = _names(draft)
    assert len(before) == len(set(before))
    assert _names(f"\n\n\n{draft}") == before


def build(data: bytes) -> None:
    """Put words into picks, build, read back: what was picked is found again."""
    words = "".join(c for c in data.decode("utf-8", "ignore") if c.isprintable())[:60].strip()
    name = words.replace("'", "") or "Birch plc"
    text = _example().replace("name: Tidewater Books Ltd", f"name: 'The {name} Ltd'")
    try:
        agreement = assemble(*read_picks(text, "a.yaml"), _library()).agreement
    except PicksError:
        return
    assert differences(agreement, ".md", render(agreement, ".md")) == ()


def _linted(name: str, data: bytes) -> object:
    result = lint_source(with_data(source_for(name, SETTINGS, Path(name)), data))
    assert not [error for error in result.errors if error.kind == "internal"], result.errors
    return dataclasses.replace(result, seconds=())


def _names(text: str) -> list[str]:
    result = lint_source(with_data(source_for("a.md", SETTINGS, Path("a.md")), text.encode()))
    return [finding.fingerprint for finding in result.findings]


@lru_cache(maxsize=1)
def _library() -> Library:
    return Library()


@lru_cache(maxsize=1)
def _example() -> str:
    return (ROOT / "examples" / "hosting-sla.yaml").read_text("utf-8")


def _with_main(body: bytes) -> bytes:
    return docx(body.decode("utf-8", "replace"), numbering=_NUMBERING, comments="")


_NUMBERING = abstract(0, ("decimal", "%1.", ""), ("lowerLetter", "(%2)", "")) + num(1, 0)


def _with_content(body: bytes) -> bytes:
    text = body.decode("utf-8", "replace")
    xml = (
        f"<office:document-content {_ODT}><office:body><office:text>{text}"
        "</office:text></office:body></office:document-content>"
    )
    return pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


_ODT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (
        read_markdown, read_text, read_html, read_docx, read_odt, read_pdf, read_archive,
        configure, picks, suppress, lint, fix, fingerprints, build,
    )
}  # fmt: skip
