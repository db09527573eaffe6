"""Every way in which an agreement states the window of a level."""

import re

import pytest

from clausewright import readers
from clausewright.analysis.draft import AnalysisSettings, Draft, scanner_for
from clausewright.model.facts import Metric

SCANNER = scanner_for()
CLASSES = (
    "| Priority | Response | Resolution |\n|---|---|---|\n"
    "| P1 | 1 hour | 4 hours |\n| P2 | 2 hours | 8 hours |\n"
)


def metrics(text: str) -> tuple[Metric, ...]:
    document = readers.read("a.md", text.encode())
    return Draft(document, AnalysisSettings("external-sla", "option"), SCANNER).metrics


def window(text: str, value: float) -> str | None:
    found = [one for one in metrics(text) if one.target and one.target.value == value]
    assert len(found) == 1
    return found[0].window


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("measured over each calendar month", "each calendar month"),
        ("in any billing cycle", "any billing cycle"),
        ("over a rolling thirty (30) day period", "rolling thirty (30) day period"),
        ("over the trailing twelve months", "trailing twelve months"),
        ("over a period of 90 days", "a period of 90 days"),
        ("over any period of three consecutive months", "any period of three consecutive months"),
        ("over a sliding window of 28 days", "a sliding window of 28 days"),
        ("averaged over 30 days", "30 days"),
        ("semi-annually", "semi-annually"),
        ("during a week", "a week"),
        ("per invoice period", "per invoice period"),
        ("in each half-year", "each half-year"),
        ("24 hours a day, 365 days a year", "24 hours a day"),
    ],
)
def test_period_of_a_share_of_the_time(said, words):
    text = f"The Provider shall keep the Platform available at least 99.5% of the time {said}."
    assert words in (window(text, 99.5) or "")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("during Business Hours", "Business Hours"),
        ("24 x 7 x 365", "24 x 7 x 365"),
        ("around the clock", "around the clock"),
        ("between 08:00 and 18:00 CET", "08:00 and 18:00"),
        ("from 9am to 5pm", "9am to 5pm"),
        ("at all times", "at all times"),
        ("outside of business hours", "outside of business hours"),
        ("Mo-Fr 8-18h", "Mo-Fr"),
        ("in the hours of cover", "hours of cover"),
        ("within the service window", "service window"),
        ("in shop opening times", "opening times"),
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "The Provider shall respond to each ticket within 4 hours, {said}.",
        "Classes are as told. {said}, the Provider shall respond to each ticket within 4 hours.",
    ],
)
def test_hours_of_a_response(said, words, sentence):
    found = window(sentence.format(said=said), 4.0)
    assert words.lower() in (found or "").lower()


@pytest.mark.parametrize("unit", ["bus. days", "BDs", "school days", "working days", "workdays"])
def test_unit_that_says_in_which_days_the_clock_runs(unit):
    found = window(f"The Provider shall respond to each ticket within 3 {unit}.", 3.0)
    assert found == unit


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        (
            (
                "# Levels\n\n| Service | Availability |\n|---|---|\n| Mail | 99.9% |\n\n"
                "All service levels are measured monthly.\n"
            ),
            99.9,
            "monthly",
        ),
        (
            (
                "# Levels\n\nThe Portal shall be available 99.9% of the time.\n\n# Measurement\n\n"
                "The measurement period for all service levels is one calendar month.\n"
            ),
            99.9,
            "one calendar month",
        ),
        (
            (
                "# Levels\n\nUptime: 99.9%.\n\nUptime = (total minutes in the month - downtime) / "
                "total minutes in the month x 100.\n"
            ),
            99.9,
            "the month",
        ),
        (
            "# Levels\n\n| KPI (per month) | Target |\n|---|---|\n| Packet loss | 0.1% |\n",
            0.1,
            "per month",
        ),
        (
            "| KPI | Minimum | Evaluated |\n|---|---|---|\n| Uptime | 99.9% | each quarter |\n",
            99.9,
            "each quarter",
        ),
        (
            "| KPI | Target | Frequency |\n|---|---|---|\n| Uptime | 99.9% | Monthly |\n",
            99.9,
            "Monthly",
        ),
        ("Measurement window: rolling 30 days\n\n- Uptime: 99.9%\n", 99.9, "rolling 30 days"),
        (f"# Support\n\n{CLASSES}\nAll times are in business hours.\n", 8.0, "business hours"),
        (f"# Support\n\n{CLASSES}\n*Times in business hours\n", 1.0, "business hours"),
        (
            f"# Support\n\n{CLASSES}\nWe answer tickets only during clinic hours.\n",
            1.0,
            "during clinic hours",
        ),
        (f"# Support\n\n- Coverage: 16x6\n- Times:\n\n{CLASSES}", 8.0, "16x6"),
        (
            f"# Support\n\nThe following times apply during office hours:\n\n{CLASSES}",
            1.0,
            "during office hours",
        ),
        (
            "| Priority | Response (business hours) |\n|---|---|\n| P1 | 1 |\n| P2 | 4 |\n",
            4.0,
            "business hours",
        ),
        (
            "| Priority | Response | Service window |\n|---|---|---|\n| P1 | 1 hour | 24 hours |\n",
            1.0,
            "24 hours",
        ),
        (
            (
                "# Support\n\nCritical incidents are handled around the clock: the Provider shall "
                "respond within 1 hour.\n"
            ),
            1.0,
            "around the clock",
        ),
    ],
)
def test_window_that_another_place_gives(text, value, words):
    assert window(text, value) == words


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        (
            (
                "P1 incidents get a response within 1 hour (24x7), P2 within 4 hours (8am-8pm) and "
                "P3 within 2 days (Monday to Friday)."
            ),
            {1.0: "24x7", 4.0: "8am-8pm", 2.0: "Monday to Friday"},
        ),
        (
            (
                "The Provider shall respond, during business hours, within 4 hours and, at "
                "weekends, within 12 hours."
            ),
            {4.0: "during business hours", 12.0: "weekends"},
        ),
    ],
)
def test_each_number_of_a_sentence_has_the_hours_beside_it(text, windows):
    assert {value: window(text, value) for value in windows} == windows


def test_hours_in_a_cell_of_their_own_need_no_heading_that_says_so():
    rows = (
        "| Priority | Response | Availability of the desk |\n|---|---|---|\n"
        "| P1 | 1 hour | 24x7 |\n| P2 | 4 hours | 12x5 |\n"
    )
    assert (window(rows, 1.0), window(rows, 4.0)) == ("24x7", "12x5")


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Measurement period: each release", "each release"),
        ("**Evaluation window**: Calendar quarter", "Calendar quarter"),
        ("Measurement: by an outside probe", None),
    ],
)
def test_a_label_names_a_window_whatever_its_form(label, words):
    text = f"## Portal\n\n- Uptime: 99.7%\n- {label}\n- Owner: platform team\n"
    assert window(text, 99.7) == words


@pytest.mark.parametrize(
    "text",
    [
        "Uptime: 99.9%. Invoices are sent monthly.",
        "Uptime: 99.9%. The parties review the service levels every quarter.",
        "Uptime is 99.9%, excluding any period of maintenance.",
        "| KPI | Target | Frequency |\n|---|---|---|\n| Uptime | 99.9% | Continuous |\n",
        ("| Item | Value |\n|---|---|\n| Subscription period | one year |\n| Uptime | 99.9% |\n"),
    ],
)
def test_periods_that_measure_no_level(text):
    assert window(text, 99.9) is None


@pytest.mark.parametrize(
    "said",
    [
        "The desk is open from 9:00 to 17:00, Monday to Friday.",
        "Support hours: Monday to Friday, see the calendar of each site.",
        "Members have 24x7 access to the forum.",
        "Our support hours depend on the plan.",
        "The Provider shall carry out maintenance outside of business hours.",
    ],
)
def test_hours_of_opening_bind_no_clock(said):
    text = f"# Support\n\n{said}\n\nThe Provider shall answer each ticket within 4 hours."
    assert window(text, 4.0) is None


def test_a_sentence_that_binds_one_clock_leaves_the_other():
    text = f"# Support\n\n{CLASSES}\nTickets are responded to during office hours only.\n"
    assert (window(text, 1.0), window(text, 8.0)) == ("during office hours", None)


@pytest.mark.parametrize(
    "said",
    [
        "Availability means the share of minutes in a billing cycle in which the Site is online.",
        "If availability falls below this level in any billing cycle, the Provider pays credits.",
        "Availability = (minutes in a billing cycle - downtime) / minutes in a billing cycle.",
    ],
)
def test_a_sentence_that_reckons_availability_gives_its_period(said):
    assert "billing cycle" in (window(f"Uptime: 99.5%.\n\n# Terms\n\n{said}", 99.5) or "")


def test_a_commitment_without_a_number_has_no_window_from_elsewhere():
    text = (
        "# Site\n\nAvailability is measured over each calendar month.\n\n"
        "The Provider shall strive for high availability of the Site."
    )
    assert [one.window for one in metrics(text)] == [None]


def test_hours_in_which_the_customer_may_ask_bind_no_clock():
    text = (
        "# Support\n\nThe Customer shall log tickets in business hours. "
        "The Provider shall respond to tickets within 4 hours."
    )
    assert window(text, 4.0) is None


def test_words_of_a_window_hold_no_line_of_others():
    for one in metrics(CLASSES + "\nTimes count only during support hours.\n"):
        assert one.window is not None
        assert re.fullmatch(r"[^\n|]+", one.window)


@pytest.mark.parametrize(
    "text",
    [
        "The Provider shall respond within 2 hours, except on public holidays.",
        "The Provider shall respond within 2 hours, holidays excluded.",
    ],
)
def test_days_left_out_are_no_window(text):
    assert "olidays" not in (window(text, 2) or "")


@pytest.mark.parametrize(
    "said",
    [
        "The Site shall be online 99.5% of the time, save during a planned maintenance period.",
        "The Site shall be online 99.5% of the time; an eight hour period of downtime counts.",
        "The Site shall be online 99.5% of the time; tell us of outages exceeding one month.",
    ],
)
def test_time_lost_is_no_measuring_period(said):
    assert window(said, 99.5) is None


def test_a_label_serves_what_it_stands_under_and_a_sentence_all_levels():
    levels = "# Site\n\n- Uptime: 99.5%\n{}\n\n# Mail\n\n- Uptime of mail: 99.1%\n"
    labelled = levels.format("- **Measurement period**: calendar month")
    assert window(labelled, 99.5) == "calendar month"
    assert window(labelled, 99.1) is None
    said = levels.format("\nAll service levels are measured over each calendar month.")
    assert window(said, 99.1) == "each calendar month"


def test_months_in_a_row_after_which_a_party_may_leave_measure_no_level():
    text = (
        "# Levels\n\nUptime: 99.5%.\n\n# Exit\n\nIf availability falls below this level in three "
        "consecutive months, the Customer may terminate.\n"
    )
    assert window(text, 99.5) is None


def test_window_that_the_frequency_of_a_row_gives():
    rows = "| Metric | Target | Frequency |\n|---|---|---|\n| Completeness | 98% | Per delivery |\n"
    assert [one.window for one in metrics(rows)] == ["Per delivery"]


def test_window_that_a_unit_gives():
    rows = "| Service | SLA |\n|---|---|\n| Advice by engineers | max 12 hours/month |\n"
    assert [one.window for one in metrics(rows)] == ["month"]


def test_a_time_without_a_name_has_the_hours_that_its_section_binds():
    text = (
        "# Support\n\nTickets are responded to during office hours only.\n\n"
        "The Provider shall bring forward a bypass within 3 days.\n"
    )
    assert [(one.name, one.window) for one in metrics(text) if one.target] == [
        ("other", "during office hours")
    ]
