"""Commitments with target, window and anatomy, from sentences, lists and tables."""

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.model.facts import METRIC_NAMES

SCANNER = scanner_for()


def draft(text: str, name: str = "a.md") -> Draft:
    document = readers.read(name, text.encode())
    return Draft(document, AnalysisSettings("external-sla", "option"), SCANNER)


def told(text: str) -> list[tuple[str, float | None, str | None]]:
    """Give name, target value and window of each metric."""
    return [
        (one.name, one.target.value if one.target else None, one.window)
        for one in draft(text).metrics
    ]


def table(*rows: str) -> str:
    head, *body = rows
    return "\n".join([head, "|" + " --- |" * (head.count("|") - 1), *body]) + "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Supplier guarantees 99.9% availability in each calendar month.",
            ("availability", 99.9, "each calendar month"),
        ),
        (
            "Uptime is 99.9% of the time, which equates to 4 hours of downtime per month.",
            ("availability", 99.9, "per month"),
        ),
        (
            "The desk shall answer 95% of the calls within 20 minutes.",
            ("response time", 20, None),
        ),
        ("Monthly uptime shall be at least 99.5%.", ("availability", 99.5, "Monthly")),
        (
            "The Provider shall respond to tickets within 4 business hours.",
            ("response time", 4, "business hours"),
        ),
        ("The Provider shall resolve each fault within 2 days.", ("resolution time", 2, None)),
        (
            "The Provider shall notify the Customer of planned maintenance at least 5 days ahead.",
            ("notice", 5, None),
        ),
        (
            "Planned maintenance shall not exceed 4 hours per month.",
            ("maintenance limit", 4, "per month"),
        ),
        ("Maintenance takes place between 11 pm and 5 am.", ("maintenance limit", 23, None)),
        ("The recovery time objective is 4 hours.", ("rto", 4, None)),
        ("The RPO is 15 minutes.", ("rpo", 15, None)),
        ("API response times shall stay below 300 ms.", ("latency", 300, None)),
        ("The error rate shall not exceed 0.1% per month.", ("error rate", 0.1, "per month")),
        (
            "The Provider shall give status updates every 2 hours.",
            ("update interval", 2, None),
        ),
        ("The system shall serve 500 requests per second.", ("throughput", 500, None)),
        ("Backups are made daily.", ("other", 1, None)),
        (
            "Marketing shall hand over at least 200 leads per month.",
            ("throughput", 200, "per month"),
        ),
    ],
)
def test_sentences(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Customer shall pay each invoice within 30 days.",
        "Either party may terminate on 60 days' notice.",
        "Claims shall be submitted within 15 days of the end of the month.",
        "This agreement renews for 12 months unless cancelled 30 days before.",
        "The credit is 10% of the monthly fee.",
        "We may change this SLA on 30 days' notice.",
        "Support is open 24 hours a day, 7 days a week.",
        "The Customer shall respond to questions within 2 days.",
        "The average response time is more than 2 weeks.",
        "Availability = (total - downtime) / total x 100%, calculated per month.",
        "Last updated: daily. Next review: quarterly.",
    ],
)
def test_what_is_no_service_level(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Provider shall respond promptly to incidents.", "response time"),
        ("The Provider will use reasonable efforts to resolve errors.", "resolution time"),
        ("Customers shall be notified of maintenance in good time, in advance.", "notice"),
        ("The Provider commits to a high availability of the platform.", "availability"),
        (
            "The Provider hosts the Service with Uptime of no less than the Promised Level.",
            "availability",
        ),
        ("- Target uptime: [__]%", "availability"),
        ("- Target Response Time: {response_time}", "response time"),
    ],
)
def test_commitments_without_a_number(text, name):
    (found,) = draft(text).metrics
    assert (found.name, found.target) == (name, None)
    assert "target" in found.missing


def test_response_and_resolution_of_a_row_are_two():
    text = table(
        "| Priority | Meaning | Response time | Resolution time |",
        "| P1 | Down | 15 minutes | 4 hours |",
        "| P2 | Slow | 1 hour | 2 business days |",
    )
    assert told(text) == [
        ("response time", 15, None),
        ("resolution time", 4, None),
        ("response time", 1, None),
        ("resolution time", 2, "business days"),
    ]
    assert [one.severity for one in draft(text).metrics] == ["P1", "P1", "P2", "P2"]


def test_plans_of_a_row_are_one():
    text = "## Initial response\n\n" + table(
        "| Severity | Pro | Enterprise |", "| High | 4 hours | 1 hour |", "| Low | 2 days | 1 day |"
    )
    assert told(text) == [("response time", 4, None), ("response time", 2, None)]


def test_units_in_the_header():
    text = table("| Priority | Response (hours) | Uptime % |", "| High | 4 | 99.5 |")
    assert [(one.target.value, one.target.unit) for one in draft(text).metrics if one.target] == [
        (4, "hours"),
        (99.5, "%"),
    ]


def test_turned_table_gives_a_target_for_each_class():
    text = table("|  | Critical | Low |", "| Response time | 1 hour | 8 hours |")
    assert [(one.severity, one.target.value) for one in draft(text).metrics if one.target] == [
        ("Critical", 1),
        ("Low", 8),
    ]


def test_columns_of_a_level_table_serve_their_row():
    text = table(
        "| Service | Availability | Measurement period | Method | Exclusions | Baseline "
        "| Reporting | Consequence |",
        "| Portal | 99.5% | calendar month | external probe | maintenance | 99.2% "
        "| monthly | credit |",
    )
    (found,) = draft(text).metrics
    assert (found.service, found.window, found.missing) == ("Portal", "calendar month", ())


def test_window_of_the_section_serves_its_targets():
    text = (
        "## Support\n\n### Times\n\n"
        + table("| Priority | Response time |", "| High | 1 hour |")
        + "\n### Clock\n\nResponse times are measured during support hours.\n\n"
        "## Other\n\nThe Provider shall respond to questions within 3 days.\n"
    )
    assert [window for _, _, window in told(text)] == ["during support hours", None]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        (
            (
                "The Provider shall respond within 4 business hours.\n\n"
                "Business hours are Monday to Friday, 09:00-17:00.\n"
            ),
            "business hours (Monday to Friday, 09:00-17:00)",
        ),
        (
            (
                '"Working Day" means Monday to Thursday, 8 am to 4 pm.\n\n'
                "The Provider shall resolve each incident within 2 working days.\n"
            ),
            "working days (Monday to Thursday, 8 am to 4 pm)",
        ),
        (
            (
                '"Counting Period" means each calendar quarter.\n\n'
                "Uptime shall be at least 99.5% over a Counting Period.\n"
            ),
            "a Counting Period (each calendar quarter)",
        ),
        (
            (
                "Monthly uptime shall be at least 99.5%.\n\n"
                "Uptime is measured by an external probe over each calendar month.\n"
            ),
            "Monthly (each calendar month)",
        ),
        (
            (
                "The Provider shall respond within 1 hour, 24x7.\n\n"
                "Business hours are Monday to Friday, 09:00-17:00.\n"
            ),
            "24x7",
        ),
        (
            (
                "The Provider shall respond within 4 business hours.\n\n"
                "Maintenance is done Saturday to Sunday, 22:00-23:00.\n"
            ),
            "business hours",
        ),
    ],
)
def test_window_is_told_with_what_the_document_says_it_means(text, window):
    assert [one.window for one in draft(text).metrics if one.target][:1] == [window]


def test_condition_does_not_name_what_the_duty_after_it_times():
    text = (
        "If the survey has at least 20 answers, the Director shall pay for a day out within 30 "
        "days. If a call is not answered, the Provider shall respond to it within 2 hours."
    )
    assert [one[:2] for one in told(text)] == [("response time", 2.0)]


def test_row_of_a_table_serves_numbers_that_only_weigh_enough():
    text = "## Support\n\nWe respond to tickets by priority.\n\n" + table(
        "| Level | Time | Coverage |", "| P1 | 2 hours | 24x5 |", "| P2 | 8 hours | 12x5 |"
    )
    found = [one for one in draft(text).metrics if one.target]
    assert [(one.window, one.severity) for one in found] == [("24x5", "P1"), ("12x5", "P2")]


BY_NAME = """# Service Level Agreement

## 1. Routes

The Carrier shall keep the Accuracy of each Route at or above 97% in each calendar quarter.

The Carrier shall exclude from {name} each parcel that the Shipper handed over late. The baseline of
{name} is the mean of 2025.
"""


def test_sentence_that_follows_gives_what_it_says_of_a_metric_by_its_name():
    (metric,) = draft(BY_NAME.format(name="Accuracy")).metrics
    assert metric.label == "Accuracy"
    assert metric.exclusions
    assert metric.baseline


@pytest.mark.parametrize(
    "text",
    [
        BY_NAME.format(name="Reach"),
        BY_NAME.format(name="Accuracy").replace(
            "The Carrier shall exclude", "## 2. Other\n\nThe Carrier shall exclude"
        ),
    ],
)
def test_sentence_on_another_name_or_of_another_section_gives_nothing(text):
    metric = next(one for one in draft(text).metrics if one.label == "Accuracy")
    assert not metric.exclusions


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The Host shall keep the Order Flow of a Desk at or above 3 transactions per second.",
            "Order Flow",
        ),
        ("The Host shall handle at or above 30 requests per second.", "requests per second"),
    ],
)
def test_what_is_kept_at_a_level_gives_the_label(text, label):
    assert [one.label for one in draft(f"# Levels\n\n{text}\n").metrics] == [label]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("The Host shall report each breach within 6 hours (breach notice), counted 24x7.", "24x7"),
        (
            "The Host shall report each breach within 6 hours (breach notice) by the 24x7 desk.",
            None,
        ),
        (
            "The recovery time objective is 6 hours, running in Support Hours.",
            "Support Hours",
        ),
    ],
)
def test_hours_that_a_limit_is_counted_in_are_its_window(text, window):
    assert [one.window for one in draft(f"# Levels\n\n{text}\n").metrics] == [window]


def test_period_elsewhere_is_no_window():
    text = "The platform is available 99.9% of the time. The fee is due each calendar month."
    assert told(text) == [("availability", 99.9, None)]


def test_credit_scale_gives_the_level_where_no_words_do():
    text = table("| Monthly uptime | Credit |", "| < 99.9% and >= 99% | 5% |", "| < 99% | 10% |")
    assert told(text) == [("availability", 99.9, "Monthly")]
    stated = "Monthly uptime shall be 99.95%.\n\n" + text
    assert told(stated) == [("availability", 99.95, "Monthly")]


def test_conversion_table_promises_nothing():
    text = "Uptime is 99.9% per month.\n\n" + table(
        "| Uptime | Allowed downtime per month |", "| 99.9% | 43 minutes |", "| 99% | 7 hours |"
    )
    assert told(text) == [("availability", 99.9, "per month")]


def test_missing_never_names_what_is_there():
    text = (
        "Uptime shall be 99.9% in each calendar month, excluding maintenance. It is measured by an "
        "external probe and reported monthly. Below it a service credit is due."
    )
    for metric in draft(text).metrics:
        there = {
            "target": metric.target is not None,
            "unit": metric.target is not None and bool(metric.target.unit),
            "window": metric.window is not None,
            "method": metric.method,
            "exclusions": metric.exclusions,
            "baseline": metric.baseline,
            "reporting": metric.reporting,
            "consequence": metric.consequence,
        }
        assert set(metric.missing) == {field for field, given in there.items() if not given}
    assert draft(text).metrics[0].missing == ("baseline",)


def test_names_and_spans():
    text = "Uptime is 99.9% per month. The Provider shall respond within 4 hours and update daily."
    read = draft(text)
    assert read.metrics
    for metric in read.metrics:
        assert metric.name in METRIC_NAMES
        assert metric.label.strip()
        assert read.document.text_of(metric.span).strip() == read.document.text_of(metric.span)
        if metric.window_span:
            assert read.document.text_of(metric.window_span) == metric.window


@pytest.mark.parametrize(
    "line",
    [
        "The Provider shall respond to tickets within 4 hours during support hours.\n\n",
        "## Level\n\n- **Target**: 99.5%\n- **Measurement period**: calendar month\n\n",
        "| Uptime | Credit |\n| --- | --- |\n| < 99.9% and >= 99% | 5% |\n| < 99% | 10% |\n\n",
        "- Critical: response within 1 hour\n",
        (
            "Support hours are 9:00 to 17:00, Monday to Friday. The Provider shall respond to "
            "tickets within 4 hours during support hours.\n\n"
        ),
        (
            "The availability of the portal is a service level. The availability of the gateway "
            "shall be 99.5% each month. "
        ),
    ],
)
@pytest.mark.usefixtures("must_end")
def test_no_long_text_runs_away(line):
    assert draft(line * 1_200).metrics is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The portal shall not be unavailable for more than 4 hours in any month.",
            ("availability", 4, "any month"),
        ),
        ("The desk will respond to (not necessarily resolve) a ticket in 2 hours.", None),
        ("First call resolution rate: 75%.", ("other", 75, None)),
        ("80% of calls will be answered within 20 seconds.", ("response time", 20, None)),
        ("Data breaches will be reported within 72 hours.", ("notice", 72, None)),
    ],
)
def test_denied_and_narrow_words(text, expected):
    assert told(text) == [expected or ("response time", 2, None)]
