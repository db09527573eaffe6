"""Examples of plain paragraphs, run again as Word drafts: both readers are held to the same."""

import io
import re

import docx
import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft
from clausewright.lint_rules import RULES
from clausewright.lint_rules.rule import Bad
from clausewright.linting.apply import apply_rules
from clausewright.linting.check import ActiveRule, scanner_of, speaks_under

MARKUP = re.compile(
    r"^\s*([#>|*+<~`=-]|\d+[.)]|\(?[a-z]\))|\*\*|`|<|\]\(|\]:|~~|\\|&|_|  $", re.MULTILINE
)
PLAIN = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
    if example.format == "markdown" and not MARKUP.search(example.text) and not rule.review
]


def word_draft(text):
    document = docx.Document()
    for paragraph in re.split(r"\n\s*\n", text):
        document.add_paragraph(" ".join(paragraph.split("\n")))
    data = io.BytesIO()
    document.save(data)
    return readers.read("example.docx", data.getvalue())


@pytest.mark.parametrize(("rule", "example"), PLAIN)
def test_example_holds_in_word(rule, example):
    active = ActiveRule(rule, rule.options)
    draft = Draft(
        word_draft(example.text), AnalysisSettings(example.profile, "option"), scanner_of([active])
    )
    assert speaks_under(rule, draft.profile.name) or not isinstance(example, Bad)
    said = apply_rules(draft, [active], lambda one, _: one.severity, frozenset()).said
    found = [
        "the whole" if one.finding.span is None else draft.document.text_of(one.finding.span)
        for one in said
    ]
    expected = []
    if isinstance(example, Bad):
        expected = [" ".join(example.text[a:b].split()) for a, b in example.spans]
        expected = ["the whole"] if example.whole else expected
    assert [" ".join(words.split()) for words in found] == expected
