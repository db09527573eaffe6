import re

import pytest
from linting_drafts import lint, rule, whole, word_rule

from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.lint_rules.rule import Finding
from clausewright.linting.locate import Said
from clausewright.linting.suppression import Suppression
from clausewright.model.finding import Severity
from clausewright.model.span import Span
from clausewright.readers import read

IGNORE = "<!-- clausewright: ignore AAA001 -- agreed -->"


@pytest.fixture(autouse=True)
def _rules(use_rules):
    use_rules(
        word_rule("AAA001", "alpha"), word_rule("BBB001", "beta"), rule("CCC001", whole("missing"))
    )


def lines(text, code="AAA001"):
    return [f.start.line for f in lint(text).findings if f.code == code]


HELD = {
    "before a paragraph": f"{IGNORE}\nalpha here\n\nalpha there",
    "before a paragraph, blank line": f"{IGNORE}\n\nalpha here\n\nalpha there",
    "at the end of a paragraph": f"alpha here {IGNORE}\n\nalpha there",
    "in the middle of a paragraph": f"alpha {IGNORE} here\n\nalpha there",
    "at the end of a hard-wrapped paragraph": f"alpha here\nis the end. {IGNORE}\n\nalpha there",
    "beside bold words": f"**alpha** here {IGNORE}\n\nalpha there",
    "in an item": f"- alpha here {IGNORE}\n- alpha there",
    "before an item": f"{IGNORE}\n\n- alpha here\n- alpha there",
    "before an item deeper": f"- one\n  {IGNORE}\n  - alpha here\n  - alpha there",
    "in a numbered item": f"1. alpha here {IGNORE}\n2. alpha there",
    "in a quotation": f"> alpha here {IGNORE}\n\nalpha there",
    "before a quotation": f"{IGNORE}\n\n> alpha here\n\nalpha there",
    "inside a quotation": f"> {IGNORE}\n>\n> alpha here\n\nalpha there",
    "in a cell, its row": f"| a | b |\n|---|---|\n| alpha | x {IGNORE} |\n| alpha | y |",
    "before a table, all of it": f"{IGNORE}\n\n| alpha | b |\n|---|---|\n| alpha | x |\n\nalpha",
    "at a heading": f"# alpha {IGNORE}\n\nalpha there",
    "before a heading, its section": (
        f"# X\n\n{IGNORE}\n\n## A\n\nalpha\n\n### B\n\nalpha\n\n## C\n\nalpha"
    ),
    "before a setext heading": f"{IGNORE}\n\nA\n===\n\nalpha\n\nB\n===\n\nalpha",
    "over several lines": "<!-- clausewright: ignore AAA001\n-- agreed in\nMay -->\nalpha\n\nalpha",
    "by name": f"{IGNORE.replace('AAA001', 'rule-aaa001')}\nalpha here\n\nalpha there",
    "in small letters": f"{IGNORE.replace('AAA001', 'aaa001')}\nalpha here\n\nalpha there",
    "with another": f"{IGNORE.replace('AAA001', 'BBB001, AAA001')}\nalpha here\n\nalpha there",
    "with a dash": f"{IGNORE.replace(' -- ', ' — ')}\nalpha here\n\nalpha there",
    "after front matter": f"---\ntitle: x\n---\n{IGNORE}\nalpha here\n\nalpha there",
    "in the front matter, the next block": (
        "---\ntitle: x\n# clausewright: ignore AAA001 -- agreed\n---\n\nalpha here\n\nalpha there"
    ),
    "before a bold line, its section": (
        f"text\n\n{IGNORE}\n\n**1. A**\n\nalpha\n\nalpha\n\n**2. B**\n\nalpha"
    ),
    "at the end of a bold line": f"**1. The alpha** {IGNORE}\n\nalpha there",
    "in a paragraph of HTML": f"<p>alpha here {IGNORE}</p>\n\nalpha there",
    "in a block of HTML, before its text": f"<div>\n{IGNORE}\nalpha here\n</div>\n\nalpha there",
    "in a cell of HTML, its row": (
        f"<table><tr><td>alpha</td><td>x {IGNORE}</td></tr>\n<tr><td>alpha</td></tr></table>"
    ),
    "in an item of a quotation": f"> - alpha here {IGNORE}\n> - alpha there",
    "in a later paragraph of an item": f"- one\n\n  alpha here {IGNORE}\n\n  alpha there",
    "after HTML": f"<div>\n{IGNORE}\n</div>\n\nalpha here\n\nalpha there",
}


@pytest.mark.parametrize("text", HELD.values(), ids=HELD.keys())
def test_the_first_is_held_back_and_the_last_speaks(text):
    last = max(number for number, line in enumerate(text.split("\n"), 1) if "alpha" in line)
    assert lines(text) == [last]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- clausewright: ignore BBB001 -- agreed -->\nalpha",
        "<!-- ignore AAA001 -- agreed -->\nalpha",
        "<!-- clausewright: ignore -- AAA001 -->\nalpha",
        "```\n<!-- clausewright: ignore-file AAA001 -- in code -->\n```\n\nalpha",
        "`<!-- clausewright: ignore AAA001 -- in code -->` alpha",
        f"other\n{IGNORE}\n\nother\n\nalpha",
    ],
)
def test_other_remarks_hold_nothing_back(text):
    assert len(lines(text)) == 1


def test_a_range():
    text = (
        "alpha\n\n<!-- clausewright: ignore-start AAA001 -- quoted -->\n\nalpha beta\n\n- alpha\n\n"
        "<!-- clausewright: ignore-end -->\n\nalpha"
    )
    assert lines(text) == [1, 11]
    assert lines(text, "BBB001") == [5]


def test_ranges_within_each_other_end_by_their_rules():
    text = (
        "<!-- clausewright: ignore-start AAA001 -- x -->\n\n"
        "<!-- clausewright: ignore-start BBB001 -- x -->\n\nalpha beta\n\n"
        "<!-- clausewright: ignore-end AAA001 -->\n\nalpha beta\n\n"
        "<!-- clausewright: ignore-end BBB001 -->\n\nalpha beta"
    )
    assert lines(text) == [9, 13]
    assert lines(text, "BBB001") == [13]


def test_a_range_without_end_holds_to_the_end():
    assert lines("alpha\n\n<!-- clausewright: ignore-start AAA001 -- x -->\n\nalpha") == [1]


def test_a_whole_file():
    text = "alpha\n\n<!-- clausewright: ignore-file AAA001 CCC001 -- x -->\n\nalpha beta"
    assert [f.code for f in lint(text).findings] == ["BBB001"]
    assert lint(text).suppressed == 3


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_the_front_matter_may_speak_for_the_whole_file(fence):
    text = (
        f"{fence}\ntitle: x\n  # clausewright: ignore-file AAA001, CCC001 -- agreed\n{fence}\n\n"
        "alpha\n\nbeta"
    )
    assert [f.code for f in lint(text).findings] == ["BBB001"]


def test_other_comments_of_the_front_matter_are_no_remarks():
    text = "---\n# ignore-file AAA001 -- for clausewright: no\ntitle: x\n---\n\nalpha"
    assert lines(text) == [6]


HTML_HELD = {
    "in a paragraph": f"<p>alpha {IGNORE}</p>\n<p>alpha</p>",
    "in an item": f"<ul><li>alpha {IGNORE}</li>\n<li>alpha</li></ul>",
    "in a cell, its row": (
        f"<table><tr><td>alpha</td><td>{IGNORE}x</td></tr>\n<tr><td>alpha</td></tr></table>"
    ),
    "before a heading, its section": f"\n{IGNORE}\n<h2>A</h2><p>alpha</p>\n<h2>B</h2><p>alpha</p>",
    "in a quotation": f"<blockquote><p>alpha {IGNORE}</p></blockquote>\n<p>alpha</p>",
}


@pytest.mark.parametrize("text", HTML_HELD.values(), ids=HTML_HELD.keys())
def test_in_html_the_first_is_held_back_and_the_last_speaks(text):
    last = max(number for number, line in enumerate(text.split("\n"), 1) if "alpha" in line)
    found = lint(f"<html><body>{text}</body></html>", name="draft.html").findings
    assert [f.start.line for f in found if f.code == "AAA001"] == [last]


def test_only_a_directive_for_the_file_holds_back_a_finding_about_all_of_it():
    text = "<!-- clausewright: ignore CCC001 -- x -->\n\n# Title\n\ntext"
    assert [f.code for f in lint(text).findings] == ["CCC001"]


def test_plain_text_has_no_directives():
    result = lint(f"{IGNORE}\nalpha", name="draft.txt")
    assert "AAA001" in [f.code for f in result.findings]


def in_source(draft, options, hits):
    """Speak of each alpha in the source, which need not be part of the text."""
    for found in re.finditer("alpha", draft.document.source):
        yield Finding(None, "alpha", source=Span(*found.span()))


def at_blocks(draft, options, hits):
    """Speak of what is missing before each block."""
    for block in draft.document.blocks:
        yield Finding(Span(block.span.start, block.span.start), "something is missing")


@pytest.mark.parametrize("check", [in_source, at_blocks])
def test_what_stands_in_no_text_is_held_back_by_its_place(use_rules, check):
    use_rules(rule("AAA001", check))
    assert lines(f"alpha\n\n{IGNORE}\n\nalpha\n\nalpha") == [1, 7]


def held(text, *findings):
    """Give how many findings are kept, and the directives that held one back."""
    document = read("draft.md", text.encode())
    draft = Draft(document, AnalysisSettings("external-sla", "option"), scanner_for())
    suppression = Suppression(document, draft.directives)
    said = [Said(word_rule("AAA001", "alpha"), one, Severity.WARNING) for one in findings]
    return len(suppression.kept(said)), suppression.silenced


def test_only_directives_that_held_something_back_are_at_work():
    text = f"{IGNORE}\n\nalpha\n\n{IGNORE}\n\nbeta"
    assert held(text, Finding(Span(0, 5), "x")) == (0, {(0, "aaa001")})
    assert held(text, Finding(Span(6, 10), "x")) == (0, {(1, "aaa001")})
    assert held(text, Finding(None, "x")) == (1, set())
    at = text.index("alpha\n")
    assert held(text, Finding(None, "x", source=Span(at, at + 5))) == (0, {(0, "aaa001")})
    assert held(text, Finding(None, "x", source=Span(0, 4))) == (1, set())
    assert held(text) == (0, set())


def test_a_directive_for_the_file_is_at_work_wherever_it_holds_something_back():
    text = "<!-- clausewright: ignore-file rule-aaa001 -- x -->\n\nalpha"
    assert held(text, Finding(None, "x")) == (0, {(0, "rule-aaa001")})
    assert held(text) == (0, set())
