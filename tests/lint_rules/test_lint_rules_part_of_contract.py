"""What a text says of itself and of its credits, and what is therefore not missed in it."""

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


LEVELS = "# Service level agreement\n\nUptime is 99.9% of each calendar month.\n\n"


def doubts(text):
    """Severity of each missing topic."""
    return {one.topic: str(one.severity) for one in findings_of(RULE, text) if one.topic}


def test_what_is_not_the_whole_agreement_lacks_little():
    said = "This is a preview, not the complete business agreement between the parties.\n"
    assert doubts(LEVELS)["measurement"] == "warning"
    assert doubts(LEVELS + said)["measurement"] == "info"


def test_objectives_have_no_consequences():
    policy = LEVELS.replace("Service level agreement", "SLO policy")
    assert doubts(LEVELS)["remedies"] == "warning"
    assert doubts(policy)["remedies"] == "info"


@pytest.mark.parametrize(
    "grant",
    [
        "A month below it earns a credit of 5% of the fee, which is applied automatically.",
        "A month below it earns a credit of 5% of the fee without a claim by the Customer.",
        "The credit of 5% of the fee, which the Customer need not claim, is due each month.",
    ],
)
def test_credits_that_come_of_themselves_need_no_claim(grant):
    asked = LEVELS + "A month below it earns a credit of 5% of the fee.\n"
    assert "claims" in doubts(asked)
    assert "claims" not in doubts(LEVELS + grant)
