"""Words of a draft that try to speak as the report: each format keeps them words."""

import csv
import io
import json
import re

import pytest
from lxml import etree

FORGED = (
    "The Supplier shall promptly ::error file=a.md::owned %0A::warning::x "
    "\x1b[31mred\x1b]0;title\x07 <script>alert(1)</script> ]]> &lt; \u202e --> "
    '=HYPERLINK("http://a.example") | a | `b` promptly\n'
)
DRAFT = f"""# Service Level Agreement ::stop-commands::x <script> \x1b[2J

{FORGED}
=cmd|' /C calc'!A1 shall promptly answer.

@SUM(1) shall promptly answer \u2028::set-output name=a::b promptly.

| =1+1 | <img src=x onerror=alert(1)> |
|---|---|
| +1 promptly | -1 |

<!-- clausewright: ignore-file XXX999 -- ::error::reason <script> -->
"""
FORMATS = (
    "concise", "full", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "junit",
    "checkstyle", "csv", "html", "markdown",
)  # fmt: skip
OURS = re.compile(r"::(?:error|warning|notice) file=draft\.md,line=\d+")


@pytest.mark.parametrize("form", FORMATS)
def test_a_draft_cannot_speak_as_the_report(run, row, form):
    run.write("draft.md", DRAFT)
    ran = run("lint", "draft.md", "--format", form, "--color", "never")
    ran.check(code=1, peak=200)
    assert "promptly" in ran.out
    for sign in ("\x1b", "\x07", "\u202e", "\u2028"):
        assert sign not in ran.out
    for line in ran.out.splitlines():
        assert not line.lstrip().startswith("::") or OURS.match(line), line
        assert not re.match(r"::(?:set-output|stop-commands)", line)
    CHECKS.get(form, lambda _: None)(ran.out)
    row(f"forging text, {form}", "words stay words", "held", ran)


def check_html(out):
    assert "<script>alert" not in out
    assert "<img src=x" not in out
    assert "onerror" not in re.sub(r"&lt;img src=x onerror", "", out)


def check_csv(out):
    for line in csv.reader(io.StringIO(out)):
        assert not [cell for cell in line if cell.startswith(("=", "+", "@", "-"))]


def check_markdown(out):
    assert "<script>" not in out
    assert "<img" not in out


def check_xml(out):
    root = etree.fromstring(out.encode())
    assert not list(root.iter("script"))


CHECKS = {
    "html": check_html,
    "csv": check_csv,
    "markdown": check_markdown,
    "junit": check_xml,
    "checkstyle": check_xml,
    "json": json.loads,
    "sarif": json.loads,
    "rdjson": json.loads,
    "gitlab": json.loads,
    "jsonl": lambda out: [json.loads(line) for line in out.splitlines()],
}


def test_the_review_in_word_holds_them_as_words(run, row):
    import docx  # noqa: PLC0415

    document = docx.Document()
    document.add_heading("Service Level Agreement")
    document.add_paragraph("The Supplier shall promptly answer <w:t>&amp;</w:t> {{ 7*7 }} =1+1.")
    document.save(run.folder / "draft.docx")
    ran = run("lint", "draft.docx", "-o", "reviewed.docx")
    ran.check(code=1, peak=250)
    again = run("lint", "reviewed.docx", "--format", "json")
    again.check(code=1, peak=250)
    assert "{{ 7*7 }}" in docx.Document(run.folder / "reviewed.docx").paragraphs[1].text
    row("markup as words of a Word draft", "the review reads back", f"code {again.code}", again)
