"""Replay what once failed, and draw inputs near it: every target holds without coverage too."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.targets import TARGETS

KEPT = Path(__file__).with_name("kept")
INPUTS = sorted(path for path in KEPT.rglob("*") if path.is_file())


@pytest.mark.usefixtures("must_end")
@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_failed_holds(path):
    TARGETS[path.parent.name](path.read_bytes())


def test_kept_inputs_have_a_target():
    assert INPUTS
    assert {path.parent.name for path in INPUTS} <= TARGETS.keys()


PIECES = {
    "read_docx": (
        "<w:p>", "</w:p>", "<w:r><w:t>Term</w:t></w:r>", "<w:r><w:tab/></w:r>",
        "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "<w:ins w:id='1'>", "</w:ins>",
        "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>",
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>", "&amp;", "<",
    ),
    "read_odt": (
        "<text:p>", "</text:p>", "<text:h text:outline-level='2'>A</text:h>",
        "<text:s text:c='9'/>", "<text:list>", "</text:list>", "<text:list-item>",
        "</text:list-item>", "<table:table>", "</table:table>", "<table:table-row>",
        "</table:table-row>", "<table:table-cell>", "</table:table-cell>", "words", "<text:note>",
        "</text:note>", "&lt;",
    ),
    "read_html": (
        "<p>", "</p>", "<table>", "<tr>", "<td colspan='3'>", "</table>", "<ul><li>", "<!--",
        "-->", "<script>", "</script>", "<h2>4. Term", "&amp;", "&#0;", "<b hidden>", "'", '"',
        "\r", "x",
    ),
    "suppress": (
        "ignore", "ignore-start", "ignore-end", "ignore-file", " ", "WRD001", "vague-time", ",",
        "--", "\u2013", "reason", "\n", "DRF", "<", "*",
    ),
    "configure": (
        "select", "=", "[", "]", '"WRD"', "\n", "[severity]", "WRD001", '"error"', "fail-on", "1",
        "{", "}", "[[profiles]]", "files", "name", "max-pages", "[length]", "true", "1e9", "'",
        "#", ".",
    ),
    "picks": (
        "blueprint: ola", "\n", "  ", "- ", "parties:", "metrics:", "clauses:", "{", "}",
        "metric: rto", "target: 1 hour", "scope.status:", "dates:", "effective: 2026-01-01", ": ",
        "99.9%", '"', "[",
    ),
    "fix": (
        "The the ", "Supplier  shall", " ,", "\u201c", '"', "\n\n", "# ", "- ", "| a |\n|---|\n",
        "**", "`", "<b>", "\r\n", "\u200b", "&nbsp;", "\t", "1. ", "99.9 %", "[x", "shall shall",
    ),
    "lint": (
        "The Supplier shall ", "within 2 hours", "99.9% ", "promptly", "[amount]", "\n\n",
        "## 4. ", "| ", "\u201cTerm\u201d means ", "Section 4.2(a)", "Schedule A1", "31/12/2026",
        "USD 5,000", ". ", "(", "5 (six)", "credit", "availability", "per month", "P1",
        "\n|---|\n", "____", "****", "- ",
    ),
    "fingerprints": (
        "The fee is [amount].", "promptly. ", "\n\n", "# A", "- ", "| [x] |\n|---|\n",
    ),
    "build": (
        "A", "&", "<", "{{ x }}", "*", "|", "_", "`", "[", "](", "\u201c", ".", " ", "#", "\\",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PIECES)
def test_pieces_in_any_order(name):
    target = TARGETS[name]
    pieces = st.lists(st.sampled_from(PIECES[name]), max_size=30).map("".join)
    count = 12 if name in ("build", "fix") else 50

    @settings(max_examples=count, derandomize=True, database=None)
    @given(pieces)
    def hold(text):
        target(text.encode())

    hold()


@pytest.mark.parametrize("name", ["read_markdown", "read_text", "read_pdf", "read_archive"])
def test_any_bytes(name):
    target = TARGETS[name]
    starts = st.sampled_from([b"", b"%PDF-1.7\n1 0 obj<<", b"PK\x03\x04", b"---\n", b"\xff\xfe"])

    @settings(max_examples=100, derandomize=True, database=None)
    @given(starts, st.binary(max_size=400))
    def hold(start, rest):
        target(start + rest)

    hold()
