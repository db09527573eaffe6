"""Slips of the keyboard, and what is on purpose; each fix mends and adds nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright.lint_rules.drafts import invisible_character
from clausewright.lint_rules.typing import doubled_word, mixed_quotes, stray_space
from clausewright.testing import draft_of, findings_of

RULES = [doubled_word.RULE, stray_space.RULE, mixed_quotes.RULE, invisible_character.RULE]


def as_read(rule, text):
    return draft_of(rule, text, format="text").text


def mended(rule, text):
    text = as_read(rule, text)
    edits = [e for f in findings_of(rule, text, format="text") if f.fix for e in f.fix.edits]
    for edit in sorted(edits, key=lambda e: e.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("rule", "text", "good"),
    [
        (doubled_word.RULE, "Pay to to the Supplier.", "Pay to the Supplier."),
        (stray_space.RULE, "Pay , and ( then leave ) .", "Pay, and (then leave) ."),
        (mixed_quotes.RULE, '\u201cA\u201d and \u201cB\u201d and "C"', "“A” and “B” and “C”"),
        (invisible_character.RULE, "Ser\u200bvice", "Service"),
    ],
)
def test_the_fix_mends(rule, text, good):
    assert mended(rule, text) == good


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@given(text=st.text(alphabet='ab "“”,.();\u200bthe', max_size=60))
@settings(max_examples=80)
def test_what_is_fixed_needs_fewer_fixes_and_loses_no_letter(rule, text):
    text = as_read(rule, text)
    fixed = mended(rule, text)
    if rule is not doubled_word.RULE:
        assert [c for c in fixed if c.isalpha()] == [c for c in text if c.isalpha()]
    if fixed != text:
        assert len(findings_of(rule, fixed, format="text")) <= len(
            findings_of(rule, text, format="text")
        )


@pytest.mark.parametrize("text", ["( )", "( x ) open", "a . . . . b", "w o r d s , apart"])
def test_spaces_on_purpose_stay(text):
    assert findings_of(stray_space.RULE, text, format="text") == []
