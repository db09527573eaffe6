"""Commitments taken by the weight of their evidence."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.analysis.metric_window_forms import hours_in, periods_in
from clausewright.model.span import Span

SCANNER = scanner_for()
FRAME = (
    "# Service Level Agreement\n\n## Incident response\n\nThe helpdesk answers every support "
    "request. Severity and priority decide the response and the resolution of an incident.\n\n"
)


def draft(text):
    return Draft(readers.read("a.md", text.encode()), AnalysisSettings(), SCANNER)


def words(form, text):
    return [text[one.start : one.end] for one in form(text, Span(0, len(text)))]


def test_a_time_without_a_known_verb_is_said_with_its_doubt():
    found = draft(FRAME + "- Urgent: one of our engineers joins you inside 20 minutes\n").metrics
    assert [one.target.value for one in found if one.target] == [20]
    assert all(0 < one.score <= 1 for one in found)


def test_rules_see_only_what_is_sure():
    one = draft(FRAME + "The Provider shall respond to each incident within 4 hours.\n")
    assert [metric.target.value for metric in one.sure_metrics if metric.target] == [4]
    assert set(one.sure_metrics) <= set(one.metrics)


def test_a_text_on_other_matters_is_not_weighed():
    text = "The buyer keeps the goods for 30 days. " * 40 + "The seller owns 40% of the shares."
    assert draft(text).metrics == ()


def test_scales_glossaries_and_contents_promise_nothing():
    scale = (
        "| Response time achieved | Service credit |\n|---|---|\n"
        "| below 95% | 5% |\n| below 90% | 10% |\n\n"
    )
    glossary = "| Term | Definition |\n|---|---|\n| Response Time | time until a reply |\n"
    found = draft(FRAME + scale + glossary).metrics
    assert [one.target.value for one in found if one.target] == [95]  # the level that starts it
    assert len(found) == 1


def test_forms_of_periods_and_hours():
    assert words(hours_in, "during the first two hours; during normal clinic hours") == [
        "during normal clinic hours"
    ]
    assert words(periods_in, "over any rolling 28-day period") == ["rolling 28-day period"]
    assert words(hours_in, "at the Desk hours, 16x7") == ["Desk hours", "16x7"]


@pytest.mark.usefixtures("must_end")
def test_forms_do_not_run_away():
    for text in (
        "a " * 200_000,
        "per each any " * 60_000,
        "24 hours " * 60_000,
        "7x" * 200_000,
        "during a " * 60_000,
    ):
        assert words(periods_in, text) == []
        list(hours_in(text, Span(0, len(text))))
