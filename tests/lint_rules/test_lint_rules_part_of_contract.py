"""A text that says that it is a schedule to a contract leaves the rest to that contract."""

import pytest

from clausewright.lint_rules.part_of_contract import says_it_is_part
from clausewright.lint_rules.topics.missing_topic import RULE
from clausewright.testing import draft_of, findings_of


@pytest.mark.parametrize(
    "text",
    [
        "This SLA is one of several schedules to the whole Contract.",
        "This document forms a part of the Acme Hosting Agreement.",
        "The Service Level Agreement is an exhibit to our Terms.",
    ],
)
def test_a_text_that_calls_itself_a_part(text):
    assert says_it_is_part(draft_of(RULE, f"# SLA\n\n{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "The Provider updates each schedule to the extent the Agreement allows.",
        "The price list is a schedule to the Acme Hosting Agreement.",
        "This SLA is reviewed each year; the review is a part of the contract file.",
        "this sla is " + "a schedule " * 5000,
    ],
)
def test_other_words_on_parts(text):
    assert not says_it_is_part(draft_of(RULE, f"# SLA\n\n{text}"))


def test_the_term_is_left_to_the_contract():
    text = "# Service level agreement\n\nUptime is 99.9% a month.\n"
    told = {one.topic for one in findings_of(RULE, text)}
    part = text + "\nThis SLA is one of several schedules to the whole contract.\n"
    assert "term" in told
    assert "term" not in {one.topic for one in findings_of(RULE, part)}
