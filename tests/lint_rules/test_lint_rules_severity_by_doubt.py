"""Findings that are hints, and why: what a text answers in its own words, and what it is."""

import pytest

from clausewright.lint_rules.length import over_length_document
from clausewright.lint_rules.metrics import (
    no_baseline,
    no_consequence,
    no_measurement,
    no_target,
    no_window,
)
from clausewright.lint_rules.terms import duplicate_definition
from clausewright.lint_rules.topics import incomplete_topic, missing_topic
from clausewright.linting.lint import lint_bytes
from clausewright.model.finding import Severity
from clausewright.testing import findings_of

LEVEL = "Uptime shall be 99.5% in each calendar month."
TIME = "The Provider shall respond to each incident within 4 hours."


def texts_of(rule, text, profile="external-sla"):
    return [finding.message for finding in findings_of(rule, text, profile)]


def severities_of(rule, text, profile="external-sla"):
    return [finding.severity for finding in findings_of(rule, text, profile)]


@pytest.mark.parametrize(
    "answer",
    [
        "If the Provider misses a target twice in a row, both managers will meet.",
        "In case of violations of the agreed service targets the Provider will look into it.",
        "The desk may be moved elsewhere if it doesn't meet the requirements of this agreement.",
        "- Written summary with causes and remedies for any SLA breach",
        "| Trigger | Goes to |\n| --- | --- |\n| Missed SLA, twice | Review by the board |",
        "## SLA breaches\n\nThe managers look into the causes.",
        "**Consequences:**\n\n- more staff on the desk\n- a second shift",
        "If the service levels are not met, the customer can send a complaint.",
    ],
)
def test_an_answer_in_any_words_serves_all_targets(answer):
    assert texts_of(no_consequence.RULE, f"{LEVEL} {TIME}\n\n{answer}\n") == []


@pytest.mark.parametrize(
    "other",
    [
        "If the Customer fails to pay, the Provider may suspend the Service.",
        "The Provider may change targets at any time.",
        "Outages that are not due to the Provider are excluded from the SLA failure count.",
        "## Service levels\n\nThey are set out above.",
        "If the uptime commitment is not met, the Customer receives free hours of training.",
    ],
)
def test_what_is_no_answer_leaves_the_time_without_consequence(other):
    (message,) = texts_of(no_consequence.RULE, f"{TIME}\n\n{other}\n")
    assert message == "nothing follows when the response time target is missed"


def test_kinds_without_consequence_are_told_together():
    (message,) = texts_of(no_consequence.RULE, f"{LEVEL}\n\n{TIME}\n")
    assert message == "nothing follows when a target is missed: availability, response time"


def test_a_text_that_denies_a_consequence_is_a_hint():
    text = f"{LEVEL}\n\nWe assume no liability for missed targets under this SLA.\n"
    (finding,) = findings_of(no_consequence.RULE, text)
    assert finding.severity is Severity.INFO
    assert "limits what follows" in finding.message


def lint_of(page):
    return {
        finding.code: finding.severity for finding in lint_bytes("page.md", page.encode()).findings
    }


def test_a_page_that_is_no_agreement_is_asked_less():
    promises = (
        "We respond to tickets within 4 business hours. Business hours are Monday to Friday, 9:00 "
        "to 17:00 CET. You can mail our support at any time, and we answer all your questions. "
        "Your plan sets which tickets our support handles first.\n"
    )
    page = lint_of(f"# Support plans\n\n{promises}")
    agreement = lint_of(f"# Service level agreement\n\n{promises}")
    for code in ("MET004", "MET005"):
        assert page[code] is Severity.INFO
        assert agreement[code] is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Failed disks are replaced within 4 hours of detection.",
        "The desk responds within 30 minutes after receipt of the ticket.",
        "- Reply: (time from your request to a first answer) 1 business day",
        "The portal is available 99.9% of all minutes in a calendar month.",
        "Each tunnel carries up to 500 Gbps of traffic at any moment.",
    ],
)
def test_a_start_or_a_sum_beside_the_target_is_a_measure(text):
    assert texts_of(no_measurement.RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The desk responds within 4 hours.",
        "The desk responds to 95% of tickets within 4 hours.",
        "The portal is available 99.9% of the time in each month.",
    ],
)
def test_a_target_alone_is_not_measured(text):
    assert len(texts_of(no_measurement.RULE, text)) == 1


def test_hours_missing_in_many_places_are_told_once():
    table = (
        "## {0}\n\n| Class | Response time |\n| --- | --- |\n| High | {0} hours |\n"
        "| Low | 9 hours |\n"
    )
    text = "\n".join(table.format(n) for n in (2, 3, 4, 5))
    (message,) = texts_of(no_window.RULE, text)
    assert message.endswith("(and 7 more in 4 places)")
    few = "\n".join(table.format(n) for n in (2, 3))
    assert len(texts_of(no_window.RULE, few)) == 2


def test_days_are_a_hint_and_weeks_nothing():
    assert severities_of(no_window.RULE, "The desk shall respond within 3 days.") == [Severity.INFO]
    assert texts_of(no_window.RULE, "The desk shall respond within 2 weeks.") == []


def test_one_request_may_be_bound_without_a_period():
    bound = "Each page of the portal shall have a load time below 2 seconds."
    assert severities_of(no_window.RULE, bound) == [Severity.INFO]
    mean = "The average load time of the portal shall be below 2 seconds."
    assert severities_of(no_window.RULE, mean) == [None]


def test_only_counts_need_past_figures_between_departments():
    profile = "internal-sla"
    assert severities_of(no_baseline.RULE, f"{LEVEL} {TIME}", profile) == [Severity.INFO]
    counted = "The desk shall hand over at least 200 qualified leads per month."
    assert severities_of(no_baseline.RULE, counted, profile) == [None]


def test_a_metric_is_named_only_where_its_words_stand():
    row = "| Priority | Resolution time |\n| --- | --- |\n| High | 4 hours |\n| Low | {} |\n"
    (message,) = texts_of(no_target.RULE, row.format("At the discretion of the desk"))
    assert message.endswith("sets no number for the resolution time")
    (message,) = texts_of(no_target.RULE, row.format("As it comes, best of all promptly"))
    assert message.endswith("sets no number for this commitment")


def test_a_framework_may_be_long():
    duties = "\n\n".join(
        f"{n}. The Supplier shall report each outage of system {n} within 2 hours."
        for n in range(1, 200)
    )
    told = findings_of(over_length_document.RULE, f"# SLA framework\n\n{duties}")
    assert [one.severity for one in told] == [Severity.INFO]
    told = findings_of(over_length_document.RULE, f"# Service level agreement\n\n{duties}")
    assert [one.severity for one in told] == [Severity.WARNING]


def test_terms_for_everybody_need_not_settle_a_merger():
    text = (
        "# Service level agreement\n\nBy using the service you accept this agreement.\n\n"
        "## Assignment\n\nNeither party may assign or transfer this agreement without the prior "
        "written consent of the other party.\n"
    )
    (finding,) = findings_of(incomplete_topic.RULE, text)
    assert (finding.topic, finding.severity) == ("assignment", Severity.INFO)
    negotiated = text.replace("By using the service you accept this agreement.", "")
    (finding,) = findings_of(incomplete_topic.RULE, negotiated)
    assert (finding.topic, finding.severity) == ("assignment", Severity.WARNING)


def test_a_miss_answered_in_other_words_makes_missing_remedies_a_hint():
    text = (
        "# Service level agreement\n\nThis agreement is between Harbour Ltd and Quay Ltd.\n\n"
        f"{LEVEL}\n\nIf the Provider does not adhere to the target, the Customer can send an "
        "enquiry.\n"
    )
    told = [one for one in findings_of(missing_topic.RULE, text) if one.topic == "remedies"]
    assert [one.severity for one in told] == [Severity.INFO]
    assert "some words answer a miss" in told[0].message


def test_a_short_name_beside_a_definition_is_a_hint():
    named = 'The Provider runs the portal (the "Service").\n\n'
    again = '"Service" means hosting and support.'
    assert severities_of(duplicate_definition.RULE, named + again) == [Severity.INFO]
    twice = '"Service" means the portal.\n\n' + again
    assert Severity.INFO not in severities_of(duplicate_definition.RULE, twice)
    assert texts_of(duplicate_definition.RULE, twice)
