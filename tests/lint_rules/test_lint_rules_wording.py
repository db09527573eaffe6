"""What the wording rules share: profiles, measures, context, options of a house."""

import dataclasses

import pytest

from clausewright.lint_rules import wording
from clausewright.lint_rules.wording import (
    vague_effort,
    vague_quality,
    vague_quantity,
    vague_time,
)
from clausewright.model.finding import Severity
from clausewright.testing import draft_of, findings_of

RULES = {rule.code: rule for rule in wording.RULES}


def said(rule, text, profile="external-sla"):
    draft = draft_of(rule, text, profile)
    return [draft.document.text_of(f.span) for f in findings_of(rule, text, profile)]


@pytest.mark.parametrize(
    "text",
    [
        "The Supplier may promptly end the trial.",
        "If the Customer does not promptly pay, the Supplier may stop.",
        "The Supplier is not bound to act promptly.",
        "The Supplier has the right to leave promptly.",
        "## Act promptly",
        "> The Supplier shall act promptly.",
        "The word \u201cpromptly\u201d shall be avoided.",
        "`promptly`",
    ],
)
def test_words_that_bind_nobody_are_tolerated(text):
    assert said(vague_time.RULE, text, "contract") == []


def test_a_time_measures_promptness_and_a_count_does_not():
    assert said(vague_time.RULE, "The Supplier shall promptly, in 2 hours, answer.") == []
    assert said(vague_time.RULE, "The Supplier shall promptly answer 3 mails.") == ["promptly"]


def test_overlapping_phrases_speak_once():
    text = "The Supplier shall use commercially reasonable efforts to restore it."
    assert said(vague_effort.RULE, text) == ["commercially reasonable efforts"]


def test_efforts_are_a_hint_in_a_contract():
    text = "The Supplier shall use reasonable efforts to restore it."
    (level,) = findings_of(vague_effort.RULE, text, "contract")
    assert level.severity is Severity.INFO
    (level,) = findings_of(vague_effort.RULE, text, "external-sla")
    assert level.severity is None


def test_settled_idiom_is_silent_in_a_contract():
    text = "The Supplier shall keep the goods in good working order."
    assert said(vague_quality.RULE, text) == ["good working order"]
    assert said(vague_quality.RULE, text, "contract") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- Immediate notification of faults", ["Immediate"]),
        ("We provide reliable support to you.", ["reliable"]),
        ("The Supplier shall keep adequate staff.", ["adequate"]),
        ("The appropriate party shall sign.", []),
        ("Effective Date: 1 March 2026", []),
        ("This agreement gives a complete list of services.", []),
        ("Staff is adequate.", []),
    ],
)
def test_single_words_are_read_in_their_sentence(text, words):
    rule = vague_time.RULE if "Immediate" in text else vague_quality.RULE
    assert said(rule, text) == words


def test_a_contract_needs_no_language_tier():
    rule = vague_quality.RULE
    text = "The Supplier shall keep adequate and reliable staff."
    draft = draft_of(rule, text, "contract")
    list(rule.check(draft, rule.options, draft.hits_of(rule.code)))
    assert draft.language.sentences_read == ()


def test_a_house_may_add_words():
    rule = vague_quantity.RULE
    options = dataclasses.replace(rule.options, words=("umpteen",))
    text = "The Supplier shall answer umpteen calls."
    (finding,) = findings_of(rule, text, options=options)
    assert "umpteen" in finding.message


@pytest.mark.parametrize("code", sorted(RULES))
def test_no_word_is_declared_twice(code):
    options = RULES[code].options
    for field in dataclasses.fields(options):
        words = getattr(options, field.name)
        assert len(words) == len(set(words))


@pytest.mark.parametrize("code", ["WRD001", "WRD002", "WRD003", "WRD004", "WRD006", "WRD012"])
def test_one_endless_sentence_takes_linear_time(code):
    rule = RULES[code]
    text = "We shall promptly and (if possible) use best efforts for most of the cases " * 2000
    assert findings_of(rule, text, "contract") is not None
